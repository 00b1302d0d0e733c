/* SPDX-License-Identifier: MIT */
/* A report that was written is repaired after loading as it would have been at once, and left alone when that is not asked. */
#include "gtest-c.h"
#include "shell.h"

#define COUNTY "$CORPUS/county-2023/input.txt"
#define OWN_MISTAKES "$CORPUS/own-mistake-2022/input.txt"

static const struct {
  const char *name;
  const char *document; /* a command that prints it */
  guint n_repaired;     /* figures */
} documents[] = {
    {"adds_up", "cat " COUNTY, 0},
    {"one_misprint", "sed 's/| 110 | 0 |/| 118 | 0 |/' " COUNTY, 1},
    {"own_mistakes", "cat " OWN_MISTAKES, 2},
    {"figure_in_the_text", "sed s/申请253件/申请999件/ " OWN_MISTAKES, 2},
    {"two_misprints", "sed 's/| 110 | 0 | 0 | 0 | 2 | 0 | 112 |/| 118 | 0 | 0 | 0 | 2 | 0 | 125 |/' " COUNTY, 0},
};

static void
expect_repair (const char *document, const char *reader, const char *writer, guint n_repaired)
{
  g_autofree char *commands = g_strdup_printf ("set -e; %s > input; convert () { $GOVCONV -q -o %s \"$@\"; };"
                                               "convert input > plain; convert --repair input > at-once;"
                                               "convert -i %s plain > same; cmp plain same;"
                                               /* the findings too, each once and with its place */
                                               "convert -i %s --repair plain > later; cmp at-once later;"
                                               "convert -i %s --repair later > again; cmp later again;"
                                               "grep -c value-repaired later || true",
                                               document, writer, reader, reader, reader);
  g_autofree char *count = g_strdup_printf ("%u\n", n_repaired);
  g_auto (GovTestRun) run = {0};

  gov_test_run_init (&run);
  gov_test_run_shell (&run, commands);
  EXPECT_EQ (run.status, 0);
  EXPECT_STREQ (run.err, "");
  EXPECT_STREQ (run.out, count);
}

GOV_TEST_P (Recheck, RepairsALoadedReportAsAtOnce, documents)
{
  expect_repair (param->document, "json", "json:provenance", param->n_repaired);
  expect_repair (param->document, "xml", "xml", param->n_repaired);
}
