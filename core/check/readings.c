/* SPDX-License-Identifier: MIT */
/* The row is laid out from right to left: the totals stand at the right of what they sum, so that a sum is known before its
 * terms and a term that would exceed it ends a branch at once. Recursion is as deep as the form has columns. */
#include "core/check/readings.h"

#include <string.h>

#define ROW_EQUATIONS 4 /* equations within one row; section 4 has 3 */

typedef struct {
  const GovInstance *instances[ROW_EQUATIONS];
  guint n;
} RowEquations;

/* Of one equation within the row while it is laid out. */
typedef struct {
  gint64 rest;        /* right side minus left side, of what is placed */
  guint n_right_open; /* right cells that are not placed yet */
  guint n_left_blank, n_left_placed;
  gboolean unknown;   /* a cell of it has no known value */
} Balance;

typedef struct {
  const GovOpenRow *row;
  GovReadings *readings;
  const RowEquations *equations; /* to be fulfilled; n 0: all readings are wanted */
  guint n_steps;
  GovReading reading; /* the one in the making */
} Search;

/* What is still to be laid out: columns 0 … n_columns-1, atoms 0 … n_atoms-1, of the last one the first n_digits. */
typedef struct {
  guint n_columns;
  guint n_atoms;
  guint n_digits;
  Balance balances[ROW_EQUATIONS];
} Rest;

static void lay_out (Search *search, const Rest *rest);

static guint
atom_digits (const GovOpenRow *row, guint n_atoms)
{
  return n_atoms > 0 ? (guint) MIN (strlen (row->atoms[n_atoms - 1].text), G_MAXUINT16) : 0;
}

static gboolean
is_joined (const GovAtom *atom)
{
  return atom->kind == GOV_ATOM_FIGURE && (atom->flags & GOV_ATOM_JOINED) != 0;
}

/* ---- the row's own equations ------------------------------------------------------------------------------------------- */

static RowEquations
find_row_equations (const GovInstances *instances, guint start, guint n_columns)
{
  RowEquations found = {.n = 0};

  for (guint i = 0; i < instances->n_instances && found.n < ROW_EQUATIONS; i++)
    {
      const GovInstance *instance = &instances->instances[i];
      gboolean inside = instance->equation->axis == GOV_AXIS_ROW;

      for (guint t = 0; t < instance->n_cells && inside; t++)
        inside = instance->cells[t] >= start && instance->cells[t] < start + n_columns;
      if (inside)
        found.instances[found.n++] = instance;
    }
  return found;
}

/* Count a placed cell in. FALSE: the equation cannot hold any more. A left side that is blank throughout says nothing about
 * the total beside it: that is common practice. */
static gboolean
count_in (const GovInstance *instance, Balance *balance, guint cell, const GovPlaced *placed)
{
  guint t = 0;

  while (t < instance->n_cells && instance->cells[t] != cell)
    t++;
  if (t == instance->n_cells)
    return TRUE;
  if (placed->kind == GOV_PLACED_UNKNOWN)
    balance->unknown = TRUE;
  if (t < instance->n_left)
    {
      balance->n_left_placed++;
      balance->n_left_blank += placed->kind == GOV_PLACED_BLANK;
      balance->rest -= placed->value;
    }
  else
    {
      balance->n_right_open--;
      balance->rest += placed->value;
    }
  if (balance->n_right_open > 0)
    return TRUE;
  if (balance->n_left_placed < instance->n_left)
    return balance->unknown || balance->rest >= 0;
  return balance->unknown || balance->rest == 0 || balance->n_left_blank == instance->n_left;
}

/* Digits that stay for the terms of a sum bound it: n of them over m columns make at least 10^(⌈n/m⌉-1), because a longer
 * figure does not begin with 0. Applies when the rest of the row is one digit run and lies in one equation. */
static gboolean
sum_is_reachable (const Search *search, const Rest *rest)
{
  if (rest->n_atoms != 1 || !is_joined (&search->row->atoms[0]) || rest->n_columns == 0)
    return TRUE;
  for (guint e = 0; e < search->equations->n; e++)
    {
      const GovInstance *instance = search->equations->instances[e];
      const Balance *balance = &rest->balances[e];

      if (balance->unknown || balance->n_right_open > 0 || instance->n_left - balance->n_left_placed != rest->n_columns)
        continue;
      guint longest = (rest->n_digits + rest->n_columns - 1) / rest->n_columns;
      gint64 least = 1;
      if (longest > GOV_READING_DIGITS)
        return FALSE;
      for (guint i = 1; i < longest; i++)
        least *= 10;
      if (longest > 1 && balance->rest < least)
        return FALSE;
    }
  return TRUE;
}

/* ---- laying out -------------------------------------------------------------------------------------------------------- */

static void
keep (Search *search)
{
  if (search->readings->list->len >= GOV_READINGS_MAX)
    search->readings->complete = FALSE;
  else
    g_array_append_val (search->readings->list, search->reading);
}

/* Put something into the rightmost open column; after is what stays of the atoms. */
static void
place (Search *search, const Rest *rest, guint n_atoms, guint n_digits, GovPlaced placed, guint cost)
{
  guint column = rest->n_columns - 1;
  Rest next = *rest;

  next.n_columns = column;
  next.n_atoms = n_atoms;
  next.n_digits = n_digits;
  for (guint e = 0; e < search->equations->n; e++)
    if (!count_in (search->equations->instances[e], &next.balances[e], search->readings->start + column, &placed))
      return;
  search->reading.placed[column] = placed;
  search->reading.cost += cost;
  if (sum_is_reachable (search, &next))
    lay_out (search, &next);
  search->reading.cost -= cost;
}

/* figure = "0" | nonzero { digit } */
static gboolean
parse_figure (const char *digits, guint length, gint64 *value)
{
  if (length == 0 || length > GOV_READING_DIGITS || (length > 1 && digits[0] == '0'))
    return FALSE;
  *value = 0;
  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return FALSE;
      *value = *value * 10 + (digits[i] - '0');
    }
  return TRUE;
}

/* The last figure of a digit run, at every length. */
static void
split_run (Search *search, const Rest *rest)
{
  guint atom = rest->n_atoms - 1;
  const char *text = search->row->atoms[atom].text;

  for (guint length = 1; length <= MIN (rest->n_digits, GOV_READING_DIGITS); length++)
    {
      guint from = rest->n_digits - length;
      GovPlaced placed = {0, GOV_PLACED_FIGURE, (guint8) atom, (guint8) atom, (guint16) from, (guint16) length};

      if (!parse_figure (text + from, length, &placed.value))
        continue;
      if (from > 0)
        place (search, rest, rest->n_atoms, from, placed, 0);
      else
        place (search, rest, atom, atom_digits (search->row, atom), placed, 0);
    }
}

/* Letters that a recogniser puts for digits. The first of the digits is the usual one. */
static const struct {
  const char *letters, *digits;
} confusions[] = {
  {"OoDQ", "0"}, {"lIi|!", "1"}, {"Zz", "2"}, {"A", "4"}, {"Ss", "5"}, {"Gb", "6"}, {"T", "7"}, {"B", "83"}, {"gq", "9"},
};

static const char *
digits_for (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (confusions); i++)
    if (strchr (confusions[i].letters, letter) != NULL)
      return confusions[i].digits;
  return NULL;
}

/* A figure with letters among its digits, read with the first or the second of the digits that each may stand for. FALSE: it
 * is not of this kind. */
static gboolean
parse_confused (const char *text, guint choice, gint64 *value)
{
  gsize length = strlen (text);
  char digits[GOV_READING_DIGITS + 1];
  gboolean chosen = choice == 0;

  if (length == 0 || length > GOV_READING_DIGITS)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      const char *candidates = g_ascii_isdigit (text[i]) ? NULL : digits_for (text[i]);

      if (candidates == NULL && !g_ascii_isdigit (text[i]))
        return FALSE;
      if (candidates != NULL && candidates[1] != '\0')
        chosen = TRUE;
      digits[i] = candidates == NULL ? text[i] : candidates[candidates[1] != '\0' ? choice : 0];
    }
  return chosen && parse_figure (digits, (guint) length, value);
}

static void
place_unreadable (Search *search, const Rest *rest)
{
  guint atom = rest->n_atoms - 1;
  const char *text = search->row->atoms[atom].text;
  GovPlaced placed = {0, GOV_PLACED_FIGURE, (guint8) atom, (guint8) atom, 0, (guint16) atom_digits (search->row, atom + 1)};
  gboolean confused = FALSE;

  for (guint choice = 0; choice < 2; choice++)
    if (parse_confused (text, choice, &placed.value))
      {
        confused = TRUE;
        place (search, rest, atom, atom_digits (search->row, atom), placed, GOV_COST_CONFUSED);
      }
  if (confused)
    return;
  placed.value = 0;
  placed.kind = GOV_PLACED_UNKNOWN;
  place (search, rest, atom, atom_digits (search->row, atom), placed, 0);
}

static void
place_atom (Search *search, const Rest *rest)
{
  guint atom = rest->n_atoms - 1;
  const GovAtom *last = &search->row->atoms[atom];
  GovPlaced placed = {0, GOV_PLACED_BLANK, (guint8) atom, (guint8) atom, 0, 0};

  if (is_joined (last))
    split_run (search, rest);
  else if (last->kind == GOV_ATOM_UNREADABLE)
    place_unreadable (search, rest);
  else if (last->kind == GOV_ATOM_BLANK)
    place (search, rest, atom, atom_digits (search->row, atom), placed, 0);
  else
    {
      placed.kind = GOV_PLACED_FIGURE;
      placed.length = (guint16) rest->n_digits;
      if (parse_figure (last->text, placed.length, &placed.value))
        place (search, rest, atom, atom_digits (search->row, atom), placed, 0);
    }
}

/* The last two atoms as one figure: "2", "0" → 20. */
static void
place_merged (Search *search, const Rest *rest)
{
  if (rest->n_atoms < 2 || rest->n_digits != atom_digits (search->row, rest->n_atoms))
    return;
  guint second = rest->n_atoms - 1, first = second - 1;
  const GovAtom *atoms = search->row->atoms;
  if (atoms[first].kind != GOV_ATOM_FIGURE || atoms[second].kind != GOV_ATOM_FIGURE)
    return;
  g_autofree char *digits = g_strconcat (atoms[first].text, atoms[second].text, NULL);
  GovPlaced placed = {0, GOV_PLACED_FIGURE, (guint8) first, (guint8) second, 0, (guint16) strlen (digits)};
  if (parse_figure (digits, placed.length, &placed.value))
    place (search, rest, first, atom_digits (search->row, first), placed, GOV_COST_MERGED);
}

static void
drop_atom (Search *search, const Rest *rest)
{
  if (rest->n_atoms == 0 || rest->n_digits != atom_digits (search->row, rest->n_atoms))
    return;
  Rest next = *rest;
  next.n_atoms--;
  next.n_digits = atom_digits (search->row, next.n_atoms);
  search->reading.cost += GOV_COST_DROPPED;
  lay_out (search, &next);
  search->reading.cost -= GOV_COST_DROPPED;
}

/* The most figures that the rest of the atoms can make. */
static guint
most_figures (const Search *search, const Rest *rest)
{
  guint n = 0;

  for (guint a = 0; a < rest->n_atoms; a++)
    if (!is_joined (&search->row->atoms[a]))
      n++;
    else
      n += a + 1 == rest->n_atoms ? rest->n_digits : atom_digits (search->row, a + 1);
  return n;
}

static void
lay_out (Search *search, const Rest *rest)
{
  gboolean lacks = (search->row->flags & GOV_OPEN_LACKS) != 0;
  gboolean surplus = (search->row->flags & GOV_OPEN_SURPLUS) != 0 && rest->n_atoms > rest->n_columns;

  if (++search->n_steps > GOV_READING_STEPS_MAX)
    {
      search->readings->complete = FALSE;
      return;
    }
  if (rest->n_columns == 0 && rest->n_atoms == 0)
    keep (search);
  if (surplus)
    drop_atom (search, rest);
  if (rest->n_columns == 0 || (!lacks && most_figures (search, rest) < rest->n_columns))
    return;
  if (rest->n_atoms > 0)
    place_atom (search, rest);
  if (surplus)
    place_merged (search, rest);
  if (lacks && rest->n_atoms < rest->n_columns)
    {
      GovPlaced gap = {0, GOV_PLACED_BLANK, GOV_NO_ATOM, GOV_NO_ATOM, 0, 0};
      place (search, rest, rest->n_atoms, rest->n_digits, gap, GOV_COST_GAP);
    }
}

/* ---- the list ---------------------------------------------------------------------------------------------------------- */

static int
compare_cost (gconstpointer a, gconstpointer b)
{
  guint left = ((const GovReading *) a)->cost, right = ((const GovReading *) b)->cost;

  return left < right ? -1 : left > right;
}

static void
search_readings (GovReadings *readings, const GovOpenRow *row, const RowEquations *equations)
{
  Search search = {.row = row, .readings = readings, .equations = equations};
  Rest rest = {readings->n_columns, row->n_atoms, atom_digits (row, row->n_atoms), {{0}}};

  for (guint e = 0; e < equations->n; e++)
    rest.balances[e].n_right_open = equations->instances[e]->n_cells - equations->instances[e]->n_left;
  lay_out (&search, &rest);
  g_array_sort (readings->list, compare_cost);
}

GovReadings *
gov_readings_new (const GovOpenRow *row, guint start, guint n_columns, const GovInstances *instances)
{
  GovReadings *readings = g_new0 (GovReadings, 1);
  RowEquations equations = find_row_equations (instances, start, n_columns), none = {.n = 0};

  g_return_val_if_fail (n_columns <= GOV_READING_COLUMNS, readings);
  *readings = (GovReadings){start, n_columns, TRUE, TRUE, g_array_new (FALSE, FALSE, sizeof (GovReading))};
  if (row->n_atoms >= GOV_NO_ATOM)
    {
      readings->complete = FALSE;
      return readings;
    }
  search_readings (readings, row, &equations);
  if (readings->list->len == 0 && readings->complete && equations.n > 0)
    {
      readings->adds_up = FALSE;
      search_readings (readings, row, &none);
    }
  return readings;
}

void
gov_readings_free (GovReadings *readings)
{
  if (readings == NULL)
    return;
  g_array_unref (readings->list);
  g_free (readings);
}
