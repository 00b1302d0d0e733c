/* SPDX-License-Identifier: MIT */
/* Tables whose cells stand between bars, as text extractors write them; everything else is paragraphs.
 *
 *   rows      规章 | 0 | 0 | 0 |          a row a line; a bar ends each cell; rows may be padded with bars: | 0 | ||
 *   stream    规章 |                      a cell a line; surplus bars on a line of their own end a row
 *   own bars  规章                        cells and bars on lines of their own, rows are not marked
 *             |
 *
 * The habit is decided for each region of lines with bars, from all of its lines. */
#include "plugins/pipe.h"
#include "plugins/lines.h"

#include <govconv/plugin.h>

/* Lines without bars that may stand between two lines of one region: a heading and a note over the next table. */
#define REGION_GAP_LIMIT 2

/* The lines from the first to the last with bars, as long as few lines without stand between them. */
static guint
find_region_end (const char *text, const GArray *lines, guint start)
{
  guint last = start, gap = 0;

  for (guint i = start + 1; i < lines->len; i++)
    {
      const GovBarLine *line = &g_array_index (lines, GovBarLine, i);
      if (line->n_bars > 0)
        {
          last = i;
          gap = 0;
        }
      else if (line->span.length > 0 && (++gap > REGION_GAP_LIMIT || gov_span_has_sentence (text, line->span)))
        break;
    }
  return last + 1;
}

typedef enum { HABIT_PROSE, HABIT_ROWS, HABIT_STREAM, HABIT_OWN } Habit;

/* Counts over a region's lines decide. A cell a line: hardly any line holds two texts, and a good part of them hold one text
 * and one bar; a blank table in rows still has its header lines of several texts. */
static Habit
judge_region (GovPipeRegion *region)
{
  guint n_single = 0, n_several = 0, n_texts = 0, n_together = 0, n_apart = 0, n_bars_only = 0, n_alternating = 0,
        n_figures = 0, n_cells = 0;
  GovPipeKind before = GOV_PIPE_BLANK;

  for (guint i = region->start; i < region->end; i++)
    {
      const GovBarLine *line = &region->lines[i];
      GovPipeKind kind = gov_pipe_kind (line);
      n_together += i > region->start && kind != GOV_PIPE_BLANK && gov_pipe_kind (line - 1) != GOV_PIPE_BLANK;
      n_apart += i > region->start && kind != GOV_PIPE_BLANK && gov_pipe_kind (line - 1) == GOV_PIPE_BLANK;
      n_bars_only += kind == GOV_PIPE_BARS;
      n_alternating += kind == GOV_PIPE_BARS && line->n_bars == 1 && before == GOV_PIPE_TEXT;
      n_texts += kind == GOV_PIPE_CELLS;
      n_single += kind == GOV_PIPE_CELLS && line->n_texts == 1 && line->n_bars == 1;
      n_several += kind == GOV_PIPE_CELLS && line->n_texts > 1;
      n_figures += kind == GOV_PIPE_CELLS ? line->n_figures : 0;
      n_cells += line->n_texts;
      if (kind != GOV_PIPE_BLANK)
        before = kind;
    }
  guint n_bar_lines = n_texts + n_bars_only;
  region->blanks_end = n_apart <= n_together;
  if (n_alternating > n_texts && n_alternating >= 2)
    return HABIT_OWN;
  /* one line alone is a path or a footer, unless figures stand in it */
  if (n_bar_lines == 1 && (n_cells < 3 || n_figures * 2 < n_cells))
    return HABIT_PROSE;
  return n_several * 10 < n_texts && n_single * 10 >= n_texts * 3 ? HABIT_STREAM : HABIT_ROWS;
}

/* Widen a region by the texts without a bar that belong to it: where bars stand on lines of their own, the text before the
 * first bar; where cells stand alone on their lines, a figure (or with leading bars any text) behind the last one. */
static void
take_ends (GovPipeRegion *region, Habit habit, guint first_free, guint n_lines)
{
  const GovBarLine *lines = region->lines;

  region->own_bars = habit == HABIT_OWN;
  if (habit == HABIT_OWN)
    {
      gboolean text_before = region->start > first_free && gov_pipe_kind (&lines[region->start - 1]) == GOV_PIPE_TEXT;
      region->bars_lead = !text_before || gov_span_is_numbered (region->text, lines[region->start - 1].span);
      if (!region->bars_lead)
        region->start--;
    }
  if (habit != HABIT_ROWS && region->end < n_lines && gov_pipe_kind (&lines[region->end]) == GOV_PIPE_TEXT
      && (gov_span_is_figure (region->text, lines[region->end].span) || region->bars_lead))
    region->end++;
}

static GArray *
measure_lines (const char *text, gsize length)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (GovBarLine));
  GovLines lines = gov_lines_over (text, length);
  GovSpan line;

  while (gov_lines_next (&lines, &line))
    {
      GovBarLine measured = gov_bars_measure (text, line);
      g_array_append_val (all, measured);
    }
  return all;
}

static gboolean
pipe_read (GovSource *source, const GovOptions *options G_GNUC_UNUSED, GovBuilder *builder,
           GovDiagnostics *diagnostics G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  gsize length;
  const char *text = gov_source_get_text (source, &length);
  g_autoptr (GArray) lines = measure_lines (text, length);
  const GovBarLine *all = (const GovBarLine *) lines->data;
  guint told = 0; /* the lines before this one */

  for (guint i = 0; i < lines->len && !gov_builder_is_full (builder); i++)
    {
      if (all[i].n_bars == 0)
        continue;
      GovPipeRegion region = {.text = text, .lines = all, .start = i, .end = find_region_end (text, lines, i)};
      Habit habit = judge_region (&region);
      if (habit == HABIT_PROSE)
        continue;
      take_ends (&region, habit, told, lines->len);
      for (; told < region.start; told++)
        gov_lines_tell_paragraph (builder, 0, text, all[told].span);
      if (habit == HABIT_ROWS)
        gov_pipe_tell_rows (&region, builder);
      else
        gov_pipe_tell_stream (&region, builder);
      told = region.end;
      i = region.end - 1;
    }
  for (; told < lines->len && !gov_builder_is_full (builder); told++)
    gov_lines_tell_paragraph (builder, 0, text, all[told].span);
  return TRUE;
}

/* Bars over several lines are this format, unless rows open with one and separators stand between them: that is markdown. */
static guint
pipe_identify (const GovProbe *probe)
{
  guint n_bar_lines = 0, n_separators = 0, n_open = 0, n_marked = 0;
  GovLines lines;
  GovSpan line;

  if (probe->text == NULL)
    return 0;
  lines = gov_lines_over (probe->text, probe->length);
  while (gov_lines_next (&lines, &line))
    {
      GovBarLine measured = gov_bars_measure (probe->text, line);
      char sign = probe->text[measured.span.offset];
      n_marked += measured.span.length > 0 && (sign == '<' || sign == '{' || sign == '#');
      n_bar_lines += measured.n_bars > 0;
      n_separators += gov_bars_is_separator (&measured, 1);
      n_open += measured.opens && measured.n_texts > 0;
    }
  if (n_bar_lines < 3 || n_marked > n_bar_lines)
    return 0;
  if (n_separators > 0)
    return n_open > n_separators ? 30 : 60;
  return n_open * 2 > n_bar_lines ? (n_marked > 0 ? 50 : 75) : 95;
}

static const GovReader pipe_reader = {
    .size = sizeof (GovReader),
    .name = "pipe",
    .summary = "text with table cells between bars, as text extractors write it",
    .extensions = (const char *const[]){"txt", "text", NULL},
    .mime_types = (const char *const[]){"text/plain", NULL},
    .identify = pipe_identify,
    .read = pipe_read,
};

GOV_PLUGIN (pipe) = {
    GOV_PLUGIN_HEADER,      .name = "pipe",
    .version = GOV_VERSION, .summary = "text with table cells between bars",
    .license = "MIT",       .readers = (const GovReader *const[]){&pipe_reader, NULL},
};
