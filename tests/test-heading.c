/* SPDX-License-Identifier: MIT */
#include "core/interpret/heading.h"
#include "core/form/headings.h"
#include "tests/gtest-c.h"

static const char *
section_name (guint section)
{
  guint n;
  const GovFormSection *sections = gov_form_sections (&n);

  return section == GOV_SECTION_NONE ? NULL : sections[section].id;
}

GOV_TEST (Heading, EveryWordingIsFoundWithItsOrdinal)
{
  static const char *const ordinals[] = {"一", "二", "三", "四", "五", "六"};
  guint n;
  const GovFormSection *sections = gov_form_sections (&n);

  for (guint s = 0; s < n; s++)
    for (const char *const *title = sections[s].titles; *title != NULL; title++)
      {
        g_autofree char *text = g_strdup_printf ("%s、%s", ordinals[s], *title);
        GovHeading heading = gov_heading_find (text, strlen (text), FALSE);

        GOV_TRACE ("%s", text);
        EXPECT_STREQ (section_name (heading.section), sections[s].id);
        EXPECT_EQ (heading.length, strlen (text));
        EXPECT_TRUE (heading.marked);
        heading = gov_heading_find (*title, strlen (*title), FALSE);
        EXPECT_STREQ (section_name (heading.section), sections[s].id);
        EXPECT_FALSE (heading.marked);
      }
}

/* behind: what is left of the text. */
static const struct {
  const char *name, *text, *section, *behind;
  gboolean marked_up;
} headings[] = {
    {"a full stop for a mark", "三.收到和处理政府信息公开申请情况", "applications", "", FALSE},
    {"a full-width stop", "三．收到和处理政府信息公开申请情况", "applications", "", FALSE},
    {"a comma", "三，收到和处理政府信息公开申请情况", "applications", "", FALSE},
    {"spaces", " 三、 收到和处理政府 信息公开申请情况 ", "applications", "", FALSE},
    {"a wrong ordinal", "二、收到和处理政府信息公开申请情况", "applications", "", FALSE},
    {"traditional characters", "一、總體情況", "overview", "", FALSE},
    {"a closing stop", "一、总体情况。", "overview", "", FALSE},
    {"a closing colon", "一、总体情况：", "overview", "", FALSE},
    {"other punctuation inside", "四、政府信息公开行政复议行政诉讼情况", "review_litigation", "", FALSE},
    {"damaged by a character", "三、收到和处理政府信息公升申请情况", "applications", "", FALSE},
    {"damaged and short", "一、总休情况", "overview", "", FALSE},
    {"text behind a stop", "一、总体情况。2021年，云溪县公开信息1286条。", "overview", "2021年，云溪县公开信息1286条。", FALSE},
    {"text behind a colon", "六、其他需要报告的事项：本年度收取信息处理费1次。", "other_matters", "本年度收取信息处理费1次。",
     FALSE},
    {"text run into it", "一、总体情况2021年，云溪县人民政府认真贯彻落实条例，公开信息1286条，办理依申请公开73件，均按期答复。",
     "overview", "2021年，云溪县人民政府认真贯彻落实条例，公开信息1286条，办理依申请公开73件，均按期答复。", FALSE},
    {"without an ordinal, marked up", "存在主要问题及改进情况", "problems", "", TRUE},
    {"without an ordinal, damaged", "存在主要问题及改进情况", NULL, NULL, FALSE},
    {"without an ordinal, text behind", "总体情况：全年公开信息1286条。", NULL, NULL, FALSE},
    {"a subsection", "（一）主动公开情况", NULL, NULL, FALSE},
    {"a subsection in narrow brackets", "(二)依申请公开情况", NULL, NULL, FALSE},
    {"another title", "七、附表说明", NULL, NULL, FALSE},
    {"a sentence", "三、收到申请73件，结转2件", NULL, NULL, FALSE},
    {"an ordinal alone", "三、", NULL, NULL, FALSE},
    {"a numeral without a mark", "三收到", NULL, NULL, FALSE},
    {"empty", "", NULL, NULL, FALSE},
    {"a label of a row", "一、本年新收政府信息公开申请数量", NULL, NULL, FALSE},
    {"another row's", "三、本年度办理结果", NULL, NULL, FALSE},
};

GOV_TEST_P (Heading, IsToldFromText, headings)
{
  GovHeading heading = gov_heading_find (param->text, strlen (param->text), param->marked_up);

  EXPECT_STREQ (section_name (heading.section), param->section);
  if (param->section != NULL && heading.section != GOV_SECTION_NONE)
    EXPECT_STREQ (param->text + heading.length, param->behind);
}

/* "place heading" of each. */
static const struct {
  const char *name, *text, *found;
} inside[] = {
    {"none", "规章3文件12", ""},
    {"at the start", "一、总体情况全年", "[一、总体情况]"},
    {"inside a glued table", "现行有效件数312三、收到和处理政府信息公开申请情况自然人73四、政府信息公开行政复议、行政诉讼情况2",
     "[三、收到和处理政府信息公开申请情况][四、政府信息公开行政复议、行政诉讼情况]"},
    {"a subsection", "（一）主动公开情况", ""},
    {"without an ordinal", "本年总体情况良好", ""},
    {"what closes it", "0五、存在的主要问题及改进情况：基层", "[五、存在的主要问题及改进情况：]"},
    {"two ordinals", "十一、一、总体情况", "[一、总体情况]"},
};

GOV_TEST_P (Heading, IsFoundInside, inside)
{
  g_autoptr (GString) found = g_string_new (NULL);
  gsize length = strlen (param->text);

  for (gsize at = 0; at < length;)
    {
      GovHeading heading = gov_heading_find_inside (param->text, length, &at);
      if (heading.section == GOV_SECTION_NONE)
        EXPECT_EQ (at, length);
      else
        g_string_append_printf (found, "[%.*s]", (int) heading.length, param->text + at);
      at += heading.length;
    }
  EXPECT_STREQ (found->str, param->found);
}

/* A text's search is one pass, whatever stands in it. */
GOV_TEST (Heading, InsideTakesLinearTime)
{
  static const char *const units[] = {" ", "一", "一、", "一 ", "、", "一、总体情", "（一）", "总体情况"};

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gsize at = 0;

      while (text->len < 1 << 20)
        g_string_append (text, units[i]);
      EXPECT_EQ (gov_heading_find_inside (text->str, text->len, &at).section, GOV_SECTION_NONE);
      EXPECT_EQ (gov_heading_find (text->str, text->len, FALSE).section, GOV_SECTION_NONE);
    }
}
