/* SPDX-License-Identifier: MIT */
#include "plugins/lines.h"

#include "core/source/utf8.h"

#include <string.h>

gboolean
gov_lines_next (GovLines *lines, GovSpan *line)
{
  if (lines->next >= lines->length)
    return FALSE;

  const char *text = lines->text;
  gsize start = lines->next, end = MIN (start + strcspn (text + start, "\n\r\f"), lines->length);
  *line = GOV_SPAN (start, end - start);
  lines->next = end + 1;
  if (end + 1 < lines->length && text[end] == '\r' && text[end + 1] == '\n')
    lines->next++;
  return TRUE;
}

GArray *
gov_lines_collect (const char *text, gsize length)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (GovSpan));
  GovLines lines = gov_lines_over (text, length);
  GovSpan line;

  while (gov_lines_next (&lines, &line))
    g_array_append_val (all, line);
  return all;
}

static inline gboolean
is_blank (gunichar c)
{
  return gov_char_is_space (c) || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

GovSpan
gov_span_trim (const char *text, GovSpan span)
{
  const char *start = text + span.offset, *end = start + span.length;

  while (start < end && is_blank (gov_utf8_get (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *before = g_utf8_prev_char (end);
      if (!is_blank (gov_utf8_get (before)))
        break;
      end = before;
    }
  return GOV_SPAN (start - text, end - start);
}

guint
gov_span_count (const char *text, GovSpan span, guint limit)
{
  const char *end = text + gov_span_end (span);
  guint n = 0;

  for (const char *p = text + span.offset; p < end && n < limit; p = g_utf8_next_char (p))
    n++;
  return n;
}

int
gov_char_digit (gunichar c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 0xFF10 && c <= 0xFF19)
    return c - 0xFF10;
  return -1;
}

guint
gov_char_get_width (gunichar c)
{
  if (c < 0x1100)
    return c >= 0x20 && c != 0x7F;
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static inline gboolean
is_han (gunichar c)
{
  return c >= 0x3400 && c < 0xA000;
}

gboolean
gov_span_is_figure (const char *text, GovSpan span)
{
  const char *end = text + gov_span_end (span);
  guint n_digits = 0, n_letters = 0;
  gunichar before = 0;

  for (const char *p = text + span.offset; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = gov_utf8_get (p);
      if (gov_char_digit (c) >= 0)
        {
          if (n_letters > 0)
            return FALSE;
          n_digits++;
        }
      else if (!is_han (c) && (is_one_of (c, "+-＋－−,，.．'") || gov_char_is_space (c)))
        ;
      else if (n_digits == 0 || ++n_letters > 2 || is_one_of (before, ".．、") || !g_unichar_isalpha (c))
        return FALSE;
      before = c;
    }
  return n_digits > 0;
}

#define PAGE_MARKS "-–—―－─·~"
#define CHINESE_ORDINALS "一二三四五六七八九十"

/* Skips the signs of set; NULL when there is none. */
static const char *
skip_some (const char *p, const char *end, const char *set)
{
  const char *start = p;

  while (p < end && is_one_of (gov_utf8_get (p), set))
    p = g_utf8_next_char (p);
  return p > start ? p : NULL;
}

static gboolean
stands (const char *p, const char *end, const char *set)
{
  return p < end && is_one_of (gov_utf8_get (p), set);
}

gboolean
gov_span_is_numbered (const char *text, GovSpan span)
{
  const char *end = text + gov_span_end (span);
  const char *p = skip_some (text + span.offset, end, CHINESE_ORDINALS);

  return p != NULL && stands (p, end, "、．.");
}

gboolean
gov_span_is_item (const char *text, GovSpan span)
{
  const char *end = text + gov_span_end (span), *start = text + span.offset;
  const char *p = skip_some (start, end, "0123456789");

  if (p != NULL)
    return stands (p, end, "、.．") && (p + 1 >= end || !g_ascii_isdigit (p[1]));
  if (!stands (start, end, "(（"))
    return FALSE;
  p = skip_some (g_utf8_next_char (start), end, CHINESE_ORDINALS "0123456789");
  return p != NULL && stands (p, end, ")）");
}

gboolean
gov_span_is_balanced (const char *text, GovSpan span)
{
  const char *end = text + gov_span_end (span);
  int depth = 0;

  for (const char *p = text + span.offset; p < end; p = g_utf8_next_char (p))
    if (stands (p, end, "(（"))
      depth++;
    else if (stands (p, end, ")）"))
      depth--;
  return depth == 0;
}

gboolean
gov_span_has_sentence (const char *text, GovSpan span)
{
  static const char *const ends[] = {"。", "！", "？"};

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (memmem (text + span.offset, span.length, ends[i], strlen (ends[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* Columns, a Chinese sign taking two: a line of prose that fills the page has more. */
#define PROSE_WIDTH 48

guint
gov_span_get_width (const char *text, GovSpan span)
{
  const char *end = text + gov_span_end (span);
  guint width = 0;

  for (const char *p = text + span.offset; p < end; p = g_utf8_next_char (p))
    width += gov_char_get_width (gov_utf8_get (p));
  return width;
}

gboolean
gov_lines_is_broken_prose (const char *text, GovSpan line, GovSpan next)
{
  const char *end = text + gov_span_end (line);

  if (line.length == 0 || next.length == 0 || gov_span_get_width (text, line) < PROSE_WIDTH)
    return FALSE;
  gunichar last = gov_utf8_get (g_utf8_prev_char (end));
  return !is_one_of (last, "。！？：；!?:;") && !gov_span_is_numbered (text, next) && !gov_span_is_item (text, next)
         && !gov_span_is_figure (text, next) && !gov_span_is_page_number (text, next, TRUE);
}

/* page = mark {mark} digits mark {mark} | "第" digits "页" { any of "共" "/" digits "页" } | digits
 * mark = a hyphen or dash; spaces may stand anywhere. A sign in front alone makes a negative figure. */
gboolean
gov_span_is_page_number (const char *text, GovSpan span, gboolean bare)
{
  GovSpan trimmed = gov_span_trim (text, span);
  const char *end = text + gov_span_end (trimmed);
  guint n_digits = 0, n_words = 0, n_marks = 0;
  gunichar first = 0, last = 0;

  for (const char *p = text + trimmed.offset; p < end; p = g_utf8_next_char (p))
    {
      last = gov_utf8_get (p);
      first = first != 0 ? first : last;
      if (gov_char_digit (last) >= 0)
        n_digits++;
      else if (is_one_of (last, "第页頁共/，, "))
        n_words += is_one_of (last, "页頁");
      else if (is_one_of (last, PAGE_MARKS))
        n_marks++;
      else
        return FALSE;
    }
  if (n_digits == 0 || n_digits > 8)
    return FALSE;
  if (n_words > 0)
    return is_one_of (first, "第共");
  if (n_marks > 0)
    return is_one_of (first, PAGE_MARKS) && is_one_of (last, PAGE_MARKS);
  return bare && n_digits <= 3 && n_digits == trimmed.length;
}

void
gov_lines_tell_paragraph (GovBuilder *builder, guint level, const char *text, GovSpan span)
{
  gov_builder_paragraph (builder, level, text + span.offset, span.length, span);
}

void
gov_lines_tell_cell (GovBuilder *builder, const char *text, GovSpan span)
{
  gov_builder_cell (builder, text + span.offset, span.length, span);
}
