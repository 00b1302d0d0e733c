/* SPDX-License-Identifier: MIT */
#include "core/interpret/interpret.h"
#include "core/interpret/metadata.h"
#include "core/interpret/refuse.h"
#include "core/interpret/sections.h"
#include "core/interpret/tables.h"

static void
tell_missing_tables (GovReport *report, guint found)
{
  for (GovTableKind table = GOV_TABLE_DISCLOSURE; table < GOV_N_TABLES; table++)
    if (!(found & 1u << table))
      gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), "table-missing", NULL, NULL, 0,
                           "the source has no table “%s”: all its cells are missing",
                           gov_table_get_form (gov_report_find_table (report, gov_table_kind_get_name (table)))->title);
}

/* The form itself, published as a template: every place is there, none is filled. */
static void
note_blank_form (GovReport *report)
{
  gboolean any_blank = FALSE;

  for (guint t = 0; t < gov_report_get_n_tables (report); t++)
    {
      const GovTable *table = gov_report_get_table (report, t);
      for (guint c = 0; c < gov_table_get_form (table)->n_cells; c++)
        {
          GovOrigin origin = gov_table_get_cell (table, c)->origin;
          if (origin != GOV_ORIGIN_BLANK && origin != GOV_ORIGIN_MISSING)
            return;
          any_blank |= origin == GOV_ORIGIN_BLANK;
        }
    }
  if (any_blank)
    gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), "blank-form", NULL, NULL, 0,
                         "every cell of every table is blank: this may be the form itself, not a report");
}

gboolean
gov_interpret (const GovDocument *document, GovReport *report, GovOpenings *openings, GError **error)
{
  GovStrips strips = gov_strips_cut (document);
  const GovRecognised *recognised = gov_recognise (document, &strips);

  gov_metadata_fill (document, report);
  guint n_sections = gov_sections_fill (document, &strips, recognised, report);
  guint found = gov_tables_fill (document, &strips, recognised, report, openings);
  if (!gov_refuse_unless_report (document, report, found != 0, n_sections, error))
    return FALSE;
  tell_missing_tables (report, found);
  note_blank_form (report);
  return TRUE;
}
