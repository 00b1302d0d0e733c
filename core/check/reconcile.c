/* SPDX-License-Identifier: MIT */
#include "core/check/reconcile.h"
#include "core/check/check.h"
#include "core/check/settle.h"

#include <string.h>

#define ALTERNATIVES_NAMED 4 /* readings that a message quotes */

static guint
row_start (const GovForm *form, guint row_in_form, guint *n_columns)
{
  const GovFormBlock *block;

  if (form->one_printed_row)
    {
      *n_columns = form->n_cells;
      return 0;
    }
  guint start = gov_form_get_row_start (form, row_in_form, &block);
  *n_columns = block->n_columns;
  return start;
}

/* Readings beyond the least cost do not count: they assume more than they must. */
static guint
count_cheapest (const GovReadings *readings)
{
  guint n = 0;

  while (n < readings->list->len && gov_readings_get (readings, n)->cost == gov_readings_get (readings, 0)->cost)
    n++;
  return n;
}

/* Whether the first n readings put the same into a column. */
static gboolean
agree (const GovReadings *readings, guint n, guint column)
{
  const GovPlaced *first = &gov_readings_get (readings, 0)->placed[column];

  for (guint i = 1; i < n; i++)
    {
      const GovPlaced *placed = &gov_readings_get (readings, i)->placed[column];
      if (placed->kind != first->kind || placed->value != first->value)
        return FALSE;
    }
  return first->kind != GOV_PLACED_UNKNOWN;
}

static void
explain_open (const GovSettling *settling, const GovOpenRow *row, const GovReadings *readings, guint n, GArray *cells)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GovPlace place = gov_settle_row_place (settling, row);

  if (n == 0 || !readings->complete)
    g_string_append (text, readings->complete ? "no reading of this row fits its columns" : "this row has too many readings");
  else
    {
      g_string_append (text, "this row can be read in several ways: ");
      for (guint i = 0; i < MIN (n, ALTERNATIVES_NAMED); i++)
        {
          g_string_append (text, i == 0 ? "" : i + 1 == n ? " or " : ", ");
          gov_settle_append_reading (text, gov_readings_get (readings, i), readings->n_columns);
        }
      if (n > ALTERNATIVES_NAMED)
        g_string_append_printf (text, " or %u more", n - ALTERNATIVES_NAMED);
    }
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (settling->report), "reading-open", &place,
                       (const GovCellRef *) (gconstpointer) cells->data, cells->len, "%s; no value is claimed", text->str);
}

static void
settle_row (const GovSettling *settling, const GovOpenRow *row, const GovReadings *readings)
{
  const GovForm *form = gov_table_get_form (settling->table);
  guint n = readings->complete ? count_cheapest (readings) : 0;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (GovCellRef));

  for (guint c = 0; c < readings->n_columns; c++)
    {
      guint cell = readings->start + c;

      if (n > 0 && agree (readings, n, c))
        gov_settle_cell (settling, row, cell, &gov_readings_get (readings, 0)->placed[c]);
      else
        {
          GovCellRef ref = gov_check_cell_ref (form, cell);
          gov_settle_open (settling, row, cell);
          g_array_append_val (open, ref);
        }
    }
  if (open->len > 0)
    explain_open (settling, row, readings, n, open);
}

void
gov_reconcile (GovReport *report, GovSource *source, const GovOpenTable *open, guint n_open, gboolean repair)
{
  (void) repair;
  for (guint t = 0; t < n_open; t++)
    {
      GovSettling settling = {report, gov_report_get_mutable_table (report, open[t].table), source};

      if (settling.table == NULL)
        continue;
      const GovForm *form = gov_table_get_form (settling.table);
      g_autoptr (GovInstances) instances = gov_instances_new (form);
      for (guint r = 0; r < open[t].n_rows; r++)
        {
          guint n_columns, start = row_start (form, open[t].rows[r].row_in_form, &n_columns);
          g_autoptr (GovReadings) readings = gov_readings_new (&open[t].rows[r], start, n_columns, instances);
          settle_row (&settling, &open[t].rows[r], readings);
        }
    }
  gov_check_report (report);
}
