/* SPDX-License-Identifier: MIT */
/* The three shapes of the annexes to 国办公开办函〔2019〕60号 and 〔2021〕30号:
 *
 *   section 2   an item after the other, each with its own headers, in four columns; the last one of an item takes what is left
 *   section 3   labels in up to three columns on the left, applicants on top
 *   section 4   one row of figures under three rows of headers */
#include "layout.h"

#include <string.h>

#define CONTENT "信息内容"
#define BALANCE "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
#define APPLICANTS "申请人情况"

static LayoutBox *
add_box (Layout *layout, guint row, guint column, guint rowspan, guint colspan, LayoutKind kind)
{
  LayoutBox box = {row, column, rowspan, colspan, kind, 0, NULL};

  g_array_append_val (layout->boxes, box);
  return &g_array_index (layout->boxes, LayoutBox, layout->boxes->len - 1);
}

static void
add_text (Layout *layout, guint row, guint column, guint rowspan, guint colspan, LayoutKind kind, const char *text)
{
  add_box (layout, row, column, rowspan, colspan, kind)->text = g_strdup (text);
}

static void
add_figure (Layout *layout, guint row, guint column, guint colspan, guint cell)
{
  add_box (layout, row, column, 1, colspan, LAYOUT_FIGURE)->cell = cell;
}

/* ---- section 2 --------------------------------------------------------------------------------------------------------- */

static guint
add_item (Layout *layout, const GovFormBlock *block, guint row, guint *cell)
{
  guint last = block->n_columns - 1, last_span = layout->n_columns - 1 - last;

  add_text (layout, row++, 0, 1, layout->n_columns, LAYOUT_HEADER, block->item);
  add_text (layout, row, 0, 1, 1, LAYOUT_HEADER, CONTENT);
  for (guint c = 0; c <= last; c++)
    add_text (layout, row, 1 + c, 1, c == last ? last_span : 1, LAYOUT_HEADER, block->columns[c].label);
  row++;
  for (guint r = 0; r < block->n_rows; r++, row++)
    {
      add_text (layout, row, 0, 1, 1, LAYOUT_LABEL, block->rows[r].label);
      for (guint c = 0; c <= last; c++)
        add_figure (layout, row, 1 + c, c == last ? last_span : 1, (*cell)++);
    }
  return row;
}

static void
lay_out_items (Layout *layout, const GovForm *form)
{
  guint row = 0, cell = 0;

  layout->n_header_rows = 2;
  for (guint b = 0; b < form->n_blocks; b++)
    layout->n_columns = MAX (layout->n_columns, 1 + form->blocks[b].n_columns);
  for (guint b = 0; b < form->n_blocks; b++)
    row = add_item (layout, &form->blocks[b], row, &cell);
  layout->n_rows = row;
}

/* ---- section 3 --------------------------------------------------------------------------------------------------------- */

#define LABEL_COLUMNS 3
#define HEADER_ROWS 3

static void
add_applicants (Layout *layout, const GovFormBlock *block)
{
  add_text (layout, 0, 0, HEADER_ROWS, LABEL_COLUMNS, LAYOUT_HEADER, BALANCE);
  add_text (layout, 0, LABEL_COLUMNS, 1, block->n_columns, LAYOUT_HEADER, APPLICANTS);
  for (guint c = 0, n; c < block->n_columns; c += n)
    {
      const char *group = block->columns[c].group;

      for (n = 1; group != NULL && c + n < block->n_columns && g_strcmp0 (block->columns[c + n].group, group) == 0;)
        n++;
      if (group != NULL)
        add_text (layout, 1, LABEL_COLUMNS + c, 1, n, LAYOUT_HEADER, group);
      else
        add_text (layout, 1, LABEL_COLUMNS + c, 2, 1, LAYOUT_HEADER, block->columns[c].label);
    }
  for (guint c = 0; c < block->n_columns; c++)
    if (block->columns[c].group != NULL)
      add_text (layout, 2, LABEL_COLUMNS + c, 1, 1, LAYOUT_HEADER, block->columns[c].label);
}

/* 三、本年度办理结果（三）不予公开: how many bytes of a row's group are its part of a level, 0 or 1, from where. */
static gsize
group_part (const GovFormRow *row, guint level, const char **part)
{
  const char *inner = row->group != NULL ? strstr (row->group, "（") : NULL;

  *part = level == 0 ? row->group : inner;
  if (*part == NULL)
    return 0;
  return level == 0 && inner != NULL ? (gsize) (inner - row->group) : strlen (*part);
}

static gboolean
same_group (const GovFormRow *a, const GovFormRow *b, guint level)
{
  const char *part_a, *part_b;
  gsize n_a = group_part (a, level, &part_a), n_b = group_part (b, level, &part_b);

  return n_a > 0 && n_a == n_b && memcmp (part_a, part_b, n_a) == 0;
}

/* The labels left of row r: those of its groups where they begin, then its own. */
static void
add_row_labels (Layout *layout, const GovFormBlock *block, guint r)
{
  guint column = 0;

  for (guint level = 0; level < 2; level++)
    {
      const char *part;
      gsize length = group_part (&block->rows[r], level, &part);
      guint n = 1;

      if (length == 0)
        break;
      while (r + n < block->n_rows && same_group (&block->rows[r], &block->rows[r + n], level))
        n++;
      if (r == 0 || !same_group (&block->rows[r - 1], &block->rows[r], level))
        {
          g_autofree char *text = g_strndup (part, length);
          add_text (layout, HEADER_ROWS + r, column, n, 1, LAYOUT_LABEL, text);
        }
      column++;
    }
  add_text (layout, HEADER_ROWS + r, column, 1, LABEL_COLUMNS - column, LAYOUT_LABEL, block->rows[r].label);
}

static void
lay_out_matrix (Layout *layout, const GovForm *form)
{
  const GovFormBlock *block = &form->blocks[0];

  layout->n_header_rows = HEADER_ROWS;
  layout->n_columns = LABEL_COLUMNS + block->n_columns;
  layout->n_rows = HEADER_ROWS + block->n_rows;
  add_applicants (layout, block);
  for (guint r = 0; r < block->n_rows; r++)
    {
      add_row_labels (layout, block, r);
      for (guint c = 0; c < block->n_columns; c++)
        add_figure (layout, HEADER_ROWS + r, LABEL_COLUMNS + c, 1, r * block->n_columns + c);
    }
}

/* ---- section 4 --------------------------------------------------------------------------------------------------------- */

static void
lay_out_one_row (Layout *layout, const GovForm *form)
{
  const GovFormBlock *block = &form->blocks[0];
  guint n = block->n_columns;

  layout->n_header_rows = HEADER_ROWS;
  layout->n_columns = block->n_rows * n;
  layout->n_rows = HEADER_ROWS + 1;
  for (guint r = 0, k; r < block->n_rows; r += k)
    {
      const char *group = block->rows[r].group;

      for (k = 1; group != NULL && r + k < block->n_rows && g_strcmp0 (block->rows[r + k].group, group) == 0;)
        k++;
      add_text (layout, 0, r * n, 1, k * n, LAYOUT_HEADER, group != NULL ? group : block->rows[r].label);
    }
  for (guint level = 1; level < HEADER_ROWS; level++)
    for (guint r = 0; r < block->n_rows; r++)
      if (level == 1 && block->rows[r].group != NULL)
        add_text (layout, level, r * n, 1, n, LAYOUT_HEADER, block->rows[r].label);
      else if ((level == 1) == (block->rows[r].group == NULL))
        for (guint c = 0; c < n; c++)
          add_text (layout, level, r * n + c, HEADER_ROWS - level, 1, LAYOUT_HEADER, block->columns[c].label);
  for (guint i = 0; i < layout->n_columns; i++)
    add_figure (layout, HEADER_ROWS, i, 1, i);
}

/* ------------------------------------------------------------------------------------------------------------------------ */

static void
clear_box (gpointer box)
{
  g_free (((LayoutBox *) box)->text);
}

Layout *
layout_new (const GovForm *form)
{
  Layout *layout = g_new0 (Layout, 1);

  layout->boxes = g_array_new (FALSE, FALSE, sizeof (LayoutBox));
  g_array_set_clear_func (layout->boxes, clear_box);
  if (form->one_printed_row)
    lay_out_one_row (layout, form);
  else if (form->blocks[0].item != NULL)
    lay_out_items (layout, form);
  else
    lay_out_matrix (layout, form);
  return layout;
}

void
layout_free (Layout *layout)
{
  if (layout == NULL)
    return;
  g_array_unref (layout->boxes);
  g_free (layout);
}
