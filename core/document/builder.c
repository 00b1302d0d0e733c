/* SPDX-License-Identifier: MIT */
/* The builder: a reader's events → a document. Keeps the nesting, the limits and the way from every text back to the source.
 * What is open is kept in growing buffers; what is ended moves into the document's arena at once. */
#include "core/document/document.h"
#include "core/document/grid.h"

#include <string.h>

typedef enum { STATE_TOP, STATE_PARAGRAPH, STATE_TABLE, STATE_ROW, STATE_CELL } State;

struct _GovBuilder {
  GovDocument *document;
  GovDiagnostics *diagnostics;
  State state;
  gboolean full;
  GArray *blocks;     /* GovBlock */
  GArray *properties; /* GovProperty */
  guint n_cells;      /* of the document */

  /* the open paragraph or cell */
  GString *text;
  GArray *runs; /* GovRun */
  gboolean text_cut;
  guint level;
  GovGridCell cell;

  /* the open table */
  GovTableFlags table_flags;
  GArray *cells; /* GovGridCell, of the whole table */
  GArray *rows;  /* guint: number of cells before each row */
};

GovBuilder *
gov_builder_new (GovSource *source, GovDiagnostics *diagnostics)
{
  GovBuilder *builder = g_new0 (GovBuilder, 1);

  builder->document = g_new0 (GovDocument, 1);
  builder->document->arena = gov_arena_new ();
  builder->document->source = source;
  builder->diagnostics = diagnostics;
  builder->blocks = g_array_new (FALSE, FALSE, sizeof (GovBlock));
  builder->properties = g_array_new (FALSE, FALSE, sizeof (GovProperty));
  builder->text = g_string_sized_new (256);
  builder->runs = g_array_new (FALSE, FALSE, sizeof (GovRun));
  builder->cells = g_array_new (FALSE, FALSE, sizeof (GovGridCell));
  builder->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  return builder;
}

void
gov_document_free (GovDocument *document)
{
  if (document == NULL)
    return;
  gov_arena_free (document->arena);
  g_free (document);
}

void
gov_builder_free (GovBuilder *builder)
{
  if (builder == NULL)
    return;
  gov_document_free (builder->document);
  g_array_unref (builder->blocks);
  g_array_unref (builder->properties);
  g_string_free (builder->text, TRUE);
  g_array_unref (builder->runs);
  g_array_unref (builder->cells);
  g_array_unref (builder->rows);
  g_free (builder);
}

gboolean
gov_builder_is_full (const GovBuilder *builder)
{
  return builder->full;
}

static void
limit_reached (GovBuilder *builder, const char *what, guint64 limit)
{
  GovPlace place = GOV_PLACE_NONE;

  if (builder->runs->len > 0)
    place = gov_source_locate (builder->document->source, g_array_index (builder->runs, GovRun, builder->runs->len - 1).span);
  gov_diagnostics_add (builder->diagnostics, "limit-exceeded", &place, NULL, 0,
                       "more than %" G_GUINT64_FORMAT " %s: what follows is not read", limit, what);
  builder->full = TRUE;
}

/* ---- text -------------------------------------------------------------------------------------------------------------- */

static void
text_open (GovBuilder *builder)
{
  g_string_truncate (builder->text, 0);
  g_array_set_size (builder->runs, 0);
  builder->text_cut = FALSE;
}

static GovText
text_close (GovBuilder *builder)
{
  GovArena *arena = builder->document->arena;

  return (GovText){
      .text = gov_arena_strdup (arena, builder->text->str, builder->text->len),
      .length = builder->text->len,
      .n_runs = builder->runs->len,
      .runs = gov_arena_copy (arena, builder->runs->data, builder->runs->len * sizeof (GovRun)),
  };
}

void
gov_builder_text (GovBuilder *builder, const char *text, gssize length, GovSpan span)
{
  g_return_if_fail (builder->full || builder->state == STATE_PARAGRAPH || builder->state == STATE_CELL);
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (builder->full || builder->text_cut || n == 0)
    return;
  if (builder->text->len + n > GOV_LIMIT_TEXT_BYTES)
    {
      GovPlace place = gov_source_locate (builder->document->source, span);
      gov_diagnostics_add (builder->diagnostics, "limit-exceeded", &place, NULL, 0,
                           "a paragraph or cell of more than %u bytes: the rest of it is not read", GOV_LIMIT_TEXT_BYTES);
      builder->text_cut = TRUE;
      return;
    }

  /* A run that goes on where the last one ended, letter for letter, is the same run. */
  GovRun *last = builder->runs->len > 0 ? &g_array_index (builder->runs, GovRun, builder->runs->len - 1) : NULL;
  gboolean literal = !gov_span_is_none (span) && span.length == n;
  if (last != NULL && literal && !gov_span_is_none (last->span) && last->span.offset + last->span.length == span.offset
      && last->span.length == builder->text->len - last->offset)
    last->span.length += n;
  else
    {
      GovRun run = {builder->text->len, span};
      g_array_append_val (builder->runs, run);
    }
  g_string_append_len (builder->text, text, n);
}

void
gov_builder_break (GovBuilder *builder)
{
  g_return_if_fail (builder->full || builder->state == STATE_PARAGRAPH || builder->state == STATE_CELL);

  if (!builder->full && builder->text->len > 0)
    gov_builder_text (builder, "\n", 1, GOV_SPAN_NONE);
}

/* The last run that begins at or before an offset. A glued table is asked for thousands of parts of thousands of runs. */
static guint
find_run (const GovText *text, gsize offset)
{
  guint low = 0, high = text->n_runs;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;
      if (text->runs[middle].offset <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

GovSpan
gov_text_get_span (const GovText *text, gsize offset, gsize length)
{
  GovSpan all = GOV_SPAN_NONE;

  for (guint i = find_run (text, offset); i < text->n_runs && text->runs[i].offset <= offset + length; i++)
    {
      const GovRun *run = &text->runs[i];
      gsize end = i + 1 < text->n_runs ? text->runs[i + 1].offset : text->length;
      gsize from = MAX (run->offset, offset), to = MIN (end, offset + length);

      if (gov_span_is_none (run->span) || from > to || (from == to && (length > 0 || from == end)))
        continue;
      GovSpan part = run->span;
      if (part.length == end - run->offset) /* literal: the part itself, else the whole escape */
        part = GOV_SPAN (run->span.offset + (from - run->offset), to - from);
      if (gov_span_is_none (all))
        all = part;
      else if (part.offset + part.length > all.offset)
        all.length = part.offset + part.length - all.offset;
    }
  if (gov_span_is_none (all) && text->n_runs > 0)
    all = GOV_SPAN (text->runs[0].span.offset, 0);
  return all;
}

/* ---- paragraphs and properties ----------------------------------------------------------------------------------------- */

static void
add_block (GovBuilder *builder, const GovBlock *block)
{
  if (builder->blocks->len >= GOV_LIMIT_BLOCKS)
    limit_reached (builder, "paragraphs, headings and tables", GOV_LIMIT_BLOCKS);
  else
    g_array_append_val (builder->blocks, *block);
}

void
gov_builder_begin_paragraph (GovBuilder *builder, guint level)
{
  g_return_if_fail (builder->full || builder->state == STATE_TOP);

  builder->state = STATE_PARAGRAPH;
  builder->level = level;
  text_open (builder);
}

static gboolean
is_blank (const GString *text)
{
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

void
gov_builder_end_paragraph (GovBuilder *builder)
{
  if (builder->full)
    return;
  g_return_if_fail (builder->state == STATE_PARAGRAPH);

  builder->state = STATE_TOP;
  if (is_blank (builder->text))
    return;
  add_block (builder, &(GovBlock){.kind = builder->level > 0 ? GOV_BLOCK_HEADING : GOV_BLOCK_PARAGRAPH,
                                  .level = builder->level,
                                  .text = text_close (builder)});
}

void
gov_builder_paragraph (GovBuilder *builder, guint level, const char *text, gssize length, GovSpan span)
{
  gov_builder_begin_paragraph (builder, level);
  gov_builder_text (builder, text, length, span);
  gov_builder_end_paragraph (builder);
}

void
gov_builder_property (GovBuilder *builder, const char *name, const char *value, GovSpan span)
{
  GovArena *arena = builder->document->arena;
  GovRun run = {0, span};
  GovProperty property = {gov_arena_strdup (arena, name, -1),
                          {gov_arena_strdup (arena, value, -1), strlen (value), 1, gov_arena_copy (arena, &run, sizeof run)}};

  if (builder->properties->len < GOV_LIMIT_BLOCKS)
    g_array_append_val (builder->properties, property);
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

void
gov_builder_begin_table (GovBuilder *builder, GovTableFlags flags)
{
  g_return_if_fail (builder->full || builder->state == STATE_TOP);

  builder->state = STATE_TABLE;
  builder->table_flags = flags;
  g_array_set_size (builder->cells, 0);
  g_array_set_size (builder->rows, 0);
}

void
gov_builder_begin_row (GovBuilder *builder)
{
  g_return_if_fail (builder->full || builder->state == STATE_TABLE);

  builder->state = STATE_ROW;
  if (builder->full)
    return;
  if (builder->rows->len >= GOV_LIMIT_TABLE_CELLS)
    limit_reached (builder, "rows in one table", GOV_LIMIT_TABLE_CELLS);
  else
    g_array_append_val (builder->rows, builder->cells->len);
}

void
gov_builder_begin_cell (GovBuilder *builder, guint colspan, guint rowspan, GovCellFlags flags)
{
  g_return_if_fail (builder->full || builder->state == STATE_ROW);

  builder->state = STATE_CELL;
  text_open (builder);
  builder->cell = (GovGridCell){.colspan = MAX (colspan, 1), .rowspan = MAX (rowspan, 1), .flags = flags};
}

void
gov_builder_end_cell (GovBuilder *builder)
{
  g_return_if_fail (builder->full || builder->state == STATE_CELL);

  builder->state = STATE_ROW;
  if (builder->full)
    return;
  if (builder->cells->len >= GOV_LIMIT_TABLE_CELLS)
    limit_reached (builder, "cells in one table", GOV_LIMIT_TABLE_CELLS);
  else if (builder->n_cells >= GOV_LIMIT_DOCUMENT_CELLS)
    limit_reached (builder, "table cells in one document", GOV_LIMIT_DOCUMENT_CELLS);
  else
    {
      builder->cell.text = text_close (builder);
      g_array_append_val (builder->cells, builder->cell);
      builder->n_cells++;
    }
}

void
gov_builder_cell (GovBuilder *builder, const char *text, gssize length, GovSpan span)
{
  gov_builder_begin_cell (builder, 1, 1, GOV_CELL_PLAIN);
  gov_builder_text (builder, text, length, span);
  gov_builder_end_cell (builder);
}

void
gov_builder_end_row (GovBuilder *builder)
{
  g_return_if_fail (builder->full || builder->state == STATE_ROW);

  builder->state = STATE_TABLE;
}

/* Rows as the table's own, then the grid's columns. A table without any cell is dropped. */
static void
table_close (GovBuilder *builder)
{
  GovArena *arena = builder->document->arena;
  guint n_rows = builder->rows->len;

  if (builder->cells->len == 0)
    return;
  GovGridCell *cells = gov_arena_copy (arena, builder->cells->data, builder->cells->len * sizeof (GovGridCell));
  GovGridRow *rows = gov_arena_new_array (arena, GovGridRow, n_rows);
  for (guint r = 0; r < n_rows; r++)
    {
      guint first = g_array_index (builder->rows, guint, r);
      guint end = r + 1 < n_rows ? g_array_index (builder->rows, guint, r + 1) : builder->cells->len;
      rows[r] = (GovGridRow){end - first, cells + first};
    }

  GovGrid *grid = gov_arena_alloc (arena, sizeof (GovGrid));
  *grid = (GovGrid){.flags = builder->table_flags, .n_rows = n_rows, .rows = rows};
  if (!gov_grid_lay_out (grid, cells))
    {
      GovPlace place = gov_source_locate (builder->document->source, gov_text_get_span (&cells[0].text, 0, 0));
      gov_diagnostics_add (builder->diagnostics, "limit-exceeded", &place, NULL, 0,
                           "a table of more than %u columns: the columns beyond are not told apart", GOV_LIMIT_TABLE_COLUMNS);
    }
  add_block (builder, &(GovBlock){.kind = GOV_BLOCK_TABLE, .grid = grid});
}

void
gov_builder_end_table (GovBuilder *builder)
{
  if (builder->full)
    return;
  g_return_if_fail (builder->state == STATE_TABLE);

  builder->state = STATE_TOP;
  table_close (builder);
}

GovDocument *
gov_builder_finish (GovBuilder *builder)
{
  /* A reader that stopped at a limit, or an input that was cut, leaves things open: what was told so far counts. */
  gboolean full = builder->full;
  builder->full = FALSE;
  if (builder->state == STATE_CELL)
    gov_builder_end_cell (builder);
  if (builder->state == STATE_ROW)
    gov_builder_end_row (builder);
  if (builder->state == STATE_TABLE)
    gov_builder_end_table (builder);
  if (builder->state == STATE_PARAGRAPH)
    gov_builder_end_paragraph (builder);
  builder->full = full;

  GovDocument *document = g_steal_pointer (&builder->document);
  document->n_blocks = builder->blocks->len;
  document->blocks = gov_arena_copy (document->arena, builder->blocks->data, builder->blocks->len * sizeof (GovBlock));
  document->n_properties = builder->properties->len;
  document->properties
      = gov_arena_copy (document->arena, builder->properties->data, builder->properties->len * sizeof (GovProperty));
  gov_builder_free (builder);
  return document;
}
