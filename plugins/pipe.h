/* SPDX-License-Identifier: MIT */
/* Between the parts of the pipe reader: pipe.c finds the regions of a text that hold bars and their habit, pipe-rows.c reads
 * those with a row on a line, pipe-stream.c those with a cell on a line; pipe-line.c tells for all of them what a line is. */
#pragma once

#include "plugins/bars.h"

typedef struct {
  const char *text;
  const GovBarLine *lines; /* of the whole text */
  guint start, end;        /* the region's lines */
  gboolean blanks_end;     /* an empty line ends a table */
  gboolean own_bars;       /* cells and bars stand on lines of their own */
  gboolean bars_lead;      /* with own_bars: a cell's bar stands before it */
} GovPipeRegion;

typedef enum { GOV_PIPE_BLANK, GOV_PIPE_TEXT, GOV_PIPE_BARS, GOV_PIPE_CELLS } GovPipeKind;

/* Empty; no bar; nothing but bars; cells. */
GovPipeKind gov_pipe_kind (const GovBarLine *line);

void gov_pipe_tell_rows (const GovPipeRegion *region, GovBuilder *builder);
void gov_pipe_tell_stream (const GovPipeRegion *region, GovBuilder *builder);

/* Whether a line without bars between cells is a piece of a wrapped label rather than a heading or paragraph; before_figure:
 * the cell behind that label holds a figure. */
gboolean gov_pipe_is_fragment (const char *text, GovSpan line, gboolean before_figure);
