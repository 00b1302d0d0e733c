/* SPDX-License-Identifier: MIT */
#include "core/check/years.h"
#include "core/check/check.h"

#include <string.h>

/* A jump: at least so many times as much or as little, and by at least so many. */
#define JUMP_FACTOR 5
#define JUMP_LEAST 50

static gboolean
get_value (const GovTable *table, const char *row, const char *column, gint64 *value)
{
  guint cell = gov_form_find_cell (gov_table_get_form (table), row, column);

  return cell != GOV_CELL_NONE && gov_cell_get_integer (gov_table_get_cell (table, cell), value);
}

static const GovPlace *
place_of (const GovTable *table, const GovCellRef *ref)
{
  guint cell = gov_form_find_cell (gov_table_get_form (table), ref->row, ref->column);

  return &gov_table_get_cell (table, cell)->place;
}

static void
compare_carried (const GovReport *previous, const GovTable *before, GovReport *current, const GovTable *after)
{
  const GovFormBlock *block = &gov_table_get_form (after)->blocks[0];

  for (guint c = 0; c < block->n_columns; c++)
    {
      const GovCellRef ref = {"applications", "carried_in", block->columns[c].id};
      gint64 carried_out, carried_in;

      if (!get_value (before, "carried_out", ref.column, &carried_out) || !get_value (after, ref.row, ref.column, &carried_in)
          || carried_out == carried_in)
        continue;
      gov_diagnostics_add (gov_report_get_mutable_diagnostics (current), "years-differ", place_of (after, &ref), &ref, 1,
                           "%s: %" G_GINT64_FORMAT " carried in, but the report on %u carried out %" G_GINT64_FORMAT,
                           block->columns[c].label, carried_in, gov_report_get_year (previous), carried_out);
    }
}

static gboolean
is_jump (gint64 before, gint64 after)
{
  gint64 high = MAX (before, after), low = MIN (before, after);

  return high - low >= JUMP_LEAST && high >= JUMP_FACTOR * low;
}

static void
note_jumps (const GovReport *previous, GovReport *current)
{
  static const GovCellRef watched[] = {
      {"applications", "received", "total"},     {"applications", "concluded", "total"},
      {"review_litigation", "review", "total"},  {"review_litigation", "litigation_direct", "total"},
      {"disclosure", "licensing", "decisions"},  {"disclosure", "penalty", "decisions"},
      {"disclosure", "compulsion", "decisions"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      const GovTable *before = gov_report_find_table (previous, watched[i].table);
      const GovTable *after = gov_report_find_table (current, watched[i].table);
      gint64 was, is;

      if (before == NULL || after == NULL || !get_value (before, watched[i].row, watched[i].column, &was)
          || !get_value (after, watched[i].row, watched[i].column, &is) || !is_jump (was, is))
        continue;
      guint cell = gov_form_find_cell (gov_table_get_form (after), watched[i].row, watched[i].column);
      GovFormCell what = gov_form_get_cell (gov_table_get_form (after), cell);
      gov_diagnostics_add (gov_report_get_mutable_diagnostics (current), "years-jump", place_of (after, &watched[i]),
                           &watched[i], 1, "%s, %s: %" G_GINT64_FORMAT " after %" G_GINT64_FORMAT " in the year before",
                           what.row->label, what.column->label, is, was);
    }
}

/* Whether to compare at all. */
static gboolean
follow_each_other (const GovReport *previous, GovReport *current)
{
  GovDiagnostics *diagnostics = gov_report_get_mutable_diagnostics (current);
  const char *before = gov_report_get_publisher (previous), *after = gov_report_get_publisher (current);
  guint year = gov_report_get_year (current), last = gov_report_get_year (previous);

  if (year != 0 && last != 0 && last + 1 != year)
    {
      gov_diagnostics_add (diagnostics, "years-not-compared", NULL, NULL, 0,
                           "this report is on %u, the other on %u: they are not of consecutive years and were not compared",
                           year, last);
      return FALSE;
    }
  if (before != NULL && after != NULL && strcmp (before, after) != 0)
    gov_diagnostics_add (diagnostics, "years-not-compared", NULL, NULL, 0,
                         "the other report is by %s: if that is another organ, do not mind the differences", before);
  return TRUE;
}

void
gov_check_years (const GovReport *previous, GovReport *current)
{
  const GovTable *before = gov_report_find_table (previous, "applications");
  const GovTable *after = gov_report_find_table (current, "applications");

  if (!follow_each_other (previous, current))
    return;
  if (before != NULL && after != NULL)
    compare_carried (previous, before, current, after);
  note_jumps (previous, current);
}
