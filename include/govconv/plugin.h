/* SPDX-License-Identifier: MIT */
/* The plugin interface. A plugin is one format: a shared object govconv-NAME.so in a plugin directory that exports one
 * constant, govconv_NAME_LTX_govconv_plugin (characters of NAME that are no letters or digits become '_'). Nothing of it
 * runs when it is loaded.
 *
 * Readers and writers are re-entrant: they keep no static variables, write nothing to standard output or error, and report
 * findings as diagnostics, failures as GError. What a call allocates, it frees; what begin allocates, end frees. */
#ifndef GOVCONV_PLUGIN_H
#define GOVCONV_PLUGIN_H

#include <govconv/diagnostic.h>
#include <govconv/document.h>
#include <govconv/option.h>
#include <govconv/report.h>
#include <govconv/sink.h>
#include <govconv/source.h>
#include <govconv/version.h>

G_BEGIN_DECLS

/* What identify() is asked about. */
typedef struct {
  const char *name;      /* of the input, "-" for standard input */
  const char *extension; /* in lower case without the dot; "" when there is none */
  const guint8 *bytes;
  gsize n_bytes;
  const char *text; /* the whole text, UTF-8, NUL-terminated; NULL when the input is binary */
  gsize length;
} GovProbe;

/* Called with each report of an input that holds whole reports; takes the report. FALSE and error: stop. */
typedef gboolean (*GovReportFunc) (GovReport *report, gpointer user_data, GError **error);

typedef struct {
  guint32 size;                  /* sizeof (GovReader) */
  const char *name;              /* as in -i NAME */
  const char *summary;           /* one line */
  const char *const *extensions; /* "html", "htm"; NULL-terminated, or NULL */
  const char *const *mime_types; /* likewise */
  const GovOptionSpec *options;  /* or NULL */

  /* How likely the input is of this format, from its content: 100 nothing else possible, 80 the structure fits over several
   * lines, 50 could be, 20 only the name fits, 0 no. Must be quick and must not fail. */
  guint (*identify) (const GovProbe *probe);

  /* Exactly one of the two is set.
   * read: tell the document's blocks to the builder. FALSE and error only when the input could not be read at all; a
   * damaged input is told as far as it goes, with diagnostics. */
  gboolean (*read) (GovSource *source, const GovOptions *options, GovBuilder *builder, GovDiagnostics *diagnostics,
                    GError **error);
  /* load: the input holds whole reports (our own JSON or XML). */
  gboolean (*load) (GovSource *source, const GovOptions *options, GovReportFunc report, gpointer user_data, GError **error);
} GovReader;

/* One output: handed to each call of a writer. */
typedef struct {
  GovSink *sink;
  const GovOptions *options;
  gboolean several; /* more than one report may follow: write them so that they can be told apart */
  guint64 index;    /* of the report being written, from 0 */
} GovOutput;

typedef struct {
  guint32 size;     /* sizeof (GovWriter) */
  const char *name; /* as in -o NAME */
  const char *summary;
  const char *const *extensions; /* the first is the usual one */
  const char *const *mime_types;
  const GovOptionSpec *options;

  /* begin and end may be NULL. *state is the writer's own, NULL at first; end frees it and is called once after a begin that
   * succeeded, also when a write failed. Output depends on nothing but the reports and the options: no time, no host. */
  gboolean (*begin) (const GovOutput *output, gpointer *state, GError **error);
  gboolean (*write) (const GovOutput *output, gpointer state, const GovReport *report, GError **error);
  gboolean (*end) (const GovOutput *output, gpointer state, GError **error);
} GovWriter;

typedef struct {
  guint32 size;                 /* sizeof (GovPlugin) as the plugin was compiled; nothing beyond it is read */
  guint16 abi_major, abi_minor; /* GOV_ABI_MAJOR, GOV_ABI_MINOR */
  const char *name;             /* as in the file's name, govconv-NAME.so */
  const char *version;
  const char *summary;
  const char *license;
  const GovReader *const *readers; /* NULL-terminated, or NULL */
  const GovWriter *const *writers;
} GovPlugin;

/* Declares and begins the exported constant: GOV_PLUGIN (html) = { GOV_PLUGIN_HEADER, .name = "html", … }; */
#define GOV_PLUGIN(id)                                                                                                         \
  extern const GovPlugin govconv_##id##_LTX_govconv_plugin;                                                                    \
  __attribute__ ((visibility ("default"))) const GovPlugin govconv_##id##_LTX_govconv_plugin
#define GOV_PLUGIN_HEADER .size = sizeof (GovPlugin), .abi_major = GOV_ABI_MAJOR, .abi_minor = GOV_ABI_MINOR

G_END_DECLS

#endif
