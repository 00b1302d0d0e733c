/* SPDX-License-Identifier: MIT */
/* Formats in other languages: a command reads a document or writes a report, JSON goes between.
 *
 * "COMMAND read" gets the document's text in UTF-8 and writes one JSON value:
 *
 *   document = {"blocks": [ block, … ]}
 *   block    = {"paragraph": TEXT, "level": 0…6, "at": OFFSET} | {"table": [ row, … ]}
 *   row      = [ cell, … ]
 *   cell     = TEXT | {"text": TEXT, "at": OFFSET, "colspan": N, "rowspan": N, "header": BOOLEAN}
 *
 * where "level" above 0 is a heading's and "at" is where the text stands in what was read, in bytes; only what is neither
 * a matter of course nor unknown has to be given. "COMMAND write" gets the report as `govconv -o json:provenance` writes it,
 * several as JSON Lines, and writes what shall be written. */
#include "plugins/exec.h"
#include "plugins/json.h"

/* A command is not run to find out whether it may be meant: it has to be named. */
static guint
identify (G_GNUC_UNUSED const GovProbe *probe)
{
  return 0;
}

static gboolean
read_document (GovSource *source, const GovOptions *options, GovBuilder *builder, G_GNUC_UNUSED GovDiagnostics *diagnostics,
               GError **error)
{
  gsize length;
  const char *text = gov_source_get_text (source, &length);
  g_autoptr (GBytes) json = gov_exec_run (gov_options_get_string (options, "command"), "read", text, length,
                                          gov_options_get_integer (options, "seconds"), error);

  return json != NULL && gov_exec_tell (json, text, length, builder, error);
}

/* ---- writing: the reports are gathered as JSON, the command runs at the end ------------------------------------------------
 */

typedef struct {
  GovSink *json;
  GovOptions *options; /* of the JSON writer */
} Gathering;

static gboolean
begin (G_GNUC_UNUSED const GovOutput *output, gpointer *state, GError **error)
{
  GovOptions *options = gov_options_parse (gov_json_writer.options, "provenance", error);
  if (options == NULL)
    return FALSE;
  Gathering *gathering = g_new (Gathering, 1);
  *gathering = (Gathering){gov_sink_new_memory (), options};
  *state = gathering;
  return TRUE;
}

static gboolean
write_report (const GovOutput *output, gpointer state, const GovReport *report, GError **error)
{
  const Gathering *gathering = state;
  GovOutput json = {.sink = gathering->json, .options = gathering->options, .several = output->several, .index = output->index};

  return gov_json_writer.write (&json, NULL, report, error);
}

static gboolean
end (const GovOutput *output, gpointer state, GError **error)
{
  Gathering *gathering = state;
  g_autoptr (GBytes) json = gov_sink_steal_bytes (gathering->json);
  g_autoptr (GBytes) written
      = gov_exec_run (gov_options_get_string (output->options, "command"), "write", g_bytes_get_data (json, NULL),
                      g_bytes_get_size (json), gov_options_get_integer (output->options, "seconds"), error);

  gov_options_free (gathering->options);
  g_free (gathering);
  return written != NULL && gov_sink_write (output->sink, g_bytes_get_data (written, NULL), g_bytes_get_size (written), error);
}

static const GovOptionSpec options[] = {
    {.name = "command",
     .type = GOV_OPTION_STRING,
     .default_value = "",
     .help = "the program and its arguments; no shell is between"},
    {.name = "seconds",
     .type = GOV_OPTION_INTEGER,
     .default_value = "60",
     .minimum = 1,
     .maximum = 86400,
     .help = "how long it may take for one document"},
    {.name = NULL},
};

static const GovReader reader = {
    .size = sizeof (GovReader),
    .name = "exec",
    .summary = "a document read by a command, as JSON",
    .options = options,
    .identify = identify,
    .read = read_document,
};

static const GovWriter writer = {
    .size = sizeof (GovWriter),
    .name = "exec",
    .summary = "reports written by a command, from JSON",
    .options = options,
    .begin = begin,
    .write = write_report,
    .end = end,
};

GOV_PLUGIN (exec) = {
    GOV_PLUGIN_HEADER,
    .name = "exec",
    .version = GOV_VERSION,
    .summary = "Formats in other languages, by a command",
    .license = "MIT",
    .readers = (const GovReader *const[]){&reader, NULL},
    .writers = (const GovWriter *const[]){&writer, NULL},
};
