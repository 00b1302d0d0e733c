/* SPDX-License-Identifier: MIT */
/* A sink: where a writer's bytes go. A file appears whole under its name when the run succeeds, or not at all. */
#ifndef GOVCONV_SINK_H
#define GOVCONV_SINK_H

#include <glib.h>
#include <govconv/version.h>

G_BEGIN_DECLS

typedef struct _GovSink GovSink;

/* Append bytes. length -1: data is a C string. FALSE and error (GOV_ERROR_IO) when they could not be written; after a first
 * failure every later call fails alike, so a writer may check only the last one. */
GOV_API gboolean gov_sink_write (GovSink *sink, const char *data, gssize length, GError **error);
GOV_API gboolean gov_sink_printf (GovSink *sink, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* A sink into memory, for tests and for callers that want the bytes; gov_sink_steal_bytes() ends it.
 * Free with gov_sink_free(). */
GOV_API GovSink *gov_sink_new_memory (void);
GOV_API GBytes *gov_sink_steal_bytes (GovSink *sink);
GOV_API void gov_sink_free (GovSink *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovSink, gov_sink_free)

G_END_DECLS

#endif
