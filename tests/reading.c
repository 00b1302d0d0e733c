/* SPDX-License-Identifier: MIT */
#include "tests/reading.h"

GovReading *
gov_reading_new (const char *notation)
{
  GovReading *reading = g_new0 (GovReading, 1);

  reading->paper = gov_paper_new (notation);
  reading->report = gov_report_new ();
  reading->done = gov_interpret (reading->paper->document, reading->report, &reading->openings, &reading->error);
  return reading;
}

void
gov_reading_free (GovReading *reading)
{
  if (reading == NULL)
    return;
  gov_paper_free (reading->paper);
  gov_report_free (reading->report);
  g_clear_error (&reading->error);
  g_free (reading);
}

char *
gov_reading_row (const GovReading *reading, const char *table, const char *row)
{
  static const char *const signs[] = {[GOV_ORIGIN_MISSING] = ".", [GOV_ORIGIN_BLANK] = "_", [GOV_ORIGIN_UNREADABLE] = "?"};
  const GovTable *found = gov_report_find_table (reading->report, table);
  const GovForm *form = found != NULL ? gov_table_get_form (found) : NULL;
  GString *text = g_string_new (NULL);

  for (guint c = 0; form != NULL && c < form->n_cells; c++)
    {
      const GovCell *cell = gov_table_get_cell (found, c);
      if (strcmp (gov_form_get_cell (form, c).row->id, row) != 0)
        continue;
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", cell->value != NULL ? cell->value : signs[cell->origin],
                              cell->origin == GOV_ORIGIN_NORMALIZED ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

char *
gov_reading_codes (const GovReading *reading, GovSeverity at_least)
{
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (reading->report);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      const GovDiagnostic *d = gov_diagnostics_get (diagnostics, i);
      if (d->severity >= at_least)
        g_string_append_printf (text, "%s%s@%u:%u", text->len > 0 ? " " : "", d->code, d->place.line, d->place.column);
    }
  return g_string_free (text, FALSE);
}

const char *
gov_reading_edition (const GovReading *reading, const char *table)
{
  const GovTable *found = gov_report_find_table (reading->report, table);

  return found != NULL ? gov_table_get_form (found)->edition : NULL;
}

char *
gov_reading_open (const GovReading *reading)
{
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < reading->openings.n_open; t++)
    for (guint r = 0; r < reading->openings.open[t].n_rows; r++)
      {
        const GovOpenRow *row = &reading->openings.open[t].rows[r];
        g_string_append_printf (text, "%s%s:%u/%u%s%s", text->len > 0 ? " " : "", reading->openings.open[t].table,
                                row->row_in_form, row->n_atoms, row->flags & GOV_OPEN_LACKS ? "<" : "",
                                row->flags & GOV_OPEN_SURPLUS ? ">" : "");
      }
  return g_string_free (text, FALSE);
}
