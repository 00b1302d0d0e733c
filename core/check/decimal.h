/* SPDX-License-Identifier: MIT */
/* Exact decimals for sums: fixed point with six places after the point, never through a binary float. */
#pragma once

#include <glib.h>

typedef __int128 GovDecimal; /* millionths */

#define GOV_DECIMAL_PLACES 6          /* digits after the point */
#define GOV_DECIMAL_INTEGER_DIGITS 24 /* digits before it: a thousand such figures still add up in 127 bits */

#define GOV_DECIMAL_FROM_INTEGER(integer) ((GovDecimal) (integer) *1000000)

/* FALSE: text (NULL too) is no decimal of at most these digits. */
gboolean gov_decimal_parse (const char *text, GovDecimal *decimal);
/* Shortest form: no "+", no zeros at the end of a fraction. */
char *gov_decimal_to_string (GovDecimal decimal);
