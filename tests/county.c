/* SPDX-License-Identifier: MIT */
#include "county.h"

/* Rows as in edition 2021; edition 2019 has the three of （六）其他处理 in one. */
static const int figures[COUNTY_ROWS_MAX][COUNTY_COLUMNS] = {
    {121, 14, 0, 2, 6, 1, 144}, {3, 0, 0, 0, 1, 0, 4},  /* received, carried in */
    {47, 5, 0, 1, 2, 0, 55},    {9, 2, 0, 0, 0, 0, 11}, /* granted, in part */
    {1, 0, 0, 0, 0, 0, 1},      {2, 0, 0, 0, 0, 0, 2},  {0, 0, 0, 0, 0, 0, 0}, {4, 1, 0, 0, 0, 0, 5},
    {3, 0, 0, 0, 0, 0, 3},      {5, 0, 0, 0, 1, 0, 6},  {6, 0, 0, 0, 0, 0, 6}, {2, 1, 0, 0, 0, 0, 3}, /* refused */
    {28, 4, 0, 1, 2, 1, 36},    {1, 0, 0, 0, 0, 0, 1},  {2, 0, 0, 0, 0, 0, 2},                        /* unavailable */
    {4, 0, 0, 0, 0, 0, 4},      {1, 0, 0, 0, 1, 0, 2},  {0, 0, 0, 0, 0, 0, 0}, {1, 0, 0, 0, 0, 0, 1},
    {0, 0, 0, 0, 0, 0, 0},                                                     /* not processed */
    {1, 0, 0, 0, 0, 0, 1},      {0, 0, 0, 0, 0, 0, 0},  {0, 1, 0, 0, 0, 0, 1}, /* other */
    {117, 14, 0, 2, 6, 1, 140}, {7, 0, 0, 0, 1, 0, 8},                         /* concluded, carried out */
};

#define ROW_OTHER 20 /* the first of （六）其他处理 */

int
county_figure (const GovForm *form, guint cell)
{
  guint row = cell / COUNTY_COLUMNS, column = cell % COUNTY_COLUMNS;

  if (gov_form_get_n_rows (form) == COUNTY_ROWS_MAX || row < ROW_OTHER)
    return figures[row][column];
  if (row > ROW_OTHER)
    return figures[row + 2][column];
  return figures[ROW_OTHER][column] + figures[ROW_OTHER + 1][column] + figures[ROW_OTHER + 2][column];
}

void
county_set (GovTable *table, guint cell, GovOrigin origin, const char *value, const char *raw)
{
  const GovCell what = {origin, value, raw, GOV_PLACE_NONE};

  gov_table_set_cell (table, cell, &what);
}

GovTable *
county_print (GovReport *report, const char *edition)
{
  GovTable *table = gov_report_add_table (report, gov_form_find ("applications", edition));
  const GovForm *form = gov_table_get_form (table);

  for (guint c = 0; c < form->n_cells; c++)
    {
      g_autofree char *digits = g_strdup_printf ("%d", county_figure (form, c));
      county_set (table, c, GOV_ORIGIN_READ, digits, digits);
    }
  return table;
}

guint
county_count_wrong (const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);
  guint n = 0;

  for (guint c = 0; c < form->n_cells; c++)
    {
      gint64 value;
      n += !gov_cell_get_integer (gov_table_get_cell (table, c), &value) || value != county_figure (form, c);
    }
  return n;
}
