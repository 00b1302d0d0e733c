/* SPDX-License-Identifier: MIT */
/* The program as its users call it: exit status, what goes where, what is left behind. */
#include "gtest-c.h"
#include "shell.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <json-c/json.h>
#include <sys/wait.h>
#include <unistd.h>

#define REPORT "$CORPUS/county-2023/input.txt"
#define NO_REPORT "$CORPUS/no-report/empty.txt"

/* ---- exit status ------------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name;
  const char *line;
  int status;
  const char *err; /* a part of it; NULL: there is none */
} statuses[] = {
    {"done", "$GOVCONV -o json " REPORT, 0, NULL},
    {"standard_input", "$GOVCONV -o json < " REPORT, 0, NULL},
    {"verb", "$GOVCONV convert -i pipe -o csv - < " REPORT, 0, NULL},
    {"fail_on", "$GOVCONV -q --fail-on=note -o json $CORPUS/recognised-2023/letters.md", 1, NULL},
    {"fail_on_unreached", "$GOVCONV --fail-on=error -o json " REPORT, 0, NULL},
    {"check_finds", "$GOVCONV check $CORPUS/own-mistake-2022/input.txt", 1, NULL},
    {"check_is_told_not_to_fail", "$GOVCONV check --fail-on=never $CORPUS/own-mistake-2022/input.txt", 0, NULL},
    {"check_finds_nothing", "$GOVCONV check " REPORT, 0, NULL},
    {"unknown_option", "$GOVCONV --colour x", 2, "Unknown option --colour"},
    {"bad_value", "$GOVCONV -o csv:layout=deep " REPORT, 2, "-o csv: option \"layout\" does not take \"deep\""},
    {"bad_severity", "$GOVCONV --fail-on=bad " REPORT, 2, "--fail-on does not take \"bad\""},
    {"verb_in_the_middle", "$GOVCONV -i pipe check " REPORT, 2, "a verb comes first: govconv check"},
    {"bad_trace", "$GOVCONV --trace=all " REPORT, 2, "--trace does not take \"all\""},
    {"unknown_code", "$GOVCONV explain nosuch", 2, "no such code: \"nosuch\""},
    {"some_fail", "$GOVCONV -o json -O out.json " REPORT " " NO_REPORT, 3, "error: "},
    {"all_fail", "$GOVCONV -o json " NO_REPORT, 4, "error: "},
    {"empty", ": > empty; $GOVCONV -o json empty", 4, "empty: error: the input is empty [no-report]"},
    {"picture", "printf '\\377\\330\\377\\340\\000\\020JFIF\\000\\001' > p.jpg; $GOVCONV -o json p.jpg", 4,
     "the input is no text"},
    {"picture_as_html", "printf '\\377\\330\\377\\340\\000\\020JFIF\\000\\001' > p.jpg; $GOVCONV -i html -o json p.jpg", 4,
     "p.jpg: error: the input is no text but a JPEG picture: it must be recognised (OCR) first; no allowed format reads it "
     "[no-report]"},
    {"pdf_as_pipe", "echo %PDF-1.4 > p.pdf; $GOVCONV -i pipe -o json p.pdf", 4, "the input is no text but a PDF file"},
    {"docx_by_name", "$GOVCONV -i docx -o json -O out.json $CORPUS/county-2023/input.docx", 0, NULL},
    {"cut_in_a_character", "head -c 1001 " REPORT " > cut; $GOVCONV -i pipe -o json cut; s=$?; test $s = 0 -o $s = 4", 0, ""},
    {"no_file", "$GOVCONV -o json nosuch", 5, "nosuch: error: "},
    {"directory", "$GOVCONV -o json .", 5, "is a directory"},
    {"no_file_among_others", "$GOVCONV -q -o json -O out.json " REPORT " nosuch", 5, "nosuch: error: "},
    {"output_directory", "$GOVCONV -o json -O . " REPORT, 5, ".: is a directory, the output must be a file"},
    {"output_nowhere", "$GOVCONV -o json -O no/such/out.json " REPORT, 5, "no/such/out.json: cannot be written"},
    {"full_device", "$GOVCONV -o json " REPORT " > /dev/full", 5, "standard output: cannot be written: No space left"},
    {"unknown_format", "$GOVCONV -i nosuch -o json " REPORT, 6, "unknown format \"nosuch\"; installed: csv, "},
    {"path_as_format", "$GOVCONV -i ../pipe -o json " REPORT, 6, "unknown format \"../pipe\""},
    {"read_only_format", "$GOVCONV -o pipe " REPORT, 6, "format \"pipe\" can be read but not written"},
    {"option_of_no_reader", "$GOVCONV -i csv:x -o json " REPORT, 2, NULL},
    {"extension_nobody_writes", "$GOVCONV -O out.nosuch " REPORT, 6, "no installed format writes .nosuch files"},
    {"broken_plugin", "$GOVCONV --plugin-dir $BROKEN -i major -o json " REPORT, 6,
     "govconv-major.so: abi_major: is 2, must be 1"},
    {"undefined_symbol", "$GOVCONV --plugin-dir $BROKEN -i undefined -o json " REPORT, 6, "undefined symbol: govconv_nobody_"},
    {"broken_but_not_asked_for", "$GOVCONV --plugin-dir $BROKEN -i pipe -o json " REPORT, 0, NULL},
    {"broken_beside_auto", "$GOVCONV --plugin-dir $BROKEN -o json " REPORT, 0, NULL},
    {"format_before_usage_of_file", "$GOVCONV -i nosuch -o json nosuch", 6, "unknown format"},
};

GOV_TEST_P (Cli, Status, statuses)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, param->line);
  GOV_TRACE ("standard error: %s", run.err);
  EXPECT_EQ (run.status, param->status);
  if (param->err != NULL)
    EXPECT_CONTAINS (run.err, param->err);
}

/* ---- what goes where --------------------------------------------------------------------------------------------------- */

GOV_TEST (Cli, StandardOutputIsDataOnly)
{
  g_auto (GovTestRun) run = {0};
  g_auto (GStrv) lines = NULL;

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "$GOVCONV -v --trace=plugins -o json $CORPUS/own-mistake-2022/input.txt " NO_REPORT " " REPORT);
  EXPECT_EQ (run.status, 3);
  lines = g_strsplit (run.out, "\n", -1);
  EXPECT_EQ (g_strv_length (lines), 3); /* two and the end of the last */
  for (guint i = 0; i < 2; i++)
    {
      struct json_object *object = json_tokener_parse (lines[i]);
      EXPECT_NOT_NULL (object);
      json_object_put (object);
    }
  EXPECT_CONTAINS (run.err, "[no-report]");
}

GOV_TEST (Cli, HelpAndVersionGoToStandardOutput)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "$GOVCONV --version && $GOVCONV --help && $GOVCONV check --help");
  EXPECT_EQ (run.status, 0);
  EXPECT_STREQ (run.err, "");
  EXPECT_CONTAINS (run.out, "govconv 1.0.0 (plugin interface 1.0)");
  EXPECT_CONTAINS (run.out, "政府信息公开工作年度报告");
}

static const struct {
  const char *name;
  const char *line;
} closed[] = {
    {"pipe", "{ $GOVCONV -i pipe -o json " REPORT " " REPORT "; echo $? > status; } | :"},
    {"pipe_of_check", "{ $GOVCONV check " REPORT "; echo $? > status; } | :"},
    {"descriptor", "$GOVCONV -i pipe -o json " REPORT " >&-; echo $? > status"},
};

GOV_TEST_P (Cli, AClosedOutputEndsQuietly, closed)
{
  g_auto (GovTestRun) run = {0};
  g_autofree char *status = NULL;

  gov_test_run_init (&run);
  gov_test_run_shell (&run, param->line);
  g_autofree char *path = g_build_filename (run.directory, "status", NULL);
  ASSERT_TRUE (g_file_get_contents (path, &status, NULL, NULL));
  EXPECT_STREQ (status, "0\n");
  EXPECT_STREQ (run.err, "");
}

static const struct {
  const char *name;
  const char *line;
  const char *left; /* the files that are there afterwards */
} leftovers[] = {
    {"success", "$GOVCONV -O out.csv " REPORT, "out.csv\n"},
    {"no_report", "$GOVCONV -O out.csv " NO_REPORT, ""},
    {"no_input", "$GOVCONV -O out.csv nosuch", ""},
    {"bad_option", "$GOVCONV -o csv:nosuch -O out.csv " REPORT, ""},
    {"partial", "$GOVCONV -O out.csv nosuch " REPORT, "out.csv\n"},
    {"limit_of_file_size", "(ulimit -f 1; $GOVCONV -O out.json --provenance " REPORT ")", ""},
    {"findings", "$GOVCONV -O out.json --diagnostics=found " NO_REPORT, "found\n"},
};

GOV_TEST_P (Cli, NoHalfFileIsLeft, leftovers)
{
  g_auto (GovTestRun) run = {0};
  g_autofree char *line = g_strconcat (param->line, " 2> /dev/null; ls -A", NULL);

  gov_test_run_init (&run);
  gov_test_run_shell (&run, line);
  EXPECT_STREQ (run.out, param->left);
}

GOV_TEST (Cli, FindingsAreJsonLinesHoweverQuiet)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "$GOVCONV -v --diagnostics=loud -o csv -O a.csv $CORPUS/recognised-2023/letters.md;"
                            "$GOVCONV -q --diagnostics=quiet -o csv -O b.csv $CORPUS/recognised-2023/letters.md;"
                            "cmp loud quiet && cmp a.csv b.csv && cat quiet");
  EXPECT_EQ (run.status, 0);
  EXPECT_CONTAINS (run.out, "\"severity\":");
}

/* ---- what is opened ---------------------------------------------------------------------------------------------------- */

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p++)
    n++;
  return n;
}

static const struct {
  const char *name;
  const char *formats;
} pairs[] = {
    {"pipe_to_csv", "-i pipe -o csv"},
    {"pipe_to_xml", "-i pipe -o xml"},
    {"pipe_by_extension", "-i pipe -O out.xml"},
};

GOV_TEST_P (Cli, TwoFormatsAreTwoSharedObjects, pairs)
{
  g_auto (GovTestRun) run = {0};
  g_autofree char *line = g_strdup_printf ("$GOVCONV --trace=plugins %s " REPORT, param->formats);

  gov_test_run_init (&run);
  gov_test_run_shell (&run, line);
  EXPECT_EQ (run.status, 0);
  EXPECT_EQ (count (run.err, "govconv: plugins: open "), 2);
  EXPECT_EQ (count (run.err, "govconv: plugins: list "), 0);
}

GOV_TEST (Cli, LibrariesOfOtherFormatsStayOut)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  /* What is mapped while it waits for its input. */
  gov_test_run_shell (&run, "mkfifo in; $GOVCONV -i pipe -o csv in > out & exec 3> in; cat /proc/$!/maps > maps; cat " REPORT
                            " >&3; exec 3>&-; wait $!; cat maps");
  EXPECT_CONTAINS (run.out, "govconv-pipe.so");
  EXPECT_CONTAINS (run.out, "govconv-csv.so");
  EXPECT_NULL (strstr (run.out, "libxml2"));
#ifndef __SANITIZE_ADDRESS__ /* the sanitizer itself brings it */
  EXPECT_NULL (strstr (run.out, "libstdc++"));
#endif
  EXPECT_NULL (strstr (run.out, "libgio"));
}

GOV_TEST (Cli, NothingIsOpenedFromTheWorkingDirectory)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "cp $BROKEN/govconv-good.so .; GOVCONV_PLUGIN_PATH=.: $GOVCONV list");
  EXPECT_NULL (strstr (run.out, "good"));
}

/* What callgrind counts for a program; 0: it could not be run. */
static guint64
count_instructions (GovTestRun *run, const char *program)
{
  g_autofree char *line = g_strdup_printf ("valgrind --tool=callgrind --callgrind-out-file=/dev/null %s 2>&1 >/dev/null"
                                           " | sed -n 's/.*Collected : *//p'",
                                           program);

  gov_test_run_shell (run, line);
  return g_ascii_strtoull (run->out, NULL, 10);
}

GOV_TEST (Cli, StartUpIsCheap)
{
  g_auto (GovTestRun) run = {0};
  g_autofree char *valgrind = g_find_program_in_path ("valgrind");

  if (valgrind == NULL)
    GOV_SKIP ("needs valgrind");
#ifdef __SANITIZE_ADDRESS__
  GOV_SKIP ("valgrind cannot run a program built for the address sanitizer");
#endif
  gov_test_run_init (&run);
  guint64 nothing = count_instructions (&run, GOV_TEST_NOTHING), version = count_instructions (&run, "$GOVCONV --version");
  ASSERT_GT (nothing, 0);
  ASSERT_GT (version, 0);
  RECORD ("instructions_ratio", "%.2f", (double) version / nothing);
  EXPECT_LE (version * 10, nothing * 13);
}

/* ---- the other verbs --------------------------------------------------------------------------------------------------- */

GOV_TEST (Cli, TheManualHasEveryOptionAndVerb)
{
  g_auto (GovTestRun) run = {0};
  g_autofree char *path = gov_test_source_path ("docs/man/govconv.1"), *manual = NULL;
  g_auto (GStrv) words = NULL;
  guint n = 0;

  ASSERT_TRUE (g_file_get_contents (path, &manual, NULL, NULL));
  gov_test_run_init (&run);
  gov_test_run_shell (&run, "$GOVCONV --help | grep -o -e '^ .*--[a-z-]*' | sed 's/.*--/-/'; $GOVCONV --list-verbs");
  words = g_strsplit (run.out, "\n", -1);
  for (; words[n] != NULL && *words[n] != '\0'; n++)
    if (strcmp (words[n], "-input-format") != 0 && strcmp (words[n], "-output-format") != 0 && strcmp (words[n], "-output") != 0
        && strcmp (words[n], "-quiet") != 0 && strcmp (words[n], "-verbose") != 0) /* there by their letters */
      EXPECT_CONTAINS (manual, words[n]);
  EXPECT_GT (n, 20);
}

GOV_TEST (Cli, ListShowsWhatIsShadowedAndWhatIsBroken)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run,
                      "mkdir -p govconv-1/plugins && cp $BROKEN/govconv-good.so $BROKEN/govconv-major.so govconv-1/plugins;"
                      "$GOVCONV list -v --plugin-dir $BROKEN; rm -r govconv-1");
  EXPECT_EQ (run.status, 0);
  EXPECT_CONTAINS (run.out, "good         read, write  a plugin for tests\n");
  EXPECT_CONTAINS (run.out, "good         shadowed     ");
  EXPECT_CONTAINS (run.out, "major        unusable     ");
}

static const struct {
  const char *name;
  const char *line;
} jsons[] = {
    {"list", "$GOVCONV list -o json"},
    {"describe", "$GOVCONV describe -o json csv"},
    {"explain", "$GOVCONV explain -o json no-report"},
    {"explain_all", "$GOVCONV explain -o json"},
    {"identify", "$GOVCONV identify -o json " REPORT},
    {"identify_nothing", "$GOVCONV identify -o json " NO_REPORT "; true"},
    {"check", "$GOVCONV check -o json --fail-on=never $CORPUS/own-mistake-2022/input.txt"},
};

GOV_TEST_P (Cli, JsonForms, jsons)
{
  g_auto (GovTestRun) run = {0};
  enum json_tokener_error problem;

  gov_test_run_init (&run);
  gov_test_run_shell (&run, param->line);
  EXPECT_EQ (run.status, 0);
  struct json_object *object = json_tokener_parse_verbose (run.out, &problem);
  EXPECT_EQ (problem, json_tokener_success);
  EXPECT_NOT_NULL (object);
  json_object_put (object);
}

GOV_TEST (Cli, DescribeShowsEveryOption)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "$GOVCONV describe csv");
  EXPECT_EQ (run.status, 0);
  EXPECT_CONTAINS (run.out, "layout=long or wide");
}

GOV_TEST (Cli, IdentifyNamesTheEditionOfEachTable)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "$GOVCONV identify " REPORT);
  EXPECT_EQ (run.status, 0);
  EXPECT_CONTAINS (run.out, "  charset    UTF-8\n");
  EXPECT_CONTAINS (run.out, "applications, edition 2021");
}

GOV_TEST (Cli, CheckSaysWhatFailsAndWhere)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "$GOVCONV check $CORPUS/own-mistake-2022/input.txt");
  EXPECT_EQ (run.status, 1);
  EXPECT_CONTAINS (run.out, "    FAIL   总计: the sum of 21 figures is 257, but （七）总计 254: a difference of 3.");
  EXPECT_CONTAINS (run.out, "           （一）予以公开, 总计: 113 (line 27, column 49)\n");
  EXPECT_NULL (strstr (run.out, "[check-failed]")); /* told once, with its table */
}

GOV_TEST (Cli, CheckComparesWithTheYearBefore)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, "f=$CORPUS/county-2023/input.tsv; sed 's/2023/2022/g; s/\\t13\\t/\\t14\\t/' $f > last.tsv;"
                            "$GOVCONV -q -O last.json last.tsv;"
                            "$GOVCONV check --previous=last.json $f; echo $?; $GOVCONV check --previous=nosuch $f; echo $?");
  EXPECT_CONTAINS (run.out, "inconsistency: ");
  EXPECT_CONTAINS (run.out, "\n1\n5\n");
}

GOV_TEST (Cli, SchemasAreFoundByNameAndByStem)
{
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run,
                      "mkdir data data/schemas && echo '{}' > data/schemas/a.schema.json && echo '<x/>' > data/schemas/b.xsd;"
                      "export GOVCONV_DATA_DIR=$PWD/data; $GOVCONV schema; $GOVCONV schema a; $GOVCONV schema b.xsd;"
                      "$GOVCONV schema c; echo $?; rm -r data");
  EXPECT_STREQ (run.out, "a.schema.json\nb.xsd\n{}\n<x/>\n2\n");
}
