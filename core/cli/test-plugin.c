/* SPDX-License-Identifier: MIT */
/* govconv test-plugin PLUGIN.so [FILE|DIRECTORY…]: the conformance kit, for people who write plugins. */
#include "core/cli/cli.h"
#include "core/plugin/conformance.h"
#include "core/plugin/install.h"
#include "core/plugin/module.h"
#include "core/plugin/registry.h"

#include <string.h>

#define SECONDS 60    /* for one rule */
#define SHOWN_LINES 3 /* of a rule's failures; the rest is counted */

/* Where the rule is stated: "govconv/plugin.h:50", the line only if the installed header can be found. Free with g_free(). */
static char *
locate_rule (const GovRule *rule)
{
  g_autofree char *include = gov_install_get_include_dir ();
  g_autofree char *path = g_build_filename (include, "govconv", rule->header, NULL);
  g_autofree char *text = NULL;
  const char *found = g_file_get_contents (path, &text, NULL, NULL) ? strstr (text, rule->quote) : NULL;
  guint line = 1;

  if (found == NULL)
    return g_strdup_printf ("govconv/%s", rule->header);
  for (const char *p = text; p < found; p++)
    line += *p == '\n';
  return g_strdup_printf ("govconv/%s:%u", rule->header, line);
}

static void
print_verdict (GovSink *sink, const GovVerdictOnRule *verdict)
{
  if (verdict->failures == NULL)
    {
      gov_sink_printf (sink, NULL, "ok    %s\n", verdict->rule->id);
      return;
    }
  g_autofree char *place = locate_rule (verdict->rule);
  g_auto (GStrv) lines = g_strsplit (verdict->failures, "\n", -1);
  guint n = 0;

  gov_sink_printf (sink, NULL, "FAIL  %s\n      %s: \"%s\"\n", verdict->rule->id, place, verdict->rule->quote);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && n++ < SHOWN_LINES)
      gov_sink_printf (sink, NULL, "      %s\n", lines[i]);
  if (n > SHOWN_LINES)
    gov_sink_printf (sink, NULL, "      … and %u more\n", n - SHOWN_LINES);
}

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

/* "/dir/govconv-NAME.so" → NAME; NULL: no plugin's file. Free with g_free(). */
static char *
get_name_of_file (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  gsize n = strlen (base);

  if (!g_str_has_prefix (base, "govconv-") || !g_str_has_suffix (base, ".so") || n <= strlen ("govconv-.so"))
    return NULL;
  g_autofree char *name = g_strndup (base + strlen ("govconv-"), n - strlen ("govconv-.so"));
  return gov_format_name_is_valid (name) ? g_steal_pointer (&name) : NULL;
}

static GovStatus
test_plugin (const char *path, char **corpus_paths, const GovCliOptions *cli)
{
  g_autofree char *name = get_name_of_file (path), *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GError) error = NULL;
  guint n_broken = 0;

  if (name == NULL)
    return gov_cli_fail_usage ("%s: a plugin's file is called govconv-NAME.so", path);
  g_autoptr (GovModule) module = gov_module_open (absolute, name, &error);
  if (module == NULL)
    return gov_cli_fail (error);
  g_autoptr (GPtrArray) corpus = open_corpus (corpus_paths, &error);
  if (corpus == NULL)
    return gov_cli_fail (error);
  g_autoptr (GovRegistry) registry = gov_cli_open_registry (cli);
  g_autoptr (GPtrArray) others = list_other_readers (registry, gov_module_get_plugin (module));

  g_autoptr (GPtrArray) verdicts = gov_conformance_run (gov_module_get_plugin (module), corpus, others, SECONDS);
  GovSink *sink = gov_cli_open_stdout ();
  gov_sink_printf (sink, NULL, "ok    declaration\n");
  for (guint i = 0; i < verdicts->len; i++)
    {
      const GovVerdictOnRule *verdict = verdicts->pdata[i];
      print_verdict (sink, verdict);
      n_broken += verdict->failures != NULL;
    }
  gov_sink_printf (sink, NULL, "%s: %u of %u rules broken, %u documents\n", name, n_broken, verdicts->len + 1, corpus->len);
  return gov_status_combine (gov_cli_close_stdout (sink), n_broken > 0 ? GOV_STATUS_FINDING : GOV_STATUS_OK);
}

GovStatus
gov_cli_test_plugin (int argc, char **argv)
{
  g_auto (GovCliOptions) cli = {0};
  GovStatus status;

  if (!gov_cli_parse (
          argc, argv, GOV_CLI_PLUGINS, "PLUGIN.so [FILE|DIRECTORY]…",
          "Holds a plugin against the rules of the installed headers: its declaration, its options, honest scores,\n"
          "places, threads, silence, failures, and cut, mutated, huge and hostile input. FILEs are documents of\n"
          "its format or of others. Every rule is tried in a process of its own. Ends with status 1 when one is\n"
          "broken.",
          NULL, &cli, &status))
    return status;
  if (cli.operands[0] == NULL)
    return gov_cli_fail_usage ("test-plugin takes a PLUGIN.so");
  return test_plugin (cli.operands[0], cli.operands + 1, &cli);
}
