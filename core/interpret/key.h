/* SPDX-License-Identifier: MIT */
/* Keys: what is left of a label when everything that varies in print is folded away: white space, punctuation, width, case,
 * compatibility forms, traditional characters. Two labels with the same key are the same label. */
#pragma once

#include <glib.h>

#define GOV_KEY_MAX 400 /* code points kept of a key, from its end: no label is as long */

/* Append the folded code points of text to key (an array of gunichar). */
void gov_key_append (GArray *key, const char *text, gsize length);

/* The same for a single character: the number of code points written to folded[], 0 when the character carries nothing. */
#define GOV_KEY_FOLD_MAX 8
guint gov_key_fold (gunichar c, gunichar folded[GOV_KEY_FOLD_MAX]);

/* Whether a character takes no part in a text: white space of any width, zero-width characters, controls. */
static inline gboolean
gov_key_is_space (gunichar c)
{
  if (c < 0x80)
    return c <= ' ' || c == 0x7f;
  if (c > 0x3000 && c < 0xe000) /* nearly all of Chinese text */
    return FALSE;
  return c == 0xa0 || c == 0x3000 || c == 0xfeff || (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f)
         || (c >= 0x205f && c <= 0x206f) || c == 0xad || c == 0x1680 || c == 0x180e || (c >= 0x80 && c < 0xa0)
         || (c >= 0xe000 && c <= 0xf8ff); /* private use: icon fonts */
}

/* The simplified character that a traditional or variant one stands for, where it occurs in the form's words; else c itself. */
gunichar gov_key_fold_variant (gunichar c);
