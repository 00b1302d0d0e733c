/* SPDX-License-Identifier: MIT */
/* The row is laid out from right to left: the totals stand at the right of what they sum, so that a sum is known before its
 * terms and a term that would exceed it ends a branch at once. Recursion is as deep as the form has columns. */
#include "core/check/readings.h"
#include "core/check/decimal.h"

#include <string.h>

#define ROW_EQUATIONS 4 /* equations within one row; section 4 has 3 */

static const gint64 powers[GOV_READING_DIGITS + 1] = {
    1,         10,         100,         1000,         10000,         100000,         1000000,         10000000,
    100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000,
};

typedef struct {
  guint n;
  gint8 signs[ROW_EQUATIONS][GOV_READING_COLUMNS]; /* of each column: 1 on the left, -1 on the right, 0 no term */
  guint n_left[ROW_EQUATIONS], n_right[ROW_EQUATIONS];
} RowEquations;

/* Of one equation within the row while it is laid out. */
typedef struct {
  gint64 rest;        /* right side minus left side, of what is placed */
  guint n_right_open; /* right cells that are not placed yet */
  guint n_left_blank, n_left_placed;
  gboolean unknown; /* a cell of it has no known value */
} Balance;

typedef struct {
  const GovOpenRow *row;
  const guint *lengths; /* of each atom's text */
  GovReadings *readings;
  const RowEquations *equations; /* to be fulfilled; n 0: all readings are wanted */
  gboolean blanks, joined;       /* the table has blank places; the row has figures run together */
  guint max;                     /* readings wanted; more: the list is not complete */
  guint n_steps;
  GovReading reading; /* the one in the making */
} Search;

/* What is still to be laid out: columns 0 … n_columns-1, atoms 0 … n_atoms-1, of the last one the first n_digits. */
typedef struct {
  guint n_columns;
  guint n_atoms;
  guint n_digits;
  guint n_gaps; /* places that may still be taken for lost */
  Balance balances[ROW_EQUATIONS];
} Rest;

static void lay_out (Search *search, const Rest *rest);

/* The digits of the last of the first n_atoms atoms. */
static guint
atom_digits (const Search *search, guint n_atoms)
{
  return n_atoms > 0 ? search->lengths[n_atoms - 1] : 0;
}

static gboolean
is_joined (const GovAtom *atom)
{
  return atom->kind == GOV_ATOM_FIGURE && (atom->flags & GOV_ATOM_JOINED) != 0;
}

static gboolean
has_joined (const GovOpenRow *row)
{
  for (guint a = 0; a < row->n_atoms; a++)
    if (is_joined (&row->atoms[a]))
      return TRUE;
  return FALSE;
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
      if (!inside)
        continue;
      for (guint t = 0; t < instance->n_cells; t++)
        found.signs[found.n][instance->cells[t] - start] = (gint8) gov_instance_sign (instance, t);
      found.n_left[found.n] = instance->n_left;
      found.n_right[found.n++] = instance->n_cells - instance->n_left;
    }
  return found;
}

/* Count a placed cell in. FALSE: the equation cannot hold any more. A left side that is blank throughout says nothing about
 * the total beside it: that is common practice. (total_alone; not where the total is a run that may hold the others) */
static gboolean
count_in (const RowEquations *equations, guint e, Balance *balance, guint column, const GovPlaced *placed, gboolean total_alone)
{
  if (equations->signs[e][column] == 0)
    return TRUE;
  if (placed->kind == GOV_PLACED_UNKNOWN || placed->kind == GOV_PLACED_DECIMAL)
    balance->unknown = TRUE;
  if (equations->signs[e][column] > 0)
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
  if (balance->n_left_placed < equations->n_left[e])
    return balance->unknown || balance->rest >= 0;
  return balance->unknown || balance->rest == 0 || (total_alone && balance->n_left_blank == equations->n_left[e]);
}

/* ---- laying out -------------------------------------------------------------------------------------------------------- */

static void
keep (Search *search)
{
  if (search->readings->list->len >= search->max)
    search->readings->complete = FALSE;
  else
    g_array_append_val (search->readings->list, search->reading);
}

/* Put something into the rightmost open column; after is what stays of the atoms. */
static void
place (Search *search, const Rest *rest, guint n_atoms, guint n_digits, GovPlaced placed, guint cost)
{
  guint column = rest->n_columns - 1;
  Rest next;

  next.n_columns = column;
  next.n_atoms = n_atoms;
  next.n_digits = n_digits;
  next.n_gaps = rest->n_gaps;
  memcpy (next.balances, rest->balances, sizeof *next.balances * search->equations->n);
  for (guint e = 0; e < search->equations->n; e++)
    if (!count_in (search->equations, e, &next.balances[e], column, &placed, !search->joined))
      return;
  search->reading.placed[column] = placed;
  search->reading.cost += cost;
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

/* The equation whose other side is known and of which the rightmost open column and all to its left, and no others, are the
 * terms left; ROW_EQUATIONS: there is none. */
static guint
sum_to_reach (const Search *search, const Rest *rest)
{
  for (guint e = 0; e < search->equations->n; e++)
    {
      const Balance *balance = &rest->balances[e];
      if (search->equations->signs[e][rest->n_columns - 1] > 0 && balance->n_right_open == 0 && !balance->unknown
          && search->equations->n_left[e] - balance->n_left_placed == rest->n_columns)
        return e;
    }
  return ROW_EQUATIONS;
}

static guint
count_digits (gint64 value)
{
  guint n = 1;

  while (n < GOV_READING_DIGITS && value >= powers[n])
    n++;
  return n;
}

/* Whether n digits over m places can make the sum. No figure has more digits than the sum, so at least n - m·(k-1) of them have
 * all k, and do not begin with 0; and one of them is at least sum/m, but none has more than n-m+1 digits. */
static gboolean
can_reach (gint64 sum, guint n, guint m)
{
  if (m == 0)
    return n == 0 && sum == 0;
  guint k = count_digits (sum), longest = n - m + 1;
  if (n > m * k || (k > 1 && n > m * (k - 1) && (n - m * (k - 1)) * powers[k - 1] > sum))
    return FALSE;
  return longest >= GOV_READING_DIGITS || sum < m * powers[longest];
}

/* The last figure of a digit run, at every length. Where the run is all that is left for a sum whose total is known, only
 * lengths after which the rest can still make it: no figure has more digits than the total. */
static void
split_run (Search *search, const Rest *rest)
{
  guint atom = rest->n_atoms - 1, others = rest->n_columns - 1;
  const char *text = search->row->atoms[atom].text;
  gboolean alone = atom == 0 && rest->n_gaps == 0;
  guint equation = alone ? sum_to_reach (search, rest) : ROW_EQUATIONS;
  gint64 most = equation < ROW_EQUATIONS ? rest->balances[equation].rest : powers[GOV_READING_DIGITS] - 1, value = 0;
  guint longest = count_digits (most), shortest = rest->n_digits > others * longest ? rest->n_digits - others * longest : 1;

  for (guint length = 1; length <= MIN (rest->n_digits, longest); length++)
    {
      guint from = rest->n_digits - length;

      if (!g_ascii_isdigit (text[from]) || (alone && from < others))
        return;
      value += (text[from] - '0') * powers[length - 1];
      if (value > most)
        return;
      if ((text[from] == '0' && length > 1) || (alone && length < shortest)
          || (equation < ROW_EQUATIONS && !can_reach (most - value, from, others)))
        continue;
      GovPlaced placed = {value, GOV_PLACED_FIGURE, (guint8) atom, (guint8) atom, (guint16) from, (guint16) length};
      if (from > 0)
        place (search, rest, rest->n_atoms, from, placed, 0);
      else
        place (search, rest, atom, atom_digits (search, atom), placed, 0);
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
  GovPlaced placed = {0, GOV_PLACED_FIGURE, (guint8) atom, (guint8) atom, 0, (guint16) atom_digits (search, atom + 1)};
  gboolean confused = FALSE;

  for (guint choice = 0; choice < 2; choice++)
    if (parse_confused (text, choice, &placed.value))
      {
        confused = TRUE;
        place (search, rest, atom, atom_digits (search, atom), placed, GOV_COST_CONFUSED);
      }
  if (confused)
    return;
  placed.value = 0;
  placed.kind = GOV_PLACED_UNKNOWN;
  place (search, rest, atom, atom_digits (search, atom), placed, 0);
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
    place (search, rest, atom, atom_digits (search, atom), placed, 0);
  else
    {
      placed.kind = GOV_PLACED_FIGURE;
      placed.length = (guint16) rest->n_digits;
      if (!parse_figure (last->text, placed.length, &placed.value))
        {
          GovDecimal decimal;
          placed.kind = GOV_PLACED_DECIMAL;
          placed.value = (gint64) atom;
          if (strspn (last->text, "0123456789") == placed.length || !gov_decimal_parse (last->text, &decimal))
            return;
        }
      place (search, rest, atom, atom_digits (search, atom), placed, 0);
    }
}

/* The last two atoms as one figure: "2", "0" → 20. */
static void
place_merged (Search *search, const Rest *rest)
{
  if (rest->n_atoms < 2 || rest->n_digits != atom_digits (search, rest->n_atoms))
    return;
  guint second = rest->n_atoms - 1, first = second - 1;
  const GovAtom *atoms = search->row->atoms;
  if (atoms[first].kind != GOV_ATOM_FIGURE || atoms[second].kind != GOV_ATOM_FIGURE)
    return;
  g_autofree char *digits = g_strconcat (atoms[first].text, atoms[second].text, NULL);
  GovPlaced placed = {0, GOV_PLACED_FIGURE, (guint8) first, (guint8) second, 0, (guint16) strlen (digits)};
  if (parse_figure (digits, placed.length, &placed.value))
    place (search, rest, first, atom_digits (search, first), placed, GOV_COST_MERGED);
}

static void
drop_atom (Search *search, const Rest *rest)
{
  if (rest->n_atoms == 0 || rest->n_digits != atom_digits (search, rest->n_atoms))
    return;
  Rest next = *rest;
  next.n_atoms--;
  next.n_digits = atom_digits (search, next.n_atoms);
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
      n += a + 1 == rest->n_atoms ? rest->n_digits : atom_digits (search, a + 1);
  return n;
}

/* A recogniser that loses a place loses what is printed there; what drops or joins places drops an empty one. */
static void
place_gap (Search *search, const Rest *rest)
{
  gboolean recognised = (search->row->flags & GOV_OPEN_MISREAD) != 0 && !search->joined;
  GovPlaced gap = {0, GOV_PLACED_BLANK, GOV_NO_ATOM, GOV_NO_ATOM, 0, 0};
  Rest less = *rest;

  less.n_gaps--;
  if (!recognised || search->blanks)
    place (search, &less, rest->n_atoms, rest->n_digits, gap, GOV_COST_GAP);
  gap.kind = GOV_PLACED_UNKNOWN;
  if (recognised)
    place (search, &less, rest->n_atoms, rest->n_digits, gap, GOV_COST_GAP);
}

static void
lay_out (Search *search, const Rest *rest)
{
  gboolean surplus = (search->row->flags & GOV_OPEN_SURPLUS) != 0 && rest->n_atoms > rest->n_columns;

  if (!search->readings->complete)
    return;
  if (++search->n_steps > GOV_READING_STEPS_MAX)
    {
      search->readings->complete = FALSE;
      return;
    }
  if (rest->n_columns == 0 && rest->n_atoms == 0)
    keep (search);
  if (surplus)
    drop_atom (search, rest);
  if (rest->n_columns == 0 || most_figures (search, rest) + rest->n_gaps < rest->n_columns)
    return;
  if (rest->n_atoms > 0)
    place_atom (search, rest);
  if (surplus)
    place_merged (search, rest);
  if (rest->n_gaps > 0 && rest->n_atoms < rest->n_columns)
    place_gap (search, rest);
}

/* ---- the list ---------------------------------------------------------------------------------------------------------- */

static int
compare_cost (gconstpointer a, gconstpointer b)
{
  guint left = ((const GovReading *) a)->cost, right = ((const GovReading *) b)->cost;

  return left < right ? -1 : left > right;
}

/* All readings with as few gaps as it takes: a place is taken for lost only where the printed figures cannot fill the row, or
 * cannot add up, without. extra_gaps: so many more are let in. */
static void
search_readings (GovReadings *readings, const GovOpenRow *row, const RowEquations *equations, guint max, guint extra_gaps,
                 gboolean blanks)
{
  guint lengths[GOV_NO_ATOM];
  Search search = {.row = row,
                   .lengths = lengths,
                   .readings = readings,
                   .equations = equations,
                   .max = max,
                   .blanks = blanks,
                   .joined = has_joined (row)};
  Rest rest = {.n_columns = readings->n_columns, .n_atoms = row->n_atoms};
  guint gaps_max = (row->flags & GOV_OPEN_LACKS) != 0 ? readings->n_columns : 0, n_gaps = 0;

  for (guint a = 0; a < row->n_atoms; a++)
    lengths[a] = (guint) MIN (strlen (row->atoms[a].text), G_MAXUINT16);
  rest.n_digits = atom_digits (&search, row->n_atoms);
  for (guint e = 0; e < equations->n; e++)
    rest.balances[e].n_right_open = equations->n_right[e];
  if (most_figures (&search, &rest) < readings->n_columns)
    n_gaps = readings->n_columns - most_figures (&search, &rest);

  for (; n_gaps <= gaps_max && readings->list->len == 0 && readings->complete; n_gaps++)
    {
      rest.n_gaps = n_gaps;
      lay_out (&search, &rest);
    }
  if (readings->list->len > 0 && extra_gaps > 0 && n_gaps <= gaps_max)
    {
      g_array_set_size (readings->list, 0);
      rest.n_gaps = MIN (n_gaps - 1 + extra_gaps, gaps_max);
      lay_out (&search, &rest);
    }
  g_array_sort (readings->list, compare_cost);
}

GovReadings *
gov_readings_new (const GovOpenRow *row, guint start, guint n_columns, const GovInstances *instances, guint extra_gaps,
                  gboolean blanks)
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
  search_readings (readings, row, &equations, GOV_READINGS_MAX, extra_gaps, blanks);
  if (readings->list->len == 0 && readings->complete && equations.n > 0)
    {
      readings->adds_up = FALSE;
      search_readings (readings, row, &none, GOV_READINGS_ASTRAY_MAX, 0, blanks);
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
