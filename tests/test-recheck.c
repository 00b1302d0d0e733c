/* SPDX-License-Identifier: MIT */
/* A report that was written is repaired after loading as it would have been at once, and left alone when that is not asked. */
#include "convert.h"
#include "gtest-c.h"

/* A corpus document with one place of it replaced; NULL, NULL: as it is. */
static GBytes *
misprint (const char *document, const char *printed, const char *instead)
{
  g_autofree char *path = gov_test_source_path (document), *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  GString *changed = g_string_new (text);
  if (printed != NULL)
    g_string_replace (changed, printed, instead, 1);
  return g_string_free_to_bytes (changed);
}

/* The report of an input as JSON or XML with everything in it; NULL: there is none. */
static char *
convert (GBytes *bytes, const char *reader, gboolean repair, const char *writer)
{
  g_autoptr (GovTestConversion) conversion = gov_test_convert ("input", bytes, reader, repair);

  return conversion->report != NULL
             ? gov_test_write (conversion->report, writer, strcmp (writer, "json") == 0 ? "provenance" : NULL)
             : NULL;
}

static char *
load (const char *text, const char *format, gboolean repair)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, text != NULL ? strlen (text) : 0);

  return convert (bytes, format, repair, format);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text != NULL ? strstr (text, word) : NULL; p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

static const struct {
  const char *name;
  const char *document, *printed, *instead;
  guint n_repaired; /* figures */
} documents[] = {
    {"adds_up", "corpus/county-2023/input.txt", NULL, NULL, 0},
    {"one_misprint", "corpus/county-2023/input.txt", "| 110 | 0 |", "| 118 | 0 |", 1},
    {"own_mistakes", "corpus/own-mistake-2022/input.txt", NULL, NULL, 2},
    {"figure_in_the_text", "corpus/own-mistake-2022/input.txt", "申请253件", "申请999件", 2},
    {"two_misprints", "corpus/county-2023/input.txt", "| 110 | 0 | 0 | 0 | 2 | 0 | 112 |", "| 118 | 0 | 0 | 0 | 2 | 0 | 125 |",
     0},
};

static void
expect_repair (const char *format, GBytes *document, guint n_repaired)
{
  g_autofree char *plain = convert (document, NULL, FALSE, format), *at_once = convert (document, NULL, TRUE, format);
  ASSERT_NOT_NULL (plain);
  g_autofree char *unchanged = load (plain, format, FALSE), *later = load (plain, format, TRUE);
  EXPECT_STREQ (unchanged, plain);
  EXPECT_STREQ (later, at_once); /* the findings too, each once and with its place */
  EXPECT_EQ (count (later, "value-repaired"), n_repaired);
  g_autofree char *again = load (later, format, TRUE);
  EXPECT_STREQ (again, later);
}

GOV_TEST_P (Recheck, RepairsALoadedReportAsAtOnce, documents)
{
  g_autoptr (GBytes) document = misprint (param->document, param->printed, param->instead);

  ASSERT_NOT_NULL (document);
  expect_repair ("json", document, param->n_repaired);
  expect_repair ("xml", document, param->n_repaired);
}
