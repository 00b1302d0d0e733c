/* SPDX-License-Identifier: MIT */
/* How the statutory forms print their tables: which headers, labels and figures stand where, and over how many rows and
 * columns they are merged. For writers that show a table to people. */
#pragma once

#include <govconv/form.h>

typedef enum {
  LAYOUT_HEADER, /* over figures: the name of a column, of several, or of an item of the Regulations */
  LAYOUT_LABEL,  /* left of figures: the name of a row, or of several */
  LAYOUT_FIGURE,
} LayoutKind;

typedef struct {
  guint row, column, rowspan, colspan; /* from 0 */
  LayoutKind kind;
  guint cell; /* LAYOUT_FIGURE: its flat index in the form */
  char *text; /* of a header or label; NULL of a figure */
} LayoutBox;

typedef struct {
  guint n_rows, n_columns;
  guint n_header_rows; /* rows at the top that hold headers only */
  GArray *boxes;       /* LayoutBox, in reading order: by row, then by column; they cover every place once */
} Layout;

Layout *layout_new (const GovForm *form);
void layout_free (Layout *layout);

static inline const LayoutBox *
layout_get_box (const Layout *layout, guint index)
{
  return &g_array_index (layout->boxes, LayoutBox, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Layout, layout_free)
