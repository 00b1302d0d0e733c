/* SPDX-License-Identifier: MIT */
/* Dialects in which a row is a line, or a cell is: bars, tabs, separated values, and markdown in all their habits. */
#include "forge.h"

#include <string.h>

static ForgeCell *
row_cell (GPtrArray *row, guint i)
{
  return g_ptr_array_index (row, i);
}

typedef void (*GridFunc) (ForgeGrid *grid, GString *out);

/* Paragraphs as lines, headings behind a mark, gap between blocks, tables by the function. */
static void
append_blocks (ForgePage *page, GString *out, const char *mark, const char *gap, GridFunc grid)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, i);
      if (block->grid)
        grid (block->grid, out);
      else
        {
          for (guint level = 0; *mark && level < block->level; level++)
            g_string_append (out, mark);
          g_string_append_printf (out, "%s%s\n", *mark && block->level ? " " : "", block->text);
        }
      g_string_append (out, gap);
    }
}

/* ---- bars ---------------------------------------------------------------------------------------------------------------- */

static void
append_bars (GString *out, guint n)
{
  while (n--)
    g_string_append_c (out, '|');
}

/* Places of the row that no cell of its own fills: what extractors print as surplus bars at its end. */
static guint
lacking (const ForgeGrid *grid, guint r)
{
  guint n = ((GPtrArray *) g_ptr_array_index (grid->rows, r))->len;
  return r + 1 < grid->rows->len && n < grid->n_columns ? grid->n_columns - n : 0;
}

static void
grid_padded (ForgeGrid *grid, GString *out)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      for (guint i = 0; i < row->len; i++)
        g_string_append_printf (out, "%s%s |", i ? " " : "", row_cell (row, i)->text);
      if (lacking (grid, r))
        g_string_append_c (out, ' ');
      append_bars (out, lacking (grid, r));
      g_string_append_c (out, '\n');
    }
}

static void
grid_tight (ForgeGrid *grid, GString *out)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      for (guint i = 0; i < row->len; i++)
        g_string_append_printf (out, "%s%s |", i ? " " : "", row_cell (row, i)->text);
      g_string_append_c (out, '\n');
    }
}

/* A cell a line, each closed by its bar; surplus bars on a line of their own. */
static void
grid_cells (ForgeGrid *grid, GString *out)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      for (guint i = 0; i < row->len; i++)
        g_string_append_printf (out, "%s%s|\n", row_cell (row, i)->text, *row_cell (row, i)->text ? " " : "");
      append_bars (out, lacking (grid, r));
      if (lacking (grid, r))
        g_string_append_c (out, '\n');
    }
}

/* A line holding only a bar opens each row; a cell a line; surplus bars behind the last one. */
static void
grid_lead (ForgeGrid *grid, GString *out)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      g_string_append (out, "|\n");
      for (guint i = 0; i < row->len; i++)
        g_string_append_printf (out, "%s%s|%s", row_cell (row, i)->text, *row_cell (row, i)->text ? " " : "",
                                i + 1 < row->len ? "\n" : " ");
      append_bars (out, lacking (grid, r) + 1);
      g_string_append_c (out, '\n');
    }
}

/* A bar on a line of its own between all cells; nothing marks where rows end. */
static void
grid_own (ForgeGrid *grid, GString *out)
{
  gboolean first = TRUE;
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      for (guint i = 0; i < row->len; i++, first = FALSE)
        g_string_append_printf (out, "%s%s%s", first ? "" : "|\n", row_cell (row, i)->text,
                                *row_cell (row, i)->text ? "\n" : "");
    }
}

void
forge_render_pipe_padded (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "", grid_padded);
}

void
forge_render_pipe_tight (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "", grid_tight);
}

void
forge_render_pipe_cells (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "", grid_cells);
}

void
forge_render_pipe_lead (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "", grid_lead);
}

void
forge_render_pipe_own (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "", grid_own);
}

/* ---- markdown ------------------------------------------------------------------------------------------------------------ */

static void
append_separator (GString *out, guint n_columns)
{
  for (guint c = 0; c < n_columns; c++)
    g_string_append (out, c ? "---|" : "|---|");
  g_string_append_c (out, '\n');
}

/* How many places the row has: one that lost a cell, or that stands beside one with a surplus cell, ends early. */
static guint
row_length (ForgeCell **places, const ForgeGrid *grid, guint r)
{
  guint n = grid->n_columns;
  while (n > 0 && !places[r * grid->n_columns + n - 1])
    n--;
  return n;
}

/* A row of the grid; a merged cell in every place, or in its first one only. */
static void
append_places (GString *out, ForgeCell **places, const ForgeGrid *grid, guint r, gboolean repeat, const char *before,
               const char *between, const char *after)
{
  guint length = row_length (places, grid, r);
  g_string_append (out, before);
  for (guint c = 0; c < length; c++)
    {
      const ForgeCell *cell = places[r * grid->n_columns + c];
      gboolean origin = cell && cell->column == c && (r == 0 || places[(r - 1) * grid->n_columns + c] != cell);
      g_string_append_printf (out, "%s%s", c ? between : "", cell && (repeat || origin) ? cell->text : "");
    }
  g_string_append (out, after);
}

static void
grid_gfm_expanded (ForgeGrid *grid, GString *out)
{
  g_autofree ForgeCell **places = forge_grid_expand (grid);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      append_places (out, places, grid, r, TRUE, "| ", " | ", " |\n");
      if (r == 0)
        append_separator (out, grid->n_columns);
    }
}

/* Merged cells are written once and the places they cover not at all: rows run short, figures slide left. */
static void
grid_gfm_short (ForgeGrid *grid, GString *out)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      g_string_append_c (out, '|');
      for (guint i = 0; i < MAX (row->len, grid->n_columns); i++)
        g_string_append_printf (out, " %-4s |", i < row->len ? row_cell (row, i)->text : "");
      g_string_append_c (out, '\n');
      if (r == 0)
        append_separator (out, grid->n_columns);
    }
}

void
forge_render_gfm_expanded (ForgePage *page, GString *out)
{
  append_blocks (page, out, "#", "\n", grid_gfm_expanded);
}

void
forge_render_gfm_short (ForgePage *page, GString *out)
{
  append_blocks (page, out, "#", "\n", grid_gfm_short);
}

/* ---- recognised pages ---------------------------------------------------------------------------------------------------- */

#define ROWS_A_PAGE 11

/* Rows first … last - 1 as a table of markdown: the separator that markdown demands stands behind whatever row comes first. */
static void
append_piece (GString *out, ForgeCell **places, const ForgeGrid *grid, guint first, guint last)
{
  for (guint r = first; r < last; r++)
    {
      append_places (out, places, grid, r, FALSE, "| ", " | ", " |\n");
      if (r == first)
        append_separator (out, grid->n_columns);
    }
}

typedef enum { HEADER_ONCE, HEADER_REPEATED, HEADER_APART } PageHeader;

static void
append_recognised (ForgeGrid *grid, GString *out, PageHeader header)
{
  g_autofree ForgeCell **places = forge_grid_expand (grid);
  guint n_rows = grid->rows->len, first = 0;
  if (header == HEADER_APART && n_rows > grid->n_header_rows)
    {
      append_piece (out, places, grid, 0, grid->n_header_rows);
      g_string_append_c (out, '\n');
      first = grid->n_header_rows;
    }
  for (; first < n_rows; first += ROWS_A_PAGE)
    {
      guint last = MIN (first + ROWS_A_PAGE, n_rows);
      if (header == HEADER_REPEATED && first > 0)
        {
          append_piece (out, places, grid, 0, grid->n_header_rows);
          for (guint r = first; r < last; r++)
            append_places (out, places, grid, r, FALSE, "| ", " | ", " |\n");
        }
      else
        append_piece (out, places, grid, first, last);
      if (last < n_rows)
        g_string_append_c (out, '\n');
    }
}

static void
grid_ocrmd (ForgeGrid *grid, GString *out)
{
  append_recognised (grid, out, HEADER_ONCE);
}

static void
grid_ocrmd_repeat (ForgeGrid *grid, GString *out)
{
  append_recognised (grid, out, HEADER_REPEATED);
}

static void
grid_ocrmd_header (ForgeGrid *grid, GString *out)
{
  append_recognised (grid, out, HEADER_APART);
}

void
forge_render_ocrmd (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "\n", grid_ocrmd);
}

void
forge_render_ocrmd_repeat (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "\n", grid_ocrmd_repeat);
}

void
forge_render_ocrmd_header (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "\n", grid_ocrmd_header);
}

/* ---- separated values ---------------------------------------------------------------------------------------------------- */

static void
append_tsv (ForgeGrid *grid, GString *out, gboolean repeat)
{
  g_autofree ForgeCell **places = forge_grid_expand (grid);
  for (guint r = 0; r < grid->rows->len; r++)
    append_places (out, places, grid, r, repeat, "", "\t", "\n");
}

static void
grid_tsv_empty (ForgeGrid *grid, GString *out)
{
  append_tsv (grid, out, FALSE);
}

static void
grid_tsv_repeated (ForgeGrid *grid, GString *out)
{
  append_tsv (grid, out, TRUE);
}

void
forge_render_tsv_empty (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "", grid_tsv_empty);
}

void
forge_render_tsv_repeated (ForgePage *page, GString *out)
{
  append_blocks (page, out, "", "", grid_tsv_repeated);
}

/* RFC 4180; a long label gets a line break, as spreadsheets keep it. */
static void
append_csv_value (GString *out, const char *text, char separator)
{
  if (!strchr (text, separator) && !strpbrk (text, "\"\r\n"))
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_csv_grid (ForgeGrid *grid, GString *out, char separator, const char *line_end)
{
  g_autofree ForgeCell **places = forge_grid_expand (grid);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      for (guint c = 0; c < grid->n_columns; c++)
        {
          const ForgeCell *cell = places[r * grid->n_columns + c];
          gboolean origin = cell && cell->column == c && (r == 0 || places[(r - 1) * grid->n_columns + c] != cell);
          if (c)
            g_string_append_c (out, separator);
          if (!origin)
            continue;
          g_autoptr (GString) text = g_string_new (cell->text);
          if (cell->kind == FORGE_LABEL && cell->rowspan > 1 && g_utf8_strlen (text->str, -1) > 6)
            g_string_insert_c (text, g_utf8_offset_to_pointer (text->str, 5) - text->str, '\n');
          append_csv_value (out, text->str, separator);
        }
      g_string_append (out, line_end);
    }
}

static void
append_csv (ForgePage *page, GString *out, char separator, const char *line_end)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, i);
      if (block->grid)
        append_csv_grid (block->grid, out, separator, line_end);
      else
        {
          append_csv_value (out, block->text, separator);
          g_string_append (out, line_end);
        }
    }
}

void
forge_render_csv_comma (ForgePage *page, GString *out)
{
  append_csv (page, out, ',', "\n");
}

/* As spreadsheets save it: byte-order mark, CRLF. */
void
forge_render_csv_semicolon (ForgePage *page, GString *out)
{
  g_string_append (out, "\xef\xbb\xbf");
  append_csv (page, out, ';', "\r\n");
}
