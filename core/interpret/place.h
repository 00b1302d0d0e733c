/* SPDX-License-Identifier: MIT */
/* Placing: the data of each strip into the columns of its row. What the source settles becomes cells; what it leaves open is
 * kept for gov_reconcile(). */
#pragma once

#include "core/check/reconcile.h"
#include "core/interpret/align.h"

typedef struct {
  GovArena *arena;
  GovSource *source;
  GovReport *report;
  const GovStrips *strips;
  const GovRecognised *recognised;
  GArray *open; /* GovOpenRow of the table being placed */
} GovPlacing;

/* Fill the report's table of the alignment's form. */
void gov_place_rows (GovPlacing *placing, const GovAlignment *alignment);

/* The same for a form of one printed row (section 4): its strips in order. FALSE: there is no row, only its head. */
gboolean gov_place_printed_row (GovPlacing *placing, const GovForm *form);
