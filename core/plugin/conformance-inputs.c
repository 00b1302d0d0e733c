/* SPDX-License-Identifier: MIT */
/* What the conformance kit feeds to a reader. Everything is made by a fixed seed: a failure can be repeated. */
#include "core/plugin/conformance.h"

#include <string.h>

#define MAX_DEPTH 4           /* directories below a given one */
#define CUT_FILES 4           /* corpus files that are cut and mutated */
#define CUTS 24               /* cuts of each */
#define MUTATIONS 24          /* mutations of each */
#define MUTATED_BYTES 6       /* bytes changed by a mutation */
#define HUGE_BYTES (8u << 20) /* of a corpus file repeated */
#define LONG_BYTES (1u << 20) /* of a single line, or of nothing but separators */
#define DEEP 20000            /* elements inside each other */
#define SEED 20210104         /* of the mutations */

void
gov_trial_input_free (gpointer data)
{
  GovTrialInput *input = data;

  g_free (input->name);
  g_bytes_unref (input->bytes);
  g_free (input);
}

static void
add (GPtrArray *inputs, GBytes *bytes, const char *format, ...)
{
  GovTrialInput *input = g_new (GovTrialInput, 1);
  va_list arguments;

  va_start (arguments, format);
  input->name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  input->bytes = bytes;
  g_ptr_array_add (inputs, input);
}

/* ---- the corpus -------------------------------------------------------------------------------------------------------- */

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_path (GPtrArray *inputs, const char *path, guint depth, GError **error)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_dir_open (path, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) reason = NULL;
  const char *name;
  char *contents;
  gsize length;

  if (dir == NULL)
    {
      if (g_file_get_contents (path, &contents, &length, &reason))
        add (inputs, g_bytes_new_take (contents, length), "%s", path);
      else
        g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "%s", reason->message);
      return reason == NULL;
    }
  while (depth > 0 && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len; i++)
    if (!add_path (inputs, names->pdata[i], depth - 1, error))
      return FALSE;
  return TRUE;
}

gboolean
gov_trial_inputs_add_path (GPtrArray *inputs, const char *path, GError **error)
{
  return add_path (inputs, path, MAX_DEPTH, error);
}

/* ---- hostile inputs ---------------------------------------------------------------------------------------------------- */

static GBytes *
repeat (const char *text, gsize length, gsize wanted)
{
  GString *all = g_string_new (NULL);

  while (all->len < wanted && length > 0)
    g_string_append_len (all, text, length);
  return g_string_free_to_bytes (all);
}

static void
add_literal (GPtrArray *inputs, const char *name, const char *bytes, gsize length)
{
  add (inputs, g_bytes_new (bytes, length), "%s", name);
}

#define ADD_LITERAL(inputs, name, bytes) add_literal (inputs, name, bytes, sizeof (bytes) - 1)

static void
add_odd (GPtrArray *inputs)
{
  static const char *const separators[] = {"|", "\t", ",", ";", "^", " ", "\n", "\r", "\\", "\"", "<", "&", "#"};
  static const char *const deep[]
      = {"<table><tr><td>", "<div>", "[", "{\"a\":", "<a>", "> ", "* ", "(", "<td rowspan=1000000000>"};
  char all[256], nul[4096] = {0};

  ADD_LITERAL (inputs, "nothing", "");
  ADD_LITERAL (inputs, "one letter", "x");
  ADD_LITERAL (inputs, "a line's end", "\n");
  ADD_LITERAL (inputs, "a byte-order mark", "\xef\xbb\xbf");
  ADD_LITERAL (inputs, "half a character", "\xe6\x94");
  ADD_LITERAL (inputs, "no UTF-8", "\xff\xfe\xfd\xfc|\xc0\xaf|\xed\xa0\x80\n");
  ADD_LITERAL (inputs, "UTF-16", "\xff\xfe|\0a\0|\0\n\0");
  ADD_LITERAL (inputs, "lone carriage returns", "a|b\rc|d\r\re|f");
  ADD_LITERAL (inputs, "a picture's head", "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
  ADD_LITERAL (inputs, "endless spans", "<table><tr><td colspan=1000000000 rowspan=1000000000>1</td><td>2</td></tr></table>");
  ADD_LITERAL (inputs, "a file's end in a tag", "<table><tr><td colspan=");
  add_literal (inputs, "nothing but NUL", nul, sizeof nul);
  for (guint i = 0; i < sizeof all; i++)
    all[i] = (char) i;
  add_literal (inputs, "every byte", all, sizeof all);
  add (inputs, repeat ("x", 1, LONG_BYTES), "a line of %u letters", LONG_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    add (inputs, repeat (separators[i], 1, LONG_BYTES), "%u times the byte 0x%02x", LONG_BYTES, (guchar) *separators[i]);
  for (guint i = 0; i < G_N_ELEMENTS (deep); i++)
    add (inputs, repeat (deep[i], strlen (deep[i]), strlen (deep[i]) * DEEP), "%u times \"%s\"", DEEP, deep[i]);
}

static void
add_damaged (GPtrArray *inputs, const GovTrialInput *whole, GRand *random)
{
  gsize length;
  const char *bytes = g_bytes_get_data (whole->bytes, &length);

  for (guint i = 0; i < CUTS && length > 0; i++)
    {
      gsize cut = length * i / CUTS;
      add (inputs, g_bytes_new (bytes, cut), "the first %" G_GSIZE_FORMAT " bytes of %s", cut, whole->name);
    }
  for (guint i = 0; i < MUTATIONS && length > 0 && length < G_MAXINT32; i++)
    {
      char *copy = g_memdup2 (bytes, length);
      for (guint j = 0; j < MUTATED_BYTES; j++)
        copy[g_rand_int_range (random, 0, length)] = (char) g_rand_int_range (random, 0, 256);
      add (inputs, g_bytes_new_take (copy, length), "mutation %u of %s", i, whole->name);
    }
}

GPtrArray *
gov_trial_inputs_new_hostile (GPtrArray *corpus)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func (gov_trial_input_free);
  GRand *random = g_rand_new_with_seed (SEED);

  add_odd (inputs);
  for (guint i = 0; i < MIN (corpus->len, CUT_FILES); i++)
    add_damaged (inputs, corpus->pdata[i], random);
  if (corpus->len > 0)
    {
      const GovTrialInput *first = corpus->pdata[0];
      gsize length;
      const char *bytes = g_bytes_get_data (first->bytes, &length);
      add (inputs, repeat (bytes, length, HUGE_BYTES), "%s over and over, %u bytes", first->name, HUGE_BYTES);
    }
  g_rand_free (random);
  return inputs;
}
