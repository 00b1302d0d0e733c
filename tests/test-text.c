/* SPDX-License-Identifier: MIT */
#include "tests/gtest-c.h"
#include "tests/told.h"

static const struct {
  const char *name, *text, *told;
} texts[] = {
    {"a cell on a line stays a line", "规章\n3\n0\n--253\n\n行政许可\n\n 941\n", "规章\n3\n0\n--253\n行政许可\n941\n"},
    {"page numbers are nothing, figures are kept", "甲\n- 4 -\n—12—\n第 3 页 共 9 页\n-5\n2021-12\n7\n乙\n",
     "甲\n-5\n2021-12\n7\n乙\n"},
    {"prose broken to a width is joined, a label is not",
     "  本报告由某某区人民政府办公室根据《中华人民共和国政府信息公开条例》的要求\n编制而成。\n一、总体情况\n正文\n",
     "本报告由某某区人民政府办公室根据《中华人民共和国政府信息公开条例》的要求编制而成。\n一、总体情况\n正文\n"},
    /* drawn */
    {"a drawn table with cells over columns and rows",
     "二、情况\n"
     "┌───────────┬───────────┐\n"
     "│           │申请人     │\n"
     "│项目       ├────┬──────┤\n"
     "│           │自然│“总计”│\n"
     "├────┬──────┼────┼──────┤\n"
     "│    │公开  │3   │4     │\n"
     "│结果├──────┼────┼──────┤\n"
     "│    │不公开│    │1     │\n"
     "└────┴──────┴────┴──────┘\n"
     "三、情况\n",
     "二、情况\nT\n: 项目{2x2} | 申请人{2x1}\n: 自然 | “总计”\n: 结果{1x2} | 公开 | 3 | 4\n: 不公开 |  | 1\n三、情况\n"},
    {"double lines, box characters two columns wide", "╔══╤══╗\n║规章│3   ║\n╟──┼──╢\n║文件│12  ║\n╚══╧══╝\n",
     "T\n: 规章 | 3\n: 文件 | 12\n"},
    {"lines drawn with ASCII signs",
     "+------+--------+\n| 项目 | 申请   |\n|      +---+----+\n|      | 甲| +3 |\n+======+===+====+\n| 新收 | 3 | -  |\n| 数量 "
     "|   | -1 |\n+------+---+----+\n",
     "T\n: 项目{1x2} | 申请{2x1}\n: 甲 | +3\n: 新收/数量 | 3 | -/-1\n"},
    {"a foreign line inside a drawn table is told behind it", "┌──┬─┐\n│甲│3│\n正文。\n├──┼─┤\n│乙│4│\n└──┴─┘\n",
     "T\n: 甲 | 3\n: 乙 | 4\n正文。\n"},
    {"no cell where two rules meet without a line of text", "┌──┬─┐\n│甲│3│\n├──┼─┤\n└──┴─┘\n", "T\n: 甲 | 3\n"},
    {"a drawing that is no table is lines", "────────\n正文\n────────\n", "────────\n正文\n────────\n"},
    /* columns by spaces */
    {"columns counted by the width of signs",
     "              自然人   法人   总计\n一、本年新收      12      3     15\n二、结转           0             2\n四、其他     "
     "      7      1      8\n",
     "T ragged lost\n:  | 自然人 | 法人 | 总计\n: 一、本年新收 | 12 | 3 | 15\n: 二、结转 | 0 |  | 2\n: 四、其他 | 7 | 1 | 8\n"},
    {"columns counted by the number of signs",
     "           自然人      法人     总计\n一、本年新收      12      3     15\n二、结转         0             2\n四、其他     "
     "    7      1      8\n",
     "T ragged lost\n:  | 自然人 | 法人 | 总计\n: 一、本年新收 | 12 | 3 | 15\n: 二、结转 | 0 |  | 2\n: 四、其他 | 7 | 1 | 8\n"},
    {"columns set to the left under wide headers",
     "项目        本年新制作数量     本年新公开数量     对外公开总数量\n规章        3                  0                  17\n"
     "文件        12                 4                  208\n",
     "T ragged lost\n: 项目 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量\n: 规章 | 3 | 0 | 17\n: 文件 | 12 | 4 | 208\n"},
    {"a page's foot and other columns on the next page",
     "规章        12      3     15\n文件         0      1      1\n      -4-\n\f行政许可   7   0   7\n行政处罚   2   9   11\n",
     "T ragged lost\n: 规章 | 12 | 3 | 15\n: 文件 | 0 | 1 | 1\n: 行政许可 | 7 | 0 | 7\n: 行政处罚 | 2 | 9 | 11\n"},
    {"a wrapped label around its figures is rows of their own",
     "规章         12      3     15\n（二）部分公开（只计\n这一情形）\n              9      0      9\n总计         21      3   "
     "  24\n",
     "T ragged lost\n: 规章 | 12 | 3 | 15\n: （二）部分公开（只计\n: 这一情形）\n:  | 9 | 0 | 9\n: 总计 | 21 | 3 | 24\n"},
    {"one place over all columns",
     "规章         12      3     15\n文件          4      3     15\n      第五项\n内容           数量\n许可            941\n",
     "T ragged lost\n: 规章 | 12 | 3 | 15\n: 文件 | 4 | 3 | 15\n:  | 第五项{3x1}\n: 内容 | 数量{3x1}\n: 许可 | 941{3x1}\n"},
    {"a numbered heading ends the table, a numbered label does not",
     "一、新收        3    4\n二、结转\n             5    6\n四、复议情况\n维持   纠正\n正文。\n",
     "T ragged lost\n: 一、新收 | 3 | 4\n: 二、结转\n:  | 5 | 6\n四、复议情况\n维持   纠正\n正文。\n"},
    {"prose with wide spaces is prose",
     "至2022年  12月  31日止，收到  3  件。\n又收到  4  件，办结  4  件。\n再收到  5  件，办结  5  件。\n",
     "至2022年  12月  31日止，收到  3  件。\n又收到  4  件，办结  4  件。\n再收到  5  件，办结  5  件。\n"},
};

GOV_TEST_P (Text, Tells, texts)
{
  g_autofree char *told = gov_test_told ("text", param->text);
  EXPECT_STREQ (told, param->told);
}

/* Long lines, many columns, many rules, many empty lines: each is walked a fixed number of times. */
GOV_TEST (Text, ManyOfEverything)
{
  static const char *const starts[] = {"", "┌─┬─┐\n│甲│3│\n├─┼─┤\n"};
  static const char *const units[] = {"┬", "│", "│\n", "├\n", "┌┬\n│\n", "3  ", "a\n\n", "3   4\n", "甲  3  4\n", "—"};

  for (guint i = 0; i < 2 * G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (starts[i % 2]);
      while (text->len < 200000)
        g_string_append (text, units[i / 2]);
      g_autofree char *told = gov_test_told ("text", text->str);
      EXPECT_NE (told[0], '!');
    }
}
