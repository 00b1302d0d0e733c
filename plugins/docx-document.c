/* SPDX-License-Identifier: MIT */
/* word/document.xml (ISO/IEC 29500-1, 17): paragraphs w:p of runs w:r of text w:t, tables w:tbl of rows w:tr of cells w:tc.
 *
 * Properties (w:tcPr, w:trPr) come before the content, so a cell or row is begun with the first thing that stands in it.
 * Cells that are merged downwards are all there: the first says "restart", the others "continue". */
#include "plugins/blocks.h"
#include "plugins/docx.h"
#include "plugins/xml-span.h"

#include <stdlib.h>
#include <string.h>

#define LIMIT_COLUMNS 1000 /* of a table's grid that merges are followed in */
#define MAX_LEVEL 6
#define NOT_MERGED G_MAXUINT

typedef enum { MERGE_NONE, MERGE_RESTART, MERGE_CONTINUE } Merge;

typedef struct {
  GArray *merged; /* guint: by grid column, the cell that continuing ones belong to; NOT_MERGED */

  /* the open row */
  gboolean row_begun, row_hidden;
  guint column; /* of the grid, of the next cell */
  guint columns_before, columns_after;

  /* the open cell */
  guint cell_depth;      /* of its element */
  gboolean cell_pending; /* its properties are being read */
  guint colspan;
  Merge merge;
} Table;

typedef struct {
  xmlParserCtxtPtr parser;
  const char *text;
  gsize length, told;
  GovSource *source;
  GovBlocks *blocks;
  GovDiagnostics *diagnostics;
  GHashTable *styles;
  gboolean damaged;

  guint depth;
  guint hidden;          /* depth of the element whose content is not shown; 0: not in one */
  guint placeholder;     /* depth of the content control whose text only asks for text */
  guint in_text, in_run; /* depth of the w:t, the w:r; 0: not in one */
  guint in_row_properties;
  gboolean run_hidden, control_is_placeholder;
  GArray *tables; /* Table, outermost first */
} Document;

/* ---- names --------------------------------------------------------------------------------------------------------------- */

typedef enum {
  W_OTHER,
  W_BREAK,
  W_CELL,
  W_COLUMNS_AFTER,
  W_COLUMNS_BEFORE,
  W_CONTROL,
  W_CONTROL_CONTENT,
  W_DELETED,
  W_HIDDEN_ROW,
  W_HYPHEN,
  W_NOT_SHOWN,
  W_OUTLINE_LEVEL,
  W_PARAGRAPH,
  W_PLACEHOLDER,
  W_ROW,
  W_ROW_PROPERTIES,
  W_RUN,
  W_SPAN,
  W_STYLE,
  W_TAB,
  W_TABLE,
  W_TEXT,
  W_VANISH,
  W_VERTICAL_MERGE,
} Element;

typedef struct {
  const char *name;
  Element element;
} Name;

/* Local names in strcmp() order; those of other namespaces that share one mean the same. */
static const Name names[] = {
    {"Fallback", W_NOT_SHOWN}, /* of mc:AlternateContent: the same text again */
    {"br", W_BREAK},
    {"cr", W_BREAK},
    {"del", W_DELETED},
    {"gridAfter", W_COLUMNS_AFTER},
    {"gridBefore", W_COLUMNS_BEFORE},
    {"gridSpan", W_SPAN},
    {"hidden", W_HIDDEN_ROW},
    {"moveFrom", W_NOT_SHOWN},
    {"noBreakHyphen", W_HYPHEN},
    {"outlineLvl", W_OUTLINE_LEVEL},
    {"p", W_PARAGRAPH},
    {"pStyle", W_STYLE},
    {"r", W_RUN},
    {"rt", W_NOT_SHOWN}, /* of w:ruby: how the text is pronounced */
    {"sdt", W_CONTROL},
    {"sdtContent", W_CONTROL_CONTENT},
    {"showingPlcHdr", W_PLACEHOLDER},
    {"t", W_TEXT},
    {"tab", W_TAB},
    {"tbl", W_TABLE},
    {"tc", W_CELL},
    {"tr", W_ROW},
    {"trPr", W_ROW_PROPERTIES},
    {"vMerge", W_VERTICAL_MERGE},
    {"vanish", W_VANISH},
};

static int
compare_names (gconstpointer name, gconstpointer entry)
{
  return strcmp (name, ((const Name *) entry)->name);
}

static Element
find_element (const xmlChar *name)
{
  const Name *found = bsearch (name, names, G_N_ELEMENTS (names), sizeof (Name), compare_names);

  return found != NULL ? found->element : W_OTHER;
}

/* ---- tables -------------------------------------------------------------------------------------------------------------- */

static Table *
innermost (const Document *document)
{
  return document->tables->len > 0 ? &g_array_index (document->tables, Table, document->tables->len - 1) : NULL;
}

static void
table_clear (gpointer table)
{
  g_array_unref (((Table *) table)->merged);
}

static void
set_merged (Table *table, guint column, guint n, guint cell)
{
  for (guint c = column; c < column + n && c < LIMIT_COLUMNS; c++)
    {
      while (table->merged->len <= c)
        g_array_append_val (table->merged, (guint){NOT_MERGED});
      g_array_index (table->merged, guint, c) = cell;
    }
}

static void
add_empty_cell (Document *document, Table *table, guint colspan)
{
  if (colspan == 0)
    return;
  gov_blocks_begin_cell (document->blocks, colspan, 1, GOV_CELL_PLAIN);
  gov_blocks_end_cell (document->blocks);
  set_merged (table, table->column, colspan, NOT_MERGED);
  table->column += colspan;
}

static void
need_row (Document *document, Table *table)
{
  if (table->row_begun)
    return;
  gov_blocks_begin_row (document->blocks);
  table->row_begun = TRUE;
  add_empty_cell (document, table, table->columns_before);
}

/* The first content of the open cell, or its end. A cell that continues one above holds nothing that is shown. */
static void
need_cell (Document *document)
{
  Table *table = innermost (document);

  if (table == NULL || !table->cell_pending)
    return;
  table->cell_pending = FALSE;
  need_row (document, table);
  guint above = table->column < table->merged->len ? g_array_index (table->merged, guint, table->column) : NOT_MERGED;
  if (table->merge == MERGE_CONTINUE && above != NOT_MERGED)
    {
      gov_blocks_extend_cell (document->blocks, above);
      document->hidden = table->cell_depth;
      return;
    }
  guint cell = gov_blocks_begin_cell (document->blocks, table->colspan, 1, GOV_CELL_PLAIN);
  set_merged (table, table->column, table->colspan, table->merge == MERGE_NONE ? NOT_MERGED : cell);
}

static void
start_table (Document *document)
{
  need_cell (document);
  if (document->hidden > 0)
    return;
  Table table = {.merged = g_array_new (FALSE, FALSE, sizeof (guint))};
  gov_blocks_begin_table (document->blocks);
  g_array_append_val (document->tables, table);
}

static void
start_row (Document *document)
{
  Table *table = innermost (document);

  if (table == NULL)
    return;
  table->row_begun = table->row_hidden = FALSE;
  table->column = table->columns_before = table->columns_after = 0;
}

static void
start_cell (Document *document)
{
  Table *table = innermost (document);

  if (table == NULL)
    return;
  if (table->row_hidden)
    document->hidden = document->depth;
  table->cell_pending = !table->row_hidden;
  table->cell_depth = document->depth;
  table->colspan = 1;
  table->merge = MERGE_NONE;
}

static void
end_cell (Document *document)
{
  Table *table = innermost (document);

  if (table == NULL || table->row_hidden)
    return;
  need_cell (document);
  document->hidden = 0; /* a cell that continues one above ends here at the latest */
  gov_blocks_end_cell (document->blocks);
  table->column += table->colspan;
}

static void
end_row (Document *document)
{
  Table *table = innermost (document);

  if (table == NULL || table->row_hidden)
    return;
  need_row (document, table);
  add_empty_cell (document, table, table->columns_after);
  gov_blocks_end_row (document->blocks);
}

static void
end_table (Document *document)
{
  if (document->tables->len == 0)
    return;
  gov_blocks_end_table (document->blocks);
  g_array_set_size (document->tables, document->tables->len - 1);
}

/* ---- elements ------------------------------------------------------------------------------------------------------------ */

static void
start_paragraph (Document *document)
{
  need_cell (document);
  if (document->hidden == 0)
    gov_blocks_paragraph (document->blocks, 0);
}

static void
set_level (Document *document, guint level)
{
  if (level > 0)
    gov_blocks_paragraph (document->blocks, MIN (level, MAX_LEVEL));
}

static void
read_style (Document *document, const xmlChar **attributes, int n_attributes)
{
  char id[DOCX_VALUE_BYTES];

  if (document->styles != NULL && docx_sax_get (attributes, n_attributes, "val", id))
    set_level (document, GPOINTER_TO_UINT (g_hash_table_lookup (document->styles, id)));
}

static gboolean
is_shown (const Document *document)
{
  return document->in_run > 0 && !document->run_hidden && document->placeholder == 0;
}

/* Properties of a table's rows and cells; FALSE: the element is none. */
static gboolean
read_table_property (Document *document, Element element, const xmlChar **attributes, int n_attributes)
{
  Table *table = innermost (document);
  char value[DOCX_VALUE_BYTES];

  switch (element)
    {
    case W_SPAN:
      if (table != NULL)
        table->colspan = MAX (docx_sax_get_number (attributes, n_attributes, "val", 1, LIMIT_COLUMNS), 1);
      return TRUE;
    case W_VERTICAL_MERGE:
      if (table != NULL)
        table->merge = docx_sax_get (attributes, n_attributes, "val", value) && strcmp (value, "restart") == 0 ? MERGE_RESTART
                                                                                                               : MERGE_CONTINUE;
      return TRUE;
    case W_COLUMNS_BEFORE:
      if (table != NULL)
        table->columns_before = docx_sax_get_number (attributes, n_attributes, "val", 0, LIMIT_COLUMNS);
      return TRUE;
    case W_COLUMNS_AFTER:
      if (table != NULL)
        table->columns_after = docx_sax_get_number (attributes, n_attributes, "val", 0, LIMIT_COLUMNS);
      return TRUE;
    case W_HIDDEN_ROW:
      if (table != NULL && document->in_row_properties > 0)
        table->row_hidden = docx_sax_is_on (attributes, n_attributes);
      return TRUE;
    case W_DELETED: /* of a row: the row; else runs of text */
      if (table != NULL && document->in_row_properties > 0)
        table->row_hidden = TRUE;
      else
        document->hidden = document->depth;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
start_element (Document *document, Element element, const xmlChar **attributes, int n_attributes)
{
  if (read_table_property (document, element, attributes, n_attributes))
    return;
  switch (element)
    {
    case W_PARAGRAPH:
      start_paragraph (document);
      break;
    case W_STYLE:
      read_style (document, attributes, n_attributes);
      break;
    case W_OUTLINE_LEVEL:
      set_level (document, (docx_sax_get_number (attributes, n_attributes, "val", 9, 9) + 1) % 10);
      break;
    case W_RUN:
      document->in_run = document->in_run > 0 ? document->in_run : document->depth; /* a text box stands in a run */
      document->run_hidden = FALSE;
      break;
    case W_VANISH:
      document->run_hidden = document->in_run > 0 && docx_sax_is_on (attributes, n_attributes);
      break;
    case W_TEXT:
      document->in_text = document->depth;
      break;
    case W_TAB:
      if (is_shown (document))
        gov_blocks_text (document->blocks, "\t", 1, GOV_SPAN_NONE);
      break;
    case W_HYPHEN:
      if (is_shown (document))
        gov_blocks_text (document->blocks, "-", 1, GOV_SPAN_NONE);
      break;
    case W_BREAK:
      if (is_shown (document))
        gov_blocks_break (document->blocks);
      break;
    case W_TABLE:
      start_table (document);
      break;
    case W_ROW:
      start_row (document);
      break;
    case W_ROW_PROPERTIES:
      document->in_row_properties = document->depth;
      break;
    case W_CELL:
      start_cell (document);
      break;
    case W_CONTROL:
      document->control_is_placeholder = FALSE;
      break;
    case W_PLACEHOLDER:
      document->control_is_placeholder = docx_sax_is_on (attributes, n_attributes);
      break;
    case W_CONTROL_CONTENT:
      if (document->control_is_placeholder && document->placeholder == 0)
        document->placeholder = document->depth;
      document->control_is_placeholder = FALSE;
      break;
    case W_NOT_SHOWN:
      document->hidden = document->depth;
      break;
    default:
      break;
    }
}

static void
on_start (gpointer data, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix, G_GNUC_UNUSED const xmlChar *uri,
          G_GNUC_UNUSED int n_namespaces, G_GNUC_UNUSED const xmlChar **namespaces, int n_attributes,
          G_GNUC_UNUSED int n_defaulted, const xmlChar **attributes)
{
  Document *document = data;

  document->depth++;
  if (document->hidden == 0)
    start_element (document, find_element (name), attributes, n_attributes);
  if (gov_blocks_is_full (document->blocks))
    xmlStopParser (document->parser);
}

static void
end_element (Document *document, Element element)
{
  switch (element)
    {
    case W_PARAGRAPH:
      gov_blocks_paragraph (document->blocks, 0);
      break;
    case W_TABLE:
      end_table (document);
      break;
    case W_ROW:
      end_row (document);
      break;
    case W_CELL:
      end_cell (document);
      break;
    default:
      break;
    }
}

static void
clear_at (guint *depth, guint here)
{
  if (*depth == here)
    *depth = 0;
}

static void
on_end (gpointer data, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix, G_GNUC_UNUSED const xmlChar *uri)
{
  Document *document = data;
  guint here = document->depth--;

  if (document->hidden > 0 && document->hidden != here)
    return;
  end_element (document, find_element (name));
  clear_at (&document->hidden, here);
  clear_at (&document->in_text, here);
  clear_at (&document->in_run, here);
  clear_at (&document->placeholder, here);
  clear_at (&document->in_row_properties, here);
}

static void
on_text (gpointer data, const xmlChar *text, int n)
{
  Document *document = data;

  if (document->hidden > 0 || document->in_text == 0 || !is_shown (document) || n <= 0)
    return;
  GovSpan span = gov_xml_find_span (document->parser, document->text, document->length, document->told, (const char *) text, n);
  document->told = span.offset + span.length;
  gov_blocks_text (document->blocks, span.length == (gsize) n ? document->text + span.offset : (const char *) text, n, span);
}

static void
on_error (gpointer data, xmlErrorPtr error)
{
  Document *document = data;

  if (error->level < XML_ERR_FATAL || document->damaged || error->code == XML_ERR_USER_STOP)
    return;
  document->damaged = TRUE;
  GovPlace place
      = gov_source_locate (document->source, GOV_SPAN (gov_xml_get_position (document->parser, document->length), 0));
  g_autofree char *reason = g_strchomp (g_strdup (error->message));
  gov_diagnostics_add (document->diagnostics, "input-damaged", &place, NULL, 0,
                       "%s is damaged here (%s): what follows is not read", DOCX_DOCUMENT, reason);
}

void
docx_document_read (GovSource *source, GHashTable *styles, GovBuilder *builder, GovDiagnostics *diagnostics)
{
  const xmlSAXHandler handler = {
      .startElementNs = on_start,
      .endElementNs = on_end,
      .characters = on_text,
      .cdataBlock = on_text,
      .serror = on_error,
  };
  Document document = {.source = source, .diagnostics = diagnostics, .styles = styles};

  document.text = gov_source_get_text (source, &document.length);
  document.parser = docx_sax_new (document.text, document.length, &handler, &document);
  if (document.parser == NULL)
    return;
  document.blocks = gov_blocks_new (builder, diagnostics, source);
  document.tables = g_array_new (FALSE, FALSE, sizeof (Table));
  g_array_set_clear_func (document.tables, table_clear);

  xmlParseDocument (document.parser);
  gov_blocks_finish (document.blocks);

  g_array_unref (document.tables);
  gov_blocks_free (document.blocks);
  xmlFreeParserCtxt (document.parser);
}
