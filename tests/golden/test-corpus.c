/* SPDX-License-Identifier: MIT */
/* The corpus: a folder for each report of ours. report.ini says what is true and which inputs are printed from it;
 * expected.json is the whole result of the first input, diagnostics.txt what was found about each of them. */
#include "tests/convert.h"
#include "tests/forge/forge.h"
#include "tests/gtest-c.h"
#include "tests/truth.h"

/* Set by `./dev golden`: what was expected is written anew instead of compared. */
#define UPDATE "GOVCONV_UPDATE_GOLDEN"

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The corpus's folders that describe a report. */
static char **
list_cases (void)
{
  g_autofree char *root = gov_test_source_path ("corpus");
  g_autoptr (GDir) directory = g_dir_open (root, 0, NULL);
  GPtrArray *cases = g_ptr_array_new ();
  for (const char *name; directory && (name = g_dir_read_name (directory));)
    {
      g_autofree char *description = g_build_filename (root, name, "report.ini", NULL);
      if (g_file_test (description, G_FILE_TEST_EXISTS))
        g_ptr_array_add (cases, g_strdup (name));
    }
  g_ptr_array_sort (cases, compare_strings);
  g_ptr_array_add (cases, NULL);
  return (char **) g_ptr_array_free (cases, FALSE);
}

static char *
corpus_path (const char *one, const char *two)
{
  g_autofree char *root = gov_test_source_path ("corpus");
  return g_build_filename (root, one, two, NULL);
}

/* CASE/INPUT of every input that a description names. */
static char **
list_inputs (void)
{
  g_auto (GStrv) cases = list_cases ();
  GPtrArray *inputs = g_ptr_array_new ();
  for (guint c = 0; cases[c]; c++)
    {
      g_autofree char *description = corpus_path (cases[c], "report.ini");
      g_auto (GStrv) files = forge_inputs_list (description, NULL);
      for (guint i = 0; files && files[i]; i++)
        g_ptr_array_add (inputs, g_strconcat (cases[c], "/", files[i], NULL));
    }
  g_ptr_array_add (inputs, NULL);
  return (char **) g_ptr_array_free (inputs, FALSE);
}

/* An input with what is true about it. */
typedef struct {
  char *path;
  ForgeReport *truth;
  const ForgeShape *shape;
  GString *printed; /* what the forge prints */
  gboolean damaged;
} Input;

static void
input_free (Input *input)
{
  g_free (input->path);
  g_clear_pointer (&input->truth, forge_report_free);
  g_string_free (input->printed, TRUE);
  g_free (input);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Input, input_free)

static Input *
input_load (const char *param)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = g_strsplit (param, "/", 2);
  g_autofree char *description = corpus_path (parts[0], "report.ini");
  Input *input = g_new0 (Input, 1);
  input->path = corpus_path (param, NULL);
  input->printed = g_string_new (NULL);
  input->truth = forge_report_load (description, &error);
  input->shape = forge_input_render (description, parts[1], input->printed, &error);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_key_file_load_from_file (file, description, G_KEY_FILE_NONE, NULL);
  g_autofree char *steps = g_key_file_get_string (file, "inputs", parts[1], NULL);
  input->damaged = steps && strchr (steps, ';');
  EXPECT_NO_ERROR (error);
  return input;
}

/* Every cell right, or, where the shape or damage loses something, none silently wrong. */
static void
expect_truth (const Input *input, const char *param, const char *reader)
{
  g_autoptr (GovTestConversion) conversion = gov_test_convert_file (input->path, param, reader);
  GOV_TRACE ("reader %s", reader ? reader : "auto");
  ASSERT_NO_ERROR (conversion->error);
  if (input->damaged || (input->shape->losses & (FORGE_LOSES_CELLS | FORGE_LOSES_BLANKS)))
    {
      GovTally tally = {0};
      g_autoptr (GString) misses = g_string_new (NULL);
      gov_test_tally (input->truth, conversion, &tally, misses);
      RECORD ("cells", "%u of %u right, %u open", tally.right, tally.total, tally.flagged);
      if (tally.silent)
        ADD_FAILURE ("%u cells are silently wrong\n%s", tally.silent, misses->str);
      EXPECT_GT (tally.right, tally.total / 2);
      return;
    }
  gov_test_expect_cells (input->truth, conversion);
  gov_test_expect_metadata (input->truth, conversion);
  if (!(input->shape->losses & FORGE_LOSES_PARAGRAPHS))
    gov_test_expect_sections (input->truth, conversion);
}

GOV_TEST_EACH (Corpus, InputIsPrintedFromItsDescription, list_inputs)
{
  g_autoptr (Input) input = input_load (param);
  g_autofree char *contents = NULL;
  gsize length = 0;
  ASSERT_TRUE (g_file_get_contents (input->path, &contents, &length, NULL));
  EXPECT_BYTES_EQ (contents, length, input->printed->str, input->printed->len);
}

GOV_TEST_EACH (Corpus, NamedReaderFindsTheTruth, list_inputs)
{
  g_autoptr (Input) input = input_load (param);
  ASSERT_NOT_NULL (input->shape);
  expect_truth (input, param, input->shape->reader);
}

GOV_TEST_EACH (Corpus, TruthIsFoundByContent, list_inputs)
{
  g_autoptr (Input) input = input_load (param);
  expect_truth (input, param, NULL);
}

/* ---- expected results ---------------------------------------------------------------------------------------------------- */

static void
compare_with_expected (const char *param, const char *file, const char *text)
{
  g_autofree char *path = corpus_path (param, file);
  g_autofree char *wanted = NULL;
  if (g_getenv (UPDATE))
    {
      ASSERT_TRUE (g_file_set_contents (path, text, -1, NULL));
      return;
    }
  ASSERT_TRUE (g_file_get_contents (path, &wanted, NULL, NULL));
  EXPECT_STREQ (text, wanted);
}

static char **
case_inputs (const char *param)
{
  g_autofree char *description = corpus_path (param, "report.ini");
  return forge_inputs_list (description, NULL);
}

static GovTestConversion *
convert_input (const char *param, const char *file)
{
  g_autofree char *path = corpus_path (param, file);
  return gov_test_convert_file (path, file, NULL);
}

GOV_TEST_EACH (Golden, Result, list_cases)
{
  g_auto (GStrv) inputs = case_inputs (param);
  ASSERT_NOT_NULL (inputs);
  g_autoptr (GovTestConversion) conversion = convert_input (param, inputs[0]);
  ASSERT_NO_ERROR (conversion->error);
  g_autofree char *json = gov_test_write (conversion->report, "json", "provenance=yes");
  compare_with_expected (param, "expected.json", json);
}

GOV_TEST_EACH (Golden, Diagnostics, list_cases)
{
  g_auto (GStrv) inputs = case_inputs (param);
  ASSERT_NOT_NULL (inputs);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; inputs[i]; i++)
    {
      g_autoptr (GovTestConversion) conversion = convert_input (param, inputs[i]);
      g_autofree char *lines = gov_test_conversion_describe (conversion, inputs[i]);
      g_string_append (text, lines);
    }
  compare_with_expected (param, "diagnostics.txt", text->str);
}
