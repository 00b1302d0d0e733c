/* SPDX-License-Identifier: MIT */
/* Tables whose columns stand apart by spaces, as pdftotext -layout, w3m and lynx print them.
 *
 *   line  = { gap } [ text { gap text } ]
 *   gap   = two or more spaces | tab          a single space belongs to the text
 *
 * pdftotext counts every sign as one column, terminals count a Chinese one as two: of the two ways to count, that one holds by
 * which the figures of a page stand closer below each other.
 *
 * A column is where the figures of the fullest rows stand; every other text is put to the column it stands nearest to, what
 * stands left of the first one is a label. A page lays its table out anew, so columns hold for one page. Lines of a wrapped
 * label are told as rows of their own: which figures they go with is not to be seen from the lines. */
#include "plugins/lines.h"
#include "plugins/text.h"

#include <string.h>

/* Lines of one text each, without a gap, that may follow each other inside a table: a wrapped label. */
#define PLAIN_LIMIT 5
/* Lines of a table at least: figures in two of them, or columns in three. */
#define FIGURE_ROWS 2
#define COLUMN_ROWS 3
/* Columns of figures that are told apart, and of labels. */
#define COLUMNS_LIMIT 64
#define LABELS_LIMIT 8
#define TAB_WIDTH 8

typedef struct {
  guint left, right; /* columns [left, right) of the print */
  GovSpan span;
  gboolean figure;
} Segment;

static guint
get_centre (const Segment *segment)
{
  return (segment->left + segment->right) / 2;
}

static gboolean
is_placeholder (const char *text, GovSpan span)
{
  static const char *const signs[] = {"/", "-", "—", "——", "－", "–", "无", "\\"};

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strlen (signs[i]) == span.length && memcmp (text + span.offset, signs[i], span.length) == 0)
      return TRUE;
  return FALSE;
}

static void
add_segment (GArray *segments, const char *text, guint left, guint right, GovSpan span)
{
  if (span.length == 0)
    return;
  Segment segment = {left, right, span, gov_span_is_figure (text, span) || is_placeholder (text, span)};
  g_array_append_val (segments, segment);
}

static guint
get_width (gunichar c, gboolean by_width)
{
  return by_width ? gov_char_get_width (c) : 1;
}

/* Appends the segments of a line, its places counted by the width of signs or by their number. */
static void
split_line (const char *text, GovSpan line, gboolean by_width, GArray *segments)
{
  const char *end = text + gov_span_end (line);
  GovSpan span = {0, 0};
  guint x = 0, left = 0, right = 0, n_spaces = 2;

  for (const char *p = text + line.offset; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize offset = p - text;
      if (c == '\t' || g_unichar_isspace (c))
        {
          n_spaces += c == '\t' ? 2 : 1;
          x = c == '\t' ? (x / TAB_WIDTH + 1) * TAB_WIDTH : x + get_width (c, by_width);
          continue;
        }
      if (n_spaces >= 2)
        {
          add_segment (segments, text, left, right, span);
          left = x;
          span.offset = offset;
        }
      n_spaces = 0;
      x += get_width (c, by_width);
      right = x;
      span.length = offset + g_unichar_to_utf8 (c, NULL) - span.offset;
    }
  add_segment (segments, text, left, right, span);
}

typedef enum { LINE_BLANK, LINE_PAGE, LINE_PLAIN, LINE_FIGURES, LINE_COLUMNS } LineKind;

/* Blank; a page number; one text; figures at places of their own; several texts. */
static LineKind
get_kind (const char *text, GovSpan line, GArray *segments)
{
  GovSpan trimmed = gov_span_trim (text, line);
  guint n_figures = 0;

  g_array_set_size (segments, 0);
  if (trimmed.length == 0)
    return LINE_BLANK;
  if (gov_span_is_page_number (text, trimmed, FALSE))
    return LINE_PAGE;
  if (gov_span_has_sentence (text, trimmed))
    return LINE_PLAIN;
  split_line (text, line, FALSE, segments);
  for (guint i = 0; i < segments->len; i++)
    n_figures += g_array_index (segments, Segment, i).figure;
  if (segments->len < 2)
    return LINE_PLAIN;
  return n_figures > 0 ? LINE_FIGURES : LINE_COLUMNS;
}

gboolean
gov_text_is_figure_row (const char *text, GovSpan line)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (Segment));

  return get_kind (text, line, segments) == LINE_FIGURES;
}

/* ---- where a table stands ------------------------------------------------------------------------------------------------ */

/* The kind of the next line with anything on it but a page number. */
static LineKind
peek_kind (const GovTextLines *lines, guint from, GArray *segments)
{
  for (guint i = from; i < lines->n_lines; i++)
    {
      LineKind kind = get_kind (lines->text, lines->lines[i], segments);
      if (kind > LINE_PAGE)
        return kind;
    }
  return LINE_BLANK;
}

/* A line of one text that ends a table: prose, or a numbered heading. A label is numbered alike, but figures follow it. */
static gboolean
ends_table (const GovTextLines *lines, guint i, GArray *segments)
{
  GovSpan line = gov_span_trim (lines->text, lines->lines[i]);

  if (gov_span_has_sentence (lines->text, line))
    return TRUE;
  return gov_span_is_numbered (lines->text, line) && peek_kind (lines, i + 1, segments) != LINE_FIGURES;
}

guint
gov_text_find_columns (const GovTextLines *lines, guint start)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  guint end = start, n_figures = 0, n_columns = 0, n_plain = 0;

  for (guint i = start; i < lines->n_lines && n_plain <= PLAIN_LIMIT; i++)
    {
      LineKind kind = get_kind (lines->text, lines->lines[i], segments);
      if (kind == LINE_PLAIN)
        {
          if (ends_table (lines, i, segments))
            break;
          n_plain++;
        }
      else if (kind > LINE_PLAIN)
        {
          n_figures += kind == LINE_FIGURES;
          n_columns++;
          n_plain = 0;
          end = i + 1;
        }
    }
  return n_figures >= FIGURE_ROWS || n_columns >= COLUMN_ROWS ? end : start;
}

/* ---- the columns of a page ----------------------------------------------------------------------------------------------- */

typedef struct {
  const char *text;
  GovBuilder *builder;
  GArray *lines;    /* GovSpan */
  gboolean by_width;
  GArray *segments; /* Segment, line by line */
  GArray *starts;   /* guint: first segment of each line; one more at the end */
  guint n_columns;  /* of figures */
  Segment columns[COLUMNS_LIMIT];
  guint n_labels;
  guint labels[LABELS_LIMIT]; /* where label columns begin */
  guint label_right;          /* where the labels of rows with figures end; 0: they have none */
} Page;

static void
split_page (Page *page, gboolean by_width)
{
  page->by_width = by_width;
  g_array_set_size (page->segments, 0);
  g_array_set_size (page->starts, 0);
  for (guint i = 0; i < page->lines->len; i++)
    {
      g_array_append_val (page->starts, page->segments->len);
      split_line (page->text, g_array_index (page->lines, GovSpan, i), by_width, page->segments);
    }
  g_array_append_val (page->starts, page->segments->len);
}

static const Segment *
get_line (const Page *page, guint line, guint *n)
{
  guint start = g_array_index (page->starts, guint, line);

  *n = g_array_index (page->starts, guint, line + 1) - start;
  return (const Segment *) page->segments->data + start;
}

static guint
count_figures (const Segment *segments, guint n)
{
  guint n_figures = 0;

  for (guint i = 0; i < n; i++)
    n_figures += segments[i].figure;
  return n_figures;
}

/* The fullest rows, of which there are at least two when any number occurs twice, make the columns. How far the columns reach
 * altogether. */
static guint
find_columns (Page *page)
{
  guint counts[COLUMNS_LIMIT + 1] = {0}, n_lines = page->lines->len, n, best = 0, best_twice = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      const Segment *segments = get_line (page, i, &n);
      counts[MIN (count_figures (segments, n), COLUMNS_LIMIT)]++;
    }
  for (guint k = 1; k <= COLUMNS_LIMIT; k++)
    {
      if (counts[k] > 0)
        best = k;
      if (counts[k] > 1)
        best_twice = k;
    }
  page->n_columns = best_twice > 0 ? best_twice : best;

  gboolean found = FALSE;
  for (guint i = 0; i < n_lines; i++)
    {
      const Segment *segments = get_line (page, i, &n);
      if (page->n_columns == 0 || count_figures (segments, n) != page->n_columns)
        continue;
      for (guint s = 0, c = 0; s < n; s++)
        {
          if (!segments[s].figure)
            continue;
          Segment *column = &page->columns[c++];
          column->left = found ? MIN (column->left, segments[s].left) : segments[s].left;
          column->right = found ? MAX (column->right, segments[s].right) : segments[s].right;
        }
      found = TRUE;
    }

  guint reach = 0;
  for (guint c = 0; c < page->n_columns; c++)
    reach += page->columns[c].right - page->columns[c].left;
  return reach;
}

/* Whether a text of a line without figures is a label: it stands under the labels, or nearer to them than to the figures. */
static gboolean
is_label (const Page *page, const Segment *segment)
{
  guint left = page->columns[0].left;

  if (page->n_columns == 0 || segment->left < page->label_right)
    return TRUE;
  return get_centre (segment) < (page->label_right > 0 && page->label_right < left ? (page->label_right + left) / 2 : left);
}

/* What stands before the first figure; in a line without figures, before the first column, but no more labels than the rows
 * with figures have: a header may begin left of its figures. */
static guint
count_labels (const Page *page, const Segment *segments, guint n)
{
  gboolean figures = count_figures (segments, n) > 0;
  guint n_labels = 0;

  while (n_labels < n && n_labels < page->n_labels
         && (figures ? !segments[n_labels].figure : is_label (page, &segments[n_labels])))
    n_labels++;
  return n_labels;
}

/* The row with figures that has the most labels shows where they begin; any line, where there are no figures. */
static void
find_labels (Page *page)
{
  guint n_lines = page->lines->len, n, most = 0;

  page->n_labels = LABELS_LIMIT;
  page->label_right = 0;
  for (guint i = 0; i < n_lines; i++)
    {
      const Segment *segments = get_line (page, i, &n);
      guint n_labels = count_labels (page, segments, n);
      gboolean figures = count_figures (segments, n) > 0;
      if (figures && n_labels > 0)
        page->label_right = MAX (page->label_right, segments[n_labels - 1].right);
      if (n_labels <= most || (page->n_columns > 0 && !figures))
        continue;
      most = n_labels;
      for (guint l = 0; l < n_labels; l++)
        page->labels[l] = segments[l].left;
    }
  page->n_labels = most;
}

/* The column of figures that a stretch of the print stands nearest to. */
static guint
nearest_column (const Page *page, guint left, guint right)
{
  guint best = 0, best_distance = G_MAXUINT;

  for (guint c = 0; c < page->n_columns; c++)
    {
      guint centre = get_centre (&page->columns[c]), own = (left + right) / 2;
      guint distance = centre > own ? centre - own : own - centre;
      if (distance < best_distance)
        {
          best_distance = distance;
          best = c;
        }
    }
  return best;
}

static guint
nearest_label (const Page *page, guint left, guint from)
{
  guint best = from;

  for (guint l = from; l < page->n_labels; l++)
    if (ABS ((int) page->labels[l] - (int) left) < ABS ((int) page->labels[best] - (int) left))
      best = l;
  return best;
}

/* ---- rows ---------------------------------------------------------------------------------------------------------------- */

typedef struct {
  GovSpan cells[LABELS_LIMIT + COLUMNS_LIMIT];
} Row;

static void
put (Row *row, guint cell, GovSpan span)
{
  GovSpan *place = &row->cells[cell];

  *place = place->length == 0 ? span : GOV_SPAN (place->offset, gov_span_end (span) - place->offset);
}

/* A text over the columns: its words to the columns they stand over, since headers of narrow columns touch. */
static void
put_words (const Page *page, Row *row, const Segment *segment)
{
  const char *end = page->text + gov_span_end (segment->span), *word = page->text + segment->span.offset;
  guint x = segment->left;

  while (word < end)
    {
      const char *p = word;
      guint left = x;
      for (; p < end && !g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        x += get_width (g_utf8_get_char (p), page->by_width);
      if (p > word)
        put (row, page->n_labels + nearest_column (page, left, x), GOV_SPAN (word - page->text, p - word));
      for (; p < end && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        x += get_width (g_utf8_get_char (p), page->by_width);
      word = p;
    }
}

/* The figures of a row in their order: all of them where the row is full, else to the nearest columns that are free. */
static void
put_figures (const Page *page, Row *row, const Segment *segments, guint n)
{
  guint n_figures = count_figures (segments, n), next = 0;

  for (guint s = 0; s < n; s++)
    {
      if (!segments[s].figure)
        continue;
      guint column = n_figures >= page->n_columns ? next : nearest_column (page, segments[s].left, segments[s].right);
      guint last = page->n_columns - MIN (n_figures, page->n_columns); /* leaves a place for each that follows */
      column = MIN (MAX (column, next), MAX (last, next));
      put (row, page->n_labels + MIN (column, page->n_columns - 1), segments[s].span);
      next = column + 1;
      n_figures--;
    }
}

static void
tell_row (const Page *page, const Segment *segments, guint n, gboolean one_place)
{
  Row row = {0};
  guint n_labels = count_labels (page, segments, n), label = 0, n_cells = page->n_labels + page->n_columns;

  for (guint s = 0; s < n_labels; s++)
    {
      label = MIN (nearest_label (page, segments[s].left, label), page->n_labels - (n_labels - s));
      put (&row, label++, segments[s].span);
    }
  for (guint s = n_labels; s < n; s++)
    if (!segments[s].figure)
      put_words (page, &row, &segments[s]);
  if (n > n_labels)
    put_figures (page, &row, segments + n_labels, n - n_labels);
  else
    n_cells = page->n_labels; /* a piece of a label says nothing about figures */

  gov_builder_begin_row (page->builder);
  for (guint c = 0; c < (one_place ? page->n_labels : n_cells); c++)
    gov_lines_tell_cell (page->builder, page->text, row.cells[c]);
  if (one_place && n > n_labels)
    {
      gov_builder_begin_cell (page->builder, page->n_columns, 1, GOV_CELL_PLAIN);
      gov_builder_text (page->builder, page->text + segments[n_labels].span.offset, segments[n_labels].span.length,
                        segments[n_labels].span);
      gov_builder_end_cell (page->builder);
    }
  gov_builder_end_row (page->builder);
}

/* Whether the lines [from, to) between two lines of one text have one place for figures, under a header of its own: a cell over
 * all columns, printed in their middle. */
static gboolean
has_one_place (const Page *page, guint from, guint to)
{
  gboolean header = FALSE, figure = FALSE;

  for (guint i = from; i < to; i++)
    {
      guint n;
      const Segment *segments = get_line (page, i, &n);
      guint n_labels = count_labels (page, segments, n);
      if (n - n_labels > 1)
        return FALSE;
      if (n - n_labels == 1)
        {
          header = header || (!segments[n_labels].figure && n_labels == 1);
          figure = figure || segments[n_labels].figure;
        }
    }
  return header && figure && page->n_columns > 1;
}

static void
tell_page (Page *page)
{
  guint n_lines = page->lines->len, n, block_end = 0;
  gboolean one_place = FALSE;

  split_page (page, TRUE);
  guint reach = find_columns (page);
  split_page (page, FALSE);
  if (find_columns (page) > reach)
    {
      split_page (page, TRUE);
      find_columns (page);
    }
  find_labels (page);
  for (guint i = 0; i < n_lines && !gov_builder_is_full (page->builder); i++)
    {
      const Segment *segments = get_line (page, i, &n);
      if (i >= block_end)
        {
          for (block_end = i + 1; block_end < n_lines; block_end++)
            {
              get_line (page, block_end, &n);
              if (n == 1)
                break;
            }
          one_place = has_one_place (page, i + (i > 0), block_end);
          get_line (page, i, &n);
        }
      tell_row (page, segments, n, one_place);
    }
  g_array_set_size (page->lines, 0);
}

void
gov_text_tell_columns (const GovTextLines *lines, guint start, guint end, GovBuilder *builder)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) page_lines = g_array_new (FALSE, FALSE, sizeof (GovSpan));
  g_autofree Page *page = g_new (Page, 1);

  *page = (Page){.text = lines->text, .builder = builder, .lines = page_lines, .segments = segments, .starts = starts};
  gov_builder_begin_table (builder, GOV_TABLE_RAGGED | GOV_TABLE_BLANKS_LOST);
  for (guint i = start; i <= end; i++)
    {
      LineKind kind = i < end ? get_kind (lines->text, lines->lines[i], segments) : LINE_PAGE;
      gboolean new_page = i < end && i > start && lines->text[lines->lines[i].offset - 1] == '\f';
      if ((kind == LINE_PAGE || new_page) && page_lines->len > 0)
        tell_page (page);
      if (kind > LINE_PAGE)
        g_array_append_val (page_lines, lines->lines[i]);
    }
  gov_builder_end_table (builder);
}
