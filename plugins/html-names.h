/* SPDX-License-Identifier: MIT */
/* What the reader needs to know of HTML's names: elements, metadata, styles. */
#pragma once

#include <glib.h>

typedef enum {
  HTML_INLINE, /* and everything unknown */
  HTML_BLOCK,
  HTML_HEADING,
  HTML_BREAK,
  HTML_PREFORMATTED,
  HTML_TABLE,
  HTML_ROW,
  HTML_CELL,
  HTML_HEADER_CELL,
  HTML_CAPTION,
  HTML_TITLE,
  HTML_META,
  HTML_HIDDEN, /* what stands in it is not shown as text */
} HtmlElement;

/* By its name in lower case. */
HtmlElement html_element_find (const char *name);

/* The property that a <meta name=…> or <meta property=…> states: "title", "publisher", "date", "site", "author"; NULL: another.
 */
const char *html_property_find (const char *meta_name);

/* Whether a style attribute takes the element out of view. */
gboolean html_style_hides (const char *style);

/* A colspan or rowspan as browsers read it: leading digits, at most limit; 1 for anything else. */
guint html_span_parse (const char *value, guint limit);
