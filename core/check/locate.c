/* SPDX-License-Identifier: MIT */
/* Every failing equation has a changed cell in it. So: take a failing equation, try each of its cells, and go on with the
 * equations that then fail. Equations of one identifier share no cell, hence one change mends at most one of them: where as
 * many fail as changes are left, each must mend its equation wholly, and its size is known. (docs/arithmetic.md) */
#include "core/check/locate.h"
#include "core/check/edits.h"

#include <string.h>

typedef struct {
  const GovModel *model;
  GovExplanations *found;
  gint64 *residuals; /* of each equation under the changes made so far */
  guint n_nodes;
  gboolean any_value; /* changes need not be slips of a digit */
  GovExplanation making;
} Search;

static gboolean
counts (const GovModel *model, guint equation)
{
  return model->standing[equation] == GOV_STANDS_HOLDS || gov_model_speaks_against (model, equation);
}

static gboolean
fails (const Search *search, guint equation)
{
  return counts (search->model, equation) && search->residuals[equation] != 0;
}

static void
apply (Search *search, guint cell, gint64 delta)
{
  const GovModel *model = search->model;

  for (guint t = model->first_terms[cell]; t < model->first_terms[cell + 1]; t++)
    search->residuals[model->terms[t].equation] += model->terms[t].sign * delta;
}

/* ---- results ----------------------------------------------------------------------------------------------------------- */

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const GovChange *left = a, *right = b;

  if (left->cell != right->cell)
    return left->cell < right->cell ? -1 : 1;
  return left->value < right->value ? -1 : left->value > right->value;
}

static void
record (Search *search)
{
  GArray *list = search->found->explanations;
  GovExplanation sorted = {.n_changes = search->making.n_changes};

  memcpy (sorted.changes, search->making.changes, sizeof *sorted.changes * sorted.n_changes);
  qsort (sorted.changes, sorted.n_changes, sizeof *sorted.changes, compare_changes);
  for (guint i = 0; i < list->len; i++)
    {
      const GovExplanation *other = &g_array_index (list, GovExplanation, i);
      guint same = 0;
      while (same < sorted.n_changes && compare_changes (&other->changes[same], &sorted.changes[same]) == 0)
        same++;
      if (same == sorted.n_changes)
        return;
    }
  if (list->len < GOV_LOCATE_EXPLANATIONS_MAX)
    g_array_append_val (list, sorted);
  else
    search->found->complete = FALSE;
}

/* ---- search ------------------------------------------------------------------------------------------------------------ */

static void search_changes (Search *search, guint n_left);

static gboolean
is_changed (const Search *search, guint cell)
{
  for (guint i = 0; i < search->making.n_changes; i++)
    if (search->making.changes[i].cell == cell)
      return TRUE;
  return FALSE;
}

static void
try_change (Search *search, guint cell, gint64 value, guint n_left)
{
  gint64 delta = value - search->model->values[cell];

  search->making.changes[search->making.n_changes++] = (GovChange){cell, value};
  apply (search, cell, delta);
  search_changes (search, n_left - 1);
  apply (search, cell, -delta);
  search->making.n_changes--;
}

/* The failing equation to branch on: one whose identifier fails as often as changes are left, of those the shortest. FALSE:
 * too many fail for the changes left. *tight: the change must mend it wholly. */
static gboolean
choose_equation (const Search *search, guint n_left, guint *chosen, gboolean *tight)
{
  const GovModel *model = search->model;
  const GovInstance *instances = model->instances->instances;
  guint best = G_MAXUINT;

  *tight = FALSE;
  for (guint e = 0; e < model->n_equations;)
    {
      const GovEquation *equation = instances[e].equation;
      guint n_failing = 0, shortest = G_MAXUINT, which = 0;

      for (; e < model->n_equations && instances[e].equation == equation; e++)
        if (fails (search, e))
          {
            n_failing++;
            if (instances[e].n_cells < shortest)
              {
                shortest = instances[e].n_cells;
                which = e;
              }
          }
      if (n_failing > n_left)
        return FALSE;
      gboolean full = n_failing > 0 && n_failing == n_left;
      if (n_failing > 0 && ((full && !*tight) || (full == *tight && shortest < best)))
        {
          best = shortest;
          *chosen = which;
          *tight = full;
        }
    }
  return TRUE;
}

static void
branch (Search *search, guint equation, gboolean tight, guint n_left)
{
  const GovModel *model = search->model;
  const GovInstance *instance = &model->instances->instances[equation];

  for (guint t = 0; t < instance->n_cells; t++)
    {
      guint cell = instance->cells[t];
      gint64 whole = model->values[cell] - gov_instance_sign (instance, t) * search->residuals[equation];

      if (is_changed (search, cell) || (model->states[cell] == GOV_STATE_BLANK && !search->any_value))
        continue;
      if (tight)
        {
          if (whole >= 0 && (search->any_value || gov_edits_reach (whole, model->values[cell])))
            try_change (search, cell, whole, n_left);
          continue;
        }
      gint64 edits[GOV_EDITS_MAX];
      guint n_edits = gov_edits_list (model->values[cell], edits);
      for (guint i = 0; i < n_edits; i++)
        try_change (search, cell, edits[i], n_left);
    }
}

/* As deep as changes are allowed. */
static void
search_changes (Search *search, guint n_left)
{
  guint equation = G_MAXUINT;
  gboolean tight;

  if (!search->found->complete)
    return;
  if (++search->n_nodes > GOV_LOCATE_NODES_MAX)
    {
      search->found->complete = FALSE;
      return;
    }
  if (!choose_equation (search, n_left, &equation, &tight))
    return;
  if (equation == G_MAXUINT)
    {
      if (n_left == 0)
        record (search);
      return;
    }
  if (n_left > 0)
    branch (search, equation, tight, n_left);
}

GovExplanations *
gov_locate_errors (const GovModel *model)
{
  GovExplanations *found = g_new0 (GovExplanations, 1);
  Search search = {.model = model, .found = found};

  found->complete = TRUE;
  found->explanations = g_array_new (FALSE, FALSE, sizeof (GovExplanation));
  if (!gov_model_is_doubtful (model))
    return found;
  search.residuals = g_memdup2 (model->residuals, sizeof *model->residuals * model->n_equations);
  for (guint n = 1; n <= GOV_LOCATE_CELLS_MAX && found->explanations->len == 0 && found->complete; n++)
    {
      search.any_value = n == 1;
      search_changes (&search, n);
    }
  g_free (search.residuals);
  return found;
}

void
gov_explanations_free (GovExplanations *explanations)
{
  if (explanations == NULL)
    return;
  g_array_unref (explanations->explanations);
  g_free (explanations);
}

const GovExplanation *
gov_explanations_get_unique (const GovExplanations *explanations)
{
  if (!explanations->complete || explanations->explanations->len != 1)
    return NULL;
  return &g_array_index (explanations->explanations, GovExplanation, 0);
}
