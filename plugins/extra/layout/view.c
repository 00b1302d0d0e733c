/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <string.h>

static gboolean
has_section (const GovReport *report, const char *id)
{
  for (guint i = 0; i < gov_report_get_n_sections (report); i++)
    if (strcmp (gov_report_get_section (report, i)->id, id) == 0)
      return TRUE;
  return FALSE;
}

const GovTable *
view_next_table (const GovReport *report, const GovSection *section, guint *from)
{
  while (*from < gov_report_get_n_tables (report))
    {
      const GovTable *table = gov_report_get_table (report, (*from)++);
      const char *id = gov_table_get_form (table)->table;

      if (section != NULL ? strcmp (section->id, id) == 0 : !has_section (report, id))
        return table;
    }
  return NULL;
}

gboolean
view_cell_is_disputed (const GovReport *report, const GovForm *form, guint cell)
{
  GovFormCell where = gov_form_get_cell (form, cell);

  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    {
      const GovCheck *check = gov_report_get_check (report, i);

      for (guint c = 0; check->result == GOV_CHECK_FAIL && c < check->n_cells; c++)
        if (g_strcmp0 (check->cells[c].table, form->table) == 0 && g_strcmp0 (check->cells[c].row, where.row->id) == 0
            && g_strcmp0 (check->cells[c].column, where.column->id) == 0)
          return TRUE;
    }
  return FALSE;
}

char *
view_dup_remark (const GovCell *cell)
{
  const char *origin = gov_origin_get_name (cell->origin);

  switch (cell->origin)
    {
    case GOV_ORIGIN_READ:
    case GOV_ORIGIN_BLANK:
      return NULL;
    case GOV_ORIGIN_MISSING:
      return g_strdup (origin);
    default:
      if (cell->raw == NULL || g_strcmp0 (cell->raw, cell->value) == 0)
        return g_strdup (origin);
      return g_strdelimit (g_strdup_printf ("%s, printed %s", origin, cell->raw), "\r\n\t", ' ');
    }
}

char **
view_dup_notes (const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL); /* remark → GString */
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  char **notes;

  for (guint i = 0; i < form->n_cells; i++)
    {
      char *remark = view_dup_remark (gov_table_get_cell (table, i));
      GovFormCell where = gov_form_get_cell (form, i);

      if (remark == NULL)
        continue;
      GString *line = g_hash_table_lookup (lines, remark);
      if (line == NULL)
        g_ptr_array_add (order, line = g_string_new (remark));
      g_string_append_printf (line, "%s%s.%s", line->len == strlen (remark) ? ": " : ", ", where.row->id, where.column->id);
      g_hash_table_replace (lines, remark, line);
    }
  notes = g_new0 (char *, order->len + 1);
  for (guint i = 0; i < order->len; i++)
    notes[i] = g_string_free (order->pdata[i], FALSE);
  return notes;
}

char *
view_dup_place (const GovReport *report, const GovPlace *place)
{
  const char *name = gov_report_get_source (report)->name;
  g_autoptr (GString) text = g_string_new (name != NULL ? name : "-");

  if (place->line > 0)
    g_string_append_printf (text, ":%u", place->line);
  if (place->line > 0 && place->column > 0)
    g_string_append_printf (text, ":%u", place->column);
  return g_utf8_make_valid (text->str, -1);
}
