/* SPDX-License-Identifier: MIT */
/* govconv new-plugin NAME: a whole project of a plugin, from the installed template, that builds and converts at once. */
#include "core/cli/cli.h"
#include "core/plugin/install.h"
#include "core/plugin/module.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* A file of the template and its name in the project; both may have @NAME@. */
typedef struct {
  const char *template, *file;
} Part;

static const Part reader_parts[]
    = {{"format.c", "@NAME@.c"}, {"meson.build.in", "meson.build"}, {"sample.in", "sample.@NAME@"}, {NULL, NULL}};
static const Part writer_parts[]
    = {{"format.c", "@NAME@.c"}, {"meson.build.in", "meson.build"}, {"sample.in", "sample.tsv"}, {NULL, NULL}};

static char *
fill_in (const char *text, const char *name)
{
  g_autofree char *id = g_strcanon (g_strdup (name), G_CSET_a_2_z G_CSET_DIGITS, '_');
  g_autoptr (GString) filled = g_string_new (text);

  g_string_replace (filled, "@NAME@", name, 0);
  g_string_replace (filled, "@ID@", id, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static gboolean
write_part (const char *template_dir, const Part *part, const char *name, const char *directory, GError **error)
{
  g_autofree char *from = g_build_filename (template_dir, part->template, NULL);
  g_autofree char *file = fill_in (part->file, name);
  g_autofree char *to = g_build_filename (directory, file, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (from, &text, NULL, error))
    return FALSE;
  g_autofree char *filled = fill_in (text, name);
  return g_file_set_contents_full (to, filled, -1, G_FILE_SET_CONTENTS_NONE, 0666, error);
}

static GovStatus
fail_io (const GError *error)
{
  fprintf (stderr, "govconv: %s\n", error->message);
  return GOV_STATUS_IO;
}

static GovStatus
print_next_steps (const char *name, gboolean reader, const char *directory)
{
  g_autofree char *formats
      = reader ? g_strdup_printf ("-i %s -o json sample.%s", name, name) : g_strdup_printf ("-i tsv -o %s sample.tsv", name);
  GovSink *sink = gov_cli_open_stdout ();

  gov_sink_printf (sink, NULL,
                   "%s has a plugin that converts already. To build it, test it and use it:\n\n"
                   "  cd %s\n"
                   "  meson setup build\n"
                   "  meson test -C build\n"
                   "  govconv --plugin-dir build %s\n\n"
                   "Then change %s.c; govconv/plugin.h is the contract. \"meson install -C build\" installs it, or copy\n"
                   "build/govconv-%s.so to ~/.local/share/govconv-1/plugins.\n",
                   directory, directory, formats, name, name);
  return gov_cli_close_stdout (sink);
}

static GovStatus
write_project (const char *name, gboolean reader, const char *directory)
{
  g_autofree char *data = gov_install_get_data_dir ();
  g_autofree char *template_dir = g_build_filename (data, "template", reader ? "reader" : "writer", NULL);
  g_autoptr (GError) error = NULL;

  if (g_mkdir (directory, 0777) != 0)
    {
      fprintf (stderr, "govconv: %s: cannot be created: %s\n", directory, g_strerror (errno));
      return GOV_STATUS_IO;
    }
  for (const Part *part = reader ? reader_parts : writer_parts; part->template != NULL; part++)
    if (!write_part (template_dir, part, name, directory, &error))
      return fail_io (error);

  return print_next_steps (name, reader, directory);
}

GovStatus
gov_cli_new_plugin (int argc, char **argv)
{
  g_auto (GovCliOptions) cli = {0};
  GovStatus status;

  if (!gov_cli_parse (
          argc, argv, GOV_CLI_NEW_PLUGIN, "NAME",
          "Writes the project of a plugin for the format NAME into the directory govconv-NAME: a build file, one C\n"
          "file that converts already, a sample and the tests. It needs nothing but the installed govconv.",
          NULL, &cli, &status))
    return status;
  const char *name = cli.operands[0];
  if (name == NULL || cli.operands[1] != NULL)
    return gov_cli_fail_usage ("new-plugin takes one NAME");
  if (!gov_format_name_is_valid (name))
    return gov_cli_fail_usage ("\"%s\" cannot be a format's name: lower case letters, digits and '-', a letter first", name);
  if (cli.reader == cli.writer)
    return gov_cli_fail_usage ("say what the plugin shall be: --reader or --writer");
  g_autofree char *directory = cli.output_path != NULL ? g_strdup (cli.output_path) : g_strconcat ("govconv-", name, NULL);
  return write_project (name, cli.reader, directory);
}
