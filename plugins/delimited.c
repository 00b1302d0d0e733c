/* SPDX-License-Identifier: MIT */
/* file   = { record line-end }
 * record = field { DELIMITER field }
 * field  = '"' { any but '"' | '""' } '"'      followed by DELIMITER or the end of the line
 *        | { any but DELIMITER and line ends }
 *
 * A quotation mark inside a quoted field that is neither doubled nor the last sign shows that the field is no quoted one: it
 * is read again as plain text. The search ends at that mark, so every mark is looked at a bounded number of times. */
#include "plugins/delimited.h"
#include "plugins/lines.h"

/* Bytes of one quoted field; a mark that is never closed must not take the rest of the file for a cell. */
#define QUOTED_LIMIT (64u << 10)

static gboolean
ends_field (const GovDelimited *delimited, gsize at)
{
  if (at >= delimited->length)
    return TRUE;
  char c = delimited->text[at];
  return c == delimited->delimiter || c == '\n' || c == '\r';
}

/* A quoted field that begins with the mark at `at`: its closing mark in *close. FALSE: it is none. */
static gboolean
find_closing_mark (const GovDelimited *delimited, gsize at, gsize *close)
{
  gsize limit = MIN (delimited->length, at + QUOTED_LIMIT);

  for (gsize i = at + 1; i < limit; i++)
    {
      if (delimited->text[i] != '"')
        continue;
      if (i + 1 < delimited->length && delimited->text[i + 1] == '"')
        i++;
      else
        {
          *close = i;
          return ends_field (delimited, i + 1);
        }
    }
  return FALSE;
}

gboolean
gov_delimited_next (GovDelimited *delimited, GArray *fields, GovSpan *record)
{
  const char *text = delimited->text;
  gsize start = delimited->next, at = start;

  g_array_set_size (fields, 0);
  if (start >= delimited->length)
    return FALSE;
  for (;;)
    {
      GovField field = {.quoted = FALSE};
      gsize close;
      if (at < delimited->length && text[at] == '"' && find_closing_mark (delimited, at, &close))
        {
          field = (GovField){GOV_SPAN (at + 1, close - at - 1), TRUE};
          at = close + 1;
        }
      else
        {
          gsize from = at;
          while (!ends_field (delimited, at))
            at++;
          field.span = GOV_SPAN (from, at - from);
        }
      g_array_append_val (fields, field);
      if (at >= delimited->length || text[at] != delimited->delimiter)
        break;
      at++;
    }
  *record = GOV_SPAN (start, at - start);
  delimited->next = at + 1;
  if (at + 1 < delimited->length && text[at] == '\r' && text[at + 1] == '\n')
    delimited->next++;
  return TRUE;
}

gboolean
gov_field_is_blank (const char *text, const GovField *field)
{
  return gov_span_trim (text, field->span).length == 0;
}

void
gov_field_tell (GovBuilder *builder, const char *text, const GovField *field)
{
  gsize end = gov_span_end (field->span), from = field->span.offset;

  for (gsize at = from; at < end; at++)
    {
      gboolean line_end = text[at] == '\n' || text[at] == '\r';
      gboolean doubled = field->quoted && text[at] == '"';
      if (!line_end && !doubled)
        continue;
      gov_builder_text (builder, text + from, at - from, GOV_SPAN (from, at - from));
      if (line_end)
        {
          if (text[at] == '\r' && at + 1 < end && text[at + 1] == '\n')
            at++;
          gov_builder_break (builder);
          from = at + 1;
        }
      else
        from = ++at; /* the second of the two marks is the one that is printed */
    }
  gov_builder_text (builder, text + from, end - from, GOV_SPAN (from, end - from));
}
