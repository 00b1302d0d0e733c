/* SPDX-License-Identifier: MIT */
#include "core/check/slides.h"

typedef struct {
  const GovModel *model;
  GovSlides *slides;
  gint64 *change; /* of each equation's residual under the slip in hand */
} Search;

/* ---- does it fit ------------------------------------------------------------------------------------------------------- */

static void
add_change (Search *search, const GovSlide *slide, int direction)
{
  const GovModel *model = search->model;

  for (guint i = 0; i < slide->n_cells; i++)
    for (guint t = model->first_terms[slide->cells[i]]; t < model->first_terms[slide->cells[i] + 1]; t++)
      search->change[model->terms[t].equation]
          += direction * model->terms[t].sign * (slide->values[i] - model->values[slide->cells[i]]);
}

/* Every failing equation is mended and none is broken; at least two are mended, for one alone can be mended by anything. */
static gboolean
mends (const Search *search)
{
  const GovModel *model = search->model;
  guint n_mended = 0;

  for (guint e = 0; e < model->n_equations; e++)
    {
      gint64 after = model->residuals[e] + search->change[e];

      if (model->standing[e] == GOV_STANDS_OPEN || (model->standing[e] == GOV_STANDS_SILENT && search->change[e] == 0))
        continue;
      if (after != 0)
        return FALSE;
      n_mended += gov_model_speaks_against (model, e);
    }
  return n_mended >= 2;
}

static gint64
value_under (const GovModel *model, const GovSlide *slide, guint cell)
{
  for (guint i = 0; i < slide->n_cells; i++)
    if (slide->cells[i] == cell)
      return slide->values[i];
  return model->values[cell];
}

/* The same figures, a blank counting as 0. */
static gboolean
is_same (const GovModel *model, const GovSlide *a, const GovSlide *b)
{
  for (guint i = 0; i < a->n_cells; i++)
    if (a->values[i] != value_under (model, b, a->cells[i]))
      return FALSE;
  for (guint i = 0; i < b->n_cells; i++)
    if (b->values[i] != value_under (model, a, b->cells[i]))
      return FALSE;
  return TRUE;
}

/* The same outcome by another way is the same slip; the one that changes least stands for it. */
static gboolean
is_known (const Search *search, const GovSlide *slide)
{
  for (guint i = 0; i < search->slides->n_slides; i++)
    {
      GovSlide *other = &search->slides->slides[i];
      if (!is_same (search->model, other, slide))
        continue;
      if (slide->n_cells < other->n_cells)
        *other = *slide;
      return TRUE;
    }
  return FALSE;
}

static void
try_slide (Search *search, const GovSlide *slide)
{
  if (slide->n_cells == 0 || search->slides->n_slides == GOV_SLIDES_MAX)
    return;
  for (guint i = 0; i < slide->n_cells; i++)
    if (slide->values[i] < 0)
      return;
  add_change (search, slide, 1);
  if (mends (search) && !is_known (search, slide))
    search->slides->slides[search->slides->n_slides++] = *slide;
  add_change (search, slide, -1);
}

/* Note a cell's new value, in the order of the cells, unless it is the one it has. */
static void
put (const Search *search, GovSlide *slide, guint cell, gint64 value, gboolean blank)
{
  guint at = slide->n_cells++;

  if (search->model->values[cell] == value && (search->model->states[cell] == GOV_STATE_BLANK) == blank)
    {
      slide->n_cells--;
      return;
    }
  for (; at > 0 && slide->cells[at - 1] > cell; at--)
    {
      slide->cells[at] = slide->cells[at - 1];
      slide->blank[at] = slide->blank[at - 1];
      slide->values[at] = slide->values[at - 1];
    }
  slide->cells[at] = cell;
  slide->blank[at] = blank;
  slide->values[at] = value;
}

static void
put_from (const Search *search, GovSlide *slide, guint cell, guint from)
{
  put (search, slide, cell, search->model->values[from], search->model->states[from] == GOV_STATE_BLANK);
}

/* ---- the slips --------------------------------------------------------------------------------------------------------- */

static gboolean
all_printed (const GovModel *model, guint first, guint n)
{
  for (guint c = first; c < first + n; c++)
    if (model->states[c] == GOV_STATE_UNKNOWN)
      return FALSE;
  return TRUE;
}

/* The equation that holds within the row, and the sign of one of its cells in it. */
static gboolean
find_row_sum (const GovModel *model, guint cell, guint *equation, int *sign)
{
  for (guint t = model->first_terms[cell]; t < model->first_terms[cell + 1]; t++)
    if (model->instances->instances[model->terms[t].equation].equation->axis == GOV_AXIS_ROW)
      {
        *equation = model->terms[t].equation;
        *sign = model->terms[t].sign;
        return TRUE;
      }
  return FALSE;
}

/* What printed at from goes out, the figures between move one place towards it, and at to stands what the row's sum wants:
 * the figure that was lost, or the one that went out. Only a blank, a 0 or that very figure may go out. */
static void
move_figures (Search *search, guint start, guint from, guint to)
{
  const GovModel *model = search->model;
  GovSlide slide = {.kind = from + 1 == to || to + 1 == from ? GOV_SLIDE_PAIR : GOV_SLIDE_ROW};
  int step = from < to ? 1 : -1, sign;
  guint sum;

  if (!find_row_sum (model, start + to, &sum, &sign))
    return;
  for (guint c = from; c != to; c += step)
    put_from (search, &slide, start + c, start + c + step);
  add_change (search, &slide, 1);
  gint64 others = model->residuals[sum] + search->change[sum] - sign * model->values[start + to];
  add_change (search, &slide, -1);
  gint64 wanted = -sign * others, gone = model->values[start + from];
  if (gone != 0 && gone != wanted)
    return;
  put (search, &slide, start + to, wanted, wanted == 0 && model->states[start + from] == GOV_STATE_BLANK);
  try_slide (search, &slide);
}

static void
exchange (Search *search, guint a, guint b)
{
  GovSlide slide = {.kind = GOV_SLIDE_PAIR};

  put_from (search, &slide, a, b);
  put_from (search, &slide, b, a);
  try_slide (search, &slide);
}

#define JOINED_MAX G_GINT64_CONSTANT (10000000) /* figures below it can be joined without overflow */

/* One figure was printed as two neighbours, or two as one beside an empty place. */
static void
join_or_split (Search *search, guint left, guint right)
{
  gint64 a = search->model->values[left], b = search->model->values[right], power = 10;

  if (a >= JOINED_MAX || b >= JOINED_MAX)
    return;
  while (power <= b)
    power *= 10;
  for (guint side = 0; side < 2 && a > 0; side++)
    {
      GovSlide joined = {.kind = GOV_SLIDE_SPLIT};
      put (search, &joined, left, side == 0 ? a * power + b : 0, FALSE);
      put (search, &joined, right, side == 0 ? 0 : a * power + b, FALSE);
      try_slide (search, &joined);
    }
  if ((a != 0) == (b != 0))
    return;
  for (power = 10; power <= a + b; power *= 10)
    {
      GovSlide split = {.kind = GOV_SLIDE_SPLIT};
      put (search, &split, left, (a + b) / power, FALSE);
      put (search, &split, right, (a + b) % power, FALSE);
      if ((a + b) % power >= power / 10 || power == 10)
        try_slide (search, &split);
    }
}

static void
slide_row (Search *search, guint start, guint n_columns)
{
  for (guint from = 0; from < n_columns; from++)
    for (guint to = 0; to < n_columns; to++)
      if (from != to)
        move_figures (search, start, from, to);
  for (guint c = 0; c + 1 < n_columns; c++)
    join_or_split (search, start + c, start + c + 1);
}

/* A slip within one row mends only that row's sum. */
static gboolean
others_fail (const GovModel *model, guint start, guint n_columns)
{
  for (guint e = 0; e < model->n_equations; e++)
    {
      const GovInstance *instance = &model->instances->instances[e];
      if (gov_model_speaks_against (model, e) && instance->equation->axis == GOV_AXIS_ROW
          && (instance->cells[0] < start || instance->cells[0] >= start + n_columns))
        return TRUE;
    }
  return FALSE;
}

void
gov_slides_find (const GovModel *model, GovSlides *slides)
{
  const GovForm *form = model->instances->form;
  Search search = {.model = model, .slides = slides, .change = g_new0 (gint64, model->n_equations)};

  slides->n_slides = 0;
  for (guint b = 0, start = 0; b < form->n_blocks; b++)
    {
      guint n_columns = form->blocks[b].n_columns;
      for (guint r = 0; r < form->blocks[b].n_rows; r++, start += n_columns)
        {
          if (n_columns > GOV_SLIDE_CELLS_MAX)
            continue;
          if (all_printed (model, start, n_columns) && !others_fail (model, start, n_columns))
            slide_row (&search, start, n_columns);
          if (r + 1 < form->blocks[b].n_rows && all_printed (model, start, 2 * n_columns))
            for (guint c = 0; c < n_columns; c++)
              exchange (&search, start + c, start + n_columns + c);
        }
    }
  g_free (search.change);
}
