/* SPDX-License-Identifier: MIT */
#include "tests/paper.h"

/* ---- the notation ------------------------------------------------------------------------------------------------------ */

typedef struct {
  const char *text; /* all of it */
  GovBuilder *builder;
  GovTableFlags flags;
  gboolean in_table;
} Telling;

static void
tell_cell (Telling *telling, const char *cell, const char *end)
{
  guint columns = 1, rows = 1;

  if (g_ascii_isdigit (*cell))
    {
      char *rest;
      columns = (guint) strtoul (cell, &rest, 10);
      rows = (guint) strtoul (rest + 1, &rest, 10);
      cell = rest;
    }
  while (cell < end && *cell == ' ')
    cell++;
  while (end > cell && end[-1] == ' ')
    end--;
  gov_builder_begin_cell (telling->builder, columns, rows, GOV_CELL_PLAIN);
  gov_builder_text (telling->builder, cell, end - cell, GOV_SPAN (cell - telling->text, end - cell));
  gov_builder_end_cell (telling->builder);
}

static void
tell_row (Telling *telling, const char *line, const char *end)
{
  if (!telling->in_table)
    gov_builder_begin_table (telling->builder, telling->flags);
  telling->in_table = TRUE;
  gov_builder_begin_row (telling->builder);
  for (const char *cell = line + 1; cell < end;)
    {
      const char *bar = memchr (cell, '|', end - cell);
      if (bar == NULL)
        break;
      tell_cell (telling, cell, bar);
      cell = bar + 1;
    }
  gov_builder_end_row (telling->builder);
}

static GovTableFlags
read_flags (const char *line)
{
  static const char *const names[] = {"open", "ragged", "blanks", "recognised"};
  GovTableFlags flags = GOV_TABLE_PLAIN;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (line, names[i]) != NULL)
      flags |= 1 << i;
  return flags;
}

static void
tell_line (Telling *telling, const char *line, gsize length)
{
  if (*line == '|')
    {
      tell_row (telling, line, line + length);
      return;
    }
  if (telling->in_table)
    gov_builder_end_table (telling->builder);
  telling->in_table = FALSE;
  telling->flags = GOV_TABLE_PLAIN;
  if (*line == '=' || *line == '@')
    {
      g_autofree char *copy = g_strndup (line + 1, length - 1);
      if (*line == '=')
        telling->flags = read_flags (copy);
      else
        {
          char *value = strchr (copy, ' ');
          *value++ = '\0';
          gov_builder_property (telling->builder, copy, value, GOV_SPAN (line - telling->text, length));
        }
      return;
    }
  guint mark = *line == '#' ? 2 : 0;
  if (length > mark)
    gov_builder_paragraph (telling->builder, mark > 0, line + mark, length - mark,
                           GOV_SPAN (line - telling->text + mark, length - mark));
}

GovPaper *
gov_paper_new (const char *notation)
{
  GovPaper *paper = g_new0 (GovPaper, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (notation, strlen (notation));

  paper->source = gov_source_new ("paper", bytes);
  paper->diagnostics = gov_diagnostics_new ();
  Telling telling = {notation, gov_builder_new (paper->source, paper->diagnostics), GOV_TABLE_PLAIN, FALSE};
  for (const char *line = notation; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      tell_line (&telling, line, length);
      line += length + (line[length] != '\0');
    }
  paper->document = gov_builder_finish (telling.builder);
  return paper;
}

void
gov_paper_free (GovPaper *paper)
{
  if (paper == NULL)
    return;
  gov_document_free (paper->document);
  gov_diagnostics_free (paper->diagnostics);
  gov_source_free (paper->source);
  g_free (paper);
}

/* ---- tables in print --------------------------------------------------------------------------------------------------- */

char *
gov_paper_figure (const GovForm *form, guint cell)
{
  guint figure = 7 + cell * 37 % 391;

  switch (gov_form_get_cell (form, cell).column->unit)
    {
    case GOV_UNIT_CHANGE:
      return g_strdup_printf ("-%u", figure);
    case GOV_UNIT_AMOUNT:
      return g_strdup_printf ("%u.06", figure);
    case GOV_UNIT_COUNT:
    default:
      return g_strdup_printf ("%u", figure);
    }
}

static void
print_figures (GString *notation, const GovForm *form, guint from, guint n)
{
  for (guint c = from; c < from + n; c++)
    {
      g_autofree char *figure = gov_paper_figure (form, c);
      g_string_append_printf (notation, " %s |", figure);
    }
  g_string_append_c (notation, '\n');
}

static void
print_disclosure (GString *notation, const GovForm *form)
{
  guint cell = 0;

  for (guint b = 0; b < form->n_blocks; b++)
    {
      const GovFormBlock *block = &form->blocks[b];
      g_string_append_printf (notation, "|4x1 %s |\n| 信息内容 |", block->item);
      for (guint c = 0; c < block->n_columns; c++)
        g_string_append_printf (notation, " %s |", block->columns[c].label);
      g_string_append_c (notation, '\n');
      for (guint r = 0; r < block->n_rows; r++, cell += block->n_columns)
        {
          g_string_append_printf (notation, "| %s |", block->rows[r].label);
          print_figures (notation, form, cell, block->n_columns);
        }
    }
}

static void
print_applications (GString *notation, const GovForm *form)
{
  const GovFormBlock *block = form->blocks;

  g_string_append (notation, "|2x3 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |7x1 申请人情况 |\n"
                             "|1x2 自然人 |5x1 法人或其他组织 |1x2 总计 |\n"
                             "| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n");
  for (guint r = 0; r < block->n_rows; r++)
    {
      if (block->rows[r].group != NULL)
        g_string_append_printf (notation, "| %s | %s |", block->rows[r].group, block->rows[r].label);
      else
        g_string_append_printf (notation, "|2x1 %s |", block->rows[r].label);
      print_figures (notation, form, r * block->n_columns, block->n_columns);
    }
}

static void
print_review (GString *notation, const GovForm *form)
{
  g_string_append (
      notation, "|5x1 行政复议 |10x1 行政诉讼 |\n"
                "|1x2 结果维持 |1x2 结果纠正 |1x2 其他结果 |1x2 尚未审结 |1x2 总计 |5x1 未经复议直接起诉 |5x1 复议后起诉 |\n"
                "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|");
  print_figures (notation, form, 0, form->n_cells);
}

void
gov_paper_print_table (GString *notation, const GovForm *form)
{
  if (form->one_printed_row)
    print_review (notation, form);
  else if (form->n_blocks > 1)
    print_disclosure (notation, form);
  else
    print_applications (notation, form);
}

char *
gov_paper_print_report (const char *disclosure_edition, const char *applications_edition, guint year)
{
  GString *notation = g_string_new (NULL);

  g_string_append_printf (notation,
                          "# 云溪县人民政府%u年政府信息公开工作年度报告\n"
                          "本报告所列数据的统计期限自%u年1月1日起至%u年12月31日止。\n"
                          "一、总体情况\n全年主动公开政府信息1286条，办理依申请公开73件。\n"
                          "二、主动公开政府信息情况\n",
                          year, year, year);
  gov_paper_print_table (notation, gov_form_find ("disclosure", disclosure_edition));
  g_string_append (notation, "三、收到和处理政府信息公开申请情况\n");
  gov_paper_print_table (notation, gov_form_find ("applications", applications_edition));
  g_string_append (notation, "四、政府信息公开行政复议、行政诉讼情况\n");
  gov_paper_print_table (notation, gov_form_find ("review_litigation", applications_edition));
  g_string_append (notation, "五、存在的主要问题及改进情况\n基层力量不足，已增配专职人员6名。\n"
                             "六、其他需要报告的事项\n本年度收取信息处理费1次。\n");
  return g_string_free (notation, FALSE);
}

char *
gov_paper_change (char *text, const char *part, const char *by)
{
  char *at = strstr (text, part);

  if (at == NULL)
    {
      ADD_FAILURE ("the text has no “%s”", part);
      return text;
    }
  char *changed = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, by, at + strlen (part));
  g_free (text);
  return changed;
}

/* ---- findings ---------------------------------------------------------------------------------------------------------- */

const GovDiagnostic *
gov_test_find_diagnostic (const GovDiagnostics *diagnostics, const char *code)
{
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    if (strcmp (gov_diagnostics_get (diagnostics, i)->code, code) == 0)
      return gov_diagnostics_get (diagnostics, i);
  return NULL;
}

static void
count_critical (G_GNUC_UNUSED const char *domain, GLogLevelFlags level, G_GNUC_UNUSED const char *message, gpointer data)
{
  if ((level & G_LOG_LEVEL_MASK) == G_LOG_LEVEL_CRITICAL)
    ((GovCriticals *) data)->n++;
}

void
gov_test_criticals_begin (GovCriticals *criticals)
{
  criticals->n = 0;
  criticals->before = g_log_set_default_handler (count_critical, criticals);
}

guint
gov_test_criticals_end (GovCriticals *criticals)
{
  g_log_set_default_handler (criticals->before, NULL);
  return criticals->n;
}
