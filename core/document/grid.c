/* SPDX-License-Identifier: MIT */
#include "core/document/grid.h"

#include <string.h>

/* As HTML's table model has it: a cell takes the first free place of its row; reach[c] is the number of rows, from the
 * current one, that a cell above still covers in column c. */
gboolean
gov_grid_lay_out (GovGrid *grid, GovGridCell *cells)
{
  guint reach[GOV_LIMIT_TABLE_COLUMNS] = {0};
  gboolean fits = TRUE;
  guint width = 0;

  for (guint r = 0; r < grid->n_rows; r++)
    {
      guint column = 0;

      for (guint i = 0; i < grid->rows[r].n_cells; i++, cells++)
        {
          while (column < GOV_LIMIT_TABLE_COLUMNS && reach[column] > 0)
            column++;
          if (column >= GOV_LIMIT_TABLE_COLUMNS)
            {
              fits = FALSE;
              cells->column = GOV_LIMIT_TABLE_COLUMNS - 1;
              cells->colspan = cells->rowspan = 1;
              continue;
            }
          cells->column = column;
          cells->colspan = MIN (cells->colspan, GOV_LIMIT_TABLE_COLUMNS - column);
          cells->rowspan = MIN (cells->rowspan, grid->n_rows - r);
          for (guint c = 0; c < cells->colspan; c++)
            reach[column + c] = MAX (reach[column + c], cells->rowspan);
          column += cells->colspan;
          width = MAX (width, column);
        }
      for (guint c = 0; c < width; c++)
        if (reach[c] > 0)
          reach[c]--;
    }
  grid->n_columns = width;
  return fits;
}
