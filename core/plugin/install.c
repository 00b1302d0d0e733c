/* SPDX-License-Identifier: MIT */
/* The build states the absolute directories that the library, its data and its headers are meant for, GOV_LIBDIR,
 * GOV_DATADIR and GOV_INCLUDEDIR, and the ways from the first to the others, GOV_LIBDIR_TO_…. */
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

/* The directory where it is seen from the library, if it is there, else where it was meant to be. */
static char *
find_dir (const char *way_from_libdir, const char *meant)
{
  g_autofree char *own = get_own_dir ();

  if (own != NULL)
    {
      g_autofree char *way = g_build_filename (own, way_from_libdir, "govconv-1", NULL);
      g_autofree char *moved = g_canonicalize_filename (way, NULL);
      if (g_file_test (moved, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&moved);
    }
  return g_build_filename (meant, "govconv-1", NULL);
}

char *
gov_install_get_data_dir (void)
{
  const char *named = secure_getenv ("GOVCONV_DATA_DIR");

  if (named != NULL && g_path_is_absolute (named))
    return g_strdup (named);
  return find_dir (GOV_LIBDIR_TO_DATADIR, GOV_DATADIR);
}

char *
gov_install_get_include_dir (void)
{
  return find_dir (GOV_LIBDIR_TO_INCLUDEDIR, GOV_INCLUDEDIR);
}
