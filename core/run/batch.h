/* SPDX-License-Identifier: MIT */
/* A run over several inputs: each is opened, converted and logged; one that fails does not hold up the others. */
#pragma once

#include "core/run/log.h"
#include "core/run/status.h"
#include <govconv/convert.h>

/* previous: reports of the year before, to compare each report with the one of its publisher; NULL: none. Elements GovReport.
 * inputs: NULL-terminated paths, "-" for standard input. Each report goes to report_func, which takes it; when that fails the
 * run ends, and *error has its reason. Returns what the documents make of the exit status, without --fail-on. */
GovStatus gov_batch_run (const char *const *inputs, const GovConversion *conversion, GPtrArray *previous,
                         GovReportFunc report_func, gpointer user_data, GovLog *log, GError **error);
