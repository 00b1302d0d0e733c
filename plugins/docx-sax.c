/* SPDX-License-Identifier: MIT */
#include "plugins/docx.h"

#include <libxml/parserInternals.h>
#include <string.h>

xmlParserCtxtPtr
docx_sax_new (const char *text, gsize length, const xmlSAXHandler *handler, gpointer data)
{
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt (text, length);

  if (parser == NULL)
    return NULL;
  *parser->sax = *handler;
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->userData = data;
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (parser, XML_CHAR_ENCODING_UTF8);
  return parser;
}

gboolean
docx_sax_get (const xmlChar **attributes, int n_attributes, const char *name, char value[DOCX_VALUE_BYTES])
{
  for (int i = 0; i < n_attributes; i++, attributes += 5) /* local name, prefix, URI, value, its end */
    if (strcmp ((const char *) attributes[0], name) == 0)
      {
        gsize n = MIN (attributes[4] - attributes[3], DOCX_VALUE_BYTES - 1);
        memcpy (value, attributes[3], n);
        value[n] = '\0';
        return TRUE;
      }
  return FALSE;
}

guint
docx_sax_get_number (const xmlChar **attributes, int n_attributes, const char *name, guint other, guint limit)
{
  char value[DOCX_VALUE_BYTES];

  if (!docx_sax_get (attributes, n_attributes, name, value) || !g_ascii_isdigit (*value))
    return other;
  return MIN (g_ascii_strtoull (value, NULL, 10), limit);
}

gboolean
docx_sax_is_on (const xmlChar **attributes, int n_attributes)
{
  char value[DOCX_VALUE_BYTES];

  return !docx_sax_get (attributes, n_attributes, "val", value)
         || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0 && strcmp (value, "off") != 0);
}
