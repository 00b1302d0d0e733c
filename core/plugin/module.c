/* SPDX-License-Identifier: MIT */
/* The only file that knows libltdl. What libltdl is not asked to do, and why:
 *  - to search: a bare name obeys LTDL_LIBRARY_PATH, LD_LIBRARY_PATH and .la files, so it gets absolute file names only;
 *  - to explain: it says "file not found" for a missing symbol and a damaged file alike, so dlopen() is asked for the reason;
 *  - to bind: it binds lazily, and a symbol found missing in mid-run ends the process, so dlopen() binds everything first. */
#include "core/plugin/module.h"
#include <govconv/convert.h>

#include <dlfcn.h>
#include <errno.h>
#include <ltdl.h>
#include <string.h>
#include <sys/stat.h>

#define PLUGIN_SYMBOL "govconv_plugin" /* libltdl puts "govconv_NAME_LTX_" before it */

struct _GovModule {
  void *bound; /* of dlopen() */
  lt_dlhandle handle;
  const GovPlugin *plugin;
};

G_GNUC_PRINTF (3, 4)
static void
set_error (GError **error, const char *path, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, GOV_ERROR, GOV_ERROR_FORMAT, "%s: %s", path, message);
}

static gboolean
is_regular_file (const char *path, GError **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    set_error (error, path, "%s", g_strerror (errno));
  else if (S_ISDIR (status.st_mode))
    set_error (error, path, "is a directory, not a shared object");
  else if (!S_ISREG (status.st_mode))
    set_error (error, path, "is no regular file, so no shared object");
  else
    return TRUE;
  return FALSE;
}

/* The linker's words begin with the path in most cases: say it once. */
static void
set_linker_error (GError **error, const char *path)
{
  const char *words = dlerror ();

  if (words == NULL)
    words = "unknown reason";
  if (g_str_has_prefix (words, path) && words[strlen (path)] == ':')
    words += strlen (path) + 1;
  while (*words == ' ')
    words++;
  set_error (error, path, "cannot be loaded: %s", words);
}

static gboolean
find_plugin (GovModule *module, const char *path, const char *name, GError **error)
{
  module->handle = lt_dlopen (path);
  if (module->handle == NULL)
    {
      const char *words = lt_dlerror ();
      set_error (error, path, "cannot be loaded: %s", words != NULL ? words : "unknown reason");
      return FALSE;
    }
  module->plugin = lt_dlsym (module->handle, PLUGIN_SYMBOL);
  if (module->plugin == NULL)
    {
      g_autofree char *id = g_strcanon (g_strdup (name), G_CSET_a_2_z G_CSET_DIGITS, '_');
      set_error (
          error, path,
          "exports no govconv_%s_LTX_govconv_plugin: no plugin, or renamed after it was built; GOV_PLUGIN (%s) declares it", id,
          id);
      return FALSE;
    }
  g_autofree char *fault = gov_plugin_find_fault (module->plugin, name);
  if (fault != NULL)
    set_error (error, path, "%s", fault);
  return fault == NULL;
}

GovModule *
gov_module_open (const char *path, const char *name, GError **error)
{
  g_return_val_if_fail (g_path_is_absolute (path) && g_str_has_suffix (path, ".so"), NULL);

  if (!is_regular_file (path, error))
    return NULL;
  void *bound = dlopen (path, RTLD_NOW | RTLD_LOCAL);
  if (bound == NULL)
    {
      set_linker_error (error, path);
      return NULL;
    }
  if (lt_dlinit () != 0)
    {
      set_error (error, path, "libltdl cannot be started");
      dlclose (bound);
      return NULL;
    }
  g_autoptr (GovModule) module = g_new0 (GovModule, 1);
  module->bound = bound;
  return find_plugin (module, path, name, error) ? g_steal_pointer (&module) : NULL;
}

const GovPlugin *
gov_module_get_plugin (const GovModule *module)
{
  return module->plugin;
}

void
gov_module_close (GovModule *module)
{
  if (module == NULL)
    return;
  if (module->handle != NULL)
    lt_dlclose (module->handle);
  dlclose (module->bound);
  lt_dlexit ();
  g_free (module);
}
