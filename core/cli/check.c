/* SPDX-License-Identifier: MIT */
/* govconv check FILE…: what adds up in a report and what does not, for the people who answer for it. */
#include "core/cli/cli.h"
#include "core/run/record.h"

#include <string.h>

#define CELLS_SHOWN 8        /* cells of a finding that are listed with their places */
#define CHECK_CODES "check-" /* findings about checks: check-failed, check-uncertain */

typedef struct {
  GovSink *sink;
  gboolean json;
  const char *document;
} Run;

/* The printed label of a check's row or column, or its identifier. */
static const char *
get_label (const GovForm *form, const GovCheck *check)
{
  for (guint i = 0; i < form->n_cells; i++)
    {
      GovFormCell cell = gov_form_get_cell (form, i);
      if (check->row != NULL && strcmp (cell.row->id, check->row) == 0)
        return cell.row->label;
      if (check->column != NULL && strcmp (cell.column->id, check->column) == 0)
        return cell.column->label;
    }
  return check->row != NULL ? check->row : check->column;
}

/* What the arithmetic found out about a check: its finding begins with the check's name, "ID, LABEL: ". NULL: nothing. */
static const GovDiagnostic *
find_finding (const GovReport *report, const GovCheck *check, const char *label, const char **text)
{
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  g_autofree char *name = g_strdup_printf ("%s, %s: ", check->id, label);

  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      const GovDiagnostic *d = gov_diagnostics_get (diagnostics, i);
      if (!g_str_has_prefix (d->code, CHECK_CODES) || !g_str_has_prefix (d->message, name))
        continue;
      *text = d->message + strlen (name);
      return d;
    }
  return NULL;
}

/* Where to look: the cells with what is printed there and the place. */
static void
print_cells (GovSink *sink, const GovTable *table, const GovCellRef *cells, guint n_cells)
{
  const GovForm *form = gov_table_get_form (table);

  for (guint i = 0; i < MIN (n_cells, CELLS_SHOWN); i++)
    {
      guint index = gov_form_find_cell (form, cells[i].row, cells[i].column);
      if (index == GOV_CELL_NONE)
        continue;
      GovFormCell place = gov_form_get_cell (form, index);
      const GovCell *cell = gov_table_get_cell (table, index);
      gov_sink_printf (sink, NULL, "           %s, %s: %s", place.row->label, place.column->label,
                       cell->value != NULL ? cell->value : gov_origin_get_name (cell->origin));
      if (cell->place.line > 0)
        gov_sink_printf (sink, NULL, " (line %u, column %u)", cell->place.line, cell->place.column);
      gov_sink_write (sink, "\n", 1, NULL);
    }
  if (n_cells > CELLS_SHOWN)
    gov_sink_printf (sink, NULL, "           … and %u more\n", n_cells - CELLS_SHOWN);
}

/* A check that failed, or that blanks leave open and something was found out about. */
static void
print_check (GovSink *sink, const GovReport *report, const GovTable *table, const GovCheck *check)
{
  const char *label = get_label (gov_table_get_form (table), check), *text = NULL;
  const GovDiagnostic *finding = find_finding (report, check, label, &text);

  if (check->result != GOV_CHECK_FAIL && finding == NULL)
    return;
  gov_sink_printf (sink, NULL, "    %s  %s: ", check->result == GOV_CHECK_FAIL ? "FAIL " : "maybe", label);
  if (finding != NULL)
    gov_sink_printf (sink, NULL, "%s\n", text);
  else
    gov_sink_printf (sink, NULL, "%s against %s, a difference of %s [%s]\n", check->left, check->right, check->difference,
                     check->id);
  if (finding != NULL)
    print_cells (sink, table, finding->cells, finding->n_cells);
}

/* How many of a table's checks have each result. */
static void
count_results (const GovReport *report, const char *table, guint counts[GOV_CHECK_NOT_ASSESSABLE + 1])
{
  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    {
      const GovCheck *check = gov_report_get_check (report, i);
      if (strcmp (check->table, table) == 0)
        counts[check->result]++;
    }
}

static void
print_table (GovSink *sink, const GovReport *report, const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);
  guint counts[GOV_CHECK_NOT_ASSESSABLE + 1] = {0}, n = 0;

  count_results (report, form->table, counts);
  for (guint i = GOV_CHECK_PASS; i <= GOV_CHECK_NOT_ASSESSABLE; i++)
    n += counts[i];
  gov_sink_printf (sink, NULL, "\n  %s (%s, edition %s)\n", form->title, form->table, form->edition);
  if (n == 0)
    {
      gov_sink_printf (sink, NULL, "    no sums are printed in this table\n");
      return;
    }
  gov_sink_printf (sink, NULL, "    %u of %u sums hold, %u fail, %u are uncertain (places are blank), %u cannot be judged\n",
                   counts[GOV_CHECK_PASS], n, counts[GOV_CHECK_FAIL], counts[GOV_CHECK_UNCERTAIN],
                   counts[GOV_CHECK_NOT_ASSESSABLE]);
  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    {
      const GovCheck *check = gov_report_get_check (report, i);
      if (strcmp (check->table, form->table) == 0 && (check->result == GOV_CHECK_FAIL || check->result == GOV_CHECK_UNCERTAIN))
        print_check (sink, report, table, check);
    }
}

/* What was found besides the checks, which stand with their tables. */
static void
print_findings (GovSink *sink, const GovDiagnostics *diagnostics)
{
  gboolean any = FALSE;

  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      const GovDiagnostic *d = gov_diagnostics_get (diagnostics, i);
      if (g_str_has_prefix (d->code, CHECK_CODES))
        continue;
      gov_sink_printf (sink, NULL, "%s    %s: ", any ? "" : "\n  Other findings\n", gov_severity_get_name (d->severity));
      any = TRUE;
      if (d->place.line > 0)
        gov_sink_printf (sink, NULL, "line %u: ", d->place.line);
      gov_sink_printf (sink, NULL, "%s [%s]\n", d->message, d->code);
    }
}

static void
print_text (GovSink *sink, const char *document, const GovReport *report)
{
  const char *publisher = gov_report_get_publisher (report);

  gov_sink_printf (sink, NULL, "%s: %s", document, publisher != NULL ? publisher : "publisher unknown");
  if (gov_report_get_year (report) > 0)
    gov_sink_printf (sink, NULL, ", %u\n", gov_report_get_year (report));
  else
    gov_sink_printf (sink, NULL, ", year unknown\n");
  for (guint i = 0; i < gov_report_get_n_tables (report); i++)
    print_table (sink, report, gov_report_get_table (report, i));
  print_findings (sink, gov_report_get_diagnostics (report));
  gov_sink_printf (sink, NULL, "\n");
}

static void
print_json (GovSink *sink, const char *document, const GovReport *report)
{
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  GovCliJson object;

  gov_cli_json_init (&object, FALSE);
  gov_json_emit_begin (&object.json, '{', GOV_JSON_FLAT);
  gov_record_emit_text (&object.json, "document", document);
  gov_record_emit_text (&object.json, "publisher", gov_report_get_publisher (report));
  gov_record_emit_known (&object.json, "year", gov_report_get_year (report));
  gov_json_emit_key (&object.json, "editions");
  gov_json_emit_begin (&object.json, '{', GOV_JSON_FLAT);
  for (guint i = 0; i < gov_report_get_n_tables (report); i++)
    {
      const GovForm *form = gov_table_get_form (gov_report_get_table (report, i));
      gov_json_emit_member (&object.json, form->table, form->edition);
    }
  gov_json_emit_end (&object.json);
  gov_json_emit_key (&object.json, "checks");
  gov_json_emit_begin (&object.json, '[', GOV_JSON_FLAT);
  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    gov_record_emit_check (&object.json, gov_report_get_check (report, i));
  gov_json_emit_end (&object.json);
  gov_json_emit_key (&object.json, "diagnostics");
  gov_json_emit_begin (&object.json, '[', GOV_JSON_FLAT);
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    gov_record_emit_diagnostic (&object.json, gov_diagnostics_get (diagnostics, i));
  gov_json_emit_end (&object.json);
  gov_json_emit_end (&object.json);
  gov_cli_json_write (&object, sink);
}

static gboolean
show_report (GovReport *taken, gpointer user_data, GError **error)
{
  g_autoptr (GovReport) report = taken;
  const Run *run = user_data;
  const char *document = gov_report_get_source (report)->name;

  if (run->json)
    print_json (run->sink, document, report);
  else
    print_text (run->sink, document, report);
  return gov_sink_write (run->sink, "", 0, error); /* says whether all that came before was written */
}

static gboolean
keep_report (GovReport *report, gpointer reports, G_GNUC_UNUSED GError **error)
{
  g_ptr_array_add (reports, report);
  return TRUE;
}

/* Last year's reports, of any format. NULL and error. */
static GPtrArray *
open_previous (GovRegistry *registry, const char *path, GError **error)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) gov_report_free);
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();
  g_auto (GovCliReaders) readers = {0};
  g_autoptr (GovSource) source = gov_source_open (path, error);

  if (source == NULL || !gov_cli_choose_readers (registry, NULL, &readers, error))
    return NULL;
  GovConversion conversion = gov_cli_get_conversion (&readers, FALSE);
  if (gov_convert (source, &conversion, keep_report, reports, diagnostics, error))
    return g_steal_pointer (&reports);
  g_prefix_error (error, "--previous: ");
  return NULL;
}

GovStatus
gov_cli_check (int argc, char **argv)
{
  static const char *const standard_input[] = {"-", NULL};
  g_auto (GovCliOptions) cli = {0};
  g_auto (GovCliReaders) readers = {0};
  g_autoptr (GPtrArray) previous = NULL;
  g_autoptr (GError) error = NULL;
  GovSeverity fail_on;
  GovStatus status;
  Run run = {0};

  if (!gov_cli_parse (argc, argv,
                      GOV_CLI_PLUGINS | GOV_CLI_INPUT | GOV_CLI_FORM | GOV_CLI_FINDINGS | GOV_CLI_VERBOSE | GOV_CLI_PREVIOUS,
                      "[FILE|-]…",
                      "Checks reports before or after they are published: which sums hold, which fail and why, where to look.\n"
                      "Ends with status 1 when a finding is an inconsistency or worse (see --fail-on).",
                      NULL, &cli, &status))
    return status;
  if (!gov_cli_wants_json (&cli, &run.json, &error)
      || !gov_cli_get_fail_on (&cli, GOV_SEVERITY_INCONSISTENCY, &fail_on, &error))
    return gov_cli_fail (error);
  g_autoptr (GovRegistry) registry = gov_cli_open_registry (&cli);
  if (!gov_cli_choose_readers (registry, cli.input_format, &readers, &error))
    return gov_cli_fail (error);
  if (cli.previous_path != NULL && (previous = open_previous (registry, cli.previous_path, &error)) == NULL)
    return gov_cli_fail (error);
  /* The report itself has the findings: only what could not be read is left for standard error. */
  cli.quiet = TRUE;
  g_autoptr (GovLog) log = gov_cli_open_log (&cli, &error);
  if (log == NULL)
    return gov_cli_fail (error);

  GovConversion conversion = gov_cli_get_conversion (&readers, cli.repair);
  run.sink = gov_cli_open_stdout ();
  status = gov_batch_run (cli.operands[0] != NULL ? (const char *const *) cli.operands : standard_input, &conversion, previous,
                          show_report, &run, log, &error);
  status = gov_status_combine (status, gov_cli_close_stdout (run.sink));
  g_clear_error (&error); /* of standard output: told by the line above */
  if (!gov_log_finish (log, &error))
    status = gov_status_combine (status, gov_cli_fail (error));
  if (fail_on != 0 && gov_log_get_worst (log) >= fail_on)
    status = gov_status_combine (status, GOV_STATUS_FINDING);
  return status;
}
