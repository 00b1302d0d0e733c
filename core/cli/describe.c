/* SPDX-License-Identifier: MIT */
/* govconv describe FORMAT: what a format's plugin says about itself, and its options, from the tables that check them. */
#include "core/cli/cli.h"
#include "core/plugin/module.h"
#include "core/plugin/option.h"
#include "core/plugin/registry.h"
#include "core/run/record.h"

#include <string.h>

/* A reader or a writer, as far as they are described alike. */
typedef struct {
  const char *direction;
  const char *flag;
  const char *name, *summary;
  const char *const *extensions, *const *mime_types;
  const GovOptionSpec *options;
} Side;

static Side
side_of_reader (const GovReader *r)
{
  return (Side){"read", "-i", r->name, r->summary, r->extensions, r->mime_types, r->options};
}

static Side
side_of_writer (const GovWriter *w)
{
  return (Side){"write", "-o", w->name, w->summary, w->extensions, w->mime_types, w->options};
}

static void
print_list (GovSink *sink, const char *title, const char *const *list)
{
  if (list == NULL || list[0] == NULL)
    return;
  g_autofree char *joined = g_strjoinv (", ", (char **) list);
  gov_sink_printf (sink, NULL, "  %-11s %s\n", title, joined);
}

static void
print_side (GovSink *sink, const Side *side)
{
  gov_sink_printf (sink, NULL, "\n%s %s: %s\n", side->flag, side->name, side->summary);
  print_list (sink, "extensions", side->extensions);
  print_list (sink, "MIME types", side->mime_types);
  gov_sink_printf (sink, NULL, "  %-11s %s\n", "options", side->options == NULL || side->options[0].name == NULL ? "none" : "");
  for (const GovOptionSpec *spec = side->options; spec != NULL && spec->name != NULL; spec++)
    {
      g_autofree char *values = gov_option_describe_values (spec);
      gov_sink_printf (sink, NULL, "    %s=%s\n        %s; usual: %s\n", spec->name, values, spec->help,
                       *spec->default_value != '\0' ? spec->default_value : "empty");
    }
}

static void
emit_integer (GovJsonEmitter *json, const char *key, gint64 number)
{
  g_autofree char *decimal = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gov_json_emit_key (json, key);
  gov_json_emit_decimal (json, decimal);
}

static void
emit_option (GovJsonEmitter *json, const GovOptionSpec *spec)
{
  gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
  gov_record_emit_text (json, "name", spec->name);
  gov_record_emit_text (json, "type", gov_option_type_get_name (spec->type));
  gov_record_emit_text (json, "default", spec->default_value);
  if (spec->type == GOV_OPTION_INTEGER)
    {
      emit_integer (json, "minimum", spec->minimum);
      emit_integer (json, "maximum", spec->maximum);
    }
  if (spec->type == GOV_OPTION_CHOICE)
    gov_record_emit_list (json, "choices", spec->choices);
  gov_record_emit_text (json, "help", spec->help);
  gov_json_emit_end (json);
}

static void
emit_side (GovJsonEmitter *json, const Side *side)
{
  gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
  gov_record_emit_text (json, "direction", side->direction);
  gov_record_emit_text (json, "name", side->name);
  gov_record_emit_text (json, "summary", side->summary);
  gov_record_emit_list (json, "extensions", side->extensions);
  gov_record_emit_list (json, "mime_types", side->mime_types);
  gov_json_emit_key (json, "options");
  gov_json_emit_begin (json, '[', GOV_JSON_BROKEN);
  for (const GovOptionSpec *spec = side->options; spec != NULL && spec->name != NULL; spec++)
    emit_option (json, spec);
  gov_json_emit_end (json);
  gov_json_emit_end (json);
}

/* The sides of a plugin: all of them for its own name, else those of the format's name. */
static GArray *
list_sides (const GovPlugin *plugin, const char *format)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));
  gboolean all = strcmp (plugin->name, format) == 0;

  for (guint i = 0; plugin->readers != NULL && plugin->readers[i] != NULL; i++)
    if (all || strcmp (plugin->readers[i]->name, format) == 0)
      {
        Side side = side_of_reader (plugin->readers[i]);
        g_array_append_val (sides, side);
      }
  for (guint i = 0; plugin->writers != NULL && plugin->writers[i] != NULL; i++)
    if (all || strcmp (plugin->writers[i]->name, format) == 0)
      {
        Side side = side_of_writer (plugin->writers[i]);
        g_array_append_val (sides, side);
      }
  return sides;
}

static void
print_text (GovSink *sink, const GovPlugin *plugin, const GArray *sides)
{
  gov_sink_printf (sink, NULL, "%s %s: %s (%s)\n", plugin->name, plugin->version, plugin->summary, plugin->license);
  for (guint i = 0; i < sides->len; i++)
    print_side (sink, &g_array_index (sides, Side, i));
}

static void
print_json (GovSink *sink, const GovPlugin *plugin, const GArray *sides)
{
  GovCliJson object;

  gov_cli_json_init (&object, TRUE);
  gov_json_emit_begin (&object.json, '{', GOV_JSON_BROKEN);
  gov_record_emit_text (&object.json, "name", plugin->name);
  gov_record_emit_text (&object.json, "version", plugin->version);
  gov_record_emit_text (&object.json, "summary", plugin->summary);
  gov_record_emit_text (&object.json, "license", plugin->license);
  gov_json_emit_key (&object.json, "formats");
  gov_json_emit_begin (&object.json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < sides->len; i++)
    emit_side (&object.json, &g_array_index (sides, Side, i));
  gov_json_emit_end (&object.json);
  gov_json_emit_end (&object.json);
  gov_cli_json_write (&object, sink);
}

static GovStatus
describe (GovRegistry *registry, const char *format, gboolean json)
{
  g_autoptr (GError) error = NULL;
  const GovPlugin *plugin = gov_registry_open (registry, format, &error);
  if (plugin == NULL)
    return gov_cli_fail (error);
  g_autoptr (GArray) sides = list_sides (plugin, format);
  if (sides->len == 0)
    {
      gov_registry_find_reader (registry, format, &error);
      return gov_cli_fail (error);
    }
  GovSink *sink = gov_cli_open_stdout ();
  (json ? print_json : print_text) (sink, plugin, sides);
  return gov_cli_close_stdout (sink);
}

GovStatus
gov_cli_describe (int argc, char **argv)
{
  g_auto (GovCliOptions) cli = {0};
  g_autoptr (GError) error = NULL;
  GovStatus status;
  gboolean json;

  if (!gov_cli_parse (argc, argv, GOV_CLI_PLUGINS | GOV_CLI_FORM, "FORMAT",
                      "Describes a format: what it is, its extensions, and its options for -i and -o.", NULL, &cli, &status))
    return status;
  if (cli.operands[0] == NULL || cli.operands[1] != NULL)
    return gov_cli_fail_usage ("describe takes one FORMAT; \"govconv list\" shows them");
  if (!gov_cli_wants_json (&cli, &json, &error))
    return gov_cli_fail (error);
  g_autoptr (GovRegistry) registry = gov_cli_open_registry (&cli);
  return describe (registry, cli.operands[0], json);
}
