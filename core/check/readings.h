/* SPDX-License-Identifier: MIT */
/* The readings of one open row: every way to lay its atoms over its columns, each with what it assumes (its cost). */
#pragma once

#include "core/check/equations.h"
#include "core/check/reconcile.h"

#define GOV_READING_COLUMNS 16       /* columns of an open row; section 4 has 15 */
#define GOV_READINGS_MAX 4096        /* readings of one row; more: the row stays open */
#define GOV_READINGS_ASTRAY_MAX 64   /* readings of a row that cannot add up */
#define GOV_READING_STEPS_MAX 200000 /* steps of the search for them; more: the row stays open */
#define GOV_READING_DIGITS 15        /* digits of one figure, as gov_cell_get_integer() reads them */

/* Costs: the number of things that a reading assumes beyond what is printed. */
#define GOV_COST_GAP 1      /* a place was lost without a trace */
#define GOV_COST_DROPPED 2  /* an atom is no figure of this row */
#define GOV_COST_MERGED 2   /* two atoms are one figure */
#define GOV_COST_CONFUSED 1 /* a letter stands for a digit that it may be taken for */

typedef enum {
  GOV_PLACED_FIGURE,
  GOV_PLACED_BLANK,   /* empty, by an atom or by a gap */
  GOV_PLACED_UNKNOWN, /* an atom that is no number, or the figure lost from a recognised row */
  GOV_PLACED_DECIMAL, /* a figure with a sign or a fraction, no term of any equation; value: its atom */
} GovPlacedKind;

/* What one reading puts into one column: digits [from, from + length) of atom first; the whole of first … last when merged. */
typedef struct {
  gint64 value;
  GovPlacedKind kind;
  guint8 first, last; /* atoms; GOV_NO_ATOM for a gap */
  guint16 from, length;
} GovPlaced;

#define GOV_NO_ATOM G_MAXUINT8

typedef struct {
  guint cost;
  GovPlaced placed[GOV_READING_COLUMNS];
} GovReading;

typedef struct {
  guint start, n_columns; /* the row's first cell, its columns */
  gboolean complete;      /* FALSE: a limit ended the search, there may be more */
  gboolean adds_up;       /* TRUE: the readings are those that fulfil the row's own equations. FALSE: none does */
  GArray *list;           /* GovReading, cheapest first */
} GovReadings;

/* start, n_columns: the row in the form. The row's own equations are those of instances whose cells all lie in it. Only
 * readings that fulfil them are listed, if there is one; otherwise all. Of a row that may have lost places (GOV_OPEN_LACKS)
 * the readings with the fewest gaps are listed, and those with up to extra_gaps more.
 * blanks: the table has blank places, so that a place lost from a recognised row may have been one. Free with
 * gov_readings_free(). */
GovReadings *gov_readings_new (const GovOpenRow *row, guint start, guint n_columns, const GovInstances *instances,
                               guint extra_gaps, gboolean blanks);
void gov_readings_free (GovReadings *readings);

static inline const GovReading *
gov_readings_get (const GovReadings *readings, guint index)
{
  return &g_array_index (readings->list, GovReading, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovReadings, gov_readings_free)
