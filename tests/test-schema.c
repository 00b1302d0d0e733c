/* SPDX-License-Identifier: MIT */
/* The shipped schemas accept what the writers write, and refuse what is damaged: through validators that are not ours. */
#include "core/run/record.h"
#include "formats.h"
#include "gtest-c.h"

#include <glib/gstdio.h>

#define N_RANDOM 8 /* reports */

/* Ends the test as skipped when a program is not there. */
#define NEED(program)                                                                                                          \
  g_autofree char *found_ = g_find_program_in_path (program);                                                                  \
  if (found_ == NULL)                                                                                                          \
  GOV_SKIP ("%s is not installed", program)

static void
add_reports (GPtrArray *reports)
{
  g_ptr_array_add (reports, formats_empty_report ());
  g_ptr_array_add (reports, formats_sample_report (TRUE));
  for (guint32 seed = 0; seed < N_RANDOM; seed++)
    g_ptr_array_add (reports, formats_random_report (seed));
}

/* Runs a validator with the schema and a file that holds text. TRUE: it accepts; what it prints goes into *printed, its
 * complaints into *said. */
static gboolean
accepts (const char *const *command, const char *schema, const char *text, char **printed, char **said)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *relative = g_strconcat ("docs/schema/", schema, NULL);
  g_autofree char *schema_path = gov_test_source_path (relative);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  int fd = g_file_open_tmp ("govconv-XXXXXX", &path, &error), status = -1;

  *printed = *said = NULL;
  g_close (fd, NULL);
  if (error == NULL)
    g_file_set_contents (path, text, -1, &error);
  for (; *command != NULL; command++)
    g_ptr_array_add (arguments, (gpointer) (g_str_equal (*command, "SCHEMA") ? schema_path : *command));
  g_ptr_array_add (arguments, path);
  g_ptr_array_add (arguments, NULL);
  if (error == NULL)
    g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, printed, said, &status, &error);
  if (path != NULL)
    g_unlink (path);
  if (error == NULL)
    return g_spawn_check_wait_status (status, NULL);
  ADD_FAILURE ("%s", error->message);
  return FALSE;
}

/* ---- XML ----------------------------------------------------------------------------------------------------------------- */

static const char *const xmllint[] = {"xmllint", "--nonet", "--noout", "--schema", "SCHEMA", NULL};

static void
check_xml (const char *text, gboolean wanted)
{
  g_autofree char *printed = NULL, *said = NULL;
  gboolean accepted = accepts (xmllint, "govconv-report-1.xsd", text, &printed, &said);

  if (accepted != wanted)
    ADD_FAILURE ("%s: %s", wanted ? "refused" : "accepted", said);
}

GOV_TEST (Schema, XmlIsAccepted)
{
  NEED ("xmllint");
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) gov_report_free);

  add_reports (reports);
  g_autofree char *several = formats_write ("xml", NULL, (GovReport *const *) reports->pdata, reports->len, TRUE);
  check_xml (several, TRUE);
  g_autofree char *one = formats_write_one ("xml", NULL, reports->pdata[1]);
  check_xml (one, TRUE);
}

GOV_TEST (Schema, DamagedXmlIsRefused)
{
  NEED ("xmllint");
  g_autoptr (GovReport) report = formats_sample_report (FALSE);
  g_autofree char *text = formats_write_one ("xml", NULL, report);
  static const char *const damages[][2] = {{"edition=\"2021\"", "edition=\"2022\""},
                                           {">18651.06<", ">18,651.06<"},
                                           {"origin=\"blank\"", "origin=\"empty\""},
                                           {"<year>2021</year>", "<year>0</year>"},
                                           {"severity=\"note\"", ""},
                                           {"table id=\"disclosure\"", "table id=\"applications\""},
                                           {"urn:govconv:report:1", "urn:govconv:report:2"}};

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      GOV_TRACE ("%s", damages[i][0]);
      g_autoptr (GString) damaged = g_string_new (text);
      ASSERT_EQ (g_string_replace (damaged, damages[i][0], damages[i][1], 1), 1);
      check_xml (damaged->str, FALSE);
    }
}

/* ---- JSON ---------------------------------------------------------------------------------------------------------------- */

/* Prints + for each line that is a valid record and - for each other; decimals are not turned into binary fractions on the way.
 * One start for all lines: it takes longer than the work. */
static const char validate_lines[] = "import json, sys\n"
                                     "from decimal import Decimal\n"
                                     "from jsonschema import Draft202012Validator, FormatChecker\n"
                                     "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                                     "Draft202012Validator.check_schema(schema)\n"
                                     "validator = Draft202012Validator(schema, format_checker=FormatChecker())\n"
                                     "for line in open(sys.argv[2], encoding='utf-8'):\n"
                                     "    errors = list(validator.iter_errors(json.loads(line, parse_float=Decimal)))\n"
                                     "    sys.stdout.write('-' if errors else '+')\n"
                                     "    for error in errors: print(error.message[:400], file=sys.stderr)\n";
static const char *const jsonschema[] = {"python3", "-W", "ignore", "-c", validate_lines, "SCHEMA", NULL};

static gboolean
has_jsonschema (void)
{
  static const char *const command[] = {"python3", "-W", "ignore", "-c", "from jsonschema import Draft202012Validator", NULL};
  int status;

  return g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                       &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

/* verdicts: + or - for each line of the text. */
static void
check_json (const char *schema, const char *text, const char *verdicts)
{
  g_autofree char *printed = NULL, *said = NULL;

  accepts (jsonschema, schema, text, &printed, &said);
  if (g_strcmp0 (printed, verdicts) != 0)
    ADD_FAILURE ("%s instead of %s: %s", printed, verdicts, said);
}

#define NEED_JSONSCHEMA()                                                                                                      \
  if (!has_jsonschema ())                                                                                                      \
  GOV_SKIP ("python3-jsonschema with Draft 2020-12 is not installed")

GOV_TEST (Schema, JsonIsAccepted)
{
  NEED_JSONSCHEMA ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) gov_report_free);

  add_reports (reports);
  g_autofree char *plain = formats_write ("json", NULL, (GovReport *const *) reports->pdata, reports->len, TRUE);
  g_autofree char *full = formats_write ("json", "provenance", (GovReport *const *) reports->pdata, reports->len, TRUE);
  g_autofree char *text = g_strconcat (plain, full, NULL);
  g_autofree char *verdicts = g_strnfill (2 * reports->len, '+');
  check_json ("report.schema.json", text, verdicts);
}

static const char *const json_damages[][2] = {
    {"\"edition\":\"2021\"", "\"edition\":\"2019\""},
    {"\"natural_person\":18651.06", "\"natural_person\":\"18651.06\""},
    {"\"company\":7,", ""},
    {"\"value\":\"007\"", "\"value\":\"7 \""},
    {"\"origin\":\"blank\"", "\"origin\":\"read\""},
    {"\"result\":\"fail\"", "\"result\":\"failed\""},
    {"\"year\":2021", "\"year\":\"2021\""},
    {"\"title\":", "\"tittle\":"},
};

GOV_TEST (Schema, DamagedJsonIsRefused)
{
  NEED_JSONSCHEMA ();
  g_autoptr (GovReport) report = formats_sample_report (FALSE);
  g_autofree char *text = formats_write_one ("json", "indent=0,provenance", report);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *verdicts = g_strnfill (G_N_ELEMENTS (json_damages), '-');

  for (guint i = 0; i < G_N_ELEMENTS (json_damages); i++)
    {
      g_autoptr (GString) damaged = g_string_new (text);
      ASSERT_EQ (g_string_replace (damaged, json_damages[i][0], json_damages[i][1], 1), 1);
      g_string_append (lines, damaged->str);
    }
  check_json ("report.schema.json", lines->str, verdicts);
}

/* The lines that the program writes for --diagnostics. */
GOV_TEST (Schema, DiagnosticLinesAreAccepted)
{
  NEED_JSONSCHEMA ();
  g_autoptr (GovReport) report = formats_sample_report (TRUE);
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      g_autofree char *line = gov_record_dup_diagnostic_line (i > 0 ? NULL : "a.html", gov_diagnostics_get (diagnostics, i));
      g_string_append (lines, line);
    }
  g_string_append (lines, "{\"severity\":\"bad\"}\n");
  check_json ("diagnostic.schema.json", lines->str, "++-");
}

/* ---- CSV ----------------------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *before; /* what stands before each column's name */
} csv_schemas[] = {{"cells.csv-metadata.json", "{\"name\": \""}, {"cells.tableschema.json", "{\"name\": \""}};

/* The columns of the header, in its order and no others. */
GOV_TEST_P (Schema, CsvColumnsAreDescribed, csv_schemas)
{
  g_autoptr (GovReport) report = formats_empty_report ();
  g_autofree char *header = formats_write_one ("csv", NULL, report);
  g_auto (GStrv) columns = g_strsplit (g_strchomp (header), ",", -1);
  g_autofree char *relative = g_strconcat ("docs/schema/", param->name, NULL);
  g_autofree char *path = gov_test_source_path (relative), *text = NULL;

  ASSERT_TRUE (g_file_get_contents (path, &text, NULL, NULL));
  /* the layout of the file is free */
  g_auto (GStrv) described = g_regex_split_simple ("\\{\\s*\"name\"\\s*:\\s*\"", text, 0, 0);
  ASSERT_EQ (g_strv_length (described), g_strv_length (columns) + 1);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *wanted = g_strconcat (columns[i], "\"", NULL);
      EXPECT_TRUE (g_str_has_prefix (described[i + 1], wanted));
    }
}
