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
