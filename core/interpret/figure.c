/* SPDX-License-Identifier: MIT */
#include "core/interpret/figure.h"
#include "core/interpret/key.h"
#include "core/source/utf8.h"

#include <string.h>

#define CELL_CHARS 96 /* a cell that holds a figure has no more; the rest can only be a note */

/* Placeholders, as keys would spell them; a cell of dashes, dots or slashes alone is one too. */
static const char *const placeholder_words[]
    = {"无", "不适用", "无数据", "未发生", "空", "暂无", "无此项", "na", "n/a", "none", "null", "nan"};

/* Measure words that may follow a count without changing it. */
static const char measure_words[] = "件条项个次宗份起篇例户人家部批";

typedef struct {
  gunichar c; /* width folded */
  gsize offset;
} Sign;

static gunichar
fold_width (gunichar c)
{
  return c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2212 || (c >= 0x2010 && c <= 0x2015) || c == 0xfe63 || c == 0xfe58 || c == 0x2500 || c == 0x30fc
         || c == 0xff70 || c == 0x2043;
}

static gboolean
is_placeholder_sign (gunichar c)
{
  return is_dash (c) || c == '/' || c == '\\' || c == '_' || c == '.' || c == 0xb7 || c == 0x2022 || c == 0x3002 || c == 0x2026
         || c == '*' || c == 0x2571 || c == 0x2215 || c == 0x30fb || c == '~' || c == 0x2573;
}

/* A sign that is misread for one digit only, or 0. */
static gunichar
swapped_digit (gunichar c)
{
  if (c == 'O' || c == 'o' || c == 0x3007 || c == 0x25cb || c == 0x25ef || c == 0x39f || c == 0x3bf || c == 0x41e || c == 0x43e
      || c == 0x96f6 /* 零 */)
    return '0';
  if (c == 'l' || c == 'I' || c == '|' || c == 0x4e28 || c == 0x2223 || c == 0x2160)
    return '1';
  return 0;
}

/* A sign that may be misread for a digit, but not surely for one. */
static gboolean
is_doubtful_digit (gunichar c)
{
  return c != 0 && c < 0x80 && strchr ("BSZGQDgqzsbi", (int) c) != NULL;
}

/* The cell's signs without surrounding space, width folded, and behind them one that is none, where they end. A cell that has
 * more ends with a sign that is no part of a figure. */
static guint
scan (const char *text, gsize length, Sign signs[CELL_CHARS + 1])
{
  const char *p = text, *end = text + length;
  guint n = 0, kept = 0;
  gsize kept_end = 0;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = fold_width (gov_utf8_get (p));
      gboolean space = gov_key_is_space (c);

      if (space && (n == 0 || n == CELL_CHARS))
        continue;
      if (n == CELL_CHARS)
        {
          signs[CELL_CHARS - 1].c = 0xfffd;
          kept = CELL_CHARS;
          kept_end = length;
          break;
        }
      signs[n++] = (Sign){space ? ' ' : c, p - text};
      if (!space)
        {
          kept = n;
          kept_end = g_utf8_next_char (p) - text;
        }
    }
  signs[kept] = (Sign){0, kept_end};
  return kept;
}

static gboolean
is_word (const Sign *signs, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    {
      if (signs[i].c == ' ')
        continue;
      if (*word == '\0' || g_unichar_tolower (signs[i].c) != gov_utf8_get (word))
        return FALSE;
      word = g_utf8_next_char (word);
    }
  return *word == '\0';
}

static gboolean
is_placeholder (const Sign *signs, guint n)
{
  guint i = 0;

  while (i < n && (signs[i].c == ' ' || is_placeholder_sign (signs[i].c)))
    i++;
  if (i == n)
    return TRUE;
  if (n > 6)
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (placeholder_words); i++)
    if (is_word (signs, n, placeholder_words[i]))
      return TRUE;
  return FALSE;
}

/* Three digits must follow a separator, and no fourth. */
static gboolean
is_group (const Sign *signs, guint n, guint at)
{
  for (guint i = 0; i < 3; i++)
    if (at + i >= n || signs[at + i].c >= 0x80 || !g_ascii_isdigit (signs[at + i].c))
      return FALSE;
  return at + 3 >= n || signs[at + 3].c >= 0x80 || !g_ascii_isdigit (signs[at + 3].c);
}

/* The digits from *at on into value[]; FALSE when they are no number. *doubtful: signs among them that may be several. */
static gboolean
scan_number (const Sign *signs, guint n, guint *at, GovFigure *figure, gboolean *doubtful)
{
  guint i = *at, length = strlen (figure->value), digits = 0, sure = 0;
  gboolean point = FALSE;

  *doubtful = FALSE;
  for (; i < n && length + 2 < GOV_FIGURE_BYTES; i++)
    {
      gunichar c = signs[i].c, swapped = swapped_digit (c);

      if (c < 0x80 && g_ascii_isdigit (c))
        sure++;
      else if (swapped != 0)
        {
          figure->flags |= GOV_FIGURE_SWAPPED;
          c = swapped;
        }
      else if (is_doubtful_digit (c))
        *doubtful = TRUE;
      else if ((c == ',' || c == '\'' || c == 0x60c || c == 0x3001) && digits > 0 && !point && is_group (signs, n, i + 1))
        continue;
      else if (c == ' ' && i + 1 < n && digits > 0 && (g_unichar_isdigit (signs[i + 1].c) || signs[i + 1].c == '.'))
        {
          figure->flags |= GOV_FIGURE_SPACED;
          continue;
        }
      else if ((c == '.' || c == 0xb7) && digits > 0 && !point)
        {
          point = TRUE;
          figure->value[length++] = '.';
          continue;
        }
      else
        break;
      figure->value[length++] = (char) c;
      digits++;
    }
  /* A point that nothing follows is a speck, not a decimal. */
  if (length > 0 && figure->value[length - 1] == '.')
    {
      length--;
      point = FALSE;
      figure->flags |= GOV_FIGURE_SWAPPED;
    }
  figure->value[length] = '\0';
  if (point)
    figure->flags |= GOV_FIGURE_FRACTION;
  *at = i;
  /* Letters alone are a number only when they are a lone O or l. */
  return digits > 0 && (sure > 0 || (digits == 1 && !*doubtful));
}

void
gov_figure_strip_zeros (char *value)
{
  char *number = value + (*value == '-');
  gsize zeros = strspn (number, "0");

  if (zeros > 0 && !g_ascii_isdigit (number[zeros]))
    zeros--;
  memmove (number, number + zeros, strlen (number + zeros) + 1);
}

/* Move the point of a decimal by four places: 元 → 万元 (places 4), 亿元 → 万元 (places -4). Exact. FALSE: there is no room. */
static gboolean
shift_point (char value[GOV_FIGURE_BYTES], int places)
{
  char digits[2 * GOV_FIGURE_BYTES] = "";
  gboolean negative = *value == '-';
  const char *number = value + negative, *point = strchr (number, '.');
  gsize whole = point != NULL ? (gsize) (point - number) : strlen (number), n = 0;

  for (int i = 0; i < places + 1 - (int) whole; i++)
    digits[n++] = '0';
  gsize padded = n;
  for (const char *p = number; *p != '\0'; p++)
    if (*p != '.')
      digits[n++] = *p;
  gsize at = padded + whole - places;
  while (n < at)
    digits[n++] = '0';
  digits[n] = '\0';
  if (n + 3 > GOV_FIGURE_BYTES)
    return FALSE;
  g_snprintf (value, GOV_FIGURE_BYTES, "%s%.*s%s%s", negative ? "-" : "", (int) at, digits, n > at ? "." : "", digits + at);
  gov_figure_strip_zeros (value);
  return TRUE;
}

static void
strip_decimals (char *value)
{
  gsize n = strlen (value);

  if (strchr (value, '.') == NULL)
    return;
  while (value[n - 1] == '0')
    value[--n] = '\0';
  if (value[n - 1] == '.')
    value[--n] = '\0';
}

static gboolean
follows (const Sign *signs, guint n, guint at, const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word), at++)
    if (at >= n || signs[at].c != gov_utf8_get (word))
      return FALSE;
  return TRUE;
}

/* What stands behind the digits: a unit, a note. FALSE: something else. */
static gboolean
scan_tail (const Sign *signs, guint n, guint at, GovFigure *figure, GovUnit unit)
{
  while (at < n && signs[at].c == ' ')
    at++;
  if (unit == GOV_UNIT_AMOUNT && (follows (signs, n, at, "万元") || follows (signs, n, at, "萬元")))
    {
      figure->flags |= GOV_FIGURE_NOTE;
      at += 2;
    }
  else if (unit == GOV_UNIT_AMOUNT && (follows (signs, n, at, "亿元") || follows (signs, n, at, "億元")))
    {
      if (!shift_point (figure->value, -4))
        return FALSE;
      figure->flags |= GOV_FIGURE_UNIT;
      at += 2;
    }
  else if (unit == GOV_UNIT_AMOUNT && follows (signs, n, at, "元"))
    {
      if (!shift_point (figure->value, 4))
        return FALSE;
      strip_decimals (figure->value);
      figure->flags |= GOV_FIGURE_UNIT;
      at += 1;
    }
  else if (at < n && g_utf8_strchr (measure_words, -1, signs[at].c) != NULL)
    {
      figure->flags |= GOV_FIGURE_NOTE;
      at += 1;
    }
  while (at < n && signs[at].c == ' ')
    at++;
  if (at == n)
    return TRUE;
  if (signs[at].c == '(' || signs[at].c == '[' || signs[at].c == 0x3014 || signs[at].c == 0x3010)
    {
      figure->flags |= GOV_FIGURE_NOTE;
      return TRUE;
    }
  return FALSE;
}

/* Nearly every figure is ASCII digits and nothing else. FALSE: this is no such one. */
static gboolean
read_digits (const char *text, gsize length, GovFigure *figure)
{
  if (length == 0 || length + 2 >= GOV_FIGURE_BYTES)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  figure->kind = GOV_FIGURE_NUMBER;
  figure->flags = length > 1 && *text == '0' ? GOV_FIGURE_ZEROS : 0;
  figure->length = length;
  memcpy (figure->value, text, length);
  figure->value[length] = '\0';
  return TRUE;
}

GovFigure
gov_figure_read (const char *text, gsize length, GovUnit unit)
{
  GovFigure figure = {.kind = GOV_FIGURE_NONE};

  if (read_digits (text, length, &figure))
    return figure;
  Sign signs[CELL_CHARS + 1];
  guint n = scan (text, length, signs), at = 0;
  gboolean negative = FALSE, doubtful;

  if (n == 0 || is_placeholder (signs, n))
    {
      figure.kind = GOV_FIGURE_BLANK;
      figure.flags = n > 0 ? GOV_FIGURE_PLACEHOLDER : 0;
      figure.offset = n > 0 ? signs[0].offset : 0;
      figure.length = n > 0 ? signs[n].offset - signs[0].offset : 0;
      return figure;
    }
  figure.offset = signs[0].offset;
  figure.length = signs[n].offset - signs[0].offset;

  while (at < n && (signs[at].c == '+' || is_dash (signs[at].c) || signs[at].c == ' '))
    {
      if (signs[at].c != ' ')
        figure.flags |= figure.flags & GOV_FIGURE_SIGN ? GOV_FIGURE_DOUBLE_SIGN : GOV_FIGURE_SIGN;
      negative |= signs[at].c != '+' && signs[at].c != ' ';
      at++;
    }
  if (negative)
    strcpy (figure.value, "-");
  guint first = at;
  if (!scan_number (signs, n, &at, &figure, &doubtful))
    return figure;
  figure.length = signs[at].offset - figure.offset;
  while (figure.length > 0 && at > first && signs[at - 1].c == ' ')
    figure.length = signs[--at].offset - figure.offset;
  if (!scan_tail (signs, n, at, &figure, unit))
    return figure;
  if (doubtful)
    {
      figure.flags |= GOV_FIGURE_LETTERS;
      return figure;
    }
  char *number = figure.value + negative;
  if (*number == '0' && g_ascii_isdigit (number[1]))
    figure.flags |= GOV_FIGURE_ZEROS;
  if (strcmp (number, "0") == 0 && negative)
    strcpy (figure.value, "0");
  figure.kind = GOV_FIGURE_NUMBER;
  return figure;
}
