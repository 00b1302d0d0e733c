/* SPDX-License-Identifier: MIT */
/* Running a conversion from a program: registry → reader and writer → gov_convert(). */
#ifndef GOVCONV_CONVERT_H
#define GOVCONV_CONVERT_H

#include <govconv/plugin.h>

G_BEGIN_DECLS

/* GError domain of the library. The codes follow the program's exit status where there is one. */
#define GOV_ERROR (gov_error_quark ())
GOV_API GQuark gov_error_quark (void);

typedef enum {
  GOV_ERROR_USAGE,     /* a bad option or value */
  GOV_ERROR_FORMAT,    /* unknown format, or its plugin is missing, broken or of another ABI */
  GOV_ERROR_IO,        /* could not be opened, read or written */
  GOV_ERROR_NO_REPORT, /* the document is no report of this form: the message says why */
  GOV_ERROR_LIMIT,     /* a named limit was exceeded */
  GOV_ERROR_INTERNAL,
} GovError;

/* The plugin directories and what has been opened from them. Not thread-safe; plugins stay open until it is freed. */
typedef struct _GovRegistry GovRegistry;

/* directories: searched in this order, first hit wins; NULL-terminated; NULL: the usual ones (GOVCONV_PLUGIN_PATH, the user's
 * data directory, the installation). */
GOV_API GovRegistry *gov_registry_new (const char *const *directories);
GOV_API void gov_registry_free (GovRegistry *registry);
/* NULL and error (GOV_ERROR_FORMAT): no such format (the message lists those that exist), or its plugin is unusable (the
 * message names the file, the rule and the linker's own words). Borrowed. */
GOV_API const GovReader *gov_registry_find_reader (GovRegistry *registry, const char *name, GError **error);
GOV_API const GovWriter *gov_registry_find_writer (GovRegistry *registry, const char *name, GError **error);

/* How a document is converted. Zero is a good default for every field but the first. */
typedef struct {
  const GovReader *const *readers;         /* allowed ones, NULL-terminated: one, or several to choose from by content */
  const GovOptions *const *reader_options; /* one for each reader; NULL: all defaults */
  gboolean repair;                         /* replace clearly printed figures that the arithmetic refutes */
} GovConversion;

/* Convert one source: choose the reader, read, interpret, check, hand each report to report(), which takes it. FALSE and error
 * when the document could not be read as a report; GOV_ERROR_NO_REPORT leaves its diagnostics in diagnostics. */
GOV_API gboolean gov_convert (GovSource *source, const GovConversion *conversion, GovReportFunc report, gpointer user_data,
                              GovDiagnostics *diagnostics, GError **error);

/* A source from memory; takes a reference of bytes. Free with gov_source_free(). */
GOV_API GovSource *gov_source_new (const char *name, GBytes *bytes);
GOV_API void gov_source_free (GovSource *source);
/* From a file, or standard input for "-". NULL and error (GOV_ERROR_IO, GOV_ERROR_LIMIT). */
GOV_API GovSource *gov_source_open (const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovRegistry, gov_registry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovSource, gov_source_free)

G_END_DECLS

#endif
