/* SPDX-License-Identifier: MIT */
/* Reconciling: the form's arithmetic as an error-correcting code over the readings that the source leaves open.
 *
 * interpret fills every cell that the source settles and hands over the rest as open rows: the printed pieces of a row in
 * order, and what may be wrong with them. reconcile enumerates the readings of each open row and keeps those under which all
 * equations hold; one that is unique at the least cost becomes cells with origin "resolved", otherwise the cells stay
 * without a value (origin "unreadable") and a diagnostic states between what they are open. */
#pragma once

#include <govconv/report.h>

typedef enum {
  GOV_ATOM_FIGURE,     /* digits that read as one figure, or, with GOV_ATOM_JOINED, as several */
  GOV_ATOM_BLANK,      /* an empty place or a placeholder */
  GOV_ATOM_UNREADABLE, /* something printed that is no number */
} GovAtomKind;

typedef enum {
  GOV_ATOM_PLAIN = 0,
  GOV_ATOM_JOINED = 1 << 0, /* several figures may stand here without a mark between them */
} GovAtomFlags;

typedef struct {
  GovAtomKind kind;
  GovAtomFlags flags;
  const char *text; /* folded: a figure's ASCII digits; else as printed. NUL-terminated, lives through the call */
  GovSpan span;     /* where it stands; of a JOINED figure one byte of span for each digit */
} GovAtom;

typedef enum {
  GOV_OPEN_NOTHING = 0,
  GOV_OPEN_LACKS = 1 << 0,   /* places may have been lost anywhere: fewer atoms than columns */
  GOV_OPEN_SURPLUS = 1 << 1, /* more atoms than columns: one may be doubled or foreign, or a figure split over two */
  GOV_OPEN_MISREAD = 1 << 2, /* digits may be misread (recognised from a picture) */
} GovOpenFlags;

/* What is open about one row of a table; for a form of one printed row (section 4) about the whole table: row_in_form 0,
 * n_columns = all its cells. */
typedef struct {
  guint row_in_form;
  GovOpenFlags flags;
  guint n_atoms;
  const GovAtom *atoms;
} GovOpenRow;

typedef struct {
  const char *table;
  guint n_rows;           /* may be 0: nothing is open, the table is named for what follows */
  const GovOpenRow *rows; /* at most one for a row of the form */
  gboolean recognised;    /* from a picture (GOV_TABLE_RECOGNISED): a digit may be a misreading, not the organ's own */
} GovOpenTable;

/* Settle the open rows of the report's tables, as far as the arithmetic does; with repair also replace clearly printed cells
 * that it refutes. Then evaluate the checks, give each failed one its verdict, and add the diagnostics for both. source
 * gives the places. open may be NULL when n_open is 0 (a report loaded back). */
void gov_reconcile (GovReport *report, GovSource *source, const GovOpenTable *open, guint n_open, gboolean repair);
