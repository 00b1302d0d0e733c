/* SPDX-License-Identifier: MIT */
#include "plugins/html-names.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *name;
  int what; /* HtmlElement */
} Name;

/* In strcmp() order. */
static const Name elements[] = {
    {"address", HTML_BLOCK},    {"article", HTML_BLOCK},   {"aside", HTML_BLOCK},
    {"blockquote", HTML_BLOCK}, {"body", HTML_BLOCK},      {"br", HTML_BREAK},
    {"caption", HTML_CAPTION},  {"center", HTML_BLOCK},    {"dd", HTML_BLOCK},
    {"dir", HTML_BLOCK},        {"div", HTML_BLOCK},       {"dl", HTML_BLOCK},
    {"dt", HTML_BLOCK},         {"fieldset", HTML_BLOCK},  {"figcaption", HTML_BLOCK},
    {"figure", HTML_BLOCK},     {"footer", HTML_BLOCK},    {"form", HTML_BLOCK},
    {"h1", HTML_HEADING},       {"h2", HTML_HEADING},      {"h3", HTML_HEADING},
    {"h4", HTML_HEADING},       {"h5", HTML_HEADING},      {"h6", HTML_HEADING},
    {"header", HTML_BLOCK},     {"hr", HTML_BLOCK},        {"iframe", HTML_HIDDEN},
    {"legend", HTML_BLOCK},     {"li", HTML_BLOCK},        {"listing", HTML_PREFORMATTED},
    {"main", HTML_BLOCK},       {"menu", HTML_BLOCK},      {"meta", HTML_META},
    {"nav", HTML_BLOCK},        {"noframes", HTML_HIDDEN}, {"noscript", HTML_HIDDEN},
    {"object", HTML_HIDDEN},    {"ol", HTML_BLOCK},        {"p", HTML_BLOCK},
    {"pre", HTML_PREFORMATTED}, {"script", HTML_HIDDEN},   {"section", HTML_BLOCK},
    {"select", HTML_HIDDEN},    {"style", HTML_HIDDEN},    {"svg", HTML_HIDDEN},
    {"table", HTML_TABLE},      {"td", HTML_CELL},         {"template", HTML_HIDDEN},
    {"th", HTML_HEADER_CELL},   {"title", HTML_TITLE},     {"tr", HTML_ROW},
    {"ul", HTML_BLOCK},         {"xml", HTML_HIDDEN},      {"xmp", HTML_PREFORMATTED},
};

static int
compare_names (gconstpointer name, gconstpointer entry)
{
  return strcmp (name, ((const Name *) entry)->name);
}

HtmlElement
html_element_find (const char *name)
{
  const Name *found = bsearch (name, elements, G_N_ELEMENTS (elements), sizeof (Name), compare_names);

  return found != NULL ? found->what : HTML_INLINE;
}

/* The first five are those that 政府网站发展指引 (国办发〔2017〕47号) has government sites put on every page. */
static const struct {
  const char *meta, *property;
} properties[] = {
    {"ArticleTitle", "title"},
    {"ContentSource", "publisher"},
    {"PubDate", "date"},
    {"SiteName", "site"},
    {"Author", "author"},
    {"publisher", "publisher"},
    {"source", "publisher"},
    {"DC.title", "title"},
    {"DC.publisher", "publisher"},
    {"DC.date", "date"},
    {"og:title", "title"},
    {"og:site_name", "site"},
    {"article:published_time", "date"},
};

const char *
html_property_find (const char *meta_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_ascii_strcasecmp (meta_name, properties[i].meta) == 0)
      return properties[i].property;
  return NULL;
}

static gboolean
has_value (const char *p, const char *value)
{
  gsize n = strlen (value);

  return g_ascii_strncasecmp (p, value, n) == 0 && !g_ascii_isalpha (p[n]);
}

/* Whether the property before this colon is name. */
static gboolean
has_name (const char *style, const char *colon, const char *name)
{
  gsize n = strlen (name);

  while (colon > style && g_ascii_isspace (colon[-1]))
    colon--;
  if ((gsize) (colon - style) < n || g_ascii_strncasecmp (colon - n, name, n) != 0)
    return FALSE;
  colon -= n;
  return colon == style || colon[-1] == ';' || g_ascii_isspace (colon[-1]);
}

/* Declarations, PROPERTY ":" VALUE, are separated by ";". Values are looked at first: few styles have one of these. */
gboolean
html_style_hides (const char *style)
{
  static const struct {
    const char *name, *value;
  } hiding[] = {{"display", "none"}, {"visibility", "hidden"}, {"mso-hide", "all"}};

  for (const char *colon = style; (colon = strchr (colon, ':')) != NULL; colon++)
    {
      const char *value = colon + 1 + strspn (colon + 1, " \t\r\n");
      for (guint i = 0; i < G_N_ELEMENTS (hiding); i++)
        if ((*value | 0x20) == *hiding[i].value && has_value (value, hiding[i].value)
            && has_name (style, colon, hiding[i].name))
          return TRUE;
    }
  return FALSE;
}

guint
html_span_parse (const char *value, guint limit)
{
  guint span = 0;

  value += strspn (value, " \t\r\n");
  if (!g_ascii_isdigit (*value))
    return 1;
  for (; g_ascii_isdigit (*value); value++)
    span = MIN (span * 10 + (*value - '0'), limit);
  return span;
}
