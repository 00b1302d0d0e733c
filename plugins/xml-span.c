/* SPDX-License-Identifier: MIT */
#include "plugins/xml-span.h"

#include <string.h>

#define REFERENCE_BYTES 64 /* the longest character reference whose start is looked for */
#define REFERENCE_TEXT 8   /* bytes of text that one may stand for */

gsize
gov_xml_get_position (xmlParserCtxtPtr parser, gsize length)
{
  const xmlParserInput *input = parser->input;

  return MIN (input->consumed + (input->cur - input->base), length);
}

/* The start of a character reference that ends at end, with its ";" or without; NULL: there is none. */
static const char *
find_reference (const char *source, gsize told, gsize end)
{
  gsize from = MAX (told, end < REFERENCE_BYTES ? 0 : end - REFERENCE_BYTES);

  return from < end ? memrchr (source + from, '&', end - from) : NULL;
}

/* Literal text is handed over inside the parser's own input, or stands right before the parser's position, letter for letter. A
 * "<" that begins no tag in HTML is handed over with the position still before it. What remains comes from a character
 * reference, or lacks characters that are forbidden. */
GovSpan
gov_xml_find_span (xmlParserCtxtPtr parser, const char *source, gsize length, gsize told, const char *text, gsize n)
{
  const char *base = (const char *) parser->input->base;
  gsize end = gov_xml_get_position (parser, length), start = end;

  if (text >= base && text + n <= (const char *) parser->input->end)
    return GOV_SPAN (parser->input->consumed + (text - base), n);
  if (n <= end && end - n >= told && memcmp (source + end - n, text, n) == 0)
    return GOV_SPAN (end - n, n);
  const char *reference = n <= REFERENCE_TEXT ? find_reference (source, told, end) : NULL;
  if (reference != NULL)
    return GOV_SPAN (reference - source, source + end - reference);
  if (n == 1 && *text == '<' && source[end] == '<')
    return GOV_SPAN (end, 1);
  for (gsize i = n; i > 0 && start > told; start--)
    i -= source[start - 1] == text[i - 1];
  return GOV_SPAN (start, end - start);
}
