/* SPDX-License-Identifier: MIT */
#include "core/check/settle.h"

#include <string.h>

/* From the first byte of one atom to the last of another. */
static GovSpan
span_of (const GovOpenRow *row, guint first, guint last)
{
  GovSpan from = row->atoms[first].span, to = row->atoms[last].span;

  if (gov_span_is_none (from) || gov_span_is_none (to) || to.offset + to.length < from.offset)
    return GOV_SPAN_NONE;
  return GOV_SPAN (from.offset, to.offset + to.length - from.offset);
}

static GovPlace
locate (const GovSettling *settling, GovSpan span)
{
  return settling->source == NULL || gov_span_is_none (span) ? GOV_PLACE_NONE : gov_source_locate (settling->source, span);
}

static char *
text_of (const GovOpenRow *row, guint first, guint last)
{
  GString *text = g_string_new (row->atoms[first].text);

  for (guint a = first + 1; a <= last; a++)
    g_string_append_printf (text, " %s", row->atoms[a].text);
  return g_string_free (text, FALSE);
}

/* A part of a digit run has a span of its own: one byte for each digit. */
static GovSpan
figure_span (const GovOpenRow *row, const GovPlaced *placed)
{
  const GovAtom *atom = &row->atoms[placed->first];
  GovSpan span = span_of (row, placed->first, placed->last);

  if (placed->first == placed->last && !gov_span_is_none (span) && span.length == strlen (atom->text))
    return GOV_SPAN (span.offset + placed->from, placed->length);
  return span;
}

void
gov_settle_cell (const GovSettling *settling, const GovOpenRow *row, guint cell, const GovPlaced *placed)
{
  g_autofree char *raw = NULL, *value = NULL;
  GovCell result = {.origin = GOV_ORIGIN_BLANK, .place = GOV_PLACE_NONE};

  if (placed->first != GOV_NO_ATOM)
    {
      const GovAtom *atom = &row->atoms[placed->first];
      gboolean part = placed->first == placed->last && placed->length < strlen (atom->text);

      raw = part ? g_strndup (atom->text + placed->from, placed->length) : text_of (row, placed->first, placed->last);
      result.raw = *raw != '\0' ? raw : NULL;
      result.place = locate (settling, figure_span (row, placed));
    }
  if (placed->kind == GOV_PLACED_FIGURE)
    {
      result.origin = GOV_ORIGIN_RESOLVED;
      result.value = value = g_strdup_printf ("%" G_GINT64_FORMAT, placed->value);
    }
  else if (placed->kind == GOV_PLACED_DECIMAL)
    {
      result.origin = GOV_ORIGIN_RESOLVED;
      result.value = row->atoms[placed->first].text + (*row->atoms[placed->first].text == '+');
    }
  else if (placed->kind == GOV_PLACED_UNKNOWN)
    result.origin = GOV_ORIGIN_UNREADABLE;
  gov_table_set_cell (settling->table, cell, &result);
}

static void
set_value (const GovSettling *settling, guint cell, gint64 value, GovOrigin origin)
{
  const GovCell *printed = gov_table_get_cell (settling->table, cell);
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  GovCell result = {origin, digits, printed->raw != NULL ? printed->raw : printed->value, printed->place};

  gov_table_set_cell (settling->table, cell, &result);
}

void
gov_settle_value (const GovSettling *settling, guint cell, gint64 value)
{
  set_value (settling, cell, value, GOV_ORIGIN_RESOLVED);
}

void
gov_settle_repair (const GovSettling *settling, guint cell, gint64 value, gboolean blank)
{
  set_value (settling, cell, value, GOV_ORIGIN_REPAIRED);
  if (!blank)
    return;
  GovCell result = *gov_table_get_cell (settling->table, cell);
  result.origin = GOV_ORIGIN_BLANK;
  result.value = NULL;
  gov_table_set_cell (settling->table, cell, &result);
}

GovPlace
gov_settle_row_place (const GovSettling *settling, const GovOpenRow *row)
{
  return row->n_atoms > 0 ? locate (settling, span_of (row, 0, row->n_atoms - 1)) : GOV_PLACE_NONE;
}

void
gov_settle_open (const GovSettling *settling, const GovOpenRow *row, guint cell)
{
  if (row->n_atoms == 0)
    return;
  g_autofree char *raw = text_of (row, 0, row->n_atoms - 1);
  GovCell result = {.origin = GOV_ORIGIN_UNREADABLE, .raw = raw, .place = gov_settle_row_place (settling, row)};
  gov_table_set_cell (settling->table, cell, &result);
}

void
gov_settle_append_reading (GString *text, const GovOpenRow *row, const GovReading *reading, guint n_columns)
{
  for (guint c = 0; c < n_columns; c++)
    {
      const GovPlaced *placed = &reading->placed[c];

      if (c > 0)
        g_string_append_c (text, ' ');
      if (placed->kind == GOV_PLACED_FIGURE)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, placed->value);
      else if (placed->kind == GOV_PLACED_DECIMAL)
        g_string_append (text, row->atoms[placed->first].text);
      else
        g_string_append_c (text, placed->kind == GOV_PLACED_BLANK ? '_' : '?');
    }
}
