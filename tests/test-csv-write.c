/* SPDX-License-Identifier: MIT */
/* CSV out, taken apart again by a strict parser. */
#include "formats.h"
#include "gtest-c.h"

/* RFC 4180 and nothing else: records end with CRLF, a field is quoted or has none of quote, comma, CR and LF, all records have
 * as many fields as the first. GPtrArray of GPtrArray of char *; NULL and a failure of the test. */
static GPtrArray *
parse_strictly (const char *text)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *p = text;

  while (*p != '\0')
    {
      GPtrArray *record = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (records, record);
      do
        {
          g_autoptr (GString) field = g_string_new (NULL);
          p += record->len > 0; /* the comma */
          if (*p == '"')
            for (p++; *p != '\0' && (*p != '"' || p[1] == '"'); p += *p == '"' ? 2 : 1)
              g_string_append_c (field, *p);
          else
            for (; *p != '\0' && strchr ("\",\r\n", *p) == NULL; p++)
              g_string_append_c (field, *p);
          p += *p == '"';
          g_ptr_array_add (record, g_strdup (field->str));
        }
      while (*p == ',');
      if (p[0] != '\r' || p[1] != '\n' || record->len != ((GPtrArray *) records->pdata[0])->len)
        {
          ADD_FAILURE ("record %u is not well-formed at \"%.40s\"", records->len, p);
          return NULL;
        }
      p += 2;
    }
  return g_steal_pointer (&records);
}

static const char *
field (GPtrArray *records, guint record, const char *column)
{
  GPtrArray *names = records->pdata[0];

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], column))
      return ((GPtrArray *) records->pdata[record])->pdata[i];
  return NULL;
}

static guint
find_record (GPtrArray *records, const char *table, const char *row, const char *column)
{
  for (guint i = 1; i < records->len; i++)
    if (g_strcmp0 (field (records, i, "table"), table) == 0 && g_strcmp0 (field (records, i, "row"), row) == 0
        && g_strcmp0 (field (records, i, "column"), column) == 0)
      return i;
  return 0;
}

GOV_TEST (CsvWrite, OneLineACell)
{
  g_autoptr (GovReport) report = formats_sample_report (TRUE);
  g_autofree char *text = formats_write_one ("csv", NULL, report);

  EXPECT_TRUE (g_str_has_prefix (
      text, "document,publisher,year,table,edition,row,column,value,unit,origin,line,raw,row_label,column_label\r\n"));
  EXPECT_CONTAINS (text, "\r\n\"公报, \"\"2021\"\".html\",甲县财政局,2021,applications,2021,received,natural_person,18651.06,"
                         "count,read,12,\"18,651.06\",一、本年新收政府信息公开申请数量,自然人\r\n");
  g_autoptr (GPtrArray) records = parse_strictly (text);
  ASSERT_NOT_NULL (records);
  EXPECT_EQ (records->len, 1 + 22 + 25 * 7 + 15);
  guint record = find_record (records, "applications", "refused.state_secret", "company");
  EXPECT_STREQ (field (records, record, "raw"), "=1+2 \"三\",\n件");
  EXPECT_STREQ (field (records, record, "value"), "");
  EXPECT_STREQ (field (records, record, "origin"), "unreadable");
  EXPECT_STREQ (field (records, record, "line"), "");
  record = find_record (records, "disclosure", "procurement", "amount");
  EXPECT_STREQ (field (records, record, "value"), "340282366920938463463374607431768211456.000000000000000000010");
  EXPECT_STREQ (field (records, record, "unit"), "万元");
}

GOV_TEST (CsvWrite, SeveralReportsHaveOneHeader)
{
  g_autoptr (GovReport) report = formats_sample_report (FALSE), empty = formats_empty_report ();
  GovReport *const reports[] = {report, empty, report};
  g_autofree char *text = formats_write ("csv", "bom", reports, 3, TRUE);

  EXPECT_TRUE (g_str_has_prefix (text, "\xef\xbb\xbf"
                                       "document,"));
  g_autoptr (GPtrArray) records = parse_strictly (text + 3);
  ASSERT_NOT_NULL (records);
  EXPECT_EQ (records->len, 1 + 2 * (22 + 25 * 7 + 15));
}

GOV_TEST (CsvWrite, OneLineAReport)
{
  g_autoptr (GovReport) report = formats_sample_report (FALSE), empty = formats_empty_report ();
  GovReport *const reports[] = {empty, report};
  g_autofree char *text = formats_write ("csv", "layout=wide", reports, 2, TRUE);
  g_autoptr (GPtrArray) records = parse_strictly (text);

  ASSERT_NOT_NULL (records);
  ASSERT_EQ (records->len, 3);
  EXPECT_STREQ (field (records, 1, "applications.received.total"), "");
  EXPECT_STREQ (field (records, 2, "applications.edition"), "2021");
  EXPECT_STREQ (field (records, 2, "disclosure.edition"), "2019");
  EXPECT_STREQ (field (records, 2, "applications.received.natural_person"), "18651.06");
  EXPECT_STREQ (field (records, 2, "applications.refused.state_secret.nonprofit"), "-15");
  /* of the edition that the report does not have */
  EXPECT_STREQ (field (records, 2, "disclosure.fees.amount"), "");
  EXPECT_STREQ (field (records, 2, "disclosure.licensing.change"), "-15");
}

/* Every cell of every edition has one column, whichever editions the reports have. */
GOV_TEST (CsvWrite, WideColumnsAreAllAndOnce)
{
  g_autoptr (GovReport) report = formats_empty_report ();
  g_autofree char *text = formats_write_one ("csv", "layout=wide", report);
  g_autoptr (GPtrArray) records = parse_strictly (text);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);

  ASSERT_NOT_NULL (records);
  GPtrArray *header = records->pdata[0];
  for (guint i = 0; i < header->len; i++)
    EXPECT_TRUE (g_hash_table_add (names, header->pdata[i]));
  for (guint f = 0; f < n_forms; f++)
    for (guint i = 0; i < forms[f]->n_cells; i++)
      {
        GovFormCell where = gov_form_get_cell (forms[f], i);
        g_autofree char *name = g_strdup_printf ("%s.%s.%s", forms[f]->table, where.row->id, where.column->id);
        EXPECT_TRUE (g_hash_table_contains (names, name));
      }
}

GOV_TEST (CsvWrite, FormulasAreGuardedOnRequest)
{
  g_autoptr (GovReport) report = formats_sample_report (FALSE);
  g_autofree char *text = formats_write_one ("csv", "guard", report);
  g_autoptr (GPtrArray) records = parse_strictly (text);

  ASSERT_NOT_NULL (records);
  guint record = find_record (records, "applications", "refused.state_secret", "company");
  EXPECT_STREQ (field (records, record, "raw"), "'=1+2 \"三\",\n件");
  record = find_record (records, "applications", "refused.state_secret", "nonprofit");
  EXPECT_STREQ (field (records, record, "raw"), "'-15");
  EXPECT_STREQ (field (records, record, "value"), "-15");
}

GOV_TEST (CsvWrite, RandomReportsAreWellFormed)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      GOV_TRACE ("seed %u", seed);
      g_autoptr (GovReport) report = formats_random_report (seed);
      g_autofree char *text = formats_write_one ("csv", seed % 2 ? "guard" : "layout=wide", report);
      g_autoptr (GPtrArray) records = parse_strictly (text);
      EXPECT_NOT_NULL (records);
    }
}
