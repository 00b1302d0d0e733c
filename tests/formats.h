/* SPDX-License-Identifier: MIT */
/* For the tests of formats that hold whole reports: reports made by hand and at random, and the way through a plugin of this
 * build, as the program goes it. */
#pragma once

#include <govconv/govconv.h>

/* A report that has everything the model has, in words and figures that are hard on a format: huge and odd decimals, every
 * origin, both editions, surplus rows, quotes, control characters, line separators, characters beyond the BMP.
 * control_characters: also those that XML cannot hold. */
GovReport *formats_sample_report (gboolean control_characters);
/* A report in which nothing is known. */
GovReport *formats_empty_report (void);
/* One of as many reports as there are seeds; never with characters that XML cannot hold. */
GovReport *formats_random_report (guint32 seed);

/* What the writer of a format makes of the reports, as text (no format writes a NUL); options as after "-o FORMAT:". A failure
 * is a failure of the test, and gives "". */
char *formats_write (const char *format, const char *options, GovReport *const *reports, guint n_reports, gboolean several);
char *formats_write_one (const char *format, const char *options, GovReport *report);

/* The reports that the reader of a format finds in a text. NULL and error. */
GPtrArray *formats_load (const char *format, const char *text, GError **error);
/* The reader's opinion of a text, under a name. */
guint formats_identify (const char *format, const char *name, const char *text);
