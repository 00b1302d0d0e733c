/* SPDX-License-Identifier: MIT */
/* "[ID HEADING]" of each section, and "(PARAGRAPH)" of each of its paragraphs. */
#include "core/interpret/sections.h"
#include "tests/paper.h"

static char *
describe (const char *notation, guint *n_found)
{
  g_autoptr (GovPaper) paper = gov_paper_new (notation);
  GovStrips strips = gov_strips_cut (paper->document);
  const GovRecognised *recognised = gov_recognise (paper->document, &strips);
  g_autoptr (GovReport) report = gov_report_new ();
  GString *text = g_string_new (NULL);

  *n_found = gov_sections_fill (paper->document, &strips, recognised, report);
  for (guint s = 0; s < gov_report_get_n_sections (report); s++)
    {
      const GovSection *section = gov_report_get_section (report, s);
      g_string_append_printf (text, "[%s%s%s]", section->id, section->heading ? " " : "",
                              section->heading ? section->heading : "");
      for (guint p = 0; p < section->n_paragraphs; p++)
        g_string_append_printf (text, "(%s)", section->paragraphs[p]);
    }
  return g_string_free (text, FALSE);
}

#define TABLE "| 规章 | 3 | 1 | 12 |\n| 行政规范性文件 | 8 | 2 | 61 |\n| 行政许可 | 941 |\n"

static const struct {
  const char *name, *paper, *sections;
  guint n_found;
} papers[] = {
    {"nothing", "", "", 0},
    {"text before the first", "云溪县年报\n一、总体情况\n公开信息1286条。\n",
     "[preamble](云溪县年报)[overview 一、总体情况](公开信息1286条。)", 1},
    {"text alone", "公开信息1286条。\n", "[preamble](公开信息1286条。)", 0},
    {"a table is not told again", "二、主动公开政府信息情况\n" TABLE "五、存在的主要问题及改进情况\n人员不足。\n",
     "[disclosure 二、主动公开政府信息情况][problems 五、存在的主要问题及改进情况](人员不足。)", 2},
    {"text around a table", "二、主动公开政府信息情况\n详见下表。\n" TABLE "注：数据截至12月31日。\n",
     "[disclosure 二、主动公开政府信息情况](详见下表。)(注：数据截至12月31日。)", 1},
    {"another table is told by its rows",
     "一、总体情况\n| 网站 | 访问量 |\n| 门户网站 | 1286 |\n\n二、主动公开政府信息情况\n" TABLE,
     "[overview 一、总体情况](网站\t访问量)(门户网站\t1286)[disclosure 二、主动公开政府信息情况]", 2},
    {"text behind a heading", "六、其他需要报告的事项：收取信息处理费1次。\n",
     "[other_matters 六、其他需要报告的事项：](收取信息处理费1次。)", 1},
    {"a heading in a table", "| 二、主动公开政府信息情况 |\n" TABLE, "[disclosure 二、主动公开政府信息情况]", 1},
    {"contents",
     "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n一、总体情况\n公开1286条。\n"
     "二、主动公开政府信息情况\n详见附表。\n",
     "[preamble](一、总体情况)(二、主动公开政府信息情况)(三、收到和处理政府信息公开申请情况)"
     "[overview 一、总体情况](公开1286条。)[disclosure 二、主动公开政府信息情况](详见附表。)",
     2},
    {"headings without text are no contents", "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
     "[overview 一、总体情况][disclosure 二、主动公开政府信息情况][applications 三、收到和处理政府信息公开申请情况]", 3},
    {"a heading again is text", "一、总体情况\n公开1286条。\n一、总体情况\n办理73件。\n",
     "[overview 一、总体情况](公开1286条。)(一、总体情况)(办理73件。)", 1},
    {"a heading of an earlier section is text", "五、存在的主要问题及改进情况\n人员不足。\n一、总体情况\n公开1286条。\n",
     "[problems 五、存在的主要问题及改进情况](人员不足。)(一、总体情况)(公开1286条。)", 1},
    {"a subsection", "一、总体情况\n（一）主动公开情况\n公开1286条。\n",
     "[overview 一、总体情况](（一）主动公开情况)(公开1286条。)", 1},
    {"marked up without ordinals", "# 总体情况\n公开1286条。\n# 其他需要报告的事项\n无。\n",
     "[overview 总体情况](公开1286条。)[other_matters 其他需要报告的事项](无。)", 2},
    {"glued",
     "云溪县2021年年报一、总体情况公开信息较多。二、主动公开政府信息情况规章3112行政规范性文件8261行政许可941行政处罚41"
     "五、存在的主要问题及改进情况人员不足。六、其他需要报告的事项收取信息处理费一次。\n",
     "[preamble](云溪县2021年年报)[overview 一、总体情况](公开信息较多。)[disclosure 二、主动公开政府信息情况]"
     "[problems 五、存在的主要问题及改进情况](人员不足。)[other_matters 六、其他需要报告的事项](收取信息处理费一次。)",
     4},
};

GOV_TEST_P (Sections, AreTold, papers)
{
  guint n_found;
  g_autofree char *sections = describe (param->paper, &n_found);

  EXPECT_STREQ (sections, param->sections);
  EXPECT_EQ (n_found, param->n_found);
}

/* Every paragraph outside the tables is told once, whatever stands around it. */
GOV_TEST (Sections, NothingIsLost)
{
  g_autofree char *report = gov_paper_print_report ("2021", "2021", 2021);
  guint n_found;

  for (guint line = 0;; line++)
    {
      g_auto (GStrv) lines = g_strsplit (report, "\n", -1);
      if (line >= g_strv_length (lines))
        break;
      if (*lines[line] == '|')
        continue;
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint i = 0; lines[i] != NULL; i++)
        g_string_append_printf (text, "%s%s\n", i == line ? "乡镇街道共有窗口17处，均设专人值守。\n" : "", lines[i]);
      g_autofree char *sections = describe (text->str, &n_found);
      const char *first = strstr (sections, "(乡镇街道共有窗口17处，均设专人值守。)");

      GOV_TRACE ("before line %u", line + 1);
      EXPECT_EQ (n_found, 6);
      ASSERT_NOT_NULL (first);
      EXPECT_NULL (strstr (first + strlen ("(乡镇街道"), "乡镇街道"));
    }
}

static const struct {
  const char *name, *unit;
} floods[] = {
    {"headings", "一、总体情况\n"},
    {"contents", "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n附\n"},
    {"contents backwards", "六、其他需要报告的事项\n五、存在的主要问题及改进情况\n一、总体情况\n附\n"},
    {"rows", "| 甲乙 | 丙丁 |\n"},
    {"glued", "一、总体情况规章3"},
    {"glued spaces", "规章3    一、    "},
};

GOV_TEST_P (Sections, TakeLinearTime, floods)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_found;

  for (gsize n = 0; n < 1000000; n += strlen (param->unit))
    g_string_append (text, param->unit);
  g_string_append (text, "\n六、其他需要报告的事项\n以上为全文。\n");
  g_autofree char *sections = describe (text->str, &n_found);
  EXPECT_CONTAINS (sections, "(以上为全文。)");
}
