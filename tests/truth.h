/* SPDX-License-Identifier: MIT */
/* Holding a conversion against what is true about the report. */
#pragma once

#include "tests/convert.h"
#include "tests/forge/forge.h"

/* Cells of the report's forms. silent: wrong, and neither the cell's origin nor a diagnostic of severity warning or above says
 * so; a value in a place that the true form does not have counts too. */
typedef struct {
  guint total, right, flagged, silent;
} GovTally;

/* Adds to tally; misses (may be NULL) gets a line for each wrong cell. */
void gov_test_tally (const ForgeReport *truth, const GovTestConversion *conversion, GovTally *tally, GString *misses);

/* Notes a failure for every wrong cell, edition, publisher, title, year and period. */
void gov_test_expect_cells (const ForgeReport *truth, const GovTestConversion *conversion);
void gov_test_expect_metadata (const ForgeReport *truth, const GovTestConversion *conversion);
/* Headings and paragraphs; the preamble may hold more than what is true, such as a site's own lines. */
void gov_test_expect_sections (const ForgeReport *truth, const GovTestConversion *conversion);
