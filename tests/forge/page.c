/* SPDX-License-Identifier: MIT */
/* From a report to what stands on paper: paragraphs, and tables with the merged cells of the statutory form. */
#include "forge.h"

#include <string.h>

#define APPLICATION_LABEL_COLUMNS 3
#define DISCLOSURE_COLUMNS 4
#define BALANCE_NOTE "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

ForgeCell *
forge_cell_new (const char *text, guint colspan, guint rowspan, ForgeCellKind kind)
{
  ForgeCell *cell = g_new0 (ForgeCell, 1);
  *cell = (ForgeCell){.text = g_strdup (text ? text : ""), .colspan = colspan, .rowspan = rowspan, .kind = kind};
  return cell;
}

void
forge_cell_free (ForgeCell *cell)
{
  g_free (cell->text);
  g_free (cell);
}

ForgeGrid *
forge_grid_new (const char *table, guint n_columns, guint n_header_rows)
{
  ForgeGrid *grid = g_new0 (ForgeGrid, 1);
  *grid = (ForgeGrid){.table = table, .n_columns = n_columns, .n_header_rows = n_header_rows};
  grid->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return grid;
}

GPtrArray *
forge_grid_add_row (ForgeGrid *grid)
{
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) forge_cell_free);
  g_ptr_array_add (grid->rows, row);
  return row;
}

void
forge_grid_free (ForgeGrid *grid)
{
  g_ptr_array_unref (grid->rows);
  g_free (grid);
}

static void
add_cell (GPtrArray *row, const char *text, guint colspan, guint rowspan, ForgeCellKind kind)
{
  g_ptr_array_add (row, forge_cell_new (text, colspan, rowspan, kind));
}

static void
add_figure (GPtrArray *row, const ForgeTable *table, guint cell, guint colspan)
{
  add_cell (row, table->printed[cell] ? table->printed[cell] : table->values[cell], colspan, 1, FORGE_FIGURE);
}

static void
block_free (ForgeBlock *block)
{
  g_free (block->text);
  g_clear_pointer (&block->grid, forge_grid_free);
  g_free (block);
}

void
forge_page_free (ForgePage *page)
{
  g_ptr_array_unref (page->blocks);
  g_free (page->title);
  g_free (page->publisher);
  g_free (page);
}

void
forge_page_insert_grid (ForgePage *page, guint index, ForgeGrid *grid)
{
  ForgeBlock *block = g_new0 (ForgeBlock, 1);
  block->grid = grid;
  g_ptr_array_insert (page->blocks, index, block);
}

static void
add_text (ForgePage *page, guint level, const char *text)
{
  ForgeBlock *block = g_new0 (ForgeBlock, 1);
  *block = (ForgeBlock){.level = level, .text = g_strdup (text)};
  g_ptr_array_add (page->blocks, block);
}

/* An item of Article 20: its name across the table, a row of headers, its rows; the last column takes what is left. */
static void
print_disclosure_block (ForgeGrid *grid, const ForgeTable *table, const GovFormBlock *block, guint start)
{
  add_cell (forge_grid_add_row (grid), block->item, DISCLOSURE_COLUMNS, 1, FORGE_HEADER);
  guint last_span = DISCLOSURE_COLUMNS - block->n_columns;
  GPtrArray *header = forge_grid_add_row (grid);
  add_cell (header, "信息内容", 1, 1, FORGE_HEADER);
  for (guint c = 0; c < block->n_columns; c++)
    add_cell (header, block->columns[c].label, c + 1 < block->n_columns ? 1 : last_span, 1, FORGE_HEADER);
  for (guint r = 0; r < block->n_rows; r++)
    {
      GPtrArray *row = forge_grid_add_row (grid);
      add_cell (row, block->rows[r].label, 1, 1, FORGE_LABEL);
      for (guint c = 0; c < block->n_columns; c++)
        add_figure (row, table, start + r * block->n_columns + c, c + 1 < block->n_columns ? 1 : last_span);
    }
}

static ForgeGrid *
print_disclosure (const ForgeTable *table)
{
  ForgeGrid *grid = forge_grid_new (table->form->table, DISCLOSURE_COLUMNS, 1);
  guint start = 0;
  for (guint b = 0; b < table->form->n_blocks; b++)
    {
      const GovFormBlock *block = &table->form->blocks[b];
      print_disclosure_block (grid, table, block, start);
      start += block->n_rows * block->n_columns;
    }
  return grid;
}

static void
print_application_headers (ForgeGrid *grid, const GovFormBlock *block)
{
  GPtrArray *row = forge_grid_add_row (grid);
  add_cell (row, BALANCE_NOTE, APPLICATION_LABEL_COLUMNS, 3, FORGE_HEADER);
  add_cell (row, "申请人情况", block->n_columns, 1, FORGE_HEADER);
  row = forge_grid_add_row (grid);
  add_cell (row, block->columns[0].label, 1, 2, FORGE_HEADER);
  add_cell (row, "法人或其他组织", block->n_columns - 2, 1, FORGE_HEADER);
  add_cell (row, block->columns[block->n_columns - 1].label, 1, 2, FORGE_HEADER);
  row = forge_grid_add_row (grid);
  for (guint c = 1; c + 1 < block->n_columns; c++)
    add_cell (row, block->columns[c].label, 1, 1, FORGE_HEADER);
}

/* The group cells in front of a row: the outermost one spans all result rows, the next one the rows of its kind. */
static void
print_row_groups (GPtrArray *row, const GovFormBlock *block, guint r, const char *outer)
{
  const char *group = block->rows[r].group;
  guint n = 1;
  if (!group)
    {
      add_cell (row, block->rows[r].label, APPLICATION_LABEL_COLUMNS, 1, FORGE_LABEL);
      return;
    }
  if (r == 0 || !block->rows[r - 1].group)
    {
      while (r + n < block->n_rows && block->rows[r + n].group)
        n++;
      add_cell (row, outer, 1, n, FORGE_LABEL);
    }
  if (strcmp (group, outer) == 0)
    {
      add_cell (row, block->rows[r].label, APPLICATION_LABEL_COLUMNS - 1, 1, FORGE_LABEL);
      return;
    }
  if (g_strcmp0 (block->rows[r - 1].group, group) != 0)
    {
      for (n = 1; g_strcmp0 (block->rows[r + n].group, group) == 0;)
        n++;
      add_cell (row, group + strlen (outer), 1, n, FORGE_LABEL);
    }
  add_cell (row, block->rows[r].label, 1, 1, FORGE_LABEL);
}

static ForgeGrid *
print_applications (const ForgeTable *table)
{
  const GovFormBlock *block = table->form->blocks;
  ForgeGrid *grid = forge_grid_new (table->form->table, APPLICATION_LABEL_COLUMNS + block->n_columns, 3);
  const char *outer = gov_form_get_cell (table->form, gov_form_find_cell (table->form, "granted", "total")).row->group;
  print_application_headers (grid, block);
  for (guint r = 0; r < block->n_rows; r++)
    {
      GPtrArray *row = forge_grid_add_row (grid);
      print_row_groups (row, block, r, outer);
      for (guint c = 0; c < block->n_columns; c++)
        add_figure (row, table, r * block->n_columns + c, 1);
    }
  return grid;
}

static ForgeGrid *
print_review (const ForgeTable *table)
{
  const GovFormBlock *block = table->form->blocks;
  ForgeGrid *grid = forge_grid_new (table->form->table, block->n_rows * block->n_columns, 3);
  GPtrArray *top = forge_grid_add_row (grid), *middle = forge_grid_add_row (grid), *bottom = forge_grid_add_row (grid);
  add_cell (top, block->rows[0].label, block->n_columns, 1, FORGE_HEADER);
  add_cell (top, block->rows[1].group, (block->n_rows - 1) * block->n_columns, 1, FORGE_HEADER);
  for (guint c = 0; c < block->n_columns; c++)
    add_cell (middle, block->columns[c].label, 1, 2, FORGE_HEADER);
  for (guint r = 1; r < block->n_rows; r++)
    {
      add_cell (middle, block->rows[r].label, block->n_columns, 1, FORGE_HEADER);
      for (guint c = 0; c < block->n_columns; c++)
        add_cell (bottom, block->columns[c].label, 1, 1, FORGE_HEADER);
    }
  GPtrArray *figures = forge_grid_add_row (grid);
  for (guint cell = 0; cell < table->form->n_cells; cell++)
    add_figure (figures, table, cell, 1);
  return grid;
}

ForgePage *
forge_page_new (const ForgeReport *report)
{
  static ForgeGrid *(*const printers[FORGE_N_TABLES]) (const ForgeTable *)
      = {print_disclosure, print_applications, print_review};
  ForgePage *page = g_new0 (ForgePage, 1);
  page->title = g_strdup (report->title);
  page->publisher = g_strdup (report->publisher);
  page->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  if (report->title)
    add_text (page, 1, report->title);
  for (guint i = 0; i < FORGE_N_SECTIONS; i++)
    {
      const ForgeSection *section = &report->sections[i];
      if (section->heading)
        add_text (page, 2, section->heading);
      for (guint p = 0; p < section->paragraphs->len; p++)
        add_text (page, 0, g_ptr_array_index (section->paragraphs, p));
      for (guint t = 0; t < FORGE_N_TABLES; t++)
        if (strcmp (report->tables[t].form->table, section->id) == 0)
          forge_page_insert_grid (page, page->blocks->len, printers[t](&report->tables[t]));
    }
  return page;
}

ForgeCell **
forge_grid_expand (ForgeGrid *grid)
{
  ForgeCell **places = g_new0 (ForgeCell *, grid->rows->len * grid->n_columns + 1);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      guint column = 0;
      for (guint i = 0; i < row->len; i++)
        {
          ForgeCell *cell = g_ptr_array_index (row, i);
          while (column < grid->n_columns && places[r * grid->n_columns + column])
            column++;
          cell->column = column;
          for (guint y = r; y < r + cell->rowspan && y < grid->rows->len; y++)
            for (guint x = column; x < column + cell->colspan && x < grid->n_columns; x++)
              places[y * grid->n_columns + x] = cell;
          column += cell->colspan;
        }
    }
  return places;
}
