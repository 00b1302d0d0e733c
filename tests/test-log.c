/* SPDX-License-Identifier: MIT */
#include "core/run/log.h"
#include "gtest-c.h"
#include <govconv/convert.h>

#include <glib/gstdio.h>

GOV_TEST (Log, EveryFindingIsAJsonLine)
{
  g_autofree char *directory = g_dir_make_tmp ("govconv-log-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "findings", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();
  GovPlace place = {3, 7, 40, 2};
  GovCellRef cell = {"applications", "received", "total"};
  g_autoptr (GError) reason = g_error_new (GOV_ERROR, GOV_ERROR_NO_REPORT, "it is a \"letter\"");
  g_autoptr (GovLog) log = gov_log_new (GOV_SEVERITY_ERROR + 1, path, NULL);

  ASSERT_NOT_NULL (log);
  EXPECT_EQ (gov_log_get_worst (log), 0);
  gov_diagnostics_add_as (diagnostics, GOV_SEVERITY_NOTE, "limit-exceeded", &place, &cell, 1, "共9件");
  gov_log_add (log, "a.html", diagnostics);
  EXPECT_EQ (gov_log_get_worst (log), GOV_SEVERITY_NOTE);
  gov_log_add_failure (log, "b\xff.html", diagnostics, reason);
  EXPECT_EQ (gov_log_get_worst (log), GOV_SEVERITY_ERROR);
  ASSERT_TRUE (gov_log_finish (log, NULL));
  ASSERT_TRUE (g_file_get_contents (path, &text, NULL, NULL));
#define NOTE(document)                                                                                                         \
  "{\"document\":\"" document "\",\"severity\":\"note\",\"code\":\"limit-exceeded\",\"message\":\"共9件\","                  \
  "\"cells\":[{\"table\":\"applications\",\"row\":\"received\",\"column\":\"total\"}],\"line\":3,\"char\":7}\n"
  EXPECT_STREQ (text, NOTE ("a.html")
                          NOTE ("b\xef\xbf\xbd.html") "{\"document\":\"b\xef\xbf\xbd.html\",\"severity\":\"error\",\"code\":"
                                                      "\"no-report\",\"message\":"
                                                      "\"it is a \\\"letter\\\"\",\"cells\":[],\"line\":null,\"char\":null}\n");
  g_unlink (path);
  g_rmdir (directory);
}

GOV_TEST (Log, AReasonThatIsAFindingAlreadyIsSaidOnce)
{
  g_autofree char *directory = g_dir_make_tmp ("govconv-log-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "findings", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();
  g_autoptr (GError) reason = g_error_new (GOV_ERROR, GOV_ERROR_NO_REPORT, "the form is blank");
  g_autoptr (GovLog) log = gov_log_new (GOV_SEVERITY_ERROR + 1, path, NULL);

  gov_diagnostics_add_as (diagnostics, GOV_SEVERITY_ERROR, "no-report", NULL, NULL, 0, "the form is blank");
  gov_log_add_failure (log, "a", diagnostics, reason);
  ASSERT_TRUE (gov_log_finish (log, NULL));
  ASSERT_TRUE (g_file_get_contents (path, &text, NULL, NULL));
  EXPECT_EQ (strchr (text, '\n') - text, (glong) strlen (text) - 1);
  g_unlink (path);
  g_rmdir (directory);
}
