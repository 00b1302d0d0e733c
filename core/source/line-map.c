/* SPDX-License-Identifier: MIT */
/* The text in blocks of equal length; of each block's start we know how many lines and code points stand before it, and
 * where its line began. A place is then found by counting within one block, and a line start's column within another. */
#include "core/source/line-map.h"

#define BLOCK_BYTES 256

typedef struct {
  guint32 lines, code_points; /* before the block */
  guint32 line_start;         /* of the line that the block's first byte stands in */
} Block;

struct _GovLineMap {
  const char *text;
  gsize length;
  Block *blocks;
};

static inline gboolean
ends_line (const char *p)
{
  return *p == '\n' || (*p == '\r' && p[1] != '\n');
}

/* What stands between two places, added to counts. Without branches, so that the compiler can use vectors. */
static void
count (const char *text, gsize from, gsize to, Block *counts)
{
  guint32 lines = 0, code_points = 0;

  for (gsize i = from; i < to; i++)
    {
      code_points += (text[i] & 0xC0) != 0x80;
      lines += (text[i] == '\n') | ((text[i] == '\r') & (text[i + 1] != '\n'));
    }
  if (lines > 0)
    {
      gsize start = to;
      while (!ends_line (text + start - 1))
        start--;
      counts->line_start = start;
    }
  counts->lines += lines;
  counts->code_points += code_points;
}

GovLineMap *
gov_line_map_new (const char *text, gsize length)
{
  GovLineMap *map = g_new (GovLineMap, 1);
  gsize n_blocks = length / BLOCK_BYTES + 1;

  *map = (GovLineMap){text, length, g_new (Block, n_blocks)};
  Block counts = {0, 0, 0};
  for (gsize b = 0; b < n_blocks; b++)
    {
      map->blocks[b] = counts;
      count (text, b * BLOCK_BYTES, MIN ((b + 1) * BLOCK_BYTES, length), &counts);
    }
  return map;
}

void
gov_line_map_free (GovLineMap *map)
{
  if (map == NULL)
    return;
  g_free (map->blocks);
  g_free (map);
}

static Block
count_before (const GovLineMap *map, gsize offset)
{
  Block counts = map->blocks[offset / BLOCK_BYTES];

  count (map->text, offset / BLOCK_BYTES * BLOCK_BYTES, offset, &counts);
  return counts;
}

void
gov_line_map_locate (const GovLineMap *map, gsize offset, guint32 *line, guint32 *column)
{
  Block here = count_before (map, offset);

  *line = here.lines + 1;
  *column = here.code_points - count_before (map, here.line_start).code_points + 1;
}
