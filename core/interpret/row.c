/* SPDX-License-Identifier: MIT */
#include "core/interpret/row.h"
#include "core/interpret/cell.h"

/* ---- choosing the pieces ----------------------------------------------------------------------------------------------- */

static guint
blanks_before (const GovPiece *const *data, guint n)
{
  guint k = 0;

  while (k < n && data[k]->kind == GOV_PIECE_BLANK && data[k]->length == 0)
    k++;
  return k;
}

static guint
blanks_behind (const GovPiece *const *data, guint n)
{
  guint k = 0;

  while (k < n && data[n - 1 - k]->kind == GOV_PIECE_BLANK && data[n - 1 - k]->length == 0)
    k++;
  return k;
}

GovPadding
gov_row_find_padding (const GovPlacing *placing, const GovAlignment *alignment, const GovGrid *grid)
{
  guint before = 0, behind = 0;

  for (guint a = 0; a < alignment->n_anchors; a++)
    {
      const GovAnchor *anchor = &alignment->anchors[a];
      const GovStrip *strip = &placing->strips->strips[anchor->strip];
      const GovFormBlock *block;

      if (anchor->row == GOV_ROW_NONE || strip->grid != grid)
        continue;
      gov_form_get_row_start (alignment->form, anchor->row, &block);
      guint n = strip->n_pieces - strip->n_labels;
      if (n <= block->n_columns)
        continue;
      g_autofree const GovPiece **data = g_new (const GovPiece *, n);
      for (guint i = 0; i < n; i++)
        data[i] = &strip->pieces[strip->n_labels + i];
      guint surplus = n - block->n_columns;
      /* More empty places before than there is surplus may also be a figure that was lost. */
      gboolean fits_before = blanks_before (data, n) == surplus, fits_behind = blanks_behind (data, n) >= surplus;
      before += fits_before && !fits_behind;
      behind += fits_behind && !fits_before;
    }
  return before > behind ? GOV_PAD_BEFORE : behind > before ? GOV_PAD_BEHIND : GOV_PAD_UNKNOWN;
}

void
gov_row_trim (GovRowData *row, guint n_columns, GovPadding padding)
{
  if (row->n_data <= n_columns)
    return;
  guint surplus = row->n_data - n_columns;
  guint before = blanks_before (row->data, row->n_data), behind = blanks_behind (row->data, row->n_data);

  if (behind >= surplus && (padding != GOV_PAD_BEFORE || before < surplus))
    row->n_data -= surplus;
  else if (before >= surplus)
    {
      row->data += surplus;
      row->n_data -= surplus;
    }
  else
    {
      /* What is left over has figures in it; empty places of merged labels before it, and padding behind it, are not among
         them. */
      before = MIN (before, surplus);
      row->data += before;
      row->n_data -= before + MIN (behind, surplus - before);
    }
}

void
gov_row_trim_before (GovRowData *row)
{
  guint before = blanks_before (row->data, row->n_data);

  row->data += before;
  row->n_data -= before;
}

void
gov_row_trim_behind (GovRowData *row)
{
  row->n_data -= blanks_behind (row->data, row->n_data);
}

gboolean
gov_row_has_joined (const GovRowData *row)
{
  for (guint i = 0; i < row->n_data; i++)
    if (row->data[i]->joined && row->data[i]->length > 1)
      return TRUE;
  return FALSE;
}

gboolean
gov_row_is_blank (const GovRowData *row)
{
  for (guint i = 0; i < row->n_data; i++)
    if (row->data[i]->kind != GOV_PIECE_BLANK)
      return FALSE;
  return TRUE;
}

gboolean
gov_row_begins_empty (const GovRowData *row)
{
  guint before = blanks_before (row->data, row->n_data);

  return before > 0 && before < row->n_data;
}

gboolean
gov_row_ends_empty (const GovRowData *row)
{
  if (row->n_data < 2 || blanks_behind (row->data, row->n_data) != 1)
    return FALSE;
  for (guint i = 0; i + 1 < row->n_data; i++)
    if (row->data[i]->kind != GOV_PIECE_FIGURE)
      return FALSE;
  return TRUE;
}

/* ---- what stays open --------------------------------------------------------------------------------------------------- */

/* Digits of one byte each, so that a part of them has a place. */
static gboolean
is_plain_digits (const GovPiece *piece)
{
  const char *text = gov_piece_get_text (piece);

  for (gsize i = 0; i < piece->length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return piece->length > 0;
}

void
gov_row_leave_open (GovPlacing *placing, guint row_in_form, const GovRowData *row, GovOpenFlags flags)
{
  GovAtom *atoms = gov_arena_new_array (placing->arena, GovAtom, row->n_data);
  gboolean joined = TRUE;

  /* Beside glued digits that are no count (-56217628) nobody can say how many columns those take. */
  for (guint i = 0; i < row->n_data; i++)
    joined &= !row->data[i]->joined || is_plain_digits (row->data[i]);

  for (guint i = 0; i < row->n_data; i++)
    {
      const GovPiece *piece = row->data[i];
      GovFigure figure = gov_figure_read (gov_piece_get_text (piece), piece->length, GOV_UNIT_COUNT);

      atoms[i] = (GovAtom){
          .kind = figure.kind == GOV_FIGURE_NUMBER && *figure.value != '-' && !(figure.flags & GOV_FIGURE_FRACTION)
                      ? GOV_ATOM_FIGURE
                  : figure.kind == GOV_FIGURE_BLANK ? GOV_ATOM_BLANK
                                                    : GOV_ATOM_UNREADABLE,
          .flags = joined && piece->joined && is_plain_digits (piece) ? GOV_ATOM_JOINED : GOV_ATOM_PLAIN,
          .text = figure.kind == GOV_FIGURE_NUMBER ? gov_arena_strdup (placing->arena, figure.value, -1)
                                                   : gov_piece_dup (placing, piece),
          .span = gov_text_get_span (piece->text, piece->offset, piece->length),
      };
    }
  GovOpenRow open = {row_in_form, flags, row->n_data, atoms};
  g_array_append_val (placing->open, open);
}
