/* SPDX-License-Identifier: MIT */
/* A document as a reader told it: blocks in reading order, every text with its place. Made by the builder, read by
 * interpret; everything lives in the document's arena. */
#pragma once

#include "core/document/arena.h"
#include <govconv/diagnostic.h>
#include <govconv/document.h>
#include <govconv/source.h>

/* Where a stretch of a text came from: text[offset …] up to the next run's offset stands at span. */
typedef struct {
  gsize offset;
  GovSpan span;
} GovRun;

typedef struct {
  const char *text; /* UTF-8, NUL-terminated, white space as in the source, a break as '\n' */
  gsize length;
  guint n_runs;
  const GovRun *runs;
} GovText;

/* The span of the source that text[offset …, length] came from, from the first byte to the last. */
GovSpan gov_text_get_span (const GovText *text, gsize offset, gsize length);

typedef struct {
  GovText text;
  guint column;           /* in the grid, from 0, after expanding the spans of the cells before and above */
  guint colspan, rowspan; /* clipped to the grid */
  GovCellFlags flags;
} GovGridCell;

typedef struct {
  guint n_cells;
  const GovGridCell *cells; /* as told, from left to right; places covered by a span from above are not repeated */
} GovGridRow;

typedef struct {
  GovTableFlags flags;
  guint n_rows, n_columns;
  const GovGridRow *rows;
} GovGrid;

typedef enum { GOV_BLOCK_PARAGRAPH, GOV_BLOCK_HEADING, GOV_BLOCK_TABLE } GovBlockKind;

typedef struct {
  GovBlockKind kind;
  guint level;         /* of a heading */
  GovText text;        /* of a paragraph or heading */
  const GovGrid *grid; /* of a table */
} GovBlock;

typedef struct {
  const char *name;
  GovText value;
} GovProperty;

typedef struct {
  GovArena *arena;
  GovSource *source; /* borrowed */
  guint n_blocks;
  const GovBlock *blocks;
  guint n_properties;
  const GovProperty *properties;
} GovDocument;

/* Limits of one document; each is reported as an error diagnostic "limit-exceeded" when reached. */
#define GOV_LIMIT_BLOCKS 200000          /* paragraphs, headings and tables of a document */
#define GOV_LIMIT_TABLE_CELLS 200000     /* cells of a table, as told */
#define GOV_LIMIT_DOCUMENT_CELLS 2000000 /* cells of a document, as told */
#define GOV_LIMIT_TABLE_COLUMNS 1000     /* columns of a grid, spans included */
#define GOV_LIMIT_TEXT_BYTES (1u << 20)  /* bytes of one paragraph or cell */

/* source and diagnostics are borrowed and must outlive the builder. */
GovBuilder *gov_builder_new (GovSource *source, GovDiagnostics *diagnostics);
/* Ends whatever is still open and hands over the document; the builder is gone. Free with gov_document_free(). */
GovDocument *gov_builder_finish (GovBuilder *builder);
void gov_builder_free (GovBuilder *builder);
void gov_document_free (GovDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovBuilder, gov_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovDocument, gov_document_free)
