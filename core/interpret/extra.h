/* SPDX-License-Identifier: MIT */
/* Rows that the form does not have, and rows that stand twice. */
#pragma once

#include "core/interpret/place.h"

/* Keep a strip that is no row of the form beside the table; after: the form's row before it, or NULL. */
void gov_extra_keep (GovPlacing *placing, GovTable *table, const GovAnchor *anchor, const GovFormRow *after);

/* Compare the strips that repeat an anchor's row with it: different figures are told, naming the row's cells (n_columns from
 * start on). TRUE: the row stands twice, with the same figures. */
gboolean gov_extra_compare (GovPlacing *placing, const GovAlignment *alignment, const GovAnchor *anchor, guint start,
                            guint n_columns);
