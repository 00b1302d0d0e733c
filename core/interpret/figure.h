/* SPDX-License-Identifier: MIT */
/* What a cell's text says as a number. Exact: decimals stay text. */
#pragma once

#include <govconv/form.h>

typedef enum {
  GOV_FIGURE_NONE,  /* something is printed that is no number */
  GOV_FIGURE_BLANK, /* nothing, or a placeholder: / - — 无 不适用 … */
  GOV_FIGURE_NUMBER,
} GovFigureKind;

typedef enum {
  GOV_FIGURE_PLAIN = 0,
  GOV_FIGURE_SWAPPED = 1 << 0,     /* a sign that stands for one digit only was replaced: O → 0, l → 1 */
  GOV_FIGURE_SIGN = 1 << 1,        /* printed with a sign */
  GOV_FIGURE_DOUBLE_SIGN = 1 << 2, /* --253 */
  GOV_FIGURE_NOTE = 1 << 3,        /* more is printed beside it: 22(其中修订16件) */
  GOV_FIGURE_UNIT = 1 << 4,        /* a unit of money is printed beside it: the value is converted to 万元 */
  GOV_FIGURE_SPACED = 1 << 5,      /* spaces stand between its digits */
  GOV_FIGURE_ZEROS = 1 << 6,       /* printed with leading zeros */
  GOV_FIGURE_PLACEHOLDER = 1 << 7, /* of a blank: a placeholder is printed */
  GOV_FIGURE_FRACTION = 1 << 8,    /* it has decimals */
  GOV_FIGURE_LETTERS = 1 << 9,     /* of none: digits among which signs stand that may be several digits (B, S, Z) */
} GovFigureFlags;

#define GOV_FIGURE_BYTES 48 /* of a value with its NUL; longer ones are no figures */

typedef struct {
  GovFigureKind kind;
  GovFigureFlags flags;
  char value[GOV_FIGURE_BYTES]; /* "18651.06", "-15"; of LETTERS the folded text */
  gsize offset, length;         /* where the figure stands in the text, in bytes: without note and unit */
} GovFigure;

/* Read a cell's text as a figure of the unit (a unit of money is read as such for GOV_UNIT_AMOUNT only).
 *
 *   cell   = [ placeholder | [ sign ] number [ unit ] [ note ] ]
 *   number = digit { digit | separator digit digit digit | space digit } [ "." digit { digit } ]
 *   unit   = 件 条 项 … | 元 | 万元 | 亿元
 *   note   = bracketed text to the end of the cell
 *
 * digit, sign, separator and space in any width. */
GovFigure gov_figure_read (const char *text, gsize length, GovUnit unit);

/* Take the leading zeros of a number away: "007" → "7", "0" stays. */
void gov_figure_strip_zeros (char *value);
