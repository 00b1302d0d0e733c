/* SPDX-License-Identifier: MIT */
#include "tests/gtest-c.h"
#include "tests/told.h"

#include <govconv/convert.h>
#include <zip.h>

#define DOCUMENT "word/document.xml"
#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"

/* ---- making files -------------------------------------------------------------------------------------------------------- */

typedef struct {
  const char *name;
  const char *data;
  gsize length;
} Part;

/* A zip file of the parts; password: of the first one, or NULL. */
static GBytes *
pack (const Part *parts, guint n_parts, const char *password)
{
  zip_source_t *buffer = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (buffer, ZIP_TRUNCATE, NULL);

  zip_source_keep (buffer);
  for (guint i = 0; i < n_parts; i++)
    {
      zip_source_t *part = zip_source_buffer (zip, parts[i].data, parts[i].length, 0);
      zip_int64_t index = zip_file_add (zip, parts[i].name, part, 0);
      if (i == 0 && password != NULL)
        zip_file_set_encryption (zip, index, ZIP_EM_AES_128, password);
    }
  EXPECT_EQ (zip_close (zip), 0);

  zip_stat_t status;
  zip_source_stat (buffer, &status);
  g_autofree guint8 *data = g_malloc (status.size);
  zip_source_open (buffer);
  EXPECT_EQ (zip_source_read (buffer, data, status.size), status.size);
  zip_source_close (buffer);
  zip_source_free (buffer);
  return g_bytes_new_take (g_steal_pointer (&data), status.size);
}

static GBytes *
pack_document (const char *document, gsize length)
{
  return pack (&(Part){DOCUMENT, document, length}, 1, NULL);
}

/* A document with this body, with the styles and properties that word processors write. */
static GBytes *
pack_body (const char *body)
{
  static const char styles[]
      = "<w:styles " W "><w:style w:type='paragraph' w:styleId='1'><w:name w:val='Normal'/></w:style>"
        "<w:style w:styleId='2'><w:name w:val='heading 2'/></w:style><w:style w:styleId='a3'><w:name w:val='Title'/></w:style>"
        "<w:style w:styleId='a4'><w:name w:val='own'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style></w:styles>";
  static const char properties[] = "<cp:coreProperties xmlns:cp='urn:cp' xmlns:dc='urn:dc'><dc:creator>甲</dc:creator>"
                                   "<dc:title> 某局&amp;某办年报 </dc:title></cp:coreProperties>";
  g_autofree char *document
      = g_strconcat ("<?xml version='1.0' encoding='UTF-8'?>\n<w:document " W " xmlns:mc='urn:mc' xmlns:v='urn:v'><w:body>",
                     body, "</w:body></w:document>", NULL);
  const Part parts[] = {{"[Content_Types].xml", "<Types/>", 8},
                        {DOCUMENT, document, strlen (document)},
                        {"word/styles.xml", styles, strlen (styles)},
                        {"docProps/core.xml", properties, strlen (properties)}};

  return pack (parts, G_N_ELEMENTS (parts), NULL);
}

static char *
told (GBytes *file)
{
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  return gov_test_told_bytes ("docx", file, diagnostics);
}

/* ---- documents ----------------------------------------------------------------------------------------------------------- */

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P (text) "</w:tc>"
#define SPAN(n) "<w:gridSpan w:val='" n "'/>"
#define RESTART "<w:vMerge w:val='restart'/>"
#define CONTINUE "<w:vMerge/>"

static const struct {
  const char *name, *body, *told;
} documents[] = {
    {"paragraphs of runs",
     "<w:p><w:r><w:t>一、总体</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>情况</w:t></w:r></w:p>" P (
         "正文 3&lt;5 &#x4e2d;") "<w:p/>",
     "一、总体情况\n正文 3<5 中\n"},
    {"headings by style name and by outline level",
     STYLED ("a3", "年报") STYLED ("2", "一、总体情况") STYLED ("1", "正文。")
         STYLED ("a4", "二、情况") "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>三、情况</w:t></w:r></w:p>"
                                   "<w:p><w:pPr><w:outlineLvl w:val='9'/></w:pPr><w:r><w:t>正文。</w:t></w:r></w:p>",
     "# 年报\n## 一、总体情况\n正文。\n### 二、情况\n# 三、情况\n正文。\n"},
    {"tabs, hyphens and breaks",
     "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r></w:p>",
     "甲\t乙-丙\n丁\n"},
    {"tab stops are no tabs", "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>",
     "甲\n"},
    {"insertions are kept, deletions and moved text are not",
     "<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins><w:del><w:r><w:delText>乙</w:delText><w:t>丙</w:t></w:r></w:del>"
     "<w:moveFrom><w:r><w:t>丁</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>戊</w:t></w:r></w:moveTo></w:p>",
     "甲戊\n"},
    {"hidden text",
     "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t><w:br/></w:r>"
     "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>乙</w:t></w:r><w:r><w:t>丙</w:t></w:r></w:p>",
     "乙丙\n"},
    {"fields show their result", "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>4</w:t></w:r></w:p>", "4\n"},
    {"content controls, filled in and not",
     "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" P (
         "甲") "</w:sdtContent></w:sdt>"
               "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" P (
                   "单击此处输入文字。") "</w:sdtContent></w:sdt>" P ("乙"),
     "甲\n乙\n"},
    {"a text box is told once",
     "<w:p><w:r><w:t>甲</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>" P (
         "乙") "</w:txbxContent></mc:Choice><mc:Fallback>"
               "<v:textbox><w:txbxContent>" P (
                   "乙") "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent><w:t>丙</w:t></w:r></w:p>",
     "甲\n乙\n丙\n"},
    {"a table",
     P ("前") "<w:tbl><w:tblGrid/><w:tr>" TC (SPAN ("2"), "项目") TC ("", "件数") "</w:tr><w:tr>" TC ("", "规章") TC ("", "甲")
         TC ("", "3") "</w:tr></w:tbl>" P ("后"),
     "前\nT\n: 项目{2x1} | 件数\n: 规章 | 甲 | 3\n后\n"},
    {"cells merged downwards",
     "<w:tbl><w:tr>" TC (RESTART, "三、结果") TC (SPAN ("2") RESTART, "公开") TC ("", "1") "</w:tr><w:tr>" TC (CONTINUE, "")
         TC (SPAN ("2") "<w:vMerge w:val='continue'/>", "") TC ("", "2") "</w:tr><w:tr>" TC (CONTINUE, "") TC ("", "乙")
             TC ("", "丙") TC ("", "3") "</w:tr></w:tbl>",
     "T\n: 三、结果{1x3} | 公开{2x2} | 1\n: 2\n: 乙 | 丙 | 3\n"},
    {"a merge that nothing began",
     "<w:tbl><w:tr>" TC (CONTINUE, "甲") TC ("", "1") "</w:tr><w:tr>" TC ("", "乙") TC (CONTINUE, "2") "</w:tr></w:tbl>",
     "T\n: 甲 | 1\n: 乙 | 2\n"},
    {"what a merged cell hides",
     "<w:tbl><w:tr>" TC (RESTART, "甲") TC ("", "1") "</w:tr><w:tr><w:tc><w:tcPr>" CONTINUE "</w:tcPr>" P ("乙") P (
         "丙") "</w:tc>" TC ("", "2") "</w:tr><w:tr><w:tc><w:tcPr>" CONTINUE "</w:tcPr></w:tc>" TC ("", "3") "</w:tr></w:tbl>",
     "T\n: 甲{1x3} | 1\n: 2\n: 3\n"},
    {"rows that begin later and end earlier",
     "<w:tbl><w:tr>" TC ("", "1") TC ("", "2") TC ("", "3")
         TC ("", "4") "</w:tr><w:tr><w:trPr><w:gridBefore w:val='2'/>"
                      "<w:gridAfter w:val='1'/></w:trPr>" TC ("", "5") "</w:tr></w:tbl>",
     "T\n: 1 | 2 | 3 | 4\n: {2x1} | 5 | \n"},
    {"deleted and hidden rows",
     "<w:tbl><w:tr>" TC ("", "1") TC ("", "2") "</w:tr><w:tr><w:trPr><w:del w:id='1'/></w:trPr>" TC ("", "3")
         TC ("", "4") "</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>" TC ("", "5") TC ("", "6") "</w:tr><w:tr>" TC ("", "7")
             TC ("", "8") "</w:tr></w:tbl>",
     "T\n: 1 | 2\n: 7 | 8\n"},
    {"several paragraphs in a cell",
     "<w:tbl><w:tr><w:tc>" P ("商业") P ("企业") "</w:tc>" TC ("", "1") "</w:tr><w:tr><w:tc/>" TC ("", "2") "</w:tr></w:tbl>",
     "T\n: 商业/企业 | 1\n:  | 2\n"},
    {"content controls around rows and cells",
     "<w:tbl><w:sdt><w:sdtPr/><w:sdtContent><w:tr>" TC ("", "1") "<w:sdt><w:sdtContent>" TC (
         "", "2") "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>",
     "T\n: 1 | 2\n"},
    {"a control that was not filled in is an empty cell",
     "<w:tbl><w:tr><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" TC (
         "", "单击此处") "</w:sdtContent></w:sdt>" TC ("", "2") "</w:tr><w:tr>" TC ("", "3") TC ("", "4") "</w:tr></w:tbl>",
     "T\n:  | 2\n: 3 | 4\n"},
    {"a table in a cell",
     "<w:tbl><w:tr><w:tc>" P ("一、情况") "<w:tbl><w:tr>" TC ("", "1") TC ("", "2") "</w:tr><w:tr>" TC (RESTART, "3")
         TC ("", "4") "</w:tr></w:tbl>" P ("后") "</w:tc></w:tr></w:tbl>",
     "一、情况\nT\n: 1 | 2\n: 3 | 4\n后\n"},
    {"junk in numbers",
     "<w:tbl><w:tr>" TC (SPAN ("x"), "1") TC (SPAN ("0"), "2") TC (SPAN ("-7"), "3")
         TC ("<w:gridSpan/>", "4") "</w:tr></w:tbl>",
     "T\n: 1 | 2 | 3 | 4\n"},
};

GOV_TEST_P (Docx, Tells, documents)
{
  g_autoptr (GBytes) file = pack_body (param->body);
  g_autofree char *text = told (file);

  EXPECT_STREQ (text, param->told);
}

GOV_TEST (Docx, StrictNamespaceAndUtf16)
{
  const char document[]
      = "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16'?><x:document "
        "xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:p><x:r><x:t>年报</x:t></x:r></x:p></x:document>";
  gsize n;
  g_autofree char *utf16 = g_convert (document, -1, "UTF-16LE", "UTF-8", NULL, &n, NULL);
  g_autoptr (GBytes) file = pack_document (utf16, n);
  g_autofree char *text = told (file);

  EXPECT_STREQ (text, "年报\n");
}

/* ---- what is refused ----------------------------------------------------------------------------------------------------- */

GOV_TEST (Docx, RefusesWhatIsNoWordFile)
{
  const Part other = {"xl/workbook.xml", "<x/>", 4};
  const Part locked = {DOCUMENT, "<w:document/>", 13};
  const struct {
    const char *name;
    GBytes *file;
    const char *says;
  } files[] = {
      {"text", g_bytes_new ("年报", 6), "!this is no Word file (.docx)"},
      {"nothing", g_bytes_new (NULL, 0), "the file is damaged, or no Word file"},
      {"an old Word file", g_bytes_new ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", 10), "save it as .docx without a password"},
      {"another zip file", pack (&other, 1, NULL), "word/document.xml cannot be read"},
      {"a password", pack (&locked, 1, "x"), "it has a password"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      GOV_TRACE ("%s", files[i].name);
      g_autoptr (GBytes) file = files[i].file;
      g_autofree char *text = told (file);
      EXPECT_CONTAINS (text, files[i].says);
    }
}

/* 70 MB of one letter, and 2 MB of it: too large, and packed too tight. */
GOV_TEST (Docx, RefusesZipBombs)
{
  const gsize sizes[] = {70000000, 2000000};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *spaces = g_strnfill (sizes[i], ' ');
      g_autoptr (GBytes) file = pack_document (spaces, sizes[i]);
      g_autofree char *text = told (file);
      EXPECT_CONTAINS (text, "!the Word file's part word/document.xml would unpack to");
    }
}

/* ---- damage -------------------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *document, *told;
} damaged[] = {
    {"cut in a table",
     "<w:document " W "><w:body>" P ("前") "<w:tbl><w:tr>" TC ("", "1") TC ("", "2") "</w:tr><w:tr>" TC ("", "3"),
     "前\nT\n: 1 | 2\n: 3\n"},
    {"not well-formed", "<w:document " W "><w:body>" P ("前") "<w:p></w:tbl>" P ("后"), "前\n"},
    {"an entity of a DTD", "<!DOCTYPE d [<!ENTITY a 'b'>]><w:document " W "><w:body>" P ("前") P ("&a;") P ("后"), "前\n"},
    {"nothing at all", "", ""},
};

GOV_TEST_P (Docx, TellsWhatComesBeforeTheDamage, damaged)
{
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();
  g_autoptr (GBytes) file = pack_document (param->document, strlen (param->document));
  g_autofree char *text = gov_test_told_bytes ("docx", file, diagnostics);

  EXPECT_STREQ (text, param->told);
  ASSERT_EQ (gov_diagnostics_get_length (diagnostics), 1);
  EXPECT_STREQ (gov_diagnostics_get (diagnostics, 0)->code, "input-damaged");
  EXPECT_EQ (gov_diagnostics_get (diagnostics, 0)->place.line, 1);
}

GOV_TEST (Docx, DeepNestingIsDamage)
{
  g_autoptr (GString) body = g_string_new (P ("前"));
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  for (guint i = 0; i < 20000; i++)
    g_string_append (body, "<w:tbl><w:tr><w:tc>");
  g_autoptr (GBytes) file = pack_body (body->str);
  g_autofree char *text = gov_test_told_bytes ("docx", file, diagnostics);
  EXPECT_TRUE (g_str_has_prefix (text, "前\n"));
  EXPECT_EQ (gov_diagnostics_get_length (diagnostics), 1);
}

/* No byte of the file may be trusted. */
GOV_TEST (Docx, SurvivesAnyWrongByte)
{
  g_autoptr (GBytes) file = pack_body ("<w:tbl><w:tr>" TC (RESTART, "1") TC ("", "2") "</w:tr><w:tr>" TC (CONTINUE, "")
                                           TC ("", "4") "</w:tr></w:tbl>");
  gsize n;
  const guint8 *bytes = g_bytes_get_data (file, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, n);
      copy[i] ^= 0x55;
      g_autoptr (GBytes) wrong = g_bytes_new (copy, i % 2 == 0 ? n : i);
      g_autofree char *text = told (wrong);
      EXPECT_TRUE (text != NULL);
    }
}

GOV_TEST (Docx, ScoresByContent)
{
  EXPECT_EQ (gov_test_score ("docx", "a.docx", "年报"), 0);
  EXPECT_EQ (gov_test_score ("docx", "a.txt", "PK\3\4....word/document.xml"), 100);
  EXPECT_EQ (gov_test_score ("docx", "a.docx", "PK\3\4....xl/workbook.xml"), 0);
}
