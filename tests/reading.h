/* SPDX-License-Identifier: MIT */
/* A test's document read into a report, as gov_convert() does it up to the arithmetic. */
#pragma once

#include "core/interpret/interpret.h"
#include "tests/paper.h"

typedef struct {
  GovPaper *paper;
  GovReport *report;
  GovOpenings openings; /* of what the source leaves open; in the paper's document */
  gboolean done;
  GError *error;
} GovReading;

GovReading *gov_reading_new (const char *notation);
void gov_reading_free (GovReading *reading);

/* The cells of a row: values, "_" for blank, "?" unreadable, "." missing, "!" behind a value that was normalized. */
char *gov_reading_row (const GovReading *reading, const char *table, const char *row);
/* "CODE@LINE:COLUMN" of each diagnostic of a severity or above, in order, separated by spaces. */
char *gov_reading_codes (const GovReading *reading, GovSeverity at_least);
/* The edition of a table; NULL: the report has none. */
const char *gov_reading_edition (const GovReading *reading, const char *table);
/* What is open: "TABLE:ROW/ATOMS" of each open row with "<" for LACKS, ">" for SURPLUS. */
char *gov_reading_open (const GovReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovReading, gov_reading_free)
