/* SPDX-License-Identifier: MIT */
#include "plugins/terms.h"

#include <string.h>

/* "refused.*" stands for every row that begins with "refused.". */
static gboolean
term_matches (const char *term, const char *id)
{
  gsize length = strlen (term);

  if (length > 0 && term[length - 1] == '*')
    return strncmp (term, id, length - 1) == 0;
  return strcmp (term, id) == 0;
}

static void
add_rows (GArray *cells, const GovForm *form, const char *term, const char *column)
{
  for (guint b = 0; b < form->n_blocks; b++)
    for (guint r = 0; r < form->blocks[b].n_rows; r++)
      {
        const char *row = form->blocks[b].rows[r].id;
        GovCellRef cell = {form->table, row, column};

        if (term_matches (term, row) && gov_form_find_cell (form, row, column) != GOV_CELL_NONE)
          g_array_append_val (cells, cell);
      }
}

static void
add_side (GArray *cells, const GovForm *form, const GovEquation *equation, const char *const *side, const char *row,
          const char *column)
{
  for (; *side != NULL; side++)
    {
      GovCellRef cell = {form->table, row, *side};

      if (equation->axis == GOV_AXIS_COLUMN)
        add_rows (cells, form, *side, column);
      else if (gov_form_find_cell (form, row, *side) != GOV_CELL_NONE)
        g_array_append_val (cells, cell);
    }
}

GArray *
gov_terms_new (const GovForm *form, const char *id, const char *row, const char *column)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (GovCellRef));
  guint n_equations;
  const GovEquation *equations = gov_equations (&n_equations);

  for (guint i = 0; i < n_equations; i++)
    {
      const GovEquation *equation = &equations[i];
      const char *held_for = equation->axis == GOV_AXIS_COLUMN ? column : row;

      if (held_for == NULL || strcmp (equation->id, id) != 0 || strcmp (equation->table, form->table) != 0)
        continue;
      add_side (cells, form, equation, equation->left, row, column);
      add_side (cells, form, equation, equation->right, row, column);
    }
  return cells;
}

gboolean
gov_terms_may_be_implied (GovCheckResult result)
{
  return result == GOV_CHECK_PASS || result == GOV_CHECK_NOT_ASSESSABLE;
}

static gboolean
same_cell (const GovCellRef *a, const GovCellRef *b)
{
  return g_strcmp0 (a->table, b->table) == 0 && g_strcmp0 (a->row, b->row) == 0 && g_strcmp0 (a->column, b->column) == 0;
}

gboolean
gov_terms_are_implied (const GovReport *report, const GovCheck *check)
{
  const GovTable *table = check->table != NULL ? gov_report_find_table (report, check->table) : NULL;

  if (table == NULL || !gov_terms_may_be_implied (check->result))
    return FALSE;
  g_autoptr (GArray) cells = gov_terms_new (gov_table_get_form (table), check->id, check->row, check->column);
  if (cells->len != check->n_cells)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    if (!same_cell (&g_array_index (cells, GovCellRef, i), &check->cells[i]))
      return FALSE;
  return TRUE;
}
