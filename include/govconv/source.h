/* SPDX-License-Identifier: MIT */
/* A source: the bytes of one input, their text in UTF-8, and the way back from the text to lines, columns and bytes. */
#ifndef GOVCONV_SOURCE_H
#define GOVCONV_SOURCE_H

#include <glib.h>
#include <govconv/version.h>

G_BEGIN_DECLS

typedef struct _GovSource GovSource;

/* A stretch of a source's decoded text, in bytes of UTF-8. GOV_SPAN_NONE: not from the text at all. */
typedef struct {
  gsize offset;
  gsize length;
} GovSpan;

#define GOV_SPAN_NONE ((GovSpan){G_MAXSIZE, 0})
#define GOV_SPAN(o, n) ((GovSpan){(o), (n)})

static inline gboolean
gov_span_is_none (GovSpan span)
{
  return span.offset == G_MAXSIZE;
}

/* A place as people and programs name it. Lines and columns count from 1, columns in code points; 0 is "unknown".
 * offset and length are in bytes of the input as it came (before any decoding); offset -1 is "no such bytes", as in a
 * compressed container. */
typedef struct {
  guint32 line;
  guint32 column;
  gint64 offset;
  gint64 length;
} GovPlace;

#define GOV_PLACE_NONE ((GovPlace){0, 0, -1, 0})

/* The name given to the input: a path, or "-" for standard input. Owned by the source. */
GOV_API const char *gov_source_get_name (const GovSource *source);

/* The input's bytes as they came. Owned by the source; never NULL. */
GOV_API const guint8 *gov_source_get_bytes (const GovSource *source, gsize *n_bytes);

/* The input's text: valid UTF-8 without byte-order mark, followed by a NUL that length does not count; a NUL or a byte
 * that the charset does not know stands as U+FFFD. Decoded at the first call. A binary input (a zip file, a picture) has
 * a text too, but a useless one: see gov_source_is_binary(). Owned by the source. */
GOV_API const char *gov_source_get_text (GovSource *source, gsize *length);

/* Whether the bytes are no text in any charset (many NULs or control bytes, or a known signature). */
GOV_API gboolean gov_source_is_binary (const GovSource *source);

/* The charset's name as IANA spells it: "UTF-8", "GB18030", "UTF-16LE" …; "UTF-8" for a binary input, as its parts are. */
GOV_API const char *gov_source_get_charset (GovSource *source);

/* Puts another text in the place of the decoded input, for a reader of containers: the spans it hands to the builder, and
 * so the lines and columns of the report, are then those of this part (part_name: "word/document.xml"). text must be valid
 * UTF-8. Byte offsets into the input are unknown from then on. The source takes a reference of text. */
GOV_API void gov_source_set_part (GovSource *source, const char *part_name, GBytes *text);

/* The place of a span of the text. */
GOV_API GovPlace gov_source_locate (GovSource *source, GovSpan span);

G_END_DECLS

#endif
