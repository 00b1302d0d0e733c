/* SPDX-License-Identifier: MIT */
/* What is no report is refused with its reason, and never becomes one full of zeros: corpus/no-report. */
#include "tests/convert.h"
#include "tests/gtest-c.h"

#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char **
list_files (void)
{
  g_autofree char *path = gov_test_source_path ("corpus/no-report");
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  for (const char *name; directory && (name = g_dir_read_name (directory));)
    if (strcmp (name, "NOTE") != 0 && strcmp (name, "diagnostics.txt") != 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static GovTestConversion *
convert_refused (const char *name)
{
  g_autofree char *relative = g_build_filename ("corpus/no-report", name, NULL);
  g_autofree char *path = gov_test_source_path (relative);
  return gov_test_convert_file (path, name, NULL);
}

GOV_TEST_EACH (Refused, NoReportComesOfIt, list_files)
{
  g_autoptr (GovTestConversion) conversion = convert_refused (param);
  EXPECT_NULL (conversion->report);
  EXPECT_ERROR (conversion->error, GOV_ERROR, GOV_ERROR_NO_REPORT);
}

GOV_TEST (Golden, Refusals)
{
  g_auto (GStrv) names = list_files ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = gov_test_source_path ("corpus/no-report/diagnostics.txt");
  g_autofree char *wanted = NULL;
  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (GovTestConversion) conversion = convert_refused (names[i]);
      g_autofree char *lines = gov_test_conversion_describe (conversion, names[i]);
      g_string_append (text, lines);
    }
  if (g_getenv ("GOVCONV_UPDATE_GOLDEN"))
    g_file_set_contents (path, text->str, text->len, NULL);
  ASSERT_TRUE (g_file_get_contents (path, &wanted, NULL, NULL));
  EXPECT_STREQ (text->str, wanted);
}
