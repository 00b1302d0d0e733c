/* SPDX-License-Identifier: MIT */
/* Lines whose texts stand apart by spaces, as pdftotext -layout, w3m and lynx print tables: their segments, and where such a
 * table begins and ends.
 *
 *   line  = { gap } [ text { gap text } ]
 *   gap   = two or more spaces | tab          a single space belongs to the text */
#include "core/source/utf8.h"
#include "plugins/lines.h"
#include "plugins/text.h"

#include <string.h>

/* Lines of one text each, without a gap, that may follow each other inside a table: a wrapped label. */
#define PLAIN_LIMIT 5
/* Lines of a table at least: figures in two of them, or columns in three. */
#define FIGURE_ROWS 2
#define COLUMN_ROWS 3
#define TAB_WIDTH 8

static gboolean
is_placeholder (const char *text, GovSpan span)
{
  static const char *const signs[] = {"/", "-", "—", "——", "－", "–", "无", "\\"};

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strlen (signs[i]) == span.length && memcmp (text + span.offset, signs[i], span.length) == 0)
      return TRUE;
  return FALSE;
}

static void
add_segment (GArray *segments, const char *text, guint left, guint right, GovSpan span)
{
  if (span.length == 0)
    return;
  GovTextSegment segment = {left, right, span, gov_span_is_figure (text, span) || is_placeholder (text, span)};
  g_array_append_val (segments, segment);
}

guint
gov_text_get_width (gunichar c, gboolean by_width)
{
  return by_width ? gov_char_get_width (c) : 1;
}

void
gov_text_split (const char *text, GovSpan line, gboolean by_width, GArray *segments)
{
  const char *end = text + gov_span_end (line);
  GovSpan span = {0, 0};
  guint x = 0, left = 0, right = 0, n_spaces = 2;

  for (const char *p = text + line.offset; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = gov_utf8_get (p);
      gsize offset = p - text;
      if (gov_char_is_space (c))
        {
          n_spaces += c == '\t' ? 2 : 1;
          x = c == '\t' ? (x / TAB_WIDTH + 1) * TAB_WIDTH : x + gov_text_get_width (c, by_width);
          continue;
        }
      if (n_spaces >= 2)
        {
          add_segment (segments, text, left, right, span);
          left = x;
          span.offset = offset;
        }
      n_spaces = 0;
      x += gov_text_get_width (c, by_width);
      right = x;
      span.length = g_utf8_next_char (p) - text - span.offset;
    }
  add_segment (segments, text, left, right, span);
}

guint
gov_text_count_figures (const GovTextSegment *segments, guint n)
{
  guint n_figures = 0;

  for (guint i = 0; i < n; i++)
    n_figures += segments[i].figure;
  return n_figures;
}

GovTextKind
gov_text_get_kind (const char *text, GovSpan line, GArray *segments)
{
  GovSpan trimmed = gov_span_trim (text, line);
  g_array_set_size (segments, 0);
  if (trimmed.length == 0)
    return GOV_TEXT_BLANK;
  if (gov_span_is_page_number (text, trimmed, FALSE))
    return GOV_TEXT_PAGE;
  if (gov_span_has_sentence (text, trimmed))
    return GOV_TEXT_PLAIN;
  gov_text_split (text, line, FALSE, segments);
  if (segments->len < 2)
    return GOV_TEXT_PLAIN;
  return gov_text_count_figures ((const GovTextSegment *) segments->data, segments->len) > 0 ? GOV_TEXT_FIGURES
                                                                                             : GOV_TEXT_COLUMNS;
}

gboolean
gov_text_is_figure_row (const char *text, GovSpan line)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (GovTextSegment));

  return gov_text_get_kind (text, line, segments) == GOV_TEXT_FIGURES;
}

/* ---- where a table stands ------------------------------------------------------------------------------------------------ */

/* The kind of the next line with anything on it but a page number. */
static GovTextKind
peek_kind (const GovTextLines *lines, guint from, GArray *segments)
{
  for (guint i = from; i < lines->n_lines; i++)
    {
      GovTextKind kind = gov_text_get_kind (lines->text, lines->lines[i], segments);
      if (kind > GOV_TEXT_PAGE)
        return kind;
    }
  return GOV_TEXT_BLANK;
}

/* A line of one text that ends a table: prose, or a numbered heading. A label is numbered alike, but figures follow it. */
static gboolean
ends_table (const GovTextLines *lines, guint i, GArray *segments)
{
  GovSpan line = gov_span_trim (lines->text, lines->lines[i]);

  if (gov_span_has_sentence (lines->text, line))
    return TRUE;
  return gov_span_is_numbered (lines->text, line) && peek_kind (lines, i + 1, segments) != GOV_TEXT_FIGURES;
}

guint
gov_text_find_columns (const GovTextLines *lines, guint start)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (GovTextSegment));
  guint end = start, n_figures = 0, n_columns = 0, n_plain = 0;

  for (guint i = start; i < lines->n_lines && n_plain <= PLAIN_LIMIT; i++)
    {
      GovTextKind kind = gov_text_get_kind (lines->text, lines->lines[i], segments);
      if (kind == GOV_TEXT_PLAIN)
        {
          if (ends_table (lines, i, segments))
            break;
          n_plain++;
        }
      else if (kind > GOV_TEXT_PLAIN)
        {
          n_figures += kind == GOV_TEXT_FIGURES;
          n_columns++;
          n_plain = 0;
          end = i + 1;
        }
    }
  return n_figures >= FIGURE_ROWS || n_columns >= COLUMN_ROWS ? end : start;
}
