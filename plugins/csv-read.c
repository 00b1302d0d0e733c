/* SPDX-License-Identifier: MIT */
/* Reading comma- or semicolon-separated tables of a report, as spreadsheets save them; the plugin's declaration and its writer
 * are in csv.c. An Excel hint "sep=;" in the first line is obeyed. */
#include "plugins/csv.h"
#include "plugins/delimited.h"
#include "plugins/lines.h"

#include <string.h>

/* Records that are looked at to find the delimiter. */
#define PROBE_RECORDS 2000

static const char delimiters[] = ",;";

typedef struct {
  guint n_rows;   /* records of three or more fields with a figure */
  guint n_alike;  /* records in the longest stretch of one number of fields, two or more */
  guint n_fields; /* of that stretch */
} Shape;

/* Fields as they stand in tables: short, and no other format's marks between them. */
static gboolean
is_tabular (const char *text, GovSpan record, const GArray *fields)
{
  const char *start = text + record.offset;

  if (fields->len < 2)
    return FALSE;
  for (gsize i = 0; i < record.length; i++)
    if (start[i] == '|' || start[i] == '\t' || start[i] == '<' || start[i] == '{')
      return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (gov_span_has_sentence (text, g_array_index (fields, GovField, i).span))
      return FALSE;
  return TRUE;
}

static Shape
get_shape (const char *text, gsize length, char delimiter)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (GovField));
  GovDelimited delimited = gov_delimited_over (text, length, delimiter);
  Shape shape = {0};
  GovSpan record;
  guint n_fields = 0, n_alike = 0;

  for (guint i = 0; i < PROBE_RECORDS && gov_delimited_next (&delimited, fields, &record); i++)
    {
      guint n = is_tabular (text, record, fields) ? fields->len : 0, n_figures = 0;
      for (guint f = 0; f < n; f++)
        n_figures += gov_span_is_figure (text, gov_span_trim (text, g_array_index (fields, GovField, f).span));
      shape.n_rows += n >= 3 && n_figures > 0;
      n_alike = n == n_fields ? n_alike + 1 : 1;
      n_fields = n;
      if (n >= 2 && n_alike > shape.n_alike)
        {
          shape.n_alike = n_alike;
          shape.n_fields = n;
        }
    }
  return shape;
}

/* How well a delimiter explains the text as a table, 0 … 100. */
static guint
rate (Shape shape)
{
  if (shape.n_alike >= 4 && shape.n_fields >= 3 && shape.n_rows >= 2)
    return 95;
  if (shape.n_rows >= 4 || (shape.n_alike >= 4 && shape.n_rows + shape.n_alike >= 6))
    return 80;
  return shape.n_rows >= 2 ? 40 : 0;
}

/* "sep=;" in the first line; 0: no such hint. */
static char
get_hint (const char *text, gsize length)
{
  if (length < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0)
    return 0;
  return length == 5 || text[5] == '\n' || text[5] == '\r' ? text[4] : 0;
}

static char
find_delimiter (const char *text, gsize length, guint *rating)
{
  char best = delimiters[0];

  *rating = 0;
  for (const char *d = delimiters; *d != '\0'; d++)
    {
      guint r = memchr (text, *d, length) != NULL ? rate (get_shape (text, length, *d)) : 0;
      if (r > *rating)
        {
          *rating = r;
          best = *d;
        }
    }
  return best;
}

static guint
csv_identify (const GovProbe *probe)
{
  guint rating;

  if (probe->text == NULL)
    return 0;
  GovSpan all = gov_span_trim (probe->text, GOV_SPAN (0, probe->length));
  if (all.length == 0 || strchr ("<{[", probe->text[all.offset]) != NULL)
    return 0;
  find_delimiter (probe->text, probe->length, &rating);
  return get_hint (probe->text, probe->length) != 0 ? 95 : rating;
}

static gboolean
csv_read (GovSource *source, const GovOptions *options G_GNUC_UNUSED, GovBuilder *builder,
          GovDiagnostics *diagnostics G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  gsize length, start = 0;
  const char *text = gov_source_get_text (source, &length);
  guint rating;
  char hint = get_hint (text, length);
  char delimiter = hint != 0 ? hint : find_delimiter (text, length, &rating);

  if (hint != 0)
    start = MIN (5, length);
  gov_delimited_tell (builder, text, start, length, delimiter);
  return TRUE;
}

const GovReader gov_csv_reader = {
    .size = sizeof (GovReader),
    .name = "csv",
    .summary = "a report's tables separated by commas or semicolons, as spreadsheets save them",
    .extensions = (const char *const[]){"csv", NULL},
    .mime_types = (const char *const[]){"text/csv", NULL},
    .identify = csv_identify,
    .read = csv_read,
};
