/* SPDX-License-Identifier: MIT */
/* Pieces of markdown: text with marks, and tables written as HTML tags. */
#pragma once

#include <govconv/document.h>

/* Tell a span inside an open paragraph or cell. Marks of emphasis, escapes, tags, pictures and link targets are dropped,
 * <br> is a break, entities stand for their signs; every literal stretch keeps its own span. */
void gov_markdown_tell (GovBuilder *builder, const char *text, GovSpan span);

/* The sign that an entity at text[offset] ("&nbsp;", "&#26376;", "&#x2014;") stands for, and the entity's bytes in *length;
 * 0: there is none. */
gunichar gov_markdown_entity (const char *text, gsize offset, gsize end, gsize *length);

/* Whether a tag of that name in lower case ("table", "/table") begins at text[offset]. */
gboolean gov_markdown_is_tag (const char *text, gsize offset, gsize end, const char *name);

/* Tell the table whose "<table" stands at start, and what stands in it outside of cells as paragraphs behind it; where it
 * ends: behind its "</table>", or at end. */
gsize gov_markdown_tell_table (GovBuilder *builder, const char *text, gsize start, gsize end, GovTableFlags flags);
