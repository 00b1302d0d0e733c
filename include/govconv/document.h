/* SPDX-License-Identifier: MIT */
/* The builder: how a reader tells which blocks a document has, and where. A reader knows no form, no unit and no sum; it
 * says paragraphs, headings, tables, rows and cells in the order in which a person would read them.
 *
 *   document  = { paragraph | heading | table | property }
 *   paragraph = begin_paragraph { text | break } end_paragraph
 *   table     = begin_table { row } end_table
 *   row       = begin_row { cell } end_row
 *   cell      = begin_cell { text | break } end_cell
 *
 * Nested tables are told one after the other: end (or suspend) the outer one first. A call out of this order is a
 * programming error (a critical message, the call is ignored). Named limits guard memory; when one is reached the builder
 * has added an error diagnostic, ignores what follows, and gov_builder_is_full() says TRUE so that a reader can stop. */
#ifndef GOVCONV_DOCUMENT_H
#define GOVCONV_DOCUMENT_H

#include <govconv/source.h>

G_BEGIN_DECLS

typedef struct _GovBuilder GovBuilder;

typedef enum {
  GOV_TABLE_PLAIN = 0,
  /* The source does not mark where rows end: the table is given as one row, or its row ends are guesses. */
  GOV_TABLE_ROWS_OPEN = 1 << 0,
  /* Rows may lack cells where merged cells are not expanded, or carry padding at their end. */
  GOV_TABLE_RAGGED = 1 << 1,
  /* A place between two cells may have been lost without a trace. */
  GOV_TABLE_BLANKS_LOST = 1 << 2,
  /* The text was recognised from a picture: labels and figures may be misread, cells shifted. */
  GOV_TABLE_RECOGNISED = 1 << 3,
} GovTableFlags;

typedef enum {
  GOV_CELL_PLAIN = 0,
  GOV_CELL_HEADER = 1 << 0, /* marked as a header in the source */
} GovCellFlags;

/* level 0: a paragraph; 1 … 6: marked as a heading in the source. */
GOV_API void gov_builder_begin_paragraph (GovBuilder *builder, guint level);
GOV_API void gov_builder_end_paragraph (GovBuilder *builder);

GOV_API void gov_builder_begin_table (GovBuilder *builder, GovTableFlags flags);
GOV_API void gov_builder_end_table (GovBuilder *builder);
GOV_API void gov_builder_begin_row (GovBuilder *builder);
GOV_API void gov_builder_end_row (GovBuilder *builder);
/* Spans below 1 count as 1 (a rowspan of 0, "to the end", too). */
GOV_API void gov_builder_begin_cell (GovBuilder *builder, guint colspan, guint rowspan, GovCellFlags flags);
GOV_API void gov_builder_end_cell (GovBuilder *builder);

/* A run of text inside a paragraph or a cell. span: where it stands in the source's text; its length equals length when the
 * source prints the text literally, and differs when the source writes it otherwise (an entity, an escape).
 * White space is kept; a run of it counts as one space later. length -1: a C string. */
GOV_API void gov_builder_text (GovBuilder *builder, const char *text, gssize length, GovSpan span);
/* A line break or the end of a paragraph inside a cell. */
GOV_API void gov_builder_break (GovBuilder *builder);

/* Shorthands: a whole paragraph or cell of one run. */
GOV_API void gov_builder_paragraph (GovBuilder *builder, guint level, const char *text, gssize length, GovSpan span);
GOV_API void gov_builder_cell (GovBuilder *builder, const char *text, gssize length, GovSpan span);

/* Facts about the document that its format states apart from the text: "title", "publisher", "date", "year". */
GOV_API void gov_builder_property (GovBuilder *builder, const char *name, const char *value, GovSpan span);

GOV_API gboolean gov_builder_is_full (const GovBuilder *builder);

G_END_DECLS

#endif
