/* SPDX-License-Identifier: MIT */
/* Writing what was found about an open row into the report's cells. */
#pragma once

#include "core/check/readings.h"

typedef struct {
  GovReport *report;
  GovTable *table;
  GovSource *source; /* where the atoms stand */
} GovSettling;

/* The cell at a column of the row becomes what the reading puts there: resolved, blank, or (an unknown) unreadable. */
void gov_settle_cell (const GovSettling *settling, const GovOpenRow *row, guint cell, const GovPlaced *placed);

/* A cell whose figure could not be read, and that the equations leave one value; what is printed there stays in raw. */
void gov_settle_value (const GovSettling *settling, guint cell, gint64 value);

/* Replace a printed figure that the equations refute, by another or by a blank; the printed one stays in raw. */
void gov_settle_repair (const GovSettling *settling, guint cell, gint64 value, gboolean blank);

/* The cell stays open: unreadable, with the whole row as raw text. A row without atoms leaves it missing. */
void gov_settle_open (const GovSettling *settling, const GovOpenRow *row, guint cell);

/* The place of the whole row; GOV_PLACE_NONE when it has no atoms. */
GovPlace gov_settle_row_place (const GovSettling *settling, const GovOpenRow *row);

/* "64 0 0 2 0 4 70": the row as a reading has it, blanks as "_", unknowns as "?". */
void gov_settle_append_reading (GString *text, const GovOpenRow *row, const GovReading *reading, guint n_columns);
