/* SPDX-License-Identifier: MIT */
/* README.md shows what the program does: the lines of its example are in the corpus's file, among the findings, and in the
 * result. A fence says by its second word what its lines are: a file's, "findings" or "result". */
#include "tests/convert.h"
#include "tests/gtest-c.h"

#define EXAMPLE "corpus/recognised-2023/letters.md"

/* The lines of the README's fence with that information string, joined by line feeds; NULL: there is none. */
static char *
find_fence (const char *readme, const char *information)
{
  g_autofree char *opening = g_strdup_printf ("\n```%s\n", information);
  const char *start = strstr (readme, opening);
  const char *end = start ? strstr (start + strlen (opening), "\n```") : NULL;
  return end ? g_strndup (start + strlen (opening), end - start - strlen (opening)) : NULL;
}

static void
expect_lines (const char *readme, const char *information, const char *text)
{
  g_autofree char *fence = find_fence (readme, information);
  GOV_TRACE ("```%s", information);
  ASSERT_NOT_NULL (fence);
  g_auto (GStrv) lines = g_strsplit (fence, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    EXPECT_CONTAINS (text, lines[i]);
}

GOV_TEST (Readme, ExampleIsWhatTheProgramDoes)
{
  g_autofree char *readme_path = gov_test_source_path ("README.md"), *example_path = gov_test_source_path (EXAMPLE);
  g_autofree char *readme = NULL, *example = NULL;
  ASSERT_TRUE (g_file_get_contents (readme_path, &readme, NULL, NULL));
  ASSERT_TRUE (g_file_get_contents (example_path, &example, NULL, NULL));
  g_autoptr (GovTestConversion) conversion = gov_test_convert_file (example_path, "letters.md", NULL);
  ASSERT_NO_ERROR (conversion->error);
  g_autofree char *findings = gov_test_conversion_describe (conversion, "letters.md");
  g_autofree char *result = gov_test_write (conversion->report, "json", "provenance=yes");
  expect_lines (readme, "text " EXAMPLE, example);
  expect_lines (readme, "text findings", findings);
  expect_lines (readme, "json result", result);
}

/* Every test that the README names exists. */
GOV_TEST (Readme, NamedTestsExist)
{
  g_autofree char *readme_path = gov_test_source_path ("README.md");
  g_autofree char *readme = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("tests/[a-z/-]+\\.c", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  ASSERT_TRUE (g_file_get_contents (readme_path, &readme, NULL, NULL));
  guint n = 0;
  for (g_regex_match (regex, readme, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *name = g_match_info_fetch (match, 0);
      g_autofree char *path = gov_test_source_path (name);
      GOV_TRACE ("%s", name);
      EXPECT_TRUE (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  EXPECT_GT (n, 8);
}

/* docs/diagnostics.md is the codes' own text; `./dev golden` writes it anew. */
GOV_TEST (Golden, DiagnosticsPage)
{
  g_autofree char *path = gov_test_source_path ("docs/diagnostics.md"), *page = NULL;
  g_autoptr (GString) text = g_string_new ("# Diagnostics\n\n"
                                           "Every finding has a severity, a stable code, a message, a place, and the cells "
                                           "that it speaks of. The severities, from the\n"
                                           "least: **note** (nothing is wrong), **warning** (look at it), **inconsistency** "
                                           "(figures contradict each other or the text),\n"
                                           "**error** (something could not be read). `govconv explain CODE` prints what stands "
                                           "here; a test holds this page to it.\n");
  guint n;
  const GovDiagnosticCode *codes = gov_diagnostic_codes (&n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\n## `%s`\n\n*%s*: %s.\n\n%s\n", codes[i].code, gov_severity_get_name (codes[i].severity),
                            codes[i].summary, codes[i].explanation);
  if (g_getenv ("GOVCONV_UPDATE_GOLDEN"))
    g_file_set_contents (path, text->str, text->len, NULL);
  ASSERT_TRUE (g_file_get_contents (path, &page, NULL, NULL));
  EXPECT_STREQ (page, text->str);
}
