/* SPDX-License-Identifier: MIT */
/* The rule about memory. Valgrind watches this program use the plugin once, and says in XML where each lost block was
 * allocated: one is the plugin's when the plugin is among the callers. Frames are compared by the shared object's path, which
 * valgrind knows as long as the object is mapped, so --once ends without unloading it. */
#include "core/plugin/conformance.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CALLERS "60"    /* of each allocation: deep enough to reach the plugin through libraries */
#define DOCUMENTS_MAX 4 /* under valgrind everything takes some thirty times as long */

const GovRule gov_leak_rule = {"no leaks", "plugin.h", "What a call allocates, it frees", NULL};

/* ---- what valgrind found ------------------------------------------------------------------------------------------------ */

/* The text of the element that begins at or after p, before end; NULL: none. Free with g_free(). */
static char *
get_element (const char *p, const char *end, const char *tag)
{
  g_autofree char *open = g_strdup_printf ("<%s>", tag), *close = g_strdup_printf ("</%s>", tag);
  const char *start = g_strstr_len (p, end - p, open);
  const char *stop = start != NULL ? g_strstr_len (start, end - start, close) : NULL;

  return stop != NULL ? g_strndup (start + strlen (open), stop - start - strlen (open)) : NULL;
}

/* The innermost frame of an error's first stack that is the plugin's, as "function, file:line"; NULL: none is. */
static char *
find_frame_of_plugin (const char *error, const char *object)
{
  const char *end = strstr (error, "</stack>");
  g_auto (GStrv) frames = g_strsplit (error, "<frame>", -1);

  if (end == NULL)
    return NULL;
  for (guint i = 1; frames[i] != NULL; i++)
    {
      const char *stop = frames[i] + strlen (frames[i]), *last = strstr (frames[i], "</stack>");
      g_autofree char *where = get_element (frames[i], stop, "obj");
      if (g_strcmp0 (where, object) == 0)
        {
          g_autofree char *function = get_element (frames[i], stop, "fn"), *file = get_element (frames[i], stop, "file");
          g_autofree char *line = get_element (frames[i], stop, "line");
          return g_strdup_printf ("%s, %s:%s", function != NULL ? function : "?", file != NULL ? file : "?",
                                  line != NULL ? line : "?");
        }
      if (last != NULL)
        break;
    }
  return NULL;
}

/* The plugin's definite losses, one line each. Free with g_free(). */
static char *
list_leaks (const char *xml, const char *path)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *object = g_markup_escape_text (path, -1);
  g_auto (GStrv) errors = g_strsplit (xml, "<error>", -1);

  for (guint i = 1; errors[i - 1] != NULL && errors[i] != NULL; i++)
    {
      if (strstr (errors[i], "<kind>Leak_DefinitelyLost</kind>") == NULL)
        continue;
      g_autofree char *frame = find_frame_of_plugin (errors[i], object);
      g_autofree char *bytes = get_element (errors[i], errors[i] + strlen (errors[i]), "leakedbytes");
      if (frame != NULL)
        g_string_append_printf (lines, "%s bytes are lost, allocated in %s\n", bytes != NULL ? bytes : "some", frame);
    }
  return g_string_free (lines, FALSE);
}

/* ---- running it --------------------------------------------------------------------------------------------------------- */

/* The alarm outlives the exec: whatever waits for ever is ended by it. */
static void
set_alarm (gpointer seconds)
{
  alarm (GPOINTER_TO_UINT (seconds));
}

static char **
build_command (const char *valgrind, const char *xml_option, const char *program, const char *path,
               const char *const *documents)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_strv_builder_add_many (words, valgrind, "--quiet", "--leak-check=full", "--show-leak-kinds=definite",
                           "--num-callers=" CALLERS, "--xml=yes", xml_option, program, "test-plugin", "--once", path, NULL);
  for (guint i = 0; documents[i] != NULL && i < DOCUMENTS_MAX; i++)
    g_strv_builder_add (words, documents[i]);
  return g_strv_builder_end (words);
}

/* Valgrind's XML into the file at xml. NULL: it was done; else why not. Free with g_free(). */
static char *
watch (const char *valgrind, const char *xml, const char *program, const char *path, const char *const *documents,
       guint seconds)
{
  g_autofree char *xml_option = g_strconcat ("--xml-file=", xml, NULL);
  g_auto (GStrv) command = build_command (valgrind, xml_option, program, path, documents);
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "G_SLICE", "always-malloc", TRUE);
  g_autofree char *out = NULL, *err = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, command, environment, G_SPAWN_DEFAULT, set_alarm, GUINT_TO_POINTER (seconds), &out, &err, &status,
                     &error))
    return g_strdup_printf ("valgrind cannot be started: %s", error->message);
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGALRM)
    return g_strdup_printf ("not done under valgrind after %u seconds", seconds);
  if (WIFSIGNALED (status))
    return g_strdup_printf ("ended under valgrind by signal %d", WTERMSIG (status));
  if (WEXITSTATUS (status) != 0)
    return g_strdup_printf ("ended under valgrind with status %d: %s", WEXITSTATUS (status), g_strstrip (err));
  return NULL;
}

/* Why the rule cannot be tried here; NULL: it can. */
static const char *
find_obstacle (const char *path, const char *valgrind)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return "this govconv is built for a sanitizer, which valgrind cannot run";
#endif
  if (path == NULL)
    return "the format is a command's, whose memory ends with it";
  return valgrind == NULL ? "valgrind is not installed" : NULL;
}

void
gov_conformance_add_leaks (GPtrArray *verdicts, const char *program, const char *path, const char *const *documents,
                           guint seconds)
{
  GovVerdictOnRule *verdict = g_new0 (GovVerdictOnRule, 1);
  g_autofree char *valgrind = g_find_program_in_path ("valgrind"), *xml = NULL, *text = NULL;
  const char *obstacle = find_obstacle (path, valgrind);

  verdict->rule = &gov_leak_rule;
  g_ptr_array_add (verdicts, verdict);
  if (obstacle != NULL)
    {
      verdict->not_run = g_strdup (obstacle);
      return;
    }
  int fd = g_file_open_tmp ("govconv-valgrind-XXXXXX", &xml, NULL);
  if (fd < 0)
    {
      verdict->not_run = g_strdup ("no temporary file can be made");
      return;
    }
  close (fd);
  verdict->not_run = watch (valgrind, xml, program, path, documents, seconds);
  if (verdict->not_run == NULL && g_file_get_contents (xml, &text, NULL, NULL))
    {
      g_autofree char *real = realpath (path, NULL), *leaks = list_leaks (text, real != NULL ? real : path);
      verdict->failures = *leaks != '\0' ? g_steal_pointer (&leaks) : NULL;
    }
  g_unlink (xml);
}
