/* SPDX-License-Identifier: MIT */
#include "tests/paper.h"

GOV_TEST (Diagnostic, CodesAreSortedKebabCaseAndDocumented)
{
  guint n;
  const GovDiagnosticCode *codes = gov_diagnostic_codes (&n);

  for (guint i = 0; i < n; i++)
    {
      GOV_TRACE ("%s", codes[i].code);
      if (i > 0)
        EXPECT_LT (strcmp (codes[i - 1].code, codes[i].code), 0);
      EXPECT_EQ (strspn (codes[i].code, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen (codes[i].code));
      EXPECT_STRNE (codes[i].summary, "");
      EXPECT_NULL (strchr (codes[i].summary, '\n'));
      EXPECT_NE (codes[i].summary[strlen (codes[i].summary) - 1], '.');
      EXPECT_GT (strlen (codes[i].explanation), 20);
      EXPECT_EQ (codes[i].explanation[strlen (codes[i].explanation) - 1], '.');
      EXPECT_NOT_NULL (gov_severity_get_name (codes[i].severity));
      EXPECT_EQ (gov_diagnostic_code_find (codes[i].code), &codes[i]);
    }
  EXPECT_NULL (gov_diagnostic_code_find ("no-such-code"));
  EXPECT_NULL (gov_diagnostic_code_find (""));
}

GOV_TEST (Diagnostic, KeepsCopiesOfWhatItIsGiven)
{
  char row[] = "received", code[] = "cell-note";
  GovCellRef cells[] = {{"applications", row, "total"}, {"applications", "concluded", "total"}};
  GovPlace place = {12, 7, 310, 2};
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  gov_diagnostics_add (diagnostics, code, &place, cells, 2, "“%s” holds more than its figure %d", "22(修订)", 22);
  memset (row, 'x', 8);
  memset (code, 'x', 9);
  cells[1].row = NULL;
  const GovDiagnostic *kept = gov_diagnostics_get (diagnostics, 0);

  EXPECT_STREQ (kept->code, "cell-note");
  EXPECT_EQ (kept->severity, GOV_SEVERITY_NOTE);
  EXPECT_STREQ (kept->message, "“22(修订)” holds more than its figure 22");
  EXPECT_EQ (kept->place.line, 12);
  EXPECT_EQ (kept->place.offset, 310);
  ASSERT_EQ (kept->n_cells, 2);
  EXPECT_STREQ (kept->cells[0].row, "received");
  EXPECT_STREQ (kept->cells[1].row, "concluded");
}

GOV_TEST (Diagnostic, WithoutAPlaceItIsNowhere)
{
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  gov_diagnostics_add (diagnostics, "empty-document", NULL, NULL, 0, "nothing");
  EXPECT_EQ (gov_diagnostics_get (diagnostics, 0)->place.line, 0);
  EXPECT_EQ (gov_diagnostics_get (diagnostics, 0)->place.offset, -1);
}

static const struct {
  const char *name, *message, *kept;
} messages[] = {
    {"a line", "“规章” is damaged", "“规章” is damaged"},
    {"line breaks and tabs", "“规\r\n章\t3”", "“规  章 3”"},
    {"control signs", "a\x01\x1b[31mb\x7f", "a  [31mb "},
    {"no UTF-8",
     "a\xff"
     "b\xe8",
     "a\xEF\xBF\xBD"
     "b\xEF\xBF\xBD"},
    {"empty", "", ""},
};

GOV_TEST_P (Diagnostic, MessagesAreOneLineOfUtf8, messages)
{
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  gov_diagnostics_add (diagnostics, "no-report", NULL, NULL, 0, "%s", param->message);
  const char *kept = gov_diagnostics_get (diagnostics, 0)->message;
  EXPECT_TRUE (g_utf8_validate (kept, -1, NULL));
  EXPECT_STREQ (kept, param->kept);
}

GOV_TEST (Diagnostic, CountsBySeverity)
{
  static const char *const codes[] = {"cell-note", "row-uncertain", "check-failed", "no-report", "label-damaged"};
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    gov_diagnostics_add (diagnostics, codes[i], NULL, NULL, 0, "%s", codes[i]);
  gov_diagnostics_add_as (diagnostics, GOV_SEVERITY_ERROR, "cell-note", NULL, NULL, 0, "worse than usual");
  EXPECT_EQ (gov_diagnostics_get_length (diagnostics), 6);
  EXPECT_EQ (gov_diagnostics_count (diagnostics, GOV_SEVERITY_NOTE), 6);
  EXPECT_EQ (gov_diagnostics_count (diagnostics, GOV_SEVERITY_WARNING), 4);
  EXPECT_EQ (gov_diagnostics_count (diagnostics, GOV_SEVERITY_INCONSISTENCY), 3);
  EXPECT_EQ (gov_diagnostics_count (diagnostics, GOV_SEVERITY_ERROR), 2);
}

GOV_TEST (Diagnostic, AnUndocumentedCodeIsTheCallersFault)
{
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  EXPECT_CRITICAL (gov_diagnostics_add (diagnostics, "no-such-code", NULL, NULL, 0, "x"));
  EXPECT_CRITICAL (gov_diagnostics_add_as (diagnostics, (GovSeverity) 9, "cell-note", NULL, NULL, 0, "x"));
  EXPECT_CRITICAL (gov_diagnostics_get (diagnostics, 0));
  EXPECT_EQ (gov_diagnostics_get_length (diagnostics), 0);
}

GOV_TEST (Diagnostic, SeveritiesHaveNames)
{
  static const char *const names[] = {"note", "warning", "inconsistency", "error"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      EXPECT_STREQ (gov_severity_get_name (i + 1), names[i]);
      EXPECT_EQ (gov_severity_from_name (names[i]), i + 1);
    }
  EXPECT_EQ (gov_severity_from_name ("fatal"), 0);
  EXPECT_EQ (gov_severity_from_name (NULL), 0);
}
