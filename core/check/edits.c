/* SPDX-License-Identifier: MIT */
#include "core/check/edits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MAX 15

typedef struct {
  gint64 *list;
  guint n;
  gint64 figure;
} Collector;

static void
collect (Collector *collector, const char *digits)
{
  gsize length = strlen (digits);

  if (length == 0 || length > DIGITS_MAX || (length > 1 && digits[0] == '0'))
    return;
  gint64 value = g_ascii_strtoll (digits, NULL, 10);
  if (value != collector->figure && collector->n < GOV_EDITS_MAX)
    collector->list[collector->n++] = value;
}

static void
replace_digits (Collector *collector, const char *digits)
{
  char edited[DIGITS_MAX + 2];

  strcpy (edited, digits);
  for (char *p = edited; *p != '\0'; p++)
    {
      char old = *p;
      for (*p = '0'; *p <= '9'; (*p)++)
        collect (collector, edited);
      *p = old;
    }
}

static void
leave_out_digits (Collector *collector, const char *digits)
{
  gsize length = strlen (digits);
  char edited[DIGITS_MAX + 2];

  for (gsize i = 0; i < length; i++)
    {
      memcpy (edited, digits, i);
      strcpy (edited + i, digits + i + 1);
      collect (collector, edited);
    }
}

static void
put_in_digits (Collector *collector, const char *digits)
{
  gsize length = strlen (digits);
  char edited[DIGITS_MAX + 3];

  for (gsize i = 0; i <= length; i++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        memcpy (edited, digits, i);
        edited[i] = digit;
        strcpy (edited + i + 1, digits + i);
        collect (collector, edited);
      }
}

static void
exchange_digits (Collector *collector, const char *digits)
{
  char edited[DIGITS_MAX + 2];

  for (gsize i = 0; digits[i] != '\0' && digits[i + 1] != '\0'; i++)
    {
      strcpy (edited, digits);
      edited[i] = digits[i + 1];
      edited[i + 1] = digits[i];
      collect (collector, edited);
    }
}

static int
compare_values (const void *a, const void *b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

guint
gov_edits_list (gint64 figure, gint64 edits[GOV_EDITS_MAX])
{
  Collector collector = {.list = edits, .figure = figure};
  char digits[32];
  guint n = 0;

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, figure);
  if (figure < 0 || strlen (digits) > DIGITS_MAX)
    return 0;
  replace_digits (&collector, digits);
  leave_out_digits (&collector, digits);
  put_in_digits (&collector, digits);
  exchange_digits (&collector, digits);
  qsort (edits, collector.n, sizeof *edits, compare_values);
  for (guint i = 0; i < collector.n; i++)
    if (n == 0 || edits[n - 1] != edits[i])
      edits[n++] = edits[i];
  return n;
}

/* Two digit strings of one edit share a head and a tail around at most one digit, or two exchanged ones. */
gboolean
gov_edits_reach (gint64 from, gint64 to)
{
  char a[32], b[32];

  if (from < 0 || to < 0 || from == to)
    return FALSE;
  gsize n = (gsize) g_snprintf (a, sizeof a, "%" G_GINT64_FORMAT, from);
  gsize m = (gsize) g_snprintf (b, sizeof b, "%" G_GINT64_FORMAT, to);
  if (n > DIGITS_MAX || m > DIGITS_MAX)
    return FALSE;
  gsize head = 0, tail = 0;
  while (head < n && head < m && a[head] == b[head])
    head++;
  while (tail < n - head && tail < m - head && a[n - 1 - tail] == b[m - 1 - tail])
    tail++;
  gsize left = n - head - tail, right = m - head - tail;
  if (left <= 1 && right <= 1)
    return TRUE;
  return left == 2 && right == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}

gboolean
gov_edits_replace (gint64 from, gint64 to)
{
  char a[32], b[32];
  guint n_different = 0;

  gsize n = (gsize) g_snprintf (a, sizeof a, "%" G_GINT64_FORMAT, from);
  gsize m = (gsize) g_snprintf (b, sizeof b, "%" G_GINT64_FORMAT, to);
  if (n != m)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    n_different += a[i] != b[i];
  return n_different == 1;
}
