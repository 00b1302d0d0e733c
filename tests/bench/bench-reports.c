/* SPDX-License-Identifier: MIT */
#include "bench-reports.h"

#include <stdlib.h>
#include <string.h>

void
report_invent (Report *report, ForgeRandom *random, const char *edition, ForgeClass size)
{
  g_autoptr (ForgeReport) forged = forge_report_new (size, "2021", edition, random);
  const ForgeTable *table = &forged->tables[1];

  *report = (Report){
      .form = table->form,
      .n_cells = table->form->n_cells,
      .n_rows = table->form->blocks[0].n_rows,
      .n_columns = table->form->blocks[0].n_columns,
  };
  for (guint c = 0; c < report->n_cells; c++)
    {
      report->blank[c] = table->values[c] == NULL;
      report->values[c] = table->values[c] != NULL ? g_ascii_strtoll (table->values[c], NULL, 10) : 0;
    }
}

gint64
report_misread (ForgeRandom *random, gint64 figure)
{
  static const char *const similar[] = {"689", "74", "7", "85", "91", "68", "805", "12", "369", "804"};
  char digits[32];

  for (;;)
    {
      int n = g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, figure);
      char *digit = &digits[forge_random_below (random, (guint) n)];
      const char *shapes = similar[*digit - '0'];

      if (forge_random_below (random, 3) > 0)
        *digit = shapes[forge_random_below (random, (guint) strlen (shapes))];
      else
        *digit = (char) ('0' + forge_random_below (random, 10));
      gint64 misread = g_ascii_strtoll (digits, NULL, 10);
      if (misread != figure && (digits[0] != '0' || n == 1))
        return misread;
    }
}

void
report_make_mistake (Report *report, ForgeRandom *random)
{
  guint n_columns = report->n_columns, concluded = (report->n_rows - 2) * n_columns;
  guint column = forge_random_below (random, n_columns), row = forge_random_below (random, report->n_rows);
  gint64 by = forge_random_between (random, 1, 11);

  switch (forge_random_below (random, 6))
    {
    case 0: /* the results' total is not theirs */
      report->values[concluded + column] += by;
      break;
    case 1: /* nor is it in the total column */
      report->values[concluded + column % 6] += by;
      report->values[concluded + 6] += by;
      break;
    case 2: /* a result was forgotten when the rest was added up */
      report->values[(2 + row % (report->n_rows - 4)) * n_columns + column % 6] += by;
      report->values[(2 + row % (report->n_rows - 4)) * n_columns + 6] += by;
      break;
    case 3: /* carried over from a year that ended otherwise */
      report->values[n_columns + column % 6] += by;
      report->values[n_columns + 6] += by;
      break;
    case 4: /* a row's total was not brought up to date */
      report->values[row * n_columns + 6] += by;
      break;
    default: /* the last row was left at 0 */
      report->values[column % 6] += by;
      report->values[6] += by;
      break;
    }
}
