/* SPDX-License-Identifier: MIT */
/* Reading an input into memory: a regular file, a pipe, standard input. */
#include "core/source/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_READ 65536 /* bytes; the size of a regular file instead, where it is known */

static void
set_io_error (GError **error, const char *path, const char *verb, int code)
{
  g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "%s: cannot be %s: %s", path, verb, g_strerror (code));
}

/* All bytes up to the end and a NUL; NULL and error. */
static GBytes *
read_all (int file, const char *path, gsize expected, GError **error)
{
  gsize size = MIN (expected, GOV_LIMIT_INPUT_BYTES) + 2, n = 0;
  g_autofree guint8 *data = g_malloc (size);

  for (;;)
    {
      gssize got = read (file, data + n, size - 1 - n);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          set_io_error (error, path, "read", errno);
          return NULL;
        }
      if (got == 0)
        break;
      n += got;
      if (n > GOV_LIMIT_INPUT_BYTES)
        {
          g_set_error (error, GOV_ERROR, GOV_ERROR_LIMIT,
                       "%s: larger than %u MiB, the most an input may have: a report is never that large", path,
                       GOV_LIMIT_INPUT_BYTES >> 20);
          return NULL;
        }
      if (n == size - 1)
        data = g_realloc (data, size = MIN (2 * size, (gsize) GOV_LIMIT_INPUT_BYTES + 2));
    }
  data[n] = '\0';
  return g_bytes_new_take (g_steal_pointer (&data), n);
}

static GBytes *
open_and_read (const char *path, GError **error)
{
  struct stat status;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

  if (file < 0)
    {
      set_io_error (error, path, "opened", errno);
      return NULL;
    }
  GBytes *bytes = NULL;
  if (fstat (file, &status) < 0)
    set_io_error (error, path, "read", errno);
  else if (S_ISDIR (status.st_mode))
    g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "%s: is a directory: name the files in it", path);
  else
    bytes = read_all (file, path, S_ISREG (status.st_mode) ? (gsize) status.st_size : FIRST_READ, error);
  close (file);
  return bytes;
}

GovSource *
gov_source_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (GBytes) bytes
      = strcmp (path, "-") == 0 ? read_all (STDIN_FILENO, "standard input", FIRST_READ, error) : open_and_read (path, error);

  return bytes != NULL ? gov_source_new_terminated (path, bytes) : NULL;
}
