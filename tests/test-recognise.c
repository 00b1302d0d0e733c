/* SPDX-License-Identifier: MIT */
/* Which strips belong to which table: a letter for each strip, d, a, r for the tables, "-" for none, upper case for a head. */
#include "core/interpret/recognise.h"
#include "tests/paper.h"

static char *
describe (const GovDocument *document)
{
  GovStrips strips = gov_strips_cut (document);
  const GovRecognised *recognised = gov_recognise (document, &strips);
  GString *text = g_string_new (NULL);

  for (guint s = 0; s < strips.n_strips; s++)
    {
      char letter = "-dar"[recognised[s].table];
      gboolean heads = recognised[s].heads && recognised[s].fits != NULL;
      g_string_append_c (text, heads ? g_ascii_toupper (letter) : letter);
    }
  return g_string_free (text, FALSE);
}

#define HEAD_A "|1x2 自然人 |5x1 法人或其他组织 |1x2 总计 |\n| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"

static const struct {
  const char *name, *paper, *tables;
} papers[] = {
    {"section 2",
     "|4x1 第二十条第（一）项 |\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 3 | 1 | 12 |\n"
     "| 行政规范性文件 | 8 | 2 | 61 |\n",
     "DDdd"},
    {"section 3", HEAD_A "| 一、本年新收政府信息公开申请数量 | 73 | 4 | 2 | 1 | 3 | 1 | 84 |\n", "AAa"},
    {"section 4",
     "|5x1 行政复议 |10x1 行政诉讼 |\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 4 | 1 | 2 | 1 | 8 |\n", "RRr"},
    {"figures under a head belong to it", HEAD_A "| 73 | 4 | 2 | 1 | 3 | 1 | 84 |\n| 5 | 1 | 2 | 1 | 3 | 1 | 13 |\n", "AAaa"},
    {"damaged labels", HEAD_A "| 一、木年新收政府信息公开申清数量 | 73 | 4 |\n| 二、上年结转政付信息公开申请数 | 5 | 1 |\n",
     "AAaa"},
    {"a damaged row between good ones", "| 1.属于国家秘密 | 4 |\n| ＃＃＃＃ | 7 |\n| 4.保护第三方合法权益 | 9 |\n", "aAa"},
    {"another table", "| 姓名 | 职务 | 电话 |\n| 王某某 | 主任 | 8123 |\n| 李某某 | 科长 | 8124 |\n", "---"},
    {"another table between two",
     "| 规章 | 3 | 1 | 12 |\n| 行政许可 | 41 |\n\n| 网站名称 | 访问量 |\n| 门户网站 | 1286 |\n| 微博账号 | 73 |\n| 客户端 | 41 "
     "|\n\n| 1.属于国家秘密 | 4 |\n"
     "| 2.重复申请 | 7 |\n",
     "dd----aa"},
    {"text that speaks of the tables' subjects", "全年作出行政处罚决定41件，行政强制6件，办理行政许可941件。\n", "---"},
    {"running text of a table", "规章 3 1 12\n行政规范性文件 8 2 61\n行政许可 941\n行政处罚 41\n行政强制 6\n", "ddddd"},
    {"a glued table", "规章3112行政规范性文件8261行政许可941行政处罚41行政强制6\n", "ddddd"},
    {"nothing", "", ""},
};

GOV_TEST_P (Recognise, Tables, papers)
{
  g_autoptr (GovPaper) paper = gov_paper_new (param->paper);
  g_autofree char *tables = describe (paper->document);

  EXPECT_STREQ (tables, param->tables);
}

GOV_TEST (Recognise, TheFormsOwnTablesWhole)
{
  static const char letters[] = "ddaarr";
  guint n;
  const GovForm *const *forms = gov_forms (&n);

  for (guint f = 0; f < n; f++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gov_paper_print_table (text, forms[f]);
      g_autoptr (GovPaper) paper = gov_paper_new (text->str);
      g_autofree char *tables = describe (paper->document), *lower = g_ascii_strdown (tables, -1);

      GOV_TRACE ("%s %s: %s", forms[f]->table, forms[f]->edition, tables);
      EXPECT_GT (strlen (lower), 3);
      EXPECT_EQ (strspn (lower, (char[]){letters[f], '\0'}), strlen (lower));
    }
}

/* A label may go on in the strips behind it. */
GOV_TEST (Recognise, LabelsOfSeveralStripsTogether)
{
  g_autoptr (GovPaper) paper = gov_paper_new ("| 2.没有现成信息需 |\n| 要另行制作 | 4 |\n");
  GovStrips strips = gov_strips_cut (paper->document);
  const GovStrip *both[] = {&strips.strips[0], &strips.strips[1]};
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  GovFit one[GOV_MAX_WORDS], two[GOV_MAX_WORDS];

  ASSERT_EQ (strips.n_strips, 2);
  gov_recognise_labels (both + 1, 1, one);
  gov_recognise_labels (both, 2, two);
  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    if (g_strcmp0 (gov_vocabulary_get_word (vocabulary, w)->id, "unavailable.needs_creation") == 0)
      {
        EXPECT_LT (one[w].end, 0.7);
        EXPECT_EQ (two[w].whole, 1);
      }
}

/* What stands in brackets may be missing, and may be more than the label; an ordinal in brackets is a part of it. */
static const struct {
  const char *name, *label, *id;
  double least;
} brackets[] = {
    {"without them", "（二）部分公开", "partially_granted", 1},
    {"as printed", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "partially_granted", 1},
    {"others", "（二）部分公开（含区分处理）", "partially_granted", 1},
    {"cut in them", "（二）部分公开（区分处理的，只计", "partially_granted", 1},
    {"a remark", "1.属于国家秘密（依法定密）", "refused.state_secret", 1},
};

GOV_TEST_P (Recognise, WithoutWhatStandsInBrackets, brackets)
{
  g_autofree char *text = g_strdup_printf ("| %s | 4 |\n", param->label);
  g_autoptr (GovPaper) paper = gov_paper_new (text);
  GovStrips strips = gov_strips_cut (paper->document);
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  GovFit fits[GOV_MAX_WORDS];
  double best = 0;

  gov_recognise_labels ((const GovStrip *[]){&strips.strips[0]}, 1, fits);
  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    if (g_strcmp0 (gov_vocabulary_get_word (vocabulary, w)->id, param->id) == 0)
      best = MAX (best, fits[w].whole);
  EXPECT_NEAR (best, param->least, 1e-6);
}

static const struct {
  const char *name, *unit;
  guint n;
} floods[] = {
    {"rows", "| 1.属于国家秘闭 | 4 |\n", 50000},
    {"labels in one row", "| 1.属于国家秘闭 ", 50000},
    {"brackets", "（", 100000},
    {"brackets of some signs", "（一", 100000},
};

GOV_TEST_P (Recognise, TakesLinearTime, floods)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < param->n; i++)
    g_string_append (text, param->unit);
  g_string_append (text, "|\n");
  g_autoptr (GovPaper) paper = gov_paper_new (text->str);
  g_autofree char *tables = describe (paper->document);
  EXPECT_GT (strlen (tables), 0);
}
