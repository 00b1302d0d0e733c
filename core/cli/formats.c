/* SPDX-License-Identifier: MIT */
/* From the words of -i and -o to readers, writers and their options.
 *
 *   input  = "auto" [ ":" name { "," name } ] | name [ ":" options ]
 *   output = name [ ":" options ]
 */
#include "core/cli/cli.h"
#include "core/plugin/identify.h"
#include "core/plugin/option.h"
#include "core/plugin/registry.h"

#include <string.h>

/* "name:rest" → name; *rest is NULL when there is none. Free with g_free(). */
static char *
split (const char *text, const char **rest)
{
  const char *colon = strchr (text, ':');

  *rest = colon != NULL ? colon + 1 : NULL;
  return colon != NULL ? g_strndup (text, colon - text) : g_strdup (text);
}

void
gov_cli_readers_clear (GovCliReaders *readers)
{
  g_clear_pointer (&readers->readers, g_ptr_array_unref);
  g_clear_pointer (&readers->options, g_ptr_array_unref);
}

static gboolean
add_reader (GovCliReaders *readers, const GovReader *reader, const char *text, GError **error)
{
  GovOptions *options = gov_options_parse (reader->options, text, error);

  if (options == NULL)
    {
      g_prefix_error (error, "-i %s: ", reader->name);
      return FALSE;
    }
  g_ptr_array_add (readers->readers, (gpointer) reader);
  g_ptr_array_add (readers->options, options);
  return TRUE;
}

static gboolean
add_all_readers (GovRegistry *registry, GovCliReaders *readers, GError **error)
{
  g_autoptr (GPtrArray) all = gov_registry_list_readers (registry);

  for (guint i = 0; i < all->len; i++)
    if (!add_reader (readers, all->pdata[i], NULL, error))
      return FALSE;
  if (all->len > 0)
    return TRUE;
  g_set_error (
      error, GOV_ERROR, GOV_ERROR_FORMAT,
      "no plugin that reads anything is installed; \"govconv list -v --trace=plugins\" shows where they are looked for");
  return FALSE;
}

static gboolean
add_named_readers (GovRegistry *registry, const char *names, GovCliReaders *readers, GError **error)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      const GovReader *reader = gov_registry_find_reader (registry, list[i], error);
      if (reader == NULL || !add_reader (readers, reader, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gov_cli_choose_readers (GovRegistry *registry, const char *text, GovCliReaders *readers, GError **error)
{
  const char *rest;
  g_autofree char *name = split (text != NULL ? text : "auto", &rest);
  gboolean chosen;

  readers->readers = g_ptr_array_new ();
  readers->options = g_ptr_array_new_with_free_func ((GDestroyNotify) gov_options_free);
  if (strcmp (name, "auto") != 0)
    {
      const GovReader *reader = gov_registry_find_reader (registry, name, error);
      chosen = reader != NULL && add_reader (readers, reader, rest, error);
    }
  else
    chosen = rest != NULL ? add_named_readers (registry, rest, readers, error) : add_all_readers (registry, readers, error);
  g_ptr_array_add (readers->readers, NULL);
  g_ptr_array_add (readers->options, NULL);
  return chosen;
}

GovConversion
gov_cli_get_conversion (const GovCliReaders *readers, gboolean repair)
{
  return (GovConversion){
      .readers = (const GovReader *const *) readers->readers->pdata,
      .reader_options = (const GovOptions *const *) readers->options->pdata,
      .repair = repair,
  };
}

static const GovWriter *
find_writer_of_path (GovRegistry *registry, const char *path, GError **error)
{
  g_autofree char *extension = gov_path_dup_extension (path);
  const GovWriter *writer = NULL;

  if (*extension == '\0')
    return gov_registry_find_writer (registry, "json", error);
  /* Most formats are called like their extension: look there before opening everything. */
  writer = gov_registry_find_writer (registry, extension, NULL);
  if (writer == NULL)
    writer = gov_registry_find_writer_by_extension (registry, extension);
  if (writer == NULL)
    g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "no installed format writes .%s files: name one with -o (%s)", extension,
                 "\"govconv list\" shows them");
  return writer;
}

const GovWriter *
gov_cli_choose_writer (GovRegistry *registry, const GovCliOptions *cli, GovOptions **options, GError **error)
{
  const char *rest = NULL;
  g_autofree char *name = cli->output_format != NULL ? split (cli->output_format, &rest) : NULL;
  const char *path = cli->output_path != NULL ? cli->output_path : "-";
  const GovWriter *writer
      = name != NULL ? gov_registry_find_writer (registry, name, error) : find_writer_of_path (registry, path, error);

  if (writer == NULL)
    return NULL;
  /* A format without the option has nothing to leave out. */
  gboolean ask = cli->provenance && gov_option_table_find (writer->options, "provenance") != NULL;
  g_autofree char *text = g_strconcat (ask ? "provenance," : "", rest, NULL);
  *options = gov_options_parse (writer->options, text, error);
  if (*options == NULL)
    g_prefix_error (error, "-o %s: ", writer->name);
  return *options != NULL ? writer : NULL;
}
