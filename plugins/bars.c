/* SPDX-License-Identifier: MIT */
#include "plugins/bars.h"
#include "plugins/lines.h"

#include <string.h>

static const char fullwidth_bar[] = "｜";
#define FULLWIDTH_BAR_BYTES (sizeof fullwidth_bar - 1)

/* The bytes of the bar at p; 0: there is none. */
static gsize
bar_at (const char *p, const char *end)
{
  if (*p == '|')
    return 1;
  if (*p == fullwidth_bar[0] && (gsize) (end - p) >= FULLWIDTH_BAR_BYTES && memcmp (p, fullwidth_bar, FULLWIDTH_BAR_BYTES) == 0)
    return FULLWIDTH_BAR_BYTES;
  return 0;
}

gboolean
gov_bars_next (GovBars *bars, GovSpan *stretch, gboolean *closed)
{
  const char *p = bars->text + bars->at, *end = bars->text + bars->end;
  gsize bar = 0;

  if (bars->done)
    return FALSE;
  while (p < end)
    if (*p != '|' && *p != '\\' && *p != fullwidth_bar[0])
      p++;
    else if ((bar = bar_at (p, end)) > 0)
      break;
    else
      p += *p == '\\' && p + 1 < end ? 2 : 1;
  p = MIN (p, end);
  *stretch = gov_span_trim (bars->text, GOV_SPAN (bars->at, p - bars->text - bars->at));
  *closed = p < end;
  bars->at = p - bars->text + bar;
  bars->done = !*closed;
  return TRUE;
}

/* The hyphens of a separator's stretch, ":---:"; 0: it is none. */
static guint
count_rule (const char *text, GovSpan stretch)
{
  const char *p = text + stretch.offset, *end = p + stretch.length;
  guint n = 0;

  if (p < end && *p == ':')
    p++;
  for (; p < end && *p == '-'; p++)
    n++;
  if (p < end && *p == ':')
    p++;
  return p == end ? n : 0;
}

GovBarLine
gov_bars_measure (const char *text, GovSpan line)
{
  GovBarLine measured = {.span = gov_span_trim (text, line)};
  GovBars bars = gov_bars_over (text, measured.span);
  GovSpan stretch;
  gboolean closed;
  guint n_rules = 0;

  for (guint i = 0; gov_bars_next (&bars, &stretch, &closed); i++)
    {
      guint rule = count_rule (text, stretch);
      measured.n_bars += closed;
      measured.opens = measured.opens || (i == 0 && closed && stretch.length == 0);
      measured.closes = !closed && stretch.length == 0 && i > 0;
      measured.n_texts += stretch.length > 0;
      measured.n_figures += gov_span_is_figure (text, stretch);
      measured.longest_rule = MAX (measured.longest_rule, rule);
      n_rules += rule > 0;
    }
  measured.separator = measured.n_bars > 0 && n_rules > 0 && n_rules == measured.n_texts;
  return measured;
}

void
gov_bars_tell (GovBuilder *builder, const char *text, GovSpan span)
{
  gsize from = span.offset, end = gov_span_end (span);

  for (gsize at = from; at + 1 < end; at++)
    if (text[at] == '\\' && text[at + 1] == '|')
      {
        gov_builder_text (builder, text + from, at - from, GOV_SPAN (from, at - from));
        from = ++at;
      }
  gov_builder_text (builder, text + from, end - from, GOV_SPAN (from, end - from));
}

gboolean
gov_bars_is_separator (const GovBarLine *line, guint row)
{
  return line->separator && (row == 1 || line->longest_rule >= 3);
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

GovBarTable *
gov_bar_table_new (void)
{
  GovBarTable *table = g_new (GovBarTable, 1);

  table->pieces = g_array_new (FALSE, FALSE, sizeof (GovSpan));
  table->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  table->rows = g_array_new (FALSE, TRUE, sizeof (guint));
  return table;
}

void
gov_bar_table_free (GovBarTable *table)
{
  g_array_unref (table->pieces);
  g_array_unref (table->cells);
  g_array_unref (table->rows);
  g_free (table);
}

void
gov_bar_table_add_row (GovBarTable *table)
{
  g_array_append_val (table->rows, table->cells->len);
}

void
gov_bar_table_add_cell (GovBarTable *table, GovSpan piece)
{
  g_array_append_val (table->cells, table->pieces->len);
  g_array_append_val (table->pieces, piece);
}

void
gov_bar_table_add_piece (GovBarTable *table, GovSpan piece)
{
  g_array_append_val (table->pieces, piece);
}

/* The end of the index-th stretch of an array of starts. */
static guint
stretch_end (const GArray *starts, guint index, guint all)
{
  return index + 1 < starts->len ? g_array_index (starts, guint, index + 1) : all;
}

guint
gov_bar_table_count_cells (const GovBarTable *table, guint row)
{
  if (row >= table->rows->len)
    return table->cells->len;
  return stretch_end (table->rows, row, table->cells->len) - g_array_index (table->rows, guint, row);
}

static gboolean
ends_blank (const GovBarTable *table, guint row)
{
  guint end = stretch_end (table->rows, row, table->cells->len);

  if (end == g_array_index (table->rows, guint, row))
    return FALSE;
  return g_array_index (table->pieces, GovSpan, g_array_index (table->cells, guint, end - 1)).length == 0;
}

static void
tell_cell (const GovBarTable *table, guint cell, GovBuilder *builder, const char *text)
{
  gov_builder_begin_cell (builder, 1, 1, GOV_CELL_PLAIN);
  for (guint i = g_array_index (table->cells, guint, cell); i < stretch_end (table->cells, cell, table->pieces->len); i++)
    {
      GovSpan piece = g_array_index (table->pieces, GovSpan, i);
      if (i > g_array_index (table->cells, guint, cell))
        gov_builder_break (builder);
      gov_bars_tell (builder, text, piece);
    }
  gov_builder_end_cell (builder);
}

void
gov_bar_table_tell (GovBarTable *table, GovBuilder *builder, const char *text, GovTableFlags flags)
{
  if (table->cells->len > 0 && table->rows->len == 0)
    g_array_set_size (table->rows, 1); /* the one row that begins with the first cell */
  for (guint row = 0; row < table->rows->len; row++)
    if (gov_bar_table_count_cells (table, row) != gov_bar_table_count_cells (table, 0) || ends_blank (table, row))
      flags |= GOV_TABLE_RAGGED;

  if (table->cells->len > 0)
    {
      gov_builder_begin_table (builder, flags);
      for (guint row = 0; row < table->rows->len && !gov_builder_is_full (builder); row++)
        {
          gov_builder_begin_row (builder);
          for (guint cell = g_array_index (table->rows, guint, row); cell < stretch_end (table->rows, row, table->cells->len);
               cell++)
            tell_cell (table, cell, builder, text);
          gov_builder_end_row (builder);
        }
      gov_builder_end_table (builder);
    }
  g_array_set_size (table->pieces, 0);
  g_array_set_size (table->cells, 0);
  g_array_set_size (table->rows, 0);
}
