/* SPDX-License-Identifier: MIT */
#include "core/interpret/key.h"
#include "core/interpret/variants.h"
#include "core/source/utf8.h"

#define APPEND_CHARS 64 /* appended to a key at once */
#define N_VARIANTS ((G_N_ELEMENTS (variants) - 1) / 2)

gunichar
gov_key_fold_variant (gunichar c)
{
  gsize low = 0, high = N_VARIANTS;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      if (variants[2 * middle] == c)
        return variants[2 * middle + 1];
      if (variants[2 * middle] < c)
        low = middle + 1;
      else
        high = middle;
    }
  return c;
}

guint
gov_key_fold (gunichar c, gunichar folded[GOV_KEY_FOLD_MAX])
{
  if (c >= 0xff01 && c <= 0xff5e) /* full-width ASCII */
    c -= 0xff01 - '!';
  if (c < 0x80)
    {
      folded[0] = g_ascii_tolower (c);
      return g_ascii_isalnum (c) ? 1 : 0;
    }
  if ((c >= 0x3400 && c < 0xa000) || (c >= 0x2e80 && c < 0x2f00))
    {
      folded[0] = gov_key_fold_variant (c);
      return 1;
    }
  if (c < 0x2460 || (c >= 0x2500 && c < 0x2f00) || (c >= 0x3000 && c < 0x3040))
    {
      folded[0] = c;
      return g_unichar_isalnum (c) ? 1 : 0;
    }

  /* Compatibility forms: 〇-in-brackets, ㈠, ①, radicals, CJK compatibility ideographs. */
  gunichar parts[GOV_KEY_FOLD_MAX];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, GOV_KEY_FOLD_MAX);
  guint kept = 0;
  for (gsize i = 0; i < MIN (n, GOV_KEY_FOLD_MAX); i++)
    if (g_unichar_isalnum (parts[i]))
      folded[kept++] = parts[i] < 0x80 ? g_ascii_tolower (parts[i]) : gov_key_fold_variant (parts[i]);
  return kept;
}

void
gov_key_append (GArray *key, const char *text, gsize length)
{
  const char *end = text + length;
  gunichar folded[APPEND_CHARS + GOV_KEY_FOLD_MAX];
  guint n = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      n += gov_key_fold (gov_utf8_get (p), folded + n);
      if (n >= APPEND_CHARS)
        {
          g_array_append_vals (key, folded, n);
          n = 0;
        }
    }
  g_array_append_vals (key, folded, n);
}
