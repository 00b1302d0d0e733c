/* SPDX-License-Identifier: MIT */
/* Slips of the pen or of a recogniser: the figures that one digit's change makes of a printed one. */
#pragma once

#include <glib.h>

#define GOV_EDITS_MAX 400 /* distinct results of one edit of a figure of 15 digits */

/* One digit replaced, left out, put in, or exchanged with its neighbour; neither figure begins with a 0 that is not all of it.
 * Writes the distinct results to edits in ascending order and returns their number. */
guint gov_edits_list (gint64 figure, gint64 edits[GOV_EDITS_MAX]);
/* Whether one digit replaced makes to of from: what a recogniser does most. */
gboolean gov_edits_replace (gint64 from, gint64 to);
/* Whether to is among them. */
gboolean gov_edits_reach (gint64 from, gint64 to);
