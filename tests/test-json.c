/* SPDX-License-Identifier: MIT */
/* JSON out and in: the text itself, round trips, and every way in which an input can be wrong. */
#include "formats.h"
#include "gtest-c.h"

static char *
sample (const char *options)
{
  g_autoptr (GovReport) report = formats_sample_report (TRUE);

  return formats_write_one ("json", options, report);
}

GOV_TEST (Json, KeysStandInTheirOrder)
{
  static const char *const keys[] = {"\"govconv\": 1,",
                                     "\"source\": {\"name\": ",
                                     "\"sha256\": ",
                                     "\"bytes\": 18446744073709551615,",
                                     "\"charset\": ",
                                     "\"dialect\": ",
                                     "\n  \"title\": ",
                                     "\n  \"publisher\": ",
                                     "\n  \"year\": 2021,",
                                     "\n  \"period\": {\"from\": \"2021-01-01\", \"to\": \"2021-12-31\"},",
                                     "\n  \"sections\": [",
                                     "\n  \"tables\": {",
                                     "\n    \"disclosure\": {",
                                     "\n      \"edition\": \"2019\",",
                                     "\n      \"rows\": {",
                                     "\n    \"applications\": {",
                                     "\n    \"review_litigation\": {",
                                     "\n  \"checks\": [",
                                     "\n  \"diagnostics\": ["};
  g_autofree char *text = sample (NULL);
  const char *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *found = strstr (at, keys[i]);
      ASSERT_NOT_NULL (found);
      at = found;
    }
}

GOV_TEST (Json, RowsAreNumbersWithTheirOwnDigits)
{
  g_autofree char *text = sample (NULL);

  /* one line a row; zeros in front and a plus sign are no JSON */
  EXPECT_CONTAINS (text, "\n        \"received\": {\"natural_person\": 18651.06, \"company\": 7, \"research\": 5, "
                         "\"nonprofit\": 10, \"legal_service\": 640, \"other\": 31, \"total\": null},\n");
  EXPECT_CONTAINS (text, "\"research\": 340282366920938463463374607431768211456.000000000000000000010, "
                         "\"nonprofit\": -15, \"legal_service\": 0.5, \"other\": 12, \"total\": null");
  EXPECT_CONTAINS (text, "\"states\": {\n        \"received\": {\"nonprofit\": \"normalized\", \"legal_service\": "
                         "\"resolved\", \"other\": \"repaired\"},\n");
  EXPECT_TRUE (strstr (text, "\"cells\": [\n") == NULL);
}

GOV_TEST (Json, CellsCarryWhatIsPrintedAndWhere)
{
  g_autofree char *text = sample ("provenance");

  EXPECT_CONTAINS (text, "\n        {\"row\": \"received\", \"column\": \"company\", \"value\": \"007\", \"origin\": "
                         "\"read\", \"raw\": \"007\", \"line\": 12, \"char\": 20, \"offset\": 360, \"length\": 3},\n");
  EXPECT_CONTAINS (text, "\"value\": null, \"origin\": \"blank\", \"raw\": null, \"line\": 17, \"char\": 3}");
  EXPECT_CONTAINS (text, "\"value\": null, \"origin\": \"missing\", \"raw\": null}");
}

GOV_TEST (Json, UnknownIsNull)
{
  g_autoptr (GovReport) report = formats_empty_report ();
  g_autofree char *text = formats_write_one ("json", NULL, report);

  EXPECT_STREQ (text, "{\n"
                      "  \"govconv\": 1,\n"
                      "  \"source\": {\"name\": null, \"sha256\": null, \"bytes\": 0, \"charset\": null, \"dialect\": null},\n"
                      "  \"title\": null,\n"
                      "  \"publisher\": null,\n"
                      "  \"year\": null,\n"
                      "  \"period\": null,\n"
                      "  \"sections\": [],\n"
                      "  \"tables\": {},\n"
                      "  \"checks\": [],\n"
                      "  \"diagnostics\": []\n"
                      "}\n");
}

GOV_TEST (Json, SeveralReportsAreALineEach)
{
  g_autoptr (GovReport) first = formats_sample_report (TRUE), second = formats_empty_report ();
  GovReport *const reports[] = {first, second};
  g_autofree char *text = formats_write ("json", "indent=4", reports, 2, TRUE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  ASSERT_EQ (g_strv_length (lines), 3);
  EXPECT_TRUE (g_str_has_prefix (lines[0], "{\"govconv\":1,\"source\":{\"name\":"));
  EXPECT_TRUE (g_str_has_suffix (lines[0], "]}"));
  EXPECT_STREQ (lines[2], "");
  /* nothing that anybody takes for the end of a line */
  for (const char *c = lines[0]; *c != '\0'; c = g_utf8_next_char (c))
    EXPECT_TRUE ((guchar) *c >= ' ' && g_unichar_type (g_utf8_get_char (c)) != G_UNICODE_LINE_SEPARATOR);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loaded = formats_load ("json", text, &error);
  ASSERT_NO_ERROR (error);
  EXPECT_EQ (loaded->len, 2);
}

/* ---- round trips --------------------------------------------------------------------------------------------------------- */

static void
expect_identity (const char *options, GovReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = formats_write_one ("json", options, report);
  g_autoptr (GPtrArray) loaded = formats_load ("json", text, &error);

  ASSERT_NO_ERROR (error);
  ASSERT_EQ (loaded->len, 1);
  g_autofree char *again = formats_write_one ("json", options, loaded->pdata[0]);
  EXPECT_STREQ (again, text);
}

static const struct {
  const char *name, *options;
} layouts[] = {{"plain", NULL}, {"provenance", "provenance"}, {"one_line", "indent=0,provenance"}};

GOV_TEST_P (Json, ReadingBackIsTheIdentity, layouts)
{
  g_autoptr (GovReport) sample_report = formats_sample_report (TRUE), empty = formats_empty_report ();

  expect_identity (param->options, sample_report);
  expect_identity (param->options, empty);
  for (guint32 seed = 0; seed < 60; seed++)
    {
      GOV_TRACE ("seed %u", seed);
      g_autoptr (GovReport) report = formats_random_report (seed);
      expect_identity (param->options, report);
    }
}

/* What the plain form loses is the place and the printed text of a cell. */
GOV_TEST (Json, ThePlainFormKeepsValuesAndOrigins)
{
  guint n_cells = 0;

  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GovReport) report = formats_random_report (seed);
      g_autofree char *text = formats_write_one ("json", NULL, report);
      g_autoptr (GPtrArray) loaded = formats_load ("json", text, &error);

      ASSERT_NO_ERROR (error);
      for (guint t = 0; t < gov_report_get_n_tables (report); t++)
        {
          const GovTable *one = gov_report_get_table (report, t), *other = gov_report_get_table (loaded->pdata[0], t);

          ASSERT_STREQ (gov_table_get_form (one)->table, gov_table_get_form (other)->table);
          ASSERT_STREQ (gov_table_get_form (one)->edition, gov_table_get_form (other)->edition);
          for (guint i = 0; i < gov_table_get_form (one)->n_cells; i++, n_cells++)
            {
              EXPECT_EQ (gov_table_get_cell (one, i)->origin, gov_table_get_cell (other, i)->origin);
              EXPECT_STREQ (gov_table_get_cell (one, i)->value, gov_table_get_cell (other, i)->value);
            }
        }
    }
  EXPECT_GT (n_cells, 500);
}

/* jq -S sorts keys: cells stand before edition, checks before tables. */
GOV_TEST (Json, KeysMayStandInAnyOrder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loaded = formats_load (
      "json",
      "{\"checks\": [{\"column\": \"total\", \"id\": \"applications.balance\", \"result\": \"pass\"}],"
      " \"govconv\": 1, \"later\": [{\"a\": [1, true, null, -0.5e+3, {}]}, []],"
      " \"tables\": {\"applications\": {\"cells\": [{\"origin\": \"read\", \"column\": \"total\", \"row\": \"received\","
      " \"value\": \"+04.\"}], \"rows\": {\"received\": {\"total\": 4, \"other\": null}}, \"edition\": \"2019\"}}}",
      &error);

  ASSERT_NO_ERROR (error);
  const GovReport *report = loaded->pdata[0];
  const GovTable *table = gov_report_find_table (report, "applications");
  const GovForm *form = gov_table_get_form (table);
  EXPECT_STREQ (form->edition, "2019");
  EXPECT_STREQ (gov_table_get_cell (table, gov_form_find_cell (form, "received", "total"))->value, "+04.");
  EXPECT_EQ (gov_table_get_cell (table, gov_form_find_cell (form, "received", "other"))->origin, GOV_ORIGIN_BLANK);
  EXPECT_EQ (gov_table_get_cell (table, gov_form_find_cell (form, "received", "company"))->origin, GOV_ORIGIN_MISSING);
  ASSERT_EQ (gov_report_get_n_checks (report), 1);
  /* the cells of the equation, though the table came later */
  ASSERT_EQ (gov_report_get_check (report, 0)->n_cells, 4);
  EXPECT_STREQ (gov_report_get_check (report, 0)->cells[3].row, "carried_out");
  EXPECT_STREQ (gov_report_get_check (report, 0)->table, "applications");
}

GOV_TEST (Json, StringsAreDecoded)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loaded = formats_load (
      "json", "\xef\xbb\xbf [{\"govconv\":1,\"title\":\"\\u7532\\ud83d\\udcca\\n\\/\\\"\\u0007\"}]\r\n", &error);

  ASSERT_NO_ERROR (error);
  EXPECT_STREQ (gov_report_get_title (loaded->pdata[0]), "甲📊\n/\"\x07");
}

/* ---- wrong input --------------------------------------------------------------------------------------------------------- */

#define TABLE(text) "{\"govconv\":1,\n\"tables\":{\"applications\":{\"edition\":\"2021\",\n" text "}}}"

static const struct {
  const char *name, *text, *message;
} wrong[] = {
    {"empty", "", "line 1, column 1: there is no report in it"},
    {"empty_array", "[ ]", "line 1, column 1: there is no report in it"},
    {"other_json", "\n {\"name\": \"x\"}", "line 2, column 2: this object lacks \"govconv\""},
    {"other_version", "{\"govconv\": 2}", "line 1, column 13: this is version 2 of govconv's JSON"},
    {"cut_off", "{\"govconv\": 1, \"title\": \"甲", "line 1, column 25: this string does not end"},
    {"cut_off_earlier", "{\"govconv\": 1,", "line 1, column 15: the text ends where a key should stand"},
    {"bare_word", "{\"govconv\": 1, \"title\": 甲}", "line 1, column 25: \"甲\" stands where a string or null should stand"},
    {"trailing_comma", "{\"govconv\": 1,}", "line 1, column 15: \"}\" stands where a key should stand"},
    {"no_comma", "{\"govconv\": 1 \"title\": null}", "line 1, column 15: \"\"\" stands where \",\" or \"}\" should stand"},
    {"control_character", "{\"govconv\": 1, \"title\": \"\t\"}",
     "line 1, column 26: a string holds the control character U+0009"},
    {"bad_escape", "{\"govconv\": 1, \"title\": \"\\x\"}", "line 1, column 26: a backslash is followed by no escape"},
    {"bad_unicode", "{\"govconv\": 1, \"title\": \"\\u12g4\"}", "line 1, column 26: \\u is not followed by four"},
    {"nul", "{\"govconv\": 1, \"title\": \"\\u0000\"}", "line 1, column 25: the string holds U+0000"},
    {"lone_surrogate", "{\"govconv\": 1, \"title\": \"\\udc00\"}", "line 1, column 25: the string holds U+DC00"},
    {"zero_in_front", "{\"govconv\": 1, \"year\": 02021}", "line 1, column 24: this is no number"},
    {"no_fraction", "{\"govconv\": 1, \"year\": 1.}", "line 1, column 24: this is no number"},
    {"fraction", "{\"govconv\": 1, \"year\": 2021.5}", "line 1, column 24: 2021.5 is no integer from 0 to 9999"},
    {"twice", "{\"govconv\": 1, \"year\": 1, \"year\": 2}", "line 1, column 27: \"year\" stands twice"},
    {"second_report", "{\"govconv\": 1}\n{\"govconv\": 1, \"sections\": [{}]}", "line 2, column 29: this object lacks \"id\""},
    {"unknown_table", "{\"govconv\":1,\"tables\":{\"other\":{\"edition\":\"2021\"}}}",
     "no edition \"2021\" of a table \"other\""},
    {"unknown_edition", "{\"govconv\":1,\"tables\":{\"applications\":{\"edition\":\"2018\"}}}",
     "line 1, column 39: no edition \"2018\""},
    {"no_edition", "{\"govconv\":1,\"tables\":{\"applications\":{}}}", "this object lacks \"edition\""},
    {"unknown_row", TABLE ("\"rows\":{\"nosuch\":{\"total\":1}}"),
     "line 3, column 19: the table applications has no cell nosuch.total in edition 2021"},
    {"unknown_column", TABLE ("\"cells\":[{\"row\":\"received\",\"column\":\"x\",\"value\":null,\"origin\":\"blank\"}]"),
     "line 3, column 10: the table applications has no cell received.x"},
    {"text_for_number", TABLE ("\"rows\":{\"received\":{\"total\":\"1\"}}"),
     "line 3, column 29: \"\"\" stands where a number or null should stand"},
    {"exponent", TABLE ("\"rows\":{\"received\":{\"total\":1e3}}"), "1e3 is written with an exponent"},
    {"unknown_origin", TABLE ("\"states\":{\"received\":{\"total\":\"guessed\"}}"), "\"guessed\" is no origin of a cell"},
    {"value_of_a_blank", TABLE ("\"rows\":{\"received\":{\"total\":1}},\"states\":{\"received\":{\"total\":\"blank\"}}"),
     "a cell of origin \"blank\" has no value"},
    {"no_value", TABLE ("\"cells\":[{\"row\":\"received\",\"column\":\"total\",\"value\":null,\"origin\":\"read\"}]"),
     "a cell of origin \"read\" needs a value"},
    {"no_decimal", TABLE ("\"cells\":[{\"row\":\"received\",\"column\":\"total\",\"value\":\"1,000\",\"origin\":\"read\"}]"),
     "\"1,000\" is no decimal"},
    {"contradiction",
     TABLE ("\"rows\":{\"received\":{\"total\":12}},\n\"cells\":[{\"row\":\"received\",\"column\":\"total\",\"value\":\"120\","
            "\"origin\":\"read\"}]"),
     "line 4, column 10: received.total is 12 in \"rows\" and 120 in \"cells\""},
    {"other_sign",
     TABLE ("\"rows\":{\"received\":{\"total\":12}},\"cells\":[{\"row\":\"received\",\"column\":\"total\",\"value\":\"-12\","
            "\"origin\":\"read\"}]"),
     "received.total is 12 in \"rows\" and -12 in \"cells\""},
    {"other_state",
     TABLE (
         "\"states\":{\"received\":{\"total\":\"repaired\"}},\"cells\":[{\"row\":\"received\",\"column\":\"total\",\"value\":"
         "\"1\",\"origin\":\"read\"}]"),
     "received.total is \"repaired\" in \"states\" and \"read\" in \"cells\""},
    {"unknown_result", "{\"govconv\":1,\"checks\":[{\"id\":\"a\",\"result\":\"maybe\"}]}", "\"maybe\" is no result of a check"},
    {"unknown_verdict", "{\"govconv\":1,\"tables\":{},\"checks\":[{\"id\":\"a\",\"result\":\"fail\",\"verdict\":\"?\"}]}",
     "\"?\" is no verdict"},
    {"unknown_severity", "{\"govconv\":1,\"diagnostics\":[{\"severity\":\"bad\",\"code\":\"a\",\"message\":\"\"}]}",
     "\"bad\" is no severity"},
    {"negative_line", "{\"govconv\":1,\"diagnostics\":[{\"severity\":\"note\",\"code\":\"a\",\"message\":\"\",\"line\":-1}]}",
     "-1 is no integer from 0 to 4294967295"},
};

GOV_TEST_P (Json, WrongInputIsRefusedWithItsPlace, wrong)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loaded = formats_load ("json", param->text, &error);

  ASSERT_NULL (loaded);
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_NO_REPORT);
  EXPECT_CONTAINS (error->message, param->message);
}

/* Every stretch of a good text that ends early is refused, and nothing worse. */
GOV_TEST (Json, CutOffAnywhere)
{
  g_autofree char *text = sample ("indent=0");
  gsize length = strlen (text) - 1; /* without the line's end */

  for (gsize cut = 0; cut < length; cut += 7)
    {
      g_autofree char *part = g_strndup (text, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) loaded = formats_load ("json", part, &error);
      EXPECT_NULL (loaded);
      EXPECT_NOT_NULL (error);
    }
}

GOV_TEST (Json, DepthIsLimitedByNameNotByTheStack)
{
  g_autoptr (GString) text = g_string_new ("{\"govconv\":1,\"x\":");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, '[');
  g_autoptr (GPtrArray) loaded = formats_load ("json", text->str, &error);
  ASSERT_NULL (loaded);
  EXPECT_CONTAINS (error->message, "more than 1000 values lie inside each other");
}

/* ---- whose it is --------------------------------------------------------------------------------------------------------- */

GOV_TEST (Json, KnowsItsOwn)
{
  g_autofree char *text = sample (NULL);

  EXPECT_EQ (formats_identify ("json", "-", text), 100);
  EXPECT_EQ (formats_identify ("json", "-", " [\n{\"govconv\":1"), 100);
  EXPECT_EQ (formats_identify ("json", "-", "{\"checks\":[{\"govconv\":1}],\"govconv\":1}"), 80);
  EXPECT_EQ (formats_identify ("json", "-", "{\"checks\":[{\"govconv\":1}]}"), 0);
  EXPECT_EQ (formats_identify ("json", "a.json", "{\"name\":\"govconv\"}"), 20);
  EXPECT_EQ (formats_identify ("json", "a.json", "govconv"), 0);
  EXPECT_EQ (formats_identify ("json", "a.html", "<p>{\"govconv\":1}</p>"), 0);
  EXPECT_EQ (formats_identify ("json", "-", ""), 0);
}
