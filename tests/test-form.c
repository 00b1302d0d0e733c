/* SPDX-License-Identifier: MIT */
/* The forms hold the identifiers of the report model, in its order; they are a public contract. */
#include "core/form/headings.h"
#include "core/form/words.h"
#include "tests/paper.h"

#define APPLICANTS "natural_person company research nonprofit legal_service other total"
#define BEFORE_OTHER                                                                                                           \
  "received carried_in granted partially_granted refused.state_secret refused.prohibited_by_law refused.security_stability "   \
  "refused.third_party refused.internal_affairs refused.process refused.enforcement_file refused.administrative_inquiry "      \
  "unavailable.not_held unavailable.needs_creation unavailable.unclear not_processed.petition not_processed.duplicate "        \
  "not_processed.publication not_processed.excessive not_processed.confirmation "

/* blocks: "rows: columns" of each, in order. */
static const struct {
  const char *name, *table, *edition;
  const char *blocks[6];
  guint n_cells, n_rows;
} forms[] = {
    {"disclosure 2021",
     "disclosure",
     "2021",
     {"regulations normative_documents: issued repealed in_force", "licensing: decisions", "penalty compulsion: decisions",
      "fees: amount"},
     10,
     6},
    {"disclosure 2019",
     "disclosure",
     "2019",
     {"regulations normative_documents: made published public_total", "licensing other_services: prior_items change decisions",
      "penalty compulsion: prior_items change decisions", "fees: prior_items change", "procurement: items amount"},
     22,
     8},
    {"applications 2021",
     "applications",
     "2021",
     {BEFORE_OTHER "other.not_corrected other.fee_unpaid other.other concluded carried_out: " APPLICANTS},
     175,
     25},
    {"applications 2019", "applications", "2019", {BEFORE_OTHER "other concluded carried_out: " APPLICANTS}, 161, 23},
    {"review 2021",
     "review_litigation",
     "2021",
     {"review litigation_direct litigation_after_review: upheld corrected other pending total"},
     15,
     3},
    {"review 2019",
     "review_litigation",
     "2019",
     {"review litigation_direct litigation_after_review: upheld corrected other pending total"},
     15,
     3},
};

static char *
describe_block (const GovFormBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < block->n_rows; r++)
    g_string_append_printf (text, "%s%s", r > 0 ? " " : "", block->rows[r].id);
  g_string_append_c (text, ':');
  for (guint c = 0; c < block->n_columns; c++)
    g_string_append_printf (text, " %s", block->columns[c].id);
  return g_string_free (text, FALSE);
}

GOV_TEST_P (Form, HasTheRowsAndColumnsOfTheModel, forms)
{
  const GovForm *form = gov_form_find (param->table, param->edition);
  ASSERT_NOT_NULL (form);

  EXPECT_EQ (form->n_cells, param->n_cells);
  EXPECT_EQ (gov_form_get_n_rows (form), param->n_rows);
  EXPECT_EQ (form->one_printed_row, strcmp (param->table, "review_litigation") == 0);
  for (guint b = 0; b < MAX (form->n_blocks, 5); b++)
    {
      g_autofree char *block = b < form->n_blocks ? describe_block (&form->blocks[b]) : NULL;
      EXPECT_STREQ (block, param->blocks[b]);
    }
  EXPECT_CONTAINS (form->notice, param->edition);
}

GOV_TEST_P (Form, FlatIndicesGoRowByRow, forms)
{
  const GovForm *form = gov_form_find (param->table, param->edition);
  ASSERT_NOT_NULL (form);
  guint cell = 0, row = 0;

  for (guint b = 0; b < form->n_blocks; b++)
    for (guint r = 0; r < form->blocks[b].n_rows; r++, row++)
      {
        const GovFormBlock *block = &form->blocks[b], *found = NULL;

        EXPECT_EQ (gov_form_get_row_start (form, row, &found), cell);
        EXPECT_EQ (found, block);
        for (guint c = 0; c < block->n_columns; c++, cell++)
          {
            GovFormCell at = gov_form_get_cell (form, cell);
            EXPECT_EQ (at.block, block);
            EXPECT_EQ (at.row, &block->rows[r]);
            EXPECT_EQ (at.column, &block->columns[c]);
            EXPECT_EQ (at.row_in_form, row);
            EXPECT_EQ (at.column_in_block, c);
            EXPECT_EQ (gov_form_find_cell (form, at.row->id, at.column->id), cell);
          }
      }
  EXPECT_EQ (cell, form->n_cells);
}

GOV_TEST_P (Form, UnitsAreThoseOfTheModel, forms)
{
  const GovForm *form = gov_form_find (param->table, param->edition);
  ASSERT_NOT_NULL (form);

  for (guint cell = 0; cell < form->n_cells; cell++)
    {
      const GovFormColumn *column = gov_form_get_cell (form, cell).column;
      GovUnit unit = strcmp (column->id, "amount") == 0   ? GOV_UNIT_AMOUNT
                     : strcmp (column->id, "change") == 0 ? GOV_UNIT_CHANGE
                                                          : GOV_UNIT_COUNT;
      GOV_TRACE ("%s", column->id);
      EXPECT_EQ (column->unit, unit);
    }
}

GOV_TEST (Form, WhatItDoesNotHaveIsNone)
{
  const GovForm *form = gov_form_find ("disclosure", "2021");

  EXPECT_NULL (gov_form_find ("disclosure", "2014"));
  EXPECT_NULL (gov_form_find ("statistics", "2021"));
  EXPECT_EQ (gov_form_find_cell (form, "procurement", "amount"), GOV_CELL_NONE);
  EXPECT_EQ (gov_form_find_cell (form, "licensing", "issued"), GOV_CELL_NONE);
  EXPECT_CRITICAL (gov_form_get_cell (form, form->n_cells));
  const GovFormBlock *block;
  EXPECT_CRITICAL (gov_form_get_row_start (form, gov_form_get_n_rows (form), &block));
}

GOV_TEST (Form, UnitsHaveNames)
{
  EXPECT_STREQ (gov_unit_get_name (GOV_UNIT_COUNT), "count");
  EXPECT_STREQ (gov_unit_get_name (GOV_UNIT_CHANGE), "change");
  EXPECT_STREQ (gov_unit_get_name (GOV_UNIT_AMOUNT), "万元");
}

/* ---- equations --------------------------------------------------------------------------------------------------------- */

static gboolean
form_has_term (const GovForm *form, GovAxis axis, const char *term)
{
  g_autofree char *stem = g_strdup (term);
  gsize n = strlen (stem);
  if (g_str_has_suffix (stem, ".*"))
    stem[--n] = '\0';

  for (guint cell = 0; cell < form->n_cells; cell++)
    {
      GovFormCell at = gov_form_get_cell (form, cell);
      const char *id = axis == GOV_AXIS_COLUMN ? at.row->id : at.column->id;
      if (n < strlen (term) ? g_str_has_prefix (id, stem) : strcmp (id, term) == 0)
        return TRUE;
    }
  return FALSE;
}

/* other and other.* are of one edition each; every other term is in both. */
GOV_TEST (Form, EquationsSpeakOfRowsAndColumnsThatAreThere)
{
  static const char *const ids[]
      = {"applications.balance", "applications.conclusion", "applications.row-total", "review_litigation.total"};
  guint n;
  const GovEquation *equations = gov_equations (&n);

  ASSERT_EQ (n, G_N_ELEMENTS (ids));
  for (guint e = 0; e < n; e++)
    {
      const GovForm *old = gov_form_find (equations[e].table, "2019"), *new = gov_form_find (equations[e].table, "2021");
      const char *const *sides[] = {equations[e].left, equations[e].right};

      EXPECT_STREQ (equations[e].id, ids[e]);
      for (guint s = 0; s < 2; s++)
        for (const char *const *term = sides[s]; *term != NULL; term++)
          {
            GOV_TRACE ("%s: %s", equations[e].id, *term);
            gboolean other = g_str_has_prefix (*term, "other") && equations[e].axis == GOV_AXIS_COLUMN;
            EXPECT_EQ (form_has_term (old, equations[e].axis, *term) + form_has_term (new, equations[e].axis, *term),
                       other ? 1 : 2);
          }
    }
}

/* ---- words ------------------------------------------------------------------------------------------------------------- */

GOV_TEST (Form, SectionsAreThoseOfTheModel)
{
  static const char *const ids[] = {"overview", "disclosure", "applications", "review_litigation", "problems", "other_matters"};
  guint n;
  const GovFormSection *sections = gov_form_sections (&n);

  ASSERT_EQ (n, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n; i++)
    {
      EXPECT_STREQ (sections[i].id, ids[i]);
      EXPECT_NOT_NULL (sections[i].titles[0]);
    }
}

GOV_TEST (Form, WordsNameTablesOfTheForm)
{
  guint n;
  const GovFormWord *words = gov_form_words (&n);

  for (guint i = 0; i < n; i++)
    {
      GOV_TRACE ("%s", words[i].word);
      EXPECT_NOT_NULL (gov_form_find (words[i].table, "2021"));
    }
}
