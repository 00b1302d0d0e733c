/* SPDX-License-Identifier: MIT */
/* forge: prints a report of the forge's own making, or one that is described in a file, in a shape that published reports have.
 */
#include "forge.h"

#include <stdio.h>
#include <string.h>

/* Filled by the option parser; those without a value keep their default. */
static char *class_name, *edition, *description, *shape_name, *damage_name, *output, *inputs;
static gint64 seed = 1;
static gboolean list, gold, describe;

static const GOptionEntry entries[] = {
    {"seed", 's', 0, G_OPTION_ARG_INT64, &seed, "the same seed gives the same report (1)", "N"},
    {"class", 'c', 0, G_OPTION_ARG_STRING, &class_name,
     "township, county, city, huge, nearly-zero or blanks: the size of the figures (county)", "CLASS"},
    {"edition", 'e', 0, G_OPTION_ARG_STRING, &edition, "2019 or 2021, or both as in 2021/2019 for sections 2/3 (2021)",
     "EDITION"},
    {"report", 'r', 0, G_OPTION_ARG_FILENAME, &description, "print the report that FILE describes, instead of making one",
     "FILE"},
    {"shape", 'f', 0, G_OPTION_ARG_STRING, &shape_name, "the shape to print it in (html-clean)", "SHAPE"},
    {"damage", 'd', 0, G_OPTION_ARG_STRING, &damage_name, "damage the page first: KIND:RATE, RATE from 0 to 1", "KIND:RATE"},
    {"gold", 'g', 0, G_OPTION_ARG_NONE, &gold, "print the figures instead: table, row, column, value, parted by tabs", NULL},
    {"describe", 0, 0, G_OPTION_ARG_NONE, &describe, "print the report's description instead, to be edited by hand", NULL},
    {"inputs", 0, 0, G_OPTION_ARG_FILENAME, &inputs, "write the inputs that the description DIR/report.ini names into DIR",
     "DIR"},
    {"output", 'O', 0, G_OPTION_ARG_FILENAME, &output, "write to FILE (standard output)", "FILE"},
    {"list", 'l', 0, G_OPTION_ARG_NONE, &list, "list shapes and kinds of damage", NULL},
    {NULL, 0, 0, 0, NULL, NULL, NULL},
};

static void
print_list (void)
{
  guint n;
  const ForgeShape *shapes = forge_shapes (&n);
  for (guint i = 0; i < n; i++)
    printf ("shape   %-18s %-5s  %s\n", shapes[i].name, shapes[i].extension, shapes[i].summary);
  const ForgeDamage *damages = forge_damages (&n);
  for (guint i = 0; i < n; i++)
    printf ("damage  %-25s %s\n", damages[i].name, damages[i].summary);
}

static ForgeReport *
make_report (ForgeRandom *random, GError **error)
{
  if (description)
    return forge_report_load (description, error);
  g_auto (GStrv) editions = g_strsplit (edition ? edition : "2021", "/", 2);
  const char *applications = editions[1] ? editions[1] : editions[0];
  ForgeClass size = forge_class_from_name (class_name ? class_name : "county");
  if (size == FORGE_N_CLASSES || !gov_form_find ("disclosure", editions[0]) || !gov_form_find ("applications", applications))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no such class or edition: see --help");
      return NULL;
    }
  return forge_report_new (size, editions[0], applications, random);
}

static gboolean
damage_page (ForgePage *page, ForgeRandom *random, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (damage_name, ":", 2);
  const ForgeDamage *damage = forge_damage_find (parts[0]);
  if (!damage || !parts[1])
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no such damage, or no rate: see --list");
      return FALSE;
    }
  damage->apply (page, g_ascii_strtod (parts[1], NULL), random);
  return TRUE;
}

static void
append_gold (const ForgeReport *report, GString *out)
{
  for (guint t = 0; t < FORGE_N_TABLES; t++)
    for (guint c = 0; c < report->tables[t].form->n_cells; c++)
      {
        GovFormCell cell = gov_form_get_cell (report->tables[t].form, c);
        const char *value = report->tables[t].values[c];
        g_string_append_printf (out, "%s\t%s\t%s\t%s\n", report->tables[t].form->table, cell.row->id, cell.column->id,
                                value ? value : "");
      }
}

static void
append_description (const ForgeReport *report, GString *out)
{
  g_string_append_printf (out, "[report]\npublisher=%s\ntitle=%s\nyear=%u\n", report->publisher, report->title, report->year);
  for (guint i = 0; i < FORGE_N_SECTIONS; i++)
    {
      const ForgeSection *section = &report->sections[i];
      g_string_append_printf (out, "\n[section %s]\n", section->id);
      if (section->heading)
        g_string_append_printf (out, "heading=%s\n", section->heading);
      for (guint p = 0; p < section->paragraphs->len; p++)
        g_string_append_printf (out, "p%u=%s\n", p + 1, (char *) g_ptr_array_index (section->paragraphs, p));
    }
  for (guint t = 0; t < FORGE_N_TABLES; t++)
    {
      const ForgeTable *table = &report->tables[t];
      g_string_append_printf (out, "\n[table %s]\nedition=%s", table->form->table, table->form->edition);
      for (guint c = 0; c < table->form->n_cells; c++)
        {
          GovFormCell cell = gov_form_get_cell (table->form, c);
          if (cell.column_in_block == 0)
            g_string_append_printf (out, "\n%s=", cell.row->id);
          g_string_append_printf (out, "%s%s", cell.column_in_block ? " " : "", table->values[c] ? table->values[c] : "-");
        }
      g_string_append_c (out, '\n');
    }
}

static gboolean
write_inputs (GError **error)
{
  g_autofree char *path = g_build_filename (inputs, "report.ini", NULL);
  g_auto (GStrv) names = forge_inputs_list (path, error);
  for (guint i = 0; names && names[i]; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *file = g_build_filename (inputs, names[i], NULL);
      if (!forge_input_render (path, names[i], out, error) || !g_file_set_contents (file, out->str, out->len, error))
        return FALSE;
    }
  return names != NULL;
}

static gboolean
run (GError **error)
{
  if (inputs)
    return write_inputs (error);
  ForgeRandom random = forge_random (seed);
  const ForgeShape *shape = forge_shape_find (shape_name ? shape_name : "html-clean");
  if (!shape)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no such shape: see --list");
      return FALSE;
    }
  g_autoptr (ForgeReport) report = make_report (&random, error);
  if (!report)
    return FALSE;
  g_autoptr (ForgePage) page = forge_page_new (report);
  if (damage_name && !damage_page (page, &random, error))
    return FALSE;
  g_autoptr (GString) out = g_string_new (NULL);
  if (describe)
    append_description (report, out);
  else if (gold)
    append_gold (report, out);
  else
    shape->render (page, out);
  if (output)
    return g_file_set_contents (output, out->str, out->len, error);
  return fwrite (out->str, 1, out->len, stdout) == out->len;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("- make a report for tests");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || (!list && !run (&error)))
    {
      g_printerr ("forge: %s\n", error ? error->message : "standard output could not be written");
      return 2;
    }
  if (list)
    print_list ();
  return 0;
}
