/* SPDX-License-Identifier: MIT */
#include "core/check/recheck.h"
#include "core/check/narrative.h"
#include "core/check/reconcile.h"
#include "core/report/report.h"

#include <string.h>

/* What is said about the figures as they stand, and is wrong as soon as one is replaced. */
static gboolean
is_judgement (const GovDiagnostic *diagnostic)
{
  static const char *const codes[] = {"check-failed", "check-uncertain", "narrative-alternative", "narrative-differs", NULL};

  return g_strv_contains (codes, diagnostic->code);
}

/* A row that was left open for want of figures, and has all of them now. */
static gboolean
is_settled (const GovReport *report, const GovDiagnostic *diagnostic)
{
  if (strcmp (diagnostic->code, "reading-open") != 0 || diagnostic->n_cells == 0)
    return FALSE;
  for (guint i = 0; i < diagnostic->n_cells; i++)
    {
      const GovCellRef *ref = &diagnostic->cells[i];
      const GovTable *table = gov_report_find_table (report, ref->table);
      guint cell = table != NULL ? gov_form_find_cell (gov_table_get_form (table), ref->row, ref->column) : GOV_CELL_NONE;

      if (cell == GOV_CELL_NONE || !gov_cell_has_value (gov_table_get_cell (table, cell)))
        return FALSE;
    }
  return TRUE;
}

static const GovPlace *
find_place (const GovDiagnostics *before, const GovDiagnostic *again)
{
  for (guint i = 0; i < gov_diagnostics_get_length (before); i++)
    {
      const GovDiagnostic *d = gov_diagnostics_get (before, i);
      if (strcmp (d->code, again->code) == 0 && strcmp (d->message, again->message) == 0)
        return &d->place;
    }
  return &again->place;
}

static void
add_copy (GovDiagnostics *to, const GovDiagnostic *d, const GovPlace *place)
{
  gov_diagnostics_add_as (to, d->severity, d->code, place, d->cells, d->n_cells, d->message);
}

void
gov_recheck (GovReport *report, GovSource *source, gboolean repair)
{
  g_autoptr (GovDiagnostics) before = gov_report_steal_diagnostics (report);

  gov_reconcile (report, source, NULL, 0, repair);
  gov_check_narrative (report, NULL);
  g_autoptr (GovDiagnostics) found = gov_report_steal_diagnostics (report);
  GovDiagnostics *all = gov_report_get_mutable_diagnostics (report);
  for (guint i = 0; i < gov_diagnostics_get_length (before); i++)
    {
      const GovDiagnostic *d = gov_diagnostics_get (before, i);
      if (!is_judgement (d) && !is_settled (report, d))
        add_copy (all, d, &d->place);
    }
  for (guint i = 0; i < gov_diagnostics_get_length (found); i++)
    {
      const GovDiagnostic *d = gov_diagnostics_get (found, i);
      add_copy (all, d, find_place (before, d));
    }
}
