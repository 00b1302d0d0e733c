/* SPDX-License-Identifier: MIT */
/* A cell a line.
 *
 *   table = { text { line-end text } "|" | "|" }        every bar ends a cell, nothing before it is an empty one
 *
 * Several bars without text between them, at a line's end or on a line of their own, pad a row to the table's width and so
 * mark its end. The widest rows need no padding and have no mark: the width is found as the greatest number that divides the
 * distances between the marks, and the rows are cut by it. Where no width fits, the row ends stay open. */
#include "plugins/lines.h"
#include "plugins/pipe.h"

/* Columns: distances beyond are not looked at for the width, and wider tables are left open. */
#define WIDTH_LIMIT 1000
/* Of a hundred distances between marks, so many must be multiples of the width. */
#define WIDTH_SUPPORT 75

typedef struct {
  const GovPipeRegion *region;
  GovBuilder *builder;
  GovBarTable *table;
  GArray *marks;         /* guint: number of cells before each marked row end */
  gboolean cell_is_open; /* the last cell has no bar yet */
  gboolean skip_bar;     /* the next bar opens the table */
} Stream;

static void
add_text (Stream *stream, GovSpan text)
{
  if (stream->cell_is_open)
    gov_bar_table_add_piece (stream->table, text);
  else
    gov_bar_table_add_cell (stream->table, text);
  stream->cell_is_open = TRUE;
}

static void
add_bar (Stream *stream, gsize at)
{
  if (!stream->cell_is_open && !stream->skip_bar)
    gov_bar_table_add_cell (stream->table, GOV_SPAN (at, 0));
  stream->cell_is_open = stream->skip_bar = FALSE;
}

static void
add_line (Stream *stream, const GovBarLine *line)
{
  GovBars bars = gov_bars_over (stream->region->text, line->span);
  GovSpan stretch;
  gboolean closed;
  guint n_padding = 0; /* bars at the end of the line with nothing before them */

  while (gov_bars_next (&bars, &stretch, &closed))
    {
      if (stretch.length > 0)
        add_text (stream, stretch);
      if (!closed)
        break;
      add_bar (stream, stretch.offset);
      n_padding = stretch.length > 0 ? 0 : n_padding + 1;
    }
  if (n_padding > 1 || (n_padding == 1 && line->n_texts > 0))
    g_array_append_val (stream->marks, stream->table->cells->len);
}

/* ---- rows -------------------------------------------------------------------------------------------------------------- */

/* The greatest width that most distances between the marks are multiples of; 0: none. The sieve adds up to
 * WIDTH_LIMIT · log WIDTH_LIMIT steps, whatever the table's size. */
static guint
find_width (const GArray *marks)
{
  guint counts[WIDTH_LIMIT + 1] = {0}, before = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      guint mark = g_array_index (marks, guint, i);
      if (mark - before <= WIDTH_LIMIT)
        counts[mark - before]++;
      before = mark;
    }
  for (guint width = WIDTH_LIMIT; width >= 2; width--)
    {
      guint64 n_multiples = 0;
      for (guint distance = width; distance <= WIDTH_LIMIT; distance += width)
        n_multiples += counts[distance];
      if (n_multiples > 0 && n_multiples * 100 >= (guint64) marks->len * WIDTH_SUPPORT)
        return width;
    }
  return 0;
}

/* Rows of width cells from first up to end, as many as come nearest; the last takes what is left over or lacking. TRUE: they
 * come out even. */
static gboolean
cut_rows (GovBarTable *table, guint first, guint end, guint width)
{
  guint n_rows = width > 0 ? (end - first + width / 2) / width : 1;

  for (guint row = 0; row < MAX (n_rows, 1); row++)
    {
      guint start = first + row * width;
      g_array_append_val (table->rows, start);
    }
  return n_rows * width == end - first;
}

/* Cuts the cells into rows; the table's flags. */
static GovTableFlags
find_rows (Stream *stream)
{
  GovBarTable *table = stream->table;
  guint width = find_width (stream->marks), before = 0;
  gboolean even = TRUE;

  for (guint i = 0; i < stream->marks->len; i++)
    {
      guint mark = g_array_index (stream->marks, guint, i);
      even = cut_rows (table, before, mark, width) && even;
      before = mark;
    }
  if (before < table->cells->len)
    cut_rows (table, before, table->cells->len, width);
  return width > 0 && even ? GOV_TABLE_PLAIN : GOV_TABLE_ROWS_OPEN;
}

/* The bar in front of each row, where rows have one, is no cell. */
static void
drop_opening_bars (GovBarTable *table)
{
  guint *cells = (guint *) table->cells->data, *rows = (guint *) table->rows->data;
  guint n_dropped = 0, row = 0, n_kept = 0;

  if (table->rows->len < 2)
    return;
  for (guint i = 0; i < table->rows->len; i++)
    if (g_array_index (table->pieces, GovSpan, cells[rows[i]]).length > 0 || gov_bar_table_count_cells (table, i) < 2)
      return;
  for (guint cell = 0; cell < table->cells->len; cell++)
    if (row < table->rows->len && rows[row] == cell)
      {
        rows[row++] -= n_dropped;
        n_dropped++;
      }
    else
      cells[n_kept++] = cells[cell];
  g_array_set_size (table->cells, n_kept);
}

static void
end_table (Stream *stream)
{
  GovTableFlags flags = find_rows (stream);

  drop_opening_bars (stream->table);
  gov_bar_table_tell (stream->table, stream->builder, stream->region->text, flags);
  g_array_set_size (stream->marks, 0);
  stream->cell_is_open = FALSE;
}

/* ---- lines without bars ------------------------------------------------------------------------------------------------ */

/* Whether the cell behind the one that ends in line i holds a figure. */
static gboolean
figure_follows (const GovPipeRegion *region, guint i)
{
  if (i + 1 >= region->end)
    return FALSE;
  GovBars bars = gov_bars_over (region->text, region->lines[i + 1].span);
  GovSpan stretch;
  gboolean closed;
  return gov_bars_next (&bars, &stretch, &closed) && gov_span_is_figure (region->text, stretch);
}

static gboolean
row_has_ended (const Stream *stream)
{
  guint n_marks = stream->marks->len;
  return !stream->cell_is_open && n_marks > 0 && g_array_index (stream->marks, guint, n_marks - 1) == stream->table->cells->len;
}

/* The lines without bars from `start` up to `end`, the first with bars: pieces of the cell that ends there, or headings and
 * paragraphs between two tables with at most the last line in the next one. */
static void
add_texts (Stream *stream, guint start, guint end)
{
  const GovPipeRegion *region = stream->region;
  gboolean last = end >= region->end;
  gboolean bar_follows = !last && gov_pipe_kind (&region->lines[end]) == GOV_PIPE_BARS;
  guint n_lines = end - start, n_pieces = bar_follows || last ? 1 : 0; /* for certain of the cell, from the end */
  /* Where cells carry their bars, a bar on its own opens a row: a numbered line between two rows is a heading. */
  if (!region->own_bars && bar_follows && n_lines == 1 && row_has_ended (stream)
      && gov_span_is_numbered (region->text, region->lines[start].span))
    n_pieces = 0;
  gboolean is_cell = n_lines > 0
                     && (n_lines <= n_pieces
                         || gov_pipe_is_fragment (region->text, region->lines[start].span, figure_follows (region, end)));

  if (region->bars_lead && n_lines > 0) /* the cell stands in front */
    {
      add_text (stream, region->lines[start].span);
      start++;
      is_cell = FALSE;
      n_pieces = 0;
      if (start == end)
        return;
      stream->skip_bar = TRUE;
    }
  if (!is_cell)
    {
      if (n_lines > n_pieces)
        end_table (stream);
      for (; start + n_pieces < end; start++)
        gov_lines_tell_paragraph (stream->builder, 0, region->text, region->lines[start].span);
    }
  for (; start < end; start++)
    add_text (stream, region->lines[start].span);
}

void
gov_pipe_tell_stream (const GovPipeRegion *region, GovBuilder *builder)
{
  g_autoptr (GovBarTable) table = gov_bar_table_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (guint));
  Stream stream = {.region = region, .builder = builder, .table = table, .marks = marks, .skip_bar = region->bars_lead};
  guint texts = region->start; /* the first of the lines without bars before this one */

  for (guint i = region->start; i < region->end && !gov_builder_is_full (builder); i++)
    {
      GovPipeKind kind = gov_pipe_kind (&region->lines[i]);
      if (kind == GOV_PIPE_TEXT)
        continue;
      if (i > texts)
        add_texts (&stream, texts, i);
      texts = i + 1;
      if (kind != GOV_PIPE_BLANK)
        add_line (&stream, &region->lines[i]);
      else if (region->blanks_end)
        end_table (&stream);
    }
  if (texts < region->end)
    add_texts (&stream, texts, region->end);
  end_table (&stream);
}
