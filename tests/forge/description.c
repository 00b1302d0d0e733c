/* SPDX-License-Identifier: MIT */
/* A report described by hand, as the corpus has them. A description is a key file (GKeyFile):
 *
 *   [report]            publisher, year, title
 *   [section ID]        heading (optional), then the paragraphs as keys p1, p2, …
 *   [table ID]          edition, then a key for each row of the form: its figures separated by spaces, "-" for a blank
 */
#include "forge.h"

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
    table->values[start + i] = strcmp (figures[i], "-") == 0 ? NULL : g_strdup (figures[i]);
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
