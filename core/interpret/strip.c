/* SPDX-License-Identifier: MIT */
#include "core/interpret/strip.h"
#include "core/interpret/key.h"
#include "core/source/utf8.h"

#include <string.h>

#define PROSE_CHARS 70       /* a running text of more characters without a figure is no label */
#define PLACEHOLDER_BYTES 12 /* a longer line of dashes is a rule, not an empty cell */
#define MISREAD_CHARS 12     /* of a figure that was misread for letters */
#define FURNITURE_CHARS 12   /* of a line that holds a page number */

typedef struct {
  GovArena *arena;
  GArray *pieces;          /* GovPiece, of all strips */
  GArray *strips;          /* GovStrip, pieces as offsets until the end */
  guint first;             /* piece of the open strip */
  guint n_data, n_figures; /* pieces of the open strip that are no labels, and figures among them */
  guint n_before_sentence; /* strips before the last sentence that none of them holds */
  gboolean prose;
  guint block, row;
  const GovGrid *grid;
} Cutter;

/* ---- strips ------------------------------------------------------------------------------------------------------------ */

static GovPiece *
piece_at (Cutter *cutter, guint index)
{
  return &g_array_index (cutter->pieces, GovPiece, index);
}

/* Labels come first: everything up to the last label before the first datum. A label behind is data that is no number. */
static guint
count_labels (Cutter *cutter)
{
  guint n_labels = 0;

  for (guint i = cutter->first; i < cutter->pieces->len; i++)
    {
      GovPiece *piece = piece_at (cutter, i);
      if (piece->kind == GOV_PIECE_FIGURE || piece->kind == GOV_PIECE_TEXT)
        break;
      if (piece->kind == GOV_PIECE_LABEL)
        n_labels = i + 1 - cutter->first;
    }
  for (guint i = cutter->first + n_labels; i < cutter->pieces->len; i++)
    if (piece_at (cutter, i)->kind == GOV_PIECE_LABEL)
      piece_at (cutter, i)->kind = GOV_PIECE_TEXT;
  return n_labels;
}

static void
end_strip (Cutter *cutter)
{
  if (cutter->pieces->len > cutter->first)
    {
      GovStrip strip = {
          .n_labels = count_labels (cutter),
          .n_pieces = cutter->pieces->len - cutter->first,
          .row = cutter->row,
          .grid = cutter->grid,
          .prose = cutter->prose,
      };
      g_array_append_val (cutter->strips, strip);
    }
  cutter->first = cutter->pieces->len;
  cutter->n_data = cutter->n_figures = 0;
  cutter->prose = FALSE;
}

static void
add_piece (Cutter *cutter, GovPieceKind kind, const GovText *text, gsize offset, gsize end)
{
  while (offset < end && gov_key_is_space (gov_utf8_get (text->text + offset)))
    offset = g_utf8_next_char (text->text + offset) - text->text;
  while (end > offset)
    {
      const char *last = g_utf8_prev_char (text->text + end);
      if (!gov_key_is_space (gov_utf8_get (last)))
        break;
      end = last - text->text;
    }
  GovPiece piece = {.kind = kind, .text = text, .offset = offset, .length = end - offset, .block = cutter->block};
  g_array_append_val (cutter->pieces, piece);
  cutter->n_data += kind != GOV_PIECE_LABEL;
  cutter->n_figures += kind == GOV_PIECE_FIGURE;
}

/* ---- grids ------------------------------------------------------------------------------------------------------------- */

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3400 && c < 0xa000) || (c >= 0x2e80 && c < 0x2fe0) || (c >= 0xf900 && c < 0xfb00);
}

/* A cell that names something: two ideographs in a row of any distance. */
static gboolean
names_something (const GovText *text)
{
  guint n = 0;

  for (const char *p = text->text; *p != '\0' && n < 2; p = g_utf8_next_char (p))
    n += is_ideograph (gov_utf8_get (p));
  return n >= 2;
}

/* Letters and digits without a name: a figure that was misread, not a label. */
static gboolean
is_misread_figure (const GovText *text)
{
  guint n = 0;

  for (const char *p = text->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = gov_utf8_get (p);
      if (!gov_key_is_space (c) && (c >= 0x80 || !(g_ascii_isalnum (c) || strchr (".,+-", (int) c) != NULL)))
        return FALSE;
      n++;
    }
  return n > 0 && n <= MISREAD_CHARS;
}

/* 1. alone in a cell before a name: the ordinal of a label. */
static gboolean
is_ordinal_cell (const GovGridRow *row, guint index)
{
  const char *text = row->cells[index].text.text;

  while (*text != '\0' && gov_key_is_space (gov_utf8_get (text)))
    text = g_utf8_next_char (text);
  return *text >= '1' && *text <= '9'
         && (text[1] == '.' || g_str_has_prefix (text + 1, "、") || g_str_has_prefix (text + 1, "．")) && strlen (text) <= 4
         && index + 1 < row->n_cells && names_something (&row->cells[index + 1].text);
}

static void
add_cell (Cutter *cutter, const GovGridRow *row, guint index)
{
  const GovGridCell *cell = &row->cells[index];
  GovFigure figure = gov_figure_read (cell->text.text, cell->text.length, GOV_UNIT_AMOUNT);
  GovPieceKind kind = figure.kind == GOV_FIGURE_BLANK    ? GOV_PIECE_BLANK
                      : is_ordinal_cell (row, index)     ? GOV_PIECE_LABEL
                      : figure.kind == GOV_FIGURE_NUMBER ? GOV_PIECE_FIGURE
                      : is_misread_figure (&cell->text)  ? GOV_PIECE_TEXT
                                                         : GOV_PIECE_LABEL;

  add_piece (cutter, kind, &cell->text, 0, cell->text.length);
  piece_at (cutter, cutter->pieces->len - 1)->column = cell->column;
}

/* How many cells a row has up to its last figure. */
static guint
count_to_last_figure (const GovGridRow *row)
{
  guint n = row->n_cells;

  while (n > 0
         && gov_figure_read (row->cells[n - 1].text.text, row->cells[n - 1].text.length, GOV_UNIT_AMOUNT).kind
                != GOV_FIGURE_NUMBER)
    n--;
  return n;
}

/* A row is a strip, unless names stand behind its figures again: then two rows were run together. */
static void
cut_row (Cutter *cutter, const GovGridRow *row)
{
  guint last_figure = G_MAXUINT; /* not known yet */

  for (guint i = 0; i < row->n_cells; i++)
    {
      guint here = cutter->pieces->len;

      add_cell (cutter, row, i);
      if (piece_at (cutter, here)->kind != GOV_PIECE_LABEL || !names_something (&row->cells[i].text) || cutter->n_figures == 0)
        continue;
      if (last_figure == G_MAXUINT)
        last_figure = count_to_last_figure (row);
      if (last_figure <= i + 1 || i < row->n_cells / 4)
        continue;
      GovPiece label = *piece_at (cutter, here);
      g_array_set_size (cutter->pieces, here);
      end_strip (cutter);
      g_array_append_val (cutter->pieces, label);
    }
  end_strip (cutter);
}

/* Where the source does not mark its rows, a name behind data begins one. */
static void
cut_open_row (Cutter *cutter, const GovGridRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      guint here = cutter->pieces->len;

      add_cell (cutter, row, i);
      if (piece_at (cutter, here)->kind != GOV_PIECE_LABEL || !names_something (&row->cells[i].text))
        continue;
      GovPiece label = *piece_at (cutter, here);
      g_array_set_size (cutter->pieces, here);
      if (cutter->n_data > 0)
        end_strip (cutter);
      g_array_append_val (cutter->pieces, label);
    }
}

static void
cut_grid (Cutter *cutter, const GovGrid *grid)
{
  end_strip (cutter);
  cutter->grid = grid;
  for (guint r = 0; r < grid->n_rows; r++)
    {
      cutter->row = r;
      if (grid->flags & GOV_TABLE_ROWS_OPEN)
        cut_open_row (cutter, &grid->rows[r]);
      else
        cut_row (cutter, &grid->rows[r]);
    }
  end_strip (cutter);
  cutter->grid = NULL;
}

/* ---- running text ------------------------------------------------------------------------------------------------------ */

static gunichar
char_at (const GovText *text, gsize at)
{
  gunichar c = at < text->length ? gov_utf8_get (text->text + at) : 0;

  return c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
}

static gsize
next (const GovText *text, gsize at)
{
  return g_utf8_next_char (text->text + at) - text->text;
}

static gsize
skip_spaces (const GovText *text, gsize at)
{
  while (at < text->length && gov_key_is_space (gov_utf8_get (text->text + at)))
    at = next (text, at);
  return at;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/* Behind a figure in a sentence; never behind one in a table. */
static gboolean
is_measure (gunichar c)
{
  static const char measures[] = "件条次个人宗份篇期场起年月日余多％%位家号时分名批套天周类级届";

  return c != 0 && g_utf8_strchr (measures, -1, c) != NULL;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == ';' || c == '!' || c == '?';
}

/* - 4 -, — 4 —, 第4页: a line that a page break left. */
static gboolean
is_furniture (const GovText *text)
{
  gunichar first = 0, last = 0;
  guint n = 0, digits = 0;

  for (gsize at = 0; at < text->length && n <= FURNITURE_CHARS; at = next (text, at))
    {
      gunichar c = char_at (text, at);
      if (gov_key_is_space (c))
        continue;
      if (n++ == 0)
        first = c;
      last = c;
      digits += is_digit (c);
      if (!is_digit (c) && c != '-' && c != '/' && c != 0x7b2c && c != 0x9875 && (c < 0x2010 || c > 0x2015) && c != 0x5171)
        return FALSE;
    }
  return n > 2 && n <= FURNITURE_CHARS && digits > 0 && digits <= 8
         && ((!is_digit (first) && !is_digit (last)) || last == 0x9875);
}

static gboolean
has_digits (const GovText *text)
{
  for (gsize at = 0; at < text->length; at = next (text, at))
    if (is_digit (char_at (text, at)))
      return TRUE;
  return FALSE;
}

/* A run of digits from at on; its end. Separators count where digits follow them. */
static gsize
end_of_digits (const GovText *text, gsize at)
{
  while (at < text->length)
    {
      gunichar c = char_at (text, at);
      gsize after = next (text, at);

      if (!is_digit (c) && !((c == '.' || c == ',') && is_digit (char_at (text, after))))
        break;
      at = after;
    }
  return at;
}

/* A sign right before the digits belongs to them. */
static gsize
start_of_figure (const GovText *text, gsize limit, gsize at)
{
  gsize before = at > limit ? (gsize) (g_utf8_prev_char (text->text + at) - text->text) : at;
  gunichar c = char_at (text, before);

  return c == '-' || c == '+' || c == 0x2212 || c == 0x2013 ? before : at;
}

/* 1.属于国家秘密, 2、重复申请: the digit before belongs to the label behind. */
static gboolean
is_ordinal (const GovText *text, gsize end_of_run)
{
  gunichar c = char_at (text, end_of_run);

  if (c != '.' && c != 0x3001 && c != 0xb7)
    return FALSE;
  return is_ideograph (char_at (text, skip_spaces (text, next (text, end_of_run))));
}

/* A stretch without digits: labels, or what is left of a sentence; placeholders that stand alone behind figures. */
static void
cut_words (Cutter *cutter, const GovText *text, gsize from, gsize to)
{
  gsize sentence = from;
  gboolean names = FALSE;

  for (gsize at = from; at < to; at = next (text, at))
    {
      if (ends_sentence (char_at (text, at)))
        sentence = next (text, at);
      names |= is_ideograph (char_at (text, at));
    }
  if (sentence > from)
    {
      /* What ends here is a sentence, unless its figures stand before it: those of a table that the text follows. */
      cutter->prose = cutter->n_data == 0;
      end_strip (cutter);
      cutter->n_before_sentence = cutter->strips->len;
    }
  from = skip_spaces (text, sentence);
  if (from >= to)
    return;
  if (!names && cutter->n_figures > 0)
    {
      /* Between figures: each placeholder is a cell. */
      while (from < to)
        {
          gsize end = from;
          while (end < to && !gov_key_is_space (gov_utf8_get (text->text + end)))
            end = next (text, end);
          GovFigure figure = gov_figure_read (text->text + from, end - from, GOV_UNIT_COUNT);
          add_piece (cutter,
                     figure.kind == GOV_FIGURE_NUMBER  ? GOV_PIECE_FIGURE
                     : figure.kind == GOV_FIGURE_BLANK ? GOV_PIECE_BLANK
                                                       : GOV_PIECE_TEXT,
                     text, from, end);
          from = skip_spaces (text, end);
        }
      return;
    }
  if (cutter->n_data > 0)
    end_strip (cutter);
  add_piece (cutter, GOV_PIECE_LABEL, text, from, to);
}

static void
cut_running_text (Cutter *cutter, const GovText *text)
{
  gsize label = 0, at = 0;

  while (at < text->length)
    {
      if (!is_digit (char_at (text, at)))
        {
          at = next (text, at);
          continue;
        }
      gsize from = start_of_figure (text, label, at), end = end_of_digits (text, at);
      at = end;
      if (is_ordinal (text, end))
        end = g_utf8_prev_char (text->text + end) - text->text;
      if (end <= from)
        continue;
      cut_words (cutter, text, label, from);
      if (char_at (text, end) == 0x5143) /* 元 */
        at = end = next (text, end);
      else if (char_at (text, end) == 0x4e07 && char_at (text, next (text, end)) == 0x5143) /* 万元 */
        at = end = next (text, next (text, end));
      add_piece (cutter, GOV_PIECE_FIGURE, text, from, end);
      piece_at (cutter, cutter->pieces->len - 1)->joined = TRUE;
      if (is_measure (char_at (text, skip_spaces (text, end))))
        {
          cutter->prose = TRUE;
          end_strip (cutter);
        }
      label = end;
    }
  cut_words (cutter, text, label, text->length);
}

/* A paragraph may be a cell, a row, a sentence, or a whole table glued together. */
static void
cut_paragraph (Cutter *cutter, const GovText *text)
{
  GovFigure figure = gov_figure_read (text->text, text->length, GOV_UNIT_AMOUNT);

  if (is_furniture (text))
    return;
  if (figure.kind == GOV_FIGURE_NUMBER && !(figure.flags & GOV_FIGURE_SPACED))
    {
      add_piece (cutter, GOV_PIECE_FIGURE, text, 0, text->length);
      piece_at (cutter, cutter->pieces->len - 1)->joined = TRUE;
    }
  else if (figure.kind == GOV_FIGURE_BLANK && figure.length <= PLACEHOLDER_BYTES)
    {
      if (cutter->n_data > 0 || cutter->pieces->len > cutter->first)
        add_piece (cutter, GOV_PIECE_BLANK, text, 0, text->length);
    }
  else if (has_digits (text))
    cut_running_text (cutter, text);
  else
    {
      gboolean prose = g_utf8_strlen (text->text, text->length) > PROSE_CHARS;
      if (prose)
        end_strip (cutter);
      cut_words (cutter, text, 0, text->length);
      if (prose)
        {
          cutter->prose = TRUE;
          end_strip (cutter);
        }
    }
}

GovStrips
gov_strips_cut (const GovDocument *document)
{
  Cutter cutter = {
      .arena = document->arena,
      .pieces = g_array_sized_new (FALSE, FALSE, sizeof (GovPiece), 512),
      .strips = g_array_sized_new (FALSE, FALSE, sizeof (GovStrip), 128),
  };

  for (guint b = 0; b < document->n_blocks; b++)
    {
      const GovBlock *block = &document->blocks[b];

      if (block->kind == GOV_BLOCK_TABLE)
        {
          end_strip (&cutter);
          cutter.block = b;
          cut_grid (&cutter, block->grid);
        }
      else
        {
          if (block->kind == GOV_BLOCK_HEADING)
            end_strip (&cutter);
          cutter.block = b;
          cut_paragraph (&cutter, &block->text);
        }
    }
  end_strip (&cutter);

  const GovPiece *pieces = gov_arena_copy (cutter.arena, cutter.pieces->data, cutter.pieces->len * sizeof (GovPiece));
  GovStrip *strips = gov_arena_copy (cutter.arena, cutter.strips->data, cutter.strips->len * sizeof (GovStrip));
  GovStrips result = {cutter.strips->len, strips};
  for (guint i = 0; i < result.n_strips; i++)
    {
      strips[i].pieces = pieces;
      pieces += strips[i].n_pieces;
      strips[i].last = i + 1 == result.n_strips && cutter.n_before_sentence < result.n_strips;
    }
  g_array_unref (cutter.pieces);
  g_array_unref (cutter.strips);
  return result;
}
