/* SPDX-License-Identifier: MIT */
/* govconv list: what is installed. */
#include "core/cli/cli.h"
#include "core/plugin/registry.h"
#include "core/run/record.h"

#include <string.h>

static const char *
describe_directions (const GovPlugin *plugin)
{
  gboolean reads = plugin->readers != NULL && plugin->readers[0] != NULL;
  gboolean writes = plugin->writers != NULL && plugin->writers[0] != NULL;

  return reads && writes ? "read, write" : reads ? "read" : "write";
}

static void
print_text (GovSink *sink, const GovPluginFile *file, const GovPlugin *plugin, const GError *fault, gboolean verbose)
{
  if (plugin != NULL && file->shadowed_by == NULL)
    gov_sink_printf (sink, NULL, "%-12s %-12s %s\n", file->name, describe_directions (plugin), plugin->summary);
  else if (file->shadowed_by == NULL)
    gov_sink_printf (sink, NULL, "%-12s %-12s %s\n", file->name, "unusable", fault->message);
  if (!verbose)
    return;
  if (file->shadowed_by != NULL)
    gov_sink_printf (sink, NULL, "%-12s %-12s %s\n%-25s by %s\n", file->name, "shadowed", file->path, "", file->shadowed_by);
  else if (plugin != NULL)
    gov_sink_printf (sink, NULL, "%-25s version %s, %s, %s\n", "", plugin->version, plugin->license, file->path);
}

static void
emit_file (GovJsonEmitter *json, const GovPluginFile *file, const GovPlugin *plugin, const GError *fault)
{
  gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
  gov_record_emit_text (json, "name", file->name);
  gov_record_emit_text (json, "path", file->path);
  gov_record_emit_text (json, "shadowed_by", file->shadowed_by);
  gov_record_emit_text (json, "fault", fault != NULL ? fault->message : NULL);
  if (plugin != NULL)
    {
      gov_record_emit_text (json, "version", plugin->version);
      gov_record_emit_text (json, "summary", plugin->summary);
      gov_record_emit_text (json, "license", plugin->license);
      gov_json_emit_key (json, "reads");
      gov_json_emit_boolean (json, strstr (describe_directions (plugin), "read") != NULL);
      gov_json_emit_key (json, "writes");
      gov_json_emit_boolean (json, strstr (describe_directions (plugin), "write") != NULL);
    }
  gov_json_emit_end (json);
}

GovStatus
gov_cli_list (int argc, char **argv)
{
  g_auto (GovCliOptions) cli = {0};
  g_autoptr (GError) error = NULL;
  GovStatus status;
  gboolean json;

  if (!gov_cli_parse (argc, argv, GOV_CLI_PLUGINS | GOV_CLI_FORM | GOV_CLI_VERBOSE, "",
                      "Lists the installed formats. With -v also where they are, and which files are hidden by others.", NULL,
                      &cli, &status))
    return status;
  if (cli.operands[0] != NULL)
    return gov_cli_fail_usage ("list takes no operand; \"govconv describe %s\" tells about one format", cli.operands[0]);
  if (!gov_cli_wants_json (&cli, &json, &error))
    return gov_cli_fail (error);

  g_autoptr (GovRegistry) registry = gov_cli_open_registry (&cli);
  g_autoptr (GPtrArray) files = gov_registry_list_files (registry);
  GovCliJson array;
  GovSink *sink = gov_cli_open_stdout ();
  gov_cli_json_init (&array, TRUE);
  gov_json_emit_begin (&array.json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < files->len; i++)
    {
      const GovPluginFile *file = files->pdata[i];
      g_autoptr (GError) fault = NULL;
      const GovPlugin *plugin = file->shadowed_by == NULL ? gov_registry_open (registry, file->name, &fault) : NULL;
      if (json)
        emit_file (&array.json, file, plugin, fault);
      else
        print_text (sink, file, plugin, fault, cli.verbose);
    }
  gov_json_emit_end (&array.json);
  if (json)
    gov_cli_json_write (&array, sink);
  else
    g_string_free (array.text, TRUE);
  return gov_cli_close_stdout (sink);
}
