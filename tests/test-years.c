/* SPDX-License-Identifier: MIT */
/* Two years of one organ. */
#include "core/check/years.h"
#include "gtest-c.h"

static GovReport *
report_of (guint year, const char *row, const char *natural_person, const char *total)
{
  GovReport *report = gov_report_new ();
  GovTable *table = gov_report_add_table (report, gov_form_find ("applications", year < 2021 ? "2019" : "2021"));
  const GovForm *form = gov_table_get_form (table);
  const GovCell first = {GOV_ORIGIN_READ, natural_person, natural_person, GOV_PLACE_NONE};
  const GovCell last = {GOV_ORIGIN_READ, total, total, {40, 7, -1, 0}};

  gov_report_set_year (report, year);
  gov_report_set_publisher (report, "沧澜市水务局");
  gov_table_set_cell (table, gov_form_find_cell (form, row, "natural_person"), &first);
  gov_table_set_cell (table, gov_form_find_cell (form, row, "total"), &last);
  return report;
}

static const struct {
  const char *name;
  guint year;
  const char *natural_person, *total;
  const char *code; /* of the only diagnostic; NULL: none */
} pairs[] = {
    {"carried_over", 2021, "4", "6", NULL},
    {"one_column_differs", 2021, "4", "5", "years-differ"},
    {"not_consecutive", 2023, "9", "9", "years-not-compared"},
};

GOV_TEST_P (Years, Carried, pairs)
{
  g_autoptr (GovReport) previous = report_of (2020, "carried_out", "4", "6");
  g_autoptr (GovReport) current = report_of (param->year, "carried_in", param->natural_person, param->total);
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (current);

  gov_check_years (previous, current);
  ASSERT_EQ (gov_diagnostics_get_length (diagnostics), param->code != NULL);
  if (param->code != NULL)
    EXPECT_STREQ (gov_diagnostics_get (diagnostics, 0)->code, param->code);
}

GOV_TEST (Years, DifferenceNamesTheCellAndItsPlace)
{
  g_autoptr (GovReport) previous = report_of (2020, "carried_out", "4", "6");
  g_autoptr (GovReport) current = report_of (2021, "carried_in", "4", "5");

  gov_check_years (previous, current);
  const GovDiagnostic *diagnostic = gov_diagnostics_get (gov_report_get_diagnostics (current), 0);
  EXPECT_EQ (diagnostic->severity, GOV_SEVERITY_INCONSISTENCY);
  EXPECT_EQ (diagnostic->place.line, 40);
  EXPECT_STREQ (diagnostic->cells[0].column, "total");
  EXPECT_CONTAINS (diagnostic->message, "5 carried in, but the report on 2020 carried out 6");
}

GOV_TEST (Years, JumpIsNoted)
{
  g_autoptr (GovReport) previous = report_of (2021, "received", "11", "12");
  g_autoptr (GovReport) current = report_of (2022, "received", "300", "310");

  gov_check_years (previous, current);
  ASSERT_EQ (gov_diagnostics_get_length (gov_report_get_diagnostics (current)), 1);
  EXPECT_STREQ (gov_diagnostics_get (gov_report_get_diagnostics (current), 0)->code, "years-jump");
}

GOV_TEST (Years, AnotherPublisherIsNoted)
{
  g_autoptr (GovReport) previous = report_of (2021, "received", "1", "1");
  g_autoptr (GovReport) current = report_of (2022, "received", "1", "1");

  gov_report_set_publisher (previous, "砚山新区教育局");
  gov_check_years (previous, current);
  EXPECT_STREQ (gov_diagnostics_get (gov_report_get_diagnostics (current), 0)->code, "years-not-compared");
}
