/* SPDX-License-Identifier: MIT */
#include "core/plugin/conformance.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEMORY_BYTES (4ul << 30) /* address space of a rule's process */
#define SHOWN_BYTES 300          /* of what a plugin wrote where it must not */

/* What is read here after each rule, whatever the rule is about. */
static const GovRule silence
    = {"silence", "plugin.h", "they keep no static variables, write nothing to standard output or error", NULL};
static const GovRule order = {"order of calls", "document.h", "A call out of this order is a", NULL};

void
gov_trial_step (GovTrial *trial, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_vsnprintf (trial->step, GOV_TRIAL_STEP_BYTES, format, arguments);
  va_end (arguments);
}

void
gov_trial_fail (GovTrial *trial, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (trial->failures, format, arguments);
  va_end (arguments);
  if (*trial->step != '\0')
    g_string_append_printf (trial->failures, " (%s)", trial->step);
  g_string_append_c (trial->failures, '\n');
}

/* ---- one rule in a process of its own ---------------------------------------------------------------------------------- */

typedef struct {
  int results[2]; /* a pipe: the failures */
  int output;     /* a file in memory: the process's standard output and error */
} Channel;

G_GNUC_NORETURN static void
run_in_child (const GovRule *rule, GovTrial *trial, const Channel *channel, guint seconds)
{
  struct rlimit memory = {MEMORY_BYTES, MEMORY_BYTES}, cpu = {seconds, seconds + 1}, no_core = {0, 0};

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) /* they reserve terabytes */
  setrlimit (RLIMIT_AS, &memory);
#else
  (void) memory;
#endif
  setrlimit (RLIMIT_CPU, &cpu);
  setrlimit (RLIMIT_CORE, &no_core);
  dup2 (channel->output, STDOUT_FILENO);
  dup2 (channel->output, STDERR_FILENO);
  rule->run (trial);
  fflush (NULL);
  const char *failures = trial->failures->str;
  for (gsize left = trial->failures->len; left > 0;)
    {
      gssize n = write (channel->results[1], failures, left);
      if (n <= 0)
        break;
      failures += n;
      left -= n;
    }
  _exit (0);
}

/* What the process says until it ends or its time is over. FALSE: it is over. */
static gboolean
collect (int fd, guint seconds, GString *failures)
{
  gint64 end = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  char buffer[4096];

  for (;;)
    {
      struct pollfd poll_fd = {.fd = fd, .events = POLLIN};
      gint64 left = (end - g_get_monotonic_time ()) / 1000;
      int ready = left > 0 ? poll (&poll_fd, 1, (int) left) : 0;
      if (ready < 0 && errno == EINTR)
        continue;
      if (ready <= 0)
        return FALSE;
      gssize n = read (fd, buffer, sizeof buffer);
      if (n <= 0)
        return TRUE;
      g_string_append_len (failures, buffer, n);
    }
}

static void
note_end (int status, gboolean in_time, guint seconds, const char *step, GString *failures)
{
  if (!in_time || (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU))
    g_string_append_printf (failures, "not done after %u seconds (%s)\n", seconds, step);
  else if (WIFSIGNALED (status))
    g_string_append_printf (failures, "ended by signal %d, %s (%s)\n", WTERMSIG (status), g_strsignal (WTERMSIG (status)),
                            step);
  else if (WEXITSTATUS (status) != 0)
    g_string_append_printf (failures, "ended the process with status %d (%s)\n", WEXITSTATUS (status), step);
}

static char *
read_output (int fd)
{
  char buffer[SHOWN_BYTES + 1];
  gssize n = pread (fd, buffer, SHOWN_BYTES, 0);

  if (n <= 0)
    return NULL;
  buffer[n] = '\0';
  return g_utf8_make_valid (g_strdelimit (buffer, "\n", ' '), -1);
}

static void
add_verdict (GPtrArray *verdicts, const GovRule *rule, const char *failures)
{
  GovVerdictOnRule *verdict = g_new0 (GovVerdictOnRule, 1);

  verdict->rule = rule;
  verdict->failures = failures != NULL && *failures != '\0' ? g_strdup (failures) : NULL;
  g_ptr_array_add (verdicts, verdict);
}

static void
try_rule (const GovRule *rule, GovTrial *trial, guint seconds, GPtrArray *verdicts)
{
  g_autoptr (GString) failures = g_string_new (NULL);
  Channel channel = {.output = memfd_create ("output", MFD_CLOEXEC)};
  int status = 0;

  if (channel.output < 0 || pipe (channel.results) != 0)
    {
      add_verdict (verdicts, rule, "could not be tried: no more files can be opened");
      return;
    }
  *trial->step = '\0';
  fflush (NULL);
  pid_t child = fork ();
  if (child == 0)
    run_in_child (rule, trial, &channel, seconds);
  close (channel.results[1]);
  gboolean in_time = child > 0 && collect (channel.results[0], seconds, failures);
  if (child > 0)
    {
      if (!in_time)
        kill (child, SIGKILL);
      waitpid (child, &status, 0);
      note_end (status, in_time, seconds, trial->step, failures);
    }
  add_verdict (verdicts, rule, child > 0 ? failures->str : "could not be tried: no process could be started");
  g_autofree char *output = read_output (channel.output);
  if (output != NULL)
    {
      g_autofree char *failure = g_strdup_printf ("wrote \"%s\" (while trying %s)\n", output, rule->id);
      add_verdict (verdicts, strstr (output, "CRITICAL") != NULL ? &order : &silence, failure);
    }
  close (channel.results[0]);
  close (channel.output);
}

/* ---- all rules --------------------------------------------------------------------------------------------------------- */

static void
verdict_free (gpointer data)
{
  GovVerdictOnRule *verdict = data;

  g_free (verdict->failures);
  g_free (verdict->not_run);
  g_free (verdict);
}

GPtrArray *
gov_conformance_run (const GovPlugin *plugin, gboolean by_command, GPtrArray *corpus, GPtrArray *other_readers, guint seconds)
{
  GPtrArray *verdicts = g_ptr_array_new_with_free_func (verdict_free);
  g_autoptr (GPtrArray) hostile = gov_trial_inputs_new_hostile (corpus);
  char *step = mmap (NULL, GOV_TRIAL_STEP_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  GovTrial trial = {plugin, by_command, corpus, hostile, other_readers, step, g_string_new (NULL)};

  if (step == MAP_FAILED)
    g_error ("no memory");
  for (const GovRule *rule = gov_reader_rules; rule->id != NULL; rule++)
    if (plugin->readers != NULL && plugin->readers[0] != NULL)
      try_rule (rule, &trial, seconds, verdicts);
  for (const GovRule *rule = gov_writer_rules; rule->id != NULL; rule++)
    if (plugin->writers != NULL && plugin->writers[0] != NULL)
      try_rule (rule, &trial, seconds, verdicts);
  munmap (step, GOV_TRIAL_STEP_BYTES);
  g_string_free (trial.failures, TRUE);
  return verdicts;
}
