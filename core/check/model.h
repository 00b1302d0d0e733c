/* SPDX-License-Identifier: MIT */
/* One table as integers: what each cell says, how the equations stand, which equations a cell takes part in. What the solver
 * and the search for errors work on; the report's table is not touched. */
#pragma once

#include "core/check/equations.h"
#include <govconv/report.h>

typedef enum {
  GOV_STATE_KNOWN,   /* an integer is printed, or was found */
  GOV_STATE_BLANK,   /* printed as blank */
  GOV_STATE_UNKNOWN, /* unreadable, missing, no integer, or of an open row */
} GovState;

typedef enum {
  GOV_STANDS_HOLDS,  /* with blanks as 0 */
  GOV_STANDS_FAILS,  /* every operand is known and the sides differ */
  GOV_STANDS_SOFT,   /* the sides differ with blanks as 0 */
  GOV_STANDS_SILENT, /* one side is blank throughout, as is common under a printed total: says nothing */
  GOV_STANDS_OPEN,   /* an operand is unknown */
} GovStanding;

typedef struct {
  guint equation; /* index of the instance */
  int sign;       /* +1 on its left, -1 on its right */
} GovTerm;

typedef struct {
  const GovInstances *instances;
  guint n_cells, n_equations;
  GovState *states;
  gint64 *values; /* 0 unless known */
  GovStanding *standing;
  gint64 *residuals;  /* left - right with blanks and unknowns as 0 */
  guint *first_terms; /* terms[first_terms[cell] … first_terms[cell + 1]) are the cell's */
  GovTerm *terms;
} GovModel;

/* instances is borrowed. */
GovModel *gov_model_new (const GovInstances *instances);
void gov_model_free (GovModel *model);

/* Take the states and values from the table's cells, then judge the equations. */
void gov_model_load (GovModel *model, const GovTable *table);
void gov_model_set_unknown (GovModel *model, guint cell);
/* Bring standing and residuals up to date with the states and values. */
void gov_model_judge (GovModel *model);

/* Whether an equation speaks against the figures: FAILS or SOFT. */
static inline gboolean
gov_model_speaks_against (const GovModel *model, guint equation)
{
  return model->standing[equation] == GOV_STANDS_FAILS || model->standing[equation] == GOV_STANDS_SOFT;
}

/* A blank that takes part in an equation which does not hold with 0 in its place: nobody knows what it stands for. */
gboolean gov_model_blank_is_open (const GovModel *model, guint cell);
/* Whether any equation speaks against the figures. */
gboolean gov_model_is_doubtful (const GovModel *model);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovModel, gov_model_free)
