/* SPDX-License-Identifier: MIT */
/* glibc's obstack does the work; see docs/decisions/arena.md. */
#include "core/document/arena.h"

#include <obstack.h>
#include <string.h>

#define obstack_chunk_alloc g_malloc
#define obstack_chunk_free g_free

#define CHUNK_BYTES (64 * 1024 - 64) /* one chunk holds an ordinary report */

struct _GovArena {
  struct obstack stack;
};

GovArena *
gov_arena_new (void)
{
  GovArena *arena = g_new (GovArena, 1);

  obstack_begin (&arena->stack, CHUNK_BYTES);
  return arena;
}

void
gov_arena_free (GovArena *arena)
{
  if (arena == NULL)
    return;
  obstack_free (&arena->stack, NULL);
  g_free (arena);
}

/* obstack counts in int. */
static int
checked_size (gsize n_bytes)
{
  if (n_bytes > G_MAXINT / 2)
    g_error ("an arena cannot hold a piece of %" G_GSIZE_FORMAT " bytes", n_bytes);
  return (int) n_bytes;
}

gpointer
gov_arena_alloc (GovArena *arena, gsize n_bytes)
{
  return memset (obstack_alloc (&arena->stack, checked_size (n_bytes)), 0, n_bytes);
}

gpointer
gov_arena_copy (GovArena *arena, gconstpointer data, gsize n_bytes)
{
  gpointer copy = obstack_alloc (&arena->stack, checked_size (n_bytes));

  if (n_bytes > 0)
    memcpy (copy, data, n_bytes);
  return copy;
}

char *
gov_arena_strdup (GovArena *arena, const char *text, gssize length)
{
  if (text == NULL)
    return NULL;
  return obstack_copy0 (&arena->stack, text, checked_size (length < 0 ? strlen (text) : (gsize) length));
}

char *
gov_arena_printf (GovArena *arena, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return gov_arena_strdup (arena, text, -1);
}
