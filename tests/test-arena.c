/* SPDX-License-Identifier: MIT */
#include "core/document/arena.h"
#include "tests/gtest-c.h"

#include <stddef.h>

GOV_TEST (Arena, PiecesAreZeroedAlignedAndApart)
{
  g_autoptr (GovArena) arena = gov_arena_new ();
  guint8 *before = NULL;

  for (gsize n = 1; n < 200000; n = n * 3 + 1)
    {
      GOV_TRACE ("%zu bytes", n);
      guint8 *piece = gov_arena_alloc (arena, n);
      EXPECT_EQ ((guintptr) piece % G_ALIGNOF (max_align_t), 0);
      EXPECT_EQ (piece[0], 0);
      EXPECT_EQ (piece[n - 1], 0);
      memset (piece, 0xab, n);
      if (before != NULL)
        EXPECT_EQ (before[0], 0xab);
      before = piece;
    }
}

GOV_TEST (Arena, CopiesStayWhatTheyWere)
{
  g_autoptr (GovArena) arena = gov_arena_new ();
  char text[] = "云溪县";
  guint32 numbers[] = {3, 12, 941};
  const char *whole = gov_arena_strdup (arena, text, -1), *part = gov_arena_strdup (arena, text, 3);
  const guint32 *copy = gov_arena_copy (arena, numbers, sizeof numbers);

  memset (text, 'x', sizeof text);
  memset (numbers, 0, sizeof numbers);
  EXPECT_STREQ (whole, "云溪县");
  EXPECT_STREQ (part, "云");
  EXPECT_EQ (copy[2], 941);
  EXPECT_STREQ (gov_arena_printf (arena, "%s %d", part, 7), "云 7");
  EXPECT_NULL (gov_arena_strdup (arena, NULL, -1));
  EXPECT_STREQ (gov_arena_strdup (arena, "", -1), "");
  EXPECT_NOT_NULL (gov_arena_copy (arena, NULL, 0));
}

/* More than one chunk, and a piece larger than any. */
GOV_TEST (Arena, Grows)
{
  g_autoptr (GovArena) arena = gov_arena_new ();
  const char *strings[20000];

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    strings[i] = gov_arena_printf (arena, "row %u", i);
  char *large = gov_arena_alloc (arena, 5 << 20);
  large[(5 << 20) - 1] = 'x';
  EXPECT_STREQ (strings[0], "row 0");
  EXPECT_STREQ (strings[G_N_ELEMENTS (strings) - 1], "row 19999");
}
