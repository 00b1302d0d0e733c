/* SPDX-License-Identifier: MIT */
/* Invented applications tables that add up, with figures of the sizes that occur, and their damage. */
#pragma once

#include <govconv/form.h>

#define REPORT_CELLS_MAX 175

typedef enum {
  FIGURES_SPARSE,      /* a township: a few applications, most cells 0 */
  FIGURES_CITY,        /* hundreds to thousands */
  FIGURES_HUGE,        /* a ministry: tens of thousands to millions */
  FIGURES_ZERO_BLANK,  /* sparse; zeros are left blank */
  FIGURES_EMPTY_LINES, /* city; columns without any application are left blank */
  N_FIGURES,
} Figures;

typedef struct {
  const GovForm *form;
  guint n_cells, n_rows, n_columns;
  gint64 values[REPORT_CELLS_MAX];
  gboolean blank[REPORT_CELLS_MAX];
} Report;

void report_invent (Report *report, GRand *random, const GovForm *form, Figures figures);

/* One digit of a figure taken for another; two thirds of the time for one of similar shape. */
gint64 report_misread (GRand *random, gint64 figure);

/* A slip as organs make it: a total that does not follow its rows, a row counted twice, a figure typed wrong. Returns the
 * number of sums that it breaks. */
void report_make_mistake (Report *report, GRand *random);
