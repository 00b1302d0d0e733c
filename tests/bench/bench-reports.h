/* SPDX-License-Identifier: MIT */
/* Applications tables of the forge as integers, and the mistakes that organs make in them. */
#pragma once

#include "forge/forge.h"

#define REPORT_CELLS_MAX 175

typedef struct {
  const GovForm *form;
  guint n_cells, n_rows, n_columns;
  gint64 values[REPORT_CELLS_MAX];
  gboolean blank[REPORT_CELLS_MAX];
} Report;

void report_invent (Report *report, ForgeRandom *random, const char *edition, ForgeClass size);

/* One digit of a figure taken for another; two thirds of the time for one of similar shape. */
gint64 report_misread (ForgeRandom *random, gint64 figure);

/* A slip as organs make it: a total that does not follow its rows, a row left out of it, a figure typed wrong. */
void report_make_mistake (Report *report, ForgeRandom *random);
