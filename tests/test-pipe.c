/* SPDX-License-Identifier: MIT */
#include "tests/gtest-c.h"
#include "tests/told.h"

static const struct {
  const char *name, *text, *told;
} texts[] = {
    /* rows */
    {"trailing bars with padding",
     "二、情况\n信息内容 | 制发件数 | 废止件数 |\n规章 | 3 | 17 |\n行政许可 | 941 | |\n第二十条第(六)项 | ||\n三、情况\n",
     "二、情况\nT ragged\n: 信息内容 | 制发件数 | 废止件数\n: 规章 | 3 | 17\n: 行政许可 | 941 | \n: 第二十条第(六)项 |  | "
     "\n三、情况\n"},
    {"trailing bars without padding",
     "第二十条第(六)项 |\n信息内容 | 决定数量 |\n行政处罚 | 1472 |\n三、本年度办理结果 | 予以公开 | 6\n",
     "T ragged\n: 第二十条第(六)项\n: 信息内容 | 决定数量\n: 行政处罚 | 1472\n: 三、本年度办理结果 | 予以公开 | 6\n"},
    {"tables directly below each other, with headings between",
     "规章 | 3 |\n文件 | 8 |\n三、收到和处理政府信息公开申请情况\n自然人 | 总计 |\n4 | 5 |\n",
     "T\n: 规章 | 3\n: 文件 | 8\n三、收到和处理政府信息公开申请情况\nT\n: 自然人 | 总计\n: 4 | 5\n"},
    {"bars at both ends and separators", "| 信息内容 | 件数 |\n| --- | :-: |\n| 规章 | 3 |\n| | 8 |\n",
     "T\n: 信息内容 | 件数\n: 规章 | 3\n:  | 8\n"},
    {"hyphens in the place of figures are no separator", "| 复议 | 诉讼 |\n| --- | --- |\n| - | - |\n",
     "T\n: 复议 | 诉讼\n: - | -\n"},
    {"bars only between cells", "信息内容 | 件数 | 总数\n规章 | 3 | 4\n文件 | 8 |\n",
     "T ragged\n: 信息内容 | 件数 | 总数\n: 规章 | 3 | 4\n: 文件 | 8 | \n"},
    {"an empty first cell under trailing bars", "项目 | 自然人 | 总计 |\n新收 | 12 | 12 |\n| 3 | 3 |\n",
     "T\n: 项目 | 自然人 | 总计\n: 新收 | 12 | 12\n:  | 3 | 3\n"},
    {"an escaped bar is printed", "甲\\|乙 | 3 |\n丙 | 4 |\n", "T\n: 甲|乙 | 3\n: 丙 | 4\n"},
    {"full-width bars", "规章｜３｜\n文件｜８｜\n", "T\n: 规章 | ３\n: 文件 | ８\n"},
    {"a cell wrapped over lines",
     "项目 | 商业企业 | 科研机构 | 总计 |\n新收 | 12 | 3 | 15 |\n(二)部分公开(区分处理的,只计这一情形,\n不计其他情形) | 7 | 1 "
     "| 8 |\n",
     "T\n: 项目 | 商业企业 | 科研机构 | 总计\n: 新收 | 12 | 3 | 15\n: (二)部分公开(区分处理的,只计这一情形,/不计其他情形) | 7 "
     "| 1 | 8\n"},
    {"a row wrapped between two cells", "项目 | 甲 | 乙 | 丙 | 总计 |\n新收 | 12 | 3 |\n4 | 19 |\n结转 | 0 | 1 | 0 | 1 |\n",
     "T\n: 项目 | 甲 | 乙 | 丙 | 总计\n: 新收 | 12 | 3 | 4 | 19\n: 结转 | 0 | 1 | 0 | 1\n"},
    {"a last row that lacks its bars", "规章 | 3 | 2 |\n采购 | 13 | 57\n三、收到和处理政府信息公开申请情况\n新收 | 3 | 2 |\n",
     "T\n: 规章 | 3 | 2\n: 采购 | 13 | 57\n三、收到和处理政府信息公开申请情况\nT\n: 新收 | 3 | 2\n"},
    {"a path and a footer are paragraphs",
     "首页 | 政务公开 | 年报\n某局报告\n正文一。\n正文二。\n正文三。\n主办：某局 | 联系我们\n",
     "首页 | 政务公开 | 年报\n某局报告\n正文一。\n正文二。\n正文三。\n主办：某局 | 联系我们\n"},
    {"a sentence with a bar ends a table", "规章 | 3 | 2 |\n文件 | 13 | 5 |\n数据见年报|附表。\n",
     "T\n: 规章 | 3 | 2\n: 文件 | 13 | 5\n数据见年报|附表。\n"},
    /* stream */
    {"a cell a line, rows cut by the width",
     "第(一)项 |\n|||\n内容 |\n制发 |\n废止 |\n有效 |\n规章 |\n3 |\n0 |\n17 |\n第(五)项 |\n|||\n内容 |\n数量 |\n||\n许可 "
     "|\n941 |\n||\n费 |\n7.5 |\n"
     "三、收到和处理政府信息公开申请情况\n自然人 |\n总计 |\n||\n一、本年新收 |\n4 |\n|\n4 |\n其他 |\n|\n||\n",
     "T ragged\n: 第(一)项 |  |  | \n: 内容 | 制发 | 废止 | 有效\n: 规章 | 3 | 0 | 17\n: 第(五)项 |  |  | \n: 内容 | 数量 |  | "
     "\n"
     ": 许可 | 941 |  | \n: 费 | 7.5\n三、收到和处理政府信息公开申请情况\nT ragged\n: 自然人 | 总计 |  | \n: 一、本年新收 | 4 "
     "|  | 4\n"
     ": 其他 |  |  | \n"},
    {"surplus bars at the last cell",
     "第(一)项 | |||\n内容 |\n制发 |\n废止 |\n有效 |\n规章 |\n3 |\n0 |\n17 |\n第(五)项 | |||\n内容 |\n数量 | ||\n许可 |\n941 | "
     "||\n",
     "T ragged\n: 第(一)项 |  |  | \n: 内容 | 制发 | 废止 | 有效\n: 规章 | 3 | 0 | 17\n: 第(五)项 |  |  | \n: 内容 | 数量 |  | "
     "\n: 许可 | 941 |  | \n"},
    {"a bar opens each row", "|\n第(一)项 | |||\n|\n内容 |\n制发 |\n有效 | |\n|\n规章 |\n3 |\n17 | |\n|\n文件 |\n8 |\n9 \n",
     "T ragged\n: 第(一)项 |  |  | \n: 内容 | 制发 | 有效 | \n: 规章 | 3 | 17 | \n: 文件 | 8 | 9\n"},
    {"a row end that does not fit leaves the rows open",
     "甲 |\n1 |\n||\n乙 |\n2 |\n||\n丙 |\n|||\n丁 |\n3 |\n|||\n戊 |\n4 |\n||\n",
     "T open ragged\n: 甲 | 1 |  | \n: 乙 | 2 |  | \n: 丙 |  |  | \n: 丁 | 3 |  |  | \n: 戊 | 4 |  | \n"},
    {"a wrapped label in a stream", "甲 |\n1 |\n||\n一、本年新收政府信息\n公开申请数量 |\n2 |\n||\n本年新\n公开 |\n3 |\n||\n",
     "T ragged\n: 甲 | 1 |  | \n: 一、本年新收政府信息/公开申请数量 | 2 |  | \n: 本年新/公开 | 3 |  | \n"},
    /* own bars */
    {"bars on lines of their own",
     "二、情况\n第(一)项\n|\n内容\n|\n制发\n|\n规章\n|\n|\n3\n|\n三、收到和处理政府信息公开申请情况\n申请人\n|\n自然\n人\n|"
     "\n五、问题\n",
     "二、情况\nT open\n: 第(一)项 | 内容 | 制发 | 规章 |  | 3\n三、收到和处理政府信息公开申请情况\nT open\n: 申请人 | "
     "自然/人\n五、问题\n"},
    {"bars on lines of their own before the cells", "二、主动公开政府信息情况\n|\n内容\n|\n制发\n|\n规章\n|\n3\n",
     "二、主动公开政府信息情况\nT open\n: 内容 | 制发 | 规章 | 3\n"},
};

GOV_TEST_P (Pipe, Tells, texts)
{
  g_autofree char *told = gov_test_told ("pipe", param->text);
  EXPECT_STREQ (told, param->told);
}

GOV_TEST (Pipe, BarsOverSeveralLinesAreTheFormat)
{
  EXPECT_GE (gov_test_score ("pipe", "a.html", "规章 | 3 |\n文件 | 8 |\n许可 | 9 |\n"), 80);
  EXPECT_GE (gov_test_score ("pipe", "a.txt", "规章\n|\n3\n|\n文件\n|\n8\n|\n"), 80);
  EXPECT_EQ (gov_test_score ("pipe", "a.txt", "首页 | 年报\n一段话。\n"), 0);
  EXPECT_LT (gov_test_score ("pipe", "a.txt", "# 年报\n\n| 甲 | 乙 |\n| --- | --- |\n| 3 | 4 |\n"), 40);
}

/* A million bars, in one line and each in its own: one pass. */
GOV_TEST (Pipe, ManyBars)
{
  static const char *const units[] = {"|", "|\n", "a|\n||\n"};

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("规章 | 3 |\n");
      while (text->len < 1000000)
        g_string_append (text, units[i]);
      g_autofree char *told = gov_test_told ("pipe", text->str);
      EXPECT_NE (told[0], '!');
    }
}
