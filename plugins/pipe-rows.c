/* SPDX-License-Identifier: MIT */
/* A row a line.
 *
 *   row  = [ "|" ] cell { "|" cell } [ "|" ]
 *
 * Whether a bar opens a row or ends an empty first cell, and whether nothing behind the last bar is a cell, is the habit of
 * most lines. A row goes on in the next line where its last cell is not closed though cells commonly are, or where nothing but
 * the figures that it lacks follow. */
#include "plugins/lines.h"
#include "plugins/pipe.h"

typedef struct {
  const GovPipeRegion *region;
  GovBuilder *builder;
  GovBarTable *table;
  gboolean bars_open, bars_close; /* most lines begin, end with a bar */
  guint width;                    /* cells of the widest row */
  gboolean row_is_open;           /* the last cell was not closed */
  gboolean last_is_figure;        /* of the row's last cell that is not blank */
  guint n_lines;                  /* of the open table, separators included */
} Rows;

static void
judge_rows (Rows *rows)
{
  const GovPipeRegion *region = rows->region;
  guint n = 0, n_open = 0, n_close = 0;

  for (guint i = region->start; i < region->end; i++)
    {
      const GovBarLine *line = &region->lines[i];
      if (gov_pipe_kind (line) != GOV_PIPE_CELLS)
        continue;
      n++;
      n_open += line->opens;
      n_close += line->closes;
      rows->width = MAX (rows->width, line->n_bars + !line->closes - line->opens);
    }
  rows->bars_open = n_open * 2 > n;
  rows->bars_close = n_close * 2 > n;
}

static void
end_table (Rows *rows)
{
  gov_bar_table_tell (rows->table, rows->builder, rows->region->text, GOV_TABLE_PLAIN);
  rows->row_is_open = rows->last_is_figure = FALSE;
  rows->n_lines = 0;
}

static guint
count_last_row (const Rows *rows)
{
  guint n_rows = rows->table->rows->len;

  return n_rows == 0 ? 0 : gov_bar_table_count_cells (rows->table, n_rows - 1);
}

/* Whether the row so far goes on in this line. *in_cell: with its last cell. */
static gboolean
goes_on (const Rows *rows, const GovBarLine *line, gboolean *in_cell)
{
  guint so_far = count_last_row (rows), n_cells = line->n_bars + !line->closes;

  *in_cell = rows->row_is_open;
  if (so_far == 0 || (rows->bars_open && line->opens))
    return FALSE;
  if (rows->row_is_open)
    return !rows->last_is_figure && so_far + n_cells - 1 <= rows->width;
  return rows->last_is_figure && line->n_texts > 0 && line->n_texts == line->n_figures && so_far + n_cells <= rows->width;
}

static void
add_line (Rows *rows, const GovBarLine *line)
{
  GovBars bars = gov_bars_over (rows->region->text, line->span);
  GovSpan stretch;
  gboolean closed, in_cell;
  gboolean on = goes_on (rows, line, &in_cell);

  rows->n_lines++;
  if (!on)
    {
      gov_bar_table_add_row (rows->table);
      rows->last_is_figure = FALSE;
    }
  for (guint i = 0; gov_bars_next (&bars, &stretch, &closed); i++)
    {
      if (i == 0 && rows->bars_open && closed && stretch.length == 0)
        continue;
      if (!closed && stretch.length == 0 && rows->bars_close)
        continue;
      if (i == 0 && on && in_cell)
        gov_bar_table_add_piece (rows->table, stretch);
      else
        gov_bar_table_add_cell (rows->table, stretch);
      if (stretch.length > 0)
        rows->last_is_figure = gov_span_is_figure (rows->region->text, stretch);
    }
  rows->row_is_open = !line->closes && rows->bars_close;
}

/* The first two stretches of a line with cells. */
static void
peek (const Rows *rows, const GovBarLine *line, GovSpan *first, GovSpan *second)
{
  GovBars bars = gov_bars_over (rows->region->text, line->span);
  gboolean closed;

  *first = *second = GOV_SPAN (line->span.offset, 0);
  if (gov_bars_next (&bars, first, &closed))
    gov_bars_next (&bars, second, &closed);
}

/* A line without bars before line i, inside a table: the front of the first cell of the row that follows? */
static gboolean
begins_cell (const Rows *rows, guint i)
{
  const char *text = rows->region->text;
  const GovBarLine *next = &rows->region->lines[i + 1];
  GovSpan line = rows->region->lines[i].span, first, second;

  if (i + 1 >= rows->region->end || rows->table->rows->len == 0 || gov_pipe_kind (next) != GOV_PIPE_CELLS
      || (rows->bars_open && next->opens) || (rows->row_is_open && rows->last_is_figure))
    return FALSE;
  peek (rows, next, &first, &second);
  if (gov_span_is_numbered (text, first) || gov_span_is_item (text, first) || gov_span_has_sentence (text, line))
    return FALSE;
  if (next->n_figures >= 2)
    return !gov_span_is_figure (text, first) && gov_span_is_figure (text, second);
  return !gov_span_is_balanced (text, line) || (rows->bars_close && !next->closes && gov_pipe_is_fragment (text, line, FALSE));
}

/* The line after a front piece continues that piece's cell. */
static void
add_front (Rows *rows, GovSpan line)
{
  gov_bar_table_add_row (rows->table);
  gov_bar_table_add_cell (rows->table, line);
  rows->row_is_open = TRUE;
  rows->last_is_figure = FALSE;
  rows->n_lines++;
}

static void
add_text (Rows *rows, guint i)
{
  GovSpan line = rows->region->lines[i].span;

  if (begins_cell (rows, i))
    add_front (rows, line);
  else if (rows->row_is_open && !rows->last_is_figure && gov_pipe_is_fragment (rows->region->text, line, FALSE)
           && !gov_span_is_numbered (rows->region->text, line))
    gov_bar_table_add_piece (rows->table, line);
  else
    {
      end_table (rows);
      gov_lines_tell_paragraph (rows->builder, 0, rows->region->text, line);
    }
}

/* A paragraph that happens to hold a bar. */
static gboolean
is_prose (const Rows *rows, const GovBarLine *line)
{
  return line->n_bars <= 3 && !line->opens && line->n_figures == 0 && gov_span_has_sentence (rows->region->text, line->span);
}

void
gov_pipe_tell_rows (const GovPipeRegion *region, GovBuilder *builder)
{
  g_autoptr (GovBarTable) table = gov_bar_table_new ();
  Rows rows = {.region = region, .builder = builder, .table = table};

  judge_rows (&rows);
  for (guint i = region->start; i < region->end && !gov_builder_is_full (builder); i++)
    {
      const GovBarLine *line = &region->lines[i];
      switch (gov_pipe_kind (line))
        {
        case GOV_PIPE_BLANK:
          if (region->blanks_end)
            end_table (&rows);
          break;
        case GOV_PIPE_TEXT:
          add_text (&rows, i);
          break;
        case GOV_PIPE_BARS:
        case GOV_PIPE_CELLS:
          if (is_prose (&rows, line))
            {
              end_table (&rows);
              gov_lines_tell_paragraph (builder, 0, region->text, line->span);
            }
          else if (gov_bars_is_separator (line, rows.n_lines))
            rows.n_lines++;
          else
            add_line (&rows, line);
          break;
        }
    }
  end_table (&rows);
}
