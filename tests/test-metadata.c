/* SPDX-License-Identifier: MIT */
#include "core/interpret/metadata.h"
#include "tests/paper.h"

typedef struct {
  const char *name, *paper, *title, *publisher;
  guint year;
} Title;

static const Title titles[] = {
    {"one line", "云溪县水务局2021年政府信息公开工作年度报告\n", "云溪县水务局2021年政府信息公开工作年度报告", "云溪县水务局",
     2021},
    {"a heading", "# 云溪县人民政府2020年政府信息公开年报\n", "云溪县人民政府2020年政府信息公开年报", "云溪县人民政府", 2020},
    {"the year first", "2021年云溪县政府信息公开工作年度报告\n", "2021年云溪县政府信息公开工作年度报告", "云溪县", 2021},
    {"年度", "云溪县教育局2022年度政府信息公开工作年度报告\n", "云溪县教育局2022年度政府信息公开工作年度报告", "云溪县教育局",
     2022},
    {"关于", "云溪县民政局关于2021年度政府信息公开工作情况的报告\n", "云溪县民政局关于2021年度政府信息公开工作情况的报告",
     "云溪县民政局", 2021},
    {"without a year", "云溪县水务局政府信息公开工作年度报告\n", "云溪县水务局政府信息公开工作年度报告", "云溪县水务局", 0},
    {"spaces anywhere", "云 溪 县 20 21年 政府信息公开\xE3\x80\x80工作年度报告\n", "云溪县2021年政府信息公开工作年度报告",
     "云溪县", 2021},
    {"full-width digits", "云溪县２０２１年政府信息公开工作年度报告\n", "云溪县2021年政府信息公开工作年度报告", "云溪县", 2021},
    {"Chinese numerals", "云溪县二〇二一年政府信息公开工作年度报告\n", "云溪县二〇二一年政府信息公开工作年度报告", "云溪县",
     2021},
    {"Chinese numerals with a circle", "云溪县二○二○年政府信息公开工作年度报告\n", "云溪县二○二○年政府信息公开工作年度报告",
     "云溪县", 2020},
    {"the organ on the line before", "云溪县水务局\n2021年政府信息公开工作年度报告\n",
     "云溪县水务局2021年政府信息公开工作年度报告", "云溪县水务局", 2021},
    {"no organ on the line before", "首页\n2021年政府信息公开工作年度报告\n", "2021年政府信息公开工作年度报告", NULL, 2021},
    {"behind the site's lines", "首页\n政务公开\n云溪县水务局2021年政府信息公开工作年度报告\n",
     "云溪县水务局2021年政府信息公开工作年度报告", "云溪县水务局", 2021},
    {"in quotation marks", "《云溪县2021年政府信息公开工作年度报告》\n", "《云溪县2021年政府信息公开工作年度报告》", "云溪县",
     2021},
    {"not a sentence", "根据条例要求，现公布2021年政府信息公开工作年度报告。\n", NULL, NULL, 0},
    {"not behind the first section", "一、总体情况\n云溪县水务局2021年政府信息公开工作情况\n", NULL, NULL, 0},
    {"a year before the Regulations", "云溪县1998年政府信息公开年报\n", "云溪县1998年政府信息公开年报", "云溪县1998年", 0},
    {"traditional characters", "雲溪縣水務局2021年政府信息公開工作年度報告\n", "雲溪縣水務局2021年政府信息公開工作年度報告",
     "雲溪縣水務局", 2021},
    {"traditional, the organ on the line before", "雲溪縣人民政府辦公室\n關於2021年政府信息公開工作的年度報告\n",
     "雲溪縣人民政府辦公室關於2021年政府信息公開工作的年度報告", "雲溪縣人民政府辦公室", 2021},
    {"nothing", "规章3\n", NULL, NULL, 0},
};

static void
fill (GovPaper *paper, GovReport *report)
{
  gov_metadata_fill (paper->document, report);
}

GOV_TEST_P (Metadata, Titles, titles)
{
  g_autoptr (GovPaper) paper = gov_paper_new (param->paper);
  g_autoptr (GovReport) report = gov_report_new ();

  fill (paper, report);
  EXPECT_STREQ (gov_report_get_title (report), param->title);
  EXPECT_STREQ (gov_report_get_publisher (report), param->publisher);
  EXPECT_EQ (gov_report_get_year (report), param->year);
}

static const Title properties[] = {
    {"a page's title", "@title 云溪县水务局2021年政府信息公开工作年度报告\n规章\n",
     "云溪县水务局2021年政府信息公开工作年度报告", "云溪县水务局", 2021},
    {"with the site's name", "@title 云溪县水务局2021年政府信息公开工作年度报告_云溪县人民政府\n规章\n",
     "云溪县水务局2021年政府信息公开工作年度报告", "云溪县水务局", 2021},
    {"the text's own is better", "@title 2020年政府信息公开年报\n云溪县2021年政府信息公开工作年度报告\n",
     "云溪县2021年政府信息公开工作年度报告", "云溪县", 2021},
    {"a publisher", "@publisher 云溪县人民政府办公室\n2021年政府信息公开工作年度报告\n", "2021年政府信息公开工作年度报告",
     "云溪县人民政府办公室", 2021},
    {"a publisher that is none", "@publisher admin\n2021年政府信息公开工作年度报告\n", "2021年政府信息公开工作年度报告", NULL,
     2021},
};

GOV_TEST_P (Metadata, Properties, properties)
{
  g_autoptr (GovPaper) paper = gov_paper_new (param->paper);
  g_autoptr (GovReport) report = gov_report_new ();

  fill (paper, report);
  EXPECT_STREQ (gov_report_get_title (report), param->title);
  EXPECT_STREQ (gov_report_get_publisher (report), param->publisher);
  EXPECT_EQ (gov_report_get_year (report), param->year);
}

static const struct {
  const char *name, *text, *from, *to;
  guint year;
} periods[] = {
    {"both years", "统计期限自2021年1月1日起至2021年12月31日止", "2021-01-01", "2021-12-31", 2021},
    {"one year", "统计期限为2021年1月1日至12月31日", "2021-01-01", "2021-12-31", 2021},
    {"到", "2020年1月1日到2020年12月31日", "2020-01-01", "2020-12-31", 2020},
    {"a dash", "（2021年1月1日—12月31日）", "2021-01-01", "2021-12-31", 2021},
    {"spaces", "2021 年 1 月 1 日 至 2021年12 月31日", "2021-01-01", "2021-12-31", 2021},
    {"not from January", "2021年3月15日至2021年12月31日", "2021-03-15", "2021-12-31", 2021},
    {"over two years", "2020年7月1日至2021年6月30日", "2020-07-01", "2021-06-30", 2021},
    {"a holiday is none", "2021年5月1日至5月5日放假。2021年1月1日至12月31日", "2021-01-01", "2021-12-31", 2021},
    {"a date alone", "2022年1月20日发布", NULL, NULL, 0},
    {"no such day", "2021年2月30日至2021年12月31日", NULL, NULL, 0},
    {"no such month", "2021年13月1日至2021年12月31日", NULL, NULL, 0},
};

GOV_TEST_P (Metadata, Periods, periods)
{
  g_autoptr (GovPaper) paper = gov_paper_new (param->text);
  g_autoptr (GovReport) report = gov_report_new ();

  fill (paper, report);
  EXPECT_STREQ (gov_report_get_period_from (report), param->from);
  EXPECT_STREQ (gov_report_get_period_to (report), param->to);
  EXPECT_EQ (gov_report_get_year (report), param->year);
}

static const struct {
  const char *name, *paper, *code;
} findings[] = {
    {"a contradiction", "云溪县2021年政府信息公开工作年度报告\n2020年1月1日至12月31日\n", "year-contradiction"},
    {"no contradiction", "云溪县2021年政府信息公开工作年度报告\n2021年1月1日至12月31日\n", NULL},
    {"a betting site", "云溪县棋牌娱乐2021年政府信息公开工作年度报告\n", "suspicious-publisher"},
    {"Latin letters", "bet365云溪县2021年政府信息公开工作年度报告\n", "suspicious-publisher"},
};

GOV_TEST_P (Metadata, Findings, findings)
{
  g_autoptr (GovPaper) paper = gov_paper_new (param->paper);
  g_autoptr (GovReport) report = gov_report_new ();

  fill (paper, report);
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  ASSERT_EQ (gov_diagnostics_get_length (diagnostics), param->code != NULL);
  if (param->code == NULL)
    return;
  EXPECT_STREQ (gov_diagnostics_get (diagnostics, 0)->code, param->code);
  EXPECT_EQ (gov_diagnostics_get (diagnostics, 0)->place.line, 1);
  EXPECT_EQ (gov_report_get_year (report), 2021);
}

GOV_TEST (Metadata, LongTextsTakeLinearTime)
{
  static const char *const units[] = {"《", "关于", "年度报告", "2021年", "2021年1月1日至", "政府信息公开", "年1", "_"};

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("@title ");

      for (guint part = 0; part < 2; part++)
        {
          for (guint n = 0; n < 300000; n += strlen (units[i]))
            g_string_append (text, units[i]);
          g_string_append (text, part == 0 ? "政府信息公开年报\n" : "\n");
        }
      g_autoptr (GovPaper) paper = gov_paper_new (text->str);
      g_autoptr (GovReport) report = gov_report_new ();
      fill (paper, report);
      EXPECT_EQ (gov_diagnostics_count (gov_report_get_diagnostics (report), GOV_SEVERITY_ERROR), 0);
    }
}
