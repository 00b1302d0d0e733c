/* SPDX-License-Identifier: MIT */
/* The form's arithmetic over a report: what holds, what fails, and why. */
#pragma once

#include <govconv/report.h>

/* Evaluate every equation of every table of the report and replace its checks. Adds no diagnostics: gov_explain_checks()
 * does. Blanks count as 0 and make a differing result "uncertain", never "fail", except that a column or a row that is
 * blank throughout its terms under a printed total passes. */
void gov_check_report (GovReport *report);
