/* SPDX-License-Identifier: MIT */
/* Numbers in running Chinese text: 1,234, １２, 十二, 两百零三. */
#pragma once

#include <glib.h>

/* The number that text begins with, and in *length the bytes that it takes. FALSE: it begins with none, with one of more than
 * 12 digits, or with one that has a fraction. */
gboolean gov_numeral_read (const char *text, gint64 *value, gsize *length);
