/* SPDX-License-Identifier: MIT */
#include "core/source/charset.h"

#include <string.h>

static const GovCharset charsets[] = {
    {"UTF-8", "UTF-8", 1, TRUE},       {"GB18030", "GB18030", 1, TRUE},      {"Big5", "BIG5", 1, TRUE},
    {"UTF-16LE", "UTF-16LE", 2, TRUE}, {"UTF-16BE", "UTF-16BE", 2, TRUE},    {"UTF-32LE", "UTF-32LE", 4, TRUE},
    {"UTF-32BE", "UTF-32BE", 4, TRUE}, {"Shift_JIS", "CP932", 1, TRUE},      {"EUC-JP", "EUC-JP", 1, TRUE},
    {"EUC-KR", "CP949", 1, TRUE},      {"windows-1252", "CP1252", 1, FALSE},
};

/* Further labels; the names above are labels of their own. Browsers read ISO-8859-1 and ASCII as windows-1252, and so do
 * we: pages that declare them are written by programs that do not know their own charset. */
static const struct {
  const char *label, *name;
} labels[] = {
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"ms936", "GB18030"},
    {"windows-936", "GB18030"},
    {"euc-cn", "GB18030"},
    {"chinese", "GB18030"},
    {"big5-hkscs", "Big5"},
    {"cp950", "Big5"},
    {"x-x-big5", "Big5"},
    {"utf-16", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"shift-jis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"x-sjis", "Shift_JIS"},
    {"cp932", "Shift_JIS"},
    {"ks_c_5601-1987", "EUC-KR"},
    {"uhc", "EUC-KR"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"cp1252", "windows-1252"},
};

static gboolean
same_label (const char *known, const char *label, gsize length)
{
  return g_ascii_strncasecmp (known, label, length) == 0 && known[length] == '\0';
}

static const GovCharset *
find_name (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (same_label (charsets[i].name, name, length))
      return &charsets[i];
  return NULL;
}

const GovCharset *
gov_charset_find (const char *label, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (same_label (labels[i].label, label, length))
      return find_name (labels[i].name, strlen (labels[i].name));
  return find_name (label, length);
}

struct _GovCharsetHold {
  GIConv converters[G_N_ELEMENTS (charsets)];
};

GovCharsetHold *
gov_charset_hold (void)
{
  GovCharsetHold *hold = g_new (GovCharsetHold, 1);

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    hold->converters[i] = g_iconv_open ("UTF-8", charsets[i].iconv);
  return hold;
}

void
gov_charset_release (GovCharsetHold *hold)
{
  if (hold == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (hold->converters[i] != (GIConv) -1)
      g_iconv_close (hold->converters[i]);
  g_free (hold);
}
