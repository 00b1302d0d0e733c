/* SPDX-License-Identifier: MIT */
/* govconv test-plugin PLUGIN [FILE|DIRECTORY…]: the conformance kit, for people who write plugins. */
#include "core/cli/cli.h"
#include "core/plugin/conformance.h"
#include "core/plugin/install.h"
#include "core/plugin/manifest.h"
#include "core/plugin/module.h"
#include "core/plugin/registry.h"
#include "core/run/record.h"

#include <string.h>
#include <unistd.h>

#define SECONDS 60              /* for one rule */
#define SECONDS_OF_COMMANDS 600 /* likewise; a process is started for every document */
#define SECONDS_UNDER_VALGRIND 120
#define SHOWN_LINES 3 /* of a rule's failures; the rest is counted */

/* Where the rule is stated: the line of the installed header, 0 if it cannot be found. */
static guint
find_line (const GovRule *rule)
{
  g_autofree char *include = gov_install_get_include_dir ();
  g_autofree char *path = g_build_filename (include, "govconv", rule->header, NULL);
  g_autofree char *text = NULL;
  const char *found = g_file_get_contents (path, &text, NULL, NULL) ? strstr (text, rule->quote) : NULL;
  guint line = 1;

  if (found == NULL)
    return 0;
  for (const char *p = text; p < found; p++)
    line += *p == '\n';
  return line;
}

/* ---- the result --------------------------------------------------------------------------------------------------------- */

typedef struct {
  const char *name;    /* of the plugin */
  GPtrArray *verdicts; /* GovVerdictOnRule */
  guint n_documents, n_broken, n_not_run;
} Result;

static void
print_verdict (GovSink *sink, const GovVerdictOnRule *verdict)
{
  if (verdict->not_run != NULL)
    gov_sink_printf (sink, NULL, "--    %s: not run: %s\n", verdict->rule->id, verdict->not_run);
  else if (verdict->failures == NULL)
    gov_sink_printf (sink, NULL, "ok    %s\n", verdict->rule->id);
  if (verdict->failures == NULL)
    return;
  g_autofree char *line_number = g_strdup_printf (":%u", find_line (verdict->rule));
  g_auto (GStrv) lines = g_strsplit (verdict->failures, "\n", -1);
  guint n = 0;

  gov_sink_printf (sink, NULL, "FAIL  %s\n      govconv/%s%s: \"%s\"\n", verdict->rule->id, verdict->rule->header,
                   strcmp (line_number, ":0") != 0 ? line_number : "", verdict->rule->quote);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && n++ < SHOWN_LINES)
      gov_sink_printf (sink, NULL, "      %s\n", lines[i]);
  if (n > SHOWN_LINES)
    gov_sink_printf (sink, NULL, "      … and %u more\n", n - SHOWN_LINES);
}

static void
print_text (GovSink *sink, const Result *result)
{
  gov_sink_printf (sink, NULL, "ok    declaration\n");
  for (guint i = 0; i < result->verdicts->len; i++)
    print_verdict (sink, result->verdicts->pdata[i]);
  gov_sink_printf (sink, NULL, "%s: %u of %u rules broken, ", result->name, result->n_broken, result->verdicts->len + 1);
  if (result->n_not_run > 0)
    gov_sink_printf (sink, NULL, "%u not run, ", result->n_not_run);
  gov_sink_printf (sink, NULL, "%u documents\n", result->n_documents);
}

static void
emit_rule (GovJsonEmitter *json, const GovVerdictOnRule *verdict)
{
  g_auto (GStrv) lines = g_strsplit (verdict->failures != NULL ? verdict->failures : "", "\n", -1);
  guint line = find_line (verdict->rule);

  gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
  gov_json_emit_member (json, "rule", verdict->rule->id);
  gov_json_emit_member (json, "result", verdict->not_run != NULL ? "not-run" : verdict->failures != NULL ? "broken" : "kept");
  if (verdict->not_run != NULL)
    gov_json_emit_member (json, "reason", verdict->not_run);
  gov_json_emit_member (json, "header", verdict->rule->header);
  gov_record_emit_known (json, "line", line);
  gov_json_emit_member (json, "quote", verdict->rule->quote);
  gov_json_emit_key (json, "failures");
  gov_json_emit_begin (json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      gov_json_emit_string (json, lines[i]);
  gov_json_emit_end (json);
  gov_json_emit_end (json);
}

static void
print_json (GovSink *sink, const Result *result)
{
  GovCliJson object;

  gov_cli_json_init (&object, TRUE);
  gov_json_emit_begin (&object.json, '{', GOV_JSON_BROKEN);
  gov_json_emit_member (&object.json, "plugin", result->name);
  gov_json_emit_unsigned_member (&object.json, "documents", result->n_documents);
  gov_json_emit_unsigned_member (&object.json, "broken", result->n_broken);
  gov_json_emit_unsigned_member (&object.json, "not_run", result->n_not_run);
  gov_json_emit_key (&object.json, "rules");
  gov_json_emit_begin (&object.json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < result->verdicts->len; i++)
    emit_rule (&object.json, result->verdicts->pdata[i]);
  gov_json_emit_end (&object.json);
  gov_json_emit_end (&object.json);
  gov_cli_json_write (&object, sink);
}

/* ---- what is tried ------------------------------------------------------------------------------------------------------ */

/* The readers of every other plugin, NULL-terminated. */
static GPtrArray *
list_other_readers (GovRegistry *registry, const GovPlugin *plugin)
{
  g_autoptr (GPtrArray) all = gov_registry_list_readers (registry);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (gov_plugin_find_reader (plugin, ((const GovReader *) all->pdata[i])->name) == NULL)
      g_ptr_array_add (others, all->pdata[i]);
  g_ptr_array_add (others, NULL);
  return others;
}

/* The given documents and the installed ones of the other formats. NULL and error. */
static GPtrArray *
open_corpus (char **paths, GError **error)
{
  g_autoptr (GPtrArray) corpus = g_ptr_array_new_with_free_func (gov_trial_input_free);
  g_autofree char *data = gov_install_get_data_dir ();
  g_autofree char *installed = g_build_filename (data, "corpus", NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    if (!gov_trial_inputs_add_path (corpus, paths[i], error))
      return NULL;
  if (g_file_test (installed, G_FILE_TEST_IS_DIR) && !gov_trial_inputs_add_path (corpus, installed, error))
    return NULL;
  return g_steal_pointer (&corpus);
}

/* A plugin's file, opened; what opening it takes stays open. Clear with subject_clear(). */
typedef struct {
  char *name, *path; /* absolute */
  GovRegistry *registry;
  GovModule *module; /* one of the two */
  GovManifest *manifest;
  const GovPlugin *plugin;
} Subject;

static void
subject_clear (Subject *subject)
{
  gov_manifest_free (subject->manifest);
  gov_module_close (subject->module);
  gov_registry_free (subject->registry);
  g_free (subject->name);
  g_free (subject->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static gboolean
open_subject (Subject *subject, const char *path, const GovCliOptions *cli, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);

  subject->name = gov_plugin_file_dup_format (base);
  subject->path = g_canonicalize_filename (path, NULL);
  if (subject->name == NULL)
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_USAGE,
                   "%s: a plugin's file is called govconv-NAME.so, or NAME.govconv-exec where a command does the work", path);
      return FALSE;
    }
  subject->registry = gov_cli_open_registry (cli);
  if (g_str_has_suffix (base, GOV_MANIFEST_SUFFIX))
    {
      const GovPlugin *exec = gov_registry_open (subject->registry, "exec", error);
      subject->manifest = exec != NULL ? gov_manifest_open (subject->path, subject->name, exec, error) : NULL;
      subject->plugin = subject->manifest != NULL ? gov_manifest_get_plugin (subject->manifest) : NULL;
    }
  else
    {
      subject->module = gov_module_open (subject->path, subject->name, error);
      subject->plugin = subject->module != NULL ? gov_module_get_plugin (subject->module) : NULL;
    }
  return subject->plugin != NULL;
}

static GovStatus
print_result (const Subject *subject, GPtrArray *verdicts, guint n_documents, gboolean json)
{
  Result result = {.name = subject->name, .verdicts = verdicts, .n_documents = n_documents};
  GovSink *sink = gov_cli_open_stdout ();

  for (guint i = 0; i < verdicts->len; i++)
    {
      const GovVerdictOnRule *verdict = verdicts->pdata[i];
      result.n_broken += verdict->failures != NULL;
      result.n_not_run += verdict->not_run != NULL;
    }
  if (json)
    print_json (sink, &result);
  else
    print_text (sink, &result);
  return gov_status_combine (gov_cli_close_stdout (sink), result.n_broken > 0 ? GOV_STATUS_FINDING : GOV_STATUS_OK);
}

static GovStatus
test_plugin (const GovCliOptions *cli)
{
  g_auto (Subject) subject = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  gboolean json;

  if (!gov_cli_wants_json (cli, &json, &error) || !open_subject (&subject, cli->operands[0], cli, &error))
    return gov_cli_fail (error);
  g_autoptr (GPtrArray) corpus = open_corpus (cli->operands + 1, &error);
  if (corpus == NULL)
    return gov_cli_fail (error);
  if (cli->once)
    {
      gov_trial_use_readers (subject.plugin, corpus);
      gov_trial_use_writers (subject.plugin);
      _exit (GOV_STATUS_OK); /* with the plugin still mapped, so that a memory checker can name its functions */
    }
  g_autoptr (GPtrArray) others = list_other_readers (subject.registry, subject.plugin);
  gboolean by_command = subject.manifest != NULL;
  g_autoptr (GPtrArray) verdicts
      = gov_conformance_run (subject.plugin, by_command, corpus, others, by_command ? SECONDS_OF_COMMANDS : SECONDS);
  gov_conformance_add_leaks (verdicts, program, by_command ? NULL : subject.path, (const char *const *) cli->operands + 1,
                             SECONDS_UNDER_VALGRIND);
  return print_result (&subject, verdicts, corpus->len, json);
}

GovStatus
gov_cli_test_plugin (int argc, char **argv)
{
  g_auto (GovCliOptions) cli = {0};
  GovStatus status;

  if (!gov_cli_parse (argc, argv, GOV_CLI_PLUGINS | GOV_CLI_FORM | GOV_CLI_TEST_PLUGIN, "PLUGIN [FILE|DIRECTORY]…",
                      "Holds a plugin, govconv-NAME.so or NAME.govconv-exec, against the rules of the installed headers: its\n"
                      "declaration, its options, honest scores, places, threads, silence, failures, cut, mutated, huge and\n"
                      "hostile input, and lost memory where valgrind is installed. FILEs are documents of its format or of\n"
                      "others. Every rule is tried in a process of its own. Ends with status 1 when one is broken.",
                      NULL, &cli, &status))
    return status;
  if (cli.operands[0] == NULL)
    return gov_cli_fail_usage ("test-plugin takes a plugin's file");
  return test_plugin (&cli);
}
