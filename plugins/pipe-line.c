/* SPDX-License-Identifier: MIT */
/* What one line of a text with bars is. */
#include "plugins/lines.h"
#include "plugins/pipe.h"

/* Code points: a heading's piece is not longer. */
#define FRAGMENT_LIMIT 8

GovPipeKind
gov_pipe_kind (const GovBarLine *line)
{
  if (line->n_bars == 0)
    return line->span.length == 0 ? GOV_PIPE_BLANK : GOV_PIPE_TEXT;
  return line->n_texts == 0 ? GOV_PIPE_BARS : GOV_PIPE_CELLS;
}

gboolean
gov_pipe_is_fragment (const char *text, GovSpan line, gboolean before_figure)
{
  if (gov_span_has_sentence (text, line))
    return FALSE;
  if (!gov_span_is_balanced (text, line) || gov_span_is_item (text, line))
    return TRUE;
  if (gov_span_is_numbered (text, line) && before_figure)
    return TRUE;
  return gov_span_count (text, line, FRAGMENT_LIMIT + 1) <= FRAGMENT_LIMIT;
}
