/* SPDX-License-Identifier: MIT */
/* Text without marks: a cell a line, a cell a paragraph, cells glued to each other. Columns by spaces are in render-canvas.c.
 */
#include "forge.h"

#define WRAP_HEADER 4 /* characters a line of a narrow header */
#define WRAP_LABEL 22
#define WRAP_PARAGRAPH 32
#define ROWS_A_PAGE 14

/* The text in lines of width characters. */
static void
append_wrapped (GString *out, const char *text, guint width, const char *line_end)
{
  glong left = g_utf8_strlen (text, -1);
  while (left > 0)
    {
      glong n = MIN (left, (glong) width);
      const char *end = g_utf8_offset_to_pointer (text, n);
      g_string_append_len (out, text, end - text);
      g_string_append (out, line_end);
      text = end;
      left -= n;
    }
}

static guint
wrap_width (const ForgeCell *cell)
{
  gboolean narrow = cell->kind == FORGE_HEADER && cell->colspan == 1 && g_utf8_strlen (cell->text, -1) == 6;
  return narrow ? WRAP_HEADER : WRAP_LABEL;
}

static void
append_grid_lines (ForgeGrid *grid, GString *out, guint *page_number)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      if (r > 0 && r % ROWS_A_PAGE == 0)
        g_string_append_printf (out, "\n- %u -\n", ++*page_number);
      for (guint i = 0; i < row->len; i++)
        {
          const ForgeCell *cell = g_ptr_array_index (row, i);
          append_wrapped (out, cell->text, wrap_width (cell), "\n");
        }
    }
}

/* As PDF extractors print it: a cell a line, long ones on several; page numbers on lines of their own. */
void
forge_render_text_lines (ForgePage *page, GString *out)
{
  guint page_number = 1;
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, i);
      if (block->grid)
        append_grid_lines (block->grid, out, &page_number);
      else
        append_wrapped (out, block->text, WRAP_PARAGRAPH, "\n");
    }
}

void
forge_render_text_paragraphs (ForgePage *page, GString *out)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, i);
      for (guint r = 0; block->grid && r < block->grid->rows->len; r++)
        {
          GPtrArray *row = g_ptr_array_index (block->grid->rows, r);
          for (guint c = 0; c < row->len; c++)
            g_string_append_printf (out, "%s\n\n", ((ForgeCell *) g_ptr_array_index (row, c))->text);
        }
      if (!block->grid)
        g_string_append_printf (out, "%s\n\n", block->text);
    }
}

static void
append_glued (ForgePage *page, GString *out, const char *row_end, const char *block_end)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, i);
      for (guint r = 0; block->grid && r < block->grid->rows->len; r++)
        {
          GPtrArray *row = g_ptr_array_index (block->grid->rows, r);
          for (guint c = 0; c < row->len; c++)
            g_string_append (out, ((ForgeCell *) g_ptr_array_index (row, c))->text);
          g_string_append (out, row_end);
        }
      if (!block->grid)
        g_string_append_printf (out, "%s%s", block->text, block_end);
    }
}

void
forge_render_text_rows_glued (ForgePage *page, GString *out)
{
  append_glued (page, out, "\n", "\n");
}

/* As a page's text content comes: nothing parts anything but the title. */
void
forge_render_text_glued (ForgePage *page, GString *out)
{
  append_glued (page, out, "", "");
  g_string_append_c (out, '\n');
}
