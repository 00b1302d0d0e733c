/* SPDX-License-Identifier: MIT */
/* Walking over text that is known to be valid UTF-8. */
#pragma once

#include <glib.h>

/* What g_utf8_get_char() gives, without a call: texts are walked over many times. */
static inline gunichar
gov_utf8_get (const char *p)
{
  const guint8 *b = (const guint8 *) p;

  if (b[0] < 0x80)
    return b[0];
  if (b[0] < 0xe0)
    return (gunichar) (b[0] & 0x1f) << 6 | (b[1] & 0x3f);
  if (b[0] < 0xf0)
    return (gunichar) (b[0] & 0x0f) << 12 | (gunichar) (b[1] & 0x3f) << 6 | (b[2] & 0x3f);
  return (gunichar) (b[0] & 0x07) << 18 | (gunichar) (b[1] & 0x3f) << 12 | (gunichar) (b[2] & 0x3f) << 6 | (b[3] & 0x3f);
}
