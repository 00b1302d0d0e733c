/* SPDX-License-Identifier: MIT */
/* Spans on the grid: "row: column/colspan/rowspan …" of every cell. */
#include "tests/paper.h"

static char *
describe (const GovGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < grid->n_rows; r++)
    {
      for (guint c = 0; c < grid->rows[r].n_cells; c++)
        {
          const GovGridCell *cell = &grid->rows[r].cells[c];
          g_string_append_printf (text, "%s%s@%u", c > 0 ? " " : "", cell->text.text, cell->column);
          if (cell->colspan > 1 || cell->rowspan > 1)
            g_string_append_printf (text, ":%ux%u", cell->colspan, cell->rowspan);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *name, *table, *laid_out;
  guint n_columns;
} grids[] = {
    {"no spans", "| 规章 | 3 |\n| 文件 | 12 |\n", "规章@0 3@1\n文件@0 12@1\n", 2},
    {"a row that is longer", "| 规章 | 3 |\n| 文件 | 12 | 7 |\n", "规章@0 3@1\n文件@0 12@1 7@2\n", 3},
    {"over columns", "|3x1 申请人 |\n| 3 | 4 | 5 |\n", "申请人@0:3x1\n3@0 4@1 5@2\n", 3},
    {"over rows", "|1x2 项目 | 3 |\n| 4 |\n| 5 | 6 |\n", "项目@0:1x2 3@1\n4@1\n5@0 6@1\n", 2},
    {"over rows in the middle", "| 甲 |1x3 乙 | 丙 |\n| 1 | 2 |\n| 3 | 4 |\n", "甲@0 乙@1:1x3 丙@2\n1@0 2@2\n3@0 4@2\n", 3},
    {"both ways", "|2x2 甲 | 1 |\n| 2 |\n| 3 | 4 | 5 |\n", "甲@0:2x2 1@2\n2@2\n3@0 4@1 5@2\n", 3},
    {"longer than the table", "|1x9 甲 | 1 |\n| 2 |\n", "甲@0:1x2 1@1\n2@1\n", 2},
    {"below one", "|0x0 甲 | 1 |\n", "甲@0 1@1\n", 2},
    {"a cell that runs into one from above", "| 1 |1x2 甲 | 2 |\n|2x1 3 | 4 |\n", "1@0 甲@1:1x2 2@2\n3@0:2x1 4@2\n", 3},
    {"stairs", "|1x3 甲 |1x2 乙 | 1 |\n| 2 |\n| 3 | 4 |\n", "甲@0:1x3 乙@1:1x2 1@2\n2@2\n3@1 4@2\n", 3},
    {"a thousand million rows and columns", "|1000000000x1000000000 甲 |\n| 1 |\n", "甲@0:1000x2\n1@999\n", 1000},
};

GOV_TEST_P (Grid, LaysOut, grids)
{
  g_autoptr (GovPaper) paper = gov_paper_new (param->table);
  ASSERT_EQ (paper->document->n_blocks, 1);
  const GovGrid *grid = paper->document->blocks[0].grid;
  g_autofree char *laid_out = describe (grid);

  EXPECT_STREQ (laid_out, param->laid_out);
  EXPECT_EQ (grid->n_columns, param->n_columns);
}

GOV_TEST (Grid, MoreColumnsThanTheLimitShareTheLastAndAreTold)
{
  g_autoptr (GString) text = g_string_new ("|");

  for (guint i = 0; i < GOV_LIMIT_TABLE_COLUMNS + 5; i++)
    g_string_append_printf (text, " %u |", i + 1);
  g_autoptr (GovPaper) paper = gov_paper_new (text->str);
  const GovGridRow *row = &paper->document->blocks[0].grid->rows[0];
  const GovDiagnostic *diagnostic = gov_test_find_diagnostic (paper->diagnostics, "limit-exceeded");

  EXPECT_EQ (row->n_cells, GOV_LIMIT_TABLE_COLUMNS + 5);
  EXPECT_EQ (row->cells[GOV_LIMIT_TABLE_COLUMNS - 1].column, GOV_LIMIT_TABLE_COLUMNS - 1);
  EXPECT_EQ (row->cells[GOV_LIMIT_TABLE_COLUMNS + 4].column, GOV_LIMIT_TABLE_COLUMNS - 1);
  EXPECT_STREQ (row->cells[GOV_LIMIT_TABLE_COLUMNS + 4].text.text, "1005");
  ASSERT_NOT_NULL (diagnostic);
  EXPECT_EQ (diagnostic->place.line, 1);
}

/* Wide spans over many rows cost the columns that they cover once a row, not once a place. */
GOV_TEST (Grid, ManyRowsUnderOneSpan)
{
  g_autoptr (GString) text = g_string_new ("|9x100000 甲 | 1 |\n");

  for (guint i = 1; i < 100000; i++)
    g_string_append (text, "| 2 |\n");
  g_autoptr (GovPaper) paper = gov_paper_new (text->str);
  const GovGrid *grid = paper->document->blocks[0].grid;

  EXPECT_EQ (grid->n_rows, 100000);
  EXPECT_EQ (grid->n_columns, 10);
  EXPECT_EQ (grid->rows[99999].cells[0].column, 9);
}
