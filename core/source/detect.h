/* SPDX-License-Identifier: MIT */
/* Which charset an input is in. */
#pragma once

#include "core/source/decode.h"
#include <govconv/source.h>

/* Decode bytes in the charset that fits them best; never NULL. bytes and terminated: as for gov_decode(). */
GovDecoded *gov_detect_and_decode (const guint8 *bytes, gsize n_bytes, gboolean terminated);

/* The byte-order mark: its charset and its length, or NULL and 0. */
const GovCharset *gov_detect_mark (const guint8 *bytes, gsize n_bytes, gsize *mark);

/* UTF-16 without a byte-order mark, by the NULs in the high bytes of its digits and line ends; NULL: it is not that. */
const GovCharset *gov_detect_utf16 (const guint8 *bytes, gsize n_bytes);

/* The label that an HTML or XML document states about itself ("gb2312" in <meta charset="gb2312">, in a http-equiv
 * content, in <?xml encoding='gb2312'?>), looked for in the text's beginning. GOV_SPAN_NONE: none. */
GovSpan gov_detect_declaration (const char *text, gsize length);
