/* SPDX-License-Identifier: MIT */
/* Outside of tables everything is told at once. Inside, events are recorded with what is learnt about cells and tables on the
 * way, and replayed when the outermost table ends. */
#include "plugins/blocks.h"

#include <string.h>

#define LIMIT_EVENTS 1000000 /* events of one outermost table; they take 50 MB */

/* A cell with at least so many paragraphs and bytes of text (200 Han characters) is a page, not a cell: the longest labels of
 * the statutory form stay below half of either. */
#define PAGE_PARAGRAPHS 4
#define PAGE_BYTES 600

#define NONE G_MAXUINT

typedef enum {
  EVENT_TEXT,
  EVENT_BREAK,
  EVENT_PARAGRAPH,
  EVENT_TABLE,
  EVENT_ROW,
  EVENT_CELL,
  EVENT_END_CELL,
  EVENT_END_ROW,
  EVENT_END_TABLE
} EventKind;

typedef struct {
  EventKind kind;
  guint value;    /* PARAGRAPH: level; ROW: number of cells; CELL: GovCellFlags */
  gboolean frame; /* TABLE: its content takes its place */
  gboolean apart; /* CELL: told as blocks; TABLE: has such cells */
  union {
    struct {
      const char *text;
      gsize length;
      GovSpan span;
    };
    struct {
      guint colspan, rowspan;
    };
  };
} Event;

/* What is known so far of a table that is being recorded, and of its open cell. */
typedef struct {
  guint table, row, cell; /* their events; NONE: not open */
  guint widest_row;       /* in cells */
  guint n_filled;         /* cells that hold anything */
  guint paragraphs;       /* of all cells that have ended, and their bytes of text */
  gsize bytes;
  gboolean has_apart;
  gboolean cell_has_table; /* one that is no frame */
  guint cell_paragraphs;
  gsize cell_bytes;
  gboolean line_open; /* text since the last paragraph ended */
} Recorded;

/* A table that is being replayed. */
typedef struct {
  gboolean frame, apart;
  gboolean table_told, row_told, cell_told; /* begun at the builder */
  gboolean row_apart;
} Replayed;

struct _GovBlocks {
  GovBuilder *builder;
  GovDiagnostics *diagnostics;
  const char *source_text;
  gsize source_length;
  gboolean full;

  GArray *events;       /* Event */
  GArray *recorded;     /* Recorded, outermost first */
  GArray *replayed;     /* Replayed, outermost first */
  GStringChunk *copies; /* texts that are not in the source's; NULL: none yet */

  /* what is open at the builder */
  gboolean in_cell, in_paragraph;
  guint level;
  gboolean line_told;     /* the open cell or heading has text already */
  gboolean break_pending; /* a break to be told before the next text */
};

GovBlocks *
gov_blocks_new (GovBuilder *builder, GovDiagnostics *diagnostics, GovSource *source)
{
  GovBlocks *blocks = g_new0 (GovBlocks, 1);

  blocks->builder = builder;
  blocks->diagnostics = diagnostics;
  blocks->source_text = gov_source_get_text (source, &blocks->source_length);
  blocks->events = g_array_new (FALSE, FALSE, sizeof (Event));
  blocks->recorded = g_array_new (FALSE, FALSE, sizeof (Recorded));
  blocks->replayed = g_array_new (FALSE, FALSE, sizeof (Replayed));
  return blocks;
}

void
gov_blocks_free (GovBlocks *blocks)
{
  if (blocks == NULL)
    return;
  g_array_unref (blocks->events);
  g_array_unref (blocks->recorded);
  g_array_unref (blocks->replayed);
  g_clear_pointer (&blocks->copies, g_string_chunk_free);
  g_free (blocks);
}

gboolean
gov_blocks_is_full (const GovBlocks *blocks)
{
  return blocks->full;
}

/* ---- telling ----------------------------------------------------------------------------------------------------------- */

static gboolean
is_blank (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
tell_text (GovBlocks *blocks, const char *text, gsize length, GovSpan span)
{
  gboolean at_start = blocks->break_pending || !(blocks->in_cell ? blocks->line_told : blocks->in_paragraph);

  if (at_start && is_blank (text, length))
    return;
  if (!blocks->in_cell && !blocks->in_paragraph)
    gov_builder_begin_paragraph (blocks->builder, blocks->level);
  blocks->in_paragraph = !blocks->in_cell;
  if (blocks->break_pending)
    gov_builder_break (blocks->builder);
  blocks->break_pending = FALSE;
  blocks->line_told = TRUE;
  gov_builder_text (blocks->builder, text, length, span);
}

static void
tell_paragraph (GovBlocks *blocks, guint level)
{
  if (blocks->in_cell)
    {
      blocks->break_pending = blocks->line_told;
      return;
    }
  if (blocks->in_paragraph)
    gov_builder_end_paragraph (blocks->builder);
  blocks->in_paragraph = blocks->line_told = blocks->break_pending = FALSE;
  blocks->level = level;
}

static void
tell_break (GovBlocks *blocks)
{
  if (blocks->in_cell || blocks->level > 0)
    blocks->break_pending = blocks->line_told;
  else
    tell_paragraph (blocks, 0);
}

/* ---- replaying --------------------------------------------------------------------------------------------------------- */

static void
replay_table (GovBlocks *blocks, const Event *event)
{
  tell_paragraph (blocks, 0);
  g_array_append_val (blocks->replayed, ((Replayed){.frame = event->frame || blocks->in_cell, .apart = event->apart}));
}

static void
tell_row_start (GovBlocks *blocks, Replayed *table)
{
  if (!table->table_told)
    gov_builder_begin_table (blocks->builder, GOV_TABLE_PLAIN);
  if (!table->row_told)
    gov_builder_begin_row (blocks->builder);
  table->table_told = table->row_told = TRUE;
}

static void
tell_row_end (GovBlocks *blocks, Replayed *table)
{
  if (table->row_told)
    gov_builder_end_row (blocks->builder);
  table->row_told = FALSE;
}

static void
tell_table_end (GovBlocks *blocks, Replayed *table)
{
  tell_row_end (blocks, table);
  if (table->table_told)
    gov_builder_end_table (blocks->builder);
  table->table_told = FALSE;
}

static void
replay_row (GovBlocks *blocks, Replayed *table, const Event *event)
{
  table->row_apart = table->apart && event->value == 1;
  if (!table->frame && event->value == 0 && table->table_told)
    tell_row_start (blocks, table); /* spans from above count it */
}

static void
replay_cell (GovBlocks *blocks, Replayed *table, const Event *event)
{
  if (table->frame)
    {
      tell_paragraph (blocks, 0);
      return;
    }
  table->cell_told = !event->apart && !table->row_apart;
  if (!table->cell_told)
    {
      tell_table_end (blocks, table);
      return;
    }
  tell_row_start (blocks, table);
  gov_builder_begin_cell (blocks->builder, event->colspan, event->rowspan, event->value);
  blocks->in_cell = TRUE;
  blocks->line_told = blocks->break_pending = FALSE;
}

static void
replay_cell_end (GovBlocks *blocks, Replayed *table)
{
  if (!table->cell_told)
    {
      tell_paragraph (blocks, 0);
      return;
    }
  gov_builder_end_cell (blocks->builder);
  table->cell_told = blocks->in_cell = blocks->break_pending = FALSE;
}

static void
replay (GovBlocks *blocks, const Event *event)
{
  Replayed *table = blocks->replayed->len > 0 ? &g_array_index (blocks->replayed, Replayed, blocks->replayed->len - 1) : NULL;

  switch (event->kind)
    {
    case EVENT_TEXT:
      tell_text (blocks, event->text, event->length, event->span);
      break;
    case EVENT_BREAK:
      tell_break (blocks);
      break;
    case EVENT_PARAGRAPH:
      tell_paragraph (blocks, event->value);
      break;
    case EVENT_TABLE:
      replay_table (blocks, event);
      break;
    case EVENT_ROW:
      replay_row (blocks, table, event);
      break;
    case EVENT_CELL:
      replay_cell (blocks, table, event);
      break;
    case EVENT_END_CELL:
      replay_cell_end (blocks, table);
      break;
    case EVENT_END_ROW:
      tell_row_end (blocks, table);
      break;
    case EVENT_END_TABLE:
      tell_table_end (blocks, table);
      tell_paragraph (blocks, 0);
      g_array_set_size (blocks->replayed, blocks->replayed->len - 1);
      break;
    }
}

static void
replay_all (GovBlocks *blocks)
{
  for (guint i = 0; i < blocks->events->len && !gov_builder_is_full (blocks->builder); i++)
    replay (blocks, &g_array_index (blocks->events, Event, i));
  g_array_set_size (blocks->events, 0);
  g_array_set_size (blocks->replayed, 0);
  g_clear_pointer (&blocks->copies, g_string_chunk_free);
  blocks->full = blocks->full || gov_builder_is_full (blocks->builder);
}

/* ---- recording --------------------------------------------------------------------------------------------------------- */

static Recorded *
innermost (const GovBlocks *blocks)
{
  return blocks->recorded->len > 0 ? &g_array_index (blocks->recorded, Recorded, blocks->recorded->len - 1) : NULL;
}

gboolean
gov_blocks_in_table (const GovBlocks *blocks)
{
  return blocks->recorded->len > 0;
}

gboolean
gov_blocks_in_cell (const GovBlocks *blocks)
{
  return gov_blocks_in_table (blocks) && innermost (blocks)->cell != NONE;
}

/* The event's index. */
static guint
record (GovBlocks *blocks, const Event *event)
{
  g_array_append_val (blocks->events, *event);
  return blocks->events->len - 1;
}

static Event *
event_at (GovBlocks *blocks, guint index)
{
  return &g_array_index (blocks->events, Event, index);
}

static void
check_limit (GovBlocks *blocks)
{
  if (blocks->events->len <= LIMIT_EVENTS || blocks->full)
    return;
  gov_blocks_finish (blocks);
  if (!blocks->full)
    {
      gov_diagnostics_add (blocks->diagnostics, "limit-exceeded", &GOV_PLACE_NONE, NULL, 0,
                           "a table of more than %u parts (cells, paragraphs, runs of text): what follows is not read",
                           LIMIT_EVENTS);
      blocks->full = TRUE;
    }
}

void
gov_blocks_text (GovBlocks *blocks, const char *text, gsize length, GovSpan span)
{
  if (blocks->full || length == 0)
    return;
  if (!gov_blocks_in_table (blocks))
    {
      tell_text (blocks, text, length, span);
      blocks->full = gov_builder_is_full (blocks->builder);
      return;
    }

  gboolean blank = is_blank (text, length);
  if (!gov_blocks_in_cell (blocks))
    {
      if (blank)
        return;
      gov_blocks_begin_cell (blocks, 1, 1, GOV_CELL_PLAIN);
    }
  Recorded *table = innermost (blocks);
  if (!blank)
    {
      table->cell_paragraphs += !table->line_open;
      table->cell_bytes += length;
      table->line_open = TRUE;
    }
  if (text < blocks->source_text || text >= blocks->source_text + blocks->source_length)
    {
      if (blocks->copies == NULL)
        blocks->copies = g_string_chunk_new (4096);
      text = g_string_chunk_insert_len (blocks->copies, text, length);
    }
  record (blocks, &(Event){.kind = EVENT_TEXT, .text = text, .length = length, .span = span});
  check_limit (blocks);
}

static void
line_ends (GovBlocks *blocks, EventKind kind, guint level)
{
  if (blocks->full)
    return;
  if (!gov_blocks_in_table (blocks))
    {
      if (kind == EVENT_BREAK)
        tell_break (blocks);
      else
        tell_paragraph (blocks, level);
    }
  else if (gov_blocks_in_cell (blocks))
    {
      innermost (blocks)->line_open = FALSE;
      record (blocks, &(Event){.kind = kind, .value = level});
      check_limit (blocks);
    }
}

void
gov_blocks_break (GovBlocks *blocks)
{
  line_ends (blocks, EVENT_BREAK, 0);
}

void
gov_blocks_paragraph (GovBlocks *blocks, guint level)
{
  line_ends (blocks, EVENT_PARAGRAPH, level);
}

void
gov_blocks_begin_table (GovBlocks *blocks)
{
  if (blocks->full)
    return;
  if (gov_blocks_in_table (blocks) && !gov_blocks_in_cell (blocks))
    gov_blocks_end_table (blocks);
  guint table = record (blocks, &(Event){.kind = EVENT_TABLE});
  g_array_append_val (blocks->recorded, ((Recorded){.table = table, .row = NONE, .cell = NONE}));
  check_limit (blocks);
}

void
gov_blocks_begin_row (GovBlocks *blocks)
{
  if (blocks->full)
    return;
  g_return_if_fail (gov_blocks_in_table (blocks));

  gov_blocks_end_row (blocks);
  innermost (blocks)->row = record (blocks, &(Event){.kind = EVENT_ROW});
  check_limit (blocks);
}

guint
gov_blocks_begin_cell (GovBlocks *blocks, guint colspan, guint rowspan, GovCellFlags flags)
{
  if (blocks->full)
    return NONE;
  g_return_val_if_fail (gov_blocks_in_table (blocks), NONE);

  gov_blocks_end_cell (blocks);
  Recorded *table = innermost (blocks);
  if (table->row == NONE)
    table->row = record (blocks, &(Event){.kind = EVENT_ROW});
  Event *row = event_at (blocks, table->row);
  row->value++;
  table->widest_row = MAX (table->widest_row, row->value);
  table->cell_has_table = table->line_open = FALSE;
  table->cell_paragraphs = 0;
  table->cell_bytes = 0;
  guint cell = record (blocks, &(Event){.kind = EVENT_CELL, .value = flags, .colspan = colspan, .rowspan = rowspan});
  table->cell = cell;
  check_limit (blocks);
  return cell;
}

void
gov_blocks_extend_cell (GovBlocks *blocks, guint cell)
{
  if (!blocks->full && cell != NONE)
    event_at (blocks, cell)->rowspan++;
}

void
gov_blocks_end_cell (GovBlocks *blocks)
{
  if (blocks->full || !gov_blocks_in_cell (blocks))
    return;
  Recorded *table = innermost (blocks);
  gboolean page = table->cell_paragraphs >= PAGE_PARAGRAPHS && table->cell_bytes >= PAGE_BYTES;

  if (table->cell_has_table || page)
    event_at (blocks, table->cell)->apart = table->has_apart = TRUE;
  table->paragraphs += table->cell_paragraphs;
  table->bytes += table->cell_bytes;
  table->n_filled += table->cell_bytes > 0 || table->cell_has_table;
  record (blocks, &(Event){.kind = EVENT_END_CELL});
  table->cell = NONE;
}

void
gov_blocks_end_row (GovBlocks *blocks)
{
  if (blocks->full || !gov_blocks_in_table (blocks))
    return;
  gov_blocks_end_cell (blocks);
  if (innermost (blocks)->row == NONE)
    return;
  record (blocks, &(Event){.kind = EVENT_END_ROW});
  innermost (blocks)->row = NONE;
}

void
gov_blocks_end_table (GovBlocks *blocks)
{
  if (blocks->full || !gov_blocks_in_table (blocks))
    return;
  gov_blocks_end_row (blocks);
  Recorded table = *innermost (blocks);
  Event *event = event_at (blocks, table.table);

  gboolean frame = table.widest_row <= 1 || table.n_filled <= 1;
  event->frame = frame;
  event->apart = table.has_apart;
  record (blocks, &(Event){.kind = EVENT_END_TABLE});
  g_array_set_size (blocks->recorded, blocks->recorded->len - 1);

  Recorded *outer = innermost (blocks);
  if (outer == NULL)
    {
      replay_all (blocks);
      return;
    }
  outer->cell_has_table = outer->cell_has_table || !frame || table.has_apart;
  outer->cell_paragraphs += table.paragraphs;
  outer->cell_bytes += table.bytes;
}

void
gov_blocks_finish (GovBlocks *blocks)
{
  while (!blocks->full && gov_blocks_in_table (blocks))
    gov_blocks_end_table (blocks);
  if (!blocks->full)
    tell_paragraph (blocks, 0);
}
