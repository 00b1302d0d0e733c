/* SPDX-License-Identifier: MIT */
#include "core/document/document.h"
#include "tests/gtest-c.h"
#include "tests/told.h"

#include <govconv/convert.h>

static const struct {
  const char *name, *text, *told;
} pages[] = {
    /* tables */
    {"a table between paragraphs",
     "<p>一、总体情况</p><table><tr><th>项目</th><th>件数</th></tr><tr><td>规章</td><td>3</td></tr></table><p>正文。</p>",
     "一、总体情况\nT\n: 项目 | 件数\n: 规章 | 3\n正文。\n"},
    {"no end tags in tables", "<table><tr><td>项目<td>件数<tr><td>规章<td>3<tr><td>文件<td>8</table>三、情况",
     "T\n: 项目 | 件数\n: 规章 | 3\n: 文件 | 8\n三、情况\n"},
    {"row end tags are missing, blocks in the cells stay open",
     "<table><tr><td><div>规章<td><div><p>3</p><tr><td>文件</td><td>8</td></table>后", "T\n: 规章 | 3\n: 文件 | 8\n后\n"},
    {"the table's end tag is missing", "<table><tr><td>规章</td><td>3</td></tr><table><tr><td>文件</td><td>8</td></tr></table>",
     "T\n: 规章 | 3\nT\n: 文件 | 8\n"},
    {"rows without a table", "<tr><td>规章</td><td>3</td></tr><tr><td>文件</td><td>8</td></tr><p>后</p>",
     "T\n: 规章 | 3\n: 文件 | 8\n后\n"},
    {"cells without a row", "<table><td>规章</td><td>3</td></table>", "T\n: 规章 | 3\n"},
    {"parts of a table",
     "<table><caption>单位：件</caption><colgroup><col><col></colgroup><thead><tr><td>项目<td>件数</"
     "thead><tbody><tr><td>规章<td>3</tbody>"
     "<tfoot><tr><td>合计<td>3</tfoot></table>",
     "T\n: 单位：件\n: 项目 | 件数\n: 规章 | 3\n: 合计 | 3\n"},
    {"spans", "<table><tr><td rowspan=2>项目<td colspan='3'>件数<tr><td>甲<td>乙<td>丙<tr><td>3<td>4<td>5<td>6</table>",
     "T\n: 项目{1x2} | 件数{3x1}\n: 甲 | 乙 | 丙\n: 3 | 4 | 5 | 6\n"},
    {"junk in spans", "<table><tr><td colspan=x>甲<td colspan=' 2px'>乙<td colspan=-3>丙<td rowspan=0 colspan=''>丁</table>",
     "T\n: 甲 | 乙{2x1} | 丙 | 丁\n"},
    {"huge spans are clipped to the table", "<table><tr><td rowspan=1000000000>甲<td>乙<tr><td>丙</table>",
     "T\n: 甲{1x2} | 乙\n: 丙\n"},
    {"empty cells and rows",
     "<table><tr><td>甲<td><td>&nbsp;<tr><td rowspan=2>乙<td>1<td>2<tr></tr><tr><td>丙<td>3<td>4</table>",
     "T\n: 甲 |  | \n: 乙{1x2} | 1 | 2\n: \n: 丙 | 3 | 4\n"},
    {"text beside the cells of a table", "<table>附：<tr><td>规章<td>3<tr>&nbsp;<td>文件<td>8</table>",
     "T\n: 附：\n: 规章 | 3\n: 文件 | 8\n"},
    /* cells */
    {"paragraphs and line breaks in a cell are breaks, spans are nothing",
     "<table><tr><td><p>商业</p>\n <p>企业</p><td><span>科研</span><span>机构</span><td>社会<br/>公益<br><br>组织<td>a\n "
     "b</table>",
     "T\n: 商业/企业 | 科研机构 | 社会/公益/组织 | a b\n"},
    {"a heading in a cell", "<table><tr><td><h3>三、情况</h3><td>3</table>", "T\n: 三、情况 | 3\n"},
    {"a line end between Han characters is nothing", "<p>现行有\n   效件数\r\n共 3\n件</p>", "现行有效件数共 3 件\n"},
    {"character references", "<p>3&nbsp;4&lt;5&#x4e2d;&#22269;&amp;&unknown;&#0;R&D</p>", "3\302\2404<5中国&&unknown;R&D\n"},
    /* nested tables */
    {"a page inside a layout table",
     "<table><tr><td>首页</td></tr><tr><td><p>某局2021年报</p><table><tr><td>规章</td><td>3</td></tr><tr><td>文件</td><td>8</"
     "td></tr></table>"
     "<p>三、情况</p><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></td></tr><tr><td>版权</td></"
     "tr></table>",
     "首页\n某局2021年报\nT\n: 规章 | 3\n: 文件 | 8\n三、情况\nT\n: 甲 | 1\n: 乙 | 2\n版权\n"},
    {"a layout table with a side column",
     "<table><tr><td>导航</td><td><h1>年报</h1><table><tr><td>规章<td>3<tr><td>文件<td>8</table>正文</td><td>链接</td></tr></"
     "table>",
     "T\n: 导航\n# 年报\nT\n: 规章 | 3\n: 文件 | 8\n正文\nT\n: 链接\n"},
    {"a table with one column takes no place",
     "<table><tr><td>一、总体情况</td></tr><tr><td>正文一。<p>正文二。</td></tr></table>",
     "一、总体情况\n正文一。\n正文二。\n"},
    {"a table around one figure takes no place",
     "<table><tr><td>规章</td><td><table><tr><td>3</td></tr></table></td></tr><tr><td>文件</td><td>8</td></tr></table>",
     "T\n: 规章 | 3\n: 文件 | 8\n"},
    {"a note below the figures is told after them",
     "<table><tr><td>规章</td><td>3</td></tr><tr><td>文件</td><td>8</td></tr><tr><td "
     "colspan=2>注<table><tr><td>甲<td>1<tr><td>乙<td>2</table></td></tr>"
     "<tr><td>许可</td><td>4</td></tr></table>",
     "T\n: 规章 | 3\n: 文件 | 8\n注\nT\n: 甲 | 1\n: 乙 | 2\nT\n: 许可 | 4\n"},
    /* text */
    {"headings", "<h1>某局<br>年报</h1><h2><span>一、</span>总体情况</h2><h2><div>二、情况</div></h2>后",
     "# 某局/年报\n## 一、总体情况\n## 二、情况\n后\n"},
    {"lines are paragraphs",
     "<div>一、总体情况<br>正文一。<br><br>\n正文二。</div>正文三。<div>正文四。<div>正文五。</div>正文六。</div>",
     "一、总体情况\n正文一。\n正文二。\n正文三。\n正文四。\n正文五。\n正文六。\n"},
    {"preformatted text keeps its lines", "<pre>一、总体情况\n正文  一。\r\n\n正文二。</pre>",
     "一、总体情况\n正文  一。\n正文二。\n"},
    {"inline elements end nothing, list items do", "<ul><li>甲<b>乙</b><li>丙</ul><a href=x>丁</a><font>戊</font>",
     "甲乙\n丙\n丁戊\n"},
    {"unclosed and crossed inline elements", "<p><b>甲<i>乙</b>丙</i><span>丁<p>戊</span>己", "甲乙丙丁\n戊\n己\n"},
    /* what is not shown */
    {"scripts, styles, templates, comments",
     "<style>p{}</style><script>var a='<p>甲</p>';</script><template><p>乙</template><!-- <p>丙 "
     "--><noscript>丁</noscript><p>戊<select><option>己</select>",
     "戊\n"},
    {"hidden elements",
     "<p style='display:none'>甲</p><p style=\"color:red; DISPLAY : None !important\">乙</p><div hidden><p>丙</p></div>"
     "<span style='visibility:hidden'>丁</span><span style='mso-hide:all'>戊</span><p "
     "style='display:nonesuch;x-display:none'>己</p>",
     "己\n"},
    {"hidden cells and rows",
     "<table><tr><td>甲<td style='display:none'>乙<td>丙<tr style=display:none><td>1<td>2<tr><td>丁<td>戊</table>",
     "T\n: 甲 | 丙\n: 丁 | 戊\n"},
    {"Word's conditions and empty paragraphs",
     "<p><![if !supportLists]>1.<![endif]>甲<o:p></o:p></p><!--[if gte mso "
     "9]><xml><w:x>乙</w:x></xml><![endif]--><p><o:p>&nbsp;</o:p></p>"
     "<xml><o:z>丙</o:z></xml><p>丁 < 戊 <3 <</p>",
     "1.甲\n丁 < 戊 <3 <\n"},
    {"text around the page", "甲<html><head><title>题</title></head><body>乙</body></html>丙", "甲\n乙丙\n"},
    {"cut in a tag", "<table><tr><td>规章</td><td>3</td></tr><tr><td>文件</td><td>8</td></tr><tr><td sty",
     "T\n: 规章 | 3\n: 文件 | 8\n: \n"},
    {"nothing", "", ""},
};

GOV_TEST_P (Html, Tells, pages)
{
  g_autofree char *told = gov_test_told ("html", param->text);
  EXPECT_STREQ (told, param->told);
}

/* ---- layout by many paragraphs ----------------------------------------------------------------------------------------- */

GOV_TEST (Html, ACellThatIsAPageIsToldAsParagraphs)
{
  g_autoptr (GString) page = g_string_new ("<table><tr><td>导航</td><td>");
  g_autoptr (GString) wanted = g_string_new ("T\n: 导航\n");

  for (guint i = 0; i < 6; i++)
    {
      g_string_append (page, "<p>");
      for (guint n = 0; n < 10; n++)
        {
          g_string_append (page, "年度工作情况");
          g_string_append (wanted, "年度工作情况");
        }
      g_string_append (page, "</p>");
      g_string_append (wanted, "\n");
    }
  g_string_append (page, "</td></tr></table>");
  g_autofree char *told = gov_test_told ("html", page->str);
  EXPECT_STREQ (told, wanted->str);
}

/* ---- with the document at hand ----------------------------------------------------------------------------------------- */

typedef struct {
  GovRegistry *registry;
  GovSource *source;
  GovDiagnostics *diagnostics;
  GovDocument *document;
} Read;

static void
read_clear (Read *read)
{
  gov_document_free (read->document);
  gov_diagnostics_free (read->diagnostics);
  gov_source_free (read->source);
  gov_registry_free (read->registry);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static void
read_bytes (Read *read, const char *bytes, gsize length)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;

  read->registry = gov_registry_new ((const char *const[]){gov_test_plugin_dir (), NULL});
  read->source = gov_source_new ("page.html", data);
  read->diagnostics = gov_diagnostics_new ();
  const GovReader *reader = gov_registry_find_reader (read->registry, "html", &error);
  ASSERT_NO_ERROR (error);
  g_autoptr (GovBuilder) builder = gov_builder_new (read->source, read->diagnostics);
  EXPECT_TRUE (reader->read (read->source, NULL, builder, read->diagnostics, &error));
  EXPECT_NO_ERROR (error);
  read->document = gov_builder_finish (g_steal_pointer (&builder));
}

static const char *
get_property (const Read *read, const char *name)
{
  for (guint i = 0; i < read->document->n_properties; i++)
    if (strcmp (read->document->properties[i].name, name) == 0)
      return read->document->properties[i].value.text;
  return NULL;
}

/* The source's own text of the n-th run of a text. */
static char *
source_of_run (const Read *read, const GovText *text, guint n)
{
  GovSpan span = n < text->n_runs ? text->runs[n].span : GOV_SPAN_NONE;

  return gov_span_is_none (span) ? NULL : g_strndup (gov_source_get_text (read->source, NULL) + span.offset, span.length);
}

GOV_TEST (Html, PropertiesAreToldWithTheirPlaces)
{
  const char page[] = "<html><head><title> 某局年报_某县政府网\n</title><meta name=\"ArticleTitle\" content=\"某局2021年报\">"
                      "<META NAME='ContentSource' CONTENT='某局'><meta name=PubDate content='2022-01-20 09:30'>"
                      "<meta name=\"SiteName\" content=\"某县&#25919;府\"><meta name=keywords content=x><meta content=y>";
  g_auto (Read) read = {0};

  read_bytes (&read, page, strlen (page));
  EXPECT_EQ (read.document->n_properties, 5);
  EXPECT_STREQ (get_property (&read, "title"), "某局年报_某县政府网");
  EXPECT_STREQ (get_property (&read, "publisher"), "某局");
  EXPECT_STREQ (get_property (&read, "date"), "2022-01-20 09:30");
  EXPECT_STREQ (get_property (&read, "site"), "某县政府");
  g_autofree char *publisher = source_of_run (&read, &read.document->properties[2].value, 0);
  EXPECT_STREQ (publisher, "某局");
}

GOV_TEST (Html, SpansAreTheTextOrTheReference)
{
  const char page[] = "<table><tr><td>甲</td><td> 1&nbsp;2&#51;4\n5</td></tr><tr><td>乙</td><td>6</td></tr></table>";
  static const char *const wanted[] = {" 1", "&nbsp;", "2", "&#51;", "4", NULL, "5"};
  g_auto (Read) read = {0};

  read_bytes (&read, page, strlen (page));
  ASSERT_EQ (read.document->n_blocks, 1);
  const GovText *text = &read.document->blocks[0].grid->rows[0].cells[1].text;
  EXPECT_STREQ (text->text, " 1\302\240234 5");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *run = source_of_run (&read, text, i);
      EXPECT_STREQ (run, wanted[i]);
    }
}

GOV_TEST (Html, PlacesAreThoseOfTheBytesThatCameIn)
{
  const char text[]
      = "<meta charset=gb2312>\r\n<table><tr><td>新收</td><td>37</td></tr>\r\n<tr><td>结转</td><td>41</td></tr></table>";
  gsize n;
  g_autofree char *bytes = g_convert (text, -1, "GB18030", "UTF-8", NULL, &n, NULL);
  g_auto (Read) read = {0};

  read_bytes (&read, bytes, n);
  EXPECT_STREQ (gov_source_get_charset (read.source), "GB18030");
  ASSERT_EQ (read.document->n_blocks, 1);
  const GovText *figure = &read.document->blocks[0].grid->rows[1].cells[1].text;
  GovPlace place = gov_source_locate (read.source, gov_text_get_span (figure, 0, figure->length));
  EXPECT_EQ (place.line, 3);
  EXPECT_EQ (place.column, 20);
  EXPECT_EQ (place.offset, strstr (bytes, "41") - bytes);
  EXPECT_EQ (place.length, 2);
}

/* ---- hostile pages ----------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *begin, *repeat, *end;
  guint times;
  const char *code; /* of the diagnostic that must be there; NULL: none */
} hostile[] = {
    {"cells without end", "<table><tr>", "<td>", "", 1000000, "limit-exceeded"},
    {"rows without end", "<table>", "<tr>", "", 1000000, "limit-exceeded"},
    {"nested blocks", "", "<div>", "x", 100000, "limit-exceeded"},
    {"nested tables", "", "<table><tr><td>", "x", 100000, "limit-exceeded"},
    {"nested tables within the limit", "", "<table><tr><td>1<td>", "x", 3000, NULL},
    {"misplaced end tags", "<b><b><b><b><b><b><b><b><b><b>", "</i>", "x", 100000, NULL},
    {"misplaced end tags deep inside", NULL, "</i>", "x", 100000, "limit-exceeded"},
    {"bogus comments", "", "<![", "x", 300000, NULL},
    {"comments", "", "<!--", "x", 300000, NULL},
    {"ampersands", "", "&", "x", 300000, NULL},
    {"less-than signs", "", "<", "x", 300000, NULL},
    {"line ends", "<p>x", "\n", "x", 1000000, NULL},
    {"attributes", "<p ", "a b=1 ", ">x", 100000, NULL},
    {"headings", "", "<h1>x", "", 100000, "limit-exceeded"},
};

GOV_TEST_P (Html, EndsOnHostilePages, hostile)
{
  g_autoptr (GString) page = g_string_new (param->begin);
  g_auto (Read) read = {0};

  if (param->begin == NULL)
    for (guint i = 0; i < 9000; i++)
      g_string_append (page, "<b>");
  for (guint i = 0; i < param->times; i++)
    g_string_append (page, param->repeat);
  g_string_append (page, param->end);
  read_bytes (&read, page->str, page->len);
  guint n = gov_diagnostics_get_length (read.diagnostics);
  EXPECT_EQ (n, param->code != NULL);
  if (param->code != NULL && n > 0)
    EXPECT_STREQ (gov_diagnostics_get (read.diagnostics, 0)->code, param->code);
}

/* ---- identify ---------------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *file, *text;
  guint least, most;
} scored[] = {
    {"doctype", "a", "\n<!-- x --><!DOCTYPE html><p>a", 100, 100},
    {"html", "a.txt", "<HTML><body><p>a</p>", 100, 100},
    {"xhtml", "a.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", 100, 100},
    {"a fragment of a page", "a.txt", "<p>三、情况</p><table><tr><td>规章</td><td>3</td></tr></table>", 80, 99},
    {"our XML", "a.xml", "<?xml version=\"1.0\"?>\n<report xmlns=\"urn:govconv:report:1\"><p>a</p><p>b</p><table/>", 0, 0},
    {"our XML without a declaration", "a.xml", "<report xmlns=\"urn:govconv:report:1\"><title>a</title></report>", 0, 20},
    {"plain text", "a.txt", "三、情况\n规章 3 < 5\n", 0, 0},
    {"plain text named html", "a.html", "三、情况\n规章 3\n", 20, 20},
    {"bars", "a.txt", "规章 | 3 |\n文件 | 8 |<br>\n", 0, 0},
    {"markdown with a table in tags", "a.md",
     "# 某局2021年报\n\n一、总体情况\n\n正文正文正文正文。\n\n<table><tr><td>规章</td><td>3</td></tr></table>\n\n二、情况\n", 0,
     50},
    {"markdown that begins with tags", "a.md",
     "<div style=\"text-align: center;\">图</div>\n\n# 某局2021年报\n\n正文正文正文正文正文正文。\n\n"
     "<html><body><table><tr><td>规章</td><td>3</td></tr></table></body></html>\n\n正文。\n",
     0, 50},
    {"lines ended by <br>", "a.txt", "一、总体情况<br>正文一。<br>正文二。<br>", 0, 50},
};

GOV_TEST_P (Html, Scores, scored)
{
  guint score = gov_test_score ("html", param->file, param->text);

  EXPECT_GE (score, param->least);
  EXPECT_LE (score, param->most);
}

/* Any truncation of a page is read without complaint from the builder. */
GOV_TEST (Html, ReadsAPageCutAnywhere)
{
  const char page[]
      = "<!DOCTYPE html><title>题</title><table><tr><td>导航<td><h2>二、情况</h2><table><caption>表</caption><tr><td "
        "rowspan=2>规章"
        "<td>3&nbsp;<tr><td style='display:none'>x</td><td>8<br>9</td></tr></table><![if a]><!-- c --><p>后&amp;</p></table>";

  for (gsize n = 0; n < strlen (page); n++)
    {
      GOV_TRACE ("cut after %zu bytes", n);
      g_autofree char *cut = g_utf8_make_valid (page, n);
      g_autofree char *told = gov_test_told ("html", cut);
      ASSERT_TRUE (strstr (told, "!span") == NULL);
    }
}
