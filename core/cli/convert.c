/* SPDX-License-Identifier: MIT */
#include "core/cli/cli.h"
#include "core/plugin/registry.h"
#include "core/run/sink.h"
#include "core/run/writing.h"

#include <string.h>
#include <unistd.h>

/* The formats' names, one a line. */
static GovStatus
print_formats (const GovCliOptions *cli, gboolean readers, gboolean writers)
{
  g_autoptr (GovRegistry) registry = gov_cli_open_registry (cli);
  g_autoptr (GPtrArray) files = gov_registry_list_files (registry);
  GovSink *sink = gov_cli_open_stdout ();

  for (guint i = 0; i < files->len; i++)
    {
      const GovPluginFile *file = files->pdata[i];
      const GovPlugin *plugin = file->shadowed_by == NULL ? gov_registry_open (registry, file->name, NULL) : NULL;
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint j = 0; readers && plugin != NULL && plugin->readers != NULL && plugin->readers[j] != NULL; j++)
        if (g_hash_table_add (names, (gpointer) plugin->readers[j]->name))
          gov_sink_printf (sink, NULL, "%s\n", plugin->readers[j]->name);
      for (guint j = 0; writers && plugin != NULL && plugin->writers != NULL && plugin->writers[j] != NULL; j++)
        if (g_hash_table_add (names, (gpointer) plugin->writers[j]->name))
          gov_sink_printf (sink, NULL, "%s\n", plugin->writers[j]->name);
    }
  return gov_cli_close_stdout (sink);
}

static GovStatus
print_names (const GovCliOptions *cli)
{
  GovSink *sink = gov_cli_open_stdout ();
  guint n = 0;

  for (const GovVerb *verb = gov_verbs; cli->list_verbs && verb->name != NULL; verb++)
    gov_sink_printf (sink, NULL, "%s\n", verb->name);
  const GovDiagnosticCode *codes = gov_diagnostic_codes (&n);
  for (guint i = 0; cli->list_codes && i < n; i++)
    gov_sink_printf (sink, NULL, "%s\n", codes[i].code);
  return gov_cli_close_stdout (sink);
}

static char *
describe_program (void)
{
  GString *text = g_string_new ("Turns China's annual reports on government information disclosure (政府信息公开工作年度报告)\n"
                                "into data: every figure with its place, every contradiction named.\n\nVerbs:\n");

  for (const GovVerb *verb = gov_verbs; verb->name != NULL; verb++)
    g_string_append_printf (text, "  %-12s %s\n", verb->name, verb->summary);
  g_string_append (text, "  \"govconv VERB --help\" tells more.");
  return g_string_free (text, FALSE);
}

static const char description[]
    = "Examples:\n"
      "  govconv report.html                      to JSON on standard output\n"
      "  govconv -O report.xml report.html        to XML, as the extension says\n"
      "  govconv -o csv -O all.csv *.html         many reports into one table\n"
      "  curl -s URL | govconv -i html -o csv     in a pipe\n"
      "  govconv check report.html                does it add up?\n"
      "\n"
      "Exit status: 0 done; 1 a finding reached --fail-on; 2 usage; 3 some documents could not be\n"
      "read as reports, 4 none could; 5 a file could not be read or written; 6 unknown format or\n"
      "unusable plugin; 7 internal error. Findings go to standard error, data to standard output.\n";

static gboolean
is_misplaced_verb (const char *operand)
{
  for (const GovVerb *verb = gov_verbs; verb->name != NULL; verb++)
    if (strcmp (operand, verb->name) == 0)
      return !g_file_test (operand, G_FILE_TEST_EXISTS);
  return FALSE;
}

/* The output of a run: kept unless it is a file and nothing came. */
static gboolean
finish_output (GovWriting *writing, GovSink *sink, gboolean to_file, GError **error)
{
  if (!gov_writing_finish (writing, error))
    return FALSE;
  if (to_file && gov_writing_get_n_reports (writing) == 0)
    return TRUE;
  return gov_sink_commit (sink, error);
}

static GovStatus
run (const GovCliOptions *cli, const GovConversion *conversion, const GovWriter *writer, const GovOptions *writer_options,
     GovSeverity fail_on, GovLog *log)
{
  g_autoptr (GError) error = NULL;
  gboolean to_file = cli->output_path != NULL && strcmp (cli->output_path, "-") != 0;
  const char *standard_input[] = {"-", NULL};
  const char *const *inputs = cli->operands[0] != NULL ? (const char *const *) cli->operands : standard_input;
  g_autoptr (GovSink) sink = to_file ? gov_sink_new_file (cli->output_path, &error) : gov_cli_open_stdout ();

  if (sink == NULL)
    return gov_cli_fail (error);
  g_autoptr (GovWriting) writing = gov_writing_new (writer, writer_options, sink, inputs[1] != NULL);
  GovStatus status = gov_batch_run (inputs, conversion, NULL, gov_writing_add, writing, log, &error);
  if (error == NULL)
    finish_output (writing, sink, to_file, &error);
  if (error != NULL && !gov_sink_is_closed (sink))
    status = gov_status_combine (status, gov_cli_fail (error));
  g_clear_error (&error);
  if (!gov_log_finish (log, &error))
    status = gov_status_combine (status, gov_cli_fail (error));
  if (fail_on != 0 && gov_log_get_worst (log) >= fail_on)
    status = gov_status_combine (status, GOV_STATUS_FINDING);
  return status;
}

GovStatus
gov_cli_convert (int argc, char **argv)
{
  g_auto (GovCliOptions) cli = {0};
  g_auto (GovCliReaders) readers = {0};
  g_autoptr (GovOptions) writer_options = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = describe_program ();
  GovSeverity fail_on;
  GovStatus status;

  if (!gov_cli_parse (argc, argv,
                      GOV_CLI_PLUGINS | GOV_CLI_INPUT | GOV_CLI_OUTPUT | GOV_CLI_FINDINGS | GOV_CLI_VERBOSE | GOV_CLI_LISTS,
                      "[FILE|-]…", summary, description, &cli, &status))
    return status;
  if (cli.list_verbs || cli.list_codes)
    return print_names (&cli);
  if (cli.list_formats || cli.list_readers || cli.list_writers)
    return print_formats (&cli, !cli.list_writers, !cli.list_readers);

  if (cli.operands[0] == NULL && isatty (STDIN_FILENO))
    return gov_cli_fail_usage ("no input: name a FILE, or send one through a pipe");
  if (cli.operands[0] != NULL && is_misplaced_verb (cli.operands[0]))
    return gov_cli_fail_usage ("there is no file \"%s\"; a verb comes first: govconv %s …", cli.operands[0], cli.operands[0]);
  if (!gov_cli_get_fail_on (&cli, 0, &fail_on, &error))
    return gov_cli_fail (error);
  g_autoptr (GovRegistry) registry = gov_cli_open_registry (&cli);
  const GovWriter *writer = gov_cli_choose_writer (registry, &cli, &writer_options, &error);
  if (writer == NULL || !gov_cli_choose_readers (registry, cli.input_format, &readers, &error))
    return gov_cli_fail (error);
  g_autoptr (GovLog) log = gov_cli_open_log (&cli, &error);
  if (log == NULL)
    return gov_cli_fail (error);
  GovConversion conversion = gov_cli_get_conversion (&readers, cli.repair);
  return run (&cli, &conversion, writer, writer_options, fail_on, log);
}
