/* SPDX-License-Identifier: MIT */
#include "core/check/decimal.h"

/* decimal = [ "-" | "+" ] digit { digit } [ "." digit { digit } ]; zeros beyond the last place are let through */
gboolean
gov_decimal_parse (const char *text, GovDecimal *decimal)
{
  GovDecimal value = 0;
  guint n_integer = 0, n_fraction = 0;

  if (text == NULL)
    return FALSE;
  gboolean negative = *text == '-';
  text += *text == '-' || *text == '+';
  for (; g_ascii_isdigit (*text); text++, n_integer++)
    {
      if (n_integer >= GOV_DECIMAL_INTEGER_DIGITS)
        return FALSE;
      value = value * 10 + (*text - '0');
    }
  if (n_integer == 0 || (*text == '.' && !g_ascii_isdigit (text[1])))
    return FALSE;
  for (text += *text == '.'; g_ascii_isdigit (*text); text++)
    {
      if (n_fraction == GOV_DECIMAL_PLACES && *text != '0')
        return FALSE;
      if (n_fraction == GOV_DECIMAL_PLACES)
        continue;
      value = value * 10 + (*text - '0');
      n_fraction++;
    }
  if (*text != '\0')
    return FALSE;
  for (; n_fraction < GOV_DECIMAL_PLACES; n_fraction++)
    value *= 10;
  *decimal = negative ? -value : value;
  return TRUE;
}

char *
gov_decimal_to_string (GovDecimal decimal)
{
  char buffer[64], *end = buffer + sizeof buffer - 1, *p = end;
  gboolean negative = decimal < 0, significant = FALSE;

  if (negative)
    decimal = -decimal;
  *p = '\0';
  for (guint i = 0; i < GOV_DECIMAL_PLACES; i++, decimal /= 10)
    if (significant || decimal % 10 != 0)
      {
        *--p = (char) ('0' + (int) (decimal % 10));
        significant = TRUE;
      }
  if (significant)
    *--p = '.';
  do
    *--p = (char) ('0' + (int) (decimal % 10));
  while ((decimal /= 10) != 0);
  if (negative)
    *--p = '-';
  return g_strdup (p);
}
