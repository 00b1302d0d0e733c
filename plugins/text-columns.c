/* SPDX-License-Identifier: MIT */
/* The columns of a table that stand apart by spaces.
 *
 * A column is where the figures of the fullest rows stand; every other text is put to the column it stands nearest to, what
 * stands left of the first one is a label. A page lays its table out anew, so columns hold for one page. Lines of a wrapped
 * label are told as rows of their own: which figures they go with is not to be seen from the lines.
 *
 * pdftotext counts every sign as one column, terminals count a Chinese one as two: of the two ways to count, that one holds by
 * which the figures of a page stand closer below each other. */
#include "plugins/lines.h"
#include "plugins/text.h"

/* Columns of figures that are told apart, and of labels. */
#define COLUMNS_LIMIT 64
#define LABELS_LIMIT 8

/* ---- the columns of a page ----------------------------------------------------------------------------------------------- */

typedef struct {
  const char *text;
  GovBuilder *builder;
  GArray *lines; /* GovSpan */
  gboolean by_width;
  GArray *segments; /* GovTextSegment, line by line */
  GArray *starts;   /* guint: first segment of each line; one more at the end */
  guint n_columns;  /* of figures */
  GovTextSegment columns[COLUMNS_LIMIT];
  guint n_labels;
  guint labels[LABELS_LIMIT]; /* where label columns begin */
  guint label_right;          /* where the labels of rows with figures end; 0: they have none */
} Page;

static guint
get_centre (const GovTextSegment *segment)
{
  return (segment->left + segment->right) / 2;
}

static void
split_page (Page *page, gboolean by_width)
{
  page->by_width = by_width;
  g_array_set_size (page->segments, 0);
  g_array_set_size (page->starts, 0);
  for (guint i = 0; i < page->lines->len; i++)
    {
      g_array_append_val (page->starts, page->segments->len);
      gov_text_split (page->text, g_array_index (page->lines, GovSpan, i), by_width, page->segments);
    }
  g_array_append_val (page->starts, page->segments->len);
}

static const GovTextSegment *
get_line (const Page *page, guint line, guint *n)
{
  guint start = g_array_index (page->starts, guint, line);

  *n = g_array_index (page->starts, guint, line + 1) - start;
  return (const GovTextSegment *) page->segments->data + start;
}

/* The fullest rows, of which there are at least two when any number occurs twice, make the columns. How far the columns reach
 * altogether. */
static guint
find_columns (Page *page)
{
  guint counts[COLUMNS_LIMIT + 1] = {0}, n_lines = page->lines->len, n, best = 0, best_twice = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      const GovTextSegment *segments = get_line (page, i, &n);
      counts[MIN (gov_text_count_figures (segments, n), COLUMNS_LIMIT)]++;
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
      const GovTextSegment *segments = get_line (page, i, &n);
      if (page->n_columns == 0 || gov_text_count_figures (segments, n) != page->n_columns)
        continue;
      for (guint s = 0, c = 0; s < n; s++)
        {
          if (!segments[s].figure)
            continue;
          GovTextSegment *column = &page->columns[c++];
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
is_label (const Page *page, const GovTextSegment *segment)
{
  guint left = page->columns[0].left;

  if (page->n_columns == 0 || segment->left < page->label_right)
    return TRUE;
  return get_centre (segment) < (page->label_right > 0 && page->label_right < left ? (page->label_right + left) / 2 : left);
}

/* What stands before the first figure; in a line without figures, before the first column, but no more labels than the rows
 * with figures have: a header may begin left of its figures. */
static guint
count_labels (const Page *page, const GovTextSegment *segments, guint n)
{
  gboolean figures = gov_text_count_figures (segments, n) > 0;
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
      const GovTextSegment *segments = get_line (page, i, &n);
      guint n_labels = count_labels (page, segments, n);
      gboolean figures = gov_text_count_figures (segments, n) > 0;
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

static guint
get_distance (guint a, guint b)
{
  return a > b ? a - b : b - a;
}

/* The column of figures that a stretch of the print stands nearest to, by whichever side or the middle it is set by. */
static guint
nearest_column (const Page *page, guint left, guint right)
{
  guint best = 0, best_distance = G_MAXUINT;

  for (guint c = 0; c < page->n_columns; c++)
    {
      const GovTextSegment *column = &page->columns[c];
      guint sides = MIN (get_distance (left, column->left), get_distance (right, column->right));
      guint distance = MIN (sides, get_distance ((left + right) / 2, get_centre (column)));
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

/* A row in the making: texts and the cells they are put in, in the order of the line. */
typedef struct {
  GArray *texts;                                                                 /* Placed */
  guint first[LABELS_LIMIT + COLUMNS_LIMIT], last[LABELS_LIMIT + COLUMNS_LIMIT]; /* of each cell, plus 1; 0: none */
} Row;

typedef struct {
  GovSpan span;
  guint next; /* the next text of the cell, plus 1; 0: none */
} Placed;

static void
put (Row *row, guint cell, GovSpan span)
{
  Placed placed = {span, 0};

  g_array_append_val (row->texts, placed);
  if (row->last[cell] > 0)
    g_array_index (row->texts, Placed, row->last[cell] - 1).next = row->texts->len;
  else
    row->first[cell] = row->texts->len;
  row->last[cell] = row->texts->len;
}

static void
tell_cell (const Page *page, const Row *row, guint cell)
{
  gov_builder_begin_cell (page->builder, 1, 1, GOV_CELL_PLAIN);
  for (guint i = row->first[cell]; i > 0;)
    {
      const Placed *placed = &g_array_index (row->texts, Placed, i - 1);
      gov_builder_text (page->builder, page->text + placed->span.offset, placed->span.length, placed->span);
      i = placed->next;
      if (i > 0)
        gov_builder_break (page->builder);
    }
  gov_builder_end_cell (page->builder);
}

/* A text over the columns: its words to the columns they stand over, since headers of narrow columns touch. */
static void
put_words (const Page *page, Row *row, const GovTextSegment *segment)
{
  const char *end = page->text + gov_span_end (segment->span), *word = page->text + segment->span.offset;
  guint x = segment->left;

  while (word < end)
    {
      const char *p = word;
      guint left = x;
      for (; p < end && !g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        x += gov_text_get_width (g_utf8_get_char (p), page->by_width);
      if (p > word)
        put (row, page->n_labels + nearest_column (page, left, x), GOV_SPAN (word - page->text, p - word));
      for (; p < end && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        x += gov_text_get_width (g_utf8_get_char (p), page->by_width);
      word = p;
    }
}

/* The figures of a row in their order, no more than there are columns: all of them where the row is full, else to the nearest
 * columns that are free. */
static void
put_figures (const Page *page, Row *row, const GovTextSegment *segments, guint n)
{
  guint n_figures = gov_text_count_figures (segments, n), next = 0;

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

/* The texts of a line that is not to be put to columns, each as a cell. */
static void
tell_texts (const Page *page, const GovTextSegment *segments, guint n, guint n_labels)
{
  for (guint s = 0; s < n_labels; s++)
    gov_lines_tell_cell (page->builder, page->text, segments[s].span);
  for (guint s = n_labels; s < page->n_labels; s++)
    gov_lines_tell_cell (page->builder, page->text, GOV_SPAN (segments[0].span.offset, 0));
  for (guint s = n_labels; s < n; s++)
    gov_lines_tell_cell (page->builder, page->text, segments[s].span);
}

static void
tell_columns (const Page *page, const GovTextSegment *segments, guint n, guint n_labels)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Placed));
  Row row = {.texts = texts};
  guint n_cells = page->n_labels + page->n_columns;

  for (guint s = 0, label = 0; s < n_labels; s++, label++)
    {
      label = MIN (nearest_label (page, segments[s].left, label), page->n_labels - (n_labels - s));
      put (&row, label, segments[s].span);
    }
  for (guint s = n_labels; s < n; s++)
    if (n - n_labels == page->n_columns)
      put (&row, page->n_labels + s - n_labels, segments[s].span);
    else if (!segments[s].figure)
      put_words (page, &row, &segments[s]);
  if (n - n_labels != page->n_columns)
    put_figures (page, &row, segments + n_labels, n - n_labels);
  if (n == n_labels) /* a piece of a label says nothing about figures */
    n_cells = page->n_labels;
  for (guint c = 0; c < n_cells; c++)
    tell_cell (page, &row, c);
}

static void
tell_one_place (const Page *page, const GovTextSegment *segments, guint n, guint n_labels)
{
  tell_texts (page, segments, n_labels, n_labels);
  if (n == n_labels)
    return;
  gov_builder_begin_cell (page->builder, page->n_columns, 1, GOV_CELL_PLAIN);
  gov_builder_text (page->builder, page->text + segments[n_labels].span.offset, segments[n_labels].span.length,
                    segments[n_labels].span);
  gov_builder_end_cell (page->builder);
}

static void
tell_row (const Page *page, const GovTextSegment *segments, guint n, gboolean one_place)
{
  guint n_labels = count_labels (page, segments, n);

  gov_builder_begin_row (page->builder);
  if (one_place && n - n_labels <= 1)
    tell_one_place (page, segments, n, n_labels);
  else if (page->n_columns == 0 || gov_text_count_figures (segments + n_labels, n - n_labels) > page->n_columns)
    tell_texts (page, segments, n, n_labels);
  else
    tell_columns (page, segments, n, n_labels);
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
      const GovTextSegment *segments = get_line (page, i, &n);
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
      const GovTextSegment *segments = get_line (page, i, &n);
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
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (GovTextSegment));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) page_lines = g_array_new (FALSE, FALSE, sizeof (GovSpan));
  g_autofree Page *page = g_new (Page, 1);

  *page = (Page){.text = lines->text, .builder = builder, .lines = page_lines, .segments = segments, .starts = starts};
  gov_builder_begin_table (builder, GOV_TABLE_RAGGED | GOV_TABLE_BLANKS_LOST);
  for (guint i = start; i <= end; i++)
    {
      GovTextKind kind = i < end ? gov_text_get_kind (lines->text, lines->lines[i], segments) : GOV_TEXT_PAGE;
      gboolean new_page = i < end && i > start && lines->text[lines->lines[i].offset - 1] == '\f';
      if ((kind == GOV_TEXT_PAGE || new_page) && page_lines->len > 0)
        tell_page (page);
      if (kind > GOV_TEXT_PAGE)
        g_array_append_val (page_lines, lines->lines[i]);
    }
  gov_builder_end_table (builder);
}
