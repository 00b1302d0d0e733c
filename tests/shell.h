/* SPDX-License-Identifier: MIT */
/* Running the program as its users do: a line of shell in a working directory of its own. */
#pragma once

#include <glib.h>

typedef struct {
  char *directory; /* empty at first */
  char *out, *err; /* of the last line */
  int status;
} GovTestRun;

void gov_test_run_init (GovTestRun *run);
void gov_test_run_clear (GovTestRun *run); /* and removes the directory */

/* $GOVCONV is the program, with this build's plugins; $CORPUS, $TESTS: directories of the source tree; $BROKEN: of broken
 * plugins; no user's plugins are seen but those below the working directory's govconv-1/plugins. */
void gov_test_run_shell (GovTestRun *run, const char *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GovTestRun, gov_test_run_clear)
