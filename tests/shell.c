/* SPDX-License-Identifier: MIT */
#include "shell.h"
#include "gtest-c.h"

#include <sys/wait.h>

void
gov_test_run_init (GovTestRun *run)
{
  run->directory = g_dir_make_tmp ("govconv-run-XXXXXX", NULL);
}

void
gov_test_run_clear (GovTestRun *run)
{
  const char *argv[] = {"rm", "-rf", run->directory, NULL};

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (run->directory);
  g_free (run->out);
  g_free (run->err);
}

void
gov_test_run_shell (GovTestRun *run, const char *line)
{
  const char *argv[] = {"/bin/sh", "-c", line, NULL};
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  g_autofree char *corpus = gov_test_source_path ("corpus"), *tests = gov_test_source_path ("tests");
  int wait_status = 0;

  g_clear_pointer (&run->out, g_free);
  g_clear_pointer (&run->err, g_free);
  environment = g_environ_setenv (environment, "GOVCONV", gov_test_program (), TRUE);
  environment = g_environ_setenv (environment, "GOVCONV_PLUGIN_PATH", gov_test_plugin_dir (), TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", run->directory, TRUE);
  environment = g_environ_setenv (environment, "CORPUS", corpus, TRUE);
  environment = g_environ_setenv (environment, "TESTS", tests, TRUE);
  environment = g_environ_setenv (environment, "BROKEN", GOV_TEST_BROKEN_DIR, TRUE);
  ASSERT_TRUE (g_spawn_sync (run->directory, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &run->out, &run->err,
                             &wait_status, &error));
  ASSERT_TRUE (WIFEXITED (wait_status));
  run->status = WEXITSTATUS (wait_status);
}
