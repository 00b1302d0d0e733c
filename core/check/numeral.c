/* SPDX-License-Identifier: MIT */
#include "core/check/numeral.h"

#include <string.h>

#define DIGITS_MAX 12

static const struct {
  const char *sign;
  gint64 value; /* below 10 a digit, else a unit */
} signs[] = {
    {"零", 0}, {"〇", 0}, {"一", 1}, {"二", 2}, {"两", 2},  {"三", 3},   {"四", 4},    {"五", 5},
    {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"十", 10}, {"百", 100}, {"千", 1000}, {"万", 10000},
};

static gboolean
find_sign (const char *text, gint64 *value, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i].sign))
      {
        *value = signs[i].value;
        *length = strlen (signs[i].sign);
        return TRUE;
      }
  return FALSE;
}

/* chinese = { [ digit ] unit } [ digit ]; 万 multiplies all before it. Without a unit the digits stand side by side: 二〇. */
static gboolean
read_chinese (const char *text, gint64 *value, gsize *length)
{
  gint64 total = 0, part = 0, digit = -1, sign;
  gboolean has_unit = FALSE;
  guint n_digits = 0;
  gsize n;

  *length = 0;
  for (; find_sign (text + *length, &sign, &n) && n_digits <= DIGITS_MAX; *length += n)
    if (sign < 10)
      {
        part = digit >= 0 && !has_unit ? part * 10 + digit : part;
        digit = sign;
        n_digits++;
      }
    else
      {
        has_unit = TRUE;
        if (sign == 10000)
          {
            total = (total + part + MAX (digit, 0)) * 10000;
            part = 0;
          }
        else
          part += MAX (digit, digit == 0 ? 0 : 1) * sign;
        digit = -1;
        n_digits = 0;
      }
  if (*length == 0 || n_digits > DIGITS_MAX)
    return FALSE;
  *value = has_unit ? total + part + MAX (digit, 0) : part * (n_digits > 1 ? 10 : 1) + digit;
  return TRUE;
}

/* Three digits and no fourth: what may stand behind a thousands separator. */
static gboolean
begins_group (const char *text)
{
  return strspn (text, "0123456789") == 3;
}

/* arabic = digit { digit | "," digit digit digit }; digits in ASCII or full width */
static gboolean
read_arabic (const char *text, gint64 *value, gsize *length)
{
  guint n_digits = 0;
  const char *p = text;

  for (*value = 0;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_isdigit (c) ? g_unichar_digit_value (c) : -1;

      if (digit >= 0)
        {
          *value = *value * 10 + digit;
          if (++n_digits > DIGITS_MAX)
            return FALSE;
        }
      else if (c != ',' || n_digits == 0 || !begins_group (p + 1))
        break;
    }
  *length = (gsize) (p - text);
  return n_digits > 0 && !(*p == '.' && g_ascii_isdigit (p[1]));
}

gboolean
gov_numeral_read (const char *text, gint64 *value, gsize *length)
{
  return read_arabic (text, value, length) || read_chinese (text, value, length);
}
