/* SPDX-License-Identifier: MIT */
/* The speed benchmark: what converting reports costs beside two programs that only parse the same files. Each program gets all
 * files in one process; what is counted is the whole process, from main() to exit: instructions where valgrind is there, else
 * processor time.
 *
 *   bench-speed GOVCONV PLUGINDIR [N]     N reports (200) */
#include "tests/forge/forge.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define DEFAULT_REPORTS 200

typedef struct {
  char *directory;
  GPtrArray *html, *markdown; /* paths */
} Files;

static void
print_one (Files *files, const ForgePage *page, const char *shape_name, guint i, GPtrArray *paths)
{
  const ForgeShape *shape = forge_shape_find (shape_name);
  g_autoptr (GString) out = g_string_new (NULL);
  shape->render ((ForgePage *) page, out);
  g_autofree char *name = g_strdup_printf ("%03u.%s", i, shape->extension);
  char *path = g_build_filename (files->directory, name, NULL);
  g_file_set_contents (path, out->str, out->len, NULL);
  g_ptr_array_add (paths, path);
}

/* Reports as they are published: every third one out of Word, out of a content system, clean. */
static void
print_files (Files *files, guint n)
{
  static const char *const shapes[] = {"html-cms", "html-word", "html-clean"};
  for (guint i = 0; i < n; i++)
    {
      ForgeRandom random = forge_random (i);
      g_autoptr (ForgeReport) report = forge_report_new (i % FORGE_N_CLASSES, "2021", i % 4 ? "2021" : "2019", &random);
      g_autoptr (ForgePage) page = forge_page_new (report);
      print_one (files, page, shapes[i % G_N_ELEMENTS (shapes)], i, files->html);
      print_one (files, page, "gfm-expanded", i, files->markdown);
    }
}

static void
remove_files (Files *files)
{
  for (guint i = 0; i < files->html->len; i++)
    {
      g_unlink (g_ptr_array_index (files->html, i));
      g_unlink (g_ptr_array_index (files->markdown, i));
    }
  g_rmdir (files->directory);
}

/* Instructions from cachegrind's own words: "==1== I   refs:      1,234". 0: it says nothing of the kind. */
static guint64
parse_instructions (const char *text)
{
  const char *at = strstr (text, "I   refs:");
  guint64 n = 0;
  for (at = at ? at + strlen ("I   refs:") : ""; *at && *at != '\n'; at++)
    if (g_ascii_isdigit (*at))
      n = 10 * n + g_ascii_digit_value (*at);
  return n;
}

/* What the command costs with the files as further arguments; 0 when it could not be run. */
static double
measure (const char *const *command, GPtrArray *paths, gboolean valgrind)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  if (valgrind)
    {
      g_ptr_array_add (argv, (gpointer) "valgrind");
      g_ptr_array_add (argv, (gpointer) "--tool=cachegrind");
      g_ptr_array_add (argv, (gpointer) "--cache-sim=no");
      g_ptr_array_add (argv, (gpointer) "--cachegrind-out-file=/dev/null");
    }
  for (guint i = 0; command[i]; i++)
    g_ptr_array_add (argv, (gpointer) command[i]);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (argv, g_ptr_array_index (paths, i));
  g_ptr_array_add (argv, NULL);
  g_autofree char *messages = NULL;
  struct rusage before, after;
  int status;
  getrusage (RUSAGE_CHILDREN, &before);
  if (!g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                     &messages, &status, NULL))
    return 0;
  getrusage (RUSAGE_CHILDREN, &after);
  if (!WIFEXITED (status) || WEXITSTATUS (status) == 127)
    return 0;
  if (valgrind)
    return parse_instructions (messages);
  return (after.ru_utime.tv_sec - before.ru_utime.tv_sec) + 1e-6 * (after.ru_utime.tv_usec - before.ru_utime.tv_usec)
         + (after.ru_stime.tv_sec - before.ru_stime.tv_sec) + 1e-6 * (after.ru_stime.tv_usec - before.ru_stime.tv_usec);
}

static void
compare (const char *title, const char *const *ours, const char *const *theirs, GPtrArray *paths, gboolean valgrind)
{
  double our_cost = measure (ours, paths, valgrind), their_cost = measure (theirs, paths, valgrind);
  if (our_cost <= 0 || their_cost <= 0)
    {
      printf ("%-46s not measured: %s could not be run\n", title, our_cost <= 0 ? ours[0] : theirs[0]);
      return;
    }
  if (valgrind)
    printf ("%-46s %8.1f %8.1f million instructions, ratio %.2f\n", title, our_cost / 1e6, their_cost / 1e6,
            our_cost / their_cost);
  else
    printf ("%-46s %8.3f %8.3f seconds, ratio %.2f\n", title, our_cost, their_cost, our_cost / their_cost);
}

int
main (int argc, char **argv)
{
  if (argc < 3)
    {
      g_printerr ("usage: bench-speed GOVCONV PLUGINDIR [N]\n");
      return 2;
    }
  guint n = argc > 3 ? atoi (argv[3]) : DEFAULT_REPORTS;
  g_autofree char *valgrind = g_find_program_in_path ("valgrind");
  Files files = {.html = g_ptr_array_new_with_free_func (g_free), .markdown = g_ptr_array_new_with_free_func (g_free)};
  files.directory = g_dir_make_tmp ("govconv-bench-XXXXXX", NULL);
  print_files (&files, n);
  const char *const html[] = {argv[1], "--plugin-dir", argv[2], "-q", "-i", "html", "-o", "json", NULL};
  const char *const detect[] = {argv[1], "--plugin-dir", argv[2], "-q", "-o", "json", NULL};
  const char *const markdown[] = {argv[1], "--plugin-dir", argv[2], "-q", "-i", "ocrmd", "-o", "json", NULL};
  const char *const xmllint[] = {"xmllint", "--html", "--noout", NULL};
  const char *const cmark[] = {"cmark-gfm", "-e", "table", NULL};
  printf ("%u reports in one process\n", n);
  compare ("HTML to JSON : xmllint --html --noout", html, xmllint, files.html, valgrind != NULL);
  compare ("HTML, found by content : xmllint", detect, xmllint, files.html, valgrind != NULL);
  compare ("markdown to JSON : cmark-gfm -e table", markdown, cmark, files.markdown, valgrind != NULL);
  compare ("markdown, found by content : cmark-gfm", detect, cmark, files.markdown, valgrind != NULL);
  remove_files (&files);
  g_ptr_array_unref (files.html);
  g_ptr_array_unref (files.markdown);
  g_free (files.directory);
  return 0;
}
