/* SPDX-License-Identifier: MIT */
/* govconv identify FILE…: what kind of input it is, and what report it holds. */
#include "core/cli/cli.h"
#include "core/plugin/identify.h"
#include "core/run/record.h"

#include <stdio.h>

typedef struct {
  GovSink *sink;
  gboolean json;
  GovStatus status;
} Run;

/* What is found out about one input. */
typedef struct {
  GovSource *source;
  const GovReader *const *readers;
  guint *scores;
  const char *dialect; /* NULL: undecided */
  const char *reason;  /* why there is no report; NULL: there is one */
  GovReport *report;   /* NULL: none */
} Findings;

static gboolean
take_first (GovReport *report, gpointer user_data, G_GNUC_UNUSED GError **error)
{
  Findings *findings = user_data;

  if (findings->report == NULL)
    findings->report = report;
  else
    gov_report_free (report);
  return TRUE;
}

static void
print_text (GovSink *sink, const char *name, const Findings *f)
{
  gsize n_bytes;

  gov_source_get_bytes (f->source, &n_bytes);
  gov_sink_printf (sink, NULL, "%s: %s\n  bytes      %" G_GSIZE_FORMAT "\n", name, f->dialect != NULL ? f->dialect : "unknown",
                   n_bytes);
  if (!gov_source_is_binary (f->source))
    gov_sink_printf (sink, NULL, "  charset    %s\n", gov_source_get_charset (f->source));
  gov_sink_printf (sink, NULL, "  scores    ");
  for (guint i = 0; f->readers[i] != NULL; i++)
    gov_sink_printf (sink, NULL, " %s %u%s", f->readers[i]->name, f->scores[i], f->readers[i + 1] != NULL ? "," : "\n");
  if (f->report == NULL)
    {
      gov_sink_printf (sink, NULL, "  no report  %s\n", f->reason != NULL ? f->reason : "the input holds none");
      return;
    }
  const char *publisher = gov_report_get_publisher (f->report), *title = gov_report_get_title (f->report);
  gov_sink_printf (sink, NULL, "  title      %s\n  publisher  %s\n", title != NULL ? title : "unknown",
                   publisher != NULL ? publisher : "unknown");
  if (gov_report_get_year (f->report) > 0)
    gov_sink_printf (sink, NULL, "  year       %u\n", gov_report_get_year (f->report));
  else
    gov_sink_printf (sink, NULL, "  year       unknown\n");
  for (guint i = 0; i < gov_report_get_n_tables (f->report); i++)
    {
      const GovForm *form = gov_table_get_form (gov_report_get_table (f->report, i));
      gov_sink_printf (sink, NULL, "  table      %s, edition %s (%s)\n", form->table, form->edition, form->title);
    }
}

static void
print_json (GovSink *sink, const char *name, const Findings *f)
{
  const GovReport *report = f->report;
  GovCliJson object;
  gsize n_bytes;

  gov_cli_json_init (&object, FALSE);
  gov_source_get_bytes (f->source, &n_bytes);
  gov_json_emit_begin (&object.json, '{', GOV_JSON_FLAT);
  gov_record_emit_text (&object.json, "document", name);
  gov_json_emit_unsigned_member (&object.json, "bytes", n_bytes);
  gov_record_emit_text (&object.json, "charset", gov_source_is_binary (f->source) ? NULL : gov_source_get_charset (f->source));
  gov_record_emit_text (&object.json, "dialect", f->dialect);
  gov_json_emit_key (&object.json, "scores");
  gov_json_emit_begin (&object.json, '{', GOV_JSON_FLAT);
  for (guint i = 0; f->readers[i] != NULL; i++)
    gov_json_emit_unsigned_member (&object.json, f->readers[i]->name, f->scores[i]);
  gov_json_emit_end (&object.json);
  gov_record_emit_text (&object.json, "no_report", report == NULL ? f->reason : NULL);
  gov_record_emit_text (&object.json, "title", report != NULL ? gov_report_get_title (report) : NULL);
  gov_record_emit_text (&object.json, "publisher", report != NULL ? gov_report_get_publisher (report) : NULL);
  gov_record_emit_known (&object.json, "year", report != NULL ? gov_report_get_year (report) : 0);
  gov_json_emit_key (&object.json, "editions");
  gov_json_emit_begin (&object.json, '{', GOV_JSON_FLAT);
  for (guint i = 0; report != NULL && i < gov_report_get_n_tables (report); i++)
    {
      const GovForm *form = gov_table_get_form (gov_report_get_table (report, i));
      gov_json_emit_member (&object.json, form->table, form->edition);
    }
  gov_json_emit_end (&object.json);
  gov_json_emit_end (&object.json);
  gov_cli_json_write (&object, sink);
}

/* TRUE: the input holds a report. */
static gboolean
identify_one (Run *run, const char *input, const GovConversion *conversion)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();
  g_autoptr (GovSource) source = gov_source_open (input, &error);
  guint chosen;

  if (source == NULL)
    {
      run->status = gov_status_combine (run->status, gov_cli_fail (error));
      return FALSE;
    }
  g_autofree guint *scores = g_new0 (guint, g_strv_length ((char **) conversion->readers));
  Findings findings = {.source = source, .readers = conversion->readers, .scores = scores};
  gov_identify_score (source, conversion->readers, scores);
  if (gov_identify (source, conversion->readers, &chosen, &error))
    {
      findings.dialect = conversion->readers[chosen]->name;
      gov_convert (source, conversion, take_first, &findings, diagnostics, &error);
    }
  findings.reason = error != NULL ? error->message : NULL;
  if (run->json)
    print_json (run->sink, input, &findings);
  else
    print_text (run->sink, input, &findings);
  gboolean found = findings.report != NULL;
  gov_report_free (findings.report);
  return found;
}

GovStatus
gov_cli_identify (int argc, char **argv)
{
  static const char *const standard_input[] = {"-", NULL};
  g_auto (GovCliOptions) cli = {0};
  g_auto (GovCliReaders) readers = {0};
  g_autoptr (GError) error = NULL;
  GovStatus status;
  Run run = {.status = GOV_STATUS_OK};
  guint n = 0, n_found = 0;

  if (!gov_cli_parse (argc, argv, GOV_CLI_PLUGINS | GOV_CLI_FORM | GOV_CLI_INPUT, "[FILE|-]…",
                      "Says of each input its charset, its format with the score that each reader gives it, and the report's\n"
                      "publisher, year and editions. Writes text, or with -o json one JSON object a line.",
                      NULL, &cli, &status))
    return status;
  if (!gov_cli_wants_json (&cli, &run.json, &error))
    return gov_cli_fail (error);
  g_autoptr (GovRegistry) registry = gov_cli_open_registry (&cli);
  if (!gov_cli_choose_readers (registry, cli.input_format, &readers, &error))
    return gov_cli_fail (error);
  GovConversion conversion = gov_cli_get_conversion (&readers, cli.repair);
  run.sink = gov_cli_open_stdout ();
  const char *const *inputs = cli.operands[0] != NULL ? (const char *const *) cli.operands : standard_input;
  for (; inputs[n] != NULL; n++)
    n_found += identify_one (&run, inputs[n], &conversion);
  if (n_found < n)
    run.status = gov_status_combine (run.status, n_found > 0 ? GOV_STATUS_SOME_FAILED : GOV_STATUS_ALL_FAILED);
  return gov_status_combine (run.status, gov_cli_close_stdout (run.sink));
}
