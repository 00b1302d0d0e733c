/* SPDX-License-Identifier: MIT */
#include "core/interpret/refuse.h"
#include <govconv/convert.h>

#include <string.h>

#define FIRST_FORM_YEAR 2019 /* reports on earlier years are free-form */
#define SECTIONS_OF_A_REPORT 2

/* Words of the statistics table that reports carried before 2019 (国办公开办函〔2014〕… 统计表). */
static gboolean
has_old_statistics (const GovDocument *document)
{
  static const char *const words[]
      = {"主动公开文件数", "指标名称", "受理政府信息依申请公开", "同意公开答复数", "历年累计", "收到申请数"};
  guint found = 0;

  for (guint b = 0; b < document->n_blocks; b++)
    {
      const GovBlock *block = &document->blocks[b];
      if (block->kind != GOV_BLOCK_TABLE)
        for (guint i = 0; i < G_N_ELEMENTS (words); i++)
          found |= (strstr (block->text.text, words[i]) != NULL) << i;
      else
        for (guint r = 0; r < block->grid->n_rows; r++)
          for (guint c = 0; c < block->grid->rows[r].n_cells; c++)
            for (guint i = 0; i < G_N_ELEMENTS (words); i++)
              found |= (strstr (block->grid->rows[r].cells[c].text.text, words[i]) != NULL) << i;
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
  if ((year != 0 && year < FIRST_FORM_YEAR) || has_old_statistics (document))
    return refuse (report, "form-unknown", error,
                   "this is a free-form report or a statistics table from before the statutory form of 2019: it has none of "
                   "the form's tables");
  if (n_sections >= SECTIONS_OF_A_REPORT)
    return TRUE;
  return refuse (report, "no-report", error,
                 "neither a table nor the sections of an annual report on government information disclosure were found");
}
