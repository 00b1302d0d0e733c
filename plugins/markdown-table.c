/* SPDX-License-Identifier: MIT */
/* A table written as HTML tags inside markdown.
 *
 *   table = "<table" … ">" { row | text | tag } "</table>"
 *   row   = "<tr" … ">" { cell } [ "</tr>" ]
 *   cell  = ( "<td" | "<th" ) { " " attribute } ">" { text | entity | "<br>" | "<p>" | tag } [ "</td>" | "</th>" ]
 *
 * End tags may be missing: a cell ends where the next cell or row begins. A table inside a cell is text of that cell. This is
 * no reader of HTML pages; a whole page belongs to one that has a real parser. */
#include "plugins/lines.h"
#include "plugins/markdown.h"

#include <string.h>

/* Bytes of a tag that are looked at; a longer one is text. */
#define TAG_LIMIT 2048

typedef struct {
  GovBuilder *builder;
  const char *text;
  gsize at, end;
  gsize from;  /* text not told yet begins here */
  guint depth; /* of tables inside a cell */
  gboolean in_row, in_cell;
  GArray *outside; /* GovSpan: texts outside of cells */
} Tags;

static void
flush (Tags *tags, gsize to)
{
  GovSpan span = gov_span_trim (tags->text, GOV_SPAN (tags->from, to - tags->from));

  if (tags->in_cell)
    gov_markdown_tell (tags->builder, tags->text, GOV_SPAN (tags->from, to - tags->from));
  else if (span.length > 0)
    g_array_append_val (tags->outside, span);
}

static void
end_cell (Tags *tags)
{
  if (tags->in_cell)
    gov_builder_end_cell (tags->builder);
  tags->in_cell = FALSE;
}

static void
end_row (Tags *tags)
{
  end_cell (tags);
  if (tags->in_row)
    gov_builder_end_row (tags->builder);
  tags->in_row = FALSE;
}

static void
begin_row (Tags *tags)
{
  end_row (tags);
  gov_builder_begin_row (tags->builder);
  tags->in_row = TRUE;
}

/* The value of colspan="3", colspan=3; 1 when there is none. */
static guint
get_span (const char *text, gsize start, gsize end, const char *name)
{
  gsize n = strlen (name);

  for (gsize at = start; at + n < end; at++)
    {
      if (!g_ascii_isspace (text[at]) || g_ascii_strncasecmp (text + at + 1, name, n) != 0)
        continue;
      gsize value = at + 1 + n;
      while (value < end && strchr (" =\"'", text[value]) != NULL)
        value++;
      guint span = 0;
      for (; value < end && g_ascii_isdigit (text[value]) && span < 100000; value++)
        span = span * 10 + (text[value] - '0');
      return MAX (span, 1);
    }
  return 1;
}

static void
begin_cell (Tags *tags, gsize close, GovCellFlags flags)
{
  if (!tags->in_row)
    begin_row (tags);
  end_cell (tags);
  gov_builder_begin_cell (tags->builder, get_span (tags->text, tags->at, close, "colspan"),
                          get_span (tags->text, tags->at, close, "rowspan"), flags);
  tags->in_cell = TRUE;
}

/* What the tag that begins here and ends with the ">" at close does. TRUE: it ends the table. */
static gboolean
take_tag (Tags *tags, gsize close)
{
  const char *text = tags->text;
  gsize at = tags->at, end = tags->end;
#define IS(name) gov_markdown_is_tag (text, at, end, name)

  if (IS ("table"))
    tags->depth++;
  else if (IS ("/table") && --tags->depth == 0)
    return TRUE;
  else if (tags->depth == 1 && IS ("tr"))
    begin_row (tags);
  else if (tags->depth == 1 && IS ("/tr"))
    end_row (tags);
  else if (tags->depth == 1 && IS ("td"))
    begin_cell (tags, close, GOV_CELL_PLAIN);
  else if (tags->depth == 1 && IS ("th"))
    begin_cell (tags, close, GOV_CELL_HEADER);
  else if (tags->depth == 1 && (IS ("/td") || IS ("/th")))
    end_cell (tags);
  else if (tags->in_cell && (IS ("br") || IS ("p") || IS ("div") || IS ("td") || IS ("li")))
    gov_builder_break (tags->builder);
#undef IS
  return FALSE;
}

static gboolean
begins_tag (const Tags *tags, gsize at)
{
  gsize name = at + 1 + (at + 1 < tags->end && tags->text[at + 1] == '/');

  return tags->text[at] == '<' && name < tags->end && (g_ascii_isalpha (tags->text[name]) || tags->text[name] == '!');
}

/* The ">" of the tag that begins at `at`; 0: it has none near. */
static gsize
find_close (const Tags *tags, gsize at)
{
  gsize limit = MIN (tags->end, at + TAG_LIMIT);

  for (gsize i = at + 1; i < limit; i++)
    if (tags->text[i] == '>')
      return i;
    else if (tags->text[i] == '<')
      return 0;
  return 0;
}

gsize
gov_markdown_tell_table (GovBuilder *builder, const char *text, gsize start, gsize end, GovTableFlags flags)
{
  g_autoptr (GArray) outside = g_array_new (FALSE, FALSE, sizeof (GovSpan));
  Tags tags = {.builder = builder, .text = text, .at = start, .from = start, .end = end, .outside = outside};
  gboolean ended = FALSE;

  gov_builder_begin_table (builder, flags);
  while (tags.at < end && !ended && !gov_builder_is_full (builder))
    {
      gsize close = begins_tag (&tags, tags.at) ? find_close (&tags, tags.at) : 0;
      if (close == 0)
        {
          tags.at++;
          continue;
        }
      flush (&tags, tags.at);
      ended = take_tag (&tags, close);
      tags.at = tags.from = close + 1;
    }
  if (!ended)
    flush (&tags, tags.at);
  end_row (&tags);
  gov_builder_end_table (builder);

  for (guint i = 0; i < outside->len; i++)
    {
      gov_builder_begin_paragraph (builder, 0);
      gov_markdown_tell (builder, text, g_array_index (outside, GovSpan, i));
      gov_builder_end_paragraph (builder);
    }
  return tags.at;
}
