/* SPDX-License-Identifier: MIT */
/* The build states three things: GOV_LIBDIR, the absolute directory that the library is meant for, GOV_DATADIR, that of its
 * data, and GOV_LIBDIR_TO_DATADIR, the way from the one to the other. */
#include "core/plugin/install.h"

#include <dlfcn.h>
#include <stdlib.h>

/* The directory that holds the library (or a program that has it built in), links resolved; NULL: unknown. */
static char *
get_own_dir (void)
{
  Dl_info info;

  if (dladdr ((gconstpointer) gov_install_get_plugin_dir, &info) == 0 || info.dli_fname == NULL)
    return NULL;
  char *resolved = realpath (info.dli_fname, NULL);
  if (resolved == NULL)
    return NULL;
  char *directory = g_path_get_dirname (resolved);
  free (resolved);
  return directory;
}

/* A part of the build tree that the library stands in, before any installation; NULL: it stands in none. A build tree is known
 * by ninja's file beside the directory of the library; no installation has that. */
static char *
find_in_build_tree (const char *own, const char *part)
{
  g_autofree char *ninja = own != NULL ? g_build_filename (own, "..", "build.ninja", NULL) : NULL;

  if (ninja == NULL || !g_file_test (ninja, G_FILE_TEST_IS_REGULAR))
    return NULL;
  g_autofree char *way = g_build_filename (own, "..", part, NULL);
  return g_canonicalize_filename (way, NULL);
}

char *
gov_install_get_plugin_dir (void)
{
  g_autofree char *own = get_own_dir ();
  char *built = find_in_build_tree (own, "plugins");

  if (built != NULL)
    return built;
  return g_build_filename (own != NULL ? own : GOV_LIBDIR, "govconv-1", NULL);
}

char *
gov_install_get_data_dir (void)
{
  const char *named = secure_getenv ("GOVCONV_DATA_DIR");
  if (named != NULL && g_path_is_absolute (named))
    return g_strdup (named);

  g_autofree char *own = get_own_dir ();
  if (own != NULL)
    {
      g_autofree char *way = g_build_filename (own, GOV_LIBDIR_TO_DATADIR, "govconv-1", NULL);
      g_autofree char *moved = g_canonicalize_filename (way, NULL);
      if (g_file_test (moved, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&moved);
    }
  return g_build_filename (GOV_DATADIR, "govconv-1", NULL);
}
