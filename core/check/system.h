/* SPDX-License-Identifier: MIT */
/* The solver: which readings of the open rows, and which values of the unknown cells, the equations leave.
 *
 * Every cell has a range of values; every open row has a list of readings. Ranges are narrowed over the equations and
 * readings that no longer fit are struck out until nothing changes; where readings are left, one row after the other is
 * tried (branch and bound on the cost). A value counts as found only if all solutions of the least cost have it. */
#pragma once

#include "core/check/model.h"
#include "core/check/readings.h"

#define GOV_SYSTEM_NODES_MAX 2000    /* rows tried; more: what narrowing alone settles stands, the rest stays open */
#define GOV_SYSTEM_SOLUTIONS_MAX 512 /* solutions of the least cost; more: likewise */
#define GOV_SYSTEM_VALUE_MAX G_GINT64_CONSTANT (999999999999999) /* of a cell, as gov_cell_get_integer() reads it */

typedef struct {
  gint64 low, high;
} GovRange;

typedef enum {
  GOV_SYSTEM_SOLVED,        /* all solutions of the least cost are known */
  GOV_SYSTEM_CONTRADICTORY, /* there is none, or none was found before a limit ended the search */
  GOV_SYSTEM_CUT,           /* there is one, but a limit ended the search for others */
} GovSystemOutcome;

typedef struct {
  GovSystemOutcome outcome;
  GovRange *ranges;  /* of each cell over all solutions found (of the least cost) */
  gboolean *settled; /* of each cell of an open row: every solution puts the same there; ranges then has one value, or it
                        is blank in all of them */
  guint n_rows;
  GArray **used; /* for each open row the readings (guint) that solutions use, in order */
} GovSolutions;

/* rows: the readings of the open rows. ignored: for each equation, whether it is left out. Equations that fail or say nothing
 * are left out anyway. Free with gov_solutions_free(). */
GovSolutions *gov_system_solve (const GovModel *model, GovReadings *const *rows, guint n_rows, const gboolean *ignored);
void gov_solutions_free (GovSolutions *solutions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovSolutions, gov_solutions_free)
