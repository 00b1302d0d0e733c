/* SPDX-License-Identifier: MIT */
#pragma once

#include <govconv/govconv.h>

/* Run "COMMAND… VERB" with input on its standard input, for at most so many seconds. NULL and error: it could not be started,
 * ended with another status than 0 (the error has the last line of its standard error), or was not done in time. */
GBytes *gov_exec_run (const char *command, const char *verb, const char *input, gsize length, guint seconds, GError **error);

/* Tell the builder the document that a command wrote as JSON; text is what the command read. FALSE and error: it is no such
 * document, and nothing was told. */
gboolean gov_exec_tell (GBytes *json, const char *text, gsize length, GovBuilder *builder, GError **error);
