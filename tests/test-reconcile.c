/* SPDX-License-Identifier: MIT */
/* Open rows are settled where the sums leave one way, and left open where they do not; printed figures are touched on request
 * only. */
#include "core/check/reconcile.h"
#include "county.h"
#include "gtest-c.h"

#define N_COLUMNS COUNTY_COLUMNS

typedef struct {
  GovReport *report;
  GovTable *table;
} Fixture;

static void
set_up (Fixture *fixture)
{
  fixture->report = gov_report_new ();
  fixture->table = county_print (fixture->report, "2021");
}

static void
tear_down (Fixture *fixture)
{
  gov_report_free (fixture->report);
}

#define WITH_COUNTY                                                                                                            \
  __attribute__ ((cleanup (tear_down))) Fixture fixture;                                                                       \
  set_up (&fixture)

static void
print_cell (Fixture *fixture, guint row, guint column, GovOrigin origin, const char *value, const char *raw)
{
  county_set (fixture->table, row * N_COLUMNS + column, origin, value, raw);
}

static const GovCell *
cell_at (const Fixture *fixture, guint row, guint column)
{
  return gov_table_get_cell (fixture->table, row * N_COLUMNS + column);
}

static guint
count_checks (const Fixture *fixture, GovCheckResult result)
{
  guint n = 0;

  for (guint i = 0; i < gov_report_get_n_checks (fixture->report); i++)
    n += gov_report_get_check (fixture->report, i)->result == result;
  return n;
}

static const GovDiagnostic *
find_diagnostic (const Fixture *fixture, const char *code)
{
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (fixture->report);

  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    if (g_str_equal (gov_diagnostics_get (diagnostics, i)->code, code))
      return gov_diagnostics_get (diagnostics, i);
  return NULL;
}

static GovVerdict
verdict_of_failures (const Fixture *fixture)
{
  for (guint i = 0; i < gov_report_get_n_checks (fixture->report); i++)
    if (gov_report_get_check (fixture->report, i)->result == GOV_CHECK_FAIL)
      return gov_report_get_check (fixture->report, i)->verdict;
  return GOV_VERDICT_NONE;
}

/* The county as it should be, but for the cells of row excepted. */
static void
expect_county (const Fixture *fixture, guint excepted)
{
  for (guint i = 0; i < COUNTY_ROWS_MAX * N_COLUMNS; i++)
    {
      gint64 value = -1;
      GOV_TRACE ("row %u, column %u", i / N_COLUMNS, i % N_COLUMNS);
      if (i / N_COLUMNS == excepted)
        continue;
      EXPECT_TRUE (gov_cell_get_integer (gov_table_get_cell (fixture->table, i), &value));
      EXPECT_EQ (value, county_figure (gov_table_get_form (fixture->table), i));
    }
}

GOV_TEST (Reconcile, CleanTableIsLeftAlone)
{
  WITH_COUNTY;
  gov_reconcile (fixture.report, NULL, NULL, 0, TRUE);
  EXPECT_EQ (count_checks (&fixture, GOV_CHECK_PASS), 39);
  EXPECT_EQ (gov_diagnostics_get_length (gov_report_get_diagnostics (fixture.report)), 0);
  EXPECT_EQ (cell_at (&fixture, 0, 0)->origin, GOV_ORIGIN_READ);
}

/* ---- glued ------------------------------------------------------------------------------------------------------------- */

GOV_TEST (Reconcile, AllRowsGluedAreRead)
{
  WITH_COUNTY;
  GovOpenRow rows[COUNTY_ROWS_MAX];
  GovAtom atoms[COUNTY_ROWS_MAX];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint r = 0; r < COUNTY_ROWS_MAX; r++)
    {
      GString *run = g_string_new (NULL);
      for (guint c = 0; c < N_COLUMNS; c++)
        g_string_append_printf (run, "%d", county_figure (gov_table_get_form (fixture.table), r * N_COLUMNS + c));
      g_ptr_array_add (texts, g_string_free (run, FALSE));
      atoms[r] = (GovAtom){GOV_ATOM_FIGURE, GOV_ATOM_JOINED, texts->pdata[r], GOV_SPAN_NONE};
      rows[r] = (GovOpenRow){r, GOV_OPEN_NOTHING, 1, &atoms[r]};
    }
  const GovOpenTable open = {"applications", COUNTY_ROWS_MAX, rows, FALSE};
  gov_reconcile (fixture.report, NULL, &open, 1, FALSE);
  expect_county (&fixture, COUNTY_ROWS_MAX);
  EXPECT_EQ (cell_at (&fixture, 0, 0)->origin, GOV_ORIGIN_RESOLVED);
  EXPECT_STREQ (cell_at (&fixture, 0, 6)->raw, "144");
  EXPECT_EQ (count_checks (&fixture, GOV_CHECK_PASS), 39);
  ASSERT_NOT_NULL (find_diagnostic (&fixture, "reading-resolved"));
  EXPECT_EQ (find_diagnostic (&fixture, "reading-resolved")->severity, GOV_SEVERITY_NOTE);
}

GOV_TEST (Reconcile, RunSpreadOverSeveralPieces)
{
  WITH_COUNTY;
  const GovAtom atoms[] = {{GOV_ATOM_FIGURE, GOV_ATOM_JOINED, "121140", GOV_SPAN_NONE},
                           {GOV_ATOM_FIGURE, GOV_ATOM_JOINED, "2", GOV_SPAN_NONE},
                           {GOV_ATOM_FIGURE, GOV_ATOM_JOINED, "61144", GOV_SPAN_NONE}};
  const GovOpenRow row = {0, GOV_OPEN_NOTHING, G_N_ELEMENTS (atoms), atoms};
  const GovOpenTable open = {"applications", 1, &row, FALSE};

  gov_reconcile (fixture.report, NULL, &open, 1, FALSE);
  expect_county (&fixture, COUNTY_ROWS_MAX);
}

/* Nothing is added up in section 2: what has several splits is not claimed. */
static const struct {
  const char *name, *run, *values[3];
} splits[] = {
    {"as_many_digits_as_columns", "000", {"0", "0", "0"}},
    {"several_ways", "693665", {NULL, NULL, NULL}},
    {"part_is_certain", "0120", {"0", NULL, NULL}},
};

GOV_TEST_P (Reconcile, RowWithoutSums, splits)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = gov_report_add_table (report, gov_form_find ("disclosure", "2021"));
  const GovAtom atom = {GOV_ATOM_FIGURE, GOV_ATOM_JOINED, param->run, GOV_SPAN_NONE};
  const GovOpenRow row = {1, GOV_OPEN_NOTHING, 1, &atom};
  const GovOpenTable open = {"disclosure", 1, &row, FALSE};

  gov_reconcile (report, NULL, &open, 1, FALSE);
  for (guint c = 0; c < 3; c++)
    {
      const GovCell *cell = gov_table_get_cell (table, 3 + c);
      EXPECT_STREQ (cell->value, param->values[c]);
      EXPECT_EQ (cell->origin, param->values[c] != NULL ? GOV_ORIGIN_RESOLVED : GOV_ORIGIN_UNREADABLE);
    }
}

/* ---- rows of the wrong length ------------------------------------------------------------------------------------------ */

static void
make_atoms (GovAtom *atoms, const char *const *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    atoms[i] = (GovAtom){GOV_ATOM_FIGURE, GOV_ATOM_PLAIN, texts[i], GOV_SPAN_NONE};
}

static const struct {
  const char *name;
  GovOpenFlags flags;
  guint n;
  const char *texts[8];
} lengths[] = {
    {"a_figure_in_two_places", GOV_OPEN_SURPLUS, 8, {"1", "21", "14", "0", "2", "6", "1", "144"}},
    {"a_foreign_figure", GOV_OPEN_SURPLUS, 8, {"121", "14", "0", "0", "2", "6", "1", "144"}},
    {"a_figure_lost", GOV_OPEN_LACKS | GOV_OPEN_MISREAD, 6, {"121", "14", "2", "6", "1", "144"}},
    {"the_total_lost", GOV_OPEN_LACKS | GOV_OPEN_MISREAD, 6, {"121", "14", "0", "2", "6", "1"}},
};

GOV_TEST_P (Reconcile, RowOfTheWrongLength, lengths)
{
  WITH_COUNTY;
  GovAtom atoms[8];
  const GovOpenRow row = {0, param->flags, param->n, atoms};
  const GovOpenTable open = {"applications", 1, &row, TRUE};

  make_atoms (atoms, param->texts, param->n);
  gov_reconcile (fixture.report, NULL, &open, 1, FALSE);
  expect_county (&fixture, COUNTY_ROWS_MAX);
}

GOV_TEST (Reconcile, LetterForDigitIsReadByTheSums)
{
  WITH_COUNTY;
  GovAtom row_atoms[7];
  static const char *const texts[] = {"2B", "4", "0", "1", "2", "1", "36"};
  const GovOpenRow row = {12, GOV_OPEN_MISREAD, 7, row_atoms};
  const GovOpenTable open = {"applications", 1, &row, TRUE};

  make_atoms (row_atoms, texts, 7);
  row_atoms[0].kind = GOV_ATOM_UNREADABLE;
  gov_reconcile (fixture.report, NULL, &open, 1, FALSE);
  EXPECT_STREQ (cell_at (&fixture, 12, 0)->value, "28");
  EXPECT_STREQ (cell_at (&fixture, 12, 0)->raw, "2B");
}

/* ---- erased ------------------------------------------------------------------------------------------------------------ */

GOV_TEST (Reconcile, ErasedCellsFollowFromTheSums)
{
  WITH_COUNTY;
  print_cell (&fixture, 2, 0, GOV_ORIGIN_UNREADABLE, NULL, "4#");
  print_cell (&fixture, 2, 6, GOV_ORIGIN_MISSING, NULL, NULL);
  print_cell (&fixture, 23, 6, GOV_ORIGIN_UNREADABLE, NULL, "?");
  gov_reconcile (fixture.report, NULL, NULL, 0, FALSE);
  expect_county (&fixture, COUNTY_ROWS_MAX);
  EXPECT_EQ (cell_at (&fixture, 2, 0)->origin, GOV_ORIGIN_RESOLVED);
  EXPECT_STREQ (cell_at (&fixture, 2, 0)->raw, "4#");
}

GOV_TEST (Reconcile, MissingRowStaysMissing)
{
  WITH_COUNTY;
  for (guint c = 0; c < N_COLUMNS; c++)
    print_cell (&fixture, 14, c, GOV_ORIGIN_MISSING, NULL, NULL);
  gov_reconcile (fixture.report, NULL, NULL, 0, FALSE);
  expect_county (&fixture, 14);
  EXPECT_EQ (cell_at (&fixture, 14, 0)->origin, GOV_ORIGIN_MISSING);
  EXPECT_NULL (cell_at (&fixture, 14, 0)->value);
}

/* Four cells at the corners of a rectangle: any amount can go round, so nothing is claimed. */
GOV_TEST (Reconcile, RectangleOfErasedCellsStaysOpen)
{
  WITH_COUNTY;
  for (guint i = 0; i < 4; i++)
    print_cell (&fixture, i / 2 == 0 ? 2 : 12, i % 2, GOV_ORIGIN_UNREADABLE, NULL, "*");
  gov_reconcile (fixture.report, NULL, NULL, 0, FALSE);
  for (guint i = 0; i < 4; i++)
    EXPECT_NULL (cell_at (&fixture, i / 2 == 0 ? 2 : 12, i % 2)->value);
}

GOV_TEST (Reconcile, BlankIsNeverFilled)
{
  WITH_COUNTY;
  print_cell (&fixture, 2, 0, GOV_ORIGIN_BLANK, NULL, "/");
  gov_reconcile (fixture.report, NULL, NULL, 0, TRUE);
  EXPECT_EQ (cell_at (&fixture, 2, 0)->origin, GOV_ORIGIN_BLANK);
  EXPECT_EQ (count_checks (&fixture, GOV_CHECK_FAIL), 0);
  ASSERT_NOT_NULL (find_diagnostic (&fixture, "check-uncertain"));
  EXPECT_EQ (find_diagnostic (&fixture, "check-uncertain")->n_cells, 1);
}

/* ---- printed wrong ----------------------------------------------------------------------------------------------------- */

GOV_TEST (Reconcile, MisreadFigureIsLocated)
{
  WITH_COUNTY;
  const GovOpenTable recognised = {"applications", 0, NULL, TRUE};

  print_cell (&fixture, 12, 0, GOV_ORIGIN_READ, "23", "23");
  gov_reconcile (fixture.report, NULL, &recognised, 1, FALSE);
  EXPECT_STREQ (cell_at (&fixture, 12, 0)->value, "23");
  EXPECT_EQ (verdict_of_failures (&fixture), GOV_VERDICT_MISREAD);
  const GovDiagnostic *diagnostic = find_diagnostic (&fixture, "check-failed");
  ASSERT_NOT_NULL (diagnostic);
  ASSERT_EQ (diagnostic->n_cells, 1);
  EXPECT_STREQ (diagnostic->cells[0].row, "unavailable.not_held");
  EXPECT_STREQ (diagnostic->cells[0].column, "natural_person");
  EXPECT_CONTAINS (diagnostic->message, "23 is printed where 28 would fit");
}

GOV_TEST (Reconcile, MisreadFigureIsRepairedOnRequest)
{
  WITH_COUNTY;
  const GovOpenTable recognised = {"applications", 0, NULL, TRUE};

  print_cell (&fixture, 12, 0, GOV_ORIGIN_READ, "23", "23");
  print_cell (&fixture, 0, 4, GOV_ORIGIN_READ, "8", "8");
  gov_reconcile (fixture.report, NULL, &recognised, 1, TRUE);
  expect_county (&fixture, COUNTY_ROWS_MAX);
  EXPECT_EQ (cell_at (&fixture, 12, 0)->origin, GOV_ORIGIN_REPAIRED);
  EXPECT_STREQ (cell_at (&fixture, 12, 0)->raw, "23");
  EXPECT_NOT_NULL (find_diagnostic (&fixture, "value-repaired"));
}

/* In a typed page every figure reads clearly: the contradiction is the organ's, and says where it lies. */
GOV_TEST (Reconcile, OrgansMistakeIsNamedAsSuch)
{
  WITH_COUNTY;
  print_cell (&fixture, 12, 0, GOV_ORIGIN_READ, "20", "20");
  gov_reconcile (fixture.report, NULL, NULL, 0, FALSE);
  EXPECT_EQ (verdict_of_failures (&fixture), GOV_VERDICT_SOURCE);
  EXPECT_STREQ (cell_at (&fixture, 12, 0)->value, "20");
  EXPECT_CONTAINS (find_diagnostic (&fixture, "check-failed")->message, "organ's own mistake");
}

/* Two figures by the same amount: which two cannot be told. */
GOV_TEST (Reconcile, AmbiguousErrorIsNotRepaired)
{
  WITH_COUNTY;
  const GovOpenTable recognised = {"applications", 0, NULL, TRUE};

  print_cell (&fixture, 2, 0, GOV_ORIGIN_READ, "48", "48");
  print_cell (&fixture, 12, 1, GOV_ORIGIN_READ, "5", "5");
  gov_reconcile (fixture.report, NULL, &recognised, 1, TRUE);
  EXPECT_EQ (verdict_of_failures (&fixture), GOV_VERDICT_UNDETERMINED);
  EXPECT_STREQ (cell_at (&fixture, 2, 0)->value, "48");
}

GOV_TEST (Reconcile, SlidRowIsRecognised)
{
  WITH_COUNTY;
  static const char *const slid[] = {NULL, "121", "14", "0", "2", "6", "1"};

  for (guint c = 0; c < N_COLUMNS; c++)
    print_cell (&fixture, 0, c, slid[c] == NULL ? GOV_ORIGIN_BLANK : GOV_ORIGIN_READ, slid[c], slid[c]);
  gov_reconcile (fixture.report, NULL, NULL, 0, FALSE);
  EXPECT_EQ (verdict_of_failures (&fixture), GOV_VERDICT_SLID);
  gov_reconcile (fixture.report, NULL, NULL, 0, TRUE);
  expect_county (&fixture, COUNTY_ROWS_MAX);
}

GOV_TEST (Reconcile, NeighboursExchanged)
{
  WITH_COUNTY;
  print_cell (&fixture, 12, 0, GOV_ORIGIN_READ, "4", "4");
  print_cell (&fixture, 12, 1, GOV_ORIGIN_READ, "28", "28");
  gov_reconcile (fixture.report, NULL, NULL, 0, FALSE);
  EXPECT_EQ (verdict_of_failures (&fixture), GOV_VERDICT_SLID);
}
