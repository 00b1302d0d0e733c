/* SPDX-License-Identifier: MIT */
/* Finding plugins. A format's name alone tells the file, so that nothing but the formats asked for is opened:
 * "html" is in govconv-html.so; "html-…" is in a file of its own, or else in govconv-html.so too. Beside shared objects there
 * are manifests, html.govconv-exec. */
#include "core/plugin/registry.h"
#include "core/plugin/install.h"
#include "core/plugin/manifest.h"
#include "core/plugin/module.h"

#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>

#define FILE_PREFIX "govconv-"
#define FILE_SUFFIX ".so"
#define EXEC_FORMAT "exec" /* the plugin that runs the commands of manifests; it is no manifest itself */

typedef struct {
  char *name;
  GovModule *module; /* one of the two */
  GovManifest *manifest;
} Opened;

struct _GovRegistry {
  char **directories; /* absolute */
  GPtrArray *opened;  /* Opened */
  GovTraceFunc trace;
  gpointer trace_data;
};

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  gov_module_close (opened->module);
  gov_manifest_free (opened->manifest);
  g_free (opened->name);
  g_free (opened);
}

/* ---- directories ------------------------------------------------------------------------------------------------------- */

/* A program that runs with more rights than its user must not load what the user's environment names. */
static gboolean
environment_is_trusted (void)
{
  return getauxval (AT_SECURE) == 0;
}

char **
gov_registry_get_usual_directories (void)
{
  g_autoptr (GStrvBuilder) directories = g_strv_builder_new ();
  const char *path = secure_getenv ("GOVCONV_PLUGIN_PATH");
  g_auto (GStrv) parts = g_strsplit (path != NULL ? path : "", G_SEARCHPATH_SEPARATOR_S, -1);

  /* Relative parts would be the working directory's: never. */
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_path_is_absolute (parts[i]))
      g_strv_builder_add (directories, parts[i]);
  if (environment_is_trusted ())
    {
      g_autofree char *user = g_build_filename (g_get_user_data_dir (), "govconv-1", "plugins", NULL);
      g_strv_builder_add (directories, user);
    }
  g_autofree char *installed = gov_install_get_plugin_dir ();
  g_strv_builder_add (directories, installed);
  return g_strv_builder_end (directories);
}

GovRegistry *
gov_registry_new (const char *const *directories)
{
  GovRegistry *registry = g_new0 (GovRegistry, 1);
  g_autoptr (GStrvBuilder) absolute = g_strv_builder_new ();

  for (guint i = 0; directories != NULL && directories[i] != NULL; i++)
    {
      g_autofree char *directory = g_canonicalize_filename (directories[i], NULL);
      g_strv_builder_add (absolute, directory);
    }
  registry->directories = directories != NULL ? g_strv_builder_end (absolute) : gov_registry_get_usual_directories ();
  registry->opened = g_ptr_array_new_with_free_func (opened_free);
  return registry;
}

void
gov_registry_free (GovRegistry *registry)
{
  if (registry == NULL)
    return;
  g_ptr_array_unref (registry->opened);
  g_strfreev (registry->directories);
  g_free (registry);
}

void
gov_registry_set_trace (GovRegistry *registry, GovTraceFunc func, gpointer user_data)
{
  registry->trace = func;
  registry->trace_data = user_data;
}

G_GNUC_PRINTF (2, 3)
static void
trace (GovRegistry *registry, const char *format, ...)
{
  va_list arguments;

  if (registry->trace == NULL)
    return;
  va_start (arguments, format);
  g_autofree char *line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  registry->trace (line, registry->trace_data);
}

/* ---- files ------------------------------------------------------------------------------------------------------------- */

static char *
find_in_directory (GovRegistry *registry, const char *directory, const char *prefix, const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (prefix, name, suffix, NULL);
  g_autofree char *path = g_build_filename (directory, file, NULL);
  gboolean found = g_file_test (path, G_FILE_TEST_EXISTS);

  trace (registry, "look for %s: %s", path, found ? "found" : "not there");
  return found ? g_steal_pointer (&path) : NULL;
}

static char *
find_file (GovRegistry *registry, const char *name)
{
  char *path = NULL;

  for (guint i = 0; path == NULL && registry->directories[i] != NULL; i++)
    {
      path = find_in_directory (registry, registry->directories[i], FILE_PREFIX, name, FILE_SUFFIX);
      if (path == NULL)
        path = find_in_directory (registry, registry->directories[i], "", name, GOV_MANIFEST_SUFFIX);
    }
  return path;
}

static void
plugin_file_free (gpointer data)
{
  GovPluginFile *file = data;

  g_free (file->name);
  g_free (file->path);
  g_free (file->shadowed_by);
  g_free (file);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(GovPluginFile *const *) a)->name, (*(GovPluginFile *const *) b)->name);
}

/* What stands between prefix and suffix, or NULL when the file is not called so. Free with g_free(). */
static char *
get_between (const char *file, const char *prefix, const char *suffix)
{
  gsize n = strlen (file), n_prefix = strlen (prefix), n_suffix = strlen (suffix);

  if (!g_str_has_prefix (file, prefix) || !g_str_has_suffix (file, suffix) || n <= n_prefix + n_suffix)
    return NULL;
  return g_strndup (file + n_prefix, n - n_prefix - n_suffix);
}

char *
gov_plugin_file_dup_format (const char *file)
{
  char *name = get_between (file, FILE_PREFIX, FILE_SUFFIX);

  if (name == NULL)
    name = get_between (file, "", GOV_MANIFEST_SUFFIX);
  if (name != NULL && !gov_format_name_is_valid (name))
    g_clear_pointer (&name, g_free);
  return name;
}

static const char *
find_listed (GPtrArray *files, const char *name)
{
  for (guint i = 0; i < files->len; i++)
    {
      GovPluginFile *file = files->pdata[i];
      if (strcmp (file->name, name) == 0 && file->shadowed_by == NULL)
        return file->path;
    }
  return NULL;
}

static void
list_directory (GovRegistry *registry, const char *directory, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *entry;

  trace (registry, "list %s%s", directory, dir != NULL ? "" : ": not there");
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = gov_plugin_file_dup_format (entry);
      if (name == NULL)
        continue;
      GovPluginFile *file = g_new0 (GovPluginFile, 1);
      file->path = g_build_filename (directory, entry, NULL);
      file->shadowed_by = g_strdup (find_listed (files, name));
      file->name = g_steal_pointer (&name);
      g_ptr_array_add (files, file);
    }
}

GPtrArray *
gov_registry_list_files (GovRegistry *registry)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (plugin_file_free);

  for (guint i = 0; registry->directories[i] != NULL; i++)
    list_directory (registry, registry->directories[i], files);
  g_ptr_array_sort (files, compare_files); /* stable: of one name they stay in search order */
  return files;
}

/* ---- opening ----------------------------------------------------------------------------------------------------------- */

static const GovPlugin *
get_plugin (const Opened *opened)
{
  return opened->module != NULL ? gov_module_get_plugin (opened->module) : gov_manifest_get_plugin (opened->manifest);
}

static const GovPlugin *
find_opened (GovRegistry *registry, const char *name)
{
  for (guint i = 0; i < registry->opened->len; i++)
    {
      const Opened *opened = registry->opened->pdata[i];
      if (strcmp (opened->name, name) == 0)
        return get_plugin (opened);
    }
  return NULL;
}

static const GovPlugin *open_for_format (GovRegistry *registry, const char *format, GError **error);

static gboolean
open_opened (GovRegistry *registry, Opened *opened, const char *path, GError **error)
{
  if (g_str_has_suffix (path, FILE_SUFFIX))
    {
      opened->module = gov_module_open (path, opened->name, error);
      return opened->module != NULL;
    }
  const GovPlugin *exec = open_for_format (registry, EXEC_FORMAT, error);
  opened->manifest = exec != NULL ? gov_manifest_open (path, opened->name, exec, error) : NULL;
  return opened->manifest != NULL;
}

static const GovPlugin *
open_file (GovRegistry *registry, const char *name, const char *path, GError **error)
{
  g_autoptr (GError) fault = NULL;
  Opened *opened = g_new0 (Opened, 1);

  opened->name = g_strdup (name);
  if (!open_opened (registry, opened, path, &fault))
    {
      trace (registry, "refuse %s", fault->message);
      g_propagate_error (error, g_steal_pointer (&fault));
      opened_free (opened);
      return NULL;
    }
  trace (registry, "open %s", path);
  g_ptr_array_add (registry->opened, opened);
  return get_plugin (opened);
}

static char *
list_names (GovRegistry *registry)
{
  g_autoptr (GPtrArray) files = gov_registry_list_files (registry);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const GovPluginFile *file = files->pdata[i];
      if (file->shadowed_by == NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", file->name);
    }
  return g_string_free (names, FALSE);
}

static void
set_unknown_error (GovRegistry *registry, const char *name, GError **error)
{
  g_autofree char *names = list_names (registry);
  g_autofree char *directories = g_strjoinv (" ", registry->directories);

  if (*names != '\0')
    g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "unknown format \"%s\"; installed: %s", name, names);
  else
    g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "unknown format \"%s\"; no plugins at all in: %s", name, directories);
}

/* The plugin that must have the format: its own file, or that of a name it begins with. */
static const GovPlugin *
open_for_format (GovRegistry *registry, const char *format, GError **error)
{
  g_autofree char *name = g_strdup (format);

  while (gov_format_name_is_valid (name))
    {
      const GovPlugin *plugin = find_opened (registry, name);
      if (plugin != NULL)
        return plugin;
      g_autofree char *path = find_file (registry, name);
      if (path != NULL)
        return open_file (registry, name, path, error);
      char *dash = strrchr (name, '-');
      if (dash == NULL)
        break;
      *dash = '\0';
    }
  set_unknown_error (registry, format, error);
  return NULL;
}

const GovPlugin *
gov_registry_open (GovRegistry *registry, const char *name, GError **error)
{
  return open_for_format (registry, name, error);
}

const GovReader *
gov_registry_find_reader (GovRegistry *registry, const char *name, GError **error)
{
  const GovPlugin *plugin = open_for_format (registry, name, error);
  if (plugin == NULL)
    return NULL;
  const GovReader *reader = gov_plugin_find_reader (plugin, name);
  if (reader == NULL && gov_plugin_find_writer (plugin, name) != NULL)
    g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "format \"%s\" can be written but not read", name);
  else if (reader == NULL)
    set_unknown_error (registry, name, error);
  return reader;
}

const GovWriter *
gov_registry_find_writer (GovRegistry *registry, const char *name, GError **error)
{
  const GovPlugin *plugin = open_for_format (registry, name, error);
  if (plugin == NULL)
    return NULL;
  const GovWriter *writer = gov_plugin_find_writer (plugin, name);
  if (writer == NULL && gov_plugin_find_reader (plugin, name) != NULL)
    g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "format \"%s\" can be read but not written", name);
  else if (writer == NULL)
    set_unknown_error (registry, name, error);
  return writer;
}

GPtrArray *
gov_registry_list_readers (GovRegistry *registry)
{
  g_autoptr (GPtrArray) files = gov_registry_list_files (registry);
  GPtrArray *readers = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      const GovPluginFile *file = files->pdata[i];
      if (file->shadowed_by != NULL)
        continue;
      const GovPlugin *plugin = find_opened (registry, file->name);
      if (plugin == NULL)
        plugin = open_file (registry, file->name, file->path, NULL);
      for (guint j = 0; plugin != NULL && plugin->readers != NULL && plugin->readers[j] != NULL; j++)
        g_ptr_array_add (readers, (gpointer) plugin->readers[j]);
    }
  return readers;
}

const GovWriter *
gov_registry_find_writer_by_extension (GovRegistry *registry, const char *extension)
{
  g_autoptr (GPtrArray) files = gov_registry_list_files (registry);

  for (guint i = 0; i < files->len; i++)
    {
      const GovPluginFile *file = files->pdata[i];
      const GovPlugin *plugin = find_opened (registry, file->name);
      if (plugin == NULL && file->shadowed_by == NULL)
        plugin = open_file (registry, file->name, file->path, NULL);
      for (guint j = 0; plugin != NULL && plugin->writers != NULL && plugin->writers[j] != NULL; j++)
        {
          const char *const *extensions = plugin->writers[j]->extensions;
          if (extensions != NULL && g_strv_contains (extensions, extension))
            return plugin->writers[j];
        }
    }
  return NULL;
}
