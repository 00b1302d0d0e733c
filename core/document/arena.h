/* SPDX-License-Identifier: MIT */
/* An arena: memory that is given back all at once. One per document, one per report. (docs/lifetimes.md) */
#pragma once

#include <glib.h>

typedef struct _GovArena GovArena;

GovArena *gov_arena_new (void);
void gov_arena_free (GovArena *arena);

/* Aligned for any type, zeroed. Never NULL. */
gpointer gov_arena_alloc (GovArena *arena, gsize n_bytes);
/* A copy of n_bytes; data may be NULL when n_bytes is 0. */
gpointer gov_arena_copy (GovArena *arena, gconstpointer data, gsize n_bytes);
/* A NUL-terminated copy. length -1: a C string. NULL stays NULL. */
char *gov_arena_strdup (GovArena *arena, const char *text, gssize length);
char *gov_arena_printf (GovArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);

#define gov_arena_new_array(arena, type, n) ((type *) gov_arena_alloc ((arena), sizeof (type) * (gsize) (n)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovArena, gov_arena_free)
