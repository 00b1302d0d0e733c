/* SPDX-License-Identifier: MIT */
/* What is no such report is refused with the reason, never forced into the form. */
#pragma once

#include "core/document/document.h"
#include <govconv/report.h>

/* TRUE: the document has a table of the form, or at least its sections. FALSE, error (GOV_ERROR_NO_REPORT) and a diagnostic:
 * it is something else. */
gboolean gov_refuse_unless_report (const GovDocument *document, GovReport *report, gboolean has_tables, guint n_sections,
                                   GError **error);
