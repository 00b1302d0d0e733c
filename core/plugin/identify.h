/* SPDX-License-Identifier: MIT */
/* Which of several readers an input is for, from its content. */
#pragma once

#include <govconv/plugin.h>

/* By how many points the best reader must lead: below that a choice would be a guess. */
#define GOV_IDENTIFY_LEAD 20

/* Ask every reader of the NULL-terminated list; scores gets one number (0 … 100) for each. */
void gov_identify_score (GovSource *source, const GovReader *const *readers, guint *scores);

/* The index of the reader that is meant. FALSE and error (GOV_ERROR_NO_REPORT): none recognises the input, or two do and
 * neither leads by GOV_IDENTIFY_LEAD. A list of one is only asked whether it reads what is no text: whoever names a format
 * knows better what a text is, but a picture or an archive would be read as noise. */
gboolean gov_identify (GovSource *source, const GovReader *const *readers, guint *index, GError **error);

/* The extension of a path in lower case without the dot; "" when there is none. Free with g_free(). */
char *gov_path_dup_extension (const char *path);
