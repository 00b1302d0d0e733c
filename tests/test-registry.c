/* SPDX-License-Identifier: MIT */
#include "core/plugin/registry.h"
#include "gtest-c.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* Two directories: the first has good, the second good (shadowed) and major. */
typedef struct {
  char *first, *second;
  GString *trace;
  GovRegistry *registry;
} Fixture;

static void
link_plugin (const char *directory, const char *name)
{
  g_autofree char *file = g_strconcat ("govconv-", name, ".so", NULL);
  g_autofree char *target = g_build_filename (GOV_TEST_BROKEN_DIR, file, NULL);
  g_autofree char *path = g_build_filename (directory, file, NULL);

  EXPECT_EQ (symlink (target, path), 0);
}

static void
collect (const char *line, gpointer user_data)
{
  g_string_append_printf (user_data, "%s\n", line);
}

static void
set_up (Fixture *f)
{
  f->first = g_dir_make_tmp ("govconv-first-XXXXXX", NULL);
  f->second = g_dir_make_tmp ("govconv-second-XXXXXX", NULL);
  link_plugin (f->first, "good");
  link_plugin (f->second, "good");
  link_plugin (f->second, "major");
  const char *directories[] = {f->first, f->second, NULL};
  f->registry = gov_registry_new (directories);
  f->trace = g_string_new (NULL);
  gov_registry_set_trace (f->registry, collect, f->trace);
}

static void
remove_directory (char *directory)
{
  static const char *const files[] = {"govconv-good.so", "govconv-major.so"};

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (directory, files[i], NULL);
      g_unlink (path);
    }
  g_rmdir (directory);
  g_free (directory);
}

static void
tear_down (Fixture *f)
{
  gov_registry_free (f->registry);
  g_string_free (f->trace, TRUE);
  remove_directory (f->first);
  remove_directory (f->second);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, tear_down)

GOV_TEST (Registry, FirstHitWinsAndOnlyItIsOpened)
{
  g_auto (Fixture) f = {0};
  g_autoptr (GError) error = NULL;

  set_up (&f);
  const GovReader *reader = gov_registry_find_reader (f.registry, "good", &error);
  ASSERT_NO_ERROR (error);
  EXPECT_STREQ (reader->name, "good");
  EXPECT_EQ (gov_registry_find_writer (f.registry, "good", NULL) != NULL, TRUE);
  g_autofree char *wanted = g_strdup_printf ("look for %s/govconv-good.so: found\nopen %s/govconv-good.so\n", f.first, f.first);
  EXPECT_STREQ (f.trace->str, wanted);
}

GOV_TEST (Registry, ListsWhatIsShadowed)
{
  g_auto (Fixture) f = {0};

  set_up (&f);
  g_autoptr (GPtrArray) files = gov_registry_list_files (f.registry);
  ASSERT_EQ (files->len, 3);
  const GovPluginFile *used = files->pdata[0], *shadowed = files->pdata[1], *other = files->pdata[2];
  EXPECT_STREQ (used->name, "good");
  EXPECT_NULL (used->shadowed_by);
  EXPECT_STREQ (shadowed->name, "good");
  EXPECT_STREQ (shadowed->shadowed_by, used->path);
  EXPECT_STREQ (other->name, "major");
}

GOV_TEST (Registry, ABrokenPluginHurtsOnlyWhoAsksForIt)
{
  g_auto (Fixture) f = {0};
  g_autoptr (GError) error = NULL;

  set_up (&f);
  g_autoptr (GPtrArray) readers = gov_registry_list_readers (f.registry);
  EXPECT_EQ (readers->len, 1);
  EXPECT_NULL (gov_registry_find_reader (f.registry, "major", &error));
  EXPECT_ERROR (error, GOV_ERROR, GOV_ERROR_FORMAT);
  EXPECT_CONTAINS (error->message, "abi_major");
}

GOV_TEST (Registry, AnUnknownFormatNamesThoseThatExist)
{
  g_auto (Fixture) f = {0};
  g_autoptr (GError) error = NULL;

  set_up (&f);
  EXPECT_NULL (gov_registry_find_reader (f.registry, "nosuch", &error));
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_FORMAT);
  EXPECT_STREQ (error->message, "unknown format \"nosuch\"; installed: good, major");
}

GOV_TEST (Registry, AFormatOfAPluginWithSeveral)
{
  g_auto (Fixture) f = {0};
  g_autoptr (GError) error = NULL;

  set_up (&f);
  EXPECT_NULL (gov_registry_find_reader (f.registry, "good-2003", &error));
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_FORMAT);
  EXPECT_CONTAINS (f.trace->str, "open "); /* govconv-good.so might have had it */
}

GOV_TEST (Registry, ANameIsNoPath)
{
  g_auto (Fixture) f = {0};
  g_autoptr (GError) error = NULL;

  set_up (&f);
  EXPECT_NULL (gov_registry_find_reader (f.registry, "../good", &error));
  EXPECT_ERROR (error, GOV_ERROR, GOV_ERROR_FORMAT);
  EXPECT_NULL (strstr (f.trace->str, "look for"));
}

GOV_TEST (Registry, NeverTheWorkingDirectory)
{
  const char *before = g_getenv ("GOVCONV_PLUGIN_PATH");
  g_autofree char *kept = g_strdup (before);

  g_setenv ("GOVCONV_PLUGIN_PATH", ":.:plugins:/absolute:", TRUE);
  g_auto (GStrv) directories = gov_registry_get_usual_directories ();
  if (kept != NULL)
    g_setenv ("GOVCONV_PLUGIN_PATH", kept, TRUE);
  else
    g_unsetenv ("GOVCONV_PLUGIN_PATH");

  EXPECT_STREQ (directories[0], "/absolute");
  for (guint i = 0; directories[i] != NULL; i++)
    EXPECT_TRUE (g_path_is_absolute (directories[i]));
}
