/* SPDX-License-Identifier: MIT */
/* Which row each strip is: "ID" in order; "-" a strip that is none, "=ID" one that repeats a row, "?" behind a row that the
 * label does not settle, "*" behind one that has no label. */
#include "core/interpret/align.h"
#include "tests/paper.h"

#define DOUBTFUL 0.3f /* as place.c tells it */

static char *
describe (const GovAlignment *alignment)
{
  GString *text = g_string_new (NULL);
  const GovFormBlock *block;

  for (guint a = 0; a < alignment->n_anchors; a++)
    {
      const GovAnchor *anchor = &alignment->anchors[a];
      guint row = anchor->row != GOV_ROW_NONE ? anchor->row : anchor->doubles;
      const char *id = row == GOV_ROW_NONE
                           ? "-"
                           : gov_form_get_cell (alignment->form, gov_form_get_row_start (alignment->form, row, &block)).row->id;

      g_string_append_printf (text, "%s%s%s%s%s", a > 0 ? " " : "",
                              anchor->row == GOV_ROW_NONE && row != GOV_ROW_NONE ? "=" : "", id,
                              anchor->row != GOV_ROW_NONE && !anchor->labelled ? "*" : "",
                              anchor->row != GOV_ROW_NONE && anchor->margin < DOUBTFUL ? "?" : "");
    }
  return g_string_free (text, FALSE);
}

static char *
align (const char *notation, const char *table, const char *edition, float *score)
{
  g_autoptr (GovPaper) paper = gov_paper_new (notation);
  GovStrips strips = gov_strips_cut (paper->document);
  const GovRecognised *recognised = gov_recognise (paper->document, &strips);
  GovAlignment alignment = gov_align (paper->document->arena, gov_form_find (table, edition), &strips, recognised);

  if (score != NULL)
    *score = alignment.score;
  return describe (&alignment);
}

/* All of the disclosure table of 2021 unless a case needs another. */
static const struct {
  const char *name, *paper, *rows;
} papers[] = {
    {"all rows",
     "| 规章 | 3 | 1 | 12 |\n| 行政规范性文件 | 8 | 2 | 61 |\n| 行政许可 | 941 |\n| 行政处罚 | 41 |\n| 行政强制 | 6 |\n"
     "| 行政事业性收费 | 25.1 |\n",
     "regulations normative_documents licensing penalty compulsion fees"},
    {"damaged", "| 规章 | 3 | 1 | 12 |\n| 行政规苑性文牛 | 8 | 2 | 61 |\n| 行玫许可 | 941 |\n| 行政处罚 | 41 |\n",
     "regulations normative_documents licensing penalty"},
    {"missing", "| 规章 | 3 | 1 | 12 |\n| 行政许可 | 941 |\n| 行政强制 | 6 |\n", "regulations licensing compulsion"},
    {"the first ones missing", "| 行政处罚 | 41 |\n| 行政强制 | 6 |\n", "penalty compulsion"},
    {"doubled", "| 规章 | 3 | 1 | 12 |\n| 规章 | 3 | 1 | 12 |\n| 行政规范性文件 | 8 | 2 | 61 |\n",
     "=regulations regulations? normative_documents"},
    {"foreign", "| 规章 | 3 | 1 | 12 |\n| 其他主动公开文件 | 5 |\n| 行政许可 | 941 |\n| 行政检查 | 7 |\n| 行政强制 | 6 |\n",
     "regulations - licensing - compulsion"},
    {"of the other edition", "| 行政许可 | 941 |\n| 其他对外管理服务事项 | 4 |\n| 行政处罚 | 41 |\n", "licensing - penalty"},
    {"unlabelled between two", "| 行政许可 | 941 |\n| | 41 |\n| 行政强制 | 6 |\n", "licensing penalty* compulsion"},
};

GOV_TEST_P (Align, Disclosure, papers)
{
  g_autofree char *rows = align (param->paper, "disclosure", "2021", NULL);

  EXPECT_STREQ (rows, param->rows);
}

/* The order of the rows decides between labels that are alike. */
static const struct {
  const char *name, *paper, *rows;
} applications[] = {
    {"totals", "| （七）总计 | 3 |\n| 四、结转下年度继续办理 | 4 |\n", "concluded carried_out"},
    {"a label over two lines", "| 2.没有现成信息需 |\n| 要另行制作 | 4 |\n| 3.补正后申请内容仍不明确 | 7 |\n",
     "unavailable.needs_creation unavailable.unclear"},
    {"a figure before its label's end", "| 2.没有现成信息需 | 4 |\n| 要另行制作 |\n| 3.补正后申请内容仍不明确 | 7 |\n",
     "unavailable.needs_creation unavailable.unclear"},
    {"groups before the labels",
     "| 三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密 | 4 |\n| 三、本年度办理结果 | （四）无法提供 |"
     " 1.本机关不掌握相关政府信息 | 7 |\n",
     "refused.state_secret unavailable.not_held"},
    {"the third of three",
     "| 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 4 |\n"
     "| 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 7 |\n| 3.其他 | 9 |\n| （七）总计 | 20 |\n",
     "other.not_corrected other.fee_unpaid other.other concluded"},
};

GOV_TEST_P (Align, Applications, applications)
{
  g_autofree char *rows = align (param->paper, "applications", "2021", NULL);

  EXPECT_STREQ (rows, param->rows);
}

/* Every table of every edition, against itself and against its other edition: its own scores higher, or the same where they
 * do not differ. */
GOV_TEST (Align, OwnEditionScoresHigher)
{
  guint n;
  const GovForm *const *forms = gov_forms (&n);

  for (guint f = 0; f < n; f++)
    {
      if (forms[f]->one_printed_row)
        continue;
      const char *other = strcmp (forms[f]->edition, "2019") == 0 ? "2021" : "2019";
      g_autoptr (GString) text = g_string_new (NULL);
      float own_score, other_score;
      gov_paper_print_table (text, forms[f]);
      g_autofree char *own_rows = align (text->str, forms[f]->table, forms[f]->edition, &own_score);
      g_autofree char *other_rows = align (text->str, forms[f]->table, other, &other_score);

      GOV_TRACE ("%s %s: %s", forms[f]->table, forms[f]->edition, own_rows);
      EXPECT_GT (own_score, other_score + 0.15);
      EXPECT_NULL (strchr (own_rows, '?'));
      EXPECT_NULL (strchr (own_rows, '*'));
      g_auto (GStrv) rows = g_strsplit (own_rows, " ", -1);
      EXPECT_EQ (g_strv_length (rows), gov_form_get_n_rows (forms[f]));
    }
}

/* Each single row may be lost, without any other going astray. */
GOV_TEST (Align, AnyRowMayBeMissing)
{
  const GovForm *form = gov_form_find ("applications", "2021");
  const GovFormBlock *block = form->blocks;

  for (guint lost = 0; lost < block->n_rows; lost++)
    {
      g_autoptr (GString) text = g_string_new (NULL), wanted = g_string_new (NULL);
      for (guint r = 0; r < block->n_rows; r++)
        if (r != lost)
          {
            g_string_append_printf (text, "| %s | %u | 4 |\n", block->rows[r].label, r + 3);
            g_string_append_printf (wanted, "%s%s", wanted->len > 0 ? " " : "", block->rows[r].id);
          }
      g_autofree char *rows = align (text->str, "applications", "2021", NULL);
      GOV_TRACE ("without %s", block->rows[lost].id);
      EXPECT_STREQ (rows, wanted->str);
    }
}

/* … and each may lose its label. */
GOV_TEST (Align, AnyLabelMayBeMissing)
{
  const GovForm *form = gov_form_find ("applications", "2021");
  const GovFormBlock *block = form->blocks;

  for (guint lost = 1; lost + 1 < block->n_rows; lost++)
    {
      g_autoptr (GString) text = g_string_new (NULL), wanted = g_string_new (NULL);
      for (guint r = 0; r < block->n_rows; r++)
        {
          g_string_append_printf (text, "| %s | %u | 4 |\n", r != lost ? block->rows[r].label : "", r + 3);
          g_string_append_printf (wanted, "%s%s%s", r > 0 ? " " : "", block->rows[r].id, r == lost ? "*" : "");
        }
      g_autofree char *rows = align (text->str, "applications", "2021", NULL);
      GOV_TRACE ("%s without label", block->rows[lost].id);
      EXPECT_STREQ (rows, wanted->str);
    }
}

GOV_TEST (Align, ManyRowsTakeLinearTime)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 60000; i++)
    g_string_append (text, i % 2 == 0 ? "| 1.属于国家秘密 | 4 |\n" : "| 2.没有现成信息需 |\n");
  g_autofree char *rows = align (text->str, "applications", "2021", NULL);
  EXPECT_NOT_NULL (strstr (rows, "refused.state_secret"));
}
