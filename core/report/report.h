/* SPDX-License-Identifier: MIT */
/* What only the core does with a report; the rest is in govconv/report.h. */
#pragma once

#include <govconv/report.h>

/* The diagnostics, of which the report begins a new list. Free with gov_diagnostics_free(). */
GovDiagnostics *gov_report_steal_diagnostics (GovReport *report);
