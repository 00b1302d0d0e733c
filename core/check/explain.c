/* SPDX-License-Identifier: MIT */
#include "core/check/explain.h"
#include "core/check/check.h"

#include <string.h>

#define PROPOSALS_NAMED 3 /* alternatives that a message quotes */

void
gov_explain_append_cell (GString *text, const GovForm *form, guint cell)
{
  GovFormCell what = gov_form_get_cell (form, cell);

  g_string_append_printf (text, "%s, %s", what.row->label, what.column->label);
}

/* ---- what is to blame -------------------------------------------------------------------------------------------------- */

static gboolean
takes_part (const GovInstance *instance, guint cell)
{
  for (guint t = 0; t < instance->n_cells; t++)
    if (instance->cells[t] == cell)
      return TRUE;
  return FALSE;
}

/* The one explanation of all failures: a slip of several cells, or single figures. Both NULL: there is none, or several. */
typedef struct {
  const GovSlide *slide;
  const GovExplanation *explanation;
} Cause;

static Cause
find_cause (const GovFindings *findings)
{
  Cause cause = {NULL, gov_explanations_get_unique (findings->explanations)};

  if (findings->slides->n_slides == 1 && findings->explanations->complete
      && (cause.explanation == NULL || cause.explanation->n_changes > 1))
    cause = (Cause){&findings->slides->slides[0], NULL};
  return cause;
}

/* In a table that was typed, not recognised, every figure reads clearly: what does not add up is the organ's own. */
static GovVerdict
judge (const GovFindings *findings, const Cause *cause)
{
  if (cause->slide != NULL)
    return cause->slide->kind == GOV_SLIDE_SPLIT ? GOV_VERDICT_SPLIT : GOV_VERDICT_SLID;
  if (!findings->recognised)
    return GOV_VERDICT_SOURCE;
  return cause->explanation != NULL ? GOV_VERDICT_MISREAD : GOV_VERDICT_UNDETERMINED;
}

/* ---- words ------------------------------------------------------------------------------------------------------------- */

/* At most one of the two lines has a label: the equation holds for a row or for a column. */
static const char *
line_label (const GovForm *form, const GovInstance *instance)
{
  GovFormCell what = gov_form_get_cell (form, instance->cells[0]);

  return instance->row != NULL ? what.row->label : what.column->label;
}

static void
append_side (GString *text, const GovFindings *findings, const GovInstance *instance, gboolean left)
{
  const GovForm *form = gov_table_get_form (findings->table);
  guint from = left ? 0 : instance->n_left, to = left ? instance->n_left : instance->n_cells, n_terms = to - from;
  gint64 sum = 0;

  for (guint t = from; t < to; t++)
    sum += findings->model->values[instance->cells[t]];
  for (guint t = from; t < to && n_terms <= 2; t++)
    {
      GovFormCell what = gov_form_get_cell (form, instance->cells[t]);
      const GovCell *cell = gov_table_get_cell (findings->table, instance->cells[t]);
      g_string_append_printf (text, "%s%s %s", t > from ? " + " : "",
                              instance->row != NULL ? what.column->label : what.row->label,
                              gov_cell_has_value (cell) ? cell->value : "(blank)");
    }
  if (n_terms > 2)
    g_string_append_printf (text, "the sum of %u figures", n_terms);
  if (n_terms > 1)
    g_string_append_printf (text, " is %" G_GINT64_FORMAT, sum);
}

static void
append_change (GString *text, const GovFindings *findings, guint cell, gint64 value, gboolean blank)
{
  const GovCell *printed = gov_table_get_cell (findings->table, cell);

  gov_explain_append_cell (text, gov_table_get_form (findings->table), cell);
  g_string_append_printf (text, ": %s is printed where ", gov_cell_has_value (printed) ? printed->value : "nothing");
  if (blank)
    g_string_append (text, "a blank would fit");
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT " would fit", value);
}

static void
append_explanation (GString *text, const GovFindings *findings, const GovExplanation *explanation)
{
  for (guint i = 0; i < explanation->n_changes; i++)
    {
      g_string_append (text, i > 0 ? "; " : "");
      append_change (text, findings, explanation->changes[i].cell, explanation->changes[i].value, FALSE);
    }
}

static void
append_cause (GString *text, const GovFindings *findings, const Cause *cause)
{
  static const char *const slips[] = {
      [GOV_SLIDE_ROW] = "figures of a row seem to stand one place beside theirs",
      [GOV_SLIDE_PAIR] = "two neighbouring figures seem to be exchanged",
      [GOV_SLIDE_SPLIT] = "one figure seems to stand in two places, or two in one",
  };
  const GArray *list = findings->explanations->explanations;

  g_string_append (text, ". ");
  if (cause->slide != NULL)
    {
      g_string_append_printf (text, "All failures together: %s: ", slips[cause->slide->kind]);
      for (guint i = 0; i < cause->slide->n_cells; i++)
        {
          g_string_append (text, i > 0 ? "; " : "");
          append_change (text, findings, cause->slide->cells[i], cause->slide->values[i], cause->slide->blank[i]);
        }
    }
  else if (cause->explanation != NULL)
    {
      g_string_append (text, "One reading mends every failing sum of the table: ");
      append_explanation (text, findings, cause->explanation);
    }
  else if (list->len > 0 && list->len <= PROPOSALS_NAMED && findings->explanations->complete)
    {
      g_string_append (text, "It would hold if one of these were so: ");
      for (guint i = 0; i < list->len; i++)
        {
          g_string_append (text, i > 0 ? " | " : "");
          append_explanation (text, findings, &g_array_index (list, GovExplanation, i));
        }
    }
  else
    g_string_append (text, "The sums do not tell which figure is wrong");
}

static const char *
verdict_words (GovVerdict verdict)
{
  switch (verdict)
    {
    case GOV_VERDICT_SOURCE:
      return "; every figure reads clearly, so this seems to be the organ's own mistake: the figures stay as printed";
    case GOV_VERDICT_MISREAD:
      return "; the page was recognised from a picture, so this seems to be a misread figure: compare the picture, or use "
             "--repair";
    case GOV_VERDICT_SLID:
    case GOV_VERDICT_SPLIT:
      return "; compare the published page, or use --repair";
    default:
      return "; compare the published page";
    }
}

/* ---- diagnostics ------------------------------------------------------------------------------------------------------- */

/* The cells to look at: those that the cause changes, if they take part; else all that take part. */
static GArray *
suspects (const GovInstance *instance, const Cause *cause)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; cause->slide != NULL && i < cause->slide->n_cells; i++)
    if (takes_part (instance, cause->slide->cells[i]))
      g_array_append_val (cells, cause->slide->cells[i]);
  for (guint i = 0; cause->explanation != NULL && i < cause->explanation->n_changes; i++)
    if (takes_part (instance, cause->explanation->changes[i].cell))
      g_array_append_val (cells, cause->explanation->changes[i].cell);
  if (cells->len == 0)
    g_array_append_vals (cells, instance->cells, instance->n_cells);
  return cells;
}

static void
add_diagnostic (const GovFindings *findings, GovReport *report, const char *code, const GArray *cells, const char *message)
{
  const GovForm *form = gov_table_get_form (findings->table);
  g_autofree GovCellRef *refs = g_new (GovCellRef, cells->len);
  guint last = g_array_index (cells, guint, cells->len - 1);

  for (guint i = 0; i < cells->len; i++)
    refs[i] = gov_check_cell_ref (form, g_array_index (cells, guint, i));
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), code, &gov_table_get_cell (findings->table, last)->place,
                       refs, cells->len, "%s", message);
}

static void
append_statement (GString *text, const GovFindings *findings, guint e)
{
  const GovInstance *instance = &findings->model->instances->instances[e];
  gint64 difference = findings->model->residuals[e];

  g_string_append_printf (text, "%s, %s: ", instance->equation->id,
                          line_label (gov_table_get_form (findings->table), instance));
  append_side (text, findings, instance, TRUE);
  g_string_append (text, ", but ");
  append_side (text, findings, instance, FALSE);
  g_string_append_printf (text, ": a difference of %" G_GINT64_FORMAT, difference < 0 ? -difference : difference);
  if (findings->model->standing[e] == GOV_STANDS_SOFT)
    g_string_append (text, " with the blank places as 0");
}

static void
explain_failure (const GovFindings *findings, GovReport *report, guint e, const Cause *cause, GovVerdict verdict)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) cells = suspects (&findings->model->instances->instances[e], cause);

  append_statement (text, findings, e);
  append_cause (text, findings, cause);
  g_string_append (text, verdict_words (verdict));
  add_diagnostic (findings, report, "check-failed", cells, text->str);
}

/* One side is too large whatever the blanks stand for, because they all stand on it. */
static gboolean
blanks_cannot_help (const GovFindings *findings, guint e)
{
  const GovInstance *instance = &findings->model->instances->instances[e];
  gint64 residual = findings->model->residuals[e];

  for (guint t = 0; t < instance->n_cells; t++)
    if (findings->model->states[instance->cells[t]] == GOV_STATE_BLANK && gov_instance_sign (instance, t) * residual < 0)
      return FALSE;
  return TRUE;
}

/* Whether the cause changes a printed figure of the equation: then it is that figure, and not the blanks, that does not fit. */
static gboolean
blames_a_figure (const GovFindings *findings, guint e, const Cause *cause)
{
  const GovInstance *instance = &findings->model->instances->instances[e];

  if (cause->slide == NULL && cause->explanation == NULL)
    return FALSE;
  g_autoptr (GArray) cells = suspects (instance, cause);
  for (guint i = 0; i < cells->len; i++)
    if (findings->model->states[g_array_index (cells, guint, i)] == GOV_STATE_KNOWN)
      return TRUE;
  return FALSE;
}

static void
explain_blanks (const GovFindings *findings, GovReport *report, guint e)
{
  const GovInstance *instance = &findings->model->instances->instances[e];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean hopeless = blanks_cannot_help (findings, e);

  for (guint t = 0; t < instance->n_cells; t++)
    if (hopeless || findings->model->states[instance->cells[t]] == GOV_STATE_BLANK)
      g_array_append_val (cells, instance->cells[t]);
  append_statement (text, findings, e);
  if (hopeless)
    g_string_append (text, "; whatever the blank places stand for, the figures contradict each other");
  else
    g_string_append (text, "; the blank places would have to stand for figures");
  add_diagnostic (findings, report, hopeless ? "check-failed" : "check-uncertain", cells, text->str);
}

void
gov_explain_checks (const GovFindings *findings, GovReport *report, GovVerdict *verdicts)
{
  Cause cause = find_cause (findings);
  GovVerdict verdict = judge (findings, &cause);

  for (guint e = 0; e < findings->model->n_equations; e++)
    {
      verdicts[e] = verdict;
      if (!gov_model_speaks_against (findings->model, e))
        verdicts[e] = GOV_VERDICT_NONE;
      else if (findings->model->standing[e] == GOV_STANDS_FAILS || blames_a_figure (findings, e, &cause))
        explain_failure (findings, report, e, &cause, verdict);
      else
        explain_blanks (findings, report, e);
    }
}
