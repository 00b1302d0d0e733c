/* SPDX-License-Identifier: MIT */
/* What the code can do, through the program: every single error is found and corrected, erasures are restored, and where two
 * explanations are as good nothing is touched. */
#include "core/check/edits.h"
#include "core/check/reconcile.h"
#include "county.h"
#include "gtest-c.h"

static const struct {
  const char *name, *edition;
} editions[] = {{"edition_2021", "2021"}, {"edition_2019", "2019"}};

static void
print_figure (GovTable *table, guint cell, gint64 figure)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, figure);

  county_set (table, cell, GOV_ORIGIN_READ, digits, digits);
}

/* Each of the 175 (161) cells, with every other figure that one digit's slip makes of its own. */
GOV_TEST_P (CodeCorrection, EverySingleErrorIsCorrected, editions)
{
  const GovOpenTable recognised = {"applications", 0, NULL, TRUE};
  guint n_cells = gov_form_find ("applications", param->edition)->n_cells, n_errors = 0, n_corrected = 0;

  for (guint cell = 0; cell < n_cells; cell++)
    {
      gint64 edits[GOV_EDITS_MAX];
      guint n_edits = gov_edits_list (county_figure (gov_form_find ("applications", param->edition), cell), edits);

      for (guint i = 0; i < n_edits; i += 8)
        {
          g_autoptr (GovReport) report = gov_report_new ();
          GovTable *table = county_print (report, param->edition);

          print_figure (table, cell, edits[i]);
          gov_reconcile (report, NULL, &recognised, 1, TRUE);
          n_corrected += county_count_wrong (table) == 0 && gov_table_get_cell (table, cell)->origin == GOV_ORIGIN_REPAIRED;
          n_errors++;
        }
    }
  EXPECT_GE (n_errors, 3 * n_cells);
  EXPECT_EQ (n_corrected, n_errors);
  RECORD ("errors", "%u", n_errors);
}

/* A small generator of our own, so that the sample is the same everywhere. */
static guint
draw (guint64 *state, guint n)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((*state >> 33) % n);
}

GOV_TEST_P (CodeCorrection, ThreeErasedCellsAreRestored, editions)
{
  guint n_cells = gov_form_find ("applications", param->edition)->n_cells;
  guint64 state = 20211109;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GovReport) report = gov_report_new ();
      GovTable *table = county_print (report, param->edition);

      for (guint k = 0; k < 3; k++)
        county_set (table, draw (&state, n_cells), GOV_ORIGIN_UNREADABLE, NULL, "■");
      gov_reconcile (report, NULL, NULL, 0, FALSE);
      EXPECT_EQ (county_count_wrong (table), 0);
    }
}

/* Two misread digits: put right, or reported and left; never something else. */
GOV_TEST_P (CodeCorrection, TwoErrorsAreNeverRepairedWrong, editions)
{
  const GovOpenTable recognised = {"applications", 0, NULL, TRUE};
  const GovForm *form = gov_form_find ("applications", param->edition);
  guint64 state = 20191108;
  guint n_right = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GovReport) report = gov_report_new ();
      GovTable *table = county_print (report, param->edition);
      guint n_printed_wrong;

      for (guint k = 0; k < 2; k++)
        {
          gint64 edits[GOV_EDITS_MAX];
          guint cell = draw (&state, form->n_cells), n = gov_edits_list (county_figure (form, cell), edits);
          gint64 misread;
          do
            misread = edits[draw (&state, n)];
          while (!gov_edits_replace (county_figure (form, cell), misread));
          print_figure (table, cell, misread);
        }
      n_printed_wrong = county_count_wrong (table);
      gov_reconcile (report, NULL, &recognised, 1, TRUE);
      guint n_wrong = county_count_wrong (table);
      EXPECT_TRUE (n_wrong == 0 || n_wrong == n_printed_wrong);
      n_right += n_wrong == 0;
    }
  EXPECT_GE (n_right, 380);
  RECORD ("right of 400", "%u", n_right);
}
