/* SPDX-License-Identifier: MIT */
/* XML out and in: the text itself, round trips also through JSON, and every way in which an input can be wrong. */
#include "formats.h"
#include "gtest-c.h"

#define ROOT "<report xmlns=\"urn:govconv:report:1\">"

GOV_TEST (Xml, UnknownIsNotWritten)
{
  g_autoptr (GovReport) report = formats_empty_report ();
  g_autofree char *text = formats_write_one ("xml", NULL, report);

  EXPECT_STREQ (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" ROOT "\n  <source bytes=\"0\"/>\n</report>\n");
}

GOV_TEST (Xml, CellsCarryEverything)
{
  g_autoptr (GovReport) report = formats_sample_report (FALSE);
  g_autofree char *text = formats_write_one ("xml", NULL, report);

  EXPECT_CONTAINS (text, "\n    <cell row=\"received\" column=\"natural_person\" origin=\"read\" line=\"12\" char=\"7\" "
                         "offset=\"340\" length=\"9\" raw=\"18,651.06\">18651.06</cell>\n");
  EXPECT_CONTAINS (text, "<cell row=\"carried_in\" column=\"other\" origin=\"missing\"/>\n");
  /* an attribute's line breaks would be read as spaces, a text's carriage returns not at all */
  EXPECT_CONTAINS (text, "raw=\"=1+2 &quot;三&quot;,&#10;件\"");
  EXPECT_CONTAINS (text, "<p>第一行\n第二行&#13;\n\t第三行  </p>\n");
}

GOV_TEST (Xml, WhatXmlCannotHoldIsReplacedVisibly)
{
  g_autoptr (GovReport) report = formats_sample_report (TRUE);
  g_autofree char *text = formats_write_one ("xml", NULL, report);

  EXPECT_CONTAINS (text, "<p>铃\xef\xbf\xbd退格\xef\xbf\xbd非字符\xef\xbf\xbd</p>");
}

/* ---- round trips --------------------------------------------------------------------------------------------------------- */

static void
expect_identity (GovReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = formats_write_one ("xml", NULL, report);
  g_autoptr (GPtrArray) loaded = formats_load ("xml", text, &error);

  ASSERT_NO_ERROR (error);
  ASSERT_EQ (loaded->len, 1);
  g_autofree char *again = formats_write_one ("xml", NULL, loaded->pdata[0]);
  EXPECT_STREQ (again, text);
  /* JSON → XML → JSON */
  g_autofree char *json = formats_write_one ("json", "provenance", report);
  g_autofree char *json_again = formats_write_one ("json", "provenance", loaded->pdata[0]);
  EXPECT_STREQ (json_again, json);
}

GOV_TEST (Xml, ReadingBackIsTheIdentity)
{
  g_autoptr (GovReport) sample = formats_sample_report (FALSE), empty = formats_empty_report ();

  expect_identity (sample);
  expect_identity (empty);
  for (guint32 seed = 0; seed < 100; seed++)
    {
      GOV_TRACE ("seed %u", seed);
      g_autoptr (GovReport) report = formats_random_report (seed);
      expect_identity (report);
    }
}

GOV_TEST (Xml, SeveralReportsHaveOneRoot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) gov_report_free);

  for (guint32 seed = 0; seed < 20; seed++)
    g_ptr_array_add (reports, formats_random_report (seed));
  g_autofree char *text = formats_write ("xml", NULL, (GovReport *const *) reports->pdata, reports->len, TRUE);
  g_autoptr (GPtrArray) loaded = formats_load ("xml", text, &error);
  ASSERT_NO_ERROR (error);
  ASSERT_EQ (loaded->len, reports->len);
  g_autofree char *again = formats_write ("xml", NULL, (GovReport *const *) loaded->pdata, loaded->len, TRUE);
  EXPECT_STREQ (again, text);
}

/* A later version may add elements and attributes; other namespaces may stand anywhere. */
GOV_TEST (Xml, WhatIsUnknownIsSkipped)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loaded
      = formats_load ("xml",
                      "<!-- a --><g:report xmlns:g='urn:govconv:report:1' later='1'><g:later><g:title>no</g:title>x</g:later>"
                      "<title xmlns='urn:other'>no</title><g:title><![CDATA[yes & ]]>&#x4e00;</g:title></g:report>",
                      &error);

  ASSERT_NO_ERROR (error);
  EXPECT_STREQ (gov_report_get_title (loaded->pdata[0]), "yes & 一");
}

/* ---- wrong input --------------------------------------------------------------------------------------------------------- */

#define TABLE ROOT "\n<table id=\"applications\" edition=\"2021\">\n"

static const struct {
  const char *name, *text, *message;
} wrong[] = {
    {"empty", "", "line 1, column 1: "},
    {"no_report", "<reports xmlns='urn:govconv:report:1'/>", "line 1, column 1: there is no report in it"},
    {"other_root", "<?xml version='1.0'?>\n<html><p/></html>", "line 2, column 1: the root element is html"},
    {"other_namespace", "<report/>", "line 1, column 1: the root element is report"},
    {"document_type", "<!DOCTYPE report [<!ENTITY a 'b'>]>" ROOT "<title>&a;</title></report>",
     "a document type declaration is not accepted"},
    {"unknown_entity", ROOT "<title>\n&a;</title></report>", "line 2, column 4: Entity 'a' not defined"},
    {"cut_off", ROOT "\n<title>甲", "line 2"},
    {"not_closed", ROOT "\n<title>甲</report>", "line 2, column 18: Opening and ending tag mismatch"},
    {"text_between", ROOT "\n甲<title/></report>", "text stands in <report>"},
    {"bad_year", ROOT "\n <year>二〇二一</year></report>", "line 2, column 12: \"二〇二一\" is no year"},
    {"no_id", ROOT "\n\n  <section/></report>", "line 3, column 3: this element lacks the attribute id"},
    {"unknown_table", ROOT "<table id='x' edition='2021'/></report>", "no edition \"2021\" of a table \"x\" is known"},
    {"table_twice", TABLE "</table><table id='applications' edition='2019'/></report>",
     "line 3, column 9: the table \"applications\" stands twice"},
    {"unknown_cell", TABLE "<cell row='a' column='total' origin='blank'/></table></report>",
     "line 3, column 1: the table applications has no cell a.total in edition 2021"},
    {"unknown_origin", TABLE "<cell row='received' column='total' origin='guess'/></table></report>",
     "origin=\"guess\" is none of the words allowed there"},
    {"no_origin", TABLE "<cell row='received' column='total'/></table></report>", "lacks the attribute origin"},
    {"no_value", TABLE "<cell row='received' column='total' origin='read'/></table></report>", "needs a value"},
    {"value_of_a_blank", TABLE "<cell row='received' column='total' origin='blank'>1</cell></table></report>", "has no value"},
    {"no_decimal", TABLE "<cell row='received' column='total' origin='read'>1 0</cell></table></report>",
     "\"1 0\" is no decimal"},
    {"bad_line", TABLE "<cell row='received' column='total' origin='blank' line='4294967296'/></table></report>",
     "line=\"4294967296\" is no integer from 0 to 4294967295"},
    {"bad_result", ROOT "<check id='a' result='maybe'/></report>", "result=\"maybe\" is none of the words"},
    {"bad_severity", ROOT "<diagnostic severity='bad' code='a'><message/></diagnostic></report>", "severity=\"bad\""},
    {"no_message", ROOT "<diagnostic severity='note' code='a'/></report>", "this diagnostic lacks its message"},
};

GOV_TEST_P (Xml, WrongInputIsRefusedWithItsPlace, wrong)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loaded = formats_load ("xml", param->text, &error);

  ASSERT_NULL (loaded);
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_NO_REPORT);
  EXPECT_CONTAINS (error->message, param->message);
}

GOV_TEST (Xml, CutOffAnywhere)
{
  g_autoptr (GovReport) report = formats_sample_report (TRUE);
  g_autofree char *text = formats_write_one ("xml", NULL, report);
  gsize length = strlen (text) - 1; /* without the line's end */

  for (gsize cut = 0; cut < length; cut += 97)
    {
      g_autofree char *part = g_strndup (text, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) loaded = formats_load ("xml", part, &error);
      EXPECT_NULL (loaded);
      EXPECT_NOT_NULL (error);
    }
}

GOV_TEST (Xml, DepthCostsNoStack)
{
  g_autoptr (GString) text = g_string_new (ROOT);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "</a>");
  g_string_append (text, "<title>x</title></report>");
  g_autoptr (GPtrArray) loaded = formats_load ("xml", text->str, &error);
  ASSERT_NO_ERROR (error);
  EXPECT_STREQ (gov_report_get_title (loaded->pdata[0]), "x");
}

/* ---- whose it is --------------------------------------------------------------------------------------------------------- */

GOV_TEST (Xml, KnowsItsOwn)
{
  g_autoptr (GovReport) report = formats_sample_report (TRUE);
  g_autofree char *text = formats_write_one ("xml", NULL, report);

  EXPECT_EQ (formats_identify ("xml", "-", text), 100);
  EXPECT_EQ (formats_identify ("xml", "-", "<?xml version='1.0'?>\n<!-- > -->\n<reports xmlns='urn:govconv:report:1'>"), 100);
  EXPECT_EQ (formats_identify ("xml", "a.xml", "<other/>"), 20);
  EXPECT_EQ (formats_identify ("xml", "a.html", "<html><p>\"urn:govconv:report:1\"</p></html>"), 0);
  EXPECT_EQ (formats_identify ("xml", "a.xml", "no XML"), 0);
  EXPECT_EQ (formats_identify ("xml", "-", ""), 0);
  EXPECT_EQ (formats_identify ("xml", "-", "<?"), 0);
}
