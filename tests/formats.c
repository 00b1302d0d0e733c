/* SPDX-License-Identifier: MIT */
#include "formats.h"
#include "gtest-c.h"

/* ---- by hand ------------------------------------------------------------------------------------------------------------- */

GovReport *
formats_empty_report (void)
{
  return gov_report_new ();
}

static void
put (GovReport *report, const char *table, const char *row, const char *column, const GovCell *cell)
{
  GovTable *found = gov_report_get_mutable_table (report, table);

  gov_table_set_cell (found, gov_form_find_cell (gov_table_get_form (found), row, column), cell);
}

static void
add_tables (GovReport *report)
{
  const GovCell cells[] = {
      {GOV_ORIGIN_READ, "18651.06", "18,651.06", {12, 7, 340, 9}},
      {GOV_ORIGIN_READ, "007", "007", {12, 20, 360, 3}},
      {GOV_ORIGIN_READ, "+5", "＋5", {13, 1, 370, 4}},
      {GOV_ORIGIN_NORMALIZED, "10", "1O", {13, 9, 380, 2}},
      {GOV_ORIGIN_RESOLVED, "640", "640020470", {14, 3, 390, 3}},
      {GOV_ORIGIN_REPAIRED, "31", "37", {15, 3, 400, 2}},
      {GOV_ORIGIN_BLANK, NULL, "/", {16, 3, 410, 1}},
      {GOV_ORIGIN_BLANK, NULL, NULL, {17, 3, -1, 0}},
      {GOV_ORIGIN_UNREADABLE, NULL, "=1+2 \"三\",\n件", GOV_PLACE_NONE},
      {GOV_ORIGIN_READ, "340282366920938463463374607431768211456.000000000000000000010", "…", GOV_PLACE_NONE},
      {GOV_ORIGIN_READ, "-15", "-15", {18, 1, 500, 3}},
      {GOV_ORIGIN_READ, ".5", ".5", {19, 1, 510, 2}},
      {GOV_ORIGIN_READ, "12.", "12.", {20, 1, 520, 3}},
  };
  static const char *const columns[]
      = {"natural_person", "company", "research", "nonprofit", "legal_service", "other", "total"};

  gov_report_add_table (report, gov_form_find ("review_litigation", "2021"));
  gov_report_add_table (report, gov_form_find ("disclosure", "2019"));
  GovTable *applications = gov_report_add_table (report, gov_form_find ("applications", "2021"));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    put (report, "applications", i < 7 ? "received" : "refused.state_secret", columns[i % 7], &cells[i]);
  put (report, "disclosure", "procurement", "amount", &cells[9]);
  put (report, "disclosure", "licensing", "change", &cells[10]);

  const char *const texts[] = {"3", "", "＝4"};
  gov_table_add_extra_row (applications, &(GovExtraRow){"其中：\"网络\"申请", "carried_in", 3, texts, {30, 2, 900, 12}});
  gov_table_add_extra_row (applications, &(GovExtraRow){"", NULL, 0, NULL, GOV_PLACE_NONE});
}

static void
add_findings (GovReport *report)
{
  const GovCellRef balance[] = {{"applications", "received", "total"},
                                {"applications", "carried_in", "total"},
                                {"applications", "concluded", "total"},
                                {"applications", "carried_out", "total"}};
  GovDiagnostics *diagnostics = gov_report_get_mutable_diagnostics (report);

  gov_report_add_check (report, &(GovCheck){"applications.balance", "applications", NULL, "total", GOV_CHECK_FAIL,
                                            GOV_VERDICT_MISREAD, "31", "37", "-6", 4, balance, 1, balance + 1});
  gov_report_add_check (report, &(GovCheck){"applications.balance", "applications", NULL, "total", GOV_CHECK_PASS,
                                            GOV_VERDICT_NONE, "31", "31", "0", 4, balance, 0, NULL});
  gov_report_add_check (report, &(GovCheck){"applications.balance", "applications", NULL, "company", GOV_CHECK_PASS,
                                            GOV_VERDICT_NONE, "1", "1", "0", 0, NULL, 0, NULL});
  gov_report_add_check (report, &(GovCheck){"review_litigation.total", "review_litigation", "review", NULL,
                                            GOV_CHECK_NOT_ASSESSABLE, GOV_VERDICT_NONE, NULL, NULL, NULL, 0, NULL, 0, NULL});
  gov_diagnostics_add_as (diagnostics, GOV_SEVERITY_INCONSISTENCY, "check-failed", &(GovPlace){15, 3, 400, 2}, balance, 4,
                          "31 ≠ 37: \"本年新收\" <与> & 结果不符");
  gov_diagnostics_add_as (diagnostics, GOV_SEVERITY_NOTE, "a-code-of-a-later-version", NULL, NULL, 0, "");
}

GovReport *
formats_sample_report (gboolean control_characters)
{
  const char *const paragraphs[]
      = {"第一行\n第二行\r\n\t第三行  ", "", "\"引号\" \\ / <b>&amp;</b> ]]> '",
         "分隔\xe2\x80\xa8符\xe2\x80\xa9与\xc2\x85换行 \xf0\x9f\x93\x8a\xf0\xa0\xae\xb7", "铃\x07退格\x08非字符\xef\xbf\xbf"};
  GovReport *report = gov_report_new ();

  gov_report_set_source (report, &(GovReportSource){"公报, \"2021\".html",
                                                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                                    G_MAXUINT64, "GB18030", "html"});
  gov_report_set_title (report, " 甲县财政局2021年政府信息公开工作年度报告 ");
  gov_report_set_publisher (report, "甲县财政局");
  gov_report_set_year (report, 2021);
  gov_report_set_period (report, "2021-01-01", "2021-12-31");
  gov_report_add_section (report, &(GovSection){"overview", "一、总体情况", control_characters ? 5 : 4, paragraphs});
  gov_report_add_section (report, &(GovSection){"problems", NULL, 0, NULL});
  add_tables (report);
  add_findings (report);
  return report;
}

/* ---- at random ----------------------------------------------------------------------------------------------------------- */

static gboolean
one_in (GRand *rand, gint n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

/* NULL now and then; valid XML 1.0 characters. Lives as long as the pool. */
static const char *
random_text (GRand *rand, GStringChunk *pool)
{
  static const gunichar characters[] = {'a', ' ', '\t', '\n', '\r', '"',    '\'',   '\\',   '&',    '<',     '>',
                                        ',', '=', 0x7f, 0x85, 0xa0, 0x2028, 0x3000, 0x4e00, 0xfffd, 0x1f4ca, 0x10ffff};
  g_autoptr (GString) text = g_string_new (NULL);

  if (one_in (rand, 8))
    return NULL;
  for (gint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    g_string_append_unichar (text, characters[g_rand_int_range (rand, 0, G_N_ELEMENTS (characters))]);
  return g_string_chunk_insert (pool, text->str);
}

static const char *
random_id (GRand *rand, GStringChunk *pool)
{
  const char *text = random_text (rand, pool);

  return text != NULL ? text : "x";
}

/* One of a list of words. */
static const char *
random_word (GRand *rand, const char *const *words, guint n)
{
  return words[g_rand_int_range (rand, 0, (gint) n)];
}

static GovPlace
random_place (GRand *rand)
{
  GovPlace place = GOV_PLACE_NONE;

  if (!one_in (rand, 3))
    place.line = 1 + g_rand_int (rand) / 2, place.column = 1 + g_rand_int (rand) / 2;
  if (!one_in (rand, 3))
    place.offset = (gint64) g_rand_int (rand) << 20, place.length = g_rand_int (rand);
  return place;
}

/* A number in a normal form, so that rows alone keeps it. */
static const char *
random_decimal (GRand *rand, GStringChunk *pool)
{
  g_autoptr (GString) text = g_string_new (one_in (rand, 4) ? "-" : NULL);

  g_string_append_c (text, (char) g_rand_int_range (rand, '1', '9' + 1));
  for (gint n = g_rand_int_range (rand, 0, one_in (rand, 10) ? 60 : 4); n > 0; n--)
    g_string_append_c (text, (char) g_rand_int_range (rand, '0', '9' + 1));
  if (one_in (rand, 4))
    g_string_append_printf (text, ".%u", g_rand_int (rand));
  return g_string_chunk_insert (pool, text->str);
}

static GovCellRef *
random_refs (GRand *rand, GStringChunk *pool, guint *n)
{
  *n = (guint) g_rand_int_range (rand, 0, 4);
  GovCellRef *refs = g_new (GovCellRef, *n + 1);
  for (guint i = 0; i < *n; i++)
    refs[i] = (GovCellRef){random_id (rand, pool), random_id (rand, pool), random_text (rand, pool)};
  return refs;
}

static char **
random_texts (GRand *rand, GStringChunk *pool, guint *n)
{
  *n = (guint) g_rand_int_range (rand, 0, 4);
  char **texts = g_new0 (char *, *n + 1);
  for (guint i = 0; i < *n; i++)
    texts[i] = g_strdup (random_id (rand, pool));
  return texts;
}

static void
add_random_table (GovReport *report, GRand *rand, GStringChunk *pool)
{
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);
  const GovForm *form = forms[g_rand_int_range (rand, 0, (gint) n_forms)];
  GovTable *table = gov_report_add_table (report, form);

  for (guint i = 0; i < form->n_cells; i++)
    {
      GovOrigin origin = one_in (rand, 2) ? GOV_ORIGIN_READ : (GovOrigin) g_rand_int_range (rand, 0, GOV_ORIGIN_REPAIRED + 1);
      GovCell cell = {origin, origin >= GOV_ORIGIN_READ ? random_decimal (rand, pool) : NULL, random_text (rand, pool),
                      random_place (rand)};
      gov_table_set_cell (table, i, &cell);
    }
  for (gint n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      guint n_texts;
      g_auto (GStrv) texts = random_texts (rand, pool, &n_texts);
      const char *label = random_text (rand, pool), *after = random_text (rand, pool);
      gov_table_add_extra_row (table, &(GovExtraRow){label, after, n_texts, (const char *const *) texts, random_place (rand)});
    }
}

static void
add_random_findings (GovReport *report, GRand *rand, GStringChunk *pool)
{
  static const char *const codes[] = {"check-failed", "limit-exceeded", "code-2-of-a-later-version"};
  guint n, n_blank;

  for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree GovCellRef *cells = random_refs (rand, pool, &n), *blank = random_refs (rand, pool, &n_blank);
      GovCheck check = {.id = "applications.row-total",
                        .table = "applications",
                        .row = random_text (rand, pool),
                        .result = (GovCheckResult) g_rand_int_range (rand, GOV_CHECK_PASS, GOV_CHECK_NOT_ASSESSABLE + 1),
                        .verdict = (GovVerdict) g_rand_int_range (rand, GOV_VERDICT_NONE, GOV_VERDICT_UNDETERMINED + 1),
                        .left = one_in (rand, 4) ? NULL : random_decimal (rand, pool),
                        .right = one_in (rand, 4) ? NULL : random_decimal (rand, pool),
                        .n_cells = n,
                        .cells = cells,
                        .n_blank = n_blank,
                        .blank = blank};
      gov_report_add_check (report, &check);
    }
  for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree GovCellRef *cells = random_refs (rand, pool, &n);
      GovPlace place = random_place (rand);
      gov_diagnostics_add_as (gov_report_get_mutable_diagnostics (report),
                              (GovSeverity) g_rand_int_range (rand, GOV_SEVERITY_NOTE, GOV_SEVERITY_ERROR + 1),
                              random_word (rand, codes, G_N_ELEMENTS (codes)), &place, cells, n, random_id (rand, pool));
    }
}

GovReport *
formats_random_report (guint32 seed)
{
  static const char *const sections[]
      = {"preamble", "overview", "disclosure", "applications", "review_litigation", "problems", "other_matters"};
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GStringChunk *pool = g_string_chunk_new (4096);
  GovReport *report = gov_report_new ();
  const char *name = random_text (rand, pool), *charset = random_text (rand, pool);
  g_autofree char *sha256
      = one_in (rand, 4) ? NULL : g_compute_checksum_for_string (G_CHECKSUM_SHA256, charset ? charset : "", -1);

  gov_report_set_source (report, &(GovReportSource){name, sha256, g_rand_int (rand), charset, "tsv"});
  gov_report_set_title (report, random_text (rand, pool));
  gov_report_set_publisher (report, random_text (rand, pool));
  gov_report_set_year (report, one_in (rand, 3) ? 0 : (guint) g_rand_int_range (rand, 1, 10000));
  gov_report_set_period (report, one_in (rand, 3) ? NULL : "2020-01-01", one_in (rand, 3) ? NULL : "2020-12-31");
  for (gint n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      guint n_texts;
      g_auto (GStrv) texts = random_texts (rand, pool, &n_texts);
      const char *id = random_word (rand, sections, G_N_ELEMENTS (sections));
      gov_report_add_section (report, &(GovSection){id, random_text (rand, pool), n_texts, (const char *const *) texts});
    }
  for (gint n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    add_random_table (report, rand, pool);
  add_random_findings (report, rand, pool);
  g_string_chunk_free (pool);
  return report;
}

/* ---- through the plugins ------------------------------------------------------------------------------------------------- */

static GovRegistry *
open_registry (void)
{
  const char *const directories[] = {gov_test_plugin_dir (), NULL};

  return gov_registry_new (directories);
}

static gboolean
run_writer (const GovWriter *writer, const GovOutput *output, GovReport *const *reports, guint n_reports, GError **error)
{
  GovOutput each = *output;
  gpointer state = NULL;

  if (writer->begin != NULL && !writer->begin (&each, &state, error))
    return FALSE;
  for (guint i = 0; i < n_reports; i++)
    {
      each.index = i;
      if (!writer->write (&each, state, reports[i], error))
        return FALSE;
    }
  return writer->end == NULL || writer->end (&each, state, error);
}

char *
formats_write (const char *format, const char *options, GovReport *const *reports, guint n_reports, gboolean several)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GovRegistry) registry = open_registry ();
  g_autoptr (GovSink) sink = gov_sink_new_memory ();
  const GovWriter *writer = gov_registry_find_writer (registry, format, &error);
  g_autoptr (GovOptions) parsed = writer != NULL ? gov_options_parse (writer->options, options, &error) : NULL;
  GovOutput output = {.sink = sink, .options = parsed, .several = several};

  if (parsed == NULL || !run_writer (writer, &output, reports, n_reports, &error))
    {
      ADD_FAILURE ("-o %s:%s: %s", format, options != NULL ? options : "", error->message);
      return g_strdup ("");
    }
  g_autoptr (GBytes) bytes = gov_sink_steal_bytes (g_steal_pointer (&sink));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
formats_write_one (const char *format, const char *options, GovReport *report)
{
  return formats_write (format, options, &report, 1, FALSE);
}

static gboolean
collect (GovReport *report, gpointer list, GError **error G_GNUC_UNUSED)
{
  g_ptr_array_add (list, report);
  return TRUE;
}

GPtrArray *
formats_load (const char *format, const char *text, GError **error)
{
  g_autoptr (GovRegistry) registry = open_registry ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) gov_report_free);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GovSource) source = gov_source_new ("input", bytes);
  const GovReader *reader = gov_registry_find_reader (registry, format, error);
  g_autoptr (GovOptions) options = reader != NULL ? gov_options_parse (reader->options, NULL, error) : NULL;

  if (options == NULL || !reader->load (source, options, collect, reports, error))
    return NULL;
  return g_steal_pointer (&reports);
}

guint
formats_identify (const char *format, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GovRegistry) registry = open_registry ();
  const GovReader *reader = gov_registry_find_reader (registry, format, &error);
  const char *dot = strrchr (name, '.');
  GovProbe probe = {name, dot != NULL ? dot + 1 : "", (const guint8 *) text, strlen (text), text, strlen (text)};

  if (reader == NULL)
    {
      ADD_FAILURE ("-i %s: %s", format, error->message);
      return 0;
    }
  return reader->identify (&probe);
}
