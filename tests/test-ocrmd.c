/* SPDX-License-Identifier: MIT */
#include "tests/gtest-c.h"
#include "tests/told.h"

static const struct {
  const char *name, *text, *told;
} texts[] = {
    {"a table with a separator", "| 信息内容 | 件数 |\n|:---|---:|\n| 规章 | 3 |\n| 文件 | 12 |\n",
     "T ragged recognised\n: 信息内容 | 件数\n: 规章 | 3\n: 文件 | 12\n"},
    {"a table cut by pages is told in pieces",
     "| 规章 | 3 |\n|---|---|\n| 文件 | 12 |\n\n| 行政许可 | 941 |\n|---|---|\n\n| 行政强制 | 6 |\n",
     "T ragged recognised\n: 规章 | 3\n: 文件 | 12\nT ragged recognised\n: 行政许可 | 941\nT ragged recognised\n: 行政强制 | "
     "6\n"},
    {"hyphens in the place of figures are no separator", "| 甲 | 乙 |\n|---|---|\n| - | - |\n",
     "T ragged recognised\n: 甲 | 乙\n: - | -\n"},
    {"cells without bars at the ends", "甲 | 乙\n--- | ---\n3 | 4\n", "T ragged recognised\n: 甲 | 乙\n: 3 | 4\n"},
    {"headings of both kinds", "# 云溪县报告 #\n\n## 一、总体情况\n正文。\n二、情况\n----\n",
     "# 云溪县报告\n## 一、总体情况\n正文。\n## 二、情况\n"},
    {"marks of emphasis go, single signs stay", "**一、总体情况**\n\n| ***总计*** | * | 3*4 | ~~7~~ | `8` | $9$ | **x |\n",
     "一、总体情况\nT ragged recognised\n: 总计 | * | 3*4 | 7 | 8 | 9 | **x\n"},
    {"escapes and entities", "1\\. 属于\\*国家&nbsp;秘密&#65;&#x42;&unknown;\n\n| a\\|b | 3 |\n",
     "1. 属于*国家\xC2\xA0秘密AB&unknown;\nT ragged recognised\n: a|b | 3\n"},
    {"breaks in cells", "| 商业<br>企业 | 科研<br/>机构 |\n|---|---|\n", "T ragged recognised\n: 商业/企业 | 科研/机构\n"},
    {"pictures and targets go, texts of links stay",
     "![印章](images/1.png)\n\n见[年报](http://example.invalid/a)与<b>附表</b>[一]。\n", "见年报与附表[一]。\n"},
    {"rules, page marks and comments are nothing", "甲\n\n---\n\n{3}-----------\n\n- 4 -\n\n<!-- page\n5 -->乙\n", "甲\n乙\n"},
    {"marks of lists and quotations go, numbers stay", "- 针对问题\n> 引用\n1. 加强\n", "针对问题\n引用\n1. 加强\n"},
    {"prose broken to a width is one paragraph",
     "本报告由某某区人民政府办公室根据《中华人民共和国政府信息公开条例》的要求编\n制。数据统计到年底。\n（一）短行\n又一行\n",
     "本报告由某某区人民政府办公室根据《中华人民共和国政府信息公开条例》的要求编制。数据统计到年底。\n（一）短行\n又一行\n"},
    {"a table in tags",
     "前文<table><tr><th rowspan=\"2\">项目</th><td "
     "colspan='2'>申请&amp;人</td></tr><tr><td>自然<br>人<td>总计</tr></table>后文\n",
     "前文\nT recognised\n: 项目{1x2} | 申请&人{2x1}\n: 自然/人 | 总计\n后文\n"},
    {"a table in a cell of a table in tags",
     "<table><tr><td>甲<table><tr><td>3</td></tr></table>乙</td><td>4</td></tr>散文</table>",
     "T recognised\n: 甲/3乙 | 4\n散文\n"},
    {"a table in tags that does not end", "<table><tr><td>甲<td>7\n", "T recognised\n: 甲 | 7/\n"},
};

GOV_TEST_P (Ocrmd, Tells, texts)
{
  g_autofree char *told = gov_test_told ("ocrmd", param->text);
  EXPECT_STREQ (told, param->told);
}

GOV_TEST (Ocrmd, SeparatorsHeadingsAndTagsAreTheFormat)
{
  EXPECT_GE (gov_test_score ("ocrmd", "a.txt", "| 甲 | 乙 |\n|---|---|\n| 3 | 4 |\n"), 80);
  EXPECT_GE (gov_test_score ("ocrmd", "a.txt", "# 年报\n\n<table><tr><td>3</td></tr></table>\n"), 80);
  EXPECT_EQ (gov_test_score ("ocrmd", "a.md", "规章 | 3 |\n文件 | 8 |\n许可 | 9 |\n"), 0);
  EXPECT_EQ (
      gov_test_score ("ocrmd", "a.md", "<!DOCTYPE html><html><body># 年报<table><tr><td>3</td></tr></table></body></html>"), 0);
  EXPECT_EQ (gov_test_score ("ocrmd", "a.md", "<p>一</p>\n<p>二</p>\n<p>三</p>\n<table><tr><td>\n3\n</td></tr></table>\n"), 0);
}

/* Openings that are never closed cost one pass. */
GOV_TEST (Ocrmd, ManyOpenings)
{
  static const char *const units[] = {"[", "![", "<a", "*a ", "`a ", "&a", "<table", "<td>", "|", "\\", "<!--"};

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("| 规章 | ");
      while (text->len < 600000)
        g_string_append (text, units[i]);
      g_autofree char *told = gov_test_told ("ocrmd", text->str);
      EXPECT_NE (told[0], '!');
    }
}
