/* SPDX-License-Identifier: MIT */
/* Figures of a report: every equation of the form holds by construction. Each applicant column is made on its own, from the
 * applications received down to how they ended; totals are added last. */
#include "forge.h"

#include <string.h>

#define N_APPLICANTS 6
#define MAX_ROWS 32

/* How large the figures of a class are. */
typedef struct {
  guint received[2];  /* from natural persons */
  guint documents[2]; /* normative documents in force */
  guint decisions[2]; /* licences and penalties */
  guint amount[2];    /* whole 万元 */
  guint suits[2];     /* of one result of review or litigation */
  double others;      /* chance that an applicant column beside natural persons has any */
} Size;

static const Size sizes[FORGE_N_CLASSES] = {
    [FORGE_TOWNSHIP] = {{0, 12}, {0, 9}, {0, 60}, {0, 2}, {0, 1}, 0.1},
    [FORGE_COUNTY] = {{20, 320}, {5, 140}, {40, 9800}, {1, 8400}, {0, 9}, 0.5},
    [FORGE_CITY] = {{300, 5200}, {60, 900}, {4000, 320000}, {900, 220000}, {0, 160}, 0.9},
    [FORGE_HUGE] = {{52000, 1480000}, {2000, 96000}, {900000, 9400000}, {400000, 9000000}, {900, 42000}, 1.0},
    [FORGE_NEARLY_ZERO] = {{1, 2}, {0, 0}, {0, 1}, {0, 0}, {0, 0}, 0.0},
    [FORGE_BLANKS] = {{12, 240}, {3, 80}, {30, 4200}, {1, 900}, {0, 4}, 0.35},
};

/* How often applications end so, in parts of 1000; what is not named here is rare. */
static const struct {
  const char *row;
  guint weight;
} endings[] = {
    {"granted", 400},
    {"partially_granted", 80},
    {"unavailable.not_held", 260},
    {"unavailable.needs_creation", 30},
    {"unavailable.unclear", 25},
    {"refused.internal_affairs", 20},
    {"refused.process", 20},
    {"refused.enforcement_file", 25},
    {"refused.administrative_inquiry", 20},
    {"not_processed.petition", 45},
    {"not_processed.duplicate", 30},
    {"other.other", 15},
    {"other", 25},
};
#define RARE_WEIGHT 4

static guint
row_weight (const char *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (endings[i].row, row) == 0)
      return endings[i].weight;
  return RARE_WEIGHT;
}

static void
set_count (ForgeTable *table, const char *row, const char *column, guint value)
{
  guint cell = gov_form_find_cell (table->form, row, column);
  g_free (table->values[cell]);
  table->values[cell] = g_strdup_printf ("%u", value);
}

/* Shares n out among the result rows first … last - 1 of the form, roughly by their weights, and adds to counts[]. */
static void
share_out (const GovFormRow *rows, guint first, guint last, guint n, guint *counts, ForgeRandom *random)
{
  guint total = 0;
  for (guint r = first; r < last; r++)
    total += row_weight (rows[r].id);
  /* Large numbers go in portions, so that this stays quick for a million. */
  for (guint portion; n > 0; n -= portion)
    {
      portion = n > 400 ? n / 40 : 1;
      guint ticket = forge_random_below (random, total), r = first;
      while (ticket >= row_weight (rows[r].id))
        ticket -= row_weight (rows[r++].id);
      counts[r] += portion;
    }
}

/* One applicant column: counts[] of every row of the form. */
static void
make_column (const GovFormBlock *block, guint received, guint carried_in, guint *counts, ForgeRandom *random)
{
  guint last = block->n_rows - 2;
  guint all = received + carried_in;
  guint carried_out = all ? forge_random_below (random, all / 12 + 2) : 0;
  counts[0] = received;
  counts[1] = carried_in;
  counts[last] = all - carried_out;
  counts[last + 1] = carried_out;
  share_out (block->rows, 2, last, counts[last], counts, random);
}

static void
fill_applications (ForgeTable *table, const Size *size, ForgeRandom *random)
{
  const GovFormBlock *block = table->form->blocks;
  guint totals[MAX_ROWS] = {0};
  for (guint column = 0; column < N_APPLICANTS; column++)
    {
      guint counts[MAX_ROWS] = {0};
      guint share = column == 0 ? 1 : column == 1 ? 8 : 60;
      gboolean any = column == 0 || forge_random_chance (random, size->others);
      guint received = any ? forge_random_between (random, size->received[0] / share, size->received[1] / share) : 0;
      make_column (block, received, any ? forge_random_below (random, received / 10 + 1) : 0, counts, random);
      for (guint row = 0; row < block->n_rows; row++)
        {
          set_count (table, block->rows[row].id, block->columns[column].id, counts[row]);
          totals[row] += counts[row];
        }
    }
  for (guint row = 0; row < block->n_rows; row++)
    set_count (table, block->rows[row].id, "total", totals[row]);
}

static void
fill_review (ForgeTable *table, const Size *size, ForgeRandom *random)
{
  const GovFormBlock *block = table->form->blocks;
  for (guint row = 0; row < block->n_rows; row++)
    {
      guint total = 0;
      for (guint column = 0; column + 1 < block->n_columns; column++)
        {
          guint value = forge_random_between (random, size->suits[0], size->suits[1] / (1 + column));
          set_count (table, block->rows[row].id, block->columns[column].id, value);
          total += value;
        }
      set_count (table, block->rows[row].id, "total", total);
    }
}

static char *
make_amount (const Size *size, ForgeRandom *random)
{
  guint whole = forge_random_between (random, size->amount[0], size->amount[1]);
  guint digits = (const guint[]){0, 1, 2, 2, 4, 6}[forge_random_below (random, 6)];
  if (whole == 0 || digits == 0)
    return g_strdup_printf ("%u", whole);
  guint tens = 1;
  for (guint i = 1; i < digits; i++)
    tens *= 10;
  /* The last decimal is never 0, so that the value as printed is the shortest one. */
  guint fraction = forge_random_below (random, tens) * 10 + forge_random_between (random, 1, 9);
  return g_strdup_printf ("%u.%0*u", whole, (int) digits, fraction);
}

static char *
make_disclosure_figure (GovFormCell cell, const Size *size, ForgeRandom *random)
{
  if (cell.column->unit == GOV_UNIT_AMOUNT)
    return make_amount (size, random);
  if (cell.column->unit == GOV_UNIT_CHANGE)
    return g_strdup_printf ("%d", (int) forge_random_below (random, size->documents[1] / 4 + 1) - (int) size->documents[1] / 8);
  if (strcmp (cell.row->id, "regulations") == 0)
    return g_strdup_printf ("%u", forge_random_below (random, size->documents[1] / 60 + 1));
  const guint *range = g_str_has_prefix (cell.column->id, "decisions") ? size->decisions : size->documents;
  return g_strdup_printf ("%u", forge_random_between (random, range[0], range[1]));
}

/* Blanks as organs leave them: a column of an applicant without any, zeros here and there, a table of zeros. Totals and what
 * is above zero stay printed, so that the arithmetic with blanks as zero still holds. */
static void
leave_blank (ForgeReport *report, ForgeRandom *random)
{
  for (guint t = 0; t < FORGE_N_TABLES; t++)
    {
      ForgeTable *table = &report->tables[t];
      for (guint cell = 0; cell < table->form->n_cells; cell++)
        {
          GovFormCell place = gov_form_get_cell (table->form, cell);
          gboolean total = strcmp (place.column->id, "total") == 0 || strcmp (place.row->id, "concluded") == 0;
          if (strcmp (table->values[cell], "0") == 0 && !total && forge_random_chance (random, 0.8))
            g_clear_pointer (&table->values[cell], g_free);
        }
    }
}

void
forge_fill_figures (ForgeReport *report, ForgeClass of, ForgeRandom *random)
{
  const Size *size = &sizes[of];
  ForgeTable *disclosure = &report->tables[0];
  for (guint cell = 0; cell < disclosure->form->n_cells; cell++)
    disclosure->values[cell] = make_disclosure_figure (gov_form_get_cell (disclosure->form, cell), size, random);
  fill_applications (&report->tables[1], size, random);
  fill_review (&report->tables[2], size, random);
  if (of == FORGE_BLANKS)
    leave_blank (report, random);
}
