/* SPDX-License-Identifier: MIT */
#include "tests/truth.h"
#include "tests/gtest-c.h"

static gboolean
says_itself (const GovCell *cell)
{
  return cell->origin == GOV_ORIGIN_MISSING || cell->origin == GOV_ORIGIN_UNREADABLE || cell->origin == GOV_ORIGIN_REPAIRED;
}

static void
judge (const GovTestConversion *conversion, const GovForm *form, guint index, const char *wanted, const GovCell *cell,
       GovTally *tally, GString *misses)
{
  GovFormCell place = gov_form_get_cell (form, index);
  const char *value = cell ? cell->value : NULL;
  tally->total++;
  if (g_strcmp0 (value, wanted) == 0)
    {
      tally->right++;
      return;
    }
  gboolean silent
      = cell && !says_itself (cell) && !gov_test_conversion_flags (conversion, form->table, place.row->id, place.column->id);
  if (silent)
    tally->silent++;
  else
    tally->flagged++;
  if (misses)
    g_string_append_printf (misses, "%s %s %s: %s is true, %s was read (%s%s)\n", form->table, place.row->id, place.column->id,
                            wanted ? wanted : "a blank", value ? value : "nothing",
                            cell ? gov_origin_get_name (cell->origin) : "no such table", silent ? ", silent" : "");
}

/* Values in places that the true form does not have. */
static void
judge_surplus (const GovTestConversion *conversion, const GovForm *form, const GovTable *table, GovTally *tally,
               GString *misses)
{
  const GovForm *read = gov_table_get_form (table);
  for (guint i = 0; read != form && i < read->n_cells; i++)
    {
      GovFormCell place = gov_form_get_cell (read, i);
      if (gov_form_find_cell (form, place.row->id, place.column->id) == GOV_CELL_NONE
          && gov_cell_has_value (gov_table_get_cell (table, i))
          && !gov_test_conversion_flags (conversion, read->table, place.row->id, place.column->id))
        {
          tally->silent++;
          if (misses)
            g_string_append_printf (misses, "%s %s %s: the form has no such cell\n", read->table, place.row->id,
                                    place.column->id);
        }
    }
}

void
gov_test_tally (const ForgeReport *truth, const GovTestConversion *conversion, GovTally *tally, GString *misses)
{
  for (guint t = 0; t < FORGE_N_TABLES; t++)
    {
      const GovForm *form = truth->tables[t].form;
      const GovTable *table = conversion->report ? gov_report_find_table (conversion->report, form->table) : NULL;
      for (guint i = 0; i < form->n_cells; i++)
        {
          GovFormCell place = gov_form_get_cell (form, i);
          guint at = table ? gov_form_find_cell (gov_table_get_form (table), place.row->id, place.column->id) : GOV_CELL_NONE;
          judge (conversion, form, i, truth->tables[t].values[i], at != GOV_CELL_NONE ? gov_table_get_cell (table, at) : NULL,
                 tally, misses);
        }
      if (table)
        judge_surplus (conversion, form, table, tally, misses);
    }
}

void
gov_test_expect_cells (const ForgeReport *truth, const GovTestConversion *conversion)
{
  GovTally tally = {0};
  g_autoptr (GString) misses = g_string_new (NULL);
  gov_test_tally (truth, conversion, &tally, misses);
  if (tally.right != tally.total || tally.silent)
    ADD_FAILURE ("%u of %u cells are right, %u silently wrong\n%s", tally.right, tally.total, tally.silent, misses->str);
  for (guint t = 0; conversion->report && t < FORGE_N_TABLES; t++)
    {
      const GovForm *form = truth->tables[t].form;
      const GovTable *table = gov_report_find_table (conversion->report, form->table);
      /* Both editions print section 4 alike: nothing in it tells them apart. */
      if (table && strcmp (form->table, "review_litigation") != 0)
        EXPECT_STREQ (gov_table_get_form (table)->edition, form->edition);
    }
}

void
gov_test_expect_metadata (const ForgeReport *truth, const GovTestConversion *conversion)
{
  g_autofree char *from = g_strdup_printf ("%u-01-01", truth->year), *to = g_strdup_printf ("%u-12-31", truth->year);
  EXPECT_STREQ (gov_report_get_publisher (conversion->report), truth->publisher);
  EXPECT_STREQ (gov_report_get_title (conversion->report), truth->title);
  EXPECT_EQ (gov_report_get_year (conversion->report), truth->year);
  EXPECT_STREQ (gov_report_get_period_from (conversion->report), from);
  EXPECT_STREQ (gov_report_get_period_to (conversion->report), to);
}

static const GovSection *
find_section (const GovReport *report, const char *id)
{
  for (guint i = 0; i < gov_report_get_n_sections (report); i++)
    if (strcmp (gov_report_get_section (report, i)->id, id) == 0)
      return gov_report_get_section (report, i);
  return NULL;
}

static gboolean
has_paragraph (const GovSection *section, const char *paragraph)
{
  for (guint i = 0; i < section->n_paragraphs; i++)
    if (strcmp (section->paragraphs[i], paragraph) == 0)
      return TRUE;
  return FALSE;
}

void
gov_test_expect_sections (const ForgeReport *truth, const GovTestConversion *conversion)
{
  for (guint i = 0; i < FORGE_N_SECTIONS; i++)
    {
      const ForgeSection *wanted = &truth->sections[i];
      const GovSection *section = find_section (conversion->report, wanted->id);
      GOV_TRACE ("section %s", wanted->id);
      EXPECT_TRUE (section != NULL || (!wanted->heading && wanted->paragraphs->len == 0));
      if (!section)
        continue;
      EXPECT_STREQ (section->heading, wanted->heading);
      if (strcmp (wanted->id, "preamble") != 0)
        EXPECT_EQ (section->n_paragraphs, wanted->paragraphs->len);
      for (guint p = 0; p < wanted->paragraphs->len; p++)
        {
          GOV_TRACE ("paragraph %u", p + 1);
          EXPECT_TRUE (has_paragraph (section, g_ptr_array_index (wanted->paragraphs, p)));
        }
    }
}
