/* SPDX-License-Identifier: MIT */
/* Where the text that libxml2 hands over in SAX events stands in the text that it was given (as UTF-8, in one piece). */
#pragma once

#include <govconv/source.h>
#include <libxml/parser.h>

/* How far the parser has read, in bytes; at most length. */
gsize gov_xml_get_position (xmlParserCtxtPtr parser, gsize length);

/* The span of n bytes of text that a characters event has just handed over. Literal text gives its own bytes; anything else
 * gives the character reference that it is written as, or the stretch that it was made of. told: the end of the last span. */
GovSpan gov_xml_find_span (xmlParserCtxtPtr parser, const char *source, gsize length, gsize told, const char *text, gsize n);
