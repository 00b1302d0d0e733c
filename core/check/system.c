/* SPDX-License-Identifier: MIT */
#include "core/check/system.h"

#include <string.h>

/* What is left at one depth of the search. */
typedef struct {
  GovRange *ranges;
  guint16 **alive; /* for each row the readings left */
  guint *n_alive;
} State;

typedef struct {
  const GovModel *model;
  GovReadings *const *rows;
  guint n_rows;
  gboolean *active; /* for each equation */
  State *states;    /* one for each depth, made when first reached */
  guint n_nodes, n_solutions, best_cost;
  gboolean cut;
  GovSolutions *solutions;
  guint *chosen; /* the first solution's reading for each row */
} Search;

/* ---- states ------------------------------------------------------------------------------------------------------------ */

static void
state_init (State *state, const Search *search)
{
  state->ranges = g_new (GovRange, search->model->n_cells);
  state->alive = g_new (guint16 *, search->n_rows);
  state->n_alive = g_new0 (guint, search->n_rows);
  for (guint r = 0; r < search->n_rows; r++)
    state->alive[r] = g_new (guint16, search->rows[r]->list->len + 1);
}

static void
state_clear (State *state, const Search *search)
{
  if (state->ranges == NULL)
    return;
  for (guint r = 0; r < search->n_rows; r++)
    g_free (state->alive[r]);
  g_free (state->ranges);
  g_free (state->alive);
  g_free (state->n_alive);
}

static State *
state_copy (Search *search, guint depth)
{
  const State *from = &search->states[depth];
  State *to = &search->states[depth + 1];

  if (to->ranges == NULL)
    state_init (to, search);
  memcpy (to->ranges, from->ranges, sizeof *to->ranges * search->model->n_cells);
  for (guint r = 0; r < search->n_rows; r++)
    {
      to->n_alive[r] = from->n_alive[r];
      memcpy (to->alive[r], from->alive[r], sizeof *to->alive[r] * from->n_alive[r]);
    }
  return to;
}

/* ---- narrowing --------------------------------------------------------------------------------------------------------- */

/* FALSE: nothing is left of the range. */
static gboolean
narrow (GovRange *range, gint64 low, gint64 high, gboolean *changed)
{
  if (low > range->low)
    {
      range->low = low;
      *changed = TRUE;
    }
  if (high < range->high)
    {
      range->high = high;
      *changed = TRUE;
    }
  return range->low <= range->high;
}

/* In Σ sign·x = 0 each x is minus the sum of the others, which lies between the sums of their bounds. */
static gboolean
narrow_equation (const GovInstance *instance, GovRange *ranges, gboolean *changed)
{
  gint64 low = 0, high = 0;

  for (guint t = 0; t < instance->n_cells; t++)
    {
      const GovRange *range = &ranges[instance->cells[t]];
      gboolean left = t < instance->n_left;
      low += left ? range->low : -range->high;
      high += left ? range->high : -range->low;
    }
  if (low > 0 || high < 0)
    return FALSE;
  if (low == 0 && high == 0)
    return TRUE;
  for (guint t = 0; t < instance->n_cells; t++)
    {
      GovRange *range = &ranges[instance->cells[t]], old = *range;
      gboolean left = t < instance->n_left;

      if (!narrow (range, left ? old.high - high : old.high + low, left ? old.low - low : old.low + high, changed))
        return FALSE;
    }
  return TRUE;
}

/* Whether the applicants' places of a reading are blank throughout: then its blanks need not stand for 0. */
static gboolean
figures_stand_alone (const GovReading *reading, guint n_columns)
{
  guint n_figures = 0;

  for (guint c = 0; c < n_columns; c++)
    n_figures += reading->placed[c].kind == GOV_PLACED_FIGURE;
  return n_figures <= 1;
}

static GovRange
placed_range (const GovReading *reading, guint column, gboolean alone)
{
  const GovPlaced *placed = &reading->placed[column];

  if (placed->kind == GOV_PLACED_UNKNOWN || placed->kind == GOV_PLACED_DECIMAL || (placed->kind == GOV_PLACED_BLANK && alone))
    return (GovRange){0, GOV_SYSTEM_VALUE_MAX};
  return (GovRange){placed->value, placed->value};
}

static gboolean
fits (const GovReadings *row, const GovReading *reading, const GovRange *ranges, gboolean alone)
{
  for (guint c = 0; c < row->n_columns; c++)
    {
      GovRange placed = placed_range (reading, c, alone);
      const GovRange *range = &ranges[row->start + c];
      if (placed.high < range->low || placed.low > range->high)
        return FALSE;
    }
  return TRUE;
}

/* Strike out the readings that do not fit, then narrow the cells to what the others put there. */
static gboolean
narrow_row (const Search *search, State *state, guint r, gboolean *changed)
{
  const GovReadings *row = search->rows[r];
  GovRange hull[GOV_READING_COLUMNS];
  guint n = 0;

  for (guint i = 0; i < state->n_alive[r]; i++)
    {
      const GovReading *reading = gov_readings_get (row, state->alive[r][i]);
      gboolean alone = figures_stand_alone (reading, row->n_columns);

      if (!fits (row, reading, state->ranges, alone))
        continue;
      for (guint c = 0; c < row->n_columns; c++)
        {
          GovRange placed = placed_range (reading, c, alone);
          hull[c].low = n == 0 ? placed.low : MIN (hull[c].low, placed.low);
          hull[c].high = n == 0 ? placed.high : MAX (hull[c].high, placed.high);
        }
      state->alive[r][n++] = state->alive[r][i];
    }
  if (n < state->n_alive[r])
    *changed = TRUE;
  state->n_alive[r] = n;
  if (n == 0)
    return FALSE;
  for (guint c = 0; c < row->n_columns; c++)
    if (!narrow (&state->ranges[row->start + c], hull[c].low, hull[c].high, changed))
      return FALSE;
  return TRUE;
}

/* Until nothing changes. FALSE: a contradiction. Sums over unknowns can narrow by small steps without end in sight; the
 * number of rounds is bounded, and stopping early only leaves more open. */
#define ROUNDS_MAX 64
static gboolean
propagate (const Search *search, State *state)
{
  gboolean changed = TRUE;

  for (guint round = 0; changed && round < ROUNDS_MAX; round++)
    {
      changed = FALSE;
      for (guint e = 0; e < search->model->n_equations; e++)
        if (search->active[e] && !narrow_equation (&search->model->instances->instances[e], state->ranges, &changed))
          return FALSE;
      for (guint r = 0; r < search->n_rows; r++)
        if (!narrow_row (search, state, r, &changed))
          return FALSE;
    }
  return TRUE;
}

/* ---- search ------------------------------------------------------------------------------------------------------------ */

/* Readings are sorted by cost, and striking out keeps their order. */
static guint
least_cost (const Search *search, const State *state)
{
  guint cost = 0;

  for (guint r = 0; r < search->n_rows; r++)
    cost += gov_readings_get (search->rows[r], state->alive[r][0])->cost;
  return cost;
}

static void
note_used (GArray *used, guint reading)
{
  for (guint i = 0; i < used->len; i++)
    if (g_array_index (used, guint, i) == reading)
      return;
  g_array_append_val (used, reading);
}

static void
first_solution (Search *search, const State *state)
{
  GovSolutions *solutions = search->solutions;

  search->n_solutions = 0;
  memcpy (solutions->ranges, state->ranges, sizeof *state->ranges * search->model->n_cells);
  for (guint r = 0; r < search->n_rows; r++)
    {
      const GovReadings *row = search->rows[r];
      search->chosen[r] = state->alive[r][0];
      g_array_set_size (solutions->used[r], 0);
      for (guint c = 0; c < row->n_columns; c++)
        solutions->settled[row->start + c] = TRUE;
    }
}

static void
record_solution (Search *search, const State *state)
{
  GovSolutions *solutions = search->solutions;
  guint cost = least_cost (search, state);

  if (cost > search->best_cost)
    return;
  if (cost < search->best_cost || search->n_solutions == 0)
    first_solution (search, state);
  search->best_cost = cost;
  search->n_solutions++;
  for (guint i = 0; i < search->model->n_cells; i++)
    {
      solutions->ranges[i].low = MIN (solutions->ranges[i].low, state->ranges[i].low);
      solutions->ranges[i].high = MAX (solutions->ranges[i].high, state->ranges[i].high);
    }
  for (guint r = 0; r < search->n_rows; r++)
    {
      const GovReadings *row = search->rows[r];
      const GovReading *first = gov_readings_get (row, search->chosen[r]), *this = gov_readings_get (row, state->alive[r][0]);

      note_used (solutions->used[r], state->alive[r][0]);
      for (guint c = 0; c < row->n_columns; c++)
        if ((first->placed[c].kind == GOV_PLACED_BLANK) != (this->placed[c].kind == GOV_PLACED_BLANK))
          solutions->settled[row->start + c] = FALSE;
    }
}

/* Depth: the rows tried, at most as many as the form has. */
static void
search_below (Search *search, guint depth)
{
  State *state = &search->states[depth];
  guint row = search->n_rows;

  if (search->cut || !propagate (search, state) || least_cost (search, state) > search->best_cost)
    return;
  for (guint r = 0; r < search->n_rows; r++)
    if (state->n_alive[r] > 1 && (row == search->n_rows || state->n_alive[r] < state->n_alive[row]))
      row = r;
  if (row == search->n_rows)
    {
      record_solution (search, state);
      search->cut = search->n_solutions >= GOV_SYSTEM_SOLUTIONS_MAX;
      return;
    }
  for (guint i = 0; i < state->n_alive[row] && !search->cut; i++)
    {
      State *next = state_copy (search, depth);

      if (++search->n_nodes > GOV_SYSTEM_NODES_MAX)
        {
          search->cut = TRUE;
          return;
        }
      next->alive[row][0] = state->alive[row][i];
      next->n_alive[row] = 1;
      search_below (search, depth + 1);
    }
}

/* ---- around it --------------------------------------------------------------------------------------------------------- */

static void
start_state (Search *search)
{
  const GovModel *model = search->model;
  State *state = &search->states[0];

  state_init (state, search);
  for (guint c = 0; c < model->n_cells; c++)
    {
      gboolean open = model->states[c] == GOV_STATE_UNKNOWN
                      || (model->states[c] == GOV_STATE_BLANK && gov_model_blank_is_open (model, c));
      state->ranges[c] = open ? (GovRange){0, GOV_SYSTEM_VALUE_MAX} : (GovRange){model->values[c], model->values[c]};
    }
  for (guint r = 0; r < search->n_rows; r++)
    for (guint i = 0; i < search->rows[r]->list->len; i++)
      state->alive[r][state->n_alive[r]++] = (guint16) i;
}

/* What narrowing alone leaves holds in every solution, whatever it costs. */
static void
fall_back_on_narrowing (Search *search)
{
  GovSolutions *solutions = search->solutions;
  const State *state = &search->states[0];

  memcpy (solutions->ranges, state->ranges, sizeof *state->ranges * search->model->n_cells);
  for (guint r = 0; r < search->n_rows; r++)
    {
      const GovReadings *row = search->rows[r];

      g_array_set_size (solutions->used[r], 0);
      for (guint i = 0; i < state->n_alive[r]; i++)
        note_used (solutions->used[r], state->alive[r][i]);
      for (guint c = 0; c < row->n_columns; c++)
        {
          gboolean *settled = &solutions->settled[row->start + c];
          *settled = TRUE;
          for (guint i = 1; i < state->n_alive[r]; i++)
            if ((gov_readings_get (row, state->alive[r][i])->placed[c].kind == GOV_PLACED_BLANK)
                != (gov_readings_get (row, state->alive[r][0])->placed[c].kind == GOV_PLACED_BLANK))
              *settled = FALSE;
        }
    }
}

GovSolutions *
gov_system_solve (const GovModel *model, GovReadings *const *rows, guint n_rows, const gboolean *ignored)
{
  GovSolutions *solutions = g_new0 (GovSolutions, 1);
  Search search = {.model = model, .rows = rows, .n_rows = n_rows, .best_cost = G_MAXUINT, .solutions = solutions};

  solutions->n_rows = n_rows;
  solutions->ranges = g_new0 (GovRange, model->n_cells);
  solutions->settled = g_new0 (gboolean, model->n_cells);
  solutions->used = g_new0 (GArray *, n_rows);
  for (guint r = 0; r < n_rows; r++)
    solutions->used[r] = g_array_new (FALSE, FALSE, sizeof (guint));
  search.active = g_new0 (gboolean, model->n_equations);
  for (guint e = 0; e < model->n_equations; e++)
    search.active[e] = (model->standing[e] == GOV_STANDS_HOLDS || model->standing[e] == GOV_STANDS_OPEN) && !ignored[e];
  search.states = g_new0 (State, n_rows + 1);
  search.chosen = g_new0 (guint, n_rows);
  start_state (&search);

  search_below (&search, 0);
  solutions->outcome = search.n_solutions == 0 ? GOV_SYSTEM_CONTRADICTORY : search.cut ? GOV_SYSTEM_CUT : GOV_SYSTEM_SOLVED;
  if (search.cut)
    fall_back_on_narrowing (&search);

  for (guint d = 0; d <= n_rows; d++)
    state_clear (&search.states[d], &search);
  g_free (search.states);
  g_free (search.active);
  g_free (search.chosen);
  return solutions;
}

void
gov_solutions_free (GovSolutions *solutions)
{
  if (solutions == NULL)
    return;
  for (guint r = 0; r < solutions->n_rows; r++)
    g_array_unref (solutions->used[r]);
  g_free (solutions->used);
  g_free (solutions->ranges);
  g_free (solutions->settled);
  g_free (solutions);
}
