/* SPDX-License-Identifier: MIT */
/* What the views of a report for people share: where its tables belong, and which cells deserve a second look. */
#pragma once

#include <govconv/report.h>

/* The table that stands in the section, and those that no section holds (section NULL): the table at *from or behind it, *from
 * moved past it; NULL: no more. */
const GovTable *view_next_table (const GovReport *report, const GovSection *section, guint *from);

/* Whether a failed check speaks of the cell. */
gboolean view_cell_is_disputed (const GovReport *report, const GovForm *form, guint cell);

/* A few words on a cell that is not simply what is printed: "repaired, printed 37"; NULL: nothing to say, or merely blank.
 * Free with g_free(). They do not belong into the cell itself: a table of figures is there to be copied. */
char *view_dup_remark (const GovCell *cell);

/* The remarks on all cells of a table, a line for each different one: "missing: received.total, concluded.total".
 * Free with g_strfreev(). */
char **view_dup_notes (const GovTable *table);

/* "FILE:LINE:CHAR", as far as known. Free with g_free(). */
char *view_dup_place (const GovReport *report, const GovPlace *place);
