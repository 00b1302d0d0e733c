/* SPDX-License-Identifier: MIT */
/* The bytes decide, the declaration is only asked when they leave it open (docs/decisions/charset.md):
 *
 *   1. a byte-order mark;  2. UTF-16 by its NULs;  3. UTF-8, when nearly all of it is valid;
 *   4. the declared charset, when the bytes decode in it;  5. GB18030, when the bytes are pairs that Chinese text is made of;
 *   6. what uchardet takes it for;  7. whatever leaves the fewest bytes undecoded.
 *
 * "Nearly": a file cut in mid-character, or with a few bad bytes, stays in its charset. */
#include "core/source/detect.h"
#include "core/source/guess.h"

#include <string.h>

#define DECLARATION_BYTES 16384 /* how far from the start a declaration is looked for */
#define SAMPLE_BYTES 65536      /* how much of the input the statistics look at */
#define GUESS_BYTES 262144      /* how much of the input uchardet is shown */
#define CUT_BYTES 3             /* bytes that a character cut in two leaves behind, at most */

static const struct {
  const char *bytes;
  guint8 length;
  const char *charset;
} marks[] = {
    {"\xEF\xBB\xBF", 3, "utf-8"}, {"\xFF\xFE\0\0", 4, "utf-32le"}, {"\0\0\xFE\xFF", 4, "utf-32be"},
    {"\xFF\xFE", 2, "utf-16le"},  {"\xFE\xFF", 2, "utf-16be"},     {"\x84\x31\x95\x33", 4, "gb18030"},
};

const GovCharset *
gov_detect_mark (const guint8 *bytes, gsize n_bytes, gsize *mark)
{
  *mark = 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (n_bytes >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      {
        *mark = marks[i].length;
        return gov_charset_find (marks[i].charset, strlen (marks[i].charset));
      }
  return NULL;
}

/* ---- UTF-16 ------------------------------------------------------------------------------------------------------------ */

/* Whether a report may hold such a code unit: ASCII, punctuation, full-width forms, Han, the rarer Han as surrogates. */
static gboolean
is_likely_unit (guint unit)
{
  if (unit < 0x80)
    return unit >= 0x20 || unit == '\t' || unit == '\n' || unit == '\r';
  return (unit >= 0x3000 && unit < 0x3130) || (unit >= 0x4E00 && unit < 0xA000) || (unit >= 0xFF00 && unit < 0xFFF0)
         || (unit >= 0x2000 && unit < 0x2700) || (unit >= 0xD800 && unit < 0xE000) || (unit >= 0xA0 && unit < 0x250);
}

/* In the other byte order hardly a Han character stays one. NULs in the low bytes are common too: 一 is U+4E00, 开 U+5F00. */
static gboolean
is_utf16 (const guint8 *bytes, gsize n_bytes, guint high)
{
  gsize n_units = n_bytes / 2, n_likely = 0, n_nul_high = 0, n_nul_low = 0;

  for (gsize i = 0; i < n_units; i++)
    {
      guint8 a = bytes[2 * i + high], b = bytes[2 * i + 1 - high];
      n_likely += is_likely_unit (a << 8 | b);
      n_nul_high += a == 0;
      n_nul_low += b == 0;
    }
  return n_units > 0 && n_likely * 20 >= n_units * 19 && n_nul_high * 32 >= n_units && n_nul_high > n_nul_low;
}

const GovCharset *
gov_detect_utf16 (const guint8 *bytes, gsize n_bytes)
{
  gsize n = MIN (n_bytes, SAMPLE_BYTES);

  if (memchr (bytes, 0, n) == NULL)
    return NULL;
  if (is_utf16 (bytes, n, 1))
    return gov_charset_find ("utf-16le", 8);
  if (is_utf16 (bytes, n, 0))
    return gov_charset_find ("utf-16be", 8);
  return NULL;
}

/* ---- declarations ------------------------------------------------------------------------------------------------------ */

static gboolean
is_label_char (char c)
{
  return g_ascii_isalnum (c) || strchr ("-_.:+", c) != NULL;
}

/* The label after NAME = in a tag's text: NAME { space } "=" { space } [ quote ] label. */
static GovSpan
find_value (const char *text, gsize from, gsize end, const char *name)
{
  gsize n = strlen (name);

  for (gsize i = from; i + n < end; i++)
    {
      if (g_ascii_strncasecmp (text + i, name, n) != 0)
        continue;
      gsize p = i + n;
      while (p < end && g_ascii_isspace (text[p]))
        p++;
      if (p == end || text[p] != '=')
        continue;
      p++;
      while (p < end && (g_ascii_isspace (text[p]) || text[p] == '"' || text[p] == '\''))
        p++;
      gsize start = p;
      while (p < end && text[p] != '\0' && is_label_char (text[p]))
        p++;
      if (p > start)
        return GOV_SPAN (start, p - start);
    }
  return GOV_SPAN_NONE;
}

GovSpan
gov_detect_declaration (const char *text, gsize length)
{
  gsize end = MIN (length, DECLARATION_BYTES);
  gsize tag_end;

  for (gsize i = 0; i < end; i = tag_end)
    {
      const char *tag = memchr (text + i, '<', end - i);
      if (tag == NULL)
        break;
      i = tag - text;
      const char *close = memchr (tag, '>', end - i);
      tag_end = close != NULL ? (gsize) (close - text) + 1 : end;

      GovSpan label = GOV_SPAN_NONE;
      if (i + 5 < end && g_ascii_strncasecmp (tag, "<meta", 5) == 0)
        label = find_value (text, i, tag_end, "charset");
      else if (i + 5 < end && g_ascii_strncasecmp (tag, "<?xml", 5) == 0)
        label = find_value (text, i, tag_end, "encoding");
      if (!gov_span_is_none (label))
        return label;
    }
  return GOV_SPAN_NONE;
}

/* ---- the bytes --------------------------------------------------------------------------------------------------------- */

/* Nearly all of it valid UTF-8? Text in another charset has a wrong byte for nearly every letter, and hardly ever three
 * bytes that by chance make a sequence of three. Looks at a sample around the first bad byte. */
static gboolean
is_mostly_utf8 (const guint8 *bytes, gsize n_bytes)
{
  const char *text = (const char *) bytes, *p;
  g_utf8_validate_len (text, n_bytes, &p);
  const char *end = p + MIN ((gsize) (text + n_bytes - p), SAMPLE_BYTES);
  p -= MIN (p - text, SAMPLE_BYTES);

  gsize n_bad = 0, n_letters = 0, n_long = 0;
  while (p < end)
    {
      const char *valid;
      g_utf8_validate_len (p, end - p, &valid);
      for (; p < valid; p++)
        {
          n_letters += (guint8) *p >= 0xC0;
          n_long += (guint8) *p >= 0xE0;
        }
      if (p < end)
        n_bad += *p++ != '\0';
    }
  return n_bad * 4 <= n_letters || (n_long > 0 && n_bad <= 2 * CUT_BYTES);
}

/* Pairs of bytes as Chinese text has them: the common characters, the punctuation and the table rules of GB2312. Of the
 * pairs in reports more than 99 % are such, of the same reports' bytes in Big5 or UTF-8 less than 27 %. */
static gboolean
is_mostly_gb2312 (const guint8 *bytes, gsize n_bytes)
{
  gsize n_pairs = 0, n_common = 0;

  for (gsize i = 0; i + 1 < n_bytes; i++)
    {
      if (bytes[i] < 0x80)
        continue;
      guint8 a = bytes[i], b = bytes[i + 1];
      n_pairs++;
      n_common += ((a >= 0xB0 && a <= 0xD7) || (a >= 0xA1 && a <= 0xA3) || a == 0xA9) && b >= 0xA1 && b != 0xFF;
      i += b >= 0x40;
    }
  return n_pairs > 0 && n_common * 10 >= n_pairs * 9;
}

static const GovCharset *
guess (const guint8 *bytes, gsize n_bytes)
{
  g_autofree char *label = gov_charset_guess (bytes, MIN (n_bytes, GUESS_BYTES));

  return label != NULL ? gov_charset_find (label, strlen (label)) : NULL;
}

static gboolean
fits (const GovDecoded *decoded)
{
  gsize n_letters = 0;

  for (gsize i = 0; i < decoded->length; i++)
    n_letters += (guint8) decoded->text[i] >= 0xC0;
  return decoded->n_bad <= CUT_BYTES || decoded->n_bad * 16 <= n_letters;
}

/* Keep what a charset makes of the bytes when that is better than the best so far. TRUE: it fits, no need to look on. */
static gboolean
try_charset (GovDecoded **best, const guint8 *bytes, gsize n_bytes, const GovCharset *charset)
{
  GovDecoded *decoded = gov_decode (bytes, n_bytes, 0, charset);
  gboolean good = decoded != NULL && fits (decoded);

  if (good || (decoded != NULL && decoded->n_bad < (*best)->n_bad))
    {
      gov_decoded_free (*best);
      *best = decoded;
    }
  else
    gov_decoded_free (decoded);
  return good;
}

static gboolean
is_multibyte (const GovCharset *charset)
{
  return charset != NULL && charset->multibyte && charset->unit == 1;
}

/* The declared, the plausible and the guessed charset in this order; single-byte ones, which fit anything, last. */
static GovDecoded *
decode_best (const guint8 *bytes, gsize n_bytes)
{
  GovDecoded *best = gov_decode (bytes, n_bytes, 0, GOV_CHARSET_UTF8);
  GovSpan label = gov_detect_declaration ((const char *) bytes, n_bytes);
  const GovCharset *declared
      = gov_span_is_none (label) ? NULL : gov_charset_find ((const char *) bytes + label.offset, label.length);

  if (is_multibyte (declared) && try_charset (&best, bytes, n_bytes, declared))
    return best;
  if (is_mostly_gb2312 (bytes, MIN (n_bytes, SAMPLE_BYTES)) && try_charset (&best, bytes, n_bytes, GOV_CHARSET_GB18030))
    return best;
  const GovCharset *guessed = guess (bytes, n_bytes);
  if (is_multibyte (guessed) && try_charset (&best, bytes, n_bytes, guessed))
    return best;
  if (try_charset (&best, bytes, n_bytes, GOV_CHARSET_GB18030))
    return best;
  if ((declared != NULL && !declared->multibyte) || (guessed != NULL && !guessed->multibyte))
    try_charset (&best, bytes, n_bytes, gov_charset_find ("windows-1252", 12));
  return best;
}

GovDecoded *
gov_detect_and_decode (const guint8 *bytes, gsize n_bytes, gboolean terminated)
{
  gsize mark;
  const GovCharset *charset = gov_detect_mark (bytes, n_bytes, &mark);
  GovDecoded *decoded = NULL;

  if (charset == NULL)
    charset = gov_detect_utf16 (bytes, n_bytes);
  if (charset == NULL || charset == GOV_CHARSET_UTF8)
    decoded = gov_decode_valid_utf8 (bytes, n_bytes, mark, terminated);
  if (decoded == NULL && charset == NULL && is_mostly_utf8 (bytes, n_bytes))
    charset = GOV_CHARSET_UTF8;
  if (decoded == NULL && charset != NULL)
    decoded = gov_decode (bytes, n_bytes, mark, charset);
  return decoded != NULL ? decoded : decode_best (bytes, n_bytes);
}
