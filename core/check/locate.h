/* SPDX-License-Identifier: MIT */
/* Where the errors are: the smallest changes of printed figures under which every equation holds that can be assessed. */
#pragma once

#include "core/check/model.h"

#define GOV_LOCATE_CELLS_MAX 3         /* figures changed at once */
#define GOV_LOCATE_NODES_MAX 20000     /* partial explanations looked at; more: undetermined */
#define GOV_LOCATE_EXPLANATIONS_MAX 24 /* explanations kept; more are counted as "several" all the same */

typedef struct {
  guint cell;
  gint64 value; /* the one that would fit; never negative */
} GovChange;

typedef struct {
  guint n_changes;
  GovChange changes[GOV_LOCATE_CELLS_MAX]; /* by ascending cell */
} GovExplanation;

typedef struct {
  gboolean complete;    /* FALSE: a limit ended the search; there may be others as small */
  GArray *explanations; /* GovExplanation, all with the same number of changes */
} GovExplanations;

/* All explanations of the equations that speak against the figures (with blanks as 0) with the least number of changes. A
 * single change may be any, and may be of a blank; where two or three are needed each must be one slip of a printed figure's
 * digit (edits.h). None: nothing fails, or nothing of that size explains it. Free with
 * gov_explanations_free(). */
GovExplanations *gov_locate_errors (const GovModel *model);
void gov_explanations_free (GovExplanations *explanations);

/* The one explanation, if there is exactly one; NULL otherwise. */
const GovExplanation *gov_explanations_get_unique (const GovExplanations *explanations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovExplanations, gov_explanations_free)
