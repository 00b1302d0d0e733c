/* SPDX-License-Identifier: MIT */
/* A file is written without a name (O_TMPFILE) where the file system can do that, so that not even a killed run leaves
 * anything behind; elsewhere under a temporary name beside its own. Only a commit gives it its name. */
#include "core/run/sink.h"
#include <govconv/convert.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (64u << 10) /* gathered before a write */
#define NAME_TRIES 100           /* temporary names tried before giving up */

struct _GovSink {
  GByteArray *buffer;
  gboolean memory;
  gsize limit; /* bytes that it takes */
  int fd;      /* -1: memory */
  gboolean owns_fd;
  char *name;      /* for messages */
  char *path;      /* the file's final path, links resolved; NULL: none to put in place */
  char *temporary; /* its name until then; NULL: it has none */
  int failed;      /* errno of the first failure */
};

/* ---- writing ----------------------------------------------------------------------------------------------------------- */

static gboolean
fail (GovSink *sink, int number, GError **error)
{
  if (sink->failed == 0)
    sink->failed = number;
  g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "%s: cannot be written: %s", sink->name, g_strerror (sink->failed));
  return FALSE;
}

static gboolean
write_all (GovSink *sink, const guint8 *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (sink->fd, data, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (sink, errno, error);
      data += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
flush (GovSink *sink, GError **error)
{
  gboolean written = sink->memory || write_all (sink, sink->buffer->data, sink->buffer->len, error);

  if (!sink->memory)
    g_byte_array_set_size (sink->buffer, 0);
  return written;
}

gboolean
gov_sink_write (GovSink *sink, const char *data, gssize length, GError **error)
{
  gsize n = length < 0 ? strlen (data) : (gsize) length;

  if (sink->failed != 0)
    return fail (sink, sink->failed, error);
  if (n > sink->limit - sink->buffer->len)
    return fail (sink, sink->memory && sink->limit < G_MAXUINT ? ENOSPC : EFBIG, error);
  g_byte_array_append (sink->buffer, (const guint8 *) data, n);
  return sink->memory || sink->buffer->len < BUFFER_BYTES || flush (sink, error);
}

gboolean
gov_sink_printf (GovSink *sink, GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return gov_sink_write (sink, text, -1, error);
}

gboolean
gov_sink_is_closed (const GovSink *sink)
{
  return sink->failed == EPIPE || sink->failed == EBADF;
}

/* ---- making ------------------------------------------------------------------------------------------------------------ */

static GovSink *
sink_new (int fd, const char *name)
{
  GovSink *sink = g_new0 (GovSink, 1);

  sink->buffer = g_byte_array_new ();
  sink->fd = fd;
  sink->limit = G_MAXUINT; /* of a byte array */
  sink->name = g_strdup (name);
  return sink;
}

GovSink *
gov_sink_new_memory (void)
{
  GovSink *sink = sink_new (-1, "memory");

  sink->memory = TRUE;
  return sink;
}

GovSink *
gov_sink_new_failing (gsize after)
{
  GovSink *sink = gov_sink_new_memory ();

  sink->limit = after;
  return sink;
}

gboolean
gov_sink_has_failed (const GovSink *sink)
{
  return sink->failed != 0;
}

GovSink *
gov_sink_new_descriptor (int fd, const char *name)
{
  return sink_new (fd, name);
}

GBytes *
gov_sink_steal_bytes (GovSink *sink)
{
  g_return_val_if_fail (sink->memory, NULL);
  GBytes *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&sink->buffer));

  gov_sink_free (sink);
  return bytes;
}

/* The file behind links, so that a link to a file stays one; a path without a file stands for itself. */
static char *
resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved != NULL ? resolved : path);

  free (resolved);
  return copy;
}

static GovSink *
open_directly (const char *path, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);

  if (fd < 0)
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "%s: cannot be opened for writing: %s", path, g_strerror (errno));
      return NULL;
    }
  GovSink *sink = sink_new (fd, path);
  sink->owns_fd = TRUE;
  return sink;
}

GovSink *
gov_sink_new_file (const char *path, GError **error)
{
  struct stat status;
  gboolean exists = stat (path, &status) == 0;
  mode_t mode = exists ? status.st_mode & 0777 : 0666;

  if (exists && S_ISDIR (status.st_mode))
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "%s: is a directory, the output must be a file", path);
      return NULL;
    }
  if (exists && !S_ISREG (status.st_mode))
    return open_directly (path, error);

  g_autofree char *target = resolve (path);
  g_autofree char *directory = g_path_get_dirname (target);
  g_autofree char *temporary = NULL;
  int fd = g_open (directory, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  if (fd < 0)
    {
      g_autofree char *base = g_path_get_basename (target);
      temporary = g_strdup_printf ("%s/.%s.XXXXXX", directory, base);
      fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, mode);
    }
  if (fd < 0)
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "%s: cannot be written: %s", path, g_strerror (errno));
      return NULL;
    }
  GovSink *sink = sink_new (fd, path);
  sink->owns_fd = TRUE;
  sink->path = g_steal_pointer (&target);
  sink->temporary = g_steal_pointer (&temporary);
  return sink;
}

/* ---- ending ------------------------------------------------------------------------------------------------------------ */

/* A link cannot replace a file, a rename can: so the unnamed file gets a temporary name first. */
static gboolean
give_name (GovSink *sink)
{
  g_autofree char *unnamed = g_strdup_printf ("/proc/self/fd/%d", sink->fd);
  g_autofree char *directory = g_path_get_dirname (sink->path), *base = g_path_get_basename (sink->path);

  for (guint i = 0; i < NAME_TRIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/.%s.%08x", directory, base, g_random_int ());
      if (linkat (AT_FDCWD, unnamed, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
        {
          sink->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }
  return FALSE;
}

gboolean
gov_sink_commit (GovSink *sink, GError **error)
{
  if (sink->failed != 0)
    return fail (sink, sink->failed, error);
  if (!flush (sink, error))
    return FALSE;
  if (sink->path == NULL)
    return TRUE;
  /* Without it a crash of the machine could leave the new name with no content. */
  if (fsync (sink->fd) != 0 && errno != EINVAL)
    return fail (sink, errno, error);
  if (sink->temporary == NULL && !give_name (sink))
    return fail (sink, errno, error);
  if (g_rename (sink->temporary, sink->path) != 0)
    return fail (sink, errno, error);
  g_clear_pointer (&sink->temporary, g_free);
  g_clear_pointer (&sink->path, g_free);
  return TRUE;
}

void
gov_sink_free (GovSink *sink)
{
  if (sink == NULL)
    return;
  if (sink->temporary != NULL)
    g_unlink (sink->temporary);
  if (sink->owns_fd)
    close (sink->fd);
  if (sink->buffer != NULL)
    g_byte_array_unref (sink->buffer);
  g_free (sink->temporary);
  g_free (sink->path);
  g_free (sink->name);
  g_free (sink);
}
