/* SPDX-License-Identifier: MIT */
/* Lines and columns of a text. A line ends with "\n", "\r\n" or a lone "\r"; columns count code points, both from 1. */
#pragma once

#include <glib.h>

typedef struct _GovLineMap GovLineMap;

/* One pass over text, which is borrowed, UTF-8 and NUL-terminated; its length must fit 32 bits. Takes about a twentieth of
 * the text's memory, however long or short the lines are. */
GovLineMap *gov_line_map_new (const char *text, gsize length);
void gov_line_map_free (GovLineMap *map);

/* Where the character at offset stands; offset may be the text's length. Time does not depend on the text. */
void gov_line_map_locate (const GovLineMap *map, gsize offset, guint32 *line, guint32 *column);
