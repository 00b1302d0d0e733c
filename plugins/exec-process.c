/* SPDX-License-Identifier: MIT */
/* Input and output are files in memory: nobody waits for anybody, whatever the command does first. */
#include "plugins/exec.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define OUTPUT_BYTES (256u << 20) /* that a command may write */
#define REASON_BYTES 4096         /* of the end of its standard error that are looked at for the reason */

typedef struct {
  int input, output, errors;
} Files;

static void
files_clear (Files *files)
{
  const int fds[] = {files->input, files->output, files->errors};

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    if (fds[i] >= 0)
      close (fds[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static gboolean
fill (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= n;
    }
  return lseek (fd, 0, SEEK_SET) == 0;
}

static GBytes *
read_all (int fd)
{
  off_t size = lseek (fd, 0, SEEK_END);
  char *data = g_malloc (MAX (size, 1));
  gssize n = size > 0 ? pread (fd, data, size, 0) : 0;

  return g_bytes_new_take (data, MAX (n, 0));
}

/* The last line of what the command wrote to its standard error. Free with g_free(). */
static char *
get_last_words (int fd)
{
  char buffer[REASON_BYTES + 1];
  off_t size = lseek (fd, 0, SEEK_END);
  gssize n = pread (fd, buffer, REASON_BYTES, MAX (size - REASON_BYTES, 0));

  buffer[MAX (n, 0)] = '\0';
  g_strchomp (buffer);
  const char *line = strrchr (buffer, '\n');
  return g_utf8_make_valid (line != NULL ? line + 1 : buffer, -1);
}

/* The status with which the process ends; -1: it was not done in time, and is ended. */
static int
wait_for (GPid pid, guint seconds)
{
  struct pollfd done = {.fd = pidfd_open (pid, 0), .events = POLLIN};
  int status, ready = 1;

  if (done.fd >= 0)
    {
      do
        ready = poll (&done, 1, (int) seconds * 1000);
      while (ready < 0 && errno == EINTR);
      close (done.fd);
    }
  if (ready == 0)
    kill (pid, SIGKILL);
  while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
    ;
  return ready == 0 ? -1 : status;
}

static gboolean
start (const char *command, const char *verb, const Files *files, GPid *pid, GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const struct rlimit limit = {OUTPUT_BYTES, OUTPUT_BYTES};

  if (!g_shell_parse_argv (command, NULL, &words, error))
    return FALSE;
  g_strv_builder_addv (builder, (const char **) words);
  g_strv_builder_add (builder, verb);
  g_auto (GStrv) argv = g_strv_builder_end (builder);
  if (!g_spawn_async_with_fds (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, pid, files->input,
                               files->output, files->errors, error))
    return FALSE;
  prlimit (*pid, RLIMIT_FSIZE, &limit, NULL);
  return TRUE;
}

GBytes *
gov_exec_run (const char *command, const char *verb, const char *input, gsize length, guint seconds, GError **error)
{
  g_auto (Files) files
      = {memfd_create ("input", MFD_CLOEXEC), memfd_create ("output", MFD_CLOEXEC), memfd_create ("errors", MFD_CLOEXEC)};
  g_autoptr (GError) reason = NULL;
  GPid pid;

  if (*command == '\0')
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_USAGE,
                   "no command is given: exec:command=PROGRAM, or a manifest NAME.govconv-exec");
      return NULL;
    }
  if (files.input < 0 || files.output < 0 || files.errors < 0 || !fill (files.input, input, length))
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "no memory for the input of \"%s\": %s", command, g_strerror (errno));
      return NULL;
    }
  if (!start (command, verb, &files, &pid, &reason))
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "the command \"%s\" cannot be started: %s", command, reason->message);
      return NULL;
    }
  int status = wait_for (pid, seconds);
  if (status == 0)
    return read_all (files.output);
  g_autofree char *words = get_last_words (files.errors);
  if (status == -1)
    g_set_error (error, GOV_ERROR, GOV_ERROR_LIMIT, "\"%s %s\" was not done after %u seconds", command, verb, seconds);
  else if (WIFSIGNALED (status))
    g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "\"%s %s\" was ended by signal %d", command, verb, WTERMSIG (status));
  else
    g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "\"%s %s\" ended with status %d: %s", command, verb,
                 WEXITSTATUS (status), words);
  return NULL;
}
