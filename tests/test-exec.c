/* SPDX-License-Identifier: MIT */
/* Formats in other languages: the Python example reads and writes like a plugin in C, and whatever a command does wrong is
 * told. */
#include "gtest-c.h"
#include "shell.h"

#define PYTHON "--plugin-dir $TESTS/exec"
#define MAKE_SAMPLE "tr '\\t' '!' < $CORPUS/county-2023/input.tsv > a.bang; "

GOV_TEST (Exec, APythonReaderGivesTheSameReport)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, MAKE_SAMPLE
                      "cp $CORPUS/county-2023/input.tsv a.tsv;"
                      "$GOVCONV " PYTHON " -i bang -o csv a.bang | cut -d, -f2- > bang.csv;"
                      "$GOVCONV -i tsv -o csv a.tsv | cut -d, -f2- > tsv.csv; cmp bang.csv tsv.csv && wc -l < tsv.csv");
  EXPECT_EQ (run.status, 0);
  EXPECT_STREQ (run.out, "201\n"); /* values, origins and lines of all cells under one header */
}

GOV_TEST (Exec, APythonWriterWritesOneReportAndSeveral)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "f=$CORPUS/county-2023/input.tsv; $GOVCONV " PYTHON " -o bang $f > one;"
                            "$GOVCONV " PYTHON " -o bang $f $f > two; cat one one | cmp - two && grep received one");
  EXPECT_EQ (run.status, 0);
  EXPECT_STREQ (run.out, "applications!received!247!0!2!0!2!0!251\n");
}

GOV_TEST (Exec, IsListedAndDescribed)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "$GOVCONV list " PYTHON " && $GOVCONV describe " PYTHON " bang");
  EXPECT_EQ (run.status, 0);
  EXPECT_CONTAINS (run.out, "bang         read, write  tables between exclamation marks\n");
  EXPECT_CONTAINS (run.out, "/bang.py\n");
}

static const struct {
  const char *name;
  const char *command; /* of exec, as the option's value */
  int status;
  const char *err;
} mistakes[] = {
    {"not_there", "command=no-such-program", 6, "the command \"no-such-program\" cannot be started: "},
    {"none", "seconds=1", 2, "no command is given: exec:command=PROGRAM"},
    {"fails", "command=sh -c \"echo first >&2; echo it is broken >&2; exit 3\"", 4,
     "ended with status 3: it is broken [no-report]"},
    {"killed", "command=sh -c \"kill -9 \\$\\$\"", 4, "was ended by signal 9"},
    {"slow", "seconds=1,command=sh -c \"exec sleep 20\"", 4, "was not done after 1 seconds [limit-exceeded]"},
};

static const struct {
  const char *name;
  const char *answer;
  const char *err;
} answers[] = {
    {"no_json", "hello", "the command's answer is no JSON: "},
    {"nothing", "", "the command's answer is no JSON: "},
    {"more_than_a_value", "{\"blocks\":[]} {}", "the command's answer is no JSON: "},
    {"no_object", "17", "the command's answer: blocks is no array"},
    {"no_blocks", "{}", "the command's answer: blocks is no array"},
    {"wrong_block", "{\"blocks\":[{\"paragraph\":1}]}",
     "the command's answer: blocks[0] is no block with a \"paragraph\" or a \"table\""},
    {"wrong_cell", "{\"blocks\":[{\"table\":[[],[\"a\",7]]}]}", "the command's answer: blocks[0].table[1][1] is no text"},
    {"wild_numbers",
     "{\"blocks\":[{\"table\":[[{\"text\":\"a\",\"at\":-5,\"colspan\":1e99,\"rowspan\":-1}]]},"
     "{\"paragraph\":\"b\",\"at\":99999999999,\"level\":77}]}",
     "[no-report]"},
};

GOV_TEST_P (Exec, MistakesOfACommand, mistakes)
{
  g_auto (GovTestRun) run = {0};
  g_autofree char *value = g_strdup_printf ("exec:%s", param->command), *quoted = g_shell_quote (value);
  g_autofree char *line = g_strdup_printf ("$GOVCONV -i %s -o json $CORPUS/county-2023/input.tsv", quoted);

  gov_test_run_init (&run);
  gov_test_run_shell (&run, line);
  EXPECT_EQ (run.status, param->status);
  EXPECT_CONTAINS (run.err, param->err);
}

GOV_TEST_P (Exec, WrongAnswersOfACommand, answers)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  g_autofree char *path = g_build_filename (run.directory, "answer", NULL);
  ASSERT_TRUE (g_file_set_contents (path, param->answer, -1, NULL));
  gov_test_run_shell (&run, "$GOVCONV -i 'exec:command=sh -c \"cat answer\"' -o json $CORPUS/county-2023/input.tsv");
  EXPECT_EQ (run.status, 4);
  EXPECT_CONTAINS (run.err, param->err);
}

static const struct {
  const char *name;
  const char *manifest;
  const char *err;
} manifests[] = {
    {"empty", "", "/m.govconv-exec: Summary: is missing in the group [govconv-exec]"},
    {"no_key_file", "hello", "/m.govconv-exec: "},
    {"no_command", "[govconv-exec]\nSummary=s\nVersion=1\nLicense=MIT\n", "/m.govconv-exec: Command: is missing"},
    {"no_direction", "[govconv-exec]\nSummary=s\nVersion=1\nLicense=MIT\nCommand=cat\n",
     "/m.govconv-exec: readers: has no reader, nor writers a writer; a plugin must bring one"},
    {"dotted", "[govconv-exec]\nSummary=s\nVersion=1\nLicense=MIT\nCommand=cat\nReads=true\nExtensions=.x;\n",
     "/m.govconv-exec: readers[0].extensions[0]: is \".x\""},
};

GOV_TEST_P (Exec, BrokenManifests, manifests)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  g_autofree char *path = g_build_filename (run.directory, "m.govconv-exec", NULL);
  ASSERT_TRUE (g_file_set_contents (path, param->manifest, -1, NULL));
  gov_test_run_shell (&run, "$GOVCONV --plugin-dir . -i m -o json $CORPUS/county-2023/input.tsv");
  EXPECT_EQ (run.status, 6);
  EXPECT_CONTAINS (run.err, param->err);
}
