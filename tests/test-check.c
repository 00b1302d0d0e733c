/* SPDX-License-Identifier: MIT */
/* The four results of a check, exact sums, and the equations written out for each edition. */
#include "core/check/check.h"
#include "core/check/decimal.h"
#include "gtest-c.h"

static GovTable *
table_of_zeros (GovReport *report, const char *table, const char *edition)
{
  GovTable *zeros = gov_report_add_table (report, gov_form_find (table, edition));
  const GovCell zero = {GOV_ORIGIN_READ, "0", "0", GOV_PLACE_NONE};

  for (guint c = 0; c < gov_table_get_form (zeros)->n_cells; c++)
    gov_table_set_cell (zeros, c, &zero);
  return zeros;
}

/* value NULL: the cell has none. */
static void
put (GovTable *table, const char *row, const char *column, GovOrigin origin, const char *value)
{
  const GovCell cell = {origin, value, value, GOV_PLACE_NONE};

  gov_table_set_cell (table, gov_form_find_cell (gov_table_get_form (table), row, column), &cell);
}

/* line: the row or the column that it holds for. */
static const GovCheck *
check_of (const GovReport *report, const char *id, const char *line)
{
  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    {
      const GovCheck *check = gov_report_get_check (report, i);
      if (g_str_equal (check->id, id) && g_str_equal (check->row != NULL ? check->row : check->column, line))
        return check;
    }
  return NULL;
}

static const struct {
  const char *name, *table, *edition;
  guint n_instances, n_terms;
} expansions[] = {
    {"applications_2021", "applications", "2021", 7 + 7 + 25, 7 * 4 + 7 * 22 + 25 * 7},
    {"applications_2019", "applications", "2019", 7 + 7 + 23, 7 * 4 + 7 * 20 + 23 * 7},
    {"review", "review_litigation", "2021", 3, 15},
    {"disclosure", "disclosure", "2021", 0, 0},
};

GOV_TEST_P (Check, EquationsExpand, expansions)
{
  const GovInstances *instances = gov_instances_get (gov_form_find (param->table, param->edition));
  guint n_terms = 0;

  ASSERT_EQ (instances->n_instances, param->n_instances);
  for (guint i = 0; i < instances->n_instances; i++)
    n_terms += instances->instances[i].n_cells;
  EXPECT_EQ (n_terms, param->n_terms);
}

GOV_TEST (Check, ConsistentTablePasses)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = table_of_zeros (report, "applications", "2021");

  for (guint i = 0; i < 4; i++)
    {
      const char *rows[] = {"received", "carried_in", "concluded", "carried_out"}, *values[] = {"95", "7", "99", "3"};
      put (table, rows[i], "company", GOV_ORIGIN_READ, values[i]);
      put (table, rows[i], "total", GOV_ORIGIN_READ, values[i]);
    }
  put (table, "refused.process", "company", GOV_ORIGIN_READ, "99");
  put (table, "refused.process", "total", GOV_ORIGIN_READ, "99");
  gov_check_report (report);
  ASSERT_EQ (gov_report_get_n_checks (report), 39);
  for (guint i = 0; i < 39; i++)
    EXPECT_EQ (gov_report_get_check (report, i)->result, GOV_CHECK_PASS);
  const GovCheck *balance = check_of (report, "applications.balance", "company");
  EXPECT_STREQ (balance->left, "102");
  EXPECT_STREQ (balance->right, "102");
  EXPECT_STREQ (balance->difference, "0");
  EXPECT_EQ (balance->n_cells, 4);
}

GOV_TEST (Check, FailureStatesBothSides)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = table_of_zeros (report, "review_litigation", "2021");

  put (table, "review", "upheld", GOV_ORIGIN_READ, "10");
  put (table, "review", "pending", GOV_ORIGIN_RESOLVED, "1");
  gov_check_report (report);
  const GovCheck *check = check_of (report, "review_litigation.total", "review");
  EXPECT_EQ (check->result, GOV_CHECK_FAIL);
  EXPECT_EQ (check->verdict, GOV_VERDICT_UNDETERMINED);
  EXPECT_STREQ (check->left, "11");
  EXPECT_STREQ (check->right, "0");
  EXPECT_STREQ (check->difference, "11");
  EXPECT_STREQ (check->cells[4].column, "total");
  EXPECT_EQ (check_of (report, "review_litigation.total", "litigation_direct")->result, GOV_CHECK_PASS);
}

GOV_TEST (Check, BlankIsUncertainWithZerosStated)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = table_of_zeros (report, "review_litigation", "2021");

  put (table, "review", "upheld", GOV_ORIGIN_BLANK, NULL);
  put (table, "review", "total", GOV_ORIGIN_READ, "4");
  gov_check_report (report);
  const GovCheck *check = check_of (report, "review_litigation.total", "review");
  EXPECT_EQ (check->result, GOV_CHECK_UNCERTAIN);
  EXPECT_EQ (check->verdict, GOV_VERDICT_NONE);
  EXPECT_STREQ (check->difference, "-4");
  ASSERT_EQ (check->n_blank, 1);
  EXPECT_STREQ (check->blank[0].column, "upheld");
}

/* A row left blank under a printed total is common practice, no failure. */
GOV_TEST (Check, BlankRowUnderTotalDoesNotFail)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = table_of_zeros (report, "applications", "2019");

  for (guint c = 0; c < 6; c++)
    put (table, "received", gov_form_get_cell (gov_table_get_form (table), c).column->id, GOV_ORIGIN_BLANK, NULL);
  put (table, "received", "total", GOV_ORIGIN_READ, "5");
  put (table, "carried_out", "total", GOV_ORIGIN_READ, "5");
  put (table, "carried_out", "natural_person", GOV_ORIGIN_READ, "5");
  gov_check_report (report);
  EXPECT_EQ (check_of (report, "applications.row-total", "received")->result, GOV_CHECK_UNCERTAIN);
  EXPECT_EQ (check_of (report, "applications.balance", "natural_person")->result, GOV_CHECK_UNCERTAIN);
  EXPECT_EQ (check_of (report, "applications.balance", "total")->result, GOV_CHECK_PASS);
}

static const struct {
  const char *name;
  GovOrigin origin;
  const char *value;
} unassessable[] = {
    {"missing", GOV_ORIGIN_MISSING, NULL},
    {"unreadable", GOV_ORIGIN_UNREADABLE, NULL},
    {"too_long_to_add", GOV_ORIGIN_READ, "9999999999999999999999999999999999999999"},
};

GOV_TEST_P (Check, NotAssessable, unassessable)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = table_of_zeros (report, "review_litigation", "2019");

  put (table, "litigation_direct", "other", param->origin, param->value);
  gov_check_report (report);
  const GovCheck *check = check_of (report, "review_litigation.total", "litigation_direct");
  EXPECT_EQ (check->result, GOV_CHECK_NOT_ASSESSABLE);
  EXPECT_NULL (check->left);
  EXPECT_EQ (check->n_cells, 5);
}

/* Nothing at all is printed: there is nothing to check. */
GOV_TEST (Check, BlankThroughoutIsNotAssessable)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = table_of_zeros (report, "review_litigation", "2021");
  static const char *const columns[] = {"upheld", "corrected", "other", "pending", "total"};

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    put (table, "review", columns[c], GOV_ORIGIN_BLANK, NULL);
  gov_check_report (report);
  EXPECT_EQ (check_of (report, "review_litigation.total", "review")->result, GOV_CHECK_NOT_ASSESSABLE);
}

/* 0.1 + 0.2 = 0.3, and a difference of one in twenty digits is seen. */
GOV_TEST (Check, SumsAreExact)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = table_of_zeros (report, "review_litigation", "2021");

  put (table, "review", "upheld", GOV_ORIGIN_READ, "0.1");
  put (table, "review", "other", GOV_ORIGIN_READ, "0.2");
  put (table, "review", "total", GOV_ORIGIN_READ, "0.30");
  put (table, "litigation_direct", "upheld", GOV_ORIGIN_READ, "10000000000000000001");
  put (table, "litigation_direct", "total", GOV_ORIGIN_READ, "10000000000000000000");
  gov_check_report (report);
  EXPECT_EQ (check_of (report, "review_litigation.total", "review")->result, GOV_CHECK_PASS);
  EXPECT_STREQ (check_of (report, "review_litigation.total", "litigation_direct")->difference, "1");
}

static const struct {
  const char *name, *text, *written; /* written NULL: no decimal */
} decimals[] = {
    {"plain", "24252.311082", "24252.311082"},
    {"negative", "-15", "-15"},
    {"plus", "+3", "3"},
    {"zeros_at_end", "0.50", "0.5"},
    {"no_fraction", "7.000000000", "7"},
    {"too_fine", "0.0000001", NULL},
    {"empty", "", NULL},
    {"letters", "12a", NULL},
    {"bare_point", "3.", NULL},
    {"two_signs", "--3", NULL},
};

GOV_TEST_P (Decimal, ParseAndWrite, decimals)
{
  GovDecimal value;
  gboolean parsed = gov_decimal_parse (param->text, &value);

  ASSERT_EQ (parsed, param->written != NULL);
  if (!parsed)
    return;
  g_autofree char *written = gov_decimal_to_string (value);
  EXPECT_STREQ (written, param->written);
}
