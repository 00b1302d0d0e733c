/* SPDX-License-Identifier: MIT */
/* The command line: one table of options, of which each verb takes some. */
#include "core/cli/cli.h"
#include "core/plugin/registry.h"
#include "core/run/sink.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
gov_cli_options_clear (GovCliOptions *options)
{
  g_strfreev (options->plugin_dirs);
  g_strfreev (options->operands);
  g_free (options->trace);
  g_free (options->input_format);
  g_free (options->output_format);
  g_free (options->output_path);
  g_free (options->fail_on);
  g_free (options->diagnostics_path);
  g_free (options->previous_path);
}

GovStatus
gov_cli_fail (const GError *error)
{
  fprintf (stderr, "govconv: %s\n", error->message);
  return gov_status_of_error (error);
}

GovStatus
gov_cli_fail_usage (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "govconv: %s\nTry \"govconv --help\".\n", message);
  return GOV_STATUS_USAGE;
}

/* Text that is never shortened to fit the locale: g_print() would turn what ASCII lacks into '?'. */
static void
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, FALSE, NULL);
  GovSink *sink = gov_cli_open_stdout ();

  gov_sink_write (sink, help, -1, NULL);
  gov_cli_close_stdout (sink);
}

#define ALWAYS 0 /* options that every verb takes */

static void
add_entries (GOptionContext *context, GovCliTaken taken, GovCliOptions *o)
{
  const struct {
    GovCliTaken taken;
    GOptionEntry entry;
  } entries[] = {
      {GOV_CLI_INPUT,
       {"input-format", 'i', 0, G_OPTION_ARG_STRING, &o->input_format,
        "Read FORMAT; auto (the usual) finds out, auto:html,tsv among these", "FORMAT[:OPTION=VALUE,…]"}},
      {GOV_CLI_OUTPUT,
       {"output-format", 'o', 0, G_OPTION_ARG_STRING, &o->output_format, "Write FORMAT; else -O's extension tells, else json",
        "FORMAT[:OPTION=VALUE,…]"}},
      {GOV_CLI_OUTPUT,
       {"output", 'O', 0, G_OPTION_ARG_FILENAME, &o->output_path,
        "Write into FILE, not to standard output; it appears whole or not at all", "FILE"}},
      {GOV_CLI_FORM,
       {"output-format", 'o', 0, G_OPTION_ARG_STRING, &o->output_format, "Write text (the usual) or json", "text|json"}},
      {GOV_CLI_OUTPUT,
       {"provenance", 0, 0, G_OPTION_ARG_NONE, &o->provenance, "Write each cell's origin, place and printed text too", NULL}},
      {GOV_CLI_INPUT,
       {"repair", 0, 0, G_OPTION_ARG_NONE, &o->repair,
        "Correct printed figures that the arithmetic refutes, if only one correction is possible", NULL}},
      {GOV_CLI_PREVIOUS,
       {"previous", 0, 0, G_OPTION_ARG_FILENAME, &o->previous_path, "Compare with last year's report, converted to JSON",
        "LAST.json"}},
      {GOV_CLI_FINDINGS,
       {"fail-on", 0, 0, G_OPTION_ARG_STRING, &o->fail_on,
        "End with status 1 when a finding is as grave: note, warning, inconsistency, error or never", "SEVERITY"}},
      {GOV_CLI_FINDINGS,
       {"diagnostics", 0, 0, G_OPTION_ARG_FILENAME, &o->diagnostics_path,
        "Write all findings into FILE, one JSON object a line", "FILE"}},
      {GOV_CLI_FINDINGS, {"quiet", 'q', 0, G_OPTION_ARG_NONE, &o->quiet, "Show errors only on standard error", NULL}},
      {GOV_CLI_VERBOSE, {"verbose", 'v', 0, G_OPTION_ARG_NONE, &o->verbose, "Show more", NULL}},
      {GOV_CLI_PLUGINS,
       {"plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->plugin_dirs, "Look for plugins in DIR first; may be repeated",
        "DIR"}},
      {GOV_CLI_PLUGINS,
       {"trace", 0, 0, G_OPTION_ARG_STRING, &o->trace, "Show each search for a plugin and each opening", "plugins"}},
      {GOV_CLI_LISTS, {"list-formats", 0, 0, G_OPTION_ARG_NONE, &o->list_formats, "Print all formats, one a line", NULL}},
      {GOV_CLI_LISTS, {"list-readers", 0, 0, G_OPTION_ARG_NONE, &o->list_readers, "Print the formats that can be read", NULL}},
      {GOV_CLI_LISTS,
       {"list-writers", 0, 0, G_OPTION_ARG_NONE, &o->list_writers, "Print the formats that can be written", NULL}},
      {GOV_CLI_LISTS, {"list-codes", 0, 0, G_OPTION_ARG_NONE, &o->list_codes, "Print the codes of diagnostics", NULL}},
      {GOV_CLI_LISTS, {"list-verbs", 0, 0, G_OPTION_ARG_NONE, &o->list_verbs, "Print the verbs", NULL}},
      {GOV_CLI_LISTS, {"version", 0, 0, G_OPTION_ARG_NONE, &o->version, "Print the version", NULL}},
      {GOV_CLI_NEW_PLUGIN, {"reader", 0, 0, G_OPTION_ARG_NONE, &o->reader, "A plugin that reads the format", NULL}},
      {GOV_CLI_NEW_PLUGIN, {"writer", 0, 0, G_OPTION_ARG_NONE, &o->writer, "A plugin that writes the format", NULL}},
      {GOV_CLI_NEW_PLUGIN,
       {"output", 'O', 0, G_OPTION_ARG_FILENAME, &o->output_path, "Create the directory DIR instead of govconv-NAME", "DIR"}},
      {GOV_CLI_TEST_PLUGIN,
       {"once", 0, 0, G_OPTION_ARG_NONE, &o->once,
        "Try no rule: use each reader once on each FILE and each writer once, for a debugger or a memory checker", NULL}},
      {ALWAYS, {"help", 'h', 0, G_OPTION_ARG_NONE, &o->help, "Print this help", NULL}},
      {ALWAYS, {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->operands, NULL, NULL}},
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].taken == ALWAYS || (entries[i].taken & taken) != 0)
      {
        const GOptionEntry list[] = {entries[i].entry, {NULL}};
        g_option_context_add_main_entries (context, list, NULL);
      }
}

gboolean
gov_cli_parse (int argc, char **argv, GovCliTaken taken, const char *usage, const char *summary, const char *description,
               GovCliOptions *options, GovStatus *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  add_entries (context, taken, options);
  *status = GOV_STATUS_OK;
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      *status = gov_cli_fail_usage ("%s", error->message);
      return FALSE;
    }
  if (options->help)
    {
      print_help (context);
      return FALSE;
    }
  if (options->version)
    {
      *status = gov_cli_print_version ();
      return FALSE;
    }
  if (options->trace != NULL && strcmp (options->trace, "plugins") != 0)
    {
      *status = gov_cli_fail_usage ("--trace does not take \"%s\"; it takes plugins", options->trace);
      return FALSE;
    }
  if (options->operands == NULL)
    options->operands = g_new0 (char *, 1);
  return TRUE;
}

/* ---- what the options stand for ---------------------------------------------------------------------------------------- */

static void
print_trace (const char *line, G_GNUC_UNUSED gpointer user_data)
{
  fprintf (stderr, "govconv: plugins: %s\n", line);
}

GovRegistry *
gov_cli_open_registry (const GovCliOptions *options)
{
  g_autoptr (GStrvBuilder) directories = g_strv_builder_new ();
  g_auto (GStrv) usual = gov_registry_get_usual_directories ();

  if (options->plugin_dirs != NULL)
    g_strv_builder_addv (directories, (const char **) options->plugin_dirs);
  g_strv_builder_addv (directories, (const char **) usual);
  g_auto (GStrv) all = g_strv_builder_end (directories);
  GovRegistry *registry = gov_registry_new ((const char *const *) all);
  if (options->trace != NULL)
    gov_registry_set_trace (registry, print_trace, NULL);
  return registry;
}

GovLog *
gov_cli_open_log (const GovCliOptions *options, GError **error)
{
  GovSeverity shown = GOV_SEVERITY_WARNING;

  if (options->quiet)
    shown = GOV_SEVERITY_ERROR;
  else if (options->verbose)
    shown = GOV_SEVERITY_NOTE;
  return gov_log_new (shown, options->diagnostics_path, error);
}

gboolean
gov_cli_get_fail_on (const GovCliOptions *options, GovSeverity usual, GovSeverity *fail_on, GError **error)
{
  *fail_on = usual;
  if (options->fail_on == NULL)
    return TRUE;
  *fail_on = gov_severity_from_name (options->fail_on);
  if (*fail_on != 0 || strcmp (options->fail_on, "never") == 0)
    return TRUE;
  g_set_error (error, GOV_ERROR, GOV_ERROR_USAGE,
               "--fail-on does not take \"%s\"; it takes note, warning, inconsistency, error or never", options->fail_on);
  return FALSE;
}

gboolean
gov_cli_wants_json (const GovCliOptions *options, gboolean *json, GError **error)
{
  *json = g_strcmp0 (options->output_format, "json") == 0;
  if (*json || options->output_format == NULL || strcmp (options->output_format, "text") == 0)
    return TRUE;
  g_set_error (error, GOV_ERROR, GOV_ERROR_USAGE, "-o does not take \"%s\" here; it takes text or json",
               options->output_format);
  return FALSE;
}

/* ---- standard output --------------------------------------------------------------------------------------------------- */

GovSink *
gov_cli_open_stdout (void)
{
  return gov_sink_new_descriptor (STDOUT_FILENO, "standard output");
}

GovStatus
gov_cli_close_stdout (GovSink *sink)
{
  g_autoptr (GovSink) owned = sink;
  g_autoptr (GError) error = NULL;

  if (gov_sink_commit (sink, &error) || gov_sink_is_closed (sink))
    return GOV_STATUS_OK;
  return gov_cli_fail (error);
}

#define JSON_INDENT 2 /* spaces a level */

void
gov_cli_json_init (GovCliJson *json, gboolean pretty)
{
  json->text = g_string_new (NULL);
  json->json = (GovJsonEmitter){.out = json->text, .indent = pretty ? JSON_INDENT : 0};
}

void
gov_cli_json_write (GovCliJson *json, GovSink *sink)
{
  g_string_append_c (json->text, '\n');
  gov_sink_write (sink, json->text->str, json->text->len, NULL); /* a failure is told by the commit */
  g_string_free (json->text, TRUE);
}
