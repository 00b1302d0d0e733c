/* SPDX-License-Identifier: MIT */
/* An invented county's applications table that adds up: 148 applications, both editions. */
#pragma once

#include <govconv/report.h>

#define COUNTY_ROWS_MAX 25
#define COUNTY_COLUMNS 7

/* The figure at a flat index of the edition's form. */
int county_figure (const GovForm *form, guint cell);
/* Add the table to the report, every cell read as printed. */
GovTable *county_print (GovReport *report, const char *edition);
/* Change one cell of it. value NULL: it has none. */
void county_set (GovTable *table, guint cell, GovOrigin origin, const char *value, const char *raw);
/* How many cells differ from the county's figures. */
guint county_count_wrong (const GovTable *table);
