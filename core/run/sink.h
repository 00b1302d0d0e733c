/* SPDX-License-Identifier: MIT */
/* Sinks of the program: a file that appears whole or not at all, and standard output. */
#pragma once

#include <govconv/sink.h>

/* A sink into the file path. Nothing is seen under that name before gov_sink_commit(); a path that is no regular file (a
 * device, a pipe) is written to directly. NULL and error (GOV_ERROR_IO). */
GovSink *gov_sink_new_file (const char *path, GError **error);

/* A sink into an open descriptor, which stays open. name is for messages. */
GovSink *gov_sink_new_descriptor (int fd, const char *name);

/* Write what is still buffered and put the file in its place. FALSE and error (GOV_ERROR_IO). A sink that is freed without
 * a commit leaves nothing behind. */
gboolean gov_sink_commit (GovSink *sink, GError **error);

/* TRUE after a write that failed because nobody reads any more (a closed pipe, a closed standard output). */
gboolean gov_sink_is_closed (const GovSink *sink);

/* For trying writers: a sink that takes so many bytes and then fails; whether it has. */
GovSink *gov_sink_new_failing (gsize after);
gboolean gov_sink_has_failed (const GovSink *sink);
