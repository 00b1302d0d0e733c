/* SPDX-License-Identifier: MIT */
/* Markdown, as text recognition and page converters write it.
 *
 *   document  = { blank | comment | fence | rule | heading | tags | table | paragraph }
 *   heading   = "#" … text | text line-end ( "===" | "---" )
 *   tags      = "<table" … "</table>"
 *   table     = row { row }                     lines with bars, the first in a bar or over a separator
 *   paragraph = { ">" | "-" | "*" | "+" } text { line-end text }   lines are joined where prose was broken to a width
 *
 * A table that pages or empty lines cut is told in as many tables. Separators are commonly invented, so the row above one is
 * no header for certain. */
#include "plugins/bars.h"
#include "plugins/lines.h"
#include "plugins/markdown.h"

#include <govconv/plugin.h>

#include <string.h>

#define MAX_LEVEL 6

typedef struct {
  GovBuilder *builder;
  const char *text;
  gsize length;
  GovLines lines;
  GovSpan line; /* the current one, trimmed */
  gboolean has_line;
} Markdown;

static void
advance (Markdown *markdown)
{
  markdown->has_line = gov_lines_next (&markdown->lines, &markdown->line);
  if (markdown->has_line)
    markdown->line = gov_span_trim (markdown->text, markdown->line);
}

/* The line after the current one. FALSE: none. */
static gboolean
peek (const Markdown *markdown, GovSpan *line)
{
  GovLines lines = markdown->lines;

  if (!gov_lines_next (&lines, line))
    return FALSE;
  *line = gov_span_trim (markdown->text, *line);
  return TRUE;
}

/* Go on behind a construct that ended at offset; the rest of its line is the current line. */
static void
resume (Markdown *markdown, gsize offset)
{
  markdown->lines.next = offset;
  advance (markdown);
}

static gboolean
begins (const Markdown *markdown, const char *word)
{
  return markdown->line.length >= strlen (word) && memcmp (markdown->text + markdown->line.offset, word, strlen (word)) == 0;
}

/* Nothing but signs of set, at least `least` of them. */
static gboolean
consists_of (const char *text, GovSpan line, const char *set, guint least)
{
  for (gsize i = 0; i < line.length; i++)
    if (strchr (set, text[line.offset + i]) == NULL)
      return FALSE;
  return line.length >= least;
}

/* A rule or a page's mark: ---, * * *, {12}-----, a page number with marks around. */
static gboolean
is_furniture (const Markdown *markdown)
{
  return consists_of (markdown->text, markdown->line, "-*_ ", 3)
         || (begins (markdown, "{") && consists_of (markdown->text, markdown->line, "{}0123456789- ", 3))
         || gov_span_is_page_number (markdown->text, markdown->line, FALSE);
}

static void
tell (Markdown *markdown, guint level, GovSpan span)
{
  gov_builder_begin_paragraph (markdown->builder, level);
  gov_markdown_tell (markdown->builder, markdown->text, span);
  gov_builder_end_paragraph (markdown->builder);
}

/* The level of a line "## text ##"; its text in *title. 0: no heading. */
static guint
get_heading (const Markdown *markdown, GovSpan *title)
{
  const char *text = markdown->text;
  gsize start = markdown->line.offset, end = gov_span_end (markdown->line);
  guint level = 0;

  while (start < end && text[start] == '#')
    {
      start++;
      level++;
    }
  while (end > start && text[end - 1] == '#')
    end--;
  *title = gov_span_trim (text, GOV_SPAN (start, end - start));
  return level <= MAX_LEVEL ? level : 0;
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

static gboolean
is_table (const Markdown *markdown, const GovBarLine *line)
{
  GovSpan next;

  if (line->n_bars == 0)
    return FALSE;
  if (line->opens && line->n_bars >= 2)
    return TRUE;
  return peek (markdown, &next) && gov_bars_measure (markdown->text, next).separator;
}

static void
tell_row (Markdown *markdown, const GovBarLine *line)
{
  GovBars bars = gov_bars_over (markdown->text, line->span);
  GovSpan stretch;
  gboolean closed;

  gov_builder_begin_row (markdown->builder);
  for (guint i = 0; gov_bars_next (&bars, &stretch, &closed); i++)
    {
      if ((i == 0 && line->opens) || (!closed && line->closes))
        continue;
      gov_builder_begin_cell (markdown->builder, 1, 1, GOV_CELL_PLAIN);
      gov_markdown_tell (markdown->builder, markdown->text, stretch);
      gov_builder_end_cell (markdown->builder);
    }
  gov_builder_end_row (markdown->builder);
}

static void
read_table (Markdown *markdown)
{
  gov_builder_begin_table (markdown->builder, GOV_TABLE_RECOGNISED | GOV_TABLE_RAGGED);
  for (guint row = 0; markdown->has_line && !gov_builder_is_full (markdown->builder); row++)
    {
      GovBarLine line = gov_bars_measure (markdown->text, markdown->line);
      if (line.n_bars == 0)
        break;
      if (!gov_bars_is_separator (&line, row))
        tell_row (markdown, &line);
      advance (markdown);
    }
  gov_builder_end_table (markdown->builder);
}

/* ---- other blocks ------------------------------------------------------------------------------------------------------ */

/* The current line without the mark of a quotation or of a list without numbers. */
static GovSpan
strip_marks (const Markdown *markdown)
{
  GovSpan line = markdown->line;

  while (line.length > 1 && strchr (">-*+", markdown->text[line.offset]) != NULL
         && (markdown->text[line.offset] == '>' || markdown->text[line.offset + 1] == ' '))
    line = gov_span_trim (markdown->text, GOV_SPAN (line.offset + 1, line.length - 1));
  return line;
}

static gboolean
begins_block (const Markdown *markdown, GovSpan line)
{
  return line.length == 0 || strchr ("#|>-*+<`!", markdown->text[line.offset]) != NULL;
}

static void
read_paragraph (Markdown *markdown)
{
  GovSpan line = strip_marks (markdown), next;
  guint level = 0;

  if (peek (markdown, &next) && (consists_of (markdown->text, next, "=", 2) || consists_of (markdown->text, next, "-", 2)))
    level = markdown->text[next.offset] == '=' ? 1 : 2;
  gov_builder_begin_paragraph (markdown->builder, level);
  gov_markdown_tell (markdown->builder, markdown->text, line);
  advance (markdown);
  if (level > 0)
    advance (markdown);
  while (level == 0 && markdown->has_line && !begins_block (markdown, markdown->line)
         && gov_lines_is_broken_prose (markdown->text, line, markdown->line))
    {
      line = markdown->line;
      gov_markdown_tell (markdown->builder, markdown->text, line);
      advance (markdown);
    }
  gov_builder_end_paragraph (markdown->builder);
}

static void
skip_comment (Markdown *markdown)
{
  const char *start = markdown->text + markdown->line.offset;
  const char *close = g_strstr_len (start, markdown->length - markdown->line.offset, "-->");

  resume (markdown, close != NULL ? (gsize) (close - markdown->text) + 3 : markdown->length);
}

/* A table in tags, with what stands before it on its line. */
static void
read_tags (Markdown *markdown, gsize start)
{
  tell (markdown, 0, GOV_SPAN (markdown->line.offset, start - markdown->line.offset));
  resume (markdown, gov_markdown_tell_table (markdown->builder, markdown->text, start, markdown->length, GOV_TABLE_RECOGNISED));
}

/* Where a table in tags begins in a line; the line's end: nowhere. */
static gsize
find_table_tag (const char *text, GovSpan line)
{
  const char *end = text + gov_span_end (line), *p = text + line.offset;

  for (; (p = memchr (p, '<', end - p)) != NULL; p++)
    if (gov_markdown_is_tag (text, p - text, end - text, "table"))
      return p - text;
  return end - text;
}

static void
read_block (Markdown *markdown)
{
  GovBarLine measured = gov_bars_measure (markdown->text, markdown->line);
  gsize tag = find_table_tag (markdown->text, markdown->line);
  GovSpan title;
  guint level;

  if (begins (markdown, "<!--"))
    skip_comment (markdown);
  else if (tag < gov_span_end (markdown->line))
    read_tags (markdown, tag);
  else if (is_table (markdown, &measured))
    read_table (markdown);
  else if (markdown->line.length == 0 || begins (markdown, "```") || is_furniture (markdown))
    advance (markdown);
  else if ((level = get_heading (markdown, &title)) > 0)
    {
      tell (markdown, level, title);
      advance (markdown);
    }
  else
    read_paragraph (markdown);
}

static gboolean
ocrmd_read (GovSource *source, const GovOptions *options G_GNUC_UNUSED, GovBuilder *builder,
            GovDiagnostics *diagnostics G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  Markdown markdown = {.builder = builder};

  markdown.text = gov_source_get_text (source, &markdown.length);
  markdown.lines = gov_lines_over (markdown.text, markdown.length);
  advance (&markdown);
  while (markdown.has_line && !gov_builder_is_full (builder))
    read_block (&markdown);
  return TRUE;
}

/* ---- identify ---------------------------------------------------------------------------------------------------------- */

typedef struct {
  guint n_separators, n_open, n_bar_lines, n_headings, n_bold;
  guint n_tables, n_markup, n_plain; /* tables in tags; lines in other tags; lines without tags outside of tables */
} Marks;

static void
count_line (Marks *marks, const char *text, GovSpan line, gboolean *in_table)
{
  GovBarLine measured = gov_bars_measure (text, line);
  GovSpan trimmed = measured.span;
  const char *start = text + trimmed.offset;
  gboolean tag = find_table_tag (text, trimmed) < gov_span_end (trimmed);

  if (trimmed.length == 0)
    return;
  marks->n_tables += tag;
  *in_table = *in_table || tag;
  if (!*in_table)
    {
      marks->n_separators += gov_bars_is_separator (&measured, 1);
      marks->n_open += measured.opens && measured.n_texts > 0;
      marks->n_bar_lines += measured.n_bars > 0;
      marks->n_headings += start[0] == '#';
      marks->n_bold += trimmed.length > 2 && start[0] == '*' && start[1] == '*';
      marks->n_markup += start[0] == '<' && !(trimmed.length > 3 && start[1] == '!' && start[2] == '-');
      marks->n_plain += start[0] != '<';
    }
  if (*in_table && g_strstr_len (start, trimmed.length, "</table>") != NULL)
    *in_table = FALSE;
}

static gboolean
is_page (const GovProbe *probe)
{
  static const char *const signs[] = {"<!doctype html", "<html", "<body", "<head>"};

  for (const char *p = probe->text; (p = strchr (p, '<')) != NULL; p++)
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      if (g_ascii_strncasecmp (p, signs[i], strlen (signs[i])) == 0)
        return TRUE;
  return FALSE;
}

static guint
ocrmd_identify (const GovProbe *probe)
{
  Marks marks = {0};
  gboolean in_table = FALSE;
  GovLines lines;
  GovSpan line;

  if (probe->text == NULL || is_page (probe))
    return 0;
  lines = gov_lines_over (probe->text, probe->length);
  while (gov_lines_next (&lines, &line))
    count_line (&marks, probe->text, line, &in_table);
  if (marks.n_markup > 2 && marks.n_markup > marks.n_plain)
    return 0;
  if (marks.n_separators > 0 && marks.n_open > marks.n_separators)
    return 95;
  if (marks.n_separators > 0 && marks.n_bar_lines > marks.n_separators)
    return 85;
  if (marks.n_tables > 0)
    return marks.n_headings + marks.n_bold > 0 ? 95 : marks.n_plain >= 2 ? 85 : 0;
  if (marks.n_open >= 2 && marks.n_headings + marks.n_bold > 0)
    return 85;
  if (marks.n_bar_lines > 0)
    return marks.n_open * 2 > marks.n_bar_lines ? 40 : 0;
  return marks.n_headings >= 2 || marks.n_bold >= 2 ? 60 : 0;
}

static const GovReader ocrmd_reader = {
    .size = sizeof (GovReader),
    .name = "ocrmd",
    .summary = "markdown, as text recognition and page converters write it",
    .extensions = (const char *const[]){"md", "markdown", "mmd", NULL},
    .mime_types = (const char *const[]){"text/markdown", NULL},
    .identify = ocrmd_identify,
    .read = ocrmd_read,
};

GOV_PLUGIN (ocrmd) = {
    GOV_PLUGIN_HEADER,      .name = "ocrmd",
    .version = GOV_VERSION, .summary = "markdown from text recognition",
    .license = "MIT",       .readers = (const GovReader *const[]){&ocrmd_reader, NULL},
};
