/* SPDX-License-Identifier: MIT */
/* Tables drawn with characters of fixed width: columns by spaces as pdftotext -layout prints them, boxes as text browsers draw
 * them. The grid is measured, then each cell is put on a canvas of character places; a wide character takes two. */
#include "forge.h"

#include <string.h>

#define LABEL_WIDTH 36 /* places a line of a label at most */
#define NARROW_WIDTH 4 /* places a line of an applicant's header */
#define WIDE_TAIL 1    /* the second place of a wide character */

typedef struct {
  guint width, height;
  gunichar *places;
} Canvas;

static guint
char_width (gunichar c)
{
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;
  for (; *text; text = g_utf8_next_char (text))
    width += char_width (g_utf8_get_char (text));
  return width;
}

/* text in lines of at most width places. */
static GPtrArray *
wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  guint used = 0;
  for (; *text; text = g_utf8_next_char (text))
    {
      guint w = char_width (g_utf8_get_char (text));
      if (used + w > width && used > 0)
        {
          g_ptr_array_add (lines, g_strndup (start, text - start));
          start = text;
          used = 0;
        }
      used += w;
    }
  if (text > start)
    g_ptr_array_add (lines, g_strndup (start, text - start));
  return lines;
}

static guint
wrap_limit (const ForgeGrid *grid, const ForgeCell *cell)
{
  if (strcmp (grid->table, "disclosure") == 0)
    return LABEL_WIDTH;
  if (cell->kind == FORGE_HEADER)
    return cell->colspan > 1 ? LABEL_WIDTH : g_utf8_strlen (cell->text, -1) == 3 ? 6 : NARROW_WIDTH;
  return cell->rowspan > 1 ? 14 : LABEL_WIDTH;
}

/* Widens the last column (or row) of a span until it holds what is needed. */
static void
stretch (guint *sizes, guint first, guint n, guint needed, guint gap)
{
  guint sum = gap * (n - 1);
  for (guint i = 0; i < n; i++)
    sum += sizes[first + i];
  if (sum < needed)
    sizes[first + n - 1] += needed - sum;
}

static guint
longest (GPtrArray *lines)
{
  guint width = 0;
  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, text_width (g_ptr_array_index (lines, i)));
  return width;
}

/* Calls func for every cell with the place of its upper left corner, narrow ones first so that spans stretch least. */
typedef void (*CellFunc) (ForgeGrid *grid, ForgeCell *cell, guint row, gpointer data);

static void
foreach_cell (ForgeGrid *grid, CellFunc func, gpointer data)
{
  for (guint spanning = 0; spanning < 2; spanning++)
    for (guint r = 0; r < grid->rows->len; r++)
      {
        GPtrArray *row = g_ptr_array_index (grid->rows, r);
        for (guint i = 0; i < row->len; i++)
          {
            ForgeCell *cell = g_ptr_array_index (row, i);
            if ((cell->colspan > 1 || cell->rowspan > 1) == (spanning == 1))
              func (grid, cell, r, data);
          }
      }
}

typedef struct {
  guint *widths, *heights;
  guint gap_x, gap_y;
} Sizes;

static void
measure_cell (ForgeGrid *grid, ForgeCell *cell, guint row, gpointer data)
{
  Sizes *sizes = data;
  g_autoptr (GPtrArray) lines = wrap (cell->text, wrap_limit (grid, cell));
  stretch (sizes->widths, cell->column, cell->colspan, longest (lines), sizes->gap_x);
  stretch (sizes->heights, row, MIN (cell->rowspan, grid->rows->len - row), MAX (lines->len, 1), sizes->gap_y);
}

typedef struct {
  Canvas canvas;
  const guint *x, *y; /* where columns and rows begin; one more than there are */
  guint gap_x, gap_y;
  gboolean boxes;
} Drawing;

static gunichar *
place (Canvas *canvas, guint x, guint y)
{
  return &canvas->places[y * canvas->width + x];
}

static void
draw_text (Canvas *canvas, guint x, guint y, const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      *place (canvas, x++, y) = c;
      if (char_width (c) == 2)
        *place (canvas, x++, y) = WIDE_TAIL;
    }
}

static void
draw_cell (ForgeGrid *grid, ForgeCell *cell, guint row, gpointer data)
{
  Drawing *drawing = data;
  guint last = MIN (row + cell->rowspan, grid->rows->len);
  guint height = drawing->y[last] - drawing->gap_y - drawing->y[row];
  guint width = drawing->x[cell->column + cell->colspan] - drawing->gap_x - drawing->x[cell->column];
  g_autoptr (GPtrArray) lines = wrap (cell->text, wrap_limit (grid, cell));
  guint top = drawing->y[row] + (height - MIN (height, lines->len)) / 2;
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      guint indent = drawing->boxes || cell->kind == FORGE_LABEL ? 0 : (width - text_width (line)) / 2;
      draw_text (&drawing->canvas, drawing->x[cell->column] + indent, top + i, line);
    }
}

/* Whether a line is drawn between two places of the grid: outside, or where another cell begins. */
static gboolean
parts (ForgeCell **places, const ForgeGrid *grid, int row_a, int column_a, int row_b, int column_b)
{
  int n_rows = grid->rows->len, n_columns = grid->n_columns;
  gboolean in_a = row_a >= 0 && row_a < n_rows && column_a >= 0 && column_a < n_columns;
  gboolean in_b = row_b >= 0 && row_b < n_rows && column_b >= 0 && column_b < n_columns;
  if (!in_a || !in_b)
    return in_a || in_b;
  return places[row_a * n_columns + column_a] != places[row_b * n_columns + column_b];
}

/* The lines around column c and row r of the grid: the joint at its upper left corner, the edge above, the edge to its left. */
static void
draw_corner (Drawing *drawing, ForgeGrid *grid, ForgeCell **places, guint r, guint c)
{
  static const char *const joints[16] = {" ", "╶", "╷", "┌", "╴", "─", "┐", "┬", "╵", "└", "│", "├", "┘", "┴", "┤", "┼"};
  gboolean right = parts (places, grid, (int) r - 1, c, r, c), below = parts (places, grid, r, (int) c - 1, r, c);
  gboolean left = parts (places, grid, (int) r - 1, (int) c - 1, r, (int) c - 1);
  gboolean above = parts (places, grid, (int) r - 1, (int) c - 1, (int) r - 1, c);
  guint x = drawing->x[c] - 1, y = drawing->y[r] - 1;
  guint joint = right + 2 * below + 4 * left + 8 * above;
  if (joint)
    *place (&drawing->canvas, x, y) = g_utf8_get_char (joints[joint]);
  for (guint i = x + 1; right && c < grid->n_columns && i < drawing->x[c + 1] - 1; i++)
    *place (&drawing->canvas, i, y) = 0x2500;
  for (guint i = y + 1; below && r < grid->rows->len && i < drawing->y[r + 1] - 1; i++)
    *place (&drawing->canvas, x, i) = 0x2502;
}

static void
append_canvas (GString *out, const Canvas *canvas)
{
  for (guint y = 0; y < canvas->height; y++)
    {
      gsize end = out->len;
      for (guint x = 0; x < canvas->width; x++)
        {
          gunichar c = canvas->places[y * canvas->width + x];
          if (c != WIDE_TAIL)
            g_string_append_unichar (out, c ? c : ' ');
          if (c)
            end = out->len;
        }
      g_string_truncate (out, end);
      g_string_append_c (out, '\n');
    }
}

/* Sizes to positions: where each begins, and behind the last where the next would. */
static guint *
positions (const guint *sizes, guint n, guint start, guint gap)
{
  guint *begin = g_new (guint, n + 1);
  begin[0] = start;
  for (guint i = 0; i < n; i++)
    begin[i + 1] = begin[i] + sizes[i] + gap;
  return begin;
}

static void
append_drawn (ForgeGrid *grid, GString *out, gboolean boxes)
{
  g_autofree ForgeCell **places = forge_grid_expand (grid);
  guint n_rows = grid->rows->len;
  g_autofree guint *widths = g_new0 (guint, grid->n_columns), *heights = g_new0 (guint, n_rows);
  Drawing drawing = {.boxes = boxes, .gap_x = boxes ? 1 : 3, .gap_y = boxes ? 1 : 0};
  foreach_cell (grid, measure_cell, &(Sizes){widths, heights, drawing.gap_x, drawing.gap_y});
  g_autofree guint *x = positions (widths, grid->n_columns, boxes ? 1 : 0, drawing.gap_x);
  g_autofree guint *y = positions (heights, n_rows, boxes ? 1 : 0, drawing.gap_y);
  drawing.x = x;
  drawing.y = y;
  drawing.canvas = (Canvas){x[grid->n_columns] + 1, y[n_rows], NULL};
  g_autofree gunichar *canvas = drawing.canvas.places = g_new0 (gunichar, drawing.canvas.width * (drawing.canvas.height + 1));
  foreach_cell (grid, draw_cell, &drawing);
  for (guint r = 0; boxes && r <= n_rows; r++)
    for (guint c = 0; c <= grid->n_columns; c++)
      draw_corner (&drawing, grid, places, r, c);
  append_canvas (out, &drawing.canvas);
}

static void
append_page (ForgePage *page, GString *out, gboolean boxes)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, i);
      if (block->grid)
        append_drawn (block->grid, out, boxes);
      else
        g_string_append_printf (out, "%s%s\n", boxes || block->level == 1 ? "" : "    ", block->text);
      g_string_append_c (out, '\n');
      if (!boxes && block->grid)
        g_string_append_printf (out, "%40s- %u -\n\f", "", i);
    }
}

void
forge_render_text_layout (ForgePage *page, GString *out)
{
  append_page (page, out, FALSE);
}

void
forge_render_text_boxes (ForgePage *page, GString *out)
{
  append_page (page, out, TRUE);
}
