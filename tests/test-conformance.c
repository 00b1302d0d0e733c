/* SPDX-License-Identifier: MIT */
/* The conformance kit finds each kind of misbehaviour, says which rule it breaks, and lives on. */
#include "core/plugin/conformance.h"
#include "core/plugin/module.h"
#include "core/plugin/registry.h"
#include "gtest-c.h"
#include "shell.h"

#define SECONDS 5       /* for a rule: only the plugin that hangs needs them all */
#define OWN_SECONDS 300 /* also under sanitizers on a busy machine */

typedef struct {
  GPtrArray *corpus, *others, *verdicts;
  GovModule *module;
} Fixture;

static void
tear_down (Fixture *f)
{
  g_clear_pointer (&f->corpus, g_ptr_array_unref);
  g_clear_pointer (&f->others, g_ptr_array_unref);
  g_clear_pointer (&f->verdicts, g_ptr_array_unref);
  gov_module_close (f->module);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, tear_down)

static void
add_input (GPtrArray *inputs, const char *name, const char *text)
{
  GovTrialInput *input = g_new (GovTrialInput, 1);

  *input = (GovTrialInput){g_strdup (name), g_bytes_new (text, strlen (text))};
  g_ptr_array_add (inputs, input);
}

/* Another format, so that honesty can be seen: everything that begins with "other" is its own. */
static guint
identify_other (const GovProbe *probe)
{
  return probe->text != NULL && g_str_has_prefix (probe->text, "other") ? 90 : 0;
}

static const GovReader other = {.name = "other", .identify = identify_other};

static void
run (Fixture *f, const char *fault, guint seconds)
{
  g_autofree char *name = g_strconcat ("mis-", fault, NULL), *file = g_strconcat ("govconv-", name, ".so", NULL);
  g_autofree char *path = g_build_filename (GOV_TEST_MISBEHAVING_DIR, file, NULL);
  g_autoptr (GError) error = NULL;

  f->module = gov_module_open (path, name, &error);
  ASSERT_NO_ERROR (error);
  f->corpus = g_ptr_array_new_with_free_func (gov_trial_input_free);
  add_input (f->corpus, "own.mis", "misbehaving text of its own");
  add_input (f->corpus, "foreign.txt", "other text");
  f->others = g_ptr_array_new ();
  g_ptr_array_add (f->others, (gpointer) &other);
  g_ptr_array_add (f->others, NULL);
  f->verdicts = gov_conformance_run (gov_module_get_plugin (f->module), FALSE, f->corpus, f->others, seconds);
}

/* All broken rules, "RULE: FAILURE" a line. */
static char *
list_broken (const Fixture *f)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < f->verdicts->len; i++)
    {
      const GovVerdictOnRule *verdict = f->verdicts->pdata[i];
      if (verdict->failures != NULL)
        g_string_append_printf (text, "%s: %s", verdict->rule->id, verdict->failures);
    }
  return g_string_free (text, FALSE);
}

GOV_TEST (Conformance, AGoodPluginKeepsEveryRule)
{
  g_auto (Fixture) f = {0};

  run (&f, "none", SECONDS);
  ASSERT_NOT_NULL (f.verdicts);
  g_autofree char *broken = list_broken (&f);
  EXPECT_STREQ (broken, "");
}

static const struct {
  const char *fault; /* as in tests/misbehaving/meson.build */
  const char *found;
} faults[] = {
    {"crash", "reading: errors: ended by signal 6, Aborted (-i mis-crash, a picture's head)\n"},
    {"exit", "reading: errors: ended the process with status 3 (-i mis-exit, own.mis)\n"},
    {"hang", "reading: errors: not done after 1 seconds (-i mis-hang, own.mis)\n"},
    {"print", "silence: wrote \"hello"},
    {"no-error", "reading: errors: returned FALSE without an error (-i mis-no-error, own.mis)\n"},
    {"stray-error", "reading: errors: returned TRUE with the error \"nothing wrong\""},
    {"span-outside", "reading: spans: the span 26 + 2 reaches out of a text of 27 bytes (-i mis-span-outside, own.mis)\n"},
    {"span-lies", "reading: spans: \"??\" was told, but \"mi\" stands at 0 (-i mis-span-lies, own.mis)\n"},
    {"span-back", "the span at 0 comes after one at 2 of the same text"},
    {"order", "order of calls: wrote \""},
    {"count", "reading: the same again: told something else when the same input was read again (-i mis-count, own.mis)\n"},
    {"score", "identify: score: identify() gives 101, more than 100"},
    {"greedy",
     "identify: honesty: a document that is other's is made doubtful: identify() gives 100 (-i mis-greedy, foreign.txt)\n"},
    {"blind", "identify: honesty: a document with this format's extension is not recognised: identify() gives 0 (-i mis-blind, "
              "own.mis)"},
    {"writes-no-error", "writing: reports: returned FALSE without an error (-o mis-writes-no-error, made-up reports 0 to 0)\n"},
    {"writes-anyway",
     "writing: failures: said that all was written (-o mis-writes-anyway into a sink that fails after 0 bytes)\n"},
    {"writes-count", "writing: the same again: wrote something else when the same reports were written again"},
    {"refuses", "writing: reports: could not write a report: no tables (-o mis-refuses, made-up reports 0 to 0)\n"},
};

GOV_TEST_P (Conformance, FindsTheFault, faults)
{
  g_auto (Fixture) f = {0};

  run (&f, param->fault, strcmp (param->fault, "hang") == 0 ? 1 : SECONDS);
  ASSERT_NOT_NULL (f.verdicts);
  g_autofree char *broken = list_broken (&f);
  EXPECT_CONTAINS (broken, param->found);
}

/* ---- the command ------------------------------------------------------------------------------------------------------- */

#define MAKE_OWN "echo 'misbehaving text of its own' > own.mis;"
#define MISBEHAVING(name) GOV_TEST_MISBEHAVING_DIR "/govconv-mis-" name ".so"

static gboolean
has_valgrind (void)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return FALSE;
#else
  g_autofree char *valgrind = g_find_program_in_path ("valgrind");

  return valgrind != NULL;
#endif
}

GOV_TEST (Conformance, LostMemoryIsFoundUnderValgrind)
{
  g_auto (GovTestRun) run = {0};

  if (!has_valgrind ())
    GOV_SKIP ("valgrind is not installed, or cannot run this build");
  gov_test_run_init (&run);
  gov_test_run_shell (&run, MAKE_OWN "$GOVCONV test-plugin " MISBEHAVING ("leak") " own.mis");
  EXPECT_EQ (run.status, 1);
  EXPECT_CONTAINS (run.out, "FAIL  no leaks\n");
  EXPECT_CONTAINS (run.out, "bytes are lost, allocated in read_document, misbehaving.c:");
  EXPECT_CONTAINS (run.out, "mis-leak: 1 of 14 rules broken, ");
  EXPECT_STREQ (run.err, "");
}

GOV_TEST (Conformance, WithoutValgrindTheRuleIsNotRunAndSaysSo)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, MAKE_OWN "PATH=/nowhere \"$GOVCONV\" test-plugin " MISBEHAVING ("leak") " own.mis");
  EXPECT_EQ (run.status, 0);
  EXPECT_CONTAINS (run.out, "--    no leaks: not run: ");
  EXPECT_CONTAINS (run.out, "mis-leak: 0 of 14 rules broken, 1 not run, ");
}

GOV_TEST (Conformance, OnceTriesNoRule)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, MAKE_OWN "$GOVCONV test-plugin --once " MISBEHAVING ("no-error") " own.mis");
  EXPECT_EQ (run.status, 0);
  EXPECT_STREQ (run.out, "");
}

GOV_TEST (Conformance, JsonSaysWhatTheTextSays)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, MAKE_OWN "PATH=/nowhere \"$GOVCONV\" test-plugin -o json " MISBEHAVING (
                                "score") " own.mis > j; s=$?;"
                                         "python3 -c \"import json; r = json.load(open('j'));"
                                         "print(r['plugin'], r['broken'], r['not_run'], len(r['rules']));"
                                         "print([(x['rule'], x['header'], x['quote'], x['failures'][0])"
                                         " for x in r['rules'] if x['result'] == 'broken']);"
                                         "print([x['rule'] for x in r['rules'] if x['result'] == 'not-run'])\"; exit $s");
  EXPECT_EQ (run.status, 1);
  EXPECT_STREQ (run.out, "mis-score 1 1 13\n"
                         "[('identify: score', 'plugin.h', '100 nothing else possible', 'identify() gives 101, more than 100 "
                         "(-i mis-score, own.mis)')]\n"
                         "['no leaks']\n");
}

/* A quick command: Python would need minutes for all the documents. */
GOV_TEST (Conformance, AManifestIsTriedLikeASharedObject)
{
  static const char manifest[] = "[govconv-exec]\nSummary=s\nVersion=1\nLicense=MIT\nReads=true\nWrites=true\nExtensions=mis;\n"
                                 "Command=printf {\"blocks\":[{\"paragraph\":\"text\"}]}%.0s\n";
  static const char wrong[] = "[govconv-exec]\nSummary=s\nVersion=1\nLicense=MIT\nReads=true\n";
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  g_autofree char *path = g_build_filename (run.directory, "quick.govconv-exec", NULL);
  g_autofree char *wrong_path = g_build_filename (run.directory, "wrong.govconv-exec", NULL);
  ASSERT_TRUE (g_file_set_contents (path, manifest, -1, NULL));
  ASSERT_TRUE (g_file_set_contents (wrong_path, wrong, -1, NULL));
  gov_test_run_shell (&run, MAKE_OWN "$GOVCONV test-plugin quick.govconv-exec own.mis");
  EXPECT_EQ (run.status, 0);
  EXPECT_CONTAINS (run.out, "ok    reading: errors\n");
  EXPECT_CONTAINS (run.out, "--    no leaks: not run: ");
  EXPECT_CONTAINS (run.out, "ok    writing: options\n");
  EXPECT_CONTAINS (run.out, "quick: 0 of 14 rules broken, 1 not run, ");
  gov_test_run_shell (&run, "$GOVCONV test-plugin wrong.govconv-exec");
  EXPECT_EQ (run.status, 6);
  EXPECT_CONTAINS (run.err, "wrong.govconv-exec: Command: is missing");
  gov_test_run_shell (&run, "$GOVCONV test-plugin own.mis");
  EXPECT_EQ (run.status, 2);
  EXPECT_CONTAINS (run.err, "a plugin's file is called govconv-NAME.so, or NAME.govconv-exec");
}

/* ---- our own plugins --------------------------------------------------------------------------------------------------- */

/* All but exec, which does nothing without a command. */
static char **
list_own_plugins (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (gov_test_plugin_dir (), 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = g_str_has_prefix (file, "govconv-") ? g_strdup (file + strlen ("govconv-")) : NULL;
      if (name == NULL || !g_str_has_suffix (name, ".so") || strcmp (name, "exec.so") == 0)
        continue;
      name[strlen (name) - strlen (".so")] = '\0';
      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

GOV_TEST_EACH (Conformance, OurPluginsKeepEveryRule, list_own_plugins)
{
  g_autofree char *file = g_strconcat ("govconv-", param, ".so", NULL);
  g_autofree char *path = g_build_filename (gov_test_plugin_dir (), file, NULL);
  g_autofree char *documents = gov_test_source_path ("corpus/county-2023");
  const char *directories[] = {gov_test_plugin_dir (), NULL};
  g_autoptr (GovRegistry) registry = gov_registry_new (directories);
  g_autoptr (GPtrArray) all = gov_registry_list_readers (registry);
  g_auto (Fixture) f = {0};

  f.module = gov_module_open (path, param, NULL);
  ASSERT_NOT_NULL (f.module);
  f.corpus = g_ptr_array_new_with_free_func (gov_trial_input_free);
  ASSERT_TRUE (gov_trial_inputs_add_path (f.corpus, documents, NULL));
  f.others = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (gov_plugin_find_reader (gov_module_get_plugin (f.module), ((const GovReader *) all->pdata[i])->name) == NULL)
      g_ptr_array_add (f.others, all->pdata[i]);
  g_ptr_array_add (f.others, NULL);
  f.verdicts = gov_conformance_run (gov_module_get_plugin (f.module), FALSE, f.corpus, f.others, OWN_SECONDS);
  g_autofree char *broken = list_broken (&f);
  EXPECT_STREQ (broken, "");
}

/* Every rule quotes the header that states it. */
static void
expect_quotes (const GovRule *rules)
{
  for (; rules->id != NULL; rules++)
    {
      g_autofree char *directory = gov_test_source_path ("include/govconv");
      g_autofree char *path = g_build_filename (directory, rules->header, NULL);
      g_autofree char *text = NULL;
      ASSERT_TRUE (g_file_get_contents (path, &text, NULL, NULL));
      EXPECT_CONTAINS (text, rules->quote);
    }
}

GOV_TEST (Conformance, RulesAreQuotedFromTheHeaders)
{
  expect_quotes (gov_reader_rules);
  expect_quotes (gov_writer_rules);
  const GovRule leaks[] = {gov_leak_rule, {NULL}};
  expect_quotes (leaks);
}
