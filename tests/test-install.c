/* SPDX-License-Identifier: MIT */
/* The installed tree, moved to another place: complete, and enough to build plugins with. The commands and files of
 * docs/plugin-guide.md are taken from its text. */
#include "gtest-c.h"

#include <glib/gstdio.h>
#include <sys/wait.h>

/* Installs into $ROOT, moves the tree to $ROOT/moved, and puts it into the way of programs and of pkg-config. HOME is $ROOT. */
static const char prelude[]
    = "set -e; cd $ROOT; export HOME=$ROOT XDG_DATA_HOME=$ROOT/.local/share; "
      "unset GOVCONV_PLUGIN_PATH GOVCONV_DATA_DIR LD_LIBRARY_PATH;" /* of the build's own test run */
      "meson install -C $BUILD --no-rebuild --quiet --destdir $ROOT/installed > install.log 2>&1 || { cat install.log; exit 1; "
      "};"
      "pc=$(find installed -name govconv.pc); lib=$(dirname $(dirname $pc)); bin=$(dirname $(find installed -name govconv "
      "-path '*/bin/*'));"
      "prefix=$(dirname $bin); lib=${lib#$prefix/}; mv $prefix moved; rm -r installed;"
      "export PATH=$ROOT/moved/bin:$PATH PKG_CONFIG_PATH=$ROOT/moved/$lib/pkgconfig; mkdir work; cd work;";

static char *
run (const char *lines, int *status)
{
  g_autofree char *root = g_dir_make_tmp ("govconv-install-XXXXXX", NULL);
  g_autofree char *script = g_strconcat (prelude, "\n", lines, NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r %s", root);
  g_autofree char *out = NULL, *err = NULL;
  const char *argv[] = {"/bin/sh", "-c", script, NULL};
  g_auto (GStrv) environment = g_get_environ ();
  int wait_status = -1;

  environment = g_environ_setenv (environment, "ROOT", root, TRUE);
  environment = g_environ_setenv (environment, "BUILD", GOV_TEST_BUILD_DIR, TRUE);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &wait_status, NULL);
  *status = WIFEXITED (wait_status) ? WEXITSTATUS (wait_status) : -1;
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);
  return g_strconcat (out, err, NULL);
}

/* A plugin that is built without a sanitizer cannot be linked with a library that is built for one. */
#ifdef __SANITIZE_ADDRESS__
#define NEEDS_A_PLAIN_BUILD() GOV_SKIP ("the library is built for a sanitizer")
#else
#define NEEDS_A_PLAIN_BUILD()
#endif

GOV_TEST (Install, AMovedTreeIsComplete)
{
  int status;
  NEEDS_A_PLAIN_BUILD ();
  g_autofree char *output = run ("govconv --version; govconv list; govconv schema report.schema.json | grep 2020-12;"
                                 "test -f $(pkg-config --variable=plugindir govconv)/govconv-html.so;"
                                 "test -x $(pkg-config --variable=program govconv);"
                                 "for h in $(pkg-config --variable=includedir govconv)/govconv-1/govconv/*.h; do"
                                 "  echo \"#include <govconv/$(basename $h)>\" > h.c; cc -Wall -Werror -fsyntax-only"
                                 "  $(pkg-config --cflags govconv) h.c; done",
                                 &status);

  GOV_TRACE ("%s", output);
  EXPECT_EQ (status, 0);
  EXPECT_CONTAINS (output, "xml          read, write");
}

static const struct {
  const char *kind;
} kinds[] = {{"reader"}, {"writer"}};

GOV_TEST_P (Install, ATemplateBuildsPassesAndIsSmall, kinds)
{
  int status;
  NEEDS_A_PLAIN_BUILD ();
  g_autofree char *lines = g_strdup_printf ("govconv new-plugin my-own --%s; cd govconv-my-own; meson setup build;"
                                            "ninja -C build | tee log; ! grep warning log; meson test -C build;"
                                            "test $(wc -l < my-own.c) -lt 80; ! govconv new-plugin my-own --%s -O .",
                                            param->kind, param->kind);
  g_autofree char *output = run (lines, &status);
  GOV_TRACE ("%s", output);

  EXPECT_EQ (status, 0);
}

/* The page as a script: each ```sh block as it stands, every other block with a file's name is written to that file. */
static char *
script_of_page (const char *page)
{
  GString *script = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  gboolean in_block = FALSE, in_file = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      if (!in_block && g_str_has_prefix (line, "```"))
        {
          const char *file = strchr (line, ' ');
          in_block = TRUE;
          in_file = file != NULL;
          if (in_file)
            g_string_append_printf (script, "cat > %s <<'END OF THE BLOCK'\n", file + 1);
        }
      else if (in_block && strcmp (line, "```") == 0)
        {
          g_string_append (script, in_file ? "END OF THE BLOCK\n" : "");
          in_block = FALSE;
        }
      else if (in_block)
        g_string_append_printf (script, "%s\n", line);
    }
  return g_string_free (script, FALSE);
}

GOV_TEST (Install, ThePluginGuideWorksAsItStands)
{
  g_autofree char *path = gov_test_source_path ("docs/plugin-guide.md");
  g_autofree char *page = NULL;
  int status;
  NEEDS_A_PLAIN_BUILD ();

  ASSERT_TRUE (g_file_get_contents (path, &page, NULL, NULL));
  g_autofree char *script = script_of_page (page);
  g_autofree char *lines = g_strconcat (script,
                                        "\ngrep -q review_litigation,.*,litigation_after_review,total,14, report.csv;"
                                        "test $(wc -l < tilde.c) -lt 60",
                                        NULL);
  g_autofree char *output = run (lines, &status);
  GOV_TRACE ("%s", output);
  EXPECT_EQ (status, 0);
}
