/* SPDX-License-Identifier: MIT */
/* The text against the tables: counts that the report states in words. */
#pragma once

#include "core/document/document.h"
#include <govconv/report.h>

/* Compare every count of applications, answers, reviews and suits in the report's paragraphs with the cells, and add a
 * diagnostic for each that differs: a note where another reading of the sentence fits, or another sentence agrees, else a
 * warning. What may be a part, another year's or another matter's is passed over. document gives the places; NULL (a report
 * loaded back): the diagnostics have none. */
void gov_check_narrative (GovReport *report, const GovDocument *document);
