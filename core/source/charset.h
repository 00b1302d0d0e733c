/* SPDX-License-Identifier: MIT */
/* The charsets an input may be in. Only stateless ones: a place in the text can then be found again from any character
 * boundary, without decoding from the start. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name;   /* as IANA spells it; what the report states */
  const char *iconv;  /* as iconv knows it */
  guint8 unit;        /* bytes of a code unit: 1, 2 or 4 */
  gboolean multibyte; /* wrong bytes show as errors; in a single-byte charset nearly every byte is a letter */
} GovCharset;

/* By a label as people and programs write it, in any case: "gb2312", "x-gbk", "utf8". GB2312 and GBK give GB18030, which
 * contains them. NULL: unknown, or a charset with shift states. */
const GovCharset *gov_charset_find (const char *label, gsize length);

#define GOV_CHARSET_UTF8 (gov_charset_find ("utf-8", 5))
#define GOV_CHARSET_GB18030 (gov_charset_find ("gb18030", 7))

/* iconv loads the tables of a charset from disk at its first use, and may drop them after the last. Hold them before the
 * process gives up opening files; release when no source will be decoded any more. */
typedef struct _GovCharsetHold GovCharsetHold;

GovCharsetHold *gov_charset_hold (void);
void gov_charset_release (GovCharsetHold *hold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovCharsetHold, gov_charset_release)
