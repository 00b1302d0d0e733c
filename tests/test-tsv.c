/* SPDX-License-Identifier: MIT */
#include "tests/gtest-c.h"
#include "tests/told.h"

static const struct {
  const char *name, *text, *told;
} texts[] = {
    {"headings between tables stay apart",
     "二、主动公开政府信息情况\n规章\t3\t0\t17\n行政规范性文件\t12\t4\t208\n三、收到和处理政府信息公开申请情况\n\t自然人\n",
     "二、主动公开政府信息情况\nT ragged\n: 规章 | 3 | 0 | 17\n: 行政规范性文件 | 12 | 4 | "
     "208\n三、收到和处理政府信息公开申请情况\n自然人\n"},
    {"a blank place is a cell", "行政许可\t941\t\t\n行政处罚\t\t\t27\n",
     "T ragged\n: 行政许可 | 941 |  | \n: 行政处罚 |  |  | 27\n"},
    {"rows of different lengths are ragged", "总计\t8\t1\n结果\t\t8\t1\n", "T ragged\n: 总计 | 8 | 1\n: 结果 |  | 8 | 1\n"},
    {"a quoted cell may hold tabs, marks and line ends",
     "\"本年\n新收\"\t\"3\t4\"\t\"危及\"\"三安全\"\"\"\r\n上年结转\t1\t2\r\n",
     "T ragged\n: 本年/新收 | 3\t4 | 危及\"三安全\"\n: 上年结转 | 1 | 2\n"},
    {"a mark that closes nothing is a letter", "\"三安全\"一稳定\t5\t6\n\"重复\t1\t2\n",
     "T ragged\n: \"三安全\"一稳定 | 5 | 6\n: \"重复 | 1 | 2\n"},
    {"a heading over padded columns is a paragraph",
     "二、主动公开政府信息情况\t\t\t\n第二十条第（一）项\t\t\t\n规章\t3\t0\t17\n三、收到和处理政府信息公开申请情况\t\t\t\n"
     "自然人\t法人或其他组织\t总计\t\n",
     "二、主动公开政府信息情况\nT ragged\n: 第二十条第（一）项 |  |  | \n: 规章 | 3 | 0 | "
     "17\n三、收到和处理政府信息公开申请情况\n"
     "T ragged\n: 自然人 | 法人或其他组织 | 总计 | \n"},
    {"a label with nothing beside it stays in its table",
     "商业企业\t科研机构\t其他\t总计\n一、本年新收\t\t\t\n二、上年结转\t\t\t\n三、本年度办理结果\t（一）予以公开\t\t\n",
     "T ragged\n: 商业企业 | 科研机构 | 其他 | 总计\n: 一、本年新收 |  |  | \n: 二、上年结转 |  |  | \n: 三、本年度办理结果 | "
     "（一）予以公开 |  | \n"},
    {"a fragment of a wrapped label is a row of the table", "规章\t3\t0\n行政规范\n性文件\t12\t4\n",
     "T ragged\n: 规章 | 3 | 0\n: 行政规范\n: 性文件 | 12 | 4\n"},
    {"an empty line ends a table", "规章\t3\n性文件\t4\n\n总计\t5\n",
     "T ragged\n: 规章 | 3\n: 性文件 | 4\nT ragged\n: 总计 | 5\n"},
    {"empty lines between all rows do not", "规章\t3\n\n性文件\t4\n\n总计\t5\n",
     "T ragged\n: 规章 | 3\n: 性文件 | 4\n: 总计 | 5\n"},
};

GOV_TEST_P (Tsv, Tells, texts)
{
  g_autofree char *told = gov_test_told ("tsv", param->text);
  EXPECT_STREQ (told, param->told);
}

GOV_TEST (Tsv, TabsInsideLinesAreTheFormat)
{
  EXPECT_GE (gov_test_score ("tsv", "a.txt", "标题\n规章\t3\t0\n文件\t1\t2\n许可\t9\t9\n处罚\t1\t1\n"), 80);
  EXPECT_GE (gov_test_score ("tsv", "a.txt", "规章\t3\n\n文件\t1\n\n许可\t9\n\n处罚\t1\n"), 80);
  EXPECT_EQ (gov_test_score ("tsv", "a.tsv", "\t首行缩进的一段话。\n\t又一段话。\n"), 0);
  EXPECT_EQ (gov_test_score ("tsv", "a.tsv", "<table>\n\t<tr>\t<td>3</td></tr>\n</table>\n"), 0);
}

/* Marks that are opened and never closed are looked for once each. */
GOV_TEST (Tsv, ManyOpenMarks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "\"a\t\"\"b\t1\n");
  g_autofree char *told = gov_test_told ("tsv", text->str);
  EXPECT_TRUE (g_str_has_prefix (told, "T ragged\n: \"a | \"\"b | 1\n: \"a |"));
}
