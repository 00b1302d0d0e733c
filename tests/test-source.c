/* SPDX-License-Identifier: MIT */
#include "core/source/detect.h"
#include "core/source/source.h"
#include "tests/gtest-c.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define REPORT                                                                                                                                             \
  "云溪县水务局2021年政府信息公开工作年度报告\n一、总体情况\n本年新收政府信息公开申请37件，上年结转2件。\r\n" \
  "三、收到和处理政府信息公开申请情况\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n4\t1\t0\t2\t7\n"

static GovSource *
source_from (const char *bytes, gssize length)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);

  return gov_source_new ("test", data);
}

/* A source with text in the given charset. */
static GovSource *
source_in (const char *text, const char *charset)
{
  gsize n;
  g_autofree char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, &n, NULL);

  return source_from (bytes, n);
}

static const char *
text_of (GovSource *source)
{
  return gov_source_get_text (source, NULL);
}

static GovPlace
place_of (GovSource *source, const char *what)
{
  const char *text = text_of (source), *found = strstr (text, what);

  return found != NULL ? gov_source_locate (source, GOV_SPAN (found - text, strlen (what))) : GOV_PLACE_NONE;
}

/* The first diagnostic of a code that reading adds; NULL: none. Valid until the next call with the same diagnostics freed. */
static const GovDiagnostic *
find_diagnostic (const GovDiagnostics *diagnostics, const char *code)
{
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    if (strcmp (gov_diagnostics_get (diagnostics, i)->code, code) == 0)
      return gov_diagnostics_get (diagnostics, i);
  return NULL;
}

/* ---- which charset ----------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *charset, *wanted;
} charsets[] = {
    {"utf-8", "UTF-8", "UTF-8"},     {"gb18030", "GB18030", "GB18030"},    {"gbk", "GBK", "GB18030"},
    {"gb2312", "GB2312", "GB18030"}, {"utf-16le", "UTF-16LE", "UTF-16LE"}, {"utf-16be", "UTF-16BE", "UTF-16BE"},
};

GOV_TEST_P (Source, TellsCharsetFromBytes, charsets)
{
  g_autoptr (GovSource) source = source_in (REPORT, param->charset);

  EXPECT_STREQ (gov_source_get_charset (source), param->wanted);
  EXPECT_STREQ (text_of (source), REPORT);
  EXPECT_FALSE (gov_source_is_binary (source));
}

static const struct {
  const char *name, *mark;
  gsize length;
  const char *charset;
} marks[] = {
    {"utf-8", "\xEF\xBB\xBF", 3, "UTF-8"},       {"utf-16le", "\xFF\xFE", 2, "UTF-16LE"},
    {"utf-16be", "\xFE\xFF", 2, "UTF-16BE"},     {"utf-32le", "\xFF\xFE\0\0", 4, "UTF-32LE"},
    {"utf-32be", "\0\0\xFE\xFF", 4, "UTF-32BE"}, {"gb18030", "\x84\x31\x95\x33", 4, "GB18030"},
};

GOV_TEST_P (Source, BelievesByteOrderMarkAndDropsIt, marks)
{
  g_autoptr (GString) bytes = g_string_new_len (param->mark, param->length);
  gsize n;
  g_autofree char *text = g_convert ("表", -1, param->charset, "UTF-8", NULL, &n, NULL);
  g_string_append_len (bytes, text, n);
  g_autoptr (GovSource) source = source_from (bytes->str, bytes->len);

  EXPECT_STREQ (gov_source_get_charset (source), param->charset);
  EXPECT_STREQ (text_of (source), "表");
  GovPlace place = place_of (source, "表");
  EXPECT_EQ (place.offset, param->length);
  EXPECT_EQ (place.length, n);
  EXPECT_EQ (place.column, 1);
}

static const struct {
  const char *name, *bytes, *charset;
} small[] = {
    {"empty", "", "UTF-8"},
    {"ascii", "<meta charset=gb2312>0", "UTF-8"},
    {"big5 by uchardet", "\xAC\x46\xA9\xB2\xB8\xEA\xB0\x54\xA4\xBD\xB6\x7D\xA4\x75\xA7\x40\xA6\x7E\xAB\xD7\xB3\xF8\xA7\x69",
     "Big5"},
    {"big5 declared", "<meta charset=big5>\xA4\xA4", "Big5"},
    {"gbk declared", "<meta content='text/html; charset=GBK' http-equiv=Content-Type>\xB1\xED", "GB18030"},
    {"xml declaration", "<?xml version='1.0' encoding=\"gb2312\"?><a>\xB1\xED</a>", "GB18030"},
    {"two letters of gb18030", "\xD7\xDC\xBC\xC6", "GB18030"},
    {"latin by uchardet", "d\xE9j\xE0 vu \xE0 la fen\xEAtre, o\xF9 l'\xE9t\xE9 s'ach\xE8ve", "windows-1252"},
};

GOV_TEST_P (Source, TellsCharsetOfLittleText, small)
{
  g_autoptr (GovSource) source = source_from (param->bytes, -1);

  EXPECT_STREQ (gov_source_get_charset (source), param->charset);
  EXPECT_TRUE (strstr (text_of (source), "\357\277\275") == NULL);
}

GOV_TEST (Source, ReadsUtf8WhateverIsDeclared)
{
  g_autoptr (GovSource) source = source_from ("<meta charset=\"gb2312\">总计", -1);
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  EXPECT_STREQ (gov_source_get_charset (source), "UTF-8");
  gov_source_report (source, diagnostics);
  const GovDiagnostic *found = find_diagnostic (diagnostics, "charset-contradicted");
  ASSERT_TRUE (found != NULL);
  EXPECT_EQ (found->place.line, 1);
  EXPECT_EQ (found->place.column, 16);
  EXPECT_EQ (found->place.length, 6);
}

GOV_TEST (Source, ReadsGb18030ThatIsDeclaredUtf8)
{
  g_autoptr (GovSource) source = source_in ("<meta charset=\"utf-8\">" REPORT, "GB18030");
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  EXPECT_STREQ (gov_source_get_charset (source), "GB18030");
  EXPECT_CONTAINS (text_of (source), REPORT);
  gov_source_report (source, diagnostics);
  EXPECT_TRUE (find_diagnostic (diagnostics, "charset-contradicted") != NULL);
}

GOV_TEST (Source, TakesNoDeclarationFromPlainText)
{
  EXPECT_TRUE (gov_span_is_none (gov_detect_declaration ("charset=big5", 12)));
  EXPECT_TRUE (gov_span_is_none (gov_detect_declaration ("<p charset=big5>", 16)));
  EXPECT_TRUE (gov_span_is_none (gov_detect_declaration ("<meta charset=", 14)));
}

GOV_TEST (Source, FindsNothingToReportInGoodText)
{
  g_autoptr (GovSource) source = source_in ("<meta charset=gb2312>" REPORT, "GB18030");
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  gov_source_report (source, diagnostics);
  EXPECT_EQ (gov_diagnostics_get_length (diagnostics), 0);
}

/* ---- damage ------------------------------------------------------------------------------------------------------------ */

static const struct {
  const char *name, *charset;
} damaged[] = {{"utf-8", "UTF-8"}, {"gb18030", "GB18030"}};

GOV_TEST_P (Source, StaysInCharsetWhenCutAnywhere, damaged)
{
  gsize n;
  g_autofree char *bytes = g_convert (REPORT, -1, param->charset, "UTF-8", NULL, &n, NULL);

  for (gsize cut = 24; cut < n; cut++)
    {
      GOV_TRACE ("cut after %zu bytes", cut);
      g_autoptr (GovSource) source = source_from (bytes, cut);
      ASSERT_STREQ (gov_source_get_charset (source), param->charset);
    }
}

GOV_TEST_P (Source, StaysInCharsetWithABadByteAnywhere, damaged)
{
  gsize n;
  g_autofree char *bytes = g_convert (REPORT, -1, param->charset, "UTF-8", NULL, &n, NULL);

  for (gsize i = 0; i < n; i++)
    {
      GOV_TRACE ("bad byte at %zu", i);
      char good = bytes[i];
      bytes[i] = '\xFF';
      g_autoptr (GovSource) source = source_from (bytes, n);
      ASSERT_STREQ (gov_source_get_charset (source), param->charset);
      ASSERT_TRUE (g_utf8_validate (text_of (source), -1, NULL));
      bytes[i] = good;
    }
}

GOV_TEST (Source, ReplacesBadBytesOneByOneAndSaysWhere)
{
  g_autoptr (GovSource) source = source_from ("总计\n合\xFF\xFE计 37\xE6\x80", -1);
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  EXPECT_STREQ (text_of (source), "总计\n合\357\277\275\357\277\275计 37\357\277\275\357\277\275");
  GovPlace place = place_of (source, "37");
  EXPECT_EQ (place.line, 2);
  EXPECT_EQ (place.column, 6);
  EXPECT_EQ (place.offset, 16);
  EXPECT_EQ (place.length, 2);

  gov_source_report (source, diagnostics);
  const GovDiagnostic *found = find_diagnostic (diagnostics, "charset-undecodable");
  ASSERT_TRUE (found != NULL);
  EXPECT_CONTAINS (found->message, "4 bytes");
  EXPECT_EQ (found->place.offset, 10);
  EXPECT_EQ (found->place.length, 1);
}

GOV_TEST (Source, ReplacesNuls)
{
  const char bytes[] = "总计\0 37 合计 5 上年结转 4 本年新收政府信息公开申请数量";
  g_autoptr (GovSource) source = source_from (bytes, sizeof bytes - 1);
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();
  gsize length;
  const char *text = gov_source_get_text (source, &length);

  EXPECT_EQ (strlen (text), length);
  EXPECT_TRUE (g_str_has_prefix (text, "总计\357\277\275 37"));
  EXPECT_EQ (place_of (source, "37").offset, 8);
  gov_source_report (source, diagnostics);
  EXPECT_TRUE (find_diagnostic (diagnostics, "charset-nul") != NULL);
  EXPECT_TRUE (find_diagnostic (diagnostics, "charset-undecodable") == NULL);
}

GOV_TEST (Source, ReplacesNulsInGb18030)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  gsize n;
  g_autofree char *text = g_convert (REPORT, -1, "GB18030", "UTF-8", NULL, &n, NULL);
  g_string_append_len (bytes, text, n);
  g_string_append_len (bytes, "\0\xD7\xDC", 3);
  g_autoptr (GovSource) source = source_from (bytes->str, bytes->len);

  EXPECT_STREQ (gov_source_get_charset (source), "GB18030");
  EXPECT_TRUE (g_str_has_suffix (text_of (source), "7\n\357\277\275总"));
}

/* ---- places ------------------------------------------------------------------------------------------------------------ */

/* Long enough for many checkpoints, with characters of one to four bytes and every kind of line end. */
static char *
long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 700; i++)
    g_string_append_printf (text, "%u、总计\t%u𠮷é%s", i, i * 7919, (const char *[]){"\n", "\r\n", "\r", "，"}[i % 4]);
  return g_string_free (text, FALSE);
}

static const struct {
  const char *name, *charset;
} walked[] = {{"utf-8", "UTF-8"}, {"gb18030", "GB18030"}, {"utf-16le", "UTF-16LE"}, {"utf-16be", "UTF-16BE"}};

/* Every place against a plain walk over the text, forwards and then backwards (no help from the cursor). */
GOV_TEST_P (Source, LocatesLikeAPlainWalk, walked)
{
  g_autofree char *text = long_text ();
  g_autoptr (GovSource) source = source_in (text, param->charset);
  ASSERT_STREQ (text_of (source), text);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (GovPlace));
  GovPlace walk = {1, 1, 0, 0};

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n;
      g_free (g_convert (p, g_utf8_next_char (p) - p, param->charset, "UTF-8", NULL, &n, NULL));
      walk.length = n;
      g_array_append_val (places, walk);
      gboolean ends = *p == '\n' || (*p == '\r' && p[1] != '\n');
      walk = (GovPlace){walk.line + ends, ends ? 1 : walk.column + 1, walk.offset + n, 0};
    }
  const char *p = text;
  for (guint i = 0; i < 2 * places->len; i++)
    {
      gboolean back = i >= places->len;
      p = back ? g_utf8_prev_char (i == places->len ? text + strlen (text) : p) : p;
      const GovPlace *wanted = &g_array_index (places, GovPlace, back ? 2 * places->len - 1 - i : i);
      GovPlace place = gov_source_locate (source, GOV_SPAN (p - text, g_utf8_next_char (p) - p));
      GOV_TRACE ("offset %zu", (gsize) (p - text));
      ASSERT_EQ (place.line, wanted->line);
      ASSERT_EQ (place.column, wanted->column);
      ASSERT_EQ (place.offset, wanted->offset);
      ASSERT_EQ (place.length, wanted->length);
      p = back ? p : g_utf8_next_char (p);
    }
}

GOV_TEST (Source, LocatesTheEndAndNothing)
{
  g_autoptr (GovSource) source = source_from ("a\n", -1);
  GovPlace end = gov_source_locate (source, GOV_SPAN (2, 0));
  GovPlace none = gov_source_locate (source, GOV_SPAN_NONE);

  EXPECT_EQ (end.line, 2);
  EXPECT_EQ (end.column, 1);
  EXPECT_EQ (end.offset, 2);
  EXPECT_EQ (none.line, 0);
  EXPECT_EQ (none.offset, -1);
}

GOV_TEST (Source, LocatesManyPlacesInOneLongLine)
{
  const guint n = 1 << 18;
  g_autoptr (GString) text = g_string_new ("<meta charset=gbk>");
  for (guint i = 0; i < n; i++)
    g_string_append (text, "\xD7\xDC,");
  g_autoptr (GovSource) source = source_from (text->str, text->len);
  gsize length;
  gov_source_get_text (source, &length);

  ASSERT_EQ (length, 18 + 4 * n);
  for (guint i = 0; i < n; i++)
    {
      GovPlace place = gov_source_locate (source, GOV_SPAN (18 + 4 * i, 3));
      if (place.column != 19 + 2 * i || place.offset != 18 + 3 * i || place.length != 2)
        FAIL ("place %u: column %u, offset %" G_GINT64_FORMAT, i, place.column, place.offset);
    }
}

GOV_TEST (Source, LocatesInAPartWithoutOffsets)
{
  g_autoptr (GovSource) source = source_from ("PK\3\4 word/document.xml", -1);
  g_autoptr (GBytes) part = g_bytes_new ("<w:t>\n总计</w:t>", 18);

  EXPECT_TRUE (gov_source_is_binary (source));
  gov_source_set_part (source, "word/document.xml", part);
  EXPECT_STREQ (text_of (source), "<w:t>\n总计</w:t>");
  EXPECT_STREQ (gov_source_get_part_name (source), "word/document.xml");
  EXPECT_STREQ (gov_source_get_charset (source), "UTF-8");
  GovPlace place = place_of (source, "总计");
  EXPECT_EQ (place.line, 2);
  EXPECT_EQ (place.column, 1);
  EXPECT_EQ (place.offset, -1);
  EXPECT_EQ (place.length, 0);
}

/* ---- what is no text, what cannot be opened ---------------------------------------------------------------------------- */

static const struct {
  const char *name, *bytes;
  gsize length;
  const char *says;
} binaries[] = {
    {"jpeg", "\xFF\xD8\xFF\xE0\0\x10JFIF", 10, "a JPEG picture"},
    {"png", "\x89PNG\r\n\x1A\n", 8, "a PNG picture"},
    {"pdf", "%PDF-1.7\n", 9, "pdftotext -layout"},
    {"doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "save it as .docx"},
    {"docx", "PK\3\4..word/document.xml", 23, "a Word file"},
    {"xlsx", "PK\3\4..xl/workbook.xml", 21, "an Excel workbook"},
    {"zip", "PK\3\4..", 6, "a zip file"},
    {"noise", "\1\2\3\4abc\0\0\0\0", 11, "bytes of no known kind"},
};

GOV_TEST_P (Source, NamesWhatIsNoText, binaries)
{
  g_autoptr (GovSource) source = source_from (param->bytes, param->length);

  EXPECT_TRUE (gov_source_is_binary (source));
  EXPECT_CONTAINS (gov_source_describe_binary (source), param->says);
}

GOV_TEST (Source, OpensAFile)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("govconv-test-XXXXXX", &path, NULL);
  g_autoptr (GError) error = NULL;

  ASSERT_TRUE (file >= 0);
  close (file);
  ASSERT_TRUE (g_file_set_contents (path, REPORT, -1, NULL));
  g_autoptr (GovSource) source = gov_source_open (path, &error);
  g_unlink (path);
  ASSERT_NO_ERROR (error);
  EXPECT_STREQ (gov_source_get_name (source), path);
  EXPECT_STREQ (text_of (source), REPORT);
  gsize n;
  EXPECT_TRUE (text_of (source) == (const char *) gov_source_get_bytes (source, &n)); /* not copied */
  EXPECT_EQ (n, strlen (REPORT));
}

static const struct {
  const char *name, *path;
  GovError code;
  const char *says;
} unopened[] = {
    {"directory", "/", GOV_ERROR_IO, "is a directory"},
    {"missing", "/nowhere/report.html", GOV_ERROR_IO, "/nowhere/report.html: cannot be opened"},
    {"endless", "/dev/zero", GOV_ERROR_LIMIT, "larger than 128 MiB"},
};

GOV_TEST_P (Source, RefusesWhatCannotBeOpened, unopened)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GovSource) source = gov_source_open (param->path, &error);

  EXPECT_TRUE (source == NULL);
  ASSERT_ERROR (error, GOV_ERROR, param->code);
  EXPECT_CONTAINS (error->message, param->says);
}
