/* SPDX-License-Identifier: MIT */
#include "core/interpret/cell.h"

#include <string.h>

GovCellRef
gov_cell_ref (const GovForm *form, guint cell)
{
  GovFormCell at = gov_form_get_cell (form, cell);

  return (GovCellRef){form->table, at.row->id, at.column->id};
}

const char *
gov_piece_dup (GovPlacing *placing, const GovPiece *piece)
{
  return gov_arena_strdup (placing->arena, gov_piece_get_text (piece), piece->length);
}

static GovPlace
place_of (GovPlacing *placing, const GovPiece *piece, gsize offset, gsize length)
{
  return gov_source_locate (placing->source, gov_text_get_span (piece->text, piece->offset + offset, length));
}

GovPlace
gov_piece_place (GovPlacing *placing, const GovPiece *piece)
{
  return place_of (placing, piece, 0, piece->length);
}

static void
say (GovPlacing *placing, const GovForm *form, guint cell, const GovPlace *place, const char *code, const char *message)
{
  GovCellRef ref = gov_cell_ref (form, cell);

  gov_diagnostics_add (gov_report_get_mutable_diagnostics (placing->report), code, place, &ref, 1, "%s", message);
}

/* Whether a count's decimals are all zeros; then they are cut off. */
static gboolean
drop_zero_decimals (char *value)
{
  char *point = strchr (value, '.');

  if (point == NULL)
    return TRUE;
  if (strspn (point + 1, "0") != strlen (point + 1))
    return FALSE;
  *point = '\0';
  return TRUE;
}

/* Why a number is none of its column's; NULL: it is one. */
static const char *
objection (GovFigure *figure, GovUnit unit)
{
  if (unit == GOV_UNIT_AMOUNT)
    return NULL;
  if (figure->flags & GOV_FIGURE_FRACTION && !drop_zero_decimals (figure->value))
    return "a count is printed with decimals";
  if (unit == GOV_UNIT_COUNT && *figure->value == '-')
    return "a count is printed with a minus sign";
  return NULL;
}

static void
comment (GovPlacing *placing, const GovForm *form, guint cell, const GovPlace *place, const GovFigure *figure, const char *raw)
{
  g_autofree char *message = NULL;

  if (figure->flags & GOV_FIGURE_SWAPPED)
    {
      message = g_strdup_printf ("“%s” is read as %s: it holds signs that are misread digits; compare it with the original",
                                 raw, figure->value);
      say (placing, form, cell, place, "digit-normalized", message);
    }
  else if (figure->flags & GOV_FIGURE_DOUBLE_SIGN)
    {
      message = g_strdup_printf ("“%s” has two signs; it is read as %s", raw, figure->value);
      say (placing, form, cell, place, "double-sign", message);
    }
  else if (figure->flags & GOV_FIGURE_UNIT)
    {
      message = g_strdup_printf ("“%s” is printed with its own unit; converted exactly to %s 万元", raw, figure->value);
      say (placing, form, cell, place, "unit-converted", message);
    }
  else if (figure->flags & GOV_FIGURE_NOTE)
    {
      message = g_strdup_printf ("“%s” holds more than its figure %s", raw, figure->value);
      say (placing, form, cell, place, "cell-note", message);
    }
  else if (figure->flags & GOV_FIGURE_ZEROS)
    {
      message = g_strdup_printf ("“%s” is printed with leading zeros; it is read as %s", raw, figure->value);
      say (placing, form, cell, place, "leading-zeros", message);
    }
}

void
gov_cell_fill (GovPlacing *placing, GovTable *table, guint cell, const GovPiece *piece)
{
  const GovForm *form = gov_table_get_form (table);
  GovUnit unit = gov_form_get_cell (form, cell).column->unit;
  GovFigure figure = gov_figure_read (gov_piece_get_text (piece), piece->length, unit);
  const char *raw = piece->length > 0 ? gov_piece_dup (placing, piece) : NULL;
  GovCell filled = {.raw = raw, .place = place_of (placing, piece, figure.offset, figure.length)};
  const char *why = figure.kind == GOV_FIGURE_NUMBER ? objection (&figure, unit) : NULL;

  if (figure.kind == GOV_FIGURE_BLANK)
    filled.origin = GOV_ORIGIN_BLANK;
  else if (figure.kind == GOV_FIGURE_NONE || why != NULL)
    {
      g_autofree char *message = g_strdup_printf ("“%s” cannot be read as a figure: %s", raw, why ? why : "it is no number");
      filled.origin = GOV_ORIGIN_UNREADABLE;
      say (placing, form, cell, &filled.place, "unreadable-figure", message);
    }
  else
    {
      gov_figure_strip_zeros (figure.value);
      filled.value = figure.value;
      filled.origin = figure.flags & (GOV_FIGURE_SWAPPED | GOV_FIGURE_DOUBLE_SIGN) ? GOV_ORIGIN_NORMALIZED : GOV_ORIGIN_READ;
      comment (placing, form, cell, &filled.place, &figure, raw);
    }
  gov_table_set_cell (table, cell, &filled);
}

/* ---- strips ------------------------------------------------------------------------------------------------------------ */

GovPlace
gov_strip_place (GovPlacing *placing, const GovStrip *strip)
{
  guint i = 0;

  while (i + 1 < strip->n_pieces && strip->pieces[i].length == 0)
    i++;
  return gov_piece_place (placing, &strip->pieces[i]);
}

gboolean
gov_strip_has_figure (const GovStrip *strip)
{
  for (guint i = strip->n_labels; i < strip->n_pieces; i++)
    if (strip->pieces[i].kind == GOV_PIECE_FIGURE)
      return TRUE;
  return FALSE;
}

void
gov_strip_say (GovPlacing *placing, const GovForm *form, guint start, guint n_cells, const GovStrip *strip, const char *code,
               const char *message)
{
  g_autofree GovCellRef *refs = g_new (GovCellRef, n_cells);
  GovPlace place = gov_strip_place (placing, strip);

  for (guint c = 0; c < n_cells; c++)
    refs[c] = gov_cell_ref (form, start + c);
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (placing->report), code, &place, refs, n_cells, "%s", message);
}
