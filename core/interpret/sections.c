/* SPDX-License-Identifier: MIT */
#include "core/interpret/sections.h"
#include "core/form/headings.h"
#include "core/interpret/heading.h"
#include "core/interpret/key.h"

#include <string.h>

#define CONTENTS 3       /* headings in a row without text between them are a table of contents */
#define GLUED_HEADINGS 4 /* headings inside one paragraph */
#define NARRATIVE 8      /* a shorter line inside a table in running text is a part of a label */
#define FIT_LABEL 0.5f   /* … and a longer one that fits no word of the form so well is text */

/* A stretch of text in reading order: what may be a heading or a paragraph. */
typedef struct {
  const char *text;
  gsize length;
  guint section; /* of a heading; GOV_SECTION_NONE: a paragraph */
} Line;

typedef struct {
  const GovDocument *document;
  GArray *lines;
  const GArray *figures; /* Figure: where the tables' figures stand in running text, in order */
  guint figure;          /* the first of them that is not behind us */
} Reading;

typedef struct {
  guint block;
  gsize offset;
} Figure;

static void
add_line (Reading *reading, const char *text, gsize length, guint section)
{
  while (length > 0 && gov_key_is_space (g_utf8_get_char (text)))
    {
      gsize n = g_utf8_next_char (text) - text;
      text += n;
      length -= MIN (n, length);
    }
  while (length > 0)
    {
      const char *last = g_utf8_prev_char (text + length);
      if (!gov_key_is_space (g_utf8_get_char (last)))
        break;
      length = last - text;
    }
  Line line = {text, length, section};
  if (length > 0)
    g_array_append_val (reading->lines, line);
}

static gboolean
is_label (const GovText *text)
{
  g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GovFit fits[GOV_MAX_WORDS];
  const GovVocabulary *vocabulary = gov_vocabulary_get ();

  gov_key_append (key, text->text, text->length);
  if (key->len < NARRATIVE)
    return TRUE;
  gov_vocabulary_match (vocabulary, (const gunichar *) key->data, MIN (key->len, GOV_KEY_MAX), fits);
  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    if (fits[w].whole >= FIT_LABEL || fits[w].inside >= FIT_LABEL + 0.2f)
      return TRUE;
  return FALSE;
}

static gboolean
holds_figure (Reading *reading, guint block, gsize from, gsize to)
{
  for (; reading->figure < reading->figures->len; reading->figure++)
    {
      const Figure *figure = &g_array_index (reading->figures, Figure, reading->figure);
      if (figure->block > block || (figure->block == block && figure->offset >= from))
        return figure->block == block && figure->offset < to;
    }
  return FALSE;
}

/* A paragraph that holds a table, glued together: its headings, and the stretches between them that hold no figure of it. */
static void
read_glued (Reading *reading, const GovText *text, guint block)
{
  gsize start = 0;

  while (start < text->length)
    {
      gsize at = start;
      GovHeading heading = gov_heading_find_inside (text->text, text->length, &at);
      if (!holds_figure (reading, block, start, at))
        add_line (reading, text->text + start, at - start, GOV_SECTION_NONE);
      if (heading.section != GOV_SECTION_NONE)
        add_line (reading, text->text + at, heading.length, heading.section);
      start = at + heading.length;
    }
}

/* Whether a paragraph holds so many headings that it must be a whole report, glued together. */
static gboolean
is_glued (const GovText *text)
{
  gsize at = 0;
  guint n = 0;

  while (n < GLUED_HEADINGS && at < text->length)
    {
      GovHeading heading = gov_heading_find_inside (text->text, text->length, &at);
      n += heading.section != GOV_SECTION_NONE;
      at += heading.length;
    }
  return n == GLUED_HEADINGS;
}

static void
read_text (Reading *reading, const GovText *text, gboolean marked_up)
{
  GovHeading heading = gov_heading_find (text->text, text->length, marked_up);

  if (heading.section != GOV_SECTION_NONE)
    {
      add_line (reading, text->text, heading.length, heading.section);
      add_line (reading, text->text + heading.length, text->length - heading.length, GOV_SECTION_NONE);
    }
  else
    add_line (reading, text->text, text->length, GOV_SECTION_NONE);
}

/* A row of a grid that is in no table of the form: its cells as one paragraph, or the heading that it holds. */
static void
read_row (Reading *reading, const GovStrip *strip)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < strip->n_pieces; i++)
    {
      if (strip->pieces[i].length == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\t');
      g_string_append_len (text, gov_piece_get_text (&strip->pieces[i]), strip->pieces[i].length);
    }
  GovText joined = {gov_arena_strdup (reading->document->arena, text->str, text->len), text->len, 0, NULL};
  read_text (reading, &joined, FALSE);
}

/* ---- headings ---------------------------------------------------------------------------------------------------------- */

/* Headings in order that follow each other without text are a table of contents, if the same come again behind: often at once.
 */
static void
drop_contents (GArray *lines)
{
  for (guint i = 0; i < lines->len;)
    {
      guint end = i;
      while (end < lines->len && g_array_index (lines, Line, end).section != GOV_SECTION_NONE
             && (end == i || g_array_index (lines, Line, end).section > g_array_index (lines, Line, end - 1).section))
        end++;
      gboolean again = FALSE;
      for (guint j = end; j < lines->len && end - i >= CONTENTS && !again; j++)
        again = g_array_index (lines, Line, j).section == g_array_index (lines, Line, i).section;
      for (guint j = i; again && j < end; j++)
        g_array_index (lines, Line, j).section = GOV_SECTION_NONE;
      i = MAX (end, i + 1);
    }
}

static void
add_section (GovReport *report, const char *id, const char *heading, GPtrArray *paragraphs)
{
  if (heading != NULL || paragraphs->len > 0)
    gov_report_add_section (report, &(GovSection){id, heading, paragraphs->len, (const char *const *) paragraphs->pdata});
  g_ptr_array_set_size (paragraphs, 0);
}

static guint
write_sections (GovArena *arena, GArray *lines, GovReport *report)
{
  guint n_sections, found = 0, current = GOV_SECTION_NONE;
  const GovFormSection *sections = gov_form_sections (&n_sections);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  const char *heading = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const char *text = gov_arena_strdup (arena, line->text, line->length);

      /* The sections stand in the form's order: a heading of an earlier one, or of the same again, is text. */
      if (line->section == GOV_SECTION_NONE || (current != GOV_SECTION_NONE && line->section <= current))
        {
          g_ptr_array_add (paragraphs, (gpointer) text);
          continue;
        }
      add_section (report, current == GOV_SECTION_NONE ? "preamble" : sections[current].id, heading, paragraphs);
      current = line->section;
      heading = text;
      found++;
    }
  add_section (report, current == GOV_SECTION_NONE ? "preamble" : sections[current].id, heading, paragraphs);
  return found;
}

/* ---- blocks ------------------------------------------------------------------------------------------------------------ */

/* What a block of running text has to do with the tables. */
typedef enum { BLOCK_TEXT, BLOCK_LABELS, BLOCK_FIGURES } BlockUse;

/* A figure behind a label that is none of the form's may count something in a sentence between two tables. */
static gboolean
is_of_table (const GovStrip *strip, const GovRecognised *recognised)
{
  return strip->grid != NULL || strip->n_labels == 0 || recognised->votes[recognised->table] > 0;
}

/* Mark the blocks that the tables take, and collect their figures in running text. */
static void
mark_tables (const GovStrips *strips, const GovRecognised *recognised, guint8 *uses, GArray *figures)
{
  for (guint s = 0; s < strips->n_strips; s++)
    {
      const GovStrip *strip = &strips->strips[s];
      if (recognised[s].table == GOV_TABLE_NONE)
        continue;
      gboolean of_table = is_of_table (strip, &recognised[s]);
      for (guint i = 0; i < strip->n_pieces; i++)
        {
          const GovPiece *piece = &strip->pieces[i];
          BlockUse use = piece->kind == GOV_PIECE_LABEL || !of_table ? BLOCK_LABELS : BLOCK_FIGURES;

          uses[piece->block] = MAX (uses[piece->block], use);
          if (piece->kind == GOV_PIECE_FIGURE && of_table && strip->grid == NULL)
            g_array_append_vals (figures, &(Figure){piece->block, piece->offset}, 1);
        }
    }
}

/* The rows of a grid that are no table's, and headings in it; its strips begin at *strip or behind, *strip becomes their end.
 */
static void
read_grid (Reading *reading, const GovGrid *grid, const GovStrips *strips, const GovRecognised *recognised, guint *strip)
{
  while (*strip < strips->n_strips && strips->strips[*strip].grid != grid)
    ++*strip;
  for (; *strip < strips->n_strips && strips->strips[*strip].grid == grid; ++*strip)
    {
      const GovStrip *s = &strips->strips[*strip];
      gboolean heads
          = s->n_labels > 0
            && gov_heading_find (gov_piece_get_text (&s->pieces[0]), s->pieces[0].length, FALSE).section != GOV_SECTION_NONE;
      if (recognised[*strip].table == GOV_TABLE_NONE || (heads && s->n_labels == s->n_pieces))
        read_row (reading, s);
    }
}

static void
read_block (Reading *reading, guint b, BlockUse use)
{
  const GovBlock *block = &reading->document->blocks[b];
  const GovText *text = &block->text;
  gboolean marked_up = block->kind == GOV_BLOCK_HEADING;

  if ((use == BLOCK_FIGURES && g_utf8_strlen (text->text, text->length) > NARRATIVE * 4) || is_glued (text))
    read_glued (reading, text, b);
  else if (use == BLOCK_TEXT || (use == BLOCK_LABELS && !is_label (text))
           || gov_heading_find (text->text, text->length, marked_up).section != GOV_SECTION_NONE)
    read_text (reading, text, marked_up);
}

guint
gov_sections_fill (const GovDocument *document, const GovStrips *strips, const GovRecognised *recognised, GovReport *report)
{
  guint8 *uses = gov_arena_alloc (document->arena, document->n_blocks); /* BlockUse of each block */
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  Reading reading = {document, lines, figures, 0};
  guint strip = 0;

  mark_tables (strips, recognised, uses, figures);
  for (guint b = 0; b < document->n_blocks; b++)
    if (document->blocks[b].kind == GOV_BLOCK_TABLE)
      read_grid (&reading, document->blocks[b].grid, strips, recognised, &strip);
    else
      read_block (&reading, b, uses[b]);
  drop_contents (lines);
  return write_sections (document->arena, lines, report);
}
