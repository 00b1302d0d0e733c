/* SPDX-License-Identifier: MIT */
/* Columns by the head above them, in rows that have more data than the form has columns: merged cells that a converter repeated
 * are folded back, and columns beside those of the form are left out, the others put into the form's order. */
#pragma once

#include "core/interpret/place.h"

/* Replace data (n of them, in the arena where changed) by the pieces in the order of the block's columns, as far as the head
 * above the anchor settles it; else leave them as they are. */
void gov_header_fold_data (GovPlacing *placing, const GovAlignment *alignment, const GovAnchor *anchor,
                           const GovFormBlock *block, const GovPiece ***data, guint *n);
