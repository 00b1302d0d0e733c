/* SPDX-License-Identifier: MIT */
/* Broken plugins of every kind: each is refused with words that name the file, the field and the rule, or the linker's. */
#include "core/plugin/module.h"
#include "gtest-c.h"
#include <govconv/convert.h>

#include <glib/gstdio.h>

static const struct {
  const char *name;
  const char *message; /* after "FILE: " */
} kinds[] = {
    {"major",
     "abi_major: is 2, must be 1: built for another plugin interface; rebuild it with the headers of govconv " GOV_VERSION},
    {"newer",
     "abi_minor: is 1, must not be above 0: built for a newer govconv; rebuild it with the headers of govconv " GOV_VERSION
     ", or install a newer govconv"},
    {"short", "size: is 40, must be sizeof (GovPlugin), at least 56"},
    {"tiny", "size: is 4, must be sizeof (GovPlugin), at least 56"},
    {"misnamed", "name: is \"other\", must be \"misnamed\" as in the file's name"},
    {"nameless", "name: is NULL, must be \"nameless\" as in the file's name"},
    {"renamed", "exports no govconv_renamed_LTX_govconv_plugin: no plugin, or renamed after it was built; GOV_PLUGIN (renamed) "
                "declares it"},
    {"undefined", "cannot be loaded: undefined symbol: govconv_nobody_defines_this"},
    {"mute", "summary: must be one line of UTF-8 that says something"},
    {"unlicensed", "license: is NULL, must be a text"},
    {"formatless", "readers: has no reader, nor writers a writer; a plugin must bring one"},
    {"twins", "readers[1].name: is \"twins\", which readers[0] has already"},
    {"readersize", "readers[0].size: is 16, must be sizeof (GovReader), at least 72"},
    {"foreign", "readers[0].name: is \"html\", must be \"foreign\" or begin with \"foreign-\""},
    {"capital", "readers[0].name: is \"Capital\", must be lower case letters, digits and '-', a letter first"},
    {"unidentified", "readers[0].identify: is NULL, must be a function"},
    {"readless", "readers[0].read: is NULL and load too, one of them must be a function"},
    {"readtwice", "readers[0].load: is set and read too, only one of them may be"},
    {"dotted", "readers[0].extensions[0]: is \".dot\", must be a name without a dot before it"},
    {"baddefault", "readers[0].options[0].default_value: is \"10\", but \"depth\" takes 1 … 9"},
    {"nodefault", "readers[0].options[0].default_value: is NULL, but \"depth\" takes 1 … 9"},
    {"badoption", "readers[0].options[0].name: is \"Depth!\", must be lower case letters, digits and '-'"},
    {"choiceless", "readers[0].options[0].choices: is NULL, must list the values of \"depth\""},
    {"badrange", "readers[0].options[0].maximum: is 0, must not be below minimum, 1"},
    {"unwritten", "writers[0].write: is NULL, must be a function"},
};

static char *
get_path (const char *name)
{
  g_autofree char *file = g_strconcat ("govconv-", name, ".so", NULL);

  return g_build_filename (GOV_TEST_BROKEN_DIR, file, NULL);
}

static void
expect_refusal (const char *path, const char *name, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GovModule) module = gov_module_open (path, name, &error);
  g_autofree char *wanted = g_strdup_printf ("%s: %s", path, message);

  EXPECT_NULL (module);
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_FORMAT);
  EXPECT_STREQ (error->message, wanted);
}

GOV_TEST_P (Module, RefusesWithTheRule, kinds)
{
  g_autofree char *path = get_path (param->name);

  expect_refusal (path, param->name, param->message);
}

GOV_TEST (Module, OpensAWholePlugin)
{
  g_autofree char *path = get_path ("good");
  g_autoptr (GError) error = NULL;
  g_autoptr (GovModule) module = gov_module_open (path, "good", &error);

  ASSERT_NO_ERROR (error);
  const GovPlugin *plugin = gov_module_get_plugin (module);
  EXPECT_STREQ (plugin->name, "good");
  EXPECT_NOT_NULL (gov_plugin_find_reader (plugin, "good"));
  EXPECT_NOT_NULL (gov_plugin_find_writer (plugin, "good"));
  EXPECT_NULL (gov_plugin_find_reader (plugin, "other"));
}

GOV_TEST (Module, OpensAPluginThatKnowsMoreFields)
{
  g_autofree char *path = get_path ("grown");
  g_autoptr (GError) error = NULL;
  g_autoptr (GovModule) module = gov_module_open (path, "grown", &error);

  ASSERT_NO_ERROR (error);
  EXPECT_NOT_NULL (gov_plugin_find_reader (gov_module_get_plugin (module), "grown"));
}

/* ---- files that are no shared objects ----------------------------------------------------------------------------------- */

typedef void (*DamageFunc) (guint8 *bytes, gsize *length);

static void
cut_to_nothing (G_GNUC_UNUSED guint8 *bytes, gsize *length)
{
  *length = 0;
}

static void
cut_in_header (G_GNUC_UNUSED guint8 *bytes, gsize *length)
{
  *length = 40;
}

static void
make_text (guint8 *bytes, gsize *length)
{
  *length = 64;
  memset (bytes, 'x', *length);
}

#define ELF_MACHINE_OFFSET 18

static void
change_machine (guint8 *bytes, G_GNUC_UNUSED gsize *length)
{
  bytes[ELF_MACHINE_OFFSET] ^= 0x55;
}

static const struct {
  const char *name;
  DamageFunc damage;
  const char *message;
} damages[] = {
    {"empty", cut_to_nothing, "cannot be loaded: file too short"},
    {"truncated", cut_in_header, "cannot be loaded: file too short"},
    {"text", make_text, "cannot be loaded: invalid ELF header"},
    {"machine", change_machine, "cannot be loaded: cannot open shared object file"},
};

GOV_TEST_P (Module, RefusesADamagedFile, damages)
{
  g_autofree char *good = get_path ("good");
  g_autofree char *directory = g_dir_make_tmp ("govconv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "govconv-good.so", NULL);
  g_autofree char *wanted = g_strdup_printf ("%s: %s", path, param->message);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  ASSERT_TRUE (g_file_get_contents (good, &bytes, &length, NULL));
  param->damage ((guint8 *) bytes, &length);
  ASSERT_TRUE (g_file_set_contents (path, bytes, length, NULL));
  g_autoptr (GovModule) module = gov_module_open (path, "good", &error);
  EXPECT_NULL (module);
  EXPECT_ERROR (error, GOV_ERROR, GOV_ERROR_FORMAT);
  EXPECT_CONTAINS (error != NULL ? error->message : NULL, wanted);
  g_unlink (path);
  g_rmdir (directory);
}

GOV_TEST (Module, RefusesADirectory)
{
  g_autofree char *directory = g_dir_make_tmp ("govconv-XXXXXX.so", NULL);

  expect_refusal (directory, "good", "is a directory, not a shared object");
  g_rmdir (directory);
}

GOV_TEST (Module, RefusesAFileThatIsNotThere)
{
  expect_refusal ("/nonexistent/govconv-good.so", "good", "No such file or directory");
}

GOV_TEST (Module, FormatNames)
{
  g_autofree char *long_name = g_strnfill (65, 'a');

  EXPECT_TRUE (gov_format_name_is_valid ("html"));
  EXPECT_TRUE (gov_format_name_is_valid ("word-2003"));
  EXPECT_FALSE (gov_format_name_is_valid (""));
  EXPECT_FALSE (gov_format_name_is_valid ("../html"));
  EXPECT_FALSE (gov_format_name_is_valid ("Html"));
  EXPECT_FALSE (gov_format_name_is_valid ("-html"));
  EXPECT_FALSE (gov_format_name_is_valid (long_name));
}
