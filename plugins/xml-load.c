/* SPDX-License-Identifier: MIT */
/* Reports back from XML, through libxml2's SAX interface: one report in memory at a time, and the exact place of every
 * problem. No document type declaration is accepted, so no entity is ever expanded and nothing is fetched. */
#include "plugins/xml-load.h"

#include <govconv/convert.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <string.h>

#define CHUNK_BYTES 65536 /* handed to libxml2 at a time, so that it stops soon after a problem */

/* ---- problems ---------------------------------------------------------------------------------------------------------- */

/* The beginning of the tag that the parser has just read. */
static gsize
tag_offset (const GovXmlLoader *loader)
{
  gsize length;
  const char *text = gov_source_get_text (loader->source, &length);
  long consumed = xmlByteConsumed (loader->parser);
  gsize at = consumed > 0 ? MIN ((gsize) consumed, length) : 0;

  while (at > 0 && text[--at] != '<')
    ;
  return at;
}

void
gov_xml_stop (GovXmlLoader *loader)
{
  loader->n_attributes = 0; /* they lie in the parser's input, which stopping frees */
  xmlStopParser (loader->parser);
}

static void
fail_at (GovXmlLoader *loader, gsize offset, const char *message)
{
  if (loader->error != NULL)
    return;
  GovPlace place = gov_source_locate (loader->source, GOV_SPAN (offset, 0));
  loader->error = g_error_new (GOV_ERROR, GOV_ERROR_NO_REPORT, "line %u, column %u: %s", place.line, place.column, message);
  gov_xml_stop (loader);
}

void
gov_xml_fail (GovXmlLoader *loader, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fail_at (loader, tag_offset (loader), message);
}

static void
on_parser_error (void *data, xmlErrorPtr problem)
{
  GovXmlLoader *loader = data;

  if (problem->level < XML_ERR_ERROR)
    return;
  long consumed = xmlByteConsumed (loader->parser);
  g_autofree char *message = g_strchomp (g_strdup (problem->message != NULL ? problem->message : "not well-formed"));
  fail_at (loader, MAX (consumed, 0), message);
}

/* ---- events ------------------------------------------------------------------------------------------------------------ */

static const GovXmlElement *
innermost (const GovXmlLoader *loader)
{
  return loader->depth > 0 ? loader->open[loader->depth - 1] : NULL;
}

static void
on_start (void *data, const xmlChar *name, const xmlChar *prefix G_GNUC_UNUSED, const xmlChar *space,
          int n_namespaces G_GNUC_UNUSED, const xmlChar **namespaces G_GNUC_UNUSED, int n_attributes,
          int n_defaulted G_GNUC_UNUSED, const xmlChar **attributes)
{
  GovXmlLoader *loader = data;
  const GovXmlElement *parent = innermost (loader), *element = NULL;

  if (loader->error != NULL)
    return;
  if (loader->foreign == 0 && space != NULL && strcmp ((const char *) space, GOV_XML_NAMESPACE) == 0)
    element = gov_xml_find_element (parent != NULL ? parent->state : GOV_XML_NOTHING, (const char *) name);
  if (element == NULL)
    {
      if (parent == NULL)
        gov_xml_fail (loader, "the root element is %s, not a report or reports of the namespace " GOV_XML_NAMESPACE,
                      (const char *) name);
      loader->foreign++;
      return;
    }
  loader->open[loader->depth++] = element;
  loader->attributes = attributes;
  loader->n_attributes = n_attributes;
  g_string_truncate (loader->text, 0);
  if (element->begin != NULL)
    element->begin (loader);
  loader->n_attributes = 0;
}

static void
on_end (void *data, const xmlChar *name G_GNUC_UNUSED, const xmlChar *prefix G_GNUC_UNUSED, const xmlChar *space G_GNUC_UNUSED)
{
  GovXmlLoader *loader = data;

  if (loader->error != NULL)
    return;
  if (loader->foreign > 0)
    {
      loader->foreign--;
      return;
    }
  const GovXmlElement *element = loader->open[--loader->depth];
  if (element->end != NULL)
    element->end (loader);
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  GovXmlLoader *loader = data;
  const GovXmlElement *element = innermost (loader);

  if (loader->error != NULL || loader->foreign > 0 || element == NULL)
    return;
  if (element->has_text)
    g_string_append_len (loader->text, (const char *) text, length);
  else
    for (int i = 0; i < length; i++)
      if (!g_ascii_isspace (text[i]))
        {
          gov_xml_fail (loader, "text stands in <%s>, which holds elements only", element->name);
          return;
        }
}

static void
on_document_type (void *data, const xmlChar *name G_GNUC_UNUSED, const xmlChar *external_id G_GNUC_UNUSED,
                  const xmlChar *system_id G_GNUC_UNUSED)
{
  gov_xml_fail (data, "a document type declaration is not accepted");
}

static xmlSAXHandler
events (void)
{
  return (xmlSAXHandler){
      .initialized = XML_SAX2_MAGIC,
      .startElementNs = on_start,
      .endElementNs = on_end,
      .characters = on_text,
      .ignorableWhitespace = on_text,
      .cdataBlock = on_text,
      .internalSubset = on_document_type,
      .serror = on_parser_error,
  };
}

/* ---- the reader -------------------------------------------------------------------------------------------------------- */

static void
parse (GovXmlLoader *loader)
{
  xmlSAXHandler handler = events ();
  gsize length;
  const char *text = gov_source_get_text (loader->source, &length);

  loader->parser = xmlCreatePushParserCtxt (&handler, loader, NULL, 0, NULL);
  /* The text is UTF-8 by now, whatever its declaration says. Without NOENT libxml2 hands out "&#38;" for an ampersand inside an
   * attribute; other entities than XML's own five cannot be declared without a document type, which is refused. */
  xmlCtxtUseOptions (loader->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
  for (gsize done = 0; done < length && loader->error == NULL; done += CHUNK_BYTES)
    xmlParseChunk (loader->parser, text + done, (int) MIN (CHUNK_BYTES, length - done), FALSE);
  if (loader->error == NULL)
    xmlParseChunk (loader->parser, NULL, 0, TRUE);
  if (loader->error == NULL && loader->n_reports == 0)
    fail_at (loader, 0, "there is no report in it");
  xmlFreeParserCtxt (loader->parser);
}

static gboolean
xml_load (GovSource *source, const GovOptions *options G_GNUC_UNUSED, GovReportFunc report, gpointer user_data, GError **error)
{
  GovXmlLoader loader = {
      .source = source,
      .report_func = report,
      .user_data = user_data,
      .text = g_string_sized_new (1024),
      .strings = g_string_chunk_new (4096),
      .texts = g_ptr_array_new (),
      .cells = g_array_new (FALSE, FALSE, sizeof (GovCellRef)),
      .blank = g_array_new (FALSE, FALSE, sizeof (GovCellRef)),
  };

  parse (&loader);
  gov_report_free (loader.report);
  g_array_unref (loader.blank);
  g_array_unref (loader.cells);
  g_ptr_array_unref (loader.texts);
  g_string_chunk_free (loader.strings);
  g_string_free (loader.text, TRUE);
  if (loader.error == NULL)
    return TRUE;
  g_propagate_error (error, loader.error);
  return FALSE;
}

/* 100: the root element is of our namespace; 20: XML by its name and its first characters. */
static guint
xml_identify (const GovProbe *probe)
{
  const char *root = probe->text;

  if (root == NULL)
    return 0;
  for (;;)
    {
      root += strspn (root, " \t\r\n");
      if (g_str_has_prefix (root, "<?"))
        root = strstr (root, "?>");
      else if (g_str_has_prefix (root, "<!--"))
        root = strstr (root, "-->");
      else
        break;
      if (root == NULL)
        return 0;
      root = strchr (root, '>') + 1;
    }
  const char *end = *root == '<' ? strchr (root, '>') : NULL, *space = strstr (root, "\"" GOV_XML_NAMESPACE "\"");
  if (space == NULL)
    space = strstr (root, "'" GOV_XML_NAMESPACE "'");
  if (end != NULL && space != NULL && space < end)
    return 100;
  return end != NULL && g_str_equal (probe->extension, "xml") ? 20 : 0;
}

const GovReader gov_xml_reader = {
    .size = sizeof (GovReader),
    .name = "xml",
    .summary = "Reports that this program wrote as XML",
    .extensions = (const char *const[]){"xml", NULL},
    .mime_types = (const char *const[]){"application/xml", "text/xml", NULL},
    .identify = xml_identify,
    .load = xml_load,
};
