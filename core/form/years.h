/* SPDX-License-Identifier: MIT */
/* Which edition of the form reports on a year, and what stood before the first. */
#pragma once

#include <glib.h>

/* "2019" …; NULL: the year is unknown (0). Before the first edition: the first. */
const char *gov_form_edition_of_year (guint year);
/* The edition in force, for a report that does not tell. */
const char *gov_form_edition_in_force (void);
/* The first year that a statutory form reports on; earlier reports are free-form. */
guint gov_form_first_year (void);
/* Words of the statistics tables that those carried; NULL-terminated. */
const char *const *gov_form_old_words (void);
