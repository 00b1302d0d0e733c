/* SPDX-License-Identifier: MIT */
#include "core/check/model.h"

static void
index_terms (GovModel *model)
{
  const GovInstance *instances = model->instances->instances;
  guint *first = model->first_terms = g_new0 (guint, model->n_cells + 1);

  for (guint e = 0; e < model->n_equations; e++)
    for (guint t = 0; t < instances[e].n_cells; t++)
      first[instances[e].cells[t] + 1]++;
  for (guint c = 0; c < model->n_cells; c++)
    first[c + 1] += first[c];

  g_autofree guint *next = g_memdup2 (first, sizeof *first * model->n_cells);
  model->terms = g_new (GovTerm, first[model->n_cells] + 1);
  for (guint e = 0; e < model->n_equations; e++)
    for (guint t = 0; t < instances[e].n_cells; t++)
      model->terms[next[instances[e].cells[t]]++] = (GovTerm){e, gov_instance_sign (&instances[e], t)};
}

GovModel *
gov_model_new (const GovInstances *instances)
{
  GovModel *model = g_new0 (GovModel, 1);

  model->instances = instances;
  model->n_cells = instances->form->n_cells;
  model->n_equations = instances->n_instances;
  model->states = g_new0 (GovState, model->n_cells);
  model->values = g_new0 (gint64, model->n_cells);
  model->standing = g_new0 (GovStanding, model->n_equations);
  model->residuals = g_new0 (gint64, model->n_equations);
  index_terms (model);
  return model;
}

void
gov_model_free (GovModel *model)
{
  if (model == NULL)
    return;
  g_free (model->states);
  g_free (model->values);
  g_free (model->standing);
  g_free (model->residuals);
  g_free (model->first_terms);
  g_free (model->terms);
  g_free (model);
}

void
gov_model_set_unknown (GovModel *model, guint cell)
{
  model->states[cell] = GOV_STATE_UNKNOWN;
  model->values[cell] = 0;
}

void
gov_model_load (GovModel *model, const GovTable *table)
{
  for (guint c = 0; c < model->n_cells; c++)
    {
      const GovCell *cell = gov_table_get_cell (table, c);

      gov_model_set_unknown (model, c);
      if (gov_cell_get_integer (cell, &model->values[c]))
        model->states[c] = GOV_STATE_KNOWN;
      else if (cell->origin == GOV_ORIGIN_BLANK)
        model->states[c] = GOV_STATE_BLANK;
    }
  gov_model_judge (model);
}

static GovStanding
judge (const GovModel *model, guint e)
{
  const GovInstance *instance = &model->instances->instances[e];
  guint n_unknown = 0, n_blank[2] = {0, 0};

  for (guint t = 0; t < instance->n_cells; t++)
    {
      n_unknown += model->states[instance->cells[t]] == GOV_STATE_UNKNOWN;
      n_blank[t >= instance->n_left] += model->states[instance->cells[t]] == GOV_STATE_BLANK;
    }
  if (n_unknown > 0)
    return GOV_STANDS_OPEN;
  if (model->residuals[e] == 0)
    return GOV_STANDS_HOLDS;
  if (n_blank[0] == instance->n_left || n_blank[1] == instance->n_cells - instance->n_left)
    return GOV_STANDS_SILENT;
  return n_blank[0] + n_blank[1] > 0 ? GOV_STANDS_SOFT : GOV_STANDS_FAILS;
}

void
gov_model_judge (GovModel *model)
{
  for (guint e = 0; e < model->n_equations; e++)
    {
      const GovInstance *instance = &model->instances->instances[e];

      model->residuals[e] = 0;
      for (guint t = 0; t < instance->n_cells; t++)
        model->residuals[e] += gov_instance_sign (instance, t) * model->values[instance->cells[t]];
      model->standing[e] = judge (model, e);
    }
}

gboolean
gov_model_blank_is_open (const GovModel *model, guint cell)
{
  for (guint t = model->first_terms[cell]; t < model->first_terms[cell + 1]; t++)
    {
      GovStanding standing = model->standing[model->terms[t].equation];
      if (standing == GOV_STANDS_SOFT || standing == GOV_STANDS_SILENT)
        return TRUE;
    }
  return FALSE;
}

gboolean
gov_model_is_doubtful (const GovModel *model)
{
  for (guint e = 0; e < model->n_equations; e++)
    if (gov_model_speaks_against (model, e))
      return TRUE;
  return FALSE;
}
