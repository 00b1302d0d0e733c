/* SPDX-License-Identifier: MIT */
#include "core/interpret/refuse.h"
#include "core/form/years.h"
#include <govconv/convert.h>

#include <string.h>

#define SECTIONS_OF_A_REPORT 2

static guint
find_words (const char *text, const char *const *words)
{
  guint found = 0;

  for (guint i = 0; words[i] != NULL; i++)
    found |= (guint) (strstr (text, words[i]) != NULL) << i;
  return found;
}

/* Whether two of the words stand somewhere of the statistics tables that reports carried before the form. */
static gboolean
has_old_statistics (const GovDocument *document)
{
  const char *const *words = gov_form_old_words ();
  guint found = 0;

  for (guint b = 0; b < document->n_blocks; b++)
    {
      const GovBlock *block = &document->blocks[b];
      if (block->kind != GOV_BLOCK_TABLE)
        found |= find_words (block->text.text, words);
      else
        for (guint r = 0; r < block->grid->n_rows; r++)
          for (guint c = 0; c < block->grid->rows[r].n_cells; c++)
            found |= find_words (block->grid->rows[r].cells[c].text.text, words);
    }
  return (found & (found - 1)) != 0;
}

static gboolean
refuse (GovReport *report, const char *code, GError **error, const char *reason)
{
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), code, NULL, NULL, 0, "%s", reason);
  g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "%s [%s]", reason, code);
  return FALSE;
}

gboolean
gov_refuse_unless_report (const GovDocument *document, GovReport *report, gboolean has_tables, guint n_sections, GError **error)
{
  guint year = gov_report_get_year (report);

  if (has_tables)
    return TRUE;
  if (document->n_blocks == 0)
    return refuse (report, "empty-document", error, "the document holds no text");
  if ((year != 0 && year < gov_form_first_year ()) || has_old_statistics (document))
    return refuse (report, "form-unknown", error,
                   "this is a free-form report or a statistics table from before the statutory form of 2019: it has none of "
                   "the form's tables");
  if (n_sections >= SECTIONS_OF_A_REPORT)
    return TRUE;
  return refuse (report, "no-report", error,
                 "neither a table nor the sections of an annual report on government information disclosure were found");
}
