/* SPDX-License-Identifier: MIT */
#include "core/check/check.h"
#include "core/check/decimal.h"

GovCellRef
gov_check_cell_ref (const GovForm *form, guint cell)
{
  GovFormCell what = gov_form_get_cell (form, cell);

  return (GovCellRef){form->table, what.row->id, what.column->id};
}

/* The sums of both sides, blanks as 0, and the blank cells. FALSE: an operand cannot be added. */
static gboolean
add_up (const GovTable *table, const GovInstance *instance, GovDecimal sides[2], GArray *cells, GArray *blank)
{
  gboolean assessable = TRUE;

  for (guint i = 0; i < instance->n_cells; i++)
    {
      const GovCell *cell = gov_table_get_cell (table, instance->cells[i]);
      GovCellRef ref = gov_check_cell_ref (gov_table_get_form (table), instance->cells[i]);
      GovDecimal value = 0;

      g_array_append_val (cells, ref);
      if (cell->origin == GOV_ORIGIN_BLANK)
        g_array_append_val (blank, ref);
      else if (!gov_decimal_parse (cell->value, &value))
        assessable = FALSE;
      sides[i >= instance->n_left] += value;
    }
  return assessable && blank->len < instance->n_cells;
}

static void
check_instance (GovReport *report, const GovTable *table, const GovInstance *instance, GovVerdict verdict)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (GovCellRef));
  g_autoptr (GArray) blank = g_array_new (FALSE, FALSE, sizeof (GovCellRef));
  g_autofree char *left = NULL, *right = NULL, *difference = NULL;
  GovDecimal sides[2] = {0, 0};
  GovCheck check = {
      .id = instance->equation->id,
      .table = instance->equation->table,
      .row = instance->row,
      .column = instance->column,
      .result = GOV_CHECK_NOT_ASSESSABLE,
  };

  if (add_up (table, instance, sides, cells, blank))
    {
      check.left = left = gov_decimal_to_string (sides[0]);
      check.right = right = gov_decimal_to_string (sides[1]);
      check.difference = difference = gov_decimal_to_string (sides[0] - sides[1]);
      check.result = blank->len > 0 ? GOV_CHECK_UNCERTAIN : sides[0] == sides[1] ? GOV_CHECK_PASS : GOV_CHECK_FAIL;
      if (check.result == GOV_CHECK_FAIL)
        check.verdict = verdict;
    }
  check.n_cells = cells->len;
  check.cells = (const GovCellRef *) (gconstpointer) cells->data;
  check.n_blank = blank->len;
  check.blank = (const GovCellRef *) (gconstpointer) blank->data;
  gov_report_add_check (report, &check);
}

void
gov_check_table (GovReport *report, const GovTable *table, const GovInstances *instances, const GovVerdict *verdicts)
{
  for (guint i = 0; i < instances->n_instances; i++)
    check_instance (report, table, &instances->instances[i], verdicts != NULL ? verdicts[i] : GOV_VERDICT_UNDETERMINED);
}

void
gov_check_report (GovReport *report)
{
  gov_report_clear_checks (report);
  for (guint i = 0; i < gov_report_get_n_tables (report); i++)
    {
      const GovTable *table = gov_report_get_table (report, i);
      const GovInstances *instances = gov_instances_get (gov_table_get_form (table));

      gov_check_table (report, table, instances, NULL);
    }
}
