/* SPDX-License-Identifier: MIT */
/* The program. Everything is in the library, so that program and plugins share one copy of it; main.c only calls it. */
#pragma once

#include "core/report/json-emit.h"
#include "core/run/batch.h"
#include "core/run/status.h"
#include <govconv/convert.h>

/* Returns the exit status. */
GOV_API int gov_cli_main (int argc, char **argv);

/* The verbs. argv[0] is the verb itself. */
GovStatus gov_cli_convert (int argc, char **argv);
GovStatus gov_cli_check (int argc, char **argv);
GovStatus gov_cli_identify (int argc, char **argv);
GovStatus gov_cli_list (int argc, char **argv);
GovStatus gov_cli_describe (int argc, char **argv);
GovStatus gov_cli_explain (int argc, char **argv);
GovStatus gov_cli_schema (int argc, char **argv);
GovStatus gov_cli_new_plugin (int argc, char **argv);
GovStatus gov_cli_test_plugin (int argc, char **argv);

typedef struct {
  const char *name;
  const char *summary;
  GovStatus (*run) (int argc, char **argv);
} GovVerb;

extern const GovVerb gov_verbs[]; /* ends with a NULL name */

/* ---- common options ---------------------------------------------------------------------------------------------------- */

/* What a command line says; every verb takes some of it. Free with gov_cli_options_clear(). */
typedef struct {
  char **plugin_dirs;
  char *trace;
  char *input_format, *output_format, *output_path;
  char *fail_on, *diagnostics_path, *previous_path;
  gboolean provenance, repair, quiet, verbose, help, version;
  gboolean reader, writer, once;
  gboolean list_formats, list_readers, list_writers, list_codes, list_verbs;
  char **operands; /* never NULL after a successful parse */
} GovCliOptions;

typedef enum {
  GOV_CLI_PLUGINS = 1 << 0,     /* --plugin-dir, --trace */
  GOV_CLI_INPUT = 1 << 1,       /* -i, --repair */
  GOV_CLI_OUTPUT = 1 << 2,      /* -O, --provenance */
  GOV_CLI_FORM = 1 << 3,        /* -o of a verb with a text and a JSON form */
  GOV_CLI_FINDINGS = 1 << 4,    /* --fail-on, --diagnostics, -q */
  GOV_CLI_VERBOSE = 1 << 5,     /* -v */
  GOV_CLI_LISTS = 1 << 6,       /* --version, --list-formats … */
  GOV_CLI_PREVIOUS = 1 << 7,    /* --previous */
  GOV_CLI_NEW_PLUGIN = 1 << 8,  /* --reader, --writer, -O */
  GOV_CLI_TEST_PLUGIN = 1 << 9, /* --once */
} GovCliTaken;

/* Parse a verb's command line. FALSE: nothing is left to do but to return *status (after an error message, or --help).
 * usage: "FILE…"; summary and description stand before and after the options in --help. */
gboolean gov_cli_parse (int argc, char **argv, GovCliTaken taken, const char *usage, const char *summary,
                        const char *description, GovCliOptions *options, GovStatus *status);
void gov_cli_options_clear (GovCliOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GovCliOptions, gov_cli_options_clear)

/* "govconv: MESSAGE" on standard error; returns what the error makes of the status. A document's failure cannot come here. */
GovStatus gov_cli_fail (const GError *error);
G_GNUC_PRINTF (1, 2) GovStatus gov_cli_fail_usage (const char *format, ...);

GovStatus gov_cli_print_version (void);

/* The registry of --plugin-dir and the usual directories, traced if asked for. */
GovRegistry *gov_cli_open_registry (const GovCliOptions *options);

/* The log of -q, -v and --diagnostics. NULL and error. */
GovLog *gov_cli_open_log (const GovCliOptions *options, GError **error);

/* The severity of --fail-on (usual where it is not given); FALSE and error: no such word. 0: no finding fails the run. */
gboolean gov_cli_get_fail_on (const GovCliOptions *options, GovSeverity usual, GovSeverity *fail_on, GError **error);

/* Whether -o asks for JSON instead of text. FALSE and error: neither. */
gboolean gov_cli_wants_json (const GovCliOptions *options, gboolean *json, GError **error);

/* ---- output ------------------------------------------------------------------------------------------------------------ */

/* A sink into standard output, and its end: GOV_STATUS_OK, also when nobody reads it any more, or the failure, which has been
 * told. Frees the sink. */
GovSink *gov_cli_open_stdout (void);
GovStatus gov_cli_close_stdout (GovSink *sink);

/* A JSON value for people (indented) or on one line, and its way into the sink with a line's end, which frees it. */
typedef struct {
  GString *text;
  GovJsonEmitter json;
} GovCliJson;

void gov_cli_json_init (GovCliJson *json, gboolean pretty);
void gov_cli_json_write (GovCliJson *json, GovSink *sink);

/* ---- formats ----------------------------------------------------------------------------------------------------------- */

/* The readers that -i allows, with their options. */
typedef struct {
  GPtrArray *readers; /* const GovReader; NULL-terminated */
  GPtrArray *options; /* GovOptions, one for each; NULL-terminated */
} GovCliReaders;

void gov_cli_readers_clear (GovCliReaders *readers);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GovCliReaders, gov_cli_readers_clear)

/* text: "html", "html:option=value,…", "auto", "auto:html,tsv"; NULL is "auto". FALSE and error. */
gboolean gov_cli_choose_readers (GovRegistry *registry, const char *text, GovCliReaders *readers, GError **error);
GovConversion gov_cli_get_conversion (const GovCliReaders *readers, gboolean repair);

/* format: as in -o, or NULL: the one of the output path's extension, else JSON. NULL and error. */
const GovWriter *gov_cli_choose_writer (GovRegistry *registry, const GovCliOptions *cli, GovOptions **options, GError **error);
