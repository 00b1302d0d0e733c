/* SPDX-License-Identifier: MIT */
/* How far the arithmetic reads: thousands of invented reports, damaged in one way each, through gov_reconcile().
 *
 *   bench-reconcile [DOCUMENTS] [SEED]      documents a class (2000), seed of the random numbers (1)
 *
 * A line a class: of the damaged cells those put right, those that the program does not claim, and those it gets wrong
 * ("false": a value that the original does not have, claimed as resolved or repaired); documents put right altogether and
 * with anything false; the time of one document, median and worst. */
#include "core/check/reconcile.h"
#include "bench-reports.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ATOMS_MAX 16

typedef struct {
  Report truth;
  gint64 printed[REPORT_CELLS_MAX];
  gboolean blank[REPORT_CELLS_MAX], erased[REPORT_CELLS_MAX], damaged[REPORT_CELLS_MAX];
  GovOpenRow rows[25];
  GovAtom atoms[25][ATOMS_MAX];
  char texts[25][ATOMS_MAX][160];
  guint n_rows;
  gboolean recognised;
} Document;

typedef struct {
  const char *name;
  void (*damage) (Document *document, ForgeRandom *random);
  gboolean repair;
} Class;

/* ---- damage ------------------------------------------------------------------------------------------------------------ */

static void
leave (G_GNUC_UNUSED Document *document, G_GNUC_UNUSED ForgeRandom *random)
{
}

static guint
draw_cell (const Document *document, ForgeRandom *random)
{
  guint cell;

  do
    cell = forge_random_below (random, document->truth.n_cells);
  while (document->damaged[cell] || document->blank[cell]);
  return cell;
}

static guint
count_printed (const Document *document)
{
  guint n = 0;

  for (guint c = 0; c < document->truth.n_cells; c++)
    n += !document->blank[c];
  return n;
}

static void
misread_cells (Document *document, ForgeRandom *random, guint n)
{
  document->recognised = TRUE;
  for (n = MIN (n, count_printed (document)); n > 0; n--)
    {
      guint cell = draw_cell (document, random);
      document->printed[cell] = report_misread (random, document->printed[cell]);
      document->damaged[cell] = TRUE;
    }
}

static void
misread_one (Document *document, ForgeRandom *random)
{
  misread_cells (document, random, 1);
}

static void
misread_two (Document *document, ForgeRandom *random)
{
  misread_cells (document, random, 2);
}

static void
misread_three (Document *document, ForgeRandom *random)
{
  misread_cells (document, random, 3);
}

static void
misread_four (Document *document, ForgeRandom *random)
{
  misread_cells (document, random, 4);
}

static void
erase_cells (Document *document, ForgeRandom *random, guint n)
{
  for (n = MIN (n, count_printed (document)); n > 0; n--)
    {
      guint cell = draw_cell (document, random);
      document->erased[cell] = document->damaged[cell] = TRUE;
    }
}

static void
erase_three (Document *document, ForgeRandom *random)
{
  erase_cells (document, random, 3);
}

static void
erase_five (Document *document, ForgeRandom *random)
{
  erase_cells (document, random, 5);
}

static void
misread_one_erase_three (Document *document, ForgeRandom *random)
{
  misread_cells (document, random, 1);
  erase_cells (document, random, 3);
}

static void
add_atom (Document *document, guint row, GovAtomKind kind, GovAtomFlags flags, const char *text)
{
  GovOpenRow *open = &document->rows[document->n_rows];
  char *copy = document->texts[document->n_rows][open->n_atoms];

  open->row_in_form = row;
  open->atoms = document->atoms[document->n_rows];
  g_strlcpy (copy, text, sizeof document->texts[0][0]);
  document->atoms[document->n_rows][open->n_atoms++] = (GovAtom){kind, flags, copy, GOV_SPAN_NONE};
}

static void
add_cell_atom (Document *document, guint cell)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, document->printed[cell]);

  if (document->blank[cell])
    add_atom (document, cell / 7, GOV_ATOM_BLANK, GOV_ATOM_PLAIN, "");
  else
    add_atom (document, cell / 7, GOV_ATOM_FIGURE, GOV_ATOM_PLAIN, text);
}

static void
damage_row (Document *document, guint row)
{
  for (guint c = 0; c < 7; c++)
    document->damaged[row * 7 + c] = TRUE;
}

/* One figure was not recognised, and those behind it moved up. */
static void
lose_cell (Document *document, ForgeRandom *random)
{
  guint row = forge_random_below (random, document->truth.n_rows);
  guint lost = forge_random_below (random, 7);

  document->recognised = TRUE;
  for (guint c = 0; c < 7; c++)
    if (c != lost)
      add_cell_atom (document, row * 7 + c);
  document->rows[document->n_rows++].flags = GOV_OPEN_LACKS | GOV_OPEN_MISREAD;
  damage_row (document, row);
}

/* A foreign figure stands among those of the row. */
static void
add_surplus (Document *document, ForgeRandom *random)
{
  guint row = forge_random_below (random, document->truth.n_rows);
  guint before = forge_random_below (random, 8);

  for (guint c = 0; c <= 7; c++)
    {
      if (c == before)
        add_atom (document, row, GOV_ATOM_FIGURE, GOV_ATOM_PLAIN, "0");
      if (c < 7)
        add_cell_atom (document, row * 7 + c);
    }
  document->rows[document->n_rows++].flags = GOV_OPEN_SURPLUS;
  damage_row (document, row);
}

/* The figures of a row stand one place to the right; the first place is blank, the last figure is gone. */
static void
slide_row (Document *document, ForgeRandom *random)
{
  guint row = forge_random_below (random, document->truth.n_rows);

  for (guint c = 6; c > 0; c--)
    {
      document->printed[row * 7 + c] = document->printed[row * 7 + c - 1];
      document->blank[row * 7 + c] = document->blank[row * 7 + c - 1];
    }
  document->printed[row * 7] = 0;
  document->blank[row * 7] = TRUE;
  for (guint c = 0; c < 7; c++)
    document->damaged[row * 7 + c] = document->truth.values[row * 7 + c] != document->printed[row * 7 + c];
}

static void
split_figure (Document *document, ForgeRandom *random)
{
  guint row = forge_random_below (random, document->truth.n_rows), split = G_MAXUINT;
  char text[32];

  for (guint c = 0; c < 7; c++)
    if (document->printed[row * 7 + c] >= 10 && (split == G_MAXUINT || forge_random_below (random, 2) == 0))
      split = c;
  if (split == G_MAXUINT)
    return;
  for (guint c = 0; c < 7; c++)
    if (c != split)
      add_cell_atom (document, row * 7 + c);
    else
      {
        int n = g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, document->printed[row * 7 + c]);
        guint head = forge_random_between (random, 1, (guint) n - 1);
        add_atom (document, row, GOV_ATOM_FIGURE, GOV_ATOM_PLAIN, text + head);
        char *second = document->texts[document->n_rows][document->rows[document->n_rows].n_atoms - 1];
        g_autofree char *tail = g_strdup (second);
        text[head] = '\0';
        g_strlcpy (second, text, sizeof document->texts[0][0]);
        add_atom (document, row, GOV_ATOM_FIGURE, GOV_ATOM_PLAIN, tail);
      }
  document->rows[document->n_rows++].flags = GOV_OPEN_SURPLUS;
  damage_row (document, row);
}

static void
glue_row (Document *document, guint row)
{
  g_autoptr (GString) run = g_string_new (NULL);
  guint n = 0;

  for (guint c = 0; c < 7; c++)
    if (!document->blank[row * 7 + c])
      {
        g_string_append_printf (run, "%" G_GINT64_FORMAT, document->printed[row * 7 + c]);
        n++;
      }
  if (n == 0)
    return;
  add_atom (document, row, GOV_ATOM_FIGURE, GOV_ATOM_JOINED, run->str);
  document->rows[document->n_rows++].flags = GOV_OPEN_LACKS;
  damage_row (document, row);
}

static void
glue_rows (Document *document, G_GNUC_UNUSED ForgeRandom *random)
{
  for (guint r = 0; r < document->truth.n_rows; r++)
    glue_row (document, r);
}

/* The organ's own mistake: what is printed is the truth, and it does not add up. */
static void
make_mistake (Document *document, ForgeRandom *random)
{
  report_make_mistake (&document->truth, random);
  for (guint c = 0; c < document->truth.n_cells; c++)
    {
      document->printed[c] = document->truth.values[c];
      document->blank[c] &= document->printed[c] == 0;
    }
}

static void
make_mistake_and_glue (Document *document, ForgeRandom *random)
{
  make_mistake (document, random);
  glue_rows (document, random);
}

/* The same mistakes, with what the organ should have printed as the truth: does --repair find that, or something else? */
static void
slip (Document *document, ForgeRandom *random)
{
  Report printed = document->truth;

  report_make_mistake (&printed, random);
  for (guint c = 0; c < printed.n_cells; c++)
    {
      document->printed[c] = printed.values[c];
      document->blank[c] &= printed.values[c] == 0;
      document->damaged[c] = printed.values[c] != document->truth.values[c];
    }
}

static void
slip_and_misread (Document *document, ForgeRandom *random)
{
  slip (document, random);
  misread_cells (document, random, 1);
}

static void
glue_and_misread (Document *document, ForgeRandom *random)
{
  misread_cells (document, random, 1);
  for (guint r = 0; r < document->truth.n_rows; r++)
    if (forge_random_below (random, 3) == 0)
      glue_row (document, r);
}

/* ---- one document ------------------------------------------------------------------------------------------------------ */

static void
print_document (const Document *document, GovReport *report)
{
  GovTable *table = gov_report_add_table (report, document->truth.form);

  for (guint c = 0; c < document->truth.n_cells; c++)
    {
      g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, document->printed[c]);
      GovCell cell = {GOV_ORIGIN_READ, digits, digits, GOV_PLACE_NONE};

      if (document->blank[c])
        cell = (GovCell){GOV_ORIGIN_BLANK, NULL, NULL, GOV_PLACE_NONE};
      else if (document->erased[c])
        cell = (GovCell){GOV_ORIGIN_UNREADABLE, NULL, "*", GOV_PLACE_NONE};
      gov_table_set_cell (table, c, &cell);
    }
}

typedef struct {
  guint n_damaged, n_right, n_open, n_false, n_named_source, n_failed, n_touched;
} Outcome;

static Outcome
compare (const Document *document, const GovReport *report)
{
  const GovTable *table = gov_report_find_table (report, "applications");
  Outcome outcome = {0};

  for (guint c = 0; c < document->truth.n_cells; c++)
    {
      const GovCell *cell = gov_table_get_cell (table, c);
      gint64 value = 0;
      gboolean has_value = gov_cell_get_integer (cell, &value);
      gboolean claimed = cell->origin == GOV_ORIGIN_RESOLVED || cell->origin == GOV_ORIGIN_REPAIRED;
      gboolean right = document->truth.blank[c] ? !has_value : has_value && value == document->truth.values[c];

      outcome.n_damaged += document->damaged[c];
      outcome.n_right += document->damaged[c] && right && cell->origin != GOV_ORIGIN_UNREADABLE;
      outcome.n_open += document->damaged[c] && (!right || cell->origin == GOV_ORIGIN_UNREADABLE);
      outcome.n_false += claimed && !right;
      outcome.n_touched += cell->origin == GOV_ORIGIN_REPAIRED;
    }
  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    {
      const GovCheck *check = gov_report_get_check (report, i);
      outcome.n_failed += check->result == GOV_CHECK_FAIL;
      outcome.n_named_source += check->verdict == GOV_VERDICT_SOURCE;
    }
  return outcome;
}

static const Class classes[] = {
    {"clean", leave, TRUE},
    {"one digit misread", misread_one, TRUE},
    {"two digits misread", misread_two, TRUE},
    {"three digits misread", misread_three, TRUE},
    {"four digits misread", misread_four, TRUE},
    {"three erased", erase_three, FALSE},
    {"five erased", erase_five, FALSE},
    {"one misread, three erased", misread_one_erase_three, TRUE},
    {"a figure lost from a row", lose_cell, FALSE},
    {"a figure too many in a row", add_surplus, FALSE},
    {"a row slid by one place", slide_row, TRUE},
    {"a figure in two places", split_figure, FALSE},
    {"all rows glued", glue_rows, FALSE},
    {"one misread, a third glued", glue_and_misread, TRUE},
    {"the organ's mistake", make_mistake, FALSE},
    {"the organ's, with --repair", slip, TRUE},
    {"the organ's, all rows glued", make_mistake_and_glue, FALSE},
    {"the organ's, one misread", slip_and_misread, TRUE},
};

static int
compare_times (const void *a, const void *b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* Microseconds of this process, not of the clock on the wall: the machine has other things to do. */
static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void
run_class (const Class *class, ForgeClass size, guint n_documents, guint32 seed)
{
  g_autofree gint64 *times = g_new (gint64, n_documents);
  ForgeRandom chance = forge_random (seed), *random = &chance;
  guint64 damaged = 0, right = 0, open = 0, wrong = 0, whole = 0, wrong_documents = 0, failed = 0, source = 0, touched = 0;

  for (guint d = 0; d < n_documents; d++)
    {
      Document document = {.n_rows = 0};
      g_autoptr (GovReport) report = gov_report_new ();

      report_invent (&document.truth, random, d % 2 ? "2021" : "2019", size);
      memcpy (document.printed, document.truth.values, sizeof document.printed);
      memcpy (document.blank, document.truth.blank, sizeof document.blank);
      class->damage (&document, random);
      print_document (&document, report);
      GovOpenTable table = {"applications", document.n_rows, document.rows, document.recognised};
      gint64 before = processor_time ();
      gov_reconcile (report, NULL, &table, 1, class->repair);
      times[d] = processor_time () - before;

      Outcome outcome = compare (&document, report);
      damaged += outcome.n_damaged;
      right += outcome.n_right;
      open += outcome.n_open;
      wrong += outcome.n_false;
      whole += outcome.n_right == outcome.n_damaged;
      wrong_documents += outcome.n_false > 0;
      failed += outcome.n_failed > 0;
      source += outcome.n_failed > 0 && outcome.n_named_source == outcome.n_failed;
      touched += outcome.n_touched > 0;
    }
  qsort (times, n_documents, sizeof *times, compare_times);
  printf ("%-28s %-11s %6u %8" G_GUINT64_FORMAT " %8.3f%% %8.3f%% %6" G_GUINT64_FORMAT " %8.2f%% %6" G_GUINT64_FORMAT
          " %6" G_GUINT64_FORMAT " %6" G_GUINT64_FORMAT " %6" G_GUINT64_FORMAT " %7" G_GINT64_FORMAT " %7" G_GINT64_FORMAT
          " %7" G_GINT64_FORMAT "\n",
          class->name, forge_class_get_name (size), n_documents, damaged, damaged ? 100.0 * right / damaged : 100.0,
          damaged ? 100.0 * open / damaged : 0.0, wrong, 100.0 * whole / n_documents, wrong_documents, touched, failed, source,
          times[n_documents / 2], times[n_documents * 99 / 100], times[n_documents - 1]);
}

int
main (int argc, char **argv)
{
  guint n_documents = argc > 1 ? (guint) atoi (argv[1]) : 400;
  guint32 seed = argc > 2 ? (guint32) atoi (argv[2]) : 1;

  printf ("%-28s %-11s %6s %8s %9s %9s %6s %9s %6s %6s %6s %6s %7s %7s %7s\n", "class", "figures", "docs", "cells", "right",
          "open", "false", "docs ok", "false", "repair", "fails", "source", "med us", "99% us", "max us");
  for (guint c = 0; c < G_N_ELEMENTS (classes); c++)
    for (guint f = 0; f < FORGE_N_CLASSES; f++)
      if (argc <= 3 || strstr (classes[c].name, argv[3]) != NULL)
        run_class (&classes[c], f, n_documents, seed + c * 16 + f);
  return 0;
}
