/* SPDX-License-Identifier: MIT */
/* Counts in sentences: what is a mention and of what, and what is said when it differs from the tables. */
#include "core/check/mention.h"
#include "core/check/narrative.h"
#include "core/check/numeral.h"
#include "gtest-c.h"

static const struct {
  const char *name, *text;
  gint64 value; /* -1: no number */
  gsize length;
} numerals[] = {
    {"arabic", "128件", 128, 3},
    {"thousands", "1,204件", 1204, 5},
    {"comma_between_numbers", "12,5件", 12, 2},
    {"full_width", "１２件", 12, 6},
    {"ten", "十件", 10, 3},
    {"twelve", "十二件", 12, 6},
    {"two_hundred_and_three", "两百零三件", 203, 12},
    {"ten_thousand", "一万二千件", 12000, 12},
    {"digits_side_by_side", "二〇二一年", 2021, 12},
    {"fraction", "12.5件", -1, 0},
    {"no_number", "件", -1, 0},
};

GOV_TEST_P (Numeral, Read, numerals)
{
  gint64 value;
  gsize length;
  gboolean read = gov_numeral_read (param->text, &value, &length);

  ASSERT_EQ (read, param->value >= 0);
  if (!read)
    return;
  EXPECT_EQ (value, param->value);
  EXPECT_EQ (length, param->length);
}

/* expected: "quantity=value" of every mention, separated by blanks. */
static const struct {
  const char *name, *text, *expected;
} sentences[] = {
    {"received", "全年共收到政府信息公开申请128件。", "0=128"},
    {"topic_behind", "2022年收到3件政府信息公开申请。", "0=3"},
    {"spaces", "收到需要办理的依申请公开事项 0 项。", "0=0"},
    {"chinese", "全年收到政府信息公开申请十二件", "0=12"},
    {"all_four", "新收政府信息公开申请12件，上年结转3件，答复14件，结转下年度继续办理1件。", "0=12 1=3 2=14 3=1"},
    {"results", "依申请公开办理结果：予以公开5件，部分公开2件，不予公开1件，无法提供4件，不予处理1件。", "4=5 5=2 6=1 7=4 8=1"},
    {"parts_are_not_the_whole", "共收到政府信息公开申请9件，其中网络申请8件，信函1件。", "0=9"},
    {"not_received", "2022年全年未收到政府信息依申请公开申请。", "0=0"},
    {"neither_review_nor_suit", "没有政府信息公开行政复议、行政诉讼情况。", "9=0 10=0"},
    {"reviews", "因政府信息公开被申请行政复议3件，行政诉讼1件。", "9=3 10=1"},
    {"reviews_by_outcome", "行政复议被纠正2件，未发生行政诉讼败诉案件。", ""},
    {"review_is_no_application", "依申请公开方面，受理行政复议申请3件。", "9=3"},
    {"another_year", "2020年收到政府信息公开申请77件。", ""},
    {"compared", "政府信息公开申请量同比收到增加12件。", ""},
    {"other_letters", "办结群众来信215件，答复12345热线39件。", ""},
    {"articles_of_the_law", "收到政府信息公开申请后依据第三十三条答复。", ""},
    {"proactive", "主动公开政府信息4921条。", ""},
    {"rate", "政府信息公开申请按时办结率达到100%。", "11=100"},
    {"rate_of_other_letters", "群众来信办结率100%。", ""},
    {"share", "予以公开的占政府信息公开申请的45%。", ""},
};

GOV_TEST_P (Mention, Find, sentences)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (GovMention));
  g_autoptr (GString) found = g_string_new (NULL);

  gov_mentions_find (param->text, 2022, mentions);
  for (guint i = 0; i < mentions->len; i++)
    {
      GovMention *mention = &g_array_index (mentions, GovMention, i);
      g_string_append_printf (found, "%s%d=%" G_GINT64_FORMAT, i > 0 ? " " : "", (int) mention->quantity, mention->value);
      g_free (mention->sentence);
    }
  EXPECT_STREQ (found->str, param->expected);
}

static const struct {
  const char *name, *text, *code; /* code NULL: nothing to say */
  GovSeverity severity;
} comparisons[] = {
    {"agrees", "全年收到政府信息公开申请12件。", NULL, 0},
    {"with_those_carried_in", "全年受理政府信息公开申请15件。", "narrative-alternative", GOV_SEVERITY_NOTE},
    {"differs", "全年收到政府信息公开申请21件。", "narrative-differs", GOV_SEVERITY_WARNING},
    {"denied", "全年未收到政府信息公开申请。", "narrative-differs", GOV_SEVERITY_WARNING},
    {"said_right_elsewhere", "收到政府信息公开申请12件。收到政府信息公开申请7件。", "narrative-alternative", GOV_SEVERITY_NOTE},
    {"no_table_of_it", "未发生行政诉讼。", NULL, 0},
};

GOV_TEST_P (Narrative, Compare, comparisons)
{
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = gov_report_add_table (report, gov_form_find ("applications", "2021"));
  const char *const paragraphs[] = {param->text};
  const GovSection section = {"overview", "一、总体情况", 1, paragraphs};
  const GovCell received = {GOV_ORIGIN_READ, "12", "12", GOV_PLACE_NONE}, carried = {GOV_ORIGIN_READ, "3", "3", GOV_PLACE_NONE};

  gov_table_set_cell (table, gov_form_find_cell (gov_table_get_form (table), "received", "total"), &received);
  gov_table_set_cell (table, gov_form_find_cell (gov_table_get_form (table), "carried_in", "total"), &carried);
  gov_report_set_year (report, 2022);
  gov_report_add_section (report, &section);
  gov_check_narrative (report, NULL);
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  ASSERT_EQ (gov_diagnostics_get_length (diagnostics), param->code != NULL);
  if (param->code == NULL)
    return;
  const GovDiagnostic *diagnostic = gov_diagnostics_get (diagnostics, 0);
  EXPECT_STREQ (diagnostic->code, param->code);
  EXPECT_EQ (diagnostic->severity, param->severity);
  ASSERT_EQ (diagnostic->n_cells, 1);
  EXPECT_STREQ (diagnostic->cells[0].row, "received");
}

static const struct {
  const char *name, *text;
  gboolean told;
} answer_rates[] = {
    {"rounded_down", "政府信息公开申请办结率93%。", FALSE},
    {"rounded_up", "政府信息公开申请办结率94%。", FALSE},
    {"of_those_due", "政府信息公开申请按时答复率100％。", TRUE},
};

GOV_TEST_P (Narrative, Rates, answer_rates)
{
  static const struct {
    const char *row, *value;
  } totals[] = {{"received", "12"}, {"carried_in", "3"}, {"concluded", "14"}};
  g_autoptr (GovReport) report = gov_report_new ();
  GovTable *table = gov_report_add_table (report, gov_form_find ("applications", "2021"));
  const char *const paragraphs[] = {param->text};

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      GovCell cell = {GOV_ORIGIN_READ, totals[i].value, totals[i].value, GOV_PLACE_NONE};
      gov_table_set_cell (table, gov_form_find_cell (gov_table_get_form (table), totals[i].row, "total"), &cell);
    }
  gov_report_add_section (report, &(GovSection){"overview", "一、总体情况", 1, paragraphs});
  gov_check_narrative (report, NULL);
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  ASSERT_EQ (gov_diagnostics_get_length (diagnostics), param->told);
  if (param->told)
    EXPECT_EQ (gov_diagnostics_get (diagnostics, 0)->n_cells, 3);
}
