/* SPDX-License-Identifier: MIT */
/* The cells of a check as its equation has them. A report carries some forty checks of up to twenty-three cells, nearly all
 * passed; an output repeats the cells of a check only where they are news, and its reader puts the others back. */
#pragma once

#include <govconv/report.h>

/* The cells that take part in the check by the form's equation, left side first, in the form's order, as GovCellRef; empty
 * when the check's id, row or column is not the form's. Identifiers are borrowed from the form. Free with g_array_unref(). */
GArray *gov_terms_new (const GovForm *form, const char *id, const char *row, const char *column);

/* Whether an output leaves the cells out: the check neither failed nor depends on a blank, and has just its equation's. */
gboolean gov_terms_are_implied (const GovReport *report, const GovCheck *check);
/* Likewise for a reader that met no cells. */
gboolean gov_terms_may_be_implied (GovCheckResult result);
