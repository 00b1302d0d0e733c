/* SPDX-License-Identifier: MIT */
/* Reports back from JSON: one object, JSON Lines, or arrays of objects, one report in memory at a time. The keys may stand
 * in any order (jq -S sorts them); those that a later version may add are skipped. */
#include "plugins/json-record.h"
#include "plugins/json.h"
#include "plugins/terms.h"

#include <govconv/convert.h>

#include <string.h>

/* ---- the head ---------------------------------------------------------------------------------------------------------- */

static void
read_version (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  guint64 version = gov_json_scan_unsigned (&loader->scan, G_MAXUINT32);

  if (version != 1)
    gov_json_scan_fail (&loader->scan, loader->scan.value,
                        "this is version %" G_GUINT64_FORMAT " of govconv's JSON; this program reads version 1", version);
}

static void
read_source (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  static const GovJsonMember members[] = {
      GOV_JSON_MEMBER (GovReportSource, name, gov_json_read_string),
      GOV_JSON_MEMBER (GovReportSource, sha256, gov_json_read_string),
      GOV_JSON_MEMBER (GovReportSource, bytes, gov_json_read_uint64),
      GOV_JSON_MEMBER (GovReportSource, charset, gov_json_read_string),
      GOV_JSON_MEMBER (GovReportSource, dialect, gov_json_read_string),
  };
  GovReportSource source = {0};

  if (gov_json_read_members (loader, members, G_N_ELEMENTS (members), &source))
    gov_report_set_source (loader->report, &source);
}

static void
read_title (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  gov_report_set_title (loader->report, gov_json_scan_string (&loader->scan));
}

static void
read_publisher (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  gov_report_set_publisher (loader->report, gov_json_scan_string (&loader->scan));
}

static void
read_year (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  if (!gov_json_skip_null (loader))
    gov_report_set_year (loader->report, (guint) gov_json_scan_unsigned (&loader->scan, 9999));
}

static void
read_period (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  typedef struct {
    const char *from, *to;
  } Period;
  static const GovJsonMember members[]
      = {GOV_JSON_MEMBER (Period, from, gov_json_read_string), GOV_JSON_MEMBER (Period, to, gov_json_read_string)};
  Period period = {0};

  if (!gov_json_skip_null (loader) && gov_json_read_members (loader, members, G_N_ELEMENTS (members), &period))
    gov_report_set_period (loader->report, period.from, period.to);
}

static void
read_section (GovJsonLoader *loader)
{
  typedef struct {
    const char *id, *heading;
    GovJsonStretch paragraphs;
  } Section;
  static const GovJsonMember members[] = {
      GOV_JSON_REQUIRED (Section, id, gov_json_read_required_string),
      GOV_JSON_MEMBER (Section, heading, gov_json_read_string),
      GOV_JSON_MEMBER (Section, paragraphs, gov_json_read_texts),
  };
  Section read = {0};

  if (!gov_json_read_members (loader, members, G_N_ELEMENTS (members), &read))
    return;
  GovSection section = {read.id, read.heading, read.paragraphs.n, gov_json_texts (loader, read.paragraphs)};
  gov_report_add_section (loader->report, &section);
}

static void
read_sections (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  gov_json_read_records (loader, read_section);
}

/* ---- findings ---------------------------------------------------------------------------------------------------------- */

/* "applications.balance" → "applications" */
static const char *
table_of_check (GovJsonLoader *loader, const char *id)
{
  return g_string_chunk_insert_len (loader->strings, id, (gssize) strcspn (id, "."));
}

/* Cells that the writer left out because the equation tells them. */
static void
imply_cells (GovJsonLoader *loader, const GovCheck *check, GovJsonStretch *cells)
{
  const GovTable *table = gov_report_find_table (loader->report, check->table);

  if (cells->present || table == NULL || !gov_terms_may_be_implied (check->result))
    return;
  g_autoptr (GArray) terms = gov_terms_new (gov_table_get_form (table), check->id, check->row, check->column);
  cells->from = loader->refs->len;
  cells->n = terms->len;
  g_array_append_vals (loader->refs, terms->data, terms->len);
}

static void
read_check (GovJsonLoader *loader)
{
  typedef struct {
    const char *id, *table, *row, *column, *result, *verdict, *left, *right, *difference;
    GovJsonStretch cells, blank;
  } Check;
  static const GovJsonMember members[] = {
      GOV_JSON_REQUIRED (Check, id, gov_json_read_required_string),
      GOV_JSON_MEMBER (Check, table, gov_json_read_string),
      GOV_JSON_MEMBER (Check, row, gov_json_read_string),
      GOV_JSON_MEMBER (Check, column, gov_json_read_string),
      GOV_JSON_REQUIRED (Check, result, gov_json_read_required_string),
      GOV_JSON_MEMBER (Check, verdict, gov_json_read_string),
      GOV_JSON_MEMBER (Check, left, gov_json_read_string),
      GOV_JSON_MEMBER (Check, right, gov_json_read_string),
      GOV_JSON_MEMBER (Check, difference, gov_json_read_string),
      GOV_JSON_MEMBER (Check, cells, gov_json_read_refs),
      GOV_JSON_MEMBER (Check, blank, gov_json_read_refs),
  };
  Check read = {0};

  if (!gov_json_read_members (loader, members, G_N_ELEMENTS (members), &read))
    return;
  int result = gov_check_result_from_name (read.result);
  int verdict = read.verdict != NULL ? gov_verdict_from_name (read.verdict) : GOV_VERDICT_NONE;
  if (result < 0)
    gov_json_scan_fail (&loader->scan, loader->scan.value, "\"%s\" is no result of a check", read.result);
  else if (verdict < 0)
    gov_json_scan_fail (&loader->scan, loader->scan.value, "\"%s\" is no verdict on a check", read.verdict);
  else
    {
      GovCheck check = {read.id,   read.table, read.row,       read.column, (GovCheckResult) result, (GovVerdict) verdict,
                        read.left, read.right, read.difference};

      if (check.table == NULL)
        check.table = table_of_check (loader, check.id);
      imply_cells (loader, &check, &read.cells);
      check.n_cells = read.cells.n;
      check.cells = gov_json_refs (loader, read.cells);
      check.n_blank = read.blank.n;
      check.blank = gov_json_refs (loader, read.blank);
      gov_report_add_check (loader->report, &check);
    }
}

static void
read_checks (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  if (loader->tables_read)
    gov_json_read_records (loader, read_check);
  else
    {
      loader->checks_at = loader->scan.position;
      gov_json_scan_skip (&loader->scan);
    }
}

static void
read_diagnostic (GovJsonLoader *loader)
{
  typedef struct {
    const char *severity, *code, *message;
    GovJsonStretch cells;
    GovPlace place;
  } Diagnostic;
  static const GovJsonMember members[] = {
      GOV_JSON_REQUIRED (Diagnostic, severity, gov_json_read_required_string),
      GOV_JSON_REQUIRED (Diagnostic, code, gov_json_read_required_string),
      GOV_JSON_REQUIRED (Diagnostic, message, gov_json_read_required_string),
      GOV_JSON_MEMBER (Diagnostic, cells, gov_json_read_refs),
      GOV_JSON_PLACE (Diagnostic),
  };
  Diagnostic read = {.place = GOV_PLACE_NONE};

  if (!gov_json_read_members (loader, members, G_N_ELEMENTS (members), &read))
    return;
  GovSeverity severity = gov_severity_from_name (read.severity);
  if (severity == 0)
    gov_json_scan_fail (&loader->scan, loader->scan.value, "\"%s\" is no severity", read.severity);
  else
    gov_diagnostics_add_as (gov_report_get_mutable_diagnostics (loader->report), severity, read.code, &read.place,
                            gov_json_refs (loader, read.cells), read.cells.n, read.message);
}

static void
read_diagnostics (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  gov_json_read_records (loader, read_diagnostic);
}

/* ---- the reader -------------------------------------------------------------------------------------------------------- */

static gboolean
read_report (GovJsonLoader *loader)
{
  static const GovJsonMember members[] = {
      {"govconv", read_version, 0, TRUE},    {"source", read_source, 0, FALSE},
      {"title", read_title, 0, FALSE},       {"publisher", read_publisher, 0, FALSE},
      {"year", read_year, 0, FALSE},         {"period", read_period, 0, FALSE},
      {"sections", read_sections, 0, FALSE}, {"tables", gov_json_read_tables, 0, FALSE},
      {"checks", read_checks, 0, FALSE},     {"diagnostics", read_diagnostics, 0, FALSE},
  };

  g_string_chunk_clear (loader->strings);
  loader->tables_read = FALSE;
  loader->checks_at = 0;
  if (!gov_json_read_members (loader, members, G_N_ELEMENTS (members), loader))
    return FALSE;
  if (loader->checks_at > 0)
    {
      gsize end = loader->scan.position;

      loader->tables_read = TRUE;
      loader->scan.position = loader->checks_at;
      read_checks (loader, NULL);
      loader->scan.position = end;
      loader->scan.fresh = FALSE;
    }
  return loader->scan.problem == NULL;
}

/* The report that comes next, to the caller. */
static gboolean
hand_over_report (GovJsonLoader *loader, GovReportFunc report, gpointer user_data, GError **error)
{
  loader->report = gov_report_new ();
  gboolean read = read_report (loader);
  g_autoptr (GovReport) finished = g_steal_pointer (&loader->report);

  return read && report (g_steal_pointer (&finished), user_data, error);
}

/* FALSE without error: the scanner has the problem. */
static gboolean
read_all (GovJsonLoader *loader, GovReportFunc report, gpointer user_data, GError **error)
{
  GovJsonScanner *scan = &loader->scan;
  guint64 n_reports = 0;
  char c;

  while ((c = gov_json_scan_peek (scan)) != '\0' || scan->position < scan->length)
    {
      if (c != '[')
        {
          if (!hand_over_report (loader, report, user_data, error))
            return FALSE;
          n_reports++;
          continue;
        }
      gov_json_scan_enter (scan, '[');
      while (gov_json_scan_next_item (scan))
        {
          if (!hand_over_report (loader, report, user_data, error))
            return FALSE;
          n_reports++;
        }
      if (scan->problem != NULL)
        return FALSE;
    }
  return n_reports > 0 || gov_json_scan_fail (scan, 0, "there is no report in it");
}

static gboolean
json_load (GovSource *source, const GovOptions *options G_GNUC_UNUSED, GovReportFunc report, gpointer user_data, GError **error)
{
  gsize length;
  const char *text = gov_source_get_text (source, &length);
  GovJsonLoader loader = {
      .strings = g_string_chunk_new (4096),
      .texts = g_ptr_array_new (),
      .refs = g_array_new (FALSE, FALSE, sizeof (GovCellRef)),
  };

  gov_json_scan_init (&loader.scan, text, length);
  gboolean loaded = read_all (&loader, report, user_data, error);
  if (loader.scan.problem != NULL)
    {
      GovPlace place = gov_source_locate (source, GOV_SPAN (loader.scan.problem_at, 0));

      g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "line %u, column %u: %s", place.line, place.column,
                   loader.scan.problem);
    }
  gov_json_scan_clear (&loader.scan);
  g_array_unref (loader.refs);
  g_ptr_array_unref (loader.texts);
  g_string_chunk_free (loader.strings);
  return loaded;
}

/* 100: the first key of the first object is "govconv", as this program writes it; 80: it is another one (keys may have been
 * sorted); 20: JSON by its name and its first character. */
static guint
json_identify (const GovProbe *probe)
{
  if (probe->text == NULL)
    return 0;
  GovJsonScanner scan;
  const char *key = NULL;
  guint score = 0;

  gov_json_scan_init (&scan, probe->text, probe->length);
  if (gov_json_scan_peek (&scan) == '[' && gov_json_scan_enter (&scan, '['))
    gov_json_scan_next_item (&scan);
  if (gov_json_scan_peek (&scan) == '{' && gov_json_scan_enter (&scan, '{'))
    {
      if (g_str_has_prefix (probe->extension, "json") || g_str_equal (probe->extension, "ndjson"))
        score = 20;
      key = gov_json_scan_next_member (&scan);
    }
  if (key != NULL && strcmp (key, "govconv") == 0)
    score = 100;
  else
    for (; key != NULL && score < 80; key = gov_json_scan_next_member (&scan))
      if (strcmp (key, "govconv") == 0)
        score = 80;
      else
        gov_json_scan_skip (&scan);
  gov_json_scan_clear (&scan);
  return score;
}

const GovReader gov_json_reader = {
    .size = sizeof (GovReader),
    .name = "json",
    .summary = "Reports that this program wrote as JSON or JSON Lines",
    .extensions = (const char *const[]){"json", "jsonl", "ndjson", NULL},
    .mime_types = (const char *const[]){"application/json", "application/x-ndjson", NULL},
    .identify = json_identify,
    .load = json_load,
};
