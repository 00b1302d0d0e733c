/* SPDX-License-Identifier: MIT */
/* Columns by the head above them: merged cells that a converter repeated are folded back, and data whose columns stand in
 * another order, or beside columns that the form does not have, is put into the form's order. */
#pragma once

#include "core/interpret/place.h"

/* Replace data (n of them, in the arena where changed) by the pieces in the order of the block's columns, as far as the head
 * above the anchor settles it; else leave them as they are. */
void gov_header_fold_data (GovPlacing *placing, const GovAlignment *alignment, const GovAnchor *anchor,
                           const GovFormBlock *block, const GovPiece ***data, guint *n);
