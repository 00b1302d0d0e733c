/* SPDX-License-Identifier: MIT */
/* From records to blocks. A record of several fields is a row. What stands alone in its record is a paragraph, or a row whose
 * other fields are blank: spreadsheets pad every record to the same number of fields, so a heading and a label with nothing
 * beside it look alike, and the neighbours decide. */
#include "plugins/delimited.h"
#include "plugins/lines.h"

#include <string.h>

/* Code points: a line without delimiter between two rows that is no longer than this is a piece of a wrapped label. */
#define FRAGMENT_LIMIT 8

typedef enum { RECORD_NONE, RECORD_BLANK, RECORD_SINGLE, RECORD_ROW } RecordKind;

typedef struct {
  GArray *fields; /* GovField */
  RecordKind kind;
  const GovField *only; /* of a RECORD_SINGLE: the one field that is not blank */
  gboolean has_figure;
} Record;

typedef struct {
  GovBuilder *builder;
  const char *text;
  GArray *cells;       /* GovField, of the open table */
  GArray *rows;        /* guint: number of cells before each row */
  gboolean blanks_end; /* an empty record ends a table */
} Teller;

static void
record_read (Record *record, GovDelimited *delimited)
{
  GovSpan span;
  guint n_texts = 0;

  record->has_figure = FALSE;
  record->only = NULL;
  if (!gov_delimited_next (delimited, record->fields, &span))
    {
      record->kind = RECORD_NONE;
      return;
    }
  for (guint i = 0; i < record->fields->len; i++)
    {
      GovField *field = &g_array_index (record->fields, GovField, i);
      field->span = gov_span_trim (delimited->text, field->span);
      if (field->span.length == 0)
        continue;
      n_texts++;
      record->only = field;
      record->has_figure = record->has_figure || gov_span_is_figure (delimited->text, field->span);
    }
  record->kind = n_texts == 0 ? RECORD_BLANK : n_texts == 1 ? RECORD_SINGLE : RECORD_ROW;
}

static gboolean
is_prose (const Teller *teller, const Record *record)
{
  return record->kind == RECORD_SINGLE && gov_span_has_sentence (teller->text, record->only->span);
}

/* Whether a record with one text, at the start of a table or outside of one, begins a table: a title over padded columns. */
static gboolean
begins_table (const Teller *teller, const Record *record, const Record *next)
{
  return record->fields->len > 1 && next->kind == RECORD_ROW && !gov_span_is_numbered (teller->text, record->only->span)
         && !is_prose (teller, record);
}

static gboolean
is_fragment (const Teller *teller, const Record *record, const Record *next)
{
  GovSpan span = record->only->span;

  return next->kind == RECORD_ROW
         && (gov_span_count (teller->text, span, FRAGMENT_LIMIT + 1) <= FRAGMENT_LIMIT || gov_span_is_item (teller->text, span)
             || !gov_span_is_balanced (teller->text, span));
}

/* Whether a record with one text after a row belongs to the same table. A numbered one is a heading when prose follows, or the
 * head of the next table: texts without any figure that are not numbered in their turn. */
static gboolean
continues_table (const Teller *teller, const Record *record, const Record *next)
{
  if (is_prose (teller, record))
    return FALSE;
  if (record->fields->len == 1)
    return is_fragment (teller, record, next);
  if (!gov_span_is_numbered (teller->text, record->only->span))
    return TRUE;
  if (next->kind == RECORD_ROW)
    return next->has_figure || gov_span_is_numbered (teller->text, g_array_index (next->fields, GovField, 0).span);
  return next->kind != RECORD_NONE && !is_prose (teller, next);
}

static void
table_add (Teller *teller, const Record *record)
{
  g_array_append_val (teller->rows, teller->cells->len);
  g_array_append_vals (teller->cells, record->fields->data, record->fields->len);
}

static void
table_end (Teller *teller)
{
  const guint *starts = (const guint *) teller->rows->data;
  guint n_rows = teller->rows->len, n_cells = teller->cells->len;

  if (n_rows == 0)
    return;
  /* Rows are filled up to one width or end early, as the exporting program has it: empty places at an end may be padding. */
  gov_builder_begin_table (teller->builder, GOV_TABLE_RAGGED);
  for (guint r = 0; r < n_rows && !gov_builder_is_full (teller->builder); r++)
    {
      gov_builder_begin_row (teller->builder);
      for (guint c = starts[r]; c < (r + 1 < n_rows ? starts[r + 1] : n_cells); c++)
        {
          gov_builder_begin_cell (teller->builder, 1, 1, GOV_CELL_PLAIN);
          gov_field_tell (teller->builder, teller->text, &g_array_index (teller->cells, GovField, c));
          gov_builder_end_cell (teller->builder);
        }
      gov_builder_end_row (teller->builder);
    }
  gov_builder_end_table (teller->builder);
  g_array_set_size (teller->rows, 0);
  g_array_set_size (teller->cells, 0);
}

static void
tell_record (Teller *teller, const Record *record, const Record *next)
{
  gboolean in_table = teller->rows->len > 0;

  if (record->kind == RECORD_BLANK)
    {
      if (teller->blanks_end)
        table_end (teller);
    }
  else if (record->kind == RECORD_ROW
           || (in_table ? continues_table (teller, record, next) : begins_table (teller, record, next)))
    table_add (teller, record);
  else
    {
      table_end (teller);
      gov_builder_begin_paragraph (teller->builder, 0);
      gov_field_tell (teller->builder, teller->text, record->only);
      gov_builder_end_paragraph (teller->builder);
    }
}

/* Where most rows are set apart by empty lines, an empty line says nothing. */
static gboolean
blanks_end_tables (const char *text, gsize length, char delimiter)
{
  GovLines lines = gov_lines_over (text, length);
  GovSpan line;
  gsize n_together = 0, n_apart = 0;
  gboolean row_before = FALSE, blank_before = FALSE;

  while (gov_lines_next (&lines, &line))
    {
      gboolean row = memchr (text + line.offset, delimiter, line.length) != NULL;
      n_together += row && row_before && !blank_before;
      n_apart += row && row_before && blank_before;
      row_before = row || (row_before && line.length == 0);
      blank_before = line.length == 0;
    }
  return n_apart <= n_together;
}

void
gov_delimited_tell (GovBuilder *builder, const char *text, gsize start, gsize length, char delimiter)
{
  GovDelimited delimited = {text, length, start, delimiter};
  Teller teller = {.builder = builder,
                   .text = text,
                   .cells = g_array_new (FALSE, FALSE, sizeof (GovField)),
                   .rows = g_array_new (FALSE, FALSE, sizeof (guint)),
                   .blanks_end = blanks_end_tables (text, length, delimiter)};
  Record records[2]
      = {{.fields = g_array_new (FALSE, FALSE, sizeof (GovField))}, {.fields = g_array_new (FALSE, FALSE, sizeof (GovField))}};
  Record *record = &records[0], *next = &records[1];

  record_read (record, &delimited);
  while (record->kind != RECORD_NONE && !gov_builder_is_full (builder))
    {
      record_read (next, &delimited);
      tell_record (&teller, record, next);
      Record *done = record;
      record = next;
      next = done;
    }
  table_end (&teller);

  g_array_unref (records[0].fields);
  g_array_unref (records[1].fields);
  g_array_unref (teller.cells);
  g_array_unref (teller.rows);
}
