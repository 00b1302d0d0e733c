/* SPDX-License-Identifier: MIT */
/* Aligning: which row of the form is each strip? Both run from top to bottom, so the answer is a monotone alignment; labels
 * may be damaged, split over strips, or gone, rows may be missing, doubled or foreign. */
#pragma once

#include "core/interpret/recognise.h"

#define GOV_ROW_NONE G_MAXUINT

/* A strip with data, in the region of a table. */
typedef struct {
  guint strip;
  guint row;    /* of the form; GOV_ROW_NONE: none of them */
  float fit;    /* of its label to that row's, 0 … 1 */
  float margin; /* by how much the alignment is better than the best one that takes this strip otherwise */
  gboolean labelled;
  guint doubles; /* of a strip that is none of the rows: the row that its label repeats, or GOV_ROW_NONE */
} GovAnchor;

typedef struct {
  const GovForm *form;
  guint n_anchors;
  GovAnchor *anchors;
  float score; /* comparable between the editions of one table */
} GovAlignment;

/* Align the strips recognised as the form's table. Lives in arena. Linear in the strips (times the form's rows). */
GovAlignment gov_align (GovArena *arena, const GovForm *form, const GovStrips *strips, const GovRecognised *recognised);
