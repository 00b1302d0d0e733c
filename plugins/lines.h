/* SPDX-License-Identifier: MIT */
/* What the readers of line-oriented text share: lines of the decoded text as spans, trimming, and a few classes of
 * typography. Nothing here knows what a report is. */
#pragma once

#include <govconv/document.h>

/* Walks over the lines of a text: LF, CRLF, a lone CR and a form feed end one. */
typedef struct {
  const char *text;
  gsize length;
  gsize next; /* where the next line begins */
} GovLines;

static inline GovLines
gov_lines_over (const char *text, gsize length)
{
  return (GovLines){text, length, 0};
}

/* The next line without its end, in *line. FALSE: there is none. */
gboolean gov_lines_next (GovLines *lines, GovSpan *line);

/* All lines of a text as an array of GovSpan. */
GArray *gov_lines_collect (const char *text, gsize length);

/* The span without white space at its ends: every Unicode space, the ideographic one, and zero-width signs. An empty span
 * keeps its offset. */
GovSpan gov_span_trim (const char *text, GovSpan span);

static inline gsize
gov_span_end (GovSpan span)
{
  return span.offset + span.length;
}

/* g_unichar_isspace(), at once for what most texts are made of. */
static inline gboolean
gov_char_is_space (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
  return c < 0x3400 && g_unichar_isspace (c);
}

/* Number of code points, counted up to limit only. */
guint gov_span_count (const char *text, GovSpan span, guint limit);

/* The decimal value of an ASCII or full-width digit; -1: no digit. */
int gov_char_digit (gunichar c);

/* Columns that a sign takes in a fixed-width print: 2 for a Chinese one, 0 for a zero-width one. */
guint gov_char_get_width (gunichar c);
guint gov_span_get_width (const char *text, GovSpan span);

/* A figure: digits with signs and separators, and at most two letters of a unit behind it ("0", "1,024", "+3", "25.1万元"). */
gboolean gov_span_is_figure (const char *text, GovSpan span);

/* A heading's ordinal in front: 一、 十二、 */
gboolean gov_span_is_numbered (const char *text, GovSpan span);

/* An item's mark in front: （一） (1) 1. 2、 */
gboolean gov_span_is_item (const char *text, GovSpan span);

/* Whether the brackets opened in it are closed again in it. */
gboolean gov_span_is_balanced (const char *text, GovSpan span);

/* Whether it ends as a sentence does, or holds the end of one. */
gboolean gov_span_has_sentence (const char *text, GovSpan span);

/* Whether next goes on with the sentence of line, broken at the page's width: only for prose, long lines; never for short
 * lines, figures, headings and items. */
gboolean gov_lines_is_broken_prose (const char *text, GovSpan line, GovSpan next);

/* A page number on a line of its own: -4-, — 4 —, 第4页, 第 4 页 共 9 页. bare: also a number without any mark. */
gboolean gov_span_is_page_number (const char *text, GovSpan span, gboolean bare);

/* Tell a span literally, as a paragraph or as a cell. */
void gov_lines_tell_paragraph (GovBuilder *builder, guint level, const char *text, GovSpan span);
void gov_lines_tell_cell (GovBuilder *builder, const char *text, GovSpan span);
