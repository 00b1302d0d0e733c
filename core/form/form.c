/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <govconv/form.h>

const GovForm *
gov_form_find (const char *table, const char *edition)
{
  guint n;
  const GovForm *const *forms = gov_forms (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (forms[i]->table, table) == 0 && strcmp (forms[i]->edition, edition) == 0)
      return forms[i];
  return NULL;
}

guint
gov_form_get_n_rows (const GovForm *form)
{
  guint n = 0;

  for (guint b = 0; b < form->n_blocks; b++)
    n += form->blocks[b].n_rows;
  return n;
}

GovFormCell
gov_form_get_cell (const GovForm *form, guint cell)
{
  guint row_in_form = 0;

  for (guint b = 0; b < form->n_blocks; b++)
    {
      const GovFormBlock *block = &form->blocks[b];
      guint n = block->n_rows * block->n_columns;

      if (cell < n)
        {
          guint r = cell / block->n_columns, c = cell % block->n_columns;
          return (GovFormCell){block, &block->rows[r], &block->columns[c], row_in_form + r, c};
        }
      cell -= n;
      row_in_form += block->n_rows;
    }
  g_return_val_if_reached ((GovFormCell){0});
}

guint
gov_form_find_cell (const GovForm *form, const char *row, const char *column)
{
  guint start = 0;

  for (guint b = 0; b < form->n_blocks; b++)
    {
      const GovFormBlock *block = &form->blocks[b];

      for (guint r = 0; r < block->n_rows; r++, start += block->n_columns)
        if (strcmp (block->rows[r].id, row) == 0)
          for (guint c = 0; c < block->n_columns; c++)
            if (strcmp (block->columns[c].id, column) == 0)
              return start + c;
    }
  return GOV_CELL_NONE;
}

guint
gov_form_get_row_start (const GovForm *form, guint row_in_form, const GovFormBlock **block)
{
  guint start = 0;

  for (guint b = 0; b < form->n_blocks; b++)
    {
      *block = &form->blocks[b];
      if (row_in_form < (*block)->n_rows)
        return start + row_in_form * (*block)->n_columns;
      row_in_form -= (*block)->n_rows;
      start += (*block)->n_rows * (*block)->n_columns;
    }
  g_return_val_if_reached (GOV_CELL_NONE);
}

const char *
gov_unit_get_name (GovUnit unit)
{
  switch (unit)
    {
    case GOV_UNIT_COUNT:
      return "count";
    case GOV_UNIT_CHANGE:
      return "change";
    case GOV_UNIT_AMOUNT:
      return "万元";
    }
  g_return_val_if_reached ("");
}
