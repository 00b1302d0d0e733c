/* SPDX-License-Identifier: MIT */
/* Lines of table cells between bars: measuring and splitting. A bar is '|' or its full-width form; "\|" is a printed bar. */
#pragma once

#include <govconv/document.h>

typedef struct {
  GovSpan span; /* the line without white space at its ends */
  guint n_bars;
  guint n_texts;      /* stretches between bars that are not blank */
  guint n_figures;    /* those of them that are figures */
  gboolean opens;     /* begins with a bar */
  gboolean closes;    /* ends with a bar */
  gboolean separator; /* nothing but bars, hyphens and colons, at least one hyphen between two bars: | --- | :-: | */
  guint longest_rule; /* of a separator: hyphens of the longest stretch */
} GovBarLine;

GovBarLine gov_bars_measure (const char *text, GovSpan line);

/* Walks over the stretches between a line's bars: those before the first and after the last bar, too. */
typedef struct {
  const char *text;
  gsize at, end;
  gboolean done;
} GovBars;

static inline GovBars
gov_bars_over (const char *text, GovSpan line)
{
  return (GovBars){text, line.offset, line.offset + line.length, FALSE};
}

/* The next stretch, trimmed; closed: a bar stands behind it. FALSE: no more. */
gboolean gov_bars_next (GovBars *bars, GovSpan *stretch, gboolean *closed);

/* Tell a span inside an open paragraph or cell, "\|" as a bar. */
void gov_bars_tell (GovBuilder *builder, const char *text, GovSpan span);

/* A separator of rows, as the row-th line (from 0) of its table: one hyphen a column is enough below the first row only, since
 * hyphens are also printed in the place of a figure. */
gboolean gov_bars_is_separator (const GovBarLine *line, guint row);

/* A table in the making: its cells in order, each of one or several pieces of text, and where its rows begin. */
typedef struct {
  GArray *pieces; /* GovSpan */
  GArray *cells;  /* guint: first piece */
  GArray *rows;   /* guint: first cell */
} GovBarTable;

GovBarTable *gov_bar_table_new (void);
void gov_bar_table_free (GovBarTable *table);
void gov_bar_table_add_row (GovBarTable *table);
/* A new cell of one piece, or another piece of the last cell. */
void gov_bar_table_add_cell (GovBarTable *table, GovSpan piece);
void gov_bar_table_add_piece (GovBarTable *table, GovSpan piece);
/* Number of cells of row; of the cells in all when there is no row yet. */
guint gov_bar_table_count_cells (const GovBarTable *table, guint row);
/* Tell it, if it has any cell, and empty it. Rows of different lengths, or padded at their end, make
 * it GOV_TABLE_RAGGED. */
void gov_bar_table_tell (GovBarTable *table, GovBuilder *builder, const char *text, GovTableFlags flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovBarTable, gov_bar_table_free)
