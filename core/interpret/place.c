/* SPDX-License-Identifier: MIT */
#include "core/interpret/place.h"
#include "core/interpret/cell.h"
#include "core/interpret/extra.h"
#include "core/interpret/header.h"
#include "core/interpret/row.h"

#include <string.h>

#define MARGIN_SURE 0.3f /* an alignment that is better by less than this is told as doubtful */
#define FIT_CLEAR 0.93f  /* a label that fits worse is told as damaged */

#define EMPTY_END "the row's last cell is empty where a figure is expected: a cell may have been lost and the others slid"

/* ---- one row ----------------------------------------------------------------------------------------------------------- */

static gboolean
has_equations (const GovForm *form)
{
  guint n;
  const GovEquation *equations = gov_equations (&n);

  for (guint e = 0; e < n; e++)
    if (strcmp (equations[e].table, form->table) == 0)
      return TRUE;
  return FALSE;
}

/* Whether empty cells at a row's end may be padding. */
static gboolean
may_pad (const GovStrip *strip)
{
  return strip->grid != NULL && strip->grid->flags & (GOV_TABLE_RAGGED | GOV_TABLE_RECOGNISED);
}

/* Whether a row does not reach its grid's last column. */
static gboolean
is_short (const GovStrip *strip)
{
  return strip->grid != NULL && strip->pieces[strip->n_pieces - 1].column + 1 < strip->grid->n_columns;
}

static void
fill (GovPlacing *placing, GovTable *table, guint start, const GovRowData *row)
{
  for (guint c = 0; c < row->n_data; c++)
    gov_cell_fill (placing, table, start + c, row->data[c]);
}

/* Put a row of n_columns cells, from start on, into the table; or leave open what the source leaves open. */
static void
place_row (GovPlacing *placing, GovTable *table, guint row_in_form, guint start, guint n_columns, GovRowData *row,
           const GovStrip *strip)
{
  const GovForm *form = gov_table_get_form (table);
  GovTableFlags flags = strip->grid != NULL ? strip->grid->flags : GOV_TABLE_BLANKS_LOST;
  /* A grid loses a cell with what it holds; running text loses cells that hold nothing. */
  GovOpenFlags lacks = GOV_OPEN_LACKS | (flags & GOV_TABLE_BLANKS_LOST ? 0 : GOV_OPEN_MISREAD);
  gboolean slid = row->n_data == n_columns && may_pad (strip) && gov_row_ends_empty (row);

  /* Columns by spaces: where a place was lost, empty ones tell nothing. */
  if (flags & GOV_TABLE_BLANKS_LOST && is_short (strip))
    gov_row_trim_before (row);
  if (row->n_data > n_columns)
    {
      gov_strip_say (placing, form, start, n_columns, strip, "row-surplus",
                     "the row has more figures than columns: one is foreign, or stands in two cells");
      gov_row_leave_open (placing, row_in_form, row, GOV_OPEN_SURPLUS);
    }
  else if (row->n_data == n_columns && !slid)
    fill (placing, table, start, row);
  else if (gov_row_is_blank (row))
    fill (placing, table, start, row);
  else if (row->n_data < n_columns && strip->last && !gov_row_has_joined (row))
    {
      fill (placing, table, start, row);
      gov_strip_say (placing, form, start + row->n_data, n_columns - row->n_data, strip, "source-cut",
                     "the document ends inside this row: its last cells are missing");
    }
  else if (!has_equations (form) && strip->grid != NULL)
    {
      fill (placing, table, start, row);
      gov_strip_say (
          placing, form, start, n_columns, strip, "row-short",
          "the row has fewer figures than columns: they are given from the left, and may stand in the wrong columns");
    }
  else
    {
      /* Empty places before the first figure may be those of merged labels, one behind the last may be padding. */
      if (slid)
        gov_row_trim_behind (row);
      else
        gov_row_trim_before (row);
      gov_row_leave_open (placing, row_in_form, row, lacks);
    }
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
    gov_strip_say (placing, form, start, block->n_columns, strip, code, message);
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
  if (gov_row_is_blank (&(GovRowData){data->len, (const GovPiece **) data->pdata}))
    g_ptr_array_set_size (data, 0);
  else if (data->len + more->n_pieces != n_columns)
    return FALSE;
  collect (more, data);
  return TRUE;
}

/* A recogniser drops figures: an empty place among figures is told, though it may be empty in the original too. */
static void
note_empty_places (GovPlacing *placing, const GovTable *table, guint start, guint n_columns, const GovStrip *strip)
{
  if (strip->grid == NULL || !(strip->grid->flags & GOV_TABLE_RECOGNISED) || !gov_strip_has_figure (strip))
    return;
  for (guint c = start; c < start + n_columns; c++)
    {
      const GovCell *cell = gov_table_get_cell (table, c);
      if (cell->origin == GOV_ORIGIN_BLANK && cell->raw == NULL)
        gov_strip_say (placing, gov_table_get_form (table), c, 1, strip, "cell-empty",
                       "the place is empty among figures, in a page recognised from a picture: a figure may have been lost");
    }
}

/* In a grid that pads its rows, a row whose last place is empty, where most rows have a figure there, may have lost a cell. */
static void
doubt_empty_ends (GovPlacing *placing, const GovAlignment *alignment, const GovTable *table)
{
  for (guint pass = 0, full = 0, empty = 0; pass < 2; pass++)
    for (guint a = 0; a < alignment->n_anchors; a++)
      {
        const GovAnchor *anchor = &alignment->anchors[a];
        const GovStrip *strip = &placing->strips->strips[anchor->strip];
        const GovFormBlock *block;

        if (anchor->row == GOV_ROW_NONE || !gov_strip_has_figure (strip) || !may_pad (strip))
          continue;
        guint start = gov_form_get_row_start (alignment->form, anchor->row, &block);
        const GovCell *last = gov_table_get_cell (table, start + block->n_columns - 1);
        gboolean is_empty = last->origin == GOV_ORIGIN_BLANK && last->raw == NULL && block->n_columns > 1;
        if (pass == 0 && is_empty)
          empty++;
        else if (pass == 0)
          full++;
        else if (is_empty && full > empty)
          gov_strip_say (placing, alignment->form, start, block->n_columns, strip, "row-short", EMPTY_END);
      }
}

static guint
strip_width (const GovStrip *strip)
{
  return strip->pieces[strip->n_pieces - 1].column + 1;
}

/* The width that most rows of a grid have. */
static guint
find_usual_width (const GovPlacing *placing, const GovAlignment *alignment, const GovGrid *grid)
{
  g_autofree guint *rows = g_new0 (guint, GOV_LIMIT_TABLE_COLUMNS + 1);
  guint usual = 0;

  for (guint a = 0; a < alignment->n_anchors; a++)
    if (placing->strips->strips[alignment->anchors[a].strip].grid == grid)
      rows[strip_width (&placing->strips->strips[alignment->anchors[a].strip])]++;
  for (guint width = 1; width <= GOV_LIMIT_TABLE_COLUMNS; width++)
    if (rows[width] > 0 && rows[width] >= rows[usual])
      usual = width;
  return usual;
}

void
gov_place_rows (GovPlacing *placing, const GovAlignment *alignment)
{
  const GovForm *form = alignment->form;
  GovTable *table = gov_report_add_table (placing->report, form);
  const GovFormRow *after = NULL;
  const GovGrid *grid = NULL;
  GovPadding padding = GOV_PAD_UNKNOWN;
  guint usual_width = G_MAXUINT;
  g_autoptr (GPtrArray) data = g_ptr_array_new ();

  for (guint a = 0; a < alignment->n_anchors; a++)
    {
      const GovAnchor *anchor = &alignment->anchors[a];
      const GovStrip *strip = &placing->strips->strips[anchor->strip];
      const GovFormBlock *block;

      if (anchor->row == GOV_ROW_NONE)
        {
          if (gov_strip_has_figure (strip))
            gov_extra_keep (placing, table, anchor, after);
          continue;
        }
      if (strip->grid != grid)
        {
          grid = strip->grid;
          padding = grid != NULL ? gov_row_find_padding (placing, alignment, grid) : GOV_PAD_UNKNOWN;
          usual_width = grid != NULL ? find_usual_width (placing, alignment, grid) : G_MAXUINT;
        }
      guint start = gov_form_get_row_start (form, anchor->row, &block);
      after = gov_form_get_cell (form, start).row;
      g_ptr_array_set_size (data, 0);
      collect (strip, data);
      if (goes_on (placing, alignment, a, block->n_columns, data))
        a++;

      GovRowData row = {data->len, (const GovPiece **) data->pdata};
      gov_header_fold_data (placing, alignment, anchor, block, &row.data, &row.n_data);
      /* A grid whose labels leave empty places before the figures has rows of one width: a shorter one has lost a cell. */
      if (is_short (strip) && (padding == GOV_PAD_BEFORE || (padding == GOV_PAD_UNKNOWN && row.n_data > block->n_columns)))
        gov_row_trim_before (&row);
      guint n_before = row.n_data;
      gov_row_trim (&row, block->n_columns, padding);
      gboolean doubtful = row.n_data < n_before
                          && (strip_width (strip) > usual_width || (padding == GOV_PAD_UNKNOWN && gov_row_begins_empty (&row)));
      place_row (placing, table, anchor->row, start, block->n_columns, &row, strip);
      if (doubtful && may_pad (strip))
        gov_strip_say (placing, form, start, block->n_columns, strip, "row-uncertain",
                       "the row is not as long as others of its table: its figures may stand beside their places");
      note_empty_places (placing, table, start, block->n_columns, strip);
      if (!gov_extra_compare (placing, alignment, anchor, start, block->n_columns))
        comment_on_anchor (placing, form, anchor, strip, start, block);
    }
  doubt_empty_ends (placing, alignment, table);
}

/* The strips of the printed row: those with figures, or blank ones before which no head stands. In a grid the row has no
 * label. */
static const GovStrip *
collect_printed_row (GovPlacing *placing, const GovForm *form, GPtrArray *data)
{
  const GovStrip *first = NULL;

  for (guint s = 0; s < placing->strips->n_strips && data->len < form->n_cells; s++)
    {
      const GovStrip *strip = &placing->strips->strips[s];

      if (placing->recognised[s].table != GOV_TABLE_REVIEW || strip->prose)
        continue;
      if (!gov_strip_has_figure (strip) && (strip->n_labels > 0 || data->len > 0))
        continue;
      if (strip->grid != NULL && strip->n_labels > 0 && strip->n_pieces - strip->n_labels < form->n_cells / 2)
        continue;
      if (first == NULL)
        first = strip;
      collect (strip, data);
    }
  return first;
}

gboolean
gov_place_printed_row (GovPlacing *placing, const GovForm *form)
{
  GovTable *table = gov_report_add_table (placing->report, form);
  g_autoptr (GPtrArray) data = g_ptr_array_new ();
  const GovStrip *strip = collect_printed_row (placing, form, data);

  if (strip == NULL)
    return FALSE;
  GovRowData row = {data->len, (const GovPiece **) data->pdata};
  gov_row_trim (&row, form->n_cells, GOV_PAD_BEHIND);
  place_row (placing, table, 0, 0, form->n_cells, &row, strip);

  const GovCell *last = gov_table_get_cell (table, form->n_cells - 1);
  if (last->origin == GOV_ORIGIN_BLANK && last->raw == NULL && !gov_row_is_blank (&row) && may_pad (strip))
    gov_strip_say (placing, form, 0, form->n_cells, strip, "row-short", EMPTY_END);
  return TRUE;
}
