/* SPDX-License-Identifier: MIT */
/* Sections: headings and paragraphs, in order, nothing lost. What stands in a recognised table is not told again. */
#pragma once

#include "core/interpret/recognise.h"
#include <govconv/report.h>

/* Add the report's sections; how many headings were found. */
guint gov_sections_fill (const GovDocument *document, const GovStrips *strips, const GovRecognised *recognised,
                         GovReport *report);
