/* SPDX-License-Identifier: MIT */
/* The binary interface of plugins stays what it was: sizes, offsets, functions. */
#include "gtest-c.h"
#include <govconv/govconv.h>

#include <sys/wait.h>

#if GLIB_SIZEOF_VOID_P == 8
static const struct {
  const char *name;
  gsize now, recorded;
} layout[] = {
#define SIZE(type, recorded)                                                                                                   \
  {                                                                                                                            \
#type, sizeof(type), recorded                                                                                              \
  }
#define OFFSET(type, field, recorded)                                                                                          \
  {                                                                                                                            \
#type "_" #field, G_STRUCT_OFFSET(type, field), recorded                                                                   \
  }
    OFFSET (GovPlugin, size, 0),
    OFFSET (GovPlugin, abi_major, 4),
    OFFSET (GovPlugin, abi_minor, 6),
    OFFSET (GovPlugin, name, 8),
    OFFSET (GovPlugin, version, 16),
    OFFSET (GovPlugin, summary, 24),
    OFFSET (GovPlugin, license, 32),
    OFFSET (GovPlugin, readers, 40),
    OFFSET (GovPlugin, writers, 48),
    SIZE (GovPlugin, 56),
    OFFSET (GovReader, name, 8),
    OFFSET (GovReader, summary, 16),
    OFFSET (GovReader, extensions, 24),
    OFFSET (GovReader, mime_types, 32),
    OFFSET (GovReader, options, 40),
    OFFSET (GovReader, identify, 48),
    OFFSET (GovReader, read, 56),
    OFFSET (GovReader, load, 64),
    SIZE (GovReader, 72),
    OFFSET (GovWriter, name, 8),
    OFFSET (GovWriter, summary, 16),
    OFFSET (GovWriter, extensions, 24),
    OFFSET (GovWriter, mime_types, 32),
    OFFSET (GovWriter, options, 40),
    OFFSET (GovWriter, begin, 48),
    OFFSET (GovWriter, write, 56),
    OFFSET (GovWriter, end, 64),
    SIZE (GovWriter, 72),
    SIZE (GovProbe, 48),
    SIZE (GovOutput, 32),
    SIZE (GovOptionSpec, 56),
    SIZE (GovSpan, 16),
    SIZE (GovPlace, 24),
    SIZE (GovCell, 48),
    SIZE (GovCellRef, 24),
    SIZE (GovDiagnostic, 64),
    SIZE (GovForm, 56),
    SIZE (GovCheck, 96),
};

GOV_TEST_P (Abi, Layout, layout)
{
  EXPECT_EQ (param->now, param->recorded);
}
#endif

static char *
output_of (const char *line, int *status)
{
  const char *argv[] = {"/bin/sh", "-c", line, NULL};
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *source = gov_test_source_path (".");
  char *out = NULL;

  environment = g_environ_setenv (environment, "BUILD", GOV_TEST_BUILD_DIR, TRUE);
  environment = g_environ_setenv (environment, "SOURCE", source, TRUE);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, status, NULL);
  return out;
}

GOV_TEST (Abi, ExportedFunctions)
{
  g_autofree char *path = gov_test_source_path ("tests/abi/symbols.txt"), *recorded = NULL;
  int status;
  g_autofree char *now = output_of (
      "nm -D --defined-only $BUILD/core/libgovconv.so | sed -n 's/.* [TDRB] \\(gov_\\)/\\1/p' | LC_ALL=C sort", &status);

  ASSERT_EQ (status, 0);
  ASSERT_TRUE (g_file_get_contents (path, &recorded, NULL, NULL));
  EXPECT_STREQ (now, recorded);
}

GOV_TEST (Abi, StructuresAsRecorded)
{
  g_autofree char *abidiff = g_find_program_in_path ("abidiff");
  int status;

  if (abidiff == NULL)
    GOV_SKIP ("needs abidiff (Debian: abigail-tools)");
  g_autofree char *report = output_of ("abidiff $SOURCE/tests/abi/interface.abi $BUILD/tests/abi/interface.so", &status);
  EXPECT_STREQ (report, "");
  EXPECT_EQ (WEXITSTATUS (status), 0);
}
