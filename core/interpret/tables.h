/* SPDX-License-Identifier: MIT */
/* The tables of a report: which edition each is of, then its rows and cells. */
#pragma once

#include "core/interpret/interpret.h"
#include "core/interpret/recognise.h"

/* Add all tables of the form to the report, those that the source does not have with every cell missing. The tables found:
 * bit GOV_TABLE_… of each. */
guint gov_tables_fill (const GovDocument *document, const GovStrips *strips, const GovRecognised *recognised, GovReport *report,
                       GovOpenings *openings);
