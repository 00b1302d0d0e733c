/* SPDX-License-Identifier: MIT */
/* Bytes in a charset → text in UTF-8, and the way back from an offset of the text to an offset of the bytes. */
#pragma once

#include "core/source/charset.h"

typedef struct {
  const GovCharset *charset;
  const char *text; /* UTF-8, NUL-terminated, without byte-order mark */
  gsize length;
  guint64 n_bad;   /* bytes that the charset does not know (code units in UTF-16 and UTF-32), each now U+FFFD */
  gsize first_bad; /* offset of the first one's U+FFFD in the text */
  guint64 n_nul;   /* NULs, each now U+FFFD */
  gsize first_nul;

  /* private */
  char *owned; /* the text, unless it is the input itself */
  const guint8 *bytes;
  gsize n_bytes;
  gsize mark;          /* bytes of the byte-order mark */
  GArray *checkpoints; /* of places met while decoding, in order; NULL: text and bytes differ by the mark alone */
  GIConv converter;    /* for walking from a checkpoint; (GIConv) -1: none open */
  gsize cursor_text, cursor_input;
} GovDecoded;

/* Decode bytes after a byte-order mark of mark bytes. bytes are borrowed and must outlive the result. NULL: iconv lacks the
 * charset. Free with gov_decoded_free(). */
GovDecoded *gov_decode (const guint8 *bytes, gsize n_bytes, gsize mark, const GovCharset *charset);
/* The same for valid UTF-8, NULL for anything else. terminated: a NUL follows the bytes, so that they need not be copied. */
GovDecoded *gov_decode_valid_utf8 (const guint8 *bytes, gsize n_bytes, gsize mark, gboolean terminated);
void gov_decoded_free (GovDecoded *decoded);

/* The offset in the bytes of the character at text_offset. Constant time for UTF-8 without errors; otherwise a walk of at
 * most one checkpoint's distance, and none over what the last call walked already. */
gsize gov_decoded_get_input_offset (GovDecoded *decoded, gsize text_offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovDecoded, gov_decoded_free)
