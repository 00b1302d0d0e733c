/* SPDX-License-Identifier: MIT */
/* HTML by libxml2's SAX events, which keep neither a tree nor a limit: depth and misplaced end tags are counted here.
 *
 * libxml2 ends what a start tag implies to be ended only where its tables say so; <td> inside an unclosed <div> of another
 * <td> arrives nested. Therefore cells, rows and tables are ended here, by the depth of the element that began them. */
#include "plugins/blocks.h"
#include "plugins/html-names.h"
#include "plugins/html.h"
#include "plugins/xml-span.h"

#include <govconv/convert.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define LIMIT_DEPTH 10000         /* elements inside each other */
#define LIMIT_MISPLACED 100000000 /* sum, over misplaced tags, of the depth that libxml2 searches for each */
#define LIMIT_COLSPAN 1000        /* columns; HTML's own limits */
#define LIMIT_ROWSPAN 65534       /* rows */
#define TITLE_BYTES 1000          /* of a <title> that are kept */

/* The depth of the elements that began what is open of a table; 0: not open, or implied by what stands in it. */
typedef struct {
  guint table, row, cell;
  gboolean implied; /* no element began it */
} Nesting;

typedef struct {
  htmlParserCtxtPtr parser;
  const char *text; /* the source's */
  gsize length;
  GovBuilder *builder;
  GovBlocks *blocks;
  GovDiagnostics *diagnostics;
  GovSource *source;
  gboolean stopped;

  guint depth;
  guint64 misplaced;
  guint hidden, heading, preformatted, in_title; /* depth of the element; 0: not in one */
  guint level;                                   /* of the heading */
  GArray *tables;                                /* Nesting, outermost first */
  gsize told;                                    /* the end of the last text */
  gsize skip_to;                                 /* the text before this is no content (<![if …]>) */
  GString *title;
  GovSpan title_span;
} Page;

static gsize
get_position (const Page *page)
{
  return gov_xml_get_position (page->parser, page->length);
}

static void
stop (Page *page)
{
  if (!page->stopped)
    xmlStopParser (page->parser);
  page->stopped = TRUE;
}

static void
stop_at_limit (Page *page, const char *what, guint64 limit)
{
  GovPlace place = gov_source_locate (page->source, GOV_SPAN (get_position (page), 0));

  gov_diagnostics_add (page->diagnostics, "limit-exceeded", &place, NULL, 0,
                       "more than %" G_GUINT64_FORMAT " %s: what follows is not read", limit, what);
  stop (page);
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

static Nesting *
innermost (const Page *page)
{
  return page->tables->len > 0 ? &g_array_index (page->tables, Nesting, page->tables->len - 1) : NULL;
}

static void
begin_table (Page *page, guint depth, gboolean implied)
{
  Nesting nesting = {.table = depth, .implied = implied};

  /* A table in a table, but in none of its cells: the end tag of the outer one is missing. */
  if (page->tables->len > 0 && !gov_blocks_in_cell (page->blocks))
    g_array_set_size (page->tables, page->tables->len - 1);
  gov_blocks_begin_table (page->blocks);
  g_array_append_val (page->tables, nesting);
}

/* A fragment may begin with a row or a cell; the table it lacks ends with the next block, or with what the row stands in. */
static Nesting *
need_table (Page *page)
{
  if (page->tables->len == 0)
    begin_table (page, page->depth - 1, TRUE);
  return innermost (page);
}

static void
begin_row (Page *page)
{
  Nesting *nesting = need_table (page);

  gov_blocks_begin_row (page->blocks);
  nesting->row = page->depth;
  nesting->cell = 0;
}

static void
begin_cell (Page *page, const xmlChar **attributes, GovCellFlags flags)
{
  Nesting *nesting = need_table (page);
  guint colspan = 1, rowspan = 1;

  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    {
      const char *name = (const char *) attributes[0], *value = (const char *) attributes[1];
      if (value != NULL && strcmp (name, "colspan") == 0)
        colspan = html_span_parse (value, LIMIT_COLSPAN);
      else if (value != NULL && strcmp (name, "rowspan") == 0)
        rowspan = html_span_parse (value, LIMIT_ROWSPAN);
    }
  gov_blocks_begin_cell (page->blocks, colspan, rowspan, flags);
  nesting->cell = page->depth;
}

static void
end_implied_table (Page *page)
{
  if (page->tables->len == 0 || !innermost (page)->implied || gov_blocks_in_cell (page->blocks))
    return;
  gov_blocks_end_table (page->blocks);
  g_array_set_size (page->tables, page->tables->len - 1);
}

/* The element at this depth ends: so does what it began. */
static void
end_table_parts (Page *page)
{
  Nesting *nesting = innermost (page);

  if (nesting == NULL)
    return;
  if (nesting->table >= page->depth)
    {
      gov_blocks_end_table (page->blocks);
      g_array_set_size (page->tables, page->tables->len - 1);
    }
  else if (nesting->row == page->depth)
    {
      gov_blocks_end_row (page->blocks);
      nesting->row = nesting->cell = 0;
    }
  else if (nesting->cell == page->depth)
    {
      gov_blocks_end_cell (page->blocks);
      nesting->cell = 0;
    }
}

/* ---- properties -------------------------------------------------------------------------------------------------------- */

/* Where an attribute's value stands in the tag that was just read; the whole tag when it is written with entities. */
static GovSpan
find_value (const Page *page, const char *value)
{
  gsize end = get_position (page);
  const char *tag = memrchr (page->text, '<', end);

  if (tag == NULL)
    return GOV_SPAN_NONE;
  gsize n = page->text + end - tag;
  const char *found = memmem (tag, n, value, strlen (value));
  return found != NULL ? GOV_SPAN (found - page->text, strlen (value)) : GOV_SPAN (tag - page->text, n);
}

static void
read_meta (Page *page, const xmlChar **attributes)
{
  const char *property = NULL, *content = NULL;

  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    {
      const char *name = (const char *) attributes[0], *value = (const char *) attributes[1];
      if (value != NULL && (strcmp (name, "name") == 0 || strcmp (name, "property") == 0))
        property = html_property_find (value);
      else if (value != NULL && strcmp (name, "content") == 0)
        content = value;
    }
  if (property != NULL && content != NULL && *content != '\0')
    gov_builder_property (page->builder, property, content, find_value (page, content));
}

static void
read_title (Page *page, const char *text, gsize length, GovSpan span)
{
  if (page->title->len + length > TITLE_BYTES)
    return;
  if (page->title->len == 0)
    page->title_span = span;
  g_string_append_len (page->title, text, length);
  page->title_span.length = span.offset + span.length - page->title_span.offset;
}

static void
end_title (Page *page)
{
  g_strstrip (page->title->str);
  if (*page->title->str != '\0')
    gov_builder_property (page->builder, "title", page->title->str, page->title_span);
  g_string_truncate (page->title, 0);
  page->in_title = 0;
}

/* ---- elements ---------------------------------------------------------------------------------------------------------- */

static gboolean
is_hidden (HtmlElement element, const xmlChar **attributes)
{
  if (element == HTML_HIDDEN)
    return TRUE;
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    {
      const char *name = (const char *) attributes[0], *value = (const char *) attributes[1];
      if (strcmp (name, "hidden") == 0)
        return TRUE;
      if (value != NULL && strcmp (name, "style") == 0 && html_style_hides (value))
        return TRUE;
    }
  return FALSE;
}

static void
begin_block (Page *page)
{
  end_implied_table (page);
  gov_blocks_paragraph (page->blocks, page->level);
}

static void
start_element (Page *page, HtmlElement element, const char *name, const xmlChar **attributes)
{
  switch (element)
    {
    case HTML_HEADING:
      page->heading = page->depth;
      page->level = name[1] - '0';
      begin_block (page);
      break;
    case HTML_PREFORMATTED:
      page->preformatted = page->preformatted > 0 ? page->preformatted : page->depth;
      begin_block (page);
      break;
    case HTML_BLOCK:
      begin_block (page);
      break;
    case HTML_BREAK:
      gov_blocks_break (page->blocks);
      break;
    case HTML_TABLE:
      begin_table (page, page->depth, FALSE);
      break;
    case HTML_ROW:
      begin_row (page);
      break;
    case HTML_CELL:
      begin_cell (page, attributes, GOV_CELL_PLAIN);
      break;
    case HTML_HEADER_CELL:
      begin_cell (page, attributes, GOV_CELL_HEADER);
      break;
    case HTML_CAPTION: /* a row of its own */
      begin_row (page);
      gov_blocks_begin_cell (page->blocks, 1, 1, GOV_CELL_PLAIN);
      break;
    case HTML_TITLE:
      page->in_title = page->depth;
      break;
    case HTML_META:
      read_meta (page, attributes);
      break;
    case HTML_HIDDEN:
    case HTML_INLINE:
      break;
    }
}

static void
on_start (gpointer data, const xmlChar *name, const xmlChar **attributes)
{
  Page *page = data;

  if (page->stopped)
    return;
  if (++page->depth > LIMIT_DEPTH)
    {
      stop_at_limit (page, "elements inside each other", LIMIT_DEPTH);
      return;
    }
  if (page->hidden > 0)
    return;
  HtmlElement element = html_element_find ((const char *) name);
  if (is_hidden (element, attributes))
    page->hidden = page->depth;
  else
    start_element (page, element, (const char *) name, attributes);
  if (gov_blocks_is_full (page->blocks))
    stop (page);
}

static void
on_end (gpointer data, const xmlChar *name)
{
  Page *page = data;

  if (page->stopped)
    return;
  if (page->hidden == 0)
    {
      HtmlElement element = html_element_find ((const char *) name);
      if (page->heading == page->depth)
        page->heading = page->level = 0;
      if (page->preformatted == page->depth)
        page->preformatted = 0;
      if (page->in_title == page->depth)
        end_title (page);
      if (element == HTML_BLOCK || element == HTML_HEADING || element == HTML_PREFORMATTED)
        gov_blocks_paragraph (page->blocks, page->level);
      end_table_parts (page);
    }
  else if (page->hidden == page->depth)
    page->hidden = 0;
  page->depth--;
}

/* ---- text -------------------------------------------------------------------------------------------------------------- */

static gboolean
is_wide (const char *p)
{
  return (guint8) *p >= 0xE3; /* U+3000 and above: Han and its punctuation */
}

/* A line end in the markup is a space, and nothing between two Han characters: editors wrap Chinese text anywhere. */
static void
tell_line_end (Page *page, const char *text, gsize from, gsize to, gsize length)
{
  gboolean within = from >= 3 && to < length && is_wide (text + to) && is_wide (text + from - 3);

  if (page->preformatted > 0)
    for (; from < to; from++)
      if (text[from] == '\n')
        gov_blocks_break (page->blocks);
  if (!within && page->preformatted == 0)
    gov_blocks_text (page->blocks, " ", 1, GOV_SPAN_NONE);
}

/* Literal text in pieces without line ends and tabs. */
static void
tell_literal (Page *page, gsize offset, gsize length)
{
  const char *text = page->text + offset;
  gsize from = 0;

  for (gsize i = 0; i < length;)
    if ((guint8) text[i] >= 0x20)
      i++;
    else
      {
        gsize to = i, start = i;
        while (start > from && text[start - 1] == ' ')
          start--;
        while (to < length && g_ascii_isspace (text[to]))
          to++;
        to = MAX (to, i + 1);
        gov_blocks_text (page->blocks, text + from, start - from, GOV_SPAN (offset + from, start - from));
        tell_line_end (page, text, start, to, length);
        from = i = to;
      }
  gov_blocks_text (page->blocks, text + from, length - from, GOV_SPAN (offset + from, length - from));
}

/* Word's <![if …]> and <![endif]> arrive as text: from the "<" on it is skipped up to the ">". */
static gboolean
is_skipped (Page *page, GovSpan *span)
{
  gsize end = span->offset + span->length;

  if (span->offset >= page->skip_to && span->length == 1 && g_str_has_prefix (page->text + span->offset, "<!["))
    {
      const char *close = memchr (page->text + end, '>', page->length - end);
      page->skip_to = close != NULL ? (gsize) (close - page->text) + 1 : page->length;
    }
  if (span->offset >= page->skip_to)
    return FALSE;
  gsize from = MIN (page->skip_to, end);
  *span = GOV_SPAN (from, end - from);
  return span->length == 0;
}

static void
on_text (gpointer data, const xmlChar *characters, int n)
{
  Page *page = data;
  const char *text = (const char *) characters;

  if (page->stopped || page->hidden > 0 || n <= 0)
    return;
  GovSpan span = gov_xml_find_span (page->parser, page->text, page->length, page->told, text, n);
  page->told = span.offset + span.length;
  if (page->in_title > 0)
    read_title (page, text, n, span);
  else if (span.length != (gsize) n)
    gov_blocks_text (page->blocks, text, n, span);
  else if (!is_skipped (page, &span))
    tell_literal (page, span.offset, span.length);
}

/* Each misplaced end tag costs libxml2 a walk over all open elements. */
static void
on_error (gpointer data, G_GNUC_UNUSED xmlErrorPtr error)
{
  Page *page = data;

  page->misplaced += page->depth;
  if (!page->stopped && page->misplaced > LIMIT_MISPLACED)
    stop_at_limit (page, "steps in search of the elements that misplaced tags belong to", LIMIT_MISPLACED);
}

/* ---- the page ---------------------------------------------------------------------------------------------------------- */

/* The text's length without a tag that the end of the file cuts: libxml2 would take it for a whole one. */
static gsize
length_without_cut_tag (const char *text, gsize length)
{
  const char *tag = memrchr (text, '<', length), *end = text + length;

  if (tag == NULL || memchr (tag, '>', end - tag) != NULL || !(g_ascii_isalpha (tag[1]) || tag[1] == '/'))
    return length;
  return tag - text;
}

static htmlParserCtxtPtr
parser_new (Page *page)
{
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt (page->text, page->length);

  if (parser == NULL)
    return NULL;
  *parser->sax = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                                 .startElement = on_start,
                                 .endElement = on_end,
                                 .characters = on_text,
                                 .ignorableWhitespace = on_text,
                                 .serror = on_error};
  parser->userData = page;
  htmlCtxtUseOptions (parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (parser, XML_CHAR_ENCODING_UTF8); /* the text is, whatever the page declares */
  return parser;
}

gboolean
html_read (GovSource *source, G_GNUC_UNUSED const GovOptions *options, GovBuilder *builder, GovDiagnostics *diagnostics,
           GError **error)
{
  Page page = {.builder = builder, .diagnostics = diagnostics, .source = source};

  page.text = gov_source_get_text (source, &page.length);
  page.length = length_without_cut_tag (page.text, page.length);
  if (page.length == 0)
    return TRUE;
  page.parser = parser_new (&page);
  if (page.parser == NULL)
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_INTERNAL, "libxml2 cannot make a parser: memory is short");
      return FALSE;
    }
  page.blocks = gov_blocks_new (builder, diagnostics, source);
  page.tables = g_array_new (FALSE, FALSE, sizeof (Nesting));
  page.title = g_string_new (NULL);

  htmlParseDocument (page.parser);
  gov_blocks_finish (page.blocks);

  g_string_free (page.title, TRUE);
  g_array_unref (page.tables);
  gov_blocks_free (page.blocks);
  htmlFreeParserCtxt (page.parser);
  return TRUE;
}
