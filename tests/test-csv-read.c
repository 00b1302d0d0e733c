/* SPDX-License-Identifier: MIT */
#include "tests/gtest-c.h"
#include "tests/told.h"

static const struct {
  const char *name, *text, *told;
} texts[] = {
    {"commas, padded headings, quoted figures and line ends",
     "\xEF\xBB\xBF二、情况,,,\r\n第（一）项,,,\r\n规章,3,0,\"1,024\"\r\n\"行政\n规范\",12,4,208\r\n,,,\r\n三、情况,,,"
     "\r\n自然人,法人,其他,总计\r\n",
     "二、情况\nT ragged\n: 第（一）项 |  |  | \n: 规章 | 3 | 0 | 1,024\n: 行政/规范 | 12 | 4 | 208\n三、情况\nT ragged\n: "
     "自然人 | 法人 | 其他 | 总计\n"},
    {"semicolons, commas in figures", "规章;3;1,024\n文件;12;2,048\n许可;941;27\n处罚;8;1,5\n",
     "T ragged\n: 规章 | 3 | 1,024\n: 文件 | 12 | 2,048\n: 许可 | 941 | 27\n: 处罚 | 8 | 1,5\n"},
    {"a hint of Excel", "sep=;\r\n规章;3\r\n文件;12\r\n", "T ragged\n: 规章 | 3\n: 文件 | 12\n"},
    {"prose in one padded field", "规章,3,17\n文件,12,208\n五、存在的主要问题,,\n一是公开不够。,,\n六、其他,,\n无,,\n",
     "T ragged\n: 规章 | 3 | 17\n: 文件 | 12 | 208\n五、存在的主要问题\n一是公开不够。\n六、其他\n无\n"},
};

GOV_TEST_P (CsvRead, Tells, texts)
{
  g_autofree char *told = gov_test_told ("csv", param->text);
  EXPECT_STREQ (told, param->told);
}

GOV_TEST (CsvRead, RowsAlikeAreTheFormat)
{
  EXPECT_GE (gov_test_score ("csv", "a.txt", "规章,3,17\n文件,12,208\n许可,941,9\n处罚,8,1\n"), 80);
  EXPECT_GE (gov_test_score ("csv", "a.txt", "规章;3;1,7\n文件;12;2,8\n许可;941;9\n处罚;8;1\n"), 80);
  EXPECT_EQ (gov_test_score ("csv", "a.csv", "2021年,公开信息3件,其中网站1件。\n收到申请4件,办结4件。\n"), 0);
  EXPECT_EQ (gov_test_score ("csv", "a.csv", "{\"a\": 1,\n\"b\": 2,\n\"c\": 3,\n\"d\": 4}\n"), 0);
  EXPECT_EQ (gov_test_score ("csv", "a.csv", "规章\t1,024\t3,000\n文件\t1,024\t3,000\n许可\t1,024\t3\n处罚\t1,0\t3,0\n"), 0);
}
