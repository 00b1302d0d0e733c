/* SPDX-License-Identifier: MIT */
/* Text without any marks: what a PDF or a page prints, as pdftotext, w3m, lynx and copying leave it.
 *
 *   document = { blank | page number | drawn table | columns | paragraph }
 *
 * A cell on a line, a cell in a paragraph and cells glued to each other are running text here: which of it is a table is not
 * to be seen from its shape, so every line is told as it stands. Lines are joined only where prose was broken to a width. */
#include "plugins/text.h"
#include "plugins/lines.h"

#include <govconv/plugin.h>

#include <string.h>

/* A paragraph from line start on; the first line behind it. */
static guint
tell_paragraph (const GovTextLines *lines, guint start, GovBuilder *builder)
{
  GovSpan line = gov_span_trim (lines->text, lines->lines[start]);
  guint i = start + 1;

  gov_builder_begin_paragraph (builder, 0);
  gov_builder_text (builder, lines->text + line.offset, line.length, line);
  for (; i < lines->n_lines; i++)
    {
      GovSpan next = gov_span_trim (lines->text, lines->lines[i]);
      if (!gov_lines_is_broken_prose (lines->text, line, next))
        break;
      gov_builder_text (builder, lines->text + next.offset, next.length, next);
      line = next;
    }
  gov_builder_end_paragraph (builder);
  return i;
}

static guint
tell_block (const GovTextLines *lines, guint start, GovBuilder *builder)
{
  GovSpan line = gov_span_trim (lines->text, lines->lines[start]);
  guint end;

  if (line.length == 0 || gov_span_is_page_number (lines->text, line, FALSE))
    return start + 1;
  if (gov_text_is_box_line (lines->text, line) && (end = gov_text_tell_box (lines, start, builder)) > start)
    return end;
  if ((end = gov_text_find_columns (lines, start)) > start)
    {
      gov_text_tell_columns (lines, start, end, builder);
      return end;
    }
  return tell_paragraph (lines, start, builder);
}

static gboolean
text_read (GovSource *source, const GovOptions *options G_GNUC_UNUSED, GovBuilder *builder,
           GovDiagnostics *diagnostics G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  gsize length;
  const char *text = gov_source_get_text (source, &length);
  g_autoptr (GArray) all = gov_lines_collect (text, length);
  GovTextLines lines = {text, (const GovSpan *) all->data, all->len};

  for (guint i = 0; i < lines.n_lines && !gov_builder_is_full (builder);)
    i = tell_block (&lines, i, builder);
  return TRUE;
}

/* ---- identify ---------------------------------------------------------------------------------------------------------- */

static gboolean
has_chinese (const char *text, GovSpan line)
{
  const char *end = text + gov_span_end (line);

  for (const char *p = text + line.offset; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c >= 0x3400 && c <= 0x9FFF)
        return TRUE;
    }
  return FALSE;
}

/* Running text can be anything, so it scores low; drawn tables and columns are this reader's own. */
static guint
text_identify (const GovProbe *probe)
{
  guint n_lines = 0, n_chinese = 0, n_box = 0, n_columns = 0, n_tags = 0;
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
      char first = probe->text[trimmed.offset];
      if (n_lines++ == 0 && (first == '{' || first == '[' || first == '<'))
        return 0;
      n_tags += first == '<';
      n_chinese += has_chinese (probe->text, trimmed);
      n_box += gov_text_is_box_line (probe->text, trimmed);
      n_columns
          += memchr (probe->text + trimmed.offset, '\t', trimmed.length) == NULL && gov_text_is_figure_row (probe->text, line);
    }
  if (n_tags * 4 > n_lines || n_chinese == 0)
    return 0;
  return n_box >= 3 ? 98 : n_columns >= 4 ? 85 : 40;
}

static const GovReader text_reader = {
    .size = sizeof (GovReader),
    .name = "text",
    .summary = "text without marks: columns by spaces, drawn tables, a cell a line, glued cells",
    .extensions = (const char *const[]){"txt", "text", NULL},
    .mime_types = (const char *const[]){"text/plain", NULL},
    .identify = text_identify,
    .read = text_read,
};

GOV_PLUGIN (text) = {
    GOV_PLUGIN_HEADER,      .name = "text",
    .version = GOV_VERSION, .summary = "text without marks",
    .license = "MIT",       .readers = (const GovReader *const[]){&text_reader, NULL},
};
