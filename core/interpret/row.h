/* SPDX-License-Identifier: MIT */
/* The data of one row: which of a strip's pieces they are, and what has to be left open about them. */
#pragma once

#include "core/interpret/place.h"

/* On which side a grid pads rows that have fewer cells than others. */
typedef enum { GOV_PAD_UNKNOWN, GOV_PAD_BEHIND, GOV_PAD_BEFORE } GovPadding;

typedef struct {
  guint n_data;
  const GovPiece **data; /* pieces in the order of the columns */
} GovRowData;

/* Rows that are longer than their columns and blank at one end only show the habit of their grid. */
GovPadding gov_row_find_padding (const GovPlacing *placing, const GovAlignment *alignment, const GovGrid *grid);

/* Take padding away until as many pieces are left as there are columns, or none is. */
void gov_row_trim (GovRowData *row, guint n_columns, GovPadding padding);
/* Take the empty places at one end away. */
void gov_row_trim_before (GovRowData *row);
void gov_row_trim_behind (GovRowData *row);

gboolean gov_row_is_blank (const GovRowData *row);
/* Some of its pieces may hold several figures. */
gboolean gov_row_has_joined (const GovRowData *row);
/* The last place of a full row is empty while figures stand in all before it. */
gboolean gov_row_ends_empty (const GovRowData *row);

/* Its first place is empty, and some other is not. */
gboolean gov_row_begins_empty (const GovRowData *row);

/* Hand a row over to gov_reconcile(). */
void gov_row_leave_open (GovPlacing *placing, guint row_in_form, const GovRowData *row, GovOpenFlags flags);
