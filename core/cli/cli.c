/* SPDX-License-Identifier: MIT */
#include "core/cli/cli.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

const GovVerb gov_verbs[] = {
    {"convert", "read reports, write them in another format (the default)", gov_cli_convert},
    {"check", "say for people what adds up in a report and what does not", gov_cli_check},
    {"identify", "say what kind of input a file is", gov_cli_identify},
    {"list", "list the installed formats", gov_cli_list},
    {"describe", "describe a format and its options", gov_cli_describe},
    {"explain", "explain a diagnostic's code", gov_cli_explain},
    {"schema", "print a schema of the outputs", gov_cli_schema},
    {"new-plugin", "write the project of a new format's plugin", gov_cli_new_plugin},
    {"test-plugin", "hold a plugin against the rules of the interface", gov_cli_test_plugin},
    {NULL, NULL, NULL},
};

/* A file that is opened must not become standard output or error: what is closed there is taken first, so that a write to it
 * fails as it would have. */
static void
occupy_standard_descriptors (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
      return;
}

GovStatus
gov_cli_print_version (void)
{
  GovSink *sink = gov_cli_open_stdout ();

  gov_sink_printf (sink, NULL, "govconv %s (plugin interface %u.%u)\n", GOV_VERSION, GOV_ABI_MAJOR, GOV_ABI_MINOR);
  return gov_cli_close_stdout (sink);
}

int
gov_cli_main (int argc, char **argv)
{
  occupy_standard_descriptors ();
  signal (SIGPIPE, SIG_IGN); /* a write says EPIPE instead */
  if (argc < 1)
    return GOV_STATUS_USAGE;

  /* Before the table of options is made: scripts ask for it at every start. */
  if (argc > 1 && strcmp (argv[1], "--version") == 0)
    return gov_cli_print_version ();
  for (const GovVerb *verb = gov_verbs; argc > 1 && verb->name != NULL; verb++)
    if (strcmp (argv[1], verb->name) == 0)
      return verb->run (argc - 1, argv + 1);
  return gov_cli_convert (argc, argv);
}
