/* SPDX-License-Identifier: MIT */
#include "reports.h"

#include <string.h>

/* Shares of applicants and of results as published reports have them, in percent. */
static const guint applicant_shares[] = {78, 12, 1, 2, 4, 3};
static const guint result_shares[] = {38, 8, 1, 2, 1, 1, 4, 3, 4, 4, 18, 3, 3, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1};

/* Spread n over shares: exactly, by drawing, when n is small; in proportion with some noise when it is large. */
static void
spread (GRand *random, gint64 n, const guint *shares, guint n_shares, gint64 *parts)
{
  gint64 rest = n;
  guint sum = 0;

  for (guint i = 0; i < n_shares; i++)
    sum += shares[i];
  memset (parts, 0, sizeof *parts * n_shares);
  if (n > 500)
    for (guint i = 0; i < n_shares; i++)
      {
        gint64 part = (gint64) ((double) n * shares[i] / sum * g_rand_double_range (random, 0.3, 1.0));
        parts[i] = part;
        rest -= part;
      }
  for (gint64 step = MAX (1, rest / 300); rest > 0; rest -= step)
    {
      gint32 ticket = g_rand_int_range (random, 0, (gint32) sum);
      guint i = 0;
      step = MIN (step, rest);
      while (ticket >= (gint32) shares[i])
        ticket -= (gint32) shares[i++];
      parts[i] += step;
    }
}

static gint64
draw_total (GRand *random, Figures figures)
{
  switch (figures)
    {
    case FIGURES_SPARSE:
    case FIGURES_ZERO_BLANK:
      return g_rand_int_range (random, 0, 40);
    case FIGURES_CITY:
    case FIGURES_EMPTY_LINES:
      return g_rand_int_range (random, 60, 6000);
    default:
      return g_rand_int_range (random, 20000, 3000000);
    }
}

static void
add_totals (Report *report)
{
  for (guint r = 0; r < report->n_rows; r++)
    {
      gint64 *row = &report->values[r * report->n_columns];
      row[report->n_columns - 1] = 0;
      for (guint c = 0; c + 1 < report->n_columns; c++)
        row[report->n_columns - 1] += row[c];
    }
}

/* Rows: received, carried_in, the results, concluded, carried_out. */
static void
fill_column (Report *report, GRand *random, guint column, gint64 n)
{
  guint n_results = report->n_rows - 4;
  gint64 parts[G_N_ELEMENTS (result_shares)];
  gint64 carried_in = n > 0 ? g_rand_int_range (random, 0, (gint32) (n / 8 + 1)) : 0;
  gint64 carried_out = n > 0 ? g_rand_int_range (random, 0, (gint32) (n / 8 + 1)) : 0;
  gint64 *cell = &report->values[column];

  spread (random, n, result_shares, n_results, parts);
  cell[0] = n + carried_out - carried_in;
  cell[report->n_columns] = carried_in;
  for (guint i = 0; i < n_results; i++)
    cell[(2 + i) * report->n_columns] = parts[i];
  cell[(report->n_rows - 2) * report->n_columns] = n;
  cell[(report->n_rows - 1) * report->n_columns] = carried_out;
}

void
report_invent (Report *report, GRand *random, const GovForm *form, Figures figures)
{
  gint64 applicants[G_N_ELEMENTS (applicant_shares)];

  *report = (Report){.form = form, .n_cells = form->n_cells, .n_rows = form->blocks[0].n_rows, .n_columns = 7};
  spread (random, draw_total (random, figures), applicant_shares, G_N_ELEMENTS (applicant_shares), applicants);
  for (guint c = 0; c < G_N_ELEMENTS (applicant_shares); c++)
    fill_column (report, random, c, applicants[c]);
  add_totals (report);
  for (guint c = 0; c < report->n_cells; c++)
    report->blank[c] = (figures == FIGURES_ZERO_BLANK && report->values[c] == 0)
                       || (figures == FIGURES_EMPTY_LINES && applicants[c % 7 % 6] == 0 && c % 7 != 6);
}

gint64
report_misread (GRand *random, gint64 figure)
{
  static const char *const similar[] = {"689", "74", "7", "85", "91", "68", "805", "12", "369", "804"};
  char digits[32];

  for (;;)
    {
      int n = g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, figure);
      char *digit = &digits[g_rand_int_range (random, 0, n)];
      const char *shapes = similar[*digit - '0'];

      if (g_rand_int_range (random, 0, 3) > 0)
        *digit = shapes[g_rand_int_range (random, 0, (gint32) strlen (shapes))];
      else
        *digit = (char) ('0' + g_rand_int_range (random, 0, 10));
      gint64 misread = g_ascii_strtoll (digits, NULL, 10);
      if (misread != figure && (digits[0] != '0' || n == 1))
        return misread;
    }
}

void
report_make_mistake (Report *report, GRand *random)
{
  guint n_columns = report->n_columns, concluded = (report->n_rows - 2) * n_columns;
  guint column = (guint) g_rand_int_range (random, 0, (gint32) n_columns),
        row = (guint) g_rand_int_range (random, 0, (gint32) report->n_rows);
  gint64 by = g_rand_int_range (random, 1, 12);

  switch (g_rand_int_range (random, 0, 6))
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
