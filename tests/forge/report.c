/* SPDX-License-Identifier: MIT */
#include "forge.h"

#include <string.h>

static const char *const class_names[FORGE_N_CLASSES] = {"township", "county", "city", "huge", "nearly-zero", "blanks"};
static const char *const table_ids[FORGE_N_TABLES] = {"disclosure", "applications", "review_litigation"};
static const char *const section_ids[FORGE_N_SECTIONS]
    = {"preamble", "overview", "disclosure", "applications", "review_litigation", "problems", "other_matters"};

const char *
forge_class_get_name (ForgeClass size)
{
  return class_names[size];
}

ForgeClass
forge_class_from_name (const char *name)
{
  ForgeClass size = 0;
  while (size < FORGE_N_CLASSES && strcmp (class_names[size], name) != 0)
    size++;
  return size;
}

ForgeReport *
forge_report_new_empty (const char *disclosure_edition, const char *applications_edition)
{
  const char *const editions[FORGE_N_TABLES] = {disclosure_edition, applications_edition, applications_edition};
  ForgeReport *report = g_new0 (ForgeReport, 1);
  for (guint i = 0; i < FORGE_N_TABLES; i++)
    {
      report->tables[i].form = gov_form_find (table_ids[i], editions[i]);
      report->tables[i].values = g_new0 (char *, report->tables[i].form->n_cells);
      report->tables[i].printed = g_new0 (char *, report->tables[i].form->n_cells);
    }
  for (guint i = 0; i < FORGE_N_SECTIONS; i++)
    {
      report->sections[i].id = section_ids[i];
      report->sections[i].paragraphs = g_ptr_array_new_with_free_func (g_free);
    }
  return report;
}

ForgeReport *
forge_report_new (ForgeClass size, const char *disclosure_edition, const char *applications_edition, ForgeRandom *random)
{
  ForgeReport *report = forge_report_new_empty (disclosure_edition, applications_edition);
  gboolean trial = strcmp (disclosure_edition, "2019") == 0 && strcmp (applications_edition, "2019") == 0;
  report->year = trial ? forge_random_between (random, 2019, 2020) : forge_random_between (random, 2021, 2025);
  forge_fill_figures (report, size, random);
  forge_write_narrative (report, random);
  return report;
}

void
forge_report_free (ForgeReport *report)
{
  for (guint i = 0; i < FORGE_N_TABLES; i++)
    {
      for (guint j = 0; j < report->tables[i].form->n_cells; j++)
        {
          g_free (report->tables[i].values[j]);
          g_free (report->tables[i].printed[j]);
        }
      g_free (report->tables[i].values);
      g_free (report->tables[i].printed);
    }
  for (guint i = 0; i < FORGE_N_SECTIONS; i++)
    {
      g_free (report->sections[i].heading);
      g_ptr_array_unref (report->sections[i].paragraphs);
    }
  g_free (report->publisher);
  g_free (report->title);
  g_free (report);
}

ForgeSection *
forge_report_get_section (ForgeReport *report, const char *id)
{
  for (guint i = 0; i < FORGE_N_SECTIONS; i++)
    if (strcmp (section_ids[i], id) == 0)
      return &report->sections[i];
  g_return_val_if_reached (NULL);
}

const char *
forge_report_get_value (const ForgeReport *report, const char *table, const char *row, const char *column)
{
  for (guint i = 0; i < FORGE_N_TABLES; i++)
    if (strcmp (table_ids[i], table) == 0)
      {
        guint cell = gov_form_find_cell (report->tables[i].form, row, column);
        g_return_val_if_fail (cell != GOV_CELL_NONE, NULL);
        return report->tables[i].values[cell];
      }
  g_return_val_if_reached (NULL);
}
