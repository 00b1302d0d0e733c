/* SPDX-License-Identifier: MIT */
#include "tests/paper.h"

/* ---- the whole --------------------------------------------------------------------------------------------------------- */

GOV_TEST (Report, KeepsCopiesOfTheMetadata)
{
  char title[] = "云溪县2021年年报", publisher[] = "云溪县", from[] = "2021-01-01";
  g_autoptr (GovReport) report = gov_report_new ();

  EXPECT_NULL (gov_report_get_title (report));
  EXPECT_EQ (gov_report_get_year (report), 0);
  gov_report_set_title (report, title);
  gov_report_set_publisher (report, publisher);
  gov_report_set_year (report, 2021);
  gov_report_set_period (report, from, "2021-12-31");
  gov_report_set_source (report, &(GovReportSource){from, from, 8413, "GB18030", "html"});
  title[0] = publisher[0] = from[0] = 'x';
  EXPECT_STREQ (gov_report_get_title (report), "云溪县2021年年报");
  EXPECT_STREQ (gov_report_get_publisher (report), "云溪县");
  EXPECT_EQ (gov_report_get_year (report), 2021);
  EXPECT_STREQ (gov_report_get_period_from (report), "2021-01-01");
  EXPECT_STREQ (gov_report_get_period_to (report), "2021-12-31");
  EXPECT_STREQ (gov_report_get_source (report)->name, "2021-01-01");
  EXPECT_EQ (gov_report_get_source (report)->bytes, 8413);
  gov_report_set_publisher (report, NULL);
  gov_report_set_period (report, NULL, NULL);
  EXPECT_NULL (gov_report_get_publisher (report));
  EXPECT_NULL (gov_report_get_period_to (report));
}

GOV_TEST (Report, KeepsCopiesOfSections)
{
  char paragraph[] = "全年公开1286条。";
  const char *paragraphs[] = {paragraph, "办理73件。"};
  g_autoptr (GovReport) report = gov_report_new ();

  gov_report_add_section (report, &(GovSection){"preamble", NULL, 0, NULL});
  gov_report_add_section (report, &(GovSection){"overview", "一、总体情况", 2, paragraphs});
  paragraph[0] = 'x';
  paragraphs[1] = NULL;
  ASSERT_EQ (gov_report_get_n_sections (report), 2);
  EXPECT_NULL (gov_report_get_section (report, 0)->heading);
  EXPECT_STREQ (gov_report_get_section (report, 1)->paragraphs[0], "全年公开1286条。");
  EXPECT_STREQ (gov_report_get_section (report, 1)->paragraphs[1], "办理73件。");
  EXPECT_CRITICAL (gov_report_get_section (report, 2));
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

static const struct {
  const char *name;
  const char *added[4]; /* table, edition in turn */
} orders[] = {
    {"in order", {"disclosure 2021", "applications 2021", "review_litigation 2021"}},
    {"backwards", {"review_litigation 2021", "applications 2021", "disclosure 2021"}},
    {"mixed editions", {"applications 2019", "review_litigation 2021", "disclosure 2021"}},
    {"one twice", {"applications 2021", "review_litigation 2021", "applications 2019", "disclosure 2019"}},
};

static GovTable *
add_table (GovReport *report, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 2);

  return gov_report_add_table (report, gov_form_find (words[0], words[1]));
}

GOV_TEST_P (Report, TablesStandInTheFormsOrder, orders)
{
  static const char *const tables[] = {"disclosure", "applications", "review_litigation"};
  g_autoptr (GovReport) report = gov_report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (param->added) && param->added[i] != NULL; i++)
    add_table (report, param->added[i]);
  ASSERT_EQ (gov_report_get_n_tables (report), 3);
  for (guint i = 0; i < 3; i++)
    {
      EXPECT_STREQ (gov_table_get_form (gov_report_get_table (report, i))->table, tables[i]);
      EXPECT_EQ (gov_report_find_table (report, tables[i]), gov_report_get_table (report, i));
      EXPECT_EQ (gov_report_get_mutable_table (report, tables[i]), gov_report_get_table (report, i));
    }
  EXPECT_NULL (gov_report_find_table (report, "statistics"));
  EXPECT_CRITICAL (gov_report_get_table (report, 3));
}

GOV_TEST (Report, AnotherEditionReplacesATable)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *old = add_table (report, "applications 2019");

  gov_table_set_cell (old, 0, &(GovCell){GOV_ORIGIN_READ, "9", "9", GOV_PLACE_NONE});
  add_table (report, "applications 2021");
  ASSERT_EQ (gov_report_get_n_tables (report), 1);
  const GovTable *table = gov_report_get_table (report, 0);
  EXPECT_STREQ (gov_table_get_form (table)->edition, "2021");
  for (guint c = 0; c < 175; c++)
    EXPECT_EQ (gov_table_get_cell (table, c)->origin, GOV_ORIGIN_MISSING);
}

GOV_TEST (Report, CellsAndExtraRowsAreCopied)
{
  char digits[] = "121", label[] = "行政检查";
  const char *texts[] = {digits, ""};
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = add_table (report, "disclosure 2021");

  gov_table_set_cell (table, 3, &(GovCell){GOV_ORIGIN_NORMALIZED, digits, "I21", {4, 9, 88, 3}});
  gov_table_add_extra_row (table, &(GovExtraRow){label, "compulsion", 2, texts, {5, 1, 99, 4}});
  digits[0] = label[0] = 'x';
  const GovCell *cell = gov_table_get_cell (table, 3);
  EXPECT_EQ (cell->origin, GOV_ORIGIN_NORMALIZED);
  EXPECT_STREQ (cell->value, "121");
  EXPECT_STREQ (cell->raw, "I21");
  EXPECT_EQ (cell->place.offset, 88);
  ASSERT_EQ (gov_table_get_n_extra_rows (table), 1);
  const GovExtraRow *row = gov_table_get_extra_row (table, 0);
  EXPECT_STREQ (row->label, "行政检查");
  EXPECT_STREQ (row->after, "compulsion");
  EXPECT_STREQ (row->texts[0], "121");
  EXPECT_EQ (row->place.line, 5);
  EXPECT_CRITICAL (gov_table_set_cell (table, 10, cell));
  EXPECT_CRITICAL (gov_table_get_cell (table, 10));
  EXPECT_CRITICAL (gov_table_get_extra_row (table, 1));
}

static const struct {
  const char *name, *value;
  gboolean is;
  gint64 integer;
} integers[] = {
    {"none", NULL, FALSE, 0},
    {"zero", "0", TRUE, 0},
    {"a count", "1286", TRUE, 1286},
    {"a fall", "-15", TRUE, -15},
    {"fifteen digits", "999999999999999", TRUE, G_GINT64_CONSTANT (999999999999999)},
    {"sixteen digits", "1000000000000000", FALSE, 0},
    {"a decimal", "18651.06", FALSE, 0},
    {"a sign alone", "-", FALSE, 0},
    {"two signs", "--5", FALSE, 0},
    {"empty", "", FALSE, 0},
    {"a space", " 5", FALSE, 0},
};

GOV_TEST_P (Report, IntegersOfCells, integers)
{
  GovCell cell = {.value = param->value};
  gint64 value = 0;

  EXPECT_EQ (gov_cell_get_integer (&cell, &value), param->is);
  EXPECT_EQ (value, param->integer);
  EXPECT_EQ (gov_cell_has_value (&cell), param->value != NULL);
}

/* ---- checks ------------------------------------------------------------------------------------------------------------ */

GOV_TEST (Report, KeepsCopiesOfChecks)
{
  char column[] = "total", left[] = "148";
  GovCellRef cells[] = {{"applications", "received", column}, {"applications", "carried_in", column}};
  g_autoptr (GovReport) report = gov_report_new ();

  gov_report_add_check (report, &(GovCheck){.id = "applications.balance",
                                            .table = "applications",
                                            .column = column,
                                            .result = GOV_CHECK_FAIL,
                                            .verdict = GOV_VERDICT_SOURCE,
                                            .left = left,
                                            .right = "140",
                                            .difference = "8",
                                            .n_cells = 2,
                                            .cells = cells,
                                            .n_blank = 1,
                                            .blank = cells + 1});
  column[0] = left[0] = 'x';
  cells[1].row = NULL;
  const GovCheck *check = gov_report_get_check (report, 0);
  EXPECT_NULL (check->row);
  EXPECT_STREQ (check->column, "total");
  EXPECT_STREQ (check->left, "148");
  EXPECT_STREQ (check->cells[1].column, "total");
  EXPECT_STREQ (check->blank[0].row, "carried_in");
  EXPECT_CRITICAL (gov_report_get_check (report, 1));
  gov_report_clear_checks (report);
  EXPECT_EQ (gov_report_get_n_checks (report), 0);
}

/* ---- names ------------------------------------------------------------------------------------------------------------- */

GOV_TEST (Report, NamesGoBothWays)
{
  static const char *const origins[] = {"missing", "blank", "unreadable", "read", "normalized", "resolved", "repaired"};
  static const char *const results[] = {"pass", "fail", "uncertain", "not-assessable"};
  static const char *const verdicts[] = {"misread", "slid", "split", "source", "undetermined"};

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      EXPECT_STREQ (gov_origin_get_name (i), origins[i]);
      EXPECT_EQ (gov_origin_from_name (origins[i]), i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      EXPECT_STREQ (gov_check_result_get_name (i + 1), results[i]);
      EXPECT_EQ (gov_check_result_from_name (results[i]), i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      EXPECT_STREQ (gov_verdict_get_name (i + 1), verdicts[i]);
      EXPECT_EQ (gov_verdict_from_name (verdicts[i]), i + 1);
    }
  EXPECT_NULL (gov_verdict_get_name (GOV_VERDICT_NONE));
  EXPECT_EQ (gov_origin_from_name ("guessed"), -1);
  EXPECT_EQ (gov_origin_from_name (NULL), -1);
  EXPECT_EQ (gov_check_result_from_name (""), -1);
  EXPECT_EQ (gov_verdict_from_name ("none"), -1);
}
