/* SPDX-License-Identifier: MIT */
/* Whole documents: both editions and hybrids cell by cell, and what is refused. */
#include "tests/reading.h"

static void
expect_table (const GovReading *reading, const char *name, const char *edition)
{
  const GovTable *table = gov_report_find_table (reading->report, name);
  const GovForm *form = gov_form_find (name, edition);

  GOV_TRACE ("%s %s", name, edition);
  ASSERT_NOT_NULL (table);
  ASSERT_STREQ (gov_reading_edition (reading, name), edition);
  for (guint c = 0; c < form->n_cells; c++)
    {
      GovFormCell at = gov_form_get_cell (form, c);
      const GovCell *cell = gov_table_get_cell (table, c);
      g_autofree char *figure = gov_paper_figure (form, c);
      GOV_TRACE ("%s, %s", at.row->id, at.column->id);
      EXPECT_STREQ (cell->value, figure);
      EXPECT_STREQ (cell->raw, figure);
      EXPECT_EQ (cell->origin, GOV_ORIGIN_READ);
      EXPECT_GT (cell->place.line, 0);
    }
}

/* ---- what is read ------------------------------------------------------------------------------------------------------ */

static const struct {
  const char *name, *disclosure, *applications;
  guint year;
} reports[] = {
    {"2021", "2021", "2021", 2021},
    {"2019", "2019", "2019", 2019},
    {"hybrid", "2021", "2019", 2021},
    {"hybrid the other way", "2019", "2021", 2022},
    {"an old form in a new year", "2019", "2019", 2023},
    {"a new form in an old year", "2021", "2021", 2020},
};

GOV_TEST_P (Interpret, WholeReports, reports)
{
  g_autofree char *text = gov_paper_print_report (param->disclosure, param->applications, param->year);
  g_autoptr (GovReading) reading = gov_reading_new (text);
  g_autofree char *codes = gov_reading_codes (reading, GOV_SEVERITY_NOTE), *open = gov_reading_open (reading);

  ASSERT_NO_ERROR (reading->error);
  ASSERT_TRUE (reading->done);
  expect_table (reading, "disclosure", param->disclosure);
  expect_table (reading, "applications", param->applications);
  EXPECT_EQ (gov_report_get_n_tables (reading->report), 3);
  EXPECT_STREQ (gov_report_get_publisher (reading->report), "云溪县人民政府");
  EXPECT_EQ (gov_report_get_year (reading->report), param->year);
  EXPECT_EQ (gov_report_get_n_sections (reading->report), 7);
  EXPECT_STREQ (codes, "");
  EXPECT_STREQ (open, "");
}

/* The same cells in either form of a grid. */
static const struct {
  const char *name, *flags;
} grids[] = {{"plain", "\n"}, {"ragged", "= ragged\n"}, {"recognised", "= ragged recognised\n"}, {"rows open", "= open\n"}};

GOV_TEST_P (Interpret, EveryKindOfGrid, grids)
{
  g_autoptr (GString) text = g_string_new ("云溪县2021年政府信息公开工作年度报告\n");
  static const char *const tables[] = {"disclosure", "applications"};

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_string_append (text, param->flags);
      gov_paper_print_table (text, gov_form_find (tables[t], "2021"));
      g_string_append (text, "\n");
    }
  g_string_append (text, "六、其他需要报告的事项\n");
  g_autoptr (GovReading) reading = gov_reading_new (text->str);

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    expect_table (reading, tables[t], "2021");
}

/* ---- what is told about whole documents -------------------------------------------------------------------------------- */

GOV_TEST (Interpret, MissingTablesAreMissing)
{
  g_autofree char *text = gov_paper_print_report ("2021", "2021", 2021);
  *strstr (text, "三、收到和处理") = '\0';
  g_autoptr (GovReading) reading = gov_reading_new (text);
  g_autofree char *row = gov_reading_row (reading, "applications", "received");

  ASSERT_TRUE (reading->done);
  expect_table (reading, "disclosure", "2021");
  EXPECT_STREQ (row, ". . . . . . .");
  EXPECT_STREQ (gov_reading_edition (reading, "applications"), "2021");
  EXPECT_EQ (gov_diagnostics_count (gov_report_get_diagnostics (reading->report), GOV_SEVERITY_ERROR), 2);
  EXPECT_NOT_NULL (gov_test_find_diagnostic (gov_report_get_diagnostics (reading->report), "table-missing"));
}

GOV_TEST (Interpret, ASourceThatIsCutSaysWhere)
{
  g_autofree char *text = gov_paper_print_report ("2021", "2021", 2021);
  const GovForm *form = gov_form_find ("applications", "2021");
  char *row = strstr (text, "（一）予以公开");
  for (guint bars = 0; bars < 4; row++)
    bars += *row == '|';
  *row = '\0';
  g_autoptr (GovReading) reading = gov_reading_new (text);
  g_autofree char *cells = gov_reading_row (reading, "applications", "granted");
  const GovDiagnostic *diagnostic = gov_test_find_diagnostic (gov_report_get_diagnostics (reading->report), "source-cut");
  g_autofree char *first = gov_paper_figure (form, 14), *second = gov_paper_figure (form, 15),
                  *third = gov_paper_figure (form, 16);
  g_autofree char *wanted = g_strdup_printf ("%s %s %s . . . .", first, second, third);

  EXPECT_STREQ (cells, wanted);
  ASSERT_NOT_NULL (diagnostic);
  EXPECT_EQ (diagnostic->n_cells, 4);
  EXPECT_STREQ (diagnostic->cells[0].column, "nonprofit");
}

/* The form itself, published as a template. */
GOV_TEST (Interpret, TheBlankFormIsToldAsSuch)
{
  g_autofree char *text = gov_paper_print_report ("2021", "2021", 2021);
  gboolean in_table = FALSE;

  for (char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        in_table = p[1] == '|';
      else if (in_table && g_ascii_isdigit (*p) && (p[-1] == ' ' || p[-1] == '_') && p[1] != '.')
        *p = '_';
      else if (in_table && p[-1] == '_' && (g_ascii_isdigit (*p) || *p == '.'))
        *p = '_';
    }
  g_autoptr (GovReading) reading = gov_reading_new (text);

  ASSERT_TRUE (reading->done);
  EXPECT_NOT_NULL (gov_test_find_diagnostic (gov_report_get_diagnostics (reading->report), "blank-form"));
}

/* Rows that both editions have do not tell which it is: the year does, and the cells of the difference are named. */
static const struct {
  const char *name;
  guint year;
  const char *edition;
} years[] = {{"2020", 2020, "2019"}, {"2022", 2022, "2021"}};

GOV_TEST_P (Interpret, AnUncertainEditionIsTheYears, years)
{
  g_autofree char *text = g_strdup_printf (
      "云溪县%u年政府信息公开工作年度报告\n| 规章 | 3 | 1 | 12 |\n| 规范性文件 | 8 | 2 | 61 |\n附\n", param->year);
  g_autoptr (GovReading) reading = gov_reading_new (text);

  ASSERT_TRUE (reading->done);
  EXPECT_STREQ (gov_reading_edition (reading, "disclosure"), param->edition);
  EXPECT_NOT_NULL (gov_test_find_diagnostic (gov_report_get_diagnostics (reading->report), "edition-uncertain"));
}

/* ---- what is refused --------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *paper, *code;
} refused[] = {
    {"empty", "", "empty-document"},
    {"the old statistics table",
     "云溪县2021年政府信息公开情况统计表\n| 指标名称 | 单位 | 统计数 |\n| 主动公开文件数 | 件 | 1286 |\n"
     "| 收到申请数 | 件 | 73 |\n",
     "form-unknown"},
    {"a year before the form", "云溪县2016年政府信息公开工作年度报告\n全年公开信息1286条。\n", "form-unknown"},
    {"a list of links",
     "首页\n| 云溪县2021年政府信息公开工作年度报告 | 2022-01-20 |\n| 云溪县2020年政府信息公开工作年度报告 | 2021-01-18 |\n",
     "no-report"},
    {"another document", "关于召开会议的通知\n各科室：请于9月3日到会。\n", "no-report"},
};

GOV_TEST_P (Interpret, Refuses, refused)
{
  g_autoptr (GovReading) reading = gov_reading_new (param->paper);
  const GovDiagnostic *diagnostic = gov_test_find_diagnostic (gov_report_get_diagnostics (reading->report), param->code);

  EXPECT_FALSE (reading->done);
  ASSERT_ERROR (reading->error, GOV_ERROR, GOV_ERROR_NO_REPORT);
  EXPECT_CONTAINS (reading->error->message, param->code);
  ASSERT_NOT_NULL (diagnostic);
  EXPECT_EQ (diagnostic->severity, GOV_SEVERITY_ERROR);
  EXPECT_EQ (reading->openings.n_open, 0);
}

/* The narrative of a report whose tables are pictures. */
GOV_TEST (Interpret, SectionsWithoutTablesAreAReport)
{
  g_autoptr (GovReading) reading = gov_reading_new ("云溪县2021年政府信息公开工作年度报告\n一、总体情况\n公开信息1286条。\n"
                                                    "五、存在的主要问题及改进情况\n人员不足。\n六、其他需要报告的事项\n无。\n");

  EXPECT_TRUE (reading->done);
  EXPECT_EQ (gov_diagnostics_count (gov_report_get_diagnostics (reading->report), GOV_SEVERITY_ERROR), 3);
}

/* ---- floods ------------------------------------------------------------------------------------------------------------ */

static const struct {
  const char *name, *before, *unit;
  guint n;
} floods[] = {
    {"rows", "", "| 行政处罚 | 41 |\n", 100000},
    {"rows of section 3", "", "| 1.属于国家秘密 | 4 | 3 | 1 | 1 | 2 | 1 | 12 |\n", 25000},
    {"rows of section 4", "|5x1 行政复议 |10x1 行政诉讼 |\n", "| 4 | 1 | 2 | 1 | 8 |\n", 40000},
    {"grids", "", "| 行政处罚 | 41 |\n| 行政强制 | 6 |\n\n", 20000},
    {"one glued paragraph", "", "行政处罚41", 70000},
    {"figures of one row", "行政处罚 41\n行政许可", " 7", 300000},
    {"figures of one printed row", "行政复议 行政诉讼 结果维持 结果纠正 总计", " 7", 300000},
    {"strips", "", "行政处罚\n41\n", 90000},
};

GOV_TEST_P (Interpret, TakesLinearTime, floods)
{
  g_autoptr (GString) text = g_string_new (param->before);

  for (guint i = 0; i < param->n; i++)
    g_string_append (text, param->unit);
  g_autoptr (GovReading) reading = gov_reading_new (text->str);
  EXPECT_TRUE (reading->done || reading->error->code == GOV_ERROR_NO_REPORT);
}
