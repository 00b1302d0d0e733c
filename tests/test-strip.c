/* SPDX-License-Identifier: MIT */
/* A line for each strip: its labels, then behind ":" its data. "_" is a blank and what is printed there, "?" data that is no
 * number, "+" a figure that may be several, "~" prose, "." the document's last strip. */
#include "core/interpret/strip.h"
#include "tests/paper.h"

static char *
describe (const GovStrips *strips)
{
  static const char *const marks[] = {"", "", "_", "?"};
  GString *text = g_string_new (NULL);

  for (guint s = 0; s < strips->n_strips; s++)
    {
      const GovStrip *strip = &strips->strips[s];
      if (strip->prose)
        g_string_append (text, "~ ");
      for (guint i = 0; i < strip->n_pieces; i++)
        {
          const GovPiece *piece = &strip->pieces[i];
          g_string_append (text, i == strip->n_labels ? (i > 0 ? " : " : ": ") : i > 0 ? " | " : "");
          g_string_append_printf (text, "%s%s%.*s", marks[piece->kind], piece->joined ? "+" : "", (int) piece->length,
                                  gov_piece_get_text (piece));
        }
      g_string_append (text, strip->last ? " .\n" : "\n");
    }
  return g_string_free (text, FALSE);
}

typedef struct {
  const char *name, *paper, *strips;
} Case;

static void
check (const Case *c)
{
  g_autoptr (GovPaper) paper = gov_paper_new (c->paper);
  GovStrips strips = gov_strips_cut (paper->document);
  g_autofree char *described = describe (&strips);

  EXPECT_STREQ (described, c->strips);
}

static const Case grids[] = {
    {"a row each", "| 规章 | 3 | 12 |\n| 文件 | 8 | |\n", "规章 : 3 | 12\n文件 : 8 | _ .\n"},
    {"labels of merged cells", "|1x2 三、办理结果 |1x2 （三） | 1.属于国家秘密 | 4 |\n| 2.其他 | 7 |\n",
     "三、办理结果 | （三） | 1.属于国家秘密 : 4\n2.其他 : 7 .\n"},
    {"blanks among the labels", "| 结果 | | 规章 | | 3 |\n", "结果 | _ | 规章 : _ | 3 .\n"},
    {"placeholders", "| 规章 | / | 无 | — |\n", "规章 : _/ | _无 | _— .\n"},
    {"an ordinal in a cell of its own", "| 1. | 属于国家秘密 | 4 |\n", "1. | 属于国家秘密 : 4 .\n"},
    {"an ordinal with nothing to name is a figure", "| 1. | 4 |\n", ": 1. | 4 .\n"},
    {"a misread figure", "| 规章 | 1B | 3 |\n", "规章 : ?1B | 3 .\n"},
    {"words among the figures", "| 规章 | 3 | 详见附件 | 4 |\n", "规章 : 3\n详见附件 : 4 .\n"},
    {"words behind the figures", "| 规章 | 3 | 4 | 详见附件 |\n", "规章 : 3 | 4 | ?详见附件 .\n"},
    {"two rows run together", "| 规章 | 3 | 4 | 文件 | 7 | 8 |\n", "规章 : 3 | 4\n文件 : 7 | 8 .\n"},
    {"figures alone", "| 3 | 4 | 5 |\n", ": 3 | 4 | 5 .\n"},
    {"two grids", "| 规章 | 3 |\n\n| 文件 | 4 |\n", "规章 : 3\n文件 : 4 .\n"},
    {"space around",
     "|\xE3\x80\x80规章\xE3\x80\x80|\xC2\xA0"
     "3 |\n",
     "规章 : 3 .\n"},
};

/* Rows that the source does not mark. */
static const Case open[] = {
    {"a name begins a row", "= open\n| 规章 | 3 | 文件 | 8 | 9 |\n", "规章 : 3\n文件 : 8 | 9 .\n"},
    {"names in a row are labels", "= open\n| 信息内容 | 本年制发件数 | 规章 | 3 |\n", "信息内容 | 本年制发件数 | 规章 : 3 .\n"},
    {"over the ends of lines", "= open\n| 规章 | 3 |\n| 4 | 5 |\n| 文件 | 8 |\n", "规章 : 3 | 4 | 5\n文件 : 8 .\n"},
    {"blanks are data", "= open\n| 规章 | | 文件 | 8 |\n", "规章 : _\n文件 : 8 .\n"},
};

static const Case texts[] = {
    {"a line each", "规章\n3\n12\n文件\n8\n", "规章 : +3 | +12\n文件 : +8 .\n"},
    {"a row in a line", "规章 3 12\n文件 8 9\n", "规章 : +3 | +12\n文件 : +8 | +9 .\n"},
    {"glued", "规章312文件89行政许可4\n", "规章 : +312\n文件 : +89\n行政许可 : +4 .\n"},
    {"glued, with ordinals", "1.属于国家秘密4002.其他法律行政法规禁止公开12003.危及",
     "1.属于国家秘密 : +400\n2.其他法律行政法规禁止公开 : +1200\n3.危及 .\n"},
    {"ordinals with another mark", "1、重复申请402、信访举报7\n", "1、重复申请 : +40\n2、信访举报 : +7 .\n"},
    {"a decimal is one", "收费金额18651.06规章3\n", "收费金额 : +18651.06\n规章 : +3 .\n"},
    {"thousands", "规章1,286文件3\n", "规章 : +1,286\n文件 : +3 .\n"},
    {"money", "行政事业性收费251000元文件3\n", "行政事业性收费 : +251000元\n文件 : +3 .\n"},
    {"money in its unit", "行政事业性收费25.1万元\n", "行政事业性收费 : +25.1万元 .\n"},
    {"a sign", "行政许可12-7941\n", "行政许可 : +12 | +-7941 .\n"},
    {"full width", "规章３ ４\n", "规章 : +３ | +４ .\n"},
    {"placeholders between figures", "规章 3 / — 4\n", "规章 : +3 | _/ | _— | +4 .\n"},
    {"a placeholder in a line", "规章\n/\n3\n", "规章 : _/ | +3 .\n"},
    {"a rule is no placeholder", "规章\n————————————\n3\n", "规章 | ———————————— : +3 .\n"},
    {"nothing", "", ""},
};

static const Case prose[] = {
    {"a count of something", "全年收到申请73件，结转2件。\n规章\n3\n", "~ 全年收到申请 : +73\n~ 件，结转 : +2\n规章 : +3 .\n"},
    {"a sentence without figures is none", "加强学习。\n规章\n3\n", "规章 : +3 .\n"},
    {"behind a table", "规章 3 4\n五、存在的问题。\n", "规章 : +3 | +4\n"},
    {"a page's number", "规章\n— 4 —\n3\n第 5 页\n", "规章 : +3 .\n"},
    {"a page of pages", "规章\n第5页/共12页\n3\n", "规章 : +3 .\n"},
    {"a heading ends a strip", "# 云溪县\n规章\n3\n# 情况\n4\n", "云溪县 | 规章 : +3\n情况 : +4 .\n"},
};

GOV_TEST_P (Strip, Grids, grids)
{
  check (param);
}
GOV_TEST_P (Strip, OpenRows, open)
{
  check (param);
}
GOV_TEST_P (Strip, RunningText, texts)
{
  check (param);
}
GOV_TEST_P (Strip, Prose, prose)
{
  check (param);
}

GOV_TEST (Strip, PiecesKeepTheirPlaces)
{
  g_autoptr (GovPaper) paper = gov_paper_new ("正文。\n|2x1 规章 | 3 |\n");
  GovStrips strips = gov_strips_cut (paper->document);

  ASSERT_EQ (strips.n_strips, 1);
  const GovStrip *strip = &strips.strips[0];
  EXPECT_EQ (strip->grid, paper->document->blocks[1].grid);
  EXPECT_EQ (strip->row, 0);
  EXPECT_EQ (strip->pieces[1].column, 2);
  EXPECT_EQ (strip->pieces[1].block, 1);
  GovPlace place = gov_source_locate (paper->source, gov_text_get_span (strip->pieces[1].text, 0, 1));
  EXPECT_EQ (place.line, 2);
  EXPECT_EQ (place.column, 11);
}

/* ---- many of everything ------------------------------------------------------------------------------------------------ */

static const struct {
  const char *name, *before, *unit, *behind;
  guint n;
} floods[] = {
    {"labels in a paragraph", "", "行政许可1", "\n", 60000},
    {"figures in a paragraph", "规章", " 7", "\n", 200000},
    {"placeholders in a paragraph", "规章 7", " /", "\n", 300000},
    {"ordinals", "", "1.", "\n", 300000},
    {"spaces", "规章 7", " ", "1\n", 1000000},
    {"names in one row", "| 1 |", " 规章 |", "\n", 190000},
    {"names behind a figure, in one open row", "= open\n| 规章 |", " 文件 |", "\n", 190000},
    {"lines of labels", "", "行政许可\n", "", 190000},
    {"lines of blanks", "规章\n", "/\n", "", 190000},
    {"rows", "", "| 规章 | 3 |\n", "", 90000},
};

GOV_TEST_P (Strip, TakesLinearTime, floods)
{
  g_autoptr (GString) text = g_string_new (param->before);

  for (guint i = 0; i < param->n; i++)
    g_string_append (text, param->unit);
  g_string_append (text, param->behind);
  g_autoptr (GovPaper) paper = gov_paper_new (text->str);
  GovStrips strips = gov_strips_cut (paper->document);
  EXPECT_GT (strips.n_strips, 0);
  EXPECT_TRUE (strips.strips[strips.n_strips - 1].last);
}
