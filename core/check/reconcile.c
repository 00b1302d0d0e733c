/* SPDX-License-Identifier: MIT */
/* One table after the other: locate what fails among the printed figures, repair it on request, solve what is open, then judge
 * the whole again and say why what fails fails. (docs/arithmetic.md) */
#include "core/check/reconcile.h"
#include "core/check/check.h"
#include "core/check/edits.h"
#include "core/check/explain.h"
#include "core/check/settle.h"
#include "core/check/system.h"

#include <string.h>

#define ALTERNATIVES_NAMED 4 /* readings that a message quotes */

typedef struct {
  GovSettling settling;
  const GovForm *form;
  const GovInstances *instances;
  GovModel *model;
  gboolean recognised;
  guint n_rows;
  GovOpenRow *rows;
  GovReadings **readings; /* of each open row */
  gboolean *open;         /* of each cell: it belongs to an open row */
} Table;

static GovDiagnostics *
diagnostics_of (const Table *table)
{
  return gov_report_get_mutable_diagnostics (table->settling.report);
}

static void
append_ref (const Table *table, GArray *refs, guint cell)
{
  GovCellRef ref = gov_check_cell_ref (table->form, cell);

  g_array_append_val (refs, ref);
}

static const GovCellRef *
refs_of (const GArray *refs)
{
  return (const GovCellRef *) (gconstpointer) refs->data;
}

/* ---- opening and closing a table --------------------------------------------------------------------------------------- */

static guint
row_start (const GovForm *form, guint row_in_form, guint *n_columns)
{
  const GovFormBlock *block;

  if (form->one_printed_row)
    {
      *n_columns = form->n_cells;
      return 0;
    }
  guint start = gov_form_get_row_start (form, row_in_form, &block);
  *n_columns = block->n_columns;
  return start;
}

static gboolean
has_blanks (const Table *table)
{
  for (guint c = 0; c < table->form->n_cells; c++)
    if (gov_table_get_cell (table->settling.table, c)->origin == GOV_ORIGIN_BLANK)
      return TRUE;
  for (guint r = 0; r < table->n_rows; r++)
    for (guint a = 0; a < table->rows[r].n_atoms; a++)
      if (table->rows[r].atoms[a].kind == GOV_ATOM_BLANK)
        return TRUE;
  return FALSE;
}

/* Nothing in an open row counts before it is settled. */
static void
load_model (Table *table)
{
  gov_model_load (table->model, table->settling.table);
  for (guint c = 0; c < table->model->n_cells; c++)
    if (table->open[c])
      gov_model_set_unknown (table->model, c);
  gov_model_judge (table->model);
}

static void
open_table (Table *table, const GovOpenTable *open)
{
  table->form = gov_table_get_form (table->settling.table);
  table->instances = gov_instances_get (table->form);
  table->model = gov_model_new (table->instances);
  table->open = g_new0 (gboolean, table->form->n_cells);
  if (open != NULL)
    {
      table->recognised = open->recognised;
      table->n_rows = open->n_rows;
      table->rows = g_memdup2 (open->rows, sizeof *open->rows * open->n_rows);
    }
  for (guint r = 0; r < table->n_rows && table->recognised; r++)
    table->rows[r].flags |= GOV_OPEN_MISREAD;
  table->readings = g_new0 (GovReadings *, table->n_rows);
  for (guint r = 0; r < table->n_rows; r++)
    {
      guint n_columns, start = row_start (table->form, table->rows[r].row_in_form, &n_columns);
      table->readings[r] = gov_readings_new (&table->rows[r], start, n_columns, table->instances, 0, has_blanks (table));
      for (guint c = 0; c < n_columns; c++)
        table->open[start + c] = TRUE;
    }
  load_model (table);
}

static void
close_table (Table *table)
{
  for (guint r = 0; r < table->n_rows; r++)
    gov_readings_free (table->readings[r]);
  g_free (table->readings);
  g_free (table->rows);
  g_free (table->open);
  gov_model_free (table->model);
}

/* ---- repairing --------------------------------------------------------------------------------------------------------- */

static void
repair_cell (Table *table, guint cell, gint64 value, gboolean blank)
{
  const GovCell *printed = gov_table_get_cell (table->settling.table, cell);
  g_autofree char *before = g_strdup (printed->value != NULL ? printed->value : "nothing");
  g_autofree char *after = blank ? g_strdup ("a blank") : g_strdup_printf ("%" G_GINT64_FORMAT, value);
  g_autoptr (GString) where = g_string_new (NULL);
  g_autoptr (GString) proof = g_string_new (NULL);
  GovCellRef ref = gov_check_cell_ref (table->form, cell);

  for (guint t = table->model->first_terms[cell]; t < table->model->first_terms[cell + 1]; t++)
    if (table->model->standing[table->model->terms[t].equation] != GOV_STANDS_OPEN)
      g_string_append_printf (proof, "%s%s", proof->len > 0 ? ", " : "",
                              table->instances->instances[table->model->terms[t].equation].equation->id);
  gov_settle_repair (&table->settling, cell, value, blank);
  gov_explain_append_cell (where, table->form, cell);
  gov_diagnostics_add (diagnostics_of (table), "value-repaired", &gov_table_get_cell (table->settling.table, cell)->place, &ref,
                       1, "%s: %s is printed; replaced by %s, the only small change under which all sums hold (%s)", where->str,
                       before, after, proof->str);
}

/* Several figures misread at once are believed of a picture only, and only if in each one digit is replaced; one figure, or one
 * slip, of any table. A blank is never filled because a sum wants it. */
static gboolean
is_believed (const Table *table, const GovExplanation *explanation)
{
  if (explanation->n_changes > 1 && !table->recognised)
    return FALSE;
  for (guint i = 0; i < explanation->n_changes; i++)
    {
      const GovChange *change = &explanation->changes[i];
      if (table->model->states[change->cell] != GOV_STATE_KNOWN
          || (explanation->n_changes > 1 && !gov_edits_replace (change->value, table->model->values[change->cell])))
        return FALSE;
    }
  return TRUE;
}

/* The one slip, or the one smallest change of single figures; not if it could be either. */
static void
repair_table (Table *table)
{
  if (!gov_model_is_doubtful (table->model))
    return;
  g_autoptr (GovExplanations) explanations = gov_locate_errors (table->model);
  const GovExplanation *unique = gov_explanations_get_unique (explanations);
  guint n_changes = explanations->explanations->len > 0
                        ? g_array_index (explanations->explanations, GovExplanation, 0).n_changes
                        : GOV_LOCATE_CELLS_MAX;
  GovSlides slides;

  gov_slides_find (table->model, &slides);
  if (unique != NULL && is_believed (table, unique) && (unique->n_changes == 1 || slides.n_slides == 0))
    for (guint i = 0; i < unique->n_changes; i++)
      repair_cell (table, unique->changes[i].cell, unique->changes[i].value, FALSE);
  else if (slides.n_slides == 1 && n_changes == GOV_LOCATE_CELLS_MAX)
    for (guint i = 0; i < slides.slides[0].n_cells; i++)
      repair_cell (table, slides.slides[0].cells[i], slides.slides[0].values[i], slides.slides[0].blank[i]);
  load_model (table);
}

/* ---- solving ----------------------------------------------------------------------------------------------------------- */

/* An equation with a figure in it that may be wrong proves nothing: leave it out. */
static void
ignore_suspects (const Table *table, gboolean *ignored)
{
  const GovModel *model = table->model;
  g_autofree gboolean *suspect = g_new0 (gboolean, model->n_cells);

  if (!gov_model_is_doubtful (model))
    return;
  g_autoptr (GovExplanations) explanations = gov_locate_errors (model);
  gboolean located = explanations->complete && explanations->explanations->len > 0;
  for (guint i = 0; located && i < explanations->explanations->len; i++)
    {
      const GovExplanation *explanation = &g_array_index (explanations->explanations, GovExplanation, i);
      for (guint c = 0; c < explanation->n_changes; c++)
        suspect[explanation->changes[c].cell] = TRUE;
    }
  for (guint e = 0; !located && e < model->n_equations; e++)
    for (guint t = 0; gov_model_speaks_against (model, e) && t < table->instances->instances[e].n_cells; t++)
      suspect[table->instances->instances[e].cells[t]] = TRUE;
  for (guint c = 0; c < model->n_cells; c++)
    for (guint t = model->first_terms[c]; suspect[c] && t < model->first_terms[c + 1]; t++)
      ignored[model->terms[t].equation] = TRUE;
}

/* Rows that can be solved: their readings are known, all of them. The sum of a row that never adds up is left out. */
static guint
choose_rows (const Table *table, GovReadings **usable, gboolean *ignored)
{
  guint n = 0;

  for (guint r = 0; r < table->n_rows; r++)
    {
      GovReadings *readings = table->readings[r];

      if (!readings->complete || readings->list->len == 0)
        continue;
      usable[n++] = readings;
      for (guint e = 0; e < table->model->n_equations && !readings->adds_up; e++)
        {
          const GovInstance *instance = &table->instances->instances[e];
          if (instance->equation->axis == GOV_AXIS_ROW && instance->cells[0] >= readings->start
              && instance->cells[0] < readings->start + readings->n_columns)
            ignored[e] = TRUE;
        }
    }
  return n;
}

/* Let in readings with one lost place more. FALSE: nothing shows that places were lost in this table. */
static gboolean
allow_gaps (Table *table)
{
  gboolean lost = FALSE;

  for (guint r = 0; r < table->n_rows; r++)
    lost |= table->readings[r]->list->len > 0 && gov_readings_get (table->readings[r], 0)->cost > 0;
  for (guint r = 0; r < table->n_rows && lost; r++)
    if ((table->rows[r].flags & GOV_OPEN_LACKS) != 0)
      {
        GovReadings *old = table->readings[r];
        table->readings[r]
            = gov_readings_new (&table->rows[r], old->start, old->n_columns, table->instances, 1, has_blanks (table));
        gov_readings_free (old);
      }
  return lost;
}

static gboolean
is_single (const GovRange *range)
{
  return range->low == range->high;
}

static void
explain_open_row (const Table *table, guint r, const GArray *used, const GArray *cells)
{
  const GovReadings *readings = table->readings[r];
  const GovOpenRow *row = &table->rows[r];
  g_autoptr (GString) text = g_string_new (NULL);
  GovPlace place = gov_settle_row_place (&table->settling, row);
  guint n = used != NULL ? used->len : 0;

  if (!readings->complete)
    g_string_append (text, "the figures of this row can be read in too many ways");
  else if (readings->list->len == 0)
    g_string_append (text, "no reading of these figures fits the columns of the form");
  else if (n == 0)
    g_string_append (text, "no reading of these figures agrees with the sums of the table");
  else
    {
      g_string_append (text, n == 1 ? "these figures read " : "these figures read ");
      for (guint i = 0; i < MIN (n, ALTERNATIVES_NAMED); i++)
        {
          g_string_append (text, i == 0 ? "" : i + 1 == n ? " or " : ", ");
          gov_settle_append_reading (text, row, gov_readings_get (readings, g_array_index (used, guint, i)),
                                     readings->n_columns);
        }
      if (n > ALTERNATIVES_NAMED)
        g_string_append_printf (text, " or in %u more ways", n - ALTERNATIVES_NAMED);
      if (n > 1)
        g_string_append (text, ", and nothing tells which");
    }
  gov_diagnostics_add (diagnostics_of (table), "reading-open", &place, refs_of (cells), cells->len,
                       "%s: %s; the cells that differ have no value",
                       gov_form_get_cell (table->form, readings->start).row->label, text->str);
}

/* used: the readings of the row that solutions use; NULL: it was not solved. */
static void
settle_row (const Table *table, guint r, const GovSolutions *solutions, const GArray *used, GArray *resolved)
{
  const GovReadings *readings = table->readings[r];
  const GovOpenRow *row = &table->rows[r];
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (GovCellRef));

  for (guint c = 0; c < readings->n_columns; c++)
    {
      guint cell = readings->start + c;
      gboolean single = used != NULL && used->len > 0 && solutions->settled[cell];
      const GovPlaced *placed = single ? &gov_readings_get (readings, g_array_index (used, guint, 0))->placed[c] : NULL;

      if (single && (placed->kind == GOV_PLACED_BLANK || used->len == 1 || is_single (&solutions->ranges[cell]))
          && (placed->kind != GOV_PLACED_UNKNOWN || is_single (&solutions->ranges[cell])))
        {
          gov_settle_cell (&table->settling, row, cell, placed);
          if (placed->kind == GOV_PLACED_UNKNOWN)
            gov_settle_value (&table->settling, cell, solutions->ranges[cell].low);
          if (placed->kind != GOV_PLACED_BLANK)
            append_ref (table, resolved, cell);
          continue;
        }
      gov_settle_open (&table->settling, row, cell);
      append_ref (table, open, cell);
    }
  if (open->len > 0)
    explain_open_row (table, r, used, open);
}

/* A row or a column that the source does not have stays missing: figures that nobody printed are not made up. */
static gboolean
is_within_table (const Table *table, guint cell)
{
  GovFormCell where = gov_form_get_cell (table->form, cell);
  guint row = cell - where.column_in_block, first = row;
  gboolean in_row = FALSE, in_column = FALSE;

  while (first > 0 && gov_form_get_cell (table->form, first - 1).block == where.block)
    first--;
  for (guint c = 0; c < where.block->n_columns; c++)
    in_row |= gov_table_get_cell (table->settling.table, row + c)->origin != GOV_ORIGIN_MISSING;
  for (guint r = 0; r < where.block->n_rows; r++)
    in_column |= gov_table_get_cell (table->settling.table, first + r * where.block->n_columns + where.column_in_block)->origin
                 != GOV_ORIGIN_MISSING;
  return in_row && in_column;
}

static void
settle_unknown (const Table *table, const GovSolutions *solutions, GArray *resolved)
{
  for (guint c = 0; c < table->model->n_cells; c++)
    {
      const GovCell *cell = gov_table_get_cell (table->settling.table, c);

      if (table->open[c] || cell->origin == GOV_ORIGIN_BLANK || gov_cell_has_value (cell) || !is_single (&solutions->ranges[c])
          || !is_within_table (table, c))
        continue;
      gov_settle_value (&table->settling, c, solutions->ranges[c].low);
      append_ref (table, resolved, c);
    }
}

static void
note_resolved (const Table *table, const GArray *resolved)
{
  if (resolved->len == 0)
    return;
  guint first = gov_form_find_cell (table->form, refs_of (resolved)[0].row, refs_of (resolved)[0].column);
  gov_diagnostics_add (
      diagnostics_of (table), "reading-resolved", &gov_table_get_cell (table->settling.table, first)->place, refs_of (resolved),
      resolved->len,
      "%u figures of this table were not printed in a way that reads by itself; they are the only ones with which "
      "it adds up",
      resolved->len);
}

static void
solve_table (Table *table)
{
  gboolean something_open = FALSE;
  g_autofree gboolean *ignored = g_new0 (gboolean, table->model->n_equations);
  g_autofree GovReadings **usable = g_new0 (GovReadings *, table->n_rows);
  g_autoptr (GArray) resolved = g_array_new (FALSE, FALSE, sizeof (GovCellRef));

  for (guint c = 0; c < table->model->n_cells; c++)
    something_open |= table->model->states[c] == GOV_STATE_UNKNOWN;
  if (!something_open)
    return;
  ignore_suspects (table, ignored);
  guint n_usable = choose_rows (table, usable, ignored);
  g_autoptr (GovSolutions) solutions = gov_system_solve (table->model, usable, n_usable, ignored);
  if (solutions->outcome == GOV_SYSTEM_CONTRADICTORY && allow_gaps (table))
    {
      gov_solutions_free (solutions);
      n_usable = choose_rows (table, usable, ignored);
      solutions = gov_system_solve (table->model, usable, n_usable, ignored);
    }
  gboolean solved = solutions->outcome != GOV_SYSTEM_CONTRADICTORY;

  for (guint r = 0, u = 0; r < table->n_rows; r++)
    {
      gboolean is_usable = u < n_usable && usable[u] == table->readings[r];
      settle_row (table, r, solutions, is_usable && solved ? solutions->used[u] : NULL, resolved);
      u += is_usable;
    }
  if (solved)
    settle_unknown (table, solutions, resolved);
  note_resolved (table, resolved);
  memset (table->open, 0, sizeof *table->open * table->model->n_cells);
  load_model (table);
}

/* ---- the whole --------------------------------------------------------------------------------------------------------- */

static void
judge_table (Table *table)
{
  g_autofree GovVerdict *verdicts = g_new0 (GovVerdict, table->model->n_equations);
  g_autoptr (GovExplanations) explanations = gov_locate_errors (table->model);
  GovSlides slides = {.n_slides = 0};
  GovFindings findings = {table->settling.table, table->model, explanations, &slides, table->recognised};

  if (gov_model_is_doubtful (table->model))
    gov_slides_find (table->model, &slides);
  gov_explain_checks (&findings, table->settling.report, verdicts);
  gov_check_table (table->settling.report, table->settling.table, table->instances, verdicts);
}

static const GovOpenTable *
find_open (const GovOpenTable *open, guint n_open, const char *table)
{
  for (guint i = 0; i < n_open; i++)
    if (strcmp (open[i].table, table) == 0)
      return &open[i];
  return NULL;
}

void
gov_reconcile (GovReport *report, GovSource *source, const GovOpenTable *open, guint n_open, gboolean repair)
{
  gov_report_clear_checks (report);
  for (guint t = 0; t < gov_report_get_n_tables (report); t++)
    {
      const char *name = gov_table_get_form (gov_report_get_table (report, t))->table;
      Table table = {.settling = {report, gov_report_get_mutable_table (report, name), source}};

      open_table (&table, find_open (open, n_open, name));
      if (repair)
        repair_table (&table);
      solve_table (&table);
      if (repair)
        repair_table (&table);
      judge_table (&table);
      close_table (&table);
    }
}
