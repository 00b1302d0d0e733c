/* SPDX-License-Identifier: MIT */
/* From a document to a report: which table is this, which row, which column, what number; sections; publisher, year, period. */
#pragma once

#include "core/check/reconcile.h"
#include "core/document/document.h"
#include <govconv/report.h>

/* What the source leaves open, for gov_reconcile(); lives in the document's arena. */
typedef struct {
  guint n_open;
  const GovOpenTable *open;
} GovOpenings;

/* Fill report (fresh, but for its source and the diagnostics of reading) from document. FALSE and error (GOV_ERROR_NO_REPORT)
 * when the document is no report of this form: the message says why (form-unknown, an empty shell, the blank form itself). */
gboolean gov_interpret (const GovDocument *document, GovReport *report, GovOpenings *openings, GError **error);
