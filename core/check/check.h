/* SPDX-License-Identifier: MIT */
/* The form's arithmetic over a report: what holds and what fails. Why it fails is for reconcile. */
#pragma once

#include "core/check/equations.h"
#include <govconv/report.h>

/* Evaluate every equation of every table of the report and replace its checks; adds no diagnostics.
 *
 *   pass            every operand has a value, both sides are equal
 *   fail            every operand has a value, the sides differ
 *   uncertain       an operand is blank; left, right and difference are stated with blanks as 0
 *   not-assessable  an operand is missing, unreadable or too long to add, or all of them are blank: nothing is printed
 */
void gov_check_report (GovReport *report);

/* Append the checks of one table. verdicts: one for each instance, used where the check fails; NULL: none is known. */
void gov_check_table (GovReport *report, const GovTable *table, const GovInstances *instances, const GovVerdict *verdicts);

/* A cell of a form by its identifiers; the strings are the form's. */
GovCellRef gov_check_cell_ref (const GovForm *form, guint cell);
