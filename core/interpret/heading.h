/* SPDX-License-Identifier: MIT */
/* Whether a text is, or begins with, the heading of a section. */
#pragma once

#include <glib.h>

#define GOV_SECTION_NONE G_MAXUINT

typedef struct {
  guint section;   /* index into gov_form_sections(), or GOV_SECTION_NONE */
  gsize length;    /* bytes of the text that the heading takes; what is behind is text */
  gboolean marked; /* it has a section's ordinal: 三、 */
} GovHeading;

/* A whole paragraph or cell. marked_up: the source marks it as a heading. */
GovHeading gov_heading_find (const char *text, gsize length, gboolean marked_up);

/* The next place from *offset on where an ordinal and a section's title stand inside a text; GOV_SECTION_NONE: no more.
 * *offset becomes the heading's first byte. */
GovHeading gov_heading_find_inside (const char *text, gsize length, gsize *offset);
