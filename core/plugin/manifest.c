/* SPDX-License-Identifier: MIT */
/* A manifest is a copy of the reader and the writer of the plugin exec, under another name and with another command as the
 * option's default: so the core knows nothing of processes, and `govconv describe` shows the command. */
#include "core/plugin/manifest.h"
#include "core/plugin/module.h"
#include "core/plugin/option.h"
#include <govconv/convert.h>

#include <string.h>

#define GROUP "govconv-exec"
#define MAX_OPTIONS 8 /* of the plugin exec, with the end of the table */

struct _GovManifest {
  GovPlugin plugin;
  GovReader reader;
  GovWriter writer;
  const GovReader *readers[2];
  const GovWriter *writers[2];
  GovOptionSpec reader_options[MAX_OPTIONS], writer_options[MAX_OPTIONS];
  char *name, *summary, *version, *license, *command;
  char **extensions;
};

static char *
get_text (GKeyFile *file, const char *path, const char *key, GError **error)
{
  char *text = g_key_file_get_string (file, GROUP, key, NULL);

  if (text == NULL || *text == '\0')
    {
      g_clear_pointer (&text, g_free);
      g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "%s: %s: is missing in the group [%s]", path, key, GROUP);
    }
  return text;
}

/* The table of exec with this manifest's command. FALSE: exec has another table than this govconv's. */
static gboolean
copy_options (const GovOptionSpec *specs, const char *command, GovOptionSpec *copy)
{
  guint n = 0;

  for (; specs != NULL && specs[n].name != NULL && n + 1 < MAX_OPTIONS; n++)
    {
      copy[n] = specs[n];
      if (strcmp (specs[n].name, "command") == 0)
        copy[n].default_value = command;
    }
  return n > 0 && gov_option_table_find (copy, "command") != NULL;
}

static gboolean
fill_formats (GovManifest *manifest, const GovPlugin *exec, gboolean reads, gboolean writes)
{
  const GovReader *reader = gov_plugin_find_reader (exec, exec->name);
  const GovWriter *writer = gov_plugin_find_writer (exec, exec->name);

  if (reader == NULL || writer == NULL || !copy_options (reader->options, manifest->command, manifest->reader_options)
      || !copy_options (writer->options, manifest->command, manifest->writer_options))
    return FALSE;
  memcpy (&manifest->reader, reader, MIN (reader->size, sizeof *reader));
  memcpy (&manifest->writer, writer, MIN (writer->size, sizeof *writer));
  manifest->reader.name = manifest->writer.name = manifest->name;
  manifest->reader.summary = manifest->writer.summary = manifest->summary;
  manifest->reader.extensions = manifest->writer.extensions = (const char *const *) manifest->extensions;
  manifest->reader.options = manifest->reader_options;
  manifest->writer.options = manifest->writer_options;
  manifest->readers[0] = reads ? &manifest->reader : NULL;
  manifest->writers[0] = writes ? &manifest->writer : NULL;
  return TRUE;
}

static char *
get_command (GKeyFile *file, const char *path, GError **error)
{
  g_autofree char *text = get_text (file, path, "Command", error);
  if (text == NULL)
    return NULL;
  g_autofree char *directory = g_path_get_dirname (path), *quoted = g_shell_quote (directory);
  g_autoptr (GString) command = g_string_new (text);
  g_string_replace (command, "@DIR@", quoted, 0);
  return g_string_free (g_steal_pointer (&command), FALSE);
}

GovManifest *
gov_manifest_open (const char *path, const char *name, const GovPlugin *exec, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GovManifest) manifest = g_new0 (GovManifest, 1);
  g_autoptr (GError) reason = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &reason))
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "%s: %s", path, reason->message);
      return NULL;
    }
  manifest->name = g_strdup (name);
  if ((manifest->summary = get_text (file, path, "Summary", error)) == NULL
      || (manifest->version = get_text (file, path, "Version", error)) == NULL
      || (manifest->license = get_text (file, path, "License", error)) == NULL
      || (manifest->command = get_command (file, path, error)) == NULL)
    return NULL;
  manifest->extensions = g_key_file_get_string_list (file, GROUP, "Extensions", NULL, NULL);
  gboolean reads = g_key_file_get_boolean (file, GROUP, "Reads", NULL);
  gboolean writes = g_key_file_get_boolean (file, GROUP, "Writes", NULL);
  if (!fill_formats (manifest, exec, reads, writes))
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "%s: the plugin exec that is installed cannot run it", path);
      return NULL;
    }
  manifest->plugin = (GovPlugin){
      .size = sizeof (GovPlugin),
      .abi_major = GOV_ABI_MAJOR,
      .abi_minor = GOV_ABI_MINOR,
      .name = manifest->name,
      .version = manifest->version,
      .summary = manifest->summary,
      .license = manifest->license,
      .readers = manifest->readers,
      .writers = manifest->writers,
  };
  g_autofree char *fault = gov_plugin_find_fault (&manifest->plugin, name);
  if (fault != NULL)
    g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "%s: %s", path, fault);
  return fault == NULL ? g_steal_pointer (&manifest) : NULL;
}

const GovPlugin *
gov_manifest_get_plugin (const GovManifest *manifest)
{
  return &manifest->plugin;
}

void
gov_manifest_free (GovManifest *manifest)
{
  if (manifest == NULL)
    return;
  g_free (manifest->name);
  g_free (manifest->summary);
  g_free (manifest->version);
  g_free (manifest->license);
  g_free (manifest->command);
  g_strfreev (manifest->extensions);
  g_free (manifest);
}
