/* SPDX-License-Identifier: MIT */
/* Title, publisher, year and period: from the title's own line, the lines before it, the document's properties, the text, in
 * this order of trust. */
#pragma once

#include "core/document/document.h"
#include <govconv/report.h>

void gov_metadata_fill (const GovDocument *document, GovReport *report);
