/* SPDX-License-Identifier: MIT */
/* Figures beside their places: a row whose figures stand one place to the left or right, two neighbours exchanged, one figure
 * in two places. Each is one slip that changes several cells, so the search for single digits does not find it. */
#pragma once

#include "core/check/model.h"

#define GOV_SLIDE_CELLS_MAX 16 /* cells that one slip changes */
#define GOV_SLIDES_MAX 8       /* kept; more are "several" all the same */

typedef enum {
  GOV_SLIDE_ROW,   /* figures of a row, one place beside theirs; the place that comes free is given by the row's sum */
  GOV_SLIDE_PAIR,  /* two neighbours in a row or in a column, exchanged */
  GOV_SLIDE_SPLIT, /* one figure in two neighbouring places, or two in one */
} GovSlideKind;

typedef struct {
  GovSlideKind kind;
  guint n_cells;
  guint cells[GOV_SLIDE_CELLS_MAX];
  gint64 values[GOV_SLIDE_CELLS_MAX];  /* that would fit */
  gboolean blank[GOV_SLIDE_CELLS_MAX]; /* the place would be blank; its value counts as 0 */
} GovSlide;

typedef struct {
  guint n_slides; /* under each all equations hold that can be assessed; different ones differ in a value */
  GovSlide slides[GOV_SLIDES_MAX];
} GovSlides;

void gov_slides_find (const GovModel *model, GovSlides *slides);
