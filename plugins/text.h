/* SPDX-License-Identifier: MIT */
/* Between the parts of the text reader: text.c tells running text, text-box.c tables drawn with box characters, text-layout.c
 * finds lines whose texts stand apart by spaces, text-columns.c tells them as tables. */
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

/* A text between two gaps of a line. */
typedef struct {
  guint left, right; /* the columns [left, right) of the print */
  GovSpan span;
  gboolean figure; /* a figure, or a sign in the place of one */
} GovTextSegment;

/* Columns that a sign takes: its width in a terminal, or one. */
guint gov_text_get_width (gunichar c, gboolean by_width);
/* Appends a line's segments, their places counted in one of the two ways. */
void gov_text_split (const char *text, GovSpan line, gboolean by_width, GArray *segments);
guint gov_text_count_figures (const GovTextSegment *segments, guint n);

/* Empty; a page number; one text, or prose; several texts with a figure among them; several texts. */
typedef enum { GOV_TEXT_BLANK, GOV_TEXT_PAGE, GOV_TEXT_PLAIN, GOV_TEXT_FIGURES, GOV_TEXT_COLUMNS } GovTextKind;

/* The line's segments replace those in segments. */
GovTextKind gov_text_get_kind (const char *text, GovSpan line, GArray *segments);

/* The end of the stretch of lines from start on that stand in columns; start itself: there is none. */
guint gov_text_find_columns (const GovTextLines *lines, guint start);
/* Tell the lines from start up to end as a table. */
void gov_text_tell_columns (const GovTextLines *lines, guint start, guint end, GovBuilder *builder);
/* Whether two or more texts stand in the line, set apart by gaps, one of them a figure. */
gboolean gov_text_is_figure_row (const char *text, GovSpan line);
