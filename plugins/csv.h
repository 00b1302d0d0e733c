/* SPDX-License-Identifier: MIT */
/* The two halves of the csv plugin. */
#pragma once

#include <govconv/plugin.h>

/* Tables of reports in comma- or semicolon-separated values; a report itself as this program writes it is no such table. */
extern const GovReader gov_csv_reader;
