/* SPDX-License-Identifier: MIT */
/* Tab-separated values: what spreadsheets copy and data frames export, with paragraphs between the tables. */
#include "plugins/delimited.h"
#include "plugins/lines.h"

#include <govconv/plugin.h>

#include <string.h>

/* A line counts when a tab stands between two places of it: indentation alone makes no table. */
static gboolean
is_row (const char *text, GovSpan line)
{
  const char *start = text + line.offset, *end = start + line.length;

  while (start < end && (*start == '\t' || *start == ' '))
    start++;
  const char *tab = memchr (start, '\t', end - start);
  if (tab != NULL)
    return TRUE;
  /* behind leading tabs a single text is indentation, unless it is a figure at its place */
  return start > text + line.offset && gov_span_is_figure (text, GOV_SPAN (start - text, end - start))
         && memchr (text + line.offset, '\t', line.length) != NULL;
}

static guint
tsv_identify (const GovProbe *probe)
{
  guint n_rows = 0, n_in_row = 0, n_longest = 0, n_marked = 0;
  GovLines lines;
  GovSpan line;

  if (probe->text == NULL)
    return 0;
  lines = gov_lines_over (probe->text, probe->length);
  while (gov_lines_next (&lines, &line))
    {
      GovSpan trimmed = gov_span_trim (probe->text, line);
      if (trimmed.length == 0)
        continue;
      gboolean row = is_row (probe->text, line);
      n_in_row = row ? n_in_row + 1 : 0;
      n_rows += row;
      n_longest = MAX (n_longest, n_in_row);
      const char *sign = probe->text + trimmed.offset;
      n_marked += *sign == '<' || *sign == '{' || sign[trimmed.length - 1] == '|';
    }
  if (n_rows == 0 || n_marked > n_rows)
    return 0;
  return n_longest >= 4 ? 95 : n_longest >= 2 ? 80 : 40;
}

static gboolean
tsv_read (GovSource *source, const GovOptions *options G_GNUC_UNUSED, GovBuilder *builder,
          GovDiagnostics *diagnostics G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  gsize length;
  const char *text = gov_source_get_text (source, &length);

  gov_delimited_tell (builder, text, 0, length, '\t');
  return TRUE;
}

static const GovReader tsv_reader = {
    .size = sizeof (GovReader),
    .name = "tsv",
    .summary = "tab-separated values, with paragraphs between the tables",
    .extensions = (const char *const[]){"tsv", "tab", NULL},
    .mime_types = (const char *const[]){"text/tab-separated-values", NULL},
    .identify = tsv_identify,
    .read = tsv_read,
};

GOV_PLUGIN (tsv) = {
    GOV_PLUGIN_HEADER,      .name = "tsv",
    .version = GOV_VERSION, .summary = "tab-separated values",
    .license = "MIT",       .readers = (const GovReader *const[]){&tsv_reader, NULL},
};
