/* SPDX-License-Identifier: MIT */
/* Nested blocks, as pages and word processors have them, told to the builder one after the other. Shared by the readers
 * whose cells may hold paragraphs and tables.
 *
 * A table is kept back until its outermost one ends; only then is it known what each cell is:
 *  - a cell with nested tables, or with so many paragraphs that it is a page of its own, is layout: the table is
 *    suspended and the content is told as paragraphs and tables in reading order; so are one-cell rows beside it;
 *  - a table with one column, or with one cell that holds anything, is a frame: its content takes its place;
 *  - every other cell is told as a cell, its paragraphs separated by breaks. */
#pragma once

#include <govconv/diagnostic.h>
#include <govconv/document.h>

typedef struct _GovBlocks GovBlocks;

/* builder, diagnostics and source are borrowed and must outlive the blocks. */
GovBlocks *gov_blocks_new (GovBuilder *builder, GovDiagnostics *diagnostics, GovSource *source);
void gov_blocks_free (GovBlocks *blocks);

/* A run of text; copied, unless it stands in the source's text. What stands in a table, but in none of its cells, makes a
 * cell of its own; blank text there is dropped. */
void gov_blocks_text (GovBlocks *blocks, const char *text, gsize length, GovSpan span);
/* A line break. Outside of cells and headings, lines are paragraphs of their own: many pages know no others. */
void gov_blocks_break (GovBlocks *blocks);
/* A paragraph ends here; what follows begins another, of this level (0: no heading). */
void gov_blocks_paragraph (GovBlocks *blocks, guint level);

/* Whatever stands open inside is ended first; an end without a begin is ignored; a cell without a row makes one, a row or a
 * cell without a table is an error of the caller. */
void gov_blocks_begin_table (GovBlocks *blocks);
void gov_blocks_begin_row (GovBlocks *blocks);
/* Returns a handle for gov_blocks_extend_cell(), good until its table ends. */
guint gov_blocks_begin_cell (GovBlocks *blocks, guint colspan, guint rowspan, GovCellFlags flags);
void gov_blocks_extend_cell (GovBlocks *blocks, guint cell); /* down by one row */
void gov_blocks_end_cell (GovBlocks *blocks);
void gov_blocks_end_row (GovBlocks *blocks);
void gov_blocks_end_table (GovBlocks *blocks);

gboolean gov_blocks_in_table (const GovBlocks *blocks);
gboolean gov_blocks_in_cell (const GovBlocks *blocks);

/* Nothing more is taken: a limit was reached (and reported). */
gboolean gov_blocks_is_full (const GovBlocks *blocks);
/* Tell what is still open. */
void gov_blocks_finish (GovBlocks *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovBlocks, gov_blocks_free)
