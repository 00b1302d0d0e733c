/* SPDX-License-Identifier: MIT */
#include "core/interpret/place.h"
#include "core/interpret/cell.h"
#include "core/interpret/header.h"

#include <string.h>

#define MARGIN_SURE 0.3f /* an alignment that is better by less than this is told as doubtful */
#define FIT_CLEAR 0.7f   /* a label that fits worse is told as damaged */

/* On which side a grid pads rows that have fewer cells than others. */
typedef enum { PAD_UNKNOWN, PAD_BEHIND, PAD_BEFORE } Padding;

typedef struct {
  guint n_data;
  const GovPiece **data; /* pieces in the order of the columns */
  gboolean short_at_end; /* the document ends in this row */
} Row;

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

/* Rows that are longer than their columns and blank at one end only show the habit of their grid. */
static Padding
find_padding (const GovPlacing *placing, const GovAlignment *alignment, const GovGrid *grid)
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
      gboolean fits_before = blanks_before (data, n) >= surplus, fits_behind = blanks_behind (data, n) >= surplus;
      before += fits_before && !fits_behind;
      behind += fits_behind && !fits_before;
    }
  return before > behind ? PAD_BEFORE : behind > before ? PAD_BEHIND : PAD_UNKNOWN;
}

/* Take padding away until as many pieces are left as there are columns, or none is. */
static void
trim (Row *row, guint n_columns, Padding padding)
{
  if (row->n_data <= n_columns)
    return;
  guint surplus = row->n_data - n_columns;
  guint before = blanks_before (row->data, row->n_data), behind = blanks_behind (row->data, row->n_data);

  if (behind >= surplus && (padding != PAD_BEFORE || before < surplus))
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

static void
leave_open (GovPlacing *placing, guint row_in_form, const Row *row, GovOpenFlags flags)
{
  GovAtom *atoms = gov_arena_new_array (placing->arena, GovAtom, row->n_data);

  for (guint i = 0; i < row->n_data; i++)
    {
      const GovPiece *piece = row->data[i];
      GovFigure figure = gov_figure_read (gov_piece_get_text (piece), piece->length, GOV_UNIT_COUNT);

      atoms[i] = (GovAtom){
        .kind = figure.kind == GOV_FIGURE_NUMBER && *figure.value != '-' && !(figure.flags & GOV_FIGURE_FRACTION)
                    ? GOV_ATOM_FIGURE
                : figure.kind == GOV_FIGURE_BLANK ? GOV_ATOM_BLANK
                                                  : GOV_ATOM_UNREADABLE,
        .flags = piece->joined && is_plain_digits (piece) ? GOV_ATOM_JOINED : GOV_ATOM_PLAIN,
        .text = figure.kind == GOV_FIGURE_NUMBER ? gov_arena_strdup (placing->arena, figure.value, -1)
                                                 : gov_piece_dup (placing, piece),
        .span = gov_text_get_span (piece->text, piece->offset, piece->length),
      };
    }
  GovOpenRow open = {row_in_form, flags, row->n_data, atoms};
  g_array_append_val (placing->open, open);
}

static gboolean
has_joined (const Row *row)
{
  for (guint i = 0; i < row->n_data; i++)
    if (row->data[i]->joined && row->data[i]->length > 1)
      return TRUE;
  return FALSE;
}

static gboolean
all_blank (const Row *row)
{
  for (guint i = 0; i < row->n_data; i++)
    if (row->data[i]->kind != GOV_PIECE_BLANK)
      return FALSE;
  return TRUE;
}

/* The last figure of a full row is gone while all before it are there: one of them may have been lost and the rest slid. */
static gboolean
looks_slid (const Row *row, guint n_columns, const GovStrip *strip)
{
  if (n_columns < 2 || strip->grid == NULL || !(strip->grid->flags & (GOV_TABLE_RAGGED | GOV_TABLE_RECOGNISED)))
    return FALSE;
  for (guint i = 0; i + 1 < n_columns; i++)
    if (row->data[i]->kind != GOV_PIECE_FIGURE)
      return FALSE;
  return row->data[n_columns - 1]->kind == GOV_PIECE_BLANK && row->data[n_columns - 1]->length == 0;
}

/* ---- one row ----------------------------------------------------------------------------------------------------------- */

/* The place of a strip: of the first of its pieces that prints something. */
static GovPlace
strip_place (GovPlacing *placing, const GovStrip *strip)
{
  guint i = 0;

  while (i + 1 < strip->n_pieces && strip->pieces[i].length == 0)
    i++;
  return gov_piece_place (placing, &strip->pieces[i]);
}

static void
say_row (GovPlacing *placing, const GovForm *form, guint start, guint n_cells, const GovStrip *strip, const char *code,
         const char *message)
{
  g_autofree GovCellRef *refs = g_new (GovCellRef, n_cells);
  GovPlace place = strip_place (placing, strip);

  for (guint c = 0; c < n_cells; c++)
    refs[c] = gov_cell_ref (form, start + c);
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (placing->report), code, &place, refs, n_cells, "%s", message);
}

static void
place_row (GovPlacing *placing, GovTable *table, guint row_in_form, const GovFormBlock *block, guint start, Row *row,
           const GovStrip *strip)
{
  const GovForm *form = gov_table_get_form (table);
  guint k = block->n_columns;

  if (row->n_data == k && !looks_slid (row, k, strip))
    for (guint c = 0; c < k; c++)
      gov_cell_fill (placing, table, start + c, row->data[c]);
  else if (row->n_data < k && (all_blank (row) || (strip->last && !has_joined (row))))
    {
      /* Blank cells were not all told, or the document ends here: what is there stands from the left. */
      for (guint c = 0; c < row->n_data; c++)
        gov_cell_fill (placing, table, start + c, row->data[c]);
      if (strip->last)
        say_row (placing, form, start + row->n_data, k - row->n_data, strip, "source-cut",
                 "the document ends inside this row: its last cells are missing");
    }
  else if (row->n_data <= k)
    {
      /* Empty places before the first figure may be those of merged labels. */
      guint before = row->n_data < k ? blanks_before (row->data, row->n_data) : 0;
      row->data += before;
      row->n_data -= before;
      leave_open (placing, row_in_form, row, GOV_OPEN_LACKS);
    }
  else
    leave_open (placing, row_in_form, row, GOV_OPEN_SURPLUS);
}

static void
comment_on_anchor (GovPlacing *placing, const GovForm *form, const GovAnchor *anchor, const GovStrip *strip, guint start,
                   const GovFormBlock *block)
{
  const GovFormRow *form_row = gov_form_get_cell (form, start).row;
  g_autofree char *message = NULL;
  const char *code = NULL;

  if (anchor->margin < MARGIN_SURE || (anchor->labelled && anchor->fit == 0))
    {
      code = "row-uncertain";
      message = g_strdup_printf ("these figures are taken for the row “%s”, but its label does not settle it", form_row->label);
    }
  else if (!anchor->labelled)
    {
      code = "label-missing";
      message = g_strdup_printf ("the row has no label; by its place it is “%s”", form_row->label);
    }
  else if (anchor->fit < FIT_CLEAR)
    {
      code = "label-damaged";
      message = g_strdup_printf ("the label is damaged; it is taken for “%s”", form_row->label);
    }
  if (code != NULL)
    say_row (placing, form, start, block->n_columns, strip, code, message);
}

/* ---- extra rows -------------------------------------------------------------------------------------------------------- */

static const char *
join_labels (GovPlacing *placing, const GovStrip *strip)
{
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; i < strip->n_labels; i++)
    g_string_append_len (label, gov_piece_get_text (&strip->pieces[i]), strip->pieces[i].length);
  return gov_arena_strdup (placing->arena, label->str, label->len);
}

static gboolean
has_figure (const GovStrip *strip)
{
  for (guint i = strip->n_labels; i < strip->n_pieces; i++)
    if (strip->pieces[i].kind == GOV_PIECE_FIGURE)
      return TRUE;
  return FALSE;
}

static void
keep_extra_row (GovPlacing *placing, GovTable *table, const GovStrip *strip, const GovFormRow *after, gboolean doubled)
{
  guint n = strip->n_pieces - strip->n_labels;
  const char **texts = gov_arena_new_array (placing->arena, const char *, n);
  const char *label = join_labels (placing, strip);
  GovPlace place = strip_place (placing, strip);

  for (guint i = 0; i < n; i++)
    texts[i] = gov_piece_dup (placing, &strip->pieces[strip->n_labels + i]);
  gov_table_add_extra_row (table, &(GovExtraRow){label, after != NULL ? after->id : NULL, n, texts, place});
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (placing->report), doubled ? "row-doubled" : "extra-row", &place, NULL, 0,
                       doubled ? "the row “%s” stands here a second time; its figures are kept beside the table"
                               : "the form has no row “%s”; its figures are kept beside the table",
                       label);
}

static gboolean
same_data (const GovStrip *one, const GovStrip *other)
{
  gboolean same = one->n_pieces - one->n_labels == other->n_pieces - other->n_labels;

  for (guint i = 0; same && i < one->n_pieces - one->n_labels; i++)
    {
      const GovPiece *a = &one->pieces[one->n_labels + i], *b = &other->pieces[other->n_labels + i];
      same = a->length == b->length && memcmp (gov_piece_get_text (a), gov_piece_get_text (b), a->length) == 0;
    }
  return same;
}

/* A row that stands twice: with different figures neither can be trusted; with the same it does not matter which is taken.
 * TRUE: it does, and has the same. */
static gboolean
compare_doubled (GovPlacing *placing, const GovAlignment *alignment, guint a, guint start, guint n_columns)
{
  const GovAnchor *anchor = &alignment->anchors[a];
  const GovStrip *strip = &placing->strips->strips[anchor->strip];
  gboolean same = FALSE;

  for (guint b = 0; b < alignment->n_anchors; b++)
    {
      const GovStrip *other = &placing->strips->strips[alignment->anchors[b].strip];
      if (alignment->anchors[b].doubles != anchor->row || !has_figure (other))
        continue;
      same = same_data (strip, other);
      if (!same)
        say_row (placing, alignment->form, start, n_columns, other, "row-contradicted",
                 "the row stands twice with different figures; those of the better place are kept");
    }
  return same;
}

/* ---- a table ----------------------------------------------------------------------------------------------------------- */

static void
collect (const GovStrip *strip, GPtrArray *data)
{
  for (guint i = strip->n_labels; i < strip->n_pieces; i++)
    g_ptr_array_add (data, (gpointer) &strip->pieces[i]);
}

/* The strip behind an anchor goes on with its row when it has no label and is no row itself: the anchor has its label alone,
 * or both together have just the cells of one row. */
static gboolean
goes_on (const GovPlacing *placing, const GovAlignment *alignment, guint a, guint n_columns, GPtrArray *data)
{
  if (a + 1 >= alignment->n_anchors)
    return FALSE;
  const GovAnchor *next = &alignment->anchors[a + 1];
  const GovStrip *more = &placing->strips->strips[next->strip];

  if (next->row != GOV_ROW_NONE || more->n_labels > 0)
    return FALSE;
  if (blanks_behind ((const GovPiece *const *) data->pdata, data->len) == data->len)
    g_ptr_array_set_size (data, 0);
  else if (data->len + more->n_pieces != n_columns)
    return FALSE;
  collect (more, data);
  return TRUE;
}

void
gov_place_rows (GovPlacing *placing, const GovAlignment *alignment)
{
  const GovForm *form = alignment->form;
  GovTable *table = gov_report_add_table (placing->report, form);
  const GovFormRow *after = NULL;
  const GovGrid *grid = NULL;
  Padding padding = PAD_UNKNOWN;
  g_autoptr (GPtrArray) data = g_ptr_array_new ();

  for (guint a = 0; a < alignment->n_anchors; a++)
    {
      const GovAnchor *anchor = &alignment->anchors[a];
      const GovStrip *strip = &placing->strips->strips[anchor->strip];
      const GovFormBlock *block;

      if (anchor->row == GOV_ROW_NONE)
        {
          if (has_figure (strip))
            keep_extra_row (placing, table, strip, after, anchor->doubles != GOV_ROW_NONE);
          continue;
        }
      if (strip->grid != grid)
        {
          grid = strip->grid;
          padding = grid != NULL ? find_padding (placing, alignment, grid) : PAD_UNKNOWN;
        }
      guint start = gov_form_get_row_start (form, anchor->row, &block);
      after = gov_form_get_cell (form, start).row;
      g_ptr_array_set_size (data, 0);
      collect (strip, data);
      if (goes_on (placing, alignment, a, block->n_columns, data))
        a++;

      Row row = {data->len, (const GovPiece **) data->pdata, FALSE};
      gov_header_fold_data (placing, alignment, anchor, block, &row.data, &row.n_data);
      trim (&row, block->n_columns, padding);
      place_row (placing, table, anchor->row, block, start, &row, strip);
      if (!compare_doubled (placing, alignment, anchor - alignment->anchors, start, block->n_columns))
        comment_on_anchor (placing, form, anchor, strip, start, block);
    }
}

void
gov_place_printed_row (GovPlacing *placing, const GovForm *form)
{
  GovTable *table = gov_report_add_table (placing->report, form);
  g_autoptr (GPtrArray) data = g_ptr_array_new ();
  const GovStrip *first = NULL;

  for (guint s = 0; s < placing->strips->n_strips; s++)
    {
      const GovStrip *strip = &placing->strips->strips[s];

      if (placing->recognised[s].table != GOV_TABLE_REVIEW || strip->prose)
        continue;
      /* Blanks alone are the row's own only when no head stands before them; in a grid the row has no label. */
      if (!has_figure (strip) && (strip->n_labels > 0 || data->len > 0))
        continue;
      if (strip->grid != NULL && strip->n_labels > 0 && strip->n_pieces - strip->n_labels < form->n_cells / 2)
        continue;
      if (first == NULL)
        first = strip;
      if (data->len < form->n_cells)
        collect (strip, data);
    }
  if (first == NULL)
    return;
  Row row = {data->len, (const GovPiece **) data->pdata, FALSE};
  trim (&row, form->n_cells, PAD_BEHIND);
  if (row.n_data == form->n_cells)
    for (guint c = 0; c < form->n_cells; c++)
      gov_cell_fill (placing, table, c, row.data[c]);
  else if (row.n_data < form->n_cells && (all_blank (&row) || (first->last && !has_joined (&row))))
    for (guint c = 0; c < row.n_data; c++)
      gov_cell_fill (placing, table, c, row.data[c]);
  else
    leave_open (placing, 0, &row, row.n_data < form->n_cells ? GOV_OPEN_LACKS : GOV_OPEN_SURPLUS);
}
