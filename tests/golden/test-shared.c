/* SPDX-License-Identifier: MIT */
/* Real published documents with known answers, kept outside the repository (GOVCONV_SHARED, else ../shared): real/gold/NAME.tsv
 * answers real/NAME.EXT, real/gold/seed-NNN.tsv answers seeds/NNN_….txt. Lines are table, row, column, value; no value: blank.
 */
#include "tests/convert.h"
#include "tests/gtest-c.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char **
list_answers (void)
{
  g_autofree char *path = gov_test_shared_path ("real/gold");
  g_autoptr (GDir) directory = path ? g_dir_open (path, 0, NULL) : NULL;
  GPtrArray *names = g_ptr_array_new ();
  for (const char *name; directory && (name = g_dir_read_name (directory));)
    if (g_str_has_suffix (name, ".tsv"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".tsv")));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* The document that an answer is for: a file that begins so, in real/ or seeds/. */
static char *
find_document (const char *answer)
{
  gboolean seed = g_str_has_prefix (answer, "seed-");
  g_autofree char *path = gov_test_shared_path (seed ? "seeds" : "real");
  g_autofree char *prefix = seed ? g_strconcat (answer + strlen ("seed-"), "_", NULL) : g_strconcat (answer, ".", NULL);
  g_autoptr (GDir) directory = path ? g_dir_open (path, 0, NULL) : NULL;
  for (const char *name; directory && (name = g_dir_read_name (directory));)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (path, name, NULL);
  return NULL;
}

typedef struct {
  guint total, right, silent;
  GString *misses;
} Tally;

/* Whether the published copy was cut where section 4's figures stood: the answer knows them, the document does not. */
static gboolean
lacks_review (const char *text)
{
  const char *head = g_strrstr (text, "复议后起诉"), *next = head ? strstr (head, "五、") : NULL;
  const char *cut = head ? strstr (head, "正文从略") : NULL;

  return cut != NULL && (next == NULL || cut < next);
}

static void
judge (const GovTestConversion *conversion, char *const *answer, Tally *tally)
{
  const GovTable *table = gov_report_find_table (conversion->report, answer[0]);
  guint at = table ? gov_form_find_cell (gov_table_get_form (table), answer[1], answer[2]) : GOV_CELL_NONE;
  const GovCell *cell = at != GOV_CELL_NONE ? gov_table_get_cell (table, at) : NULL;
  const char *wanted = answer[3] && *answer[3] ? answer[3] : NULL;
  tally->total++;
  if (g_strcmp0 (cell ? cell->value : NULL, wanted) == 0)
    {
      tally->right++;
      return;
    }
  if (cell && cell->origin != GOV_ORIGIN_MISSING && cell->origin != GOV_ORIGIN_UNREADABLE
      && !gov_test_conversion_flags (conversion, answer[0], answer[1], answer[2]))
    tally->silent++;
  g_string_append_printf (tally->misses, "%s %s %s: %s is true, %s was read (%s)\n", answer[0], answer[1], answer[2],
                          wanted ? wanted : "a blank", cell && cell->value ? cell->value : "nothing",
                          cell ? gov_origin_get_name (cell->origin) : "no such place");
}

static void
judge_all (const GovTestConversion *conversion, const char *answers, gboolean without_review, Tally *tally)
{
  g_auto (GStrv) lines = g_strsplit (answers, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) answer = g_strsplit (lines[i], "\t", -1);
      if (*lines[i] != '#' && g_strv_length (answer) >= 3 && !(without_review && strcmp (answer[0], "review_litigation") == 0))
        judge (conversion, answer, tally);
    }
}

GOV_TEST (Shared, DocumentsAreThere)
{
  g_autofree char *path = gov_test_shared_path ("real/gold");
  if (!path)
    GOV_SKIP ("no real documents: set GOVCONV_SHARED to the directory that has real/ and seeds/");
  g_auto (GStrv) names = list_answers ();
  EXPECT_GT (g_strv_length (names), 5);
}

/* Glued figures may stay open; everywhere else every cell is right, and nowhere is one silently wrong. */
GOV_TEST_EACH (Shared, CellsAreRight, list_answers)
{
  g_autofree char *document = find_document (param);
  g_autofree char *name = g_strconcat ("real/gold/", param, ".tsv", NULL);
  g_autofree char *answers_path = gov_test_shared_path (name);
  g_autofree char *answers = NULL, *text = NULL;
  ASSERT_NOT_NULL (document);
  ASSERT_TRUE (g_file_get_contents (answers_path, &answers, NULL, NULL));
  g_autoptr (GovTestConversion) conversion = gov_test_convert_file (document, param, NULL);
  ASSERT_NO_ERROR (conversion->error);
  g_autoptr (GString) misses = g_string_new (NULL);
  Tally tally = {.misses = misses};
  ASSERT_TRUE (g_file_get_contents (document, &text, NULL, NULL));
  gboolean without_review = lacks_review (text);
  if (without_review)
    {
      g_autofree char *findings = gov_test_conversion_describe (conversion, param);
      EXPECT_CONTAINS (findings, "[table-missing]");
    }
  judge_all (conversion, answers, without_review, &tally);
  RECORD ("cells", "%u of %u right", tally.right, tally.total);
  if (tally.silent || (tally.right < tally.total && !strstr (param, "glued")))
    ADD_FAILURE ("%u of %u cells are right, %u silently wrong\n%s", tally.right, tally.total, tally.silent, misses->str);
}
