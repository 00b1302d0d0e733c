/* SPDX-License-Identifier: MIT */
/* govconv schema NAME: the schemas of the outputs, as installed. */
#include "core/cli/cli.h"
#include "core/plugin/install.h"

#include <stdio.h>
#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the schema files, sorted. */
static GPtrArray *
list_schemas (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".xsd"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* A schema's file by its whole name, or by what comes before the first dot if that is the only such file. */
static const char *
find_schema (GPtrArray *names, const char *name)
{
  const char *found = NULL;
  gsize n = strlen (name);

  for (guint i = 0; i < names->len; i++)
    {
      const char *candidate = names->pdata[i];
      if (strcmp (candidate, name) == 0)
        return candidate;
      if (strncmp (candidate, name, n) != 0 || candidate[n] != '.')
        continue;
      if (found != NULL)
        return NULL;
      found = candidate;
    }
  return found;
}

static GovStatus
print_names (GPtrArray *names)
{
  GovSink *sink = gov_cli_open_stdout ();

  for (guint i = 0; i < names->len; i++)
    gov_sink_printf (sink, NULL, "%s\n", (const char *) names->pdata[i]);
  return gov_cli_close_stdout (sink);
}

GovStatus
gov_cli_schema (int argc, char **argv)
{
  g_auto (GovCliOptions) cli = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GovStatus status;
  gsize length;

  if (!gov_cli_parse (argc, argv, 0, "[NAME]", "Prints a schema of the outputs; without NAME it lists them.", NULL, &cli,
                      &status))
    return status;
  g_autofree char *data = gov_install_get_data_dir ();
  g_autofree char *directory = g_build_filename (data, "schemas", NULL);
  g_autoptr (GPtrArray) names = list_schemas (directory);
  if (names->len == 0)
    {
      error = g_error_new (GOV_ERROR, GOV_ERROR_IO, "%s: no schemas there; is govconv installed completely?", directory);
      return gov_cli_fail (error);
    }
  if (cli.operands[0] == NULL)
    return print_names (names);
  const char *name = find_schema (names, cli.operands[0]);
  if (name == NULL || cli.operands[1] != NULL)
    return gov_cli_fail_usage ("schema takes one NAME; \"govconv schema\" lists them");
  g_autofree char *path = g_build_filename (directory, name, NULL);
  if (!g_file_get_contents (path, &text, &length, &error))
    {
      fprintf (stderr, "govconv: %s\n", error->message);
      return GOV_STATUS_IO;
    }
  GovSink *sink = gov_cli_open_stdout ();
  gov_sink_write (sink, text, length, NULL);
  return gov_cli_close_stdout (sink);
}
