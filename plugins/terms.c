/* SPDX-License-Identifier: MIT */
#include "plugins/terms.h"

#include <string.h>

/* "refused.*" stands for every row that begins with "refused.". */
static gboolean
term_matches (const char *term, const char *id)
{
  while (*term != '\0' && *term == *id)
    term++, id++;
  return *term == '*' || (*term == '\0' && *id == '\0');
}

/* Identifiers are mostly the form's own. */
static inline gboolean
is_same (const char *a, const char *b)
{
  return a == b || g_strcmp0 (a, b) == 0;
}

typedef gboolean (*TermFunc) (gpointer user_data, const GovCellRef *cell);

static gboolean
block_has_column (const GovFormBlock *block, const char *column)
{
  for (guint c = 0; c < block->n_columns; c++)
    if (is_same (block->columns[c].id, column))
      return TRUE;
  return FALSE;
}

static const GovFormBlock *
find_block_of_row (const GovForm *form, const char *row)
{
  for (guint b = 0; b < form->n_blocks; b++)
    for (guint r = 0; r < form->blocks[b].n_rows; r++)
      if (strcmp (form->blocks[b].rows[r].id, row) == 0)
        return &form->blocks[b];
  return NULL;
}

/* A term of an equation that holds for each column: rows. */
static gboolean
foreach_row (const GovForm *form, const char *term, const char *column, TermFunc func, gpointer user_data)
{
  for (guint b = 0; b < form->n_blocks; b++)
    if (block_has_column (&form->blocks[b], column))
      for (guint r = 0; r < form->blocks[b].n_rows; r++)
        {
          const char *row = form->blocks[b].rows[r].id;

          if (term_matches (term, row) && !func (user_data, &(GovCellRef){form->table, row, column}))
            return FALSE;
        }
  return TRUE;
}

static gboolean
foreach_on_side (const GovForm *form, const GovEquation *equation, const char *const *side, const char *row, const char *column,
                 TermFunc func, gpointer user_data)
{
  const GovFormBlock *block = equation->axis == GOV_AXIS_ROW ? find_block_of_row (form, row) : NULL;

  for (; *side != NULL; side++)
    if (equation->axis == GOV_AXIS_COLUMN)
      {
        if (!foreach_row (form, *side, column, func, user_data))
          return FALSE;
      }
    else if (block != NULL && block_has_column (block, *side) && !func (user_data, &(GovCellRef){form->table, row, *side}))
      return FALSE;
  return TRUE;
}

/* The cells of the equation that the id names, left side first, until func says FALSE; then FALSE. */
static gboolean
foreach_term (const GovForm *form, const char *id, const char *row, const char *column, TermFunc func, gpointer user_data)
{
  guint n_equations;
  const GovEquation *equations = gov_equations (&n_equations);

  for (guint i = 0; i < n_equations; i++)
    {
      const GovEquation *equation = &equations[i];
      const char *held_for = equation->axis == GOV_AXIS_COLUMN ? column : row;

      if (held_for != NULL && strcmp (equation->id, id) == 0 && strcmp (equation->table, form->table) == 0)
        return foreach_on_side (form, equation, equation->left, row, column, func, user_data)
               && foreach_on_side (form, equation, equation->right, row, column, func, user_data);
    }
  return TRUE;
}

static gboolean
append_cell (gpointer cells, const GovCellRef *cell)
{
  g_array_append_vals (cells, cell, 1);
  return TRUE;
}

GArray *
gov_terms_new (const GovForm *form, const char *id, const char *row, const char *column)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (GovCellRef));

  foreach_term (form, id, row, column, append_cell, cells);
  return cells;
}

gboolean
gov_terms_may_be_implied (GovCheckResult result)
{
  return result == GOV_CHECK_PASS || result == GOV_CHECK_NOT_ASSESSABLE;
}

/* What is left of a check's cells while those of its equation go by. */
typedef struct {
  const GovCellRef *cells;
  guint n;
} Rest;

static gboolean
is_next_cell (gpointer user_data, const GovCellRef *cell)
{
  Rest *rest = user_data;
  const GovCellRef *next = rest->cells;

  if (rest->n == 0 || !is_same (next->row, cell->row) || !is_same (next->column, cell->column)
      || !is_same (next->table, cell->table))
    return FALSE;
  rest->cells++;
  rest->n--;
  return TRUE;
}

gboolean
gov_terms_are_implied (const GovReport *report, const GovCheck *check)
{
  const GovTable *table = check->table != NULL ? gov_report_find_table (report, check->table) : NULL;
  Rest rest = {check->cells, check->n_cells};

  return table != NULL && gov_terms_may_be_implied (check->result)
         && foreach_term (gov_table_get_form (table), check->id, check->row, check->column, is_next_cell, &rest) && rest.n == 0;
}
