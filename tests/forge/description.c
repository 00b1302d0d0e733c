/* SPDX-License-Identifier: MIT */
/* A report described by hand, as the corpus has them. A description is a key file (GKeyFile):
 *
 *   [report]            publisher, year, title
 *   [section ID]        heading (optional), then the paragraphs as keys p1, p2, …
 *   [table ID]          edition, then a key for each row of the form: its figures separated by spaces, each
 *                       VALUE, or VALUE=PRINTED when something else stands on paper; the value "-" is a blank
 *   [inputs]            FILE=SHAPE, or FILE=SHAPE;DAMAGE:RATE:SEED;…
 */
#include "forge.h"

#include <stdlib.h>
#include <string.h>

static void
load_section (ForgeSection *section, GKeyFile *file)
{
  g_autofree char *group = g_strconcat ("section ", section->id, NULL);
  section->heading = g_key_file_get_string (file, group, "heading", NULL);
  for (guint i = 1;; i++)
    {
      g_autofree char *key = g_strdup_printf ("p%u", i);
      char *paragraph = g_key_file_get_string (file, group, key, NULL);
      if (!paragraph)
        return;
      g_ptr_array_add (section->paragraphs, paragraph);
    }
}

static gboolean
load_row (ForgeTable *table, guint row_in_form, GKeyFile *file, const char *group, GError **error)
{
  const GovFormBlock *block;
  guint start = gov_form_get_row_start (table->form, row_in_form, &block);
  const char *id = gov_form_get_cell (table->form, start).row->id;
  g_autofree char *line = g_key_file_get_string (file, group, id, error);
  if (!line)
    return FALSE;
  g_auto (GStrv) figures = g_strsplit (line, " ", -1);
  if (g_strv_length (figures) != block->n_columns)
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[%s] %s: %u figures, the form has %u", group, id,
                   g_strv_length (figures), block->n_columns);
      return FALSE;
    }
  for (guint i = 0; i < block->n_columns; i++)
    {
      g_auto (GStrv) parts = g_strsplit (figures[i], "=", 2);
      table->values[start + i] = strcmp (parts[0], "-") == 0 ? NULL : g_strdup (parts[0]);
      table->printed[start + i] = g_strdup (parts[1]);
    }
  return TRUE;
}

static gboolean
load_table (ForgeTable *table, GKeyFile *file, GError **error)
{
  g_autofree char *group = g_strconcat ("table ", table->form->table, NULL);
  for (guint row = 0; row < gov_form_get_n_rows (table->form); row++)
    if (!load_row (table, row, file, group, error))
      return FALSE;
  return TRUE;
}

static char *
load_edition (GKeyFile *file, const char *group, GError **error)
{
  g_autofree char *edition = g_key_file_get_string (file, group, "edition", error);
  if (edition && !gov_form_find ("applications", edition))
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[%s]: no edition %s", group, edition);
      return NULL;
    }
  return g_steal_pointer (&edition);
}

ForgeReport *
forge_report_load (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  g_autofree char *disclosure = load_edition (file, "table disclosure", error);
  g_autofree char *applications = disclosure ? load_edition (file, "table applications", error) : NULL;
  if (!applications)
    return NULL;
  g_autoptr (ForgeReport) report = forge_report_new_empty (disclosure, applications);
  report->publisher = g_key_file_get_string (file, "report", "publisher", NULL);
  report->title = g_key_file_get_string (file, "report", "title", NULL);
  report->year = g_key_file_get_integer (file, "report", "year", NULL);
  for (guint i = 0; i < FORGE_N_SECTIONS; i++)
    load_section (&report->sections[i], file);
  for (guint i = 0; i < FORGE_N_TABLES; i++)
    if (!load_table (&report->tables[i], file, error))
      return NULL;
  return g_steal_pointer (&report);
}

/* ---- inputs -------------------------------------------------------------------------------------------------------------- */

char **
forge_inputs_list (const char *description, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  if (!g_key_file_load_from_file (file, description, G_KEY_FILE_NONE, error))
    return NULL;
  return g_key_file_get_keys (file, "inputs", NULL, error);
}

static gboolean
damage_as_described (ForgePage *page, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  const ForgeDamage *damage = forge_damage_find (parts[0]);
  if (!damage || g_strv_length (parts) != 3)
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "%s: no such damage, or no rate and seed", text);
      return FALSE;
    }
  ForgeRandom random = forge_random (strtoull (parts[2], NULL, 10));
  damage->apply (page, g_ascii_strtod (parts[1], NULL), &random);
  return TRUE;
}

const ForgeShape *
forge_input_render (const char *description, const char *input, GString *out, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (ForgeReport) report = forge_report_load (description, error);
  if (!report || !g_key_file_load_from_file (file, description, G_KEY_FILE_NONE, error))
    return NULL;
  g_auto (GStrv) steps = g_key_file_get_string_list (file, "inputs", input, NULL, error);
  if (!steps)
    return NULL;
  const ForgeShape *shape = forge_shape_find (steps[0]);
  if (!shape)
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[inputs] %s: no shape %s", input, steps[0]);
      return NULL;
    }
  g_autoptr (ForgePage) page = forge_page_new (report);
  for (guint i = 1; steps[i]; i++)
    if (!damage_as_described (page, steps[i], error))
      return NULL;
  shape->render (page, out);
  return shape;
}
