/* SPDX-License-Identifier: MIT */
#include "plugins/docx.h"

#include <string.h>

#define TITLE_BYTES 1000 /* of a title that are kept */
#define MAX_LEVEL 6

/* ---- styles -------------------------------------------------------------------------------------------------------------- */

typedef struct {
  GHashTable *levels;
  char id[DOCX_VALUE_BYTES]; /* of the style that is open */
} Styles;

/* "heading 1", "Title": the names are English in every language of Word; the identifiers are not. */
static guint
level_of_name (const char *name)
{
  if (g_ascii_strcasecmp (name, "title") == 0)
    return 1;
  if (g_ascii_strncasecmp (name, "heading ", 8) != 0 || !g_ascii_isdigit (name[8]) || name[8] == '0')
    return 0;
  return MIN (name[8] - '0', MAX_LEVEL);
}

static void
style_start (gpointer data, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix, G_GNUC_UNUSED const xmlChar *uri,
             G_GNUC_UNUSED int n_namespaces, G_GNUC_UNUSED const xmlChar **namespaces, int n_attributes,
             G_GNUC_UNUSED int n_defaulted, const xmlChar **attributes)
{
  Styles *styles = data;
  const char *element = (const char *) name;
  char value[DOCX_VALUE_BYTES];
  guint level = 0;

  if (strcmp (element, "style") == 0)
    {
      if (!docx_sax_get (attributes, n_attributes, "styleId", styles->id))
        *styles->id = '\0';
      return;
    }
  if (strcmp (element, "name") == 0 && docx_sax_get (attributes, n_attributes, "val", value))
    level = level_of_name (value);
  else if (strcmp (element, "outlineLvl") == 0)
    level = (docx_sax_get_number (attributes, n_attributes, "val", 9, 9) + 1) % 10;
  if (level > 0 && *styles->id != '\0')
    g_hash_table_insert (styles->levels, g_strdup (styles->id), GUINT_TO_POINTER (MIN (level, MAX_LEVEL)));
}

GHashTable *
docx_styles_read (const char *text, gsize length)
{
  Styles styles = {.levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL)};
  xmlParserCtxtPtr parser = docx_sax_new (text, length, &(xmlSAXHandler){.startElementNs = style_start}, &styles);

  if (parser != NULL)
    xmlParseDocument (parser);
  xmlFreeParserCtxt (parser);
  return styles.levels;
}

/* ---- properties ---------------------------------------------------------------------------------------------------------- */

typedef struct {
  gboolean in_title;
  GString *title;
} Properties;

static void
property_start (gpointer data, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix, G_GNUC_UNUSED const xmlChar *uri,
                G_GNUC_UNUSED int n_namespaces, G_GNUC_UNUSED const xmlChar **namespaces, G_GNUC_UNUSED int n_attributes,
                G_GNUC_UNUSED int n_defaulted, G_GNUC_UNUSED const xmlChar **attributes)
{
  ((Properties *) data)->in_title = strcmp ((const char *) name, "title") == 0;
}

static void
property_end (gpointer data, G_GNUC_UNUSED const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix,
              G_GNUC_UNUSED const xmlChar *uri)
{
  ((Properties *) data)->in_title = FALSE;
}

static void
property_text (gpointer data, const xmlChar *text, int n)
{
  Properties *properties = data;

  if (properties->in_title && properties->title->len + n <= TITLE_BYTES)
    g_string_append_len (properties->title, (const char *) text, n);
}

char *
docx_title_read (const char *text, gsize length)
{
  Properties properties = {.title = g_string_new (NULL)};
  const xmlSAXHandler handler = {.startElementNs = property_start, .endElementNs = property_end, .characters = property_text};
  xmlParserCtxtPtr parser = docx_sax_new (text, length, &handler, &properties);

  if (parser != NULL)
    xmlParseDocument (parser);
  xmlFreeParserCtxt (parser);
  char *title = g_strstrip (g_string_free (properties.title, FALSE));
  return *title != '\0' ? title : (g_free (title), NULL);
}
