/* SPDX-License-Identifier: MIT */
/* Tables drawn with box characters: ┌─┬─┐│├┼┤└┴┘, their heavy and double forms, or + - | in their place.
 *
 * The lines are laid on a raster: its columns lie between the places where a vertical line stands anywhere, its bands between
 * the lines that hold a piece of a horizontal rule. A rule may cross some columns only; then text stands beside it in the
 * others. Two fields of the raster belong to one cell where no line parts them, and the cell's text is what stands in its
 * columns on any of its lines.
 *
 * How wide a sign is printed is not the same everywhere: signs like “ and the box characters themselves take one or two
 * columns. The widths are taken by which a line comes out as long as the table's first line. */
#include "plugins/lines.h"
#include "plugins/text.h"

#include <string.h>

/* Columns of a drawn table; one with more is told as lines. */
#define COLUMNS_LIMIT 1000
/* Fields of the raster, columns times bands; likewise. */
#define FIELDS_LIMIT 4000000
/* Lines without any drawing that may stand inside a table: a page's foot, a note. */
#define GAP_LIMIT 4

typedef enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 } Strokes;

/* The strokes of a box character; 0: it is none. ASCII signs count when the whole table is drawn with them. */
static Strokes
strokes_of (gunichar c, gboolean ascii)
{
  /* U+2500 … U+257F in order, light, heavy and mixed alike */
  static const guint8 of_char[0x80] = {
      [0x00] = LEFT | RIGHT, [0x01] = LEFT | RIGHT, [0x02] = UP | DOWN,    [0x03] = UP | DOWN,    [0x04] = LEFT | RIGHT,
      [0x05] = LEFT | RIGHT, [0x06] = UP | DOWN,    [0x07] = UP | DOWN,    [0x08] = LEFT | RIGHT, [0x09] = LEFT | RIGHT,
      [0x0A] = UP | DOWN,    [0x0B] = UP | DOWN,    [0x4C] = LEFT | RIGHT, [0x4D] = LEFT | RIGHT, [0x4E] = UP | DOWN,
      [0x4F] = UP | DOWN,    [0x50] = LEFT | RIGHT, [0x51] = UP | DOWN,    [0x6D] = DOWN | RIGHT, [0x6E] = DOWN | LEFT,
      [0x6F] = UP | LEFT,    [0x70] = UP | RIGHT,
  };
  static const struct {
    guint8 first, last;
    Strokes strokes;
  } ranges[] = {
      {0x0C, 0x0F, DOWN | RIGHT},        {0x10, 0x13, DOWN | LEFT},       {0x14, 0x17, UP | RIGHT},
      {0x18, 0x1B, UP | LEFT},           {0x1C, 0x23, UP | DOWN | RIGHT}, {0x24, 0x2B, UP | DOWN | LEFT},
      {0x2C, 0x33, DOWN | LEFT | RIGHT}, {0x34, 0x3B, UP | LEFT | RIGHT}, {0x3C, 0x4B, UP | DOWN | LEFT | RIGHT},
      {0x52, 0x54, DOWN | RIGHT},        {0x55, 0x57, DOWN | LEFT},       {0x58, 0x5A, UP | RIGHT},
      {0x5B, 0x5D, UP | LEFT},           {0x5E, 0x60, UP | DOWN | RIGHT}, {0x61, 0x63, UP | DOWN | LEFT},
      {0x64, 0x66, DOWN | LEFT | RIGHT}, {0x67, 0x69, UP | LEFT | RIGHT}, {0x6A, 0x6C, UP | DOWN | LEFT | RIGHT},
  };

  if (ascii)
    return c == '+' ? UP | DOWN | LEFT | RIGHT : c == '|' ? UP | DOWN : c == '-' || c == '=' ? LEFT | RIGHT : 0;
  if (c < 0x2500 || c > 0x257F)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c - 0x2500 >= ranges[i].first && c - 0x2500 <= ranges[i].last)
      return ranges[i].strokes;
  return of_char[c - 0x2500];
}

/* A rule of + and - that opens a table in ASCII. */
static gboolean
is_ascii_rule (const char *text, GovSpan line)
{
  if (line.length < 5 || text[line.offset] != '+' || text[gov_span_end (line) - 1] != '+')
    return FALSE;
  for (gsize i = 0; i < line.length; i++)
    if (strchr ("+-=", text[line.offset + i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
gov_text_is_box_line (const char *text, GovSpan line)
{
  GovSpan trimmed = gov_span_trim (text, line);

  if (trimmed.length == 0)
    return FALSE;
  return strokes_of (g_utf8_get_char (text + trimmed.offset), FALSE) != 0 || is_ascii_rule (text, trimmed);
}

/* ---- lines on the raster ------------------------------------------------------------------------------------------------ */

/* A stretch of text or of a rule between two vertical lines. */
typedef struct {
  guint left, right; /* the columns [left, right) that it covers */
  GovSpan span;
  gboolean rule; /* nothing but a rule */
  gboolean wall; /* the line at its left goes on downwards */
} Piece;

typedef struct {
  const char *text;
  gboolean ascii;
  guint box_width;  /* columns of a box character */
  guint line_width; /* of the table's first line */
  GArray *lines;    /* GovSpan, those that are drawn */
  GArray *xs;       /* guint: where vertical lines stand, ascending */
  guint n_columns, n_bands;
  GArray *pieces; /* Piece, line by line */
  GArray *starts; /* guint: first piece of each line; one more at the end */
  GArray *bands;  /* guint: the band of each line; a rule's is that below it */
  guint8 *walls;  /* n_bands × (n_columns + 1): a vertical line stands at the left of the field */
  guint8 *floors; /* n_bands × n_columns: a rule stands above the field */
} Box;

static guint
char_width (const Box *box, gunichar c, gboolean ambiguous_is_wide)
{
  if (strokes_of (c, box->ascii) != 0)
    return box->box_width;
  return ambiguous_is_wide && c >= 0x80 && g_unichar_iswide_cjk (c) ? 2 : gov_char_get_width (c);
}

static guint
measure (const Box *box, GovSpan line, gboolean ambiguous_is_wide)
{
  const char *end = box->text + gov_span_end (line);
  guint width = 0;

  for (const char *p = box->text + line.offset; p < end; p = g_utf8_next_char (p))
    width += char_width (box, g_utf8_get_char (p), ambiguous_is_wide);
  return width;
}

/* The widths of box characters by which most lines come out alike. */
static void
find_widths (Box *box)
{
  guint best = 0, best_width = 1;

  for (box->box_width = 1; box->box_width <= 2; box->box_width++)
    {
      guint n_alike = 0, width = measure (box, g_array_index (box->lines, GovSpan, 0), FALSE);
      for (guint i = 0; i < box->lines->len; i++)
        n_alike += measure (box, g_array_index (box->lines, GovSpan, i), FALSE) == width;
      if (n_alike > best)
        {
          best = n_alike;
          best_width = box->box_width;
        }
    }
  box->box_width = best_width;
  box->line_width = measure (box, g_array_index (box->lines, GovSpan, 0), FALSE);
}

/* The strokes of the sign at an offset. A plus is a crossing only beside a rule. */
static Strokes
strokes_at (const Box *box, gunichar c, gsize offset)
{
  Strokes strokes = strokes_of (c, box->ascii);

  if (c == '+' && strokes != 0 && strchr ("-=", box->text[offset + 1]) == NULL
      && (offset == 0 || strchr ("-=", box->text[offset - 1]) == NULL))
    return 0;
  return strokes;
}

/* Called for each sign of a line with its place. */
typedef void (*SignFunc) (Box *box, gunichar c, gsize offset, guint x, gpointer data);

static void
walk (Box *box, GovSpan line, SignFunc sign, gpointer data)
{
  const char *end = box->text + gov_span_end (line);
  gboolean wide = measure (box, line, FALSE) != box->line_width && measure (box, line, TRUE) == box->line_width;
  guint x = 0;

  for (const char *p = box->text + line.offset; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      sign (box, c, p - box->text, x, data);
      x += char_width (box, c, wide);
    }
}

static void
collect_x (Box *box, gunichar c, gsize offset, guint x, gpointer seen)
{
  if ((strokes_at (box, c, offset) & (UP | DOWN)) != 0 && g_hash_table_add (seen, GUINT_TO_POINTER (x + 1)))
    g_array_append_val (box->xs, x);
}

static int
compare_uint (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* The column that begins at the vertical line nearest to x. */
static guint
column_at (const Box *box, guint x)
{
  guint low = 0, high = box->xs->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (box->xs, guint, middle) < x)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == box->xs->len)
    return low - 1;
  if (low > 0 && x - g_array_index (box->xs, guint, low - 1) < g_array_index (box->xs, guint, low) - x)
    return low - 1;
  return low;
}

/* The piece being read. */
typedef struct {
  Piece piece;
  gboolean is_open;
} Reading;

static void
read_sign (Box *box, gunichar c, gsize offset, guint x, gpointer data)
{
  Reading *reading = data;
  Strokes strokes = strokes_at (box, c, offset);

  if ((strokes & (UP | DOWN)) == 0)
    {
      reading->piece.rule = strokes != 0 && (reading->piece.rule || reading->piece.span.length == 0);
      reading->piece.span.length = offset + g_unichar_to_utf8 (c, NULL) - reading->piece.span.offset;
      return;
    }
  guint column = column_at (box, x);
  if (reading->is_open && column > reading->piece.left)
    {
      reading->piece.right = column;
      g_array_append_val (box->pieces, reading->piece);
    }
  *reading
      = (Reading){{.left = column, .span = GOV_SPAN (offset + g_unichar_to_utf8 (c, NULL), 0), .wall = strokes & DOWN}, TRUE};
}

static void
read_lines (Box *box)
{
  guint band = 0;

  for (guint i = 0; i < box->lines->len; i++)
    {
      Reading reading = {.is_open = FALSE};
      guint first = box->pieces->len;
      gboolean rule = FALSE;
      g_array_append_val (box->starts, first);
      walk (box, g_array_index (box->lines, GovSpan, i), read_sign, &reading);
      for (guint p = first; p < box->pieces->len; p++)
        rule = rule || g_array_index (box->pieces, Piece, p).rule;
      if (rule && i > 0)
        band++;
      g_array_append_val (box->bands, band);
    }
  g_array_append_val (box->starts, box->pieces->len);
  box->n_bands = band + 1;
}

/* ---- cells -------------------------------------------------------------------------------------------------------------- */

static gboolean
is_rule_line (const Box *box, guint line)
{
  return line == 0 || g_array_index (box->bands, guint, line) != g_array_index (box->bands, guint, line - 1);
}

/* Floors from the rules; walls from all lines that go on downwards, but in ASCII, whose crossings do not tell, from the lines
 * of text. */
static void
draw_lines (Box *box)
{
  guint stride = box->n_columns + 1;

  box->walls = g_new0 (guint8, (gsize) box->n_bands * stride);
  box->floors = g_new0 (guint8, (gsize) box->n_bands * stride);
  for (guint i = 0; i < box->lines->len; i++)
    for (guint p = g_array_index (box->starts, guint, i); p < g_array_index (box->starts, guint, i + 1); p++)
      {
        const Piece *piece = &g_array_index (box->pieces, Piece, p);
        gsize band = (gsize) g_array_index (box->bands, guint, i) * stride;
        if (piece->rule)
          memset (box->floors + band + piece->left, 1, piece->right - piece->left);
        if (box->ascii ? !is_rule_line (box, i) : piece->wall)
          box->walls[band + piece->left] = 1;
      }
}

typedef struct {
  guint column, band, colspan, rowspan;
} Field;

/* The cell that begins at a field, as far as no line parts its fields and none is taken. free_from: of each column, the first
 * band below the cell that takes it. */
static Field
take_cell (const Box *box, guint band, guint column, guint *free_from)
{
  guint stride = box->n_columns + 1;
  Field field = {column, band, 1, 1};

  while (column + field.colspan < box->n_columns && !box->walls[(gsize) band * stride + column + field.colspan]
         && free_from[column + field.colspan] <= band)
    field.colspan++;
  while (band + field.rowspan < box->n_bands && !box->floors[(gsize) (band + field.rowspan) * stride + column])
    field.rowspan++;
  for (guint c = column; c < column + field.colspan; c++)
    free_from[c] = band + field.rowspan;
  return field;
}

static void
tell_cell (const Box *box, const Field *field, const guint *first_lines, GovBuilder *builder)
{
  gboolean told = FALSE;

  gov_builder_begin_cell (builder, field->colspan, field->rowspan, GOV_CELL_PLAIN);
  for (guint i = first_lines[field->band]; i < first_lines[field->band + field->rowspan]; i++)
    for (guint p = g_array_index (box->starts, guint, i); p < g_array_index (box->starts, guint, i + 1); p++)
      {
        const Piece *piece = &g_array_index (box->pieces, Piece, p);
        if (piece->rule || piece->left < field->column || piece->left >= field->column + field->colspan)
          continue;
        GovSpan span = gov_span_trim (box->text, piece->span);
        if (span.length == 0)
          continue;
        if (told)
          gov_builder_break (builder);
        gov_builder_text (builder, box->text + span.offset, span.length, span);
        told = TRUE;
      }
  gov_builder_end_cell (builder);
}

static gboolean
has_text (const Box *box, guint line)
{
  for (guint p = g_array_index (box->starts, guint, line); p < g_array_index (box->starts, guint, line + 1); p++)
    {
      const Piece *piece = &g_array_index (box->pieces, Piece, p);
      if (!piece->rule && gov_span_trim (box->text, piece->span).length > 0)
        return TRUE;
    }
  return FALSE;
}

static void
tell_cells (Box *box, GovBuilder *builder)
{
  g_autofree guint *first_lines = g_new0 (guint, box->n_bands + 1);
  g_autofree guint *free_from = g_new0 (guint, box->n_columns);
  guint n_bands = box->n_bands;

  for (guint i = box->lines->len; i-- > 0;)
    first_lines[g_array_index (box->bands, guint, i)] = i;
  first_lines[n_bands] = box->lines->len;
  /* the rules that close the table open bands without text */
  while (n_bands > 1 && first_lines[n_bands - 1] + 1 == first_lines[n_bands] && !has_text (box, first_lines[n_bands - 1]))
    box->n_bands = --n_bands;

  gov_builder_begin_table (builder, GOV_TABLE_PLAIN);
  for (guint band = 0; band < n_bands && !gov_builder_is_full (builder); band++)
    {
      gov_builder_begin_row (builder);
      for (guint column = 0; column < box->n_columns;)
        {
          if (free_from[column] > band)
            {
              column++;
              continue;
            }
          Field field = take_cell (box, band, column, free_from);
          /* between two rules with no line of text there is no place for a cell */
          if (field.rowspan > 1 || first_lines[band + 1] - first_lines[band] > 1)
            tell_cell (box, &field, first_lines, builder);
          column += field.colspan;
        }
      gov_builder_end_row (builder);
    }
  gov_builder_end_table (builder);
}

/* ---- the table ---------------------------------------------------------------------------------------------------------- */

/* The drawn lines of the table that begins at start, and the others among them; the first line behind. */
static guint
collect_lines (const GovTextLines *lines, guint start, gboolean ascii, GArray *drawn, GArray *others)
{
  guint end = start, gap = 0;

  for (guint i = start; i < lines->n_lines && gap <= GAP_LIMIT; i++)
    {
      GovSpan line = gov_span_trim (lines->text, lines->lines[i]);
      Strokes first = line.length > 0 ? strokes_of (g_utf8_get_char (lines->text + line.offset), ascii) : 0;
      if ((first & (UP | DOWN)) == 0)
        {
          gap++;
          continue;
        }
      if (!ascii && i > start && (first & UP) == 0) /* ┌ opens the next table */
        break;
      if (ascii && gap > 0 && is_ascii_rule (lines->text, line))
        break;
      for (; end < i; end++)
        if (end > start)
          g_array_append_val (others, lines->lines[end]);
      g_array_append_val (drawn, line);
      end = i + 1;
      gap = 0;
      if (!ascii && (first & DOWN) == 0) /* └ closes this one */
        break;
    }
  return end;
}

static void
box_clear (Box *box)
{
  g_array_unref (box->lines);
  g_array_unref (box->xs);
  g_array_unref (box->pieces);
  g_array_unref (box->starts);
  g_array_unref (box->bands);
  g_free (box->walls);
  g_free (box->floors);
}

guint
gov_text_tell_box (const GovTextLines *lines, guint start, GovBuilder *builder)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (GovSpan));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Box box = {.text = lines->text,
             .ascii = is_ascii_rule (lines->text, gov_span_trim (lines->text, lines->lines[start])),
             .lines = g_array_new (FALSE, FALSE, sizeof (GovSpan)),
             .xs = g_array_new (FALSE, FALSE, sizeof (guint)),
             .pieces = g_array_new (FALSE, FALSE, sizeof (Piece)),
             .starts = g_array_new (FALSE, FALSE, sizeof (guint)),
             .bands = g_array_new (FALSE, FALSE, sizeof (guint))};
  guint end = collect_lines (lines, start, box.ascii, box.lines, others);

  if (box.lines->len >= 2)
    {
      find_widths (&box);
      for (guint i = 0; i < box.lines->len; i++)
        walk (&box, g_array_index (box.lines, GovSpan, i), collect_x, seen);
      g_array_sort (box.xs, compare_uint);
      read_lines (&box);
    }
  box.n_columns = box.xs->len > 0 ? box.xs->len - 1 : 0;
  if (box.n_columns == 0 || box.n_columns > COLUMNS_LIMIT || (guint64) box.n_columns * box.n_bands > FIELDS_LIMIT)
    for (guint i = start; i < end; i++)
      gov_lines_tell_paragraph (builder, 0, lines->text, gov_span_trim (lines->text, lines->lines[i]));
  else
    {
      draw_lines (&box);
      tell_cells (&box, builder);
      for (guint i = 0; i < others->len; i++)
        gov_lines_tell_paragraph (builder, 0, lines->text, gov_span_trim (lines->text, g_array_index (others, GovSpan, i)));
    }
  box_clear (&box);
  return end;
}
