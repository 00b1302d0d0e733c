/* SPDX-License-Identifier: MIT */
/* The plugins outside the core's build: from an installation to a converted file, and what they make of reports. */
#include "formats.h"
#include "gtest-c.h"

#include <glib/gstdio.h>

/* ---- an installation with the plugins in it ------------------------------------------------------------------------------ */

#define PLACE GOV_TEST_BUILD_DIR "/tests/extra/installed" /* made anew by every run */

/* Runs a shell command with $1 and $2; FALSE and a failure of the test when it fails. */
static gboolean
run (const char *command, const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL, *said = NULL;
  const char *const arguments[] = {"sh", "-ec", command, "sh", first, second, NULL};
  g_auto (GStrv) environment = g_get_environ ();
  int status;

  /* what the build's own test run sets would lead the installed program to the build's library and plugins */
  environment = g_environ_unsetenv (environment, "LD_LIBRARY_PATH");
  environment = g_environ_unsetenv (environment, "GOVCONV_PLUGIN_PATH");
  environment = g_environ_unsetenv (environment, "GOVCONV_DATA_DIR");
  if (g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &printed, &said, &status, &error)
      && g_spawn_check_wait_status (status, &error))
    return TRUE;
  ADD_FAILURE ("%s\n%s\n%s%s", command, error->message, printed != NULL ? printed : "", said != NULL ? said : "");
  return FALSE;
}

/* Install this build, then build and install the plugins against that installation alone; once for all tests. */
static gboolean
is_installed (void)
{
  static enum { UNKNOWN, NO, YES } state;
  g_autofree char *sources = gov_test_source_path ("plugins/extra");

  if (state == UNKNOWN)
    state = run ("rm -rf \"$1\"; DESTDIR=$1 meson install -C \"$2\" --no-rebuild --quiet", PLACE, GOV_TEST_BUILD_DIR)
                    && run ("export PKG_CONFIG_PATH=$(dirname \"$(find \"$1\" -name govconv.pc)\")\n"
                            "meson setup \"$1/build\" \"$2\"; ninja -C \"$1/build\" install",
                            PLACE, sources)
                    && run ("ln -s \"$(find \"$1\" -path '*/bin/govconv')\" \"$1/govconv\"; mkdir \"$1/scratch\"", PLACE, NULL)
                ? YES
                : NO;
  return state == YES;
}

#define NEED_INSTALLATION() ASSERT_TRUE (is_installed ())

static char *
work_file (const char *name)
{
  return g_build_filename (PLACE "/scratch", name, NULL);
}

static char *
contents (const char *name, gsize *length)
{
  g_autofree char *path = work_file (name);
  char *text = NULL;

  if (!g_file_get_contents (path, &text, length, NULL))
    ADD_FAILURE ("%s is not there", name);
  return text != NULL ? text : g_strdup ("");
}

/* A report goes in as JSON, and comes out in a format, as a file of the working directory. */
static gboolean
convert (GovReport *report, const char *format, const char *name)
{
  g_autofree char *json = formats_write_one ("json", "provenance", report), *in = work_file ("in.json");
  g_autofree char *out = work_file (name);
  g_autofree char *command
      = g_strdup_printf (PLACE "/govconv -q -i json -o %s -O \"$1\" \"$2\"", format); /* the installed one, its plugins */

  return g_file_set_contents (in, json, -1, NULL) && run (command, out, in);
}

/* ---- reading back -------------------------------------------------------------------------------------------------------- */

/* Counts that add up, no two alike in a row, so that a figure in a wrong place shows. */
static GovReport *
plain_report (const char *edition)
{
  static const char *const tables[] = {"disclosure", "applications", "review_litigation"};
  static const char *const headings[]
      = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"};
  const char *const paragraphs[] = {"* 本机关全年公开信息1,024条 <附件> #1", "1. 甲|乙"};
  GovReport *report = gov_report_new ();

  gov_report_set_source (report, &(GovReportSource){"a.html", NULL, 1, "UTF-8", "html"});
  gov_report_set_title (report, "乙县教育局2021年政府信息公开工作年度报告");
  gov_report_set_year (report, 2021);
  gov_report_add_section (report, &(GovSection){"overview", "一、总体情况", 2, paragraphs});
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      GovTable *table = gov_report_add_table (report, gov_form_find (tables[t], edition));
      gov_report_add_section (report, &(GovSection){tables[t], headings[t], 0, NULL});
      for (guint i = 0; i < gov_table_get_form (table)->n_cells; i++)
        {
          g_autofree char *value = g_strdup_printf ("%u", 11 + 7 * i);
          gov_table_set_cell (table, i, &(GovCell){GOV_ORIGIN_READ, value, value, GOV_PLACE_NONE});
        }
    }
  return report;
}

static const struct {
  const char *name, *writer, *reader, *edition;
} views[] = {
    {"markdown_2021", "markdown", "ocrmd", "2021"},
    {"markdown_2019", "markdown", "ocrmd", "2019"},
    {"html_2021", "htmlview", "html", "2021"},
    {"html_2019", "htmlview", "html", "2019"},
};

/* What people read is what is meant: our own readers find every figure of the view at its place. */
GOV_TEST_P (Extra, ViewsReadBack, views)
{
  NEED_INSTALLATION ();
  g_autoptr (GovReport) report = plain_report (param->edition);
  g_autofree char *out = work_file ("view"), *back = work_file ("back.json");
  g_autofree char *command = g_strdup_printf (PLACE "/govconv -q -i %s -o json:provenance -O \"$1\" \"$2\"", param->reader);
  g_autoptr (GError) error = NULL;

  ASSERT_TRUE (convert (report, param->writer, "view"));
  ASSERT_TRUE (run (command, back, out));
  g_autofree char *json = contents ("back.json", NULL);
  g_autoptr (GPtrArray) loaded = formats_load ("json", json, &error);
  ASSERT_NO_ERROR (error);
  ASSERT_EQ (gov_report_get_n_tables (loaded->pdata[0]), gov_report_get_n_tables (report));
  for (guint t = 0; t < gov_report_get_n_tables (report); t++)
    {
      const GovTable *one = gov_report_get_table (report, t), *other = gov_report_get_table (loaded->pdata[0], t);
      const GovForm *form = gov_table_get_form (one);

      GOV_TRACE ("%s", form->table);
      ASSERT_EQ (gov_table_get_form (other)->n_cells, form->n_cells);
      for (guint i = 0; i < form->n_cells; i++)
        EXPECT_STREQ (gov_table_get_cell (other, i)->value, gov_table_get_cell (one, i)->value);
    }
}

static const struct {
  const char *plugin;
} plugins[] = {{"markdown"}, {"htmlview"}, {"xlsx"}};

GOV_TEST_P (Extra, KeepsEveryRule, plugins)
{
  NEED_INSTALLATION ();
  g_autofree char *path = g_strdup_printf (PLACE "/build/%s/govconv-%s.so", param->plugin, param->plugin);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    GOV_SKIP ("%s could not be built here", param->plugin);
  EXPECT_TRUE (run ("\"$1/govconv\" test-plugin \"$2\" >&2", PLACE, path));
}

/* ---- each view ----------------------------------------------------------------------------------------------------------- */

GOV_TEST (Extra, MarkdownTakesNoTextForMarkup)
{
  NEED_INSTALLATION ();
  g_autoptr (GovReport) plain = plain_report ("2021"), sample = formats_sample_report (FALSE);

  ASSERT_TRUE (convert (plain, "markdown", "a.md"));
  g_autofree char *text = contents ("a.md", NULL);
  EXPECT_CONTAINS (text, "\n\\* 本机关全年公开信息1,024条 \\<附件\\> #1\n\n1\\. 甲\\|乙\n");
  ASSERT_TRUE (convert (sample, "markdown", "a.md"));
  g_autofree char *marked = contents ("a.md", NULL);
  EXPECT_CONTAINS (marked, "\n- repaired, printed 37: received.other\n");
  EXPECT_CONTAINS (marked, "\n- **inconsistency** 公报, \"2021\".html:15:3: 31 ≠ 37");
}

GOV_TEST (Extra, MarkdownHasThreeTables)
{
  g_autofree char *cmark = g_find_program_in_path ("cmark-gfm");
  if (cmark == NULL)
    GOV_SKIP ("cmark-gfm is not installed");
  NEED_INSTALLATION ();
  g_autoptr (GovReport) plain = plain_report ("2021");
  g_autofree char *in = work_file ("a.md"), *out = work_file ("a.html");

  ASSERT_TRUE (convert (plain, "markdown", "a.md"));
  ASSERT_TRUE (run ("cmark-gfm -e table \"$1\" > \"$2\"", in, out));
  g_autofree char *text = contents ("a.html", NULL);
  g_auto (GStrv) tables = g_strsplit (text, "<table>", -1);
  EXPECT_EQ (g_strv_length (tables), 1 + 3);
  EXPECT_CONTAINS (text, "<p>* 本机关全年公开信息1,024条 &lt;附件&gt; #1</p>\n<p>1. 甲|乙</p>");
}

GOV_TEST (Extra, PageStandsAloneAndMarksWhatIsDoubtful)
{
  NEED_INSTALLATION ();
  g_autoptr (GovReport) report = formats_sample_report (FALSE);

  ASSERT_TRUE (convert (report, "htmlview", "a.html"));
  g_autofree char *text = contents ("a.html", NULL);
  EXPECT_CONTAINS (text, "<td class=\"marked\" title=\"repaired, printed 37\">31</td>");
  EXPECT_CONTAINS (text, "<li>repaired, printed 37: received.other</li>");
  EXPECT_CONTAINS (text, "applications.balance, total: 31 ≠ 37 (difference -6; misread)");
  EXPECT_CONTAINS (text, "&lt;b&gt;&amp;amp;&lt;/b&gt;");
  EXPECT_CONTAINS (text, "<th scope=\"rowgroup\" rowspan=\"8\">（三）不予公开</th>");
  EXPECT_NULL (strstr (text, "<script"));
  EXPECT_NULL (strstr (text, "src="));
  EXPECT_NULL (strstr (text, "href="));
}

/* What is in the two workbooks, by a program that is not ours. The second holds a figure that a spreadsheet would round. */
static const char look_inside[]
    = "import sys, zipfile\n"
      "book, exact = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2])\n"
      "def part(name): return book.read(name).decode()\n"
      "def need(part, text): assert text in part, (text, part)\n"
      "assert book.testzip() is None\n"
      "assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}\n"
      "need(part('docProps/core.xml'), '2020-01-01T00:00:00Z')\n"
      "for sheet in ('主动公开政府信息情况', '收到和处理政府信息公开申请情况', 'Findings'): need(part('xl/workbook.xml'), "
      "sheet)\n"
      "need(part('xl/worksheets/sheet2.xml'), '<mergeCell ref=\"A6:A27\"/>')\n"
      "need(part('xl/worksheets/sheet2.xml'), '<c r=\"D4\" s=\"3\"><v>11</v></c>')\n"
      "need(part('xl/worksheets/sheet2.xml'), '<c r=\"J28\" s=\"3\"><v>1229</v></c>')\n"
      "need(exact.read('xl/sharedStrings.xml').decode(), '340282366920938463463374607431768211456.0')\n"
      "need(exact.read('xl/comments1.xml').decode() + exact.read('xl/comments2.xml').decode(), 'repaired, printed 37')\n";

GOV_TEST (Extra, WorkbookHasNumbersMergedHeadersAndNoDate)
{
  g_autofree char *python = g_find_program_in_path ("python3"), *path = work_file ("a.xlsx"), *exact = work_file ("b.xlsx");
  g_autoptr (GovReport) plain = plain_report ("2021"), sample = formats_sample_report (FALSE);

  NEED_INSTALLATION ();
  if (!g_file_test (PLACE "/build/xlsx/govconv-xlsx.so", G_FILE_TEST_EXISTS))
    GOV_SKIP ("libxlsxwriter-dev is not installed");
  ASSERT_TRUE (convert (plain, "xlsx", "a.xlsx"));
  ASSERT_TRUE (convert (sample, "xlsx", "b.xlsx"));
  if (python == NULL)
    GOV_SKIP ("python3 is not installed");
  g_autofree char *script = work_file ("look.py");
  ASSERT_TRUE (g_file_set_contents (script, look_inside, -1, NULL));
  EXPECT_TRUE (run ("python3 " PLACE "/scratch/look.py \"$1\" \"$2\"", path, exact));
}
