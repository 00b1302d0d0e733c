/* SPDX-License-Identifier: MIT */
/* Every reader of line-oriented text is asked about a snippet of every dialect, under a file name that lies. */
#include "core/plugin/identify.h"
#include "tests/gtest-c.h"
#include "tests/told.h"

static const char *const readers[] = {"csv", "ocrmd", "pipe", "text", "tsv"};

static const struct {
  const char *name, *reader, *file, *text; /* reader NULL: none of these */
} snippets[] = {
    {"trailing bars", "pipe", "a.tsv", "二、情况\n规章 | 3 | 0 |\n文件 | 12 | 4 |\n许可 | 941 | |\n三、情况\n"},
    {"a cell a line", "pipe", "a.md", "规章 |\n3 |\n0 |\n|||\n许可 |\n941 |\n||\n"},
    {"bars on lines of their own", "pipe", "a.md", "规章\n|\n3\n|\n0\n|\n许可\n|\n941\n|\n"},
    {"a bar before each row", "pipe", "a.csv", "|\n规章 |\n3 |\n17 | |\n|\n文件 |\n8 |\n9 | |\n"},
    {"full-width bars", "pipe", "a.csv", "规章｜３｜\n文件｜８｜\n许可｜９｜\n"},
    {"markdown", "ocrmd", "a.txt", "二、情况\n\n| 规章 | 3 |\n|---|---|\n| 文件 | 12 |\n"},
    {"markdown with headings", "ocrmd", "a.tsv", "# 年报\n\n## 一、情况\n\n| 规章 | 3 |\n| 文件 | 12 |\n"},
    {"markdown with tags", "ocrmd", "a.html", "# 年报\n\n<table><tr><td>规章</td><td>3</td></tr></table>\n\n# 三、情况\n"},
    {"plain lines around tags", "ocrmd", "a.txt",
     "年报\n\n二、情况\n\n<table><tr><td>规章</td><td>3</td></tr></table>\n\n三、情况\n"},
    {"tabs", "tsv", "a.html", "二、情况\n规章\t3\t0\t1,024\n文件\t12\t4\t2,048\n许可\t941\t\t\n处罚\t27\t\t\n"},
    {"commas", "csv", "a.tsv", "二、情况,,\n规章,3,17\n文件,12,208\n许可,941,9\n处罚,8,1\n"},
    {"semicolons", "csv", "a.txt", "规章;3;1,7\n文件;12;2,8\n许可;941;9\n处罚;8;1\n"},
    {"a drawn table", "text", "a.md", "┌────┬─┐\n│规章│3│\n├────┼─┤\n│文件│8│\n└────┴─┘\n"},
    {"columns by spaces", "text", "a.csv",
     "         自然人   总计\n新收         12     15\n结转          0      2\n其他          7      8\n总计         19     "
     "25\n"},
    {"glued cells", "text", "a.pdf", "一、总体情况正文从略。二、情况规章000规范性文件898989\n"},
    {"a cell in a paragraph", "text", "a.html", "规章\n\n3\n\n0\n\n行政许可\n\n941\n"},
    {"prose with commas", "text", "a.csv", "2021年,我区公开信息3件,其中网站1件,其他2件。\n同期,收到申请4件,办结4件。\n"},
    {"a page of tags", NULL, "a.txt",
     "<!DOCTYPE html>\n<html><body>\n<table>\n<tr><td>规章</td><td>3</td></tr>\n</table>\n</body></html>\n"},
    {"paragraphs in tags", NULL, "a.md",
     "<p>年报</p>\n<p>二、情况</p>\n<table>\n<tr>\n<td>规章</td>\n<td>\n3\n</td>\n</tr>\n</table>\n"},
    {"a JSON object", NULL, "a.txt", "{\n  \"title\": \"年报\",\n  \"year\": 2021\n}\n"},
    {"no Chinese text at all", NULL, "a.txt", "Hello, world.\n"},
};

/* The reader that is meant leads by as much as a choice needs; for a foreign format all are silent. */
GOV_TEST_P (Dialects, TheRightReaderLeads, snippets)
{
  guint best = 0, others = 0;

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      guint score = gov_test_score (readers[i], param->file, param->text);
      if (param->reader != NULL && g_str_equal (readers[i], param->reader))
        best = score;
      else
        others = MAX (others, score);
    }
  if (param->reader == NULL)
    EXPECT_EQ (others, 0);
  else
    EXPECT_GE (best, others + GOV_IDENTIFY_LEAD);
}
