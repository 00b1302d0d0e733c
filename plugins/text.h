/* SPDX-License-Identifier: MIT */
/* Between the parts of the text reader: text.c tells running text, text-box.c tables drawn with box characters, text-layout.c
 * tables whose columns stand apart by spaces. */
#pragma once

#include <govconv/document.h>

typedef struct {
  const char *text;
  const GovSpan *lines; /* of the whole text, as printed: white space at their start is layout */
  guint n_lines;
} GovTextLines;

/* Whether a line is part of a drawn table: it begins with a sign of box drawing. */
gboolean gov_text_is_box_line (const char *text, GovSpan line);

/* Tell the drawn table that begins in line start, or its lines where they make no table; the first line behind it. start
 * itself: nothing is drawn there, and nothing was told. */
guint gov_text_tell_box (const GovTextLines *lines, guint start, GovBuilder *builder);

/* The end of the stretch of lines from start on that stand in columns; start itself: there is none. */
guint gov_text_find_columns (const GovTextLines *lines, guint start);
/* Tell the lines from start up to end as a table. */
void gov_text_tell_columns (const GovTextLines *lines, guint start, guint end, GovBuilder *builder);
/* Whether two or more texts stand in the line, set apart by gaps, one of them a figure. */
gboolean gov_text_is_figure_row (const char *text, GovSpan line);
