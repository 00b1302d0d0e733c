/* SPDX-License-Identifier: MIT */
/* The data of one row into its cells. */
#include "tests/reading.h"

/* Line 1 … 3 the head, line 4 a plain row, line 5 the row under test, line 6 one behind it. */
#define HEAD                                                                                                                                           \
  "|1x2 |1x2 自然人 |5x1 法人或其他组织 |1x2 总计 |\n| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n" \
  "三、收到和处理政府信息公开申请情况\n"
#define BEFORE "| 一、本年新收政府信息公开申请数量 | 73 | 4 | 2 | 1 | 3 | 1 | 84 |\n"
#define LABEL "二、上年结转政府信息公开申请数量"
#define BEHIND "| （一）予以公开 | 41 | 3 | 1 | 1 | 2 | 1 | 49 |\n"

typedef struct {
  const char *name, *flags, *row;
  const char *cells, *codes, *open;
} Case;

/* codes of all severities, but for the tables that are not there. */
static char *
other_codes (const GovReading *reading)
{
  g_autofree char *all = gov_reading_codes (reading, GOV_SEVERITY_NOTE);
  g_auto (GStrv) codes = g_strsplit (all, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0' && !g_str_has_prefix (codes[i], "table-missing"))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", codes[i]);
  return g_string_free (text, FALSE);
}

static const Case rows[] = {
    {"as printed", "", "| 5 | 1 | 2 | 3 | 4 | 6 | 21 |", "5 1 2 3 4 6 21", "", ""},
    {"empty", "", "| | | | | | | |", "_ _ _ _ _ _ _", "", ""},
    {"placeholders", "", "| 5 | / | — | 无 | - | | 5 |", "5 _ _ _ _ _ 5", "", ""},
    {"padding behind", "= ragged\n", "| 5 | 1 | 2 | 3 | 4 | 6 | 21 | | |", "5 1 2 3 4 6 21", "", ""},
    {"padding before", "= ragged\n", "| | | 5 | 1 | 2 | 3 | 4 | 6 | 21 |", "5 1 2 3 4 6 21", "", ""},
    {"a misread nought", "", "| 5 | O | 2 | 3 | 4 | 6 | 2O |", "5 0! 2 3 4 6 20!",
     "digit-normalized@5:26 digit-normalized@5:46", ""},
    {"a misread figure", "", "| 5 | 1B | 2 | 3 | 4 | 6 | 21 |", "5 ? 2 3 4 6 21", "unreadable-figure@5:26", ""},
    {"a note", "", "| 5（含1件转办） | 1 | 2 | 3 | 4 | 6 | 21 |", "5 1 2 3 4 6 21", "cell-note@5:22", ""},
    {"leading zeros", "", "| 05 | 1 | 2 | 3 | 4 | 6 | 21 |", "5 1 2 3 4 6 21", "leading-zeros@5:22", ""},
    {"noughts behind the point", "", "| 5.0 | 1 | 2 | 3 | 4 | 6 | 21.00 |", "5 1 2 3 4 6 21", "", ""},
    {"half an application", "", "| 5.5 | 1 | 2 | 3 | 4 | 6 | 21 |", "? 1 2 3 4 6 21", "unreadable-figure@5:22", ""},
    {"fewer than none", "", "| -5 | 1 | 2 | 3 | 4 | 6 | 21 |", "? 1 2 3 4 6 21", "unreadable-figure@5:22", ""},
    {"a cell lost", "", "| 5 | 1 | 2 | 3 | 4 | 21 |", ". . . . . . .", "", "applications:1/6<"},
    {"a cell too many", "", "| 5 | 1 | 2 | 3 | 4 | 6 | 7 | 21 |", ". . . . . . .", "row-surplus@5:3", "applications:1/8>"},
    {"a cell lost where rows are padded", "= recognised\n", "| 5 | 1 | 2 | 3 | 4 | 21 | |", ". . . . . . .", "",
     "applications:1/6<"},
};

GOV_TEST_P (Place, Rows, rows)
{
  g_autofree char *text = g_strconcat (HEAD, param->flags, BEFORE "| " LABEL " ", param->row, "\n" BEHIND "附\n", NULL);
  g_autoptr (GovReading) reading = gov_reading_new (text);
  ASSERT_TRUE (reading->done);
  g_autofree char *cells = gov_reading_row (reading, "applications", "carried_in"), *open = gov_reading_open (reading);
  g_autofree char *before = gov_reading_row (reading, "applications", "received");
  g_autofree char *behind = gov_reading_row (reading, "applications", "granted"), *codes = other_codes (reading);
  g_autofree char *wanted = *param->flags == '\0' ? g_strdup (param->codes) : NULL;

  EXPECT_STREQ (cells, param->cells);
  EXPECT_STREQ (open, param->open);
  if (wanted != NULL)
    EXPECT_STREQ (codes, wanted);
  EXPECT_STREQ (before, "73 4 2 1 3 1 84");
  EXPECT_STREQ (behind, "41 3 1 1 2 1 49");
}

GOV_TEST (Place, CellsKeepWhatIsPrintedAndWhere)
{
  g_autoptr (GovReading) reading
      = gov_reading_new ("| 规章 | 3 | 1 | １２ |\n| 行政许可 | 941 |\n| 行政事业性收费 | 251000元 |\n");
  const GovTable *table = gov_report_find_table (reading->report, "disclosure");
  ASSERT_NOT_NULL (table);
  const GovForm *form = gov_table_get_form (table);
  const GovCell *fees = gov_table_get_cell (table, gov_form_find_cell (form, "fees", "amount"));
  const GovCell *in_force = gov_table_get_cell (table, gov_form_find_cell (form, "regulations", "in_force"));
  const GovCell *missing = gov_table_get_cell (table, gov_form_find_cell (form, "penalty", "decisions"));

  EXPECT_STREQ (fees->value, "25.1");
  EXPECT_STREQ (fees->raw, "251000元");
  EXPECT_EQ (fees->origin, GOV_ORIGIN_READ);
  EXPECT_EQ (fees->place.line, 3);
  EXPECT_EQ (fees->place.column, 13);
  EXPECT_EQ (fees->place.length, 6); /* the figure without its unit */
  EXPECT_STREQ (in_force->value, "12");
  EXPECT_STREQ (in_force->raw, "１２");
  EXPECT_EQ (missing->origin, GOV_ORIGIN_MISSING);
  EXPECT_EQ (missing->place.line, 0);
}

/* ---- by the head ------------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *head, *row, *cells, *code;
} heads[] = {
    {"merged cells repeated", "本年制发件数 | 本年制发件数 | 本年废止件数 | 现行有效件数", "3 | 3 | 1 | 12", "3 1 12", NULL},
    {"merged cells, the repeated one blank", "本年制发件数 | 本年制发件数 | 本年废止件数 | 现行有效件数", "3 | | 1 | 12",
     "3 1 12", NULL},
    {"a column more", "本年制发件数 | 本年废止件数 | 现行有效件数 | 备注编号", "3 | 1 | 12 | 7", "3 1 12", "extra-column"},
    {"a column more in front, others moved", "备注编号 | 现行有效件数 | 本年制发件数 | 本年废止件数", "7 | 12 | 3 | 1",
     "3 1 12", "extra-column"},
    {"the form's columns in another order", "现行有效件数 | 本年制发件数 | 本年废止件数", "12 | 3 | 1", "3 1 12",
     "columns-reordered"},
    {"damaged heads stay in the form's order", "现行有效 | 本年制发件 | 本年废止件数", "12 | 3 | 1", "12 3 1", NULL},
    {"another order, padded", "现行有效件数 | 本年制发件数 | 本年废止件数 |", "12 | 3 | 1 |", "3 1 12", "columns-reordered"},
};

GOV_TEST_P (Place, ColumnsByTheHead, heads)
{
  g_autofree char *text
      = g_strdup_printf ("| 信息内容 | %s |\n| 规章 | %s |\n| 行政许可 | 941 |\n附\n", param->head, param->row);
  g_autoptr (GovReading) reading = gov_reading_new (text);
  g_autofree char *cells = gov_reading_row (reading, "disclosure", "regulations");
  static const char *const codes[] = {"extra-column", "columns-reordered"};

  EXPECT_STREQ (cells, param->cells);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    EXPECT_EQ (gov_test_find_diagnostic (gov_report_get_diagnostics (reading->report), codes[i]) != NULL,
               g_strcmp0 (param->code, codes[i]) == 0);
}

/* ---- rows that are none, or twice -------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *rows, *code;
  const char *label, *after, *first;
} extras[] = {
    {"foreign", "| 行政处罚 | 41 |\n| 行政检查 | 73 |\n| 行政强制 | 6 |\n", "extra-row", "行政检查", "penalty", "73"},
    {"twice, the same", "| 行政处罚 | 41 |\n| 行政处罚 | 41 |\n| 行政强制 | 6 |\n", "row-doubled", "行政处罚", NULL, "41"},
    {"twice, different", "| 行政处罚 | 41 |\n| 行政处罚 | 14 |\n| 行政强制 | 6 |\n", "row-contradicted", "行政处罚", NULL,
     NULL},
};

GOV_TEST_P (Place, ExtraRowsAreKeptBesideTheTable, extras)
{
  g_autofree char *text = g_strconcat ("| 行政许可 | 941 |\n", param->rows, "附\n", NULL);
  g_autoptr (GovReading) reading = gov_reading_new (text);
  const GovTable *table = gov_report_find_table (reading->report, "disclosure");
  g_autofree char *behind = gov_reading_row (reading, "disclosure", "compulsion");
  g_autofree char *before = gov_reading_row (reading, "disclosure", "licensing");

  ASSERT_NOT_NULL (table);
  EXPECT_STREQ (before, "941");
  EXPECT_STREQ (behind, "6");
  EXPECT_NOT_NULL (gov_test_find_diagnostic (gov_report_get_diagnostics (reading->report), param->code));
  ASSERT_EQ (gov_table_get_n_extra_rows (table), 1);
  const GovExtraRow *row = gov_table_get_extra_row (table, 0);
  EXPECT_STREQ (row->label, param->label);
  if (param->after != NULL)
    EXPECT_STREQ (row->after, param->after);
  ASSERT_EQ (row->n_texts, 1);
  if (param->first != NULL)
    EXPECT_STREQ (row->texts[0], param->first);
}

/* A label and its data in rows of their own. */
GOV_TEST (Place, DataBehindItsLabelsRow)
{
  g_autoptr (GovReading) reading
      = gov_reading_new (HEAD BEFORE "| " LABEL " | | | | | | | |\n| | 5 | 1 | 2 | 3 | 4 | 6 | 21 |\n" BEHIND "附\n");
  g_autofree char *cells = gov_reading_row (reading, "applications", "carried_in");

  EXPECT_STREQ (cells, "5 1 2 3 4 6 21");
}

/* ---- section 4 --------------------------------------------------------------------------------------------------------- */

#define RESULTS "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
#define REVIEW_HEAD "|5x1 行政复议 |10x1 行政诉讼 |\n" RESULTS " 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"

static const struct {
  const char *name, *row, *review, *direct, *open;
} printed[] = {
    {"one row", "| 4 | 1 | 2 | 1 | 8 | 3 | 1 | 1 | 2 | 7 | 5 | 1 | 1 | 2 | 9 |\n附\n", "4 1 2 1 8", "3 1 1 2 7", ""},
    {"blank", "| | | | | | | | | | | | | | | |\n附\n", "_ _ _ _ _", "_ _ _ _ _", ""},
    {"one lost", "| 4 | 1 | 2 | 1 | 8 | 3 | 1 | 2 | 7 | 5 | 1 | 1 | 2 | 9 |\n附\n", ". . . . .", ". . . . .",
     "review_litigation:0/14<"},
    {"padded", "| 4 | 1 | 2 | 1 | 8 | 3 | 1 | 1 | 2 | 7 | 5 | 1 | 1 | 2 | 9 | | |\n附\n", "4 1 2 1 8", "3 1 1 2 7", ""},
    {"cut", "| 4 | 1 | 2 | 1 | 8 | 3 | 1 |\n", "4 1 2 1 8", "3 1 . . .", ""},
};

GOV_TEST_P (Place, ThePrintedRow, printed)
{
  g_autofree char *text = g_strconcat (REVIEW_HEAD, param->row, NULL);
  g_autoptr (GovReading) reading = gov_reading_new (text);
  g_autofree char *review = gov_reading_row (reading, "review_litigation", "review");
  g_autofree char *direct = gov_reading_row (reading, "review_litigation", "litigation_direct"),
                  *open = gov_reading_open (reading);

  EXPECT_STREQ (review, param->review);
  EXPECT_STREQ (direct, param->direct);
  EXPECT_STREQ (open, param->open);
  EXPECT_EQ (gov_test_find_diagnostic (gov_report_get_diagnostics (reading->report), "source-cut") != NULL,
             strcmp (param->name, "cut") == 0);
}
