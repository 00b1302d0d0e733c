/* SPDX-License-Identifier: MIT */
#include "core/source/source.h"

#include "core/source/detect.h"
#include "core/source/line-map.h"
#include "core/source/signature.h"

#include <string.h>

struct _GovSource {
  char *name;
  GBytes *bytes;
  gboolean terminated; /* a NUL follows the bytes */
  const char *binary;  /* what it is; NULL: text */

  /* made when first asked for */
  GovDecoded *decoded;
  GovLineMap *lines;

  /* a container's part in the place of the text */
  char *part_name;
  char *part;
  gsize part_length;
};

static const char *
describe (const guint8 *bytes, gsize n_bytes)
{
  const char *what = gov_signature_find (bytes, n_bytes);
  gsize mark;

  if (what == NULL && gov_signature_is_noise (bytes, n_bytes) && gov_detect_mark (bytes, n_bytes, &mark) == NULL
      && gov_detect_utf16 (bytes, n_bytes) == NULL)
    what = "bytes of no known kind";
  return what;
}

static GovSource *
source_new (const char *name, GBytes *bytes, gboolean terminated)
{
  GovSource *source = g_new0 (GovSource, 1);
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  source->name = g_strdup (name);
  source->bytes = g_bytes_ref (bytes);
  source->terminated = terminated && n_bytes > 0;
  source->binary = n_bytes > 0 ? describe (data, n_bytes) : NULL;
  return source;
}

GovSource *
gov_source_new (const char *name, GBytes *bytes)
{
  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  return source_new (name, bytes, FALSE);
}

GovSource *
gov_source_new_terminated (const char *name, GBytes *bytes)
{
  return source_new (name, bytes, TRUE);
}

static void
text_clear (GovSource *source)
{
  gov_decoded_free (g_steal_pointer (&source->decoded));
  gov_line_map_free (g_steal_pointer (&source->lines));
  g_clear_pointer (&source->part_name, g_free);
  g_clear_pointer (&source->part, g_free);
}

void
gov_source_free (GovSource *source)
{
  if (source == NULL)
    return;
  text_clear (source);
  g_bytes_unref (source->bytes);
  g_free (source->name);
  g_free (source);
}

const char *
gov_source_get_name (const GovSource *source)
{
  return source->name;
}

const guint8 *
gov_source_get_bytes (const GovSource *source, gsize *n_bytes)
{
  const guint8 *bytes = g_bytes_get_data (source->bytes, n_bytes);

  return bytes != NULL ? bytes : (const guint8 *) "";
}

static GovDecoded *
get_decoded (GovSource *source)
{
  if (source->decoded == NULL)
    {
      gsize n_bytes;
      const guint8 *bytes = gov_source_get_bytes (source, &n_bytes);
      source->decoded = gov_detect_and_decode (bytes, n_bytes, source->terminated);
    }
  return source->decoded;
}

const char *
gov_source_get_text (GovSource *source, gsize *length)
{
  const char *text = source->part != NULL ? source->part : get_decoded (source)->text;

  if (length != NULL)
    *length = source->part != NULL ? source->part_length : source->decoded->length;
  return text;
}

gboolean
gov_source_is_binary (const GovSource *source)
{
  return source->binary != NULL;
}

const char *
gov_source_describe_binary (const GovSource *source)
{
  return source->binary;
}

const char *
gov_source_get_charset (GovSource *source)
{
  /* A container's parts are XML in UTF-8; its own bytes have no charset. */
  return source->part != NULL || source->binary != NULL ? "UTF-8" : get_decoded (source)->charset->name;
}

void
gov_source_set_part (GovSource *source, const char *part_name, GBytes *text)
{
  g_return_if_fail (part_name != NULL && text != NULL);
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_return_if_fail (g_utf8_validate_len (data != NULL ? data : "", length, NULL));

  text_clear (source);
  source->part_name = g_strdup (part_name);
  source->part = g_strndup (data, length); /* get_text() promises a NUL after it */
  source->part_length = length;
}

const char *
gov_source_get_part_name (const GovSource *source)
{
  return source->part_name;
}

GovPlace
gov_source_locate (GovSource *source, GovSpan span)
{
  GovPlace place = GOV_PLACE_NONE;
  gsize length;
  const char *text = gov_source_get_text (source, &length);

  if (gov_span_is_none (span))
    return place;
  g_return_val_if_fail (span.offset <= length && span.length <= length - span.offset, place);

  if (source->lines == NULL)
    source->lines = gov_line_map_new (text, length);
  gov_line_map_locate (source->lines, span.offset, &place.line, &place.column);
  if (source->part == NULL)
    {
      place.offset = gov_decoded_get_input_offset (source->decoded, span.offset);
      place.length = gov_decoded_get_input_offset (source->decoded, span.offset + span.length) - place.offset;
    }
  return place;
}

/* ---- findings ---------------------------------------------------------------------------------------------------------- */

static void
report_declaration (GovSource *source, GovDiagnostics *diagnostics)
{
  const GovDecoded *decoded = source->decoded;
  GovSpan span = gov_detect_declaration (decoded->text, decoded->length);

  if (gov_span_is_none (span))
    return;
  const GovCharset *declared = gov_charset_find (decoded->text + span.offset, span.length);
  if (declared == decoded->charset || g_str_is_ascii (decoded->text))
    return;
  GovPlace place = gov_source_locate (source, span);
  gov_diagnostics_add (diagnostics, "charset-contradicted", &place, NULL, 0,
                       "the document says that it is in %.*s, its bytes are %s: read as %s", (int) span.length,
                       decoded->text + span.offset, decoded->charset->name, decoded->charset->name);
}

void
gov_source_report (GovSource *source, GovDiagnostics *diagnostics)
{
  if (source->binary != NULL || source->part != NULL)
    return;
  const GovDecoded *decoded = get_decoded (source);

  report_declaration (source, diagnostics);
  if (decoded->n_bad > 0)
    {
      GovPlace place = gov_source_locate (source, GOV_SPAN (decoded->first_bad, 3));
      gov_diagnostics_add (diagnostics, "charset-undecodable", &place, NULL, 0,
                           "%" G_GUINT64_FORMAT " bytes that are no %s, the first one here: each stands as U+FFFD",
                           decoded->n_bad, decoded->charset->name);
    }
  if (decoded->n_nul > 0)
    {
      GovPlace place = gov_source_locate (source, GOV_SPAN (decoded->first_nul, 3));
      gov_diagnostics_add (diagnostics, "charset-nul", &place, NULL, 0,
                           "%" G_GUINT64_FORMAT " NUL characters, the first one here: each stands as U+FFFD", decoded->n_nul);
    }
}
