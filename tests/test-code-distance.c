/* SPDX-License-Identifier: MIT */
/* The applications table as an error-correcting code, proved by exhaustion over its equations: docs/arithmetic.md. */
#include "core/check/equations.h"
#include "gtest-c.h"

static const struct {
  const char *name, *edition;
  guint n_cells, n_equations, rank;
} codes[] = {
    {"edition_2021", "2021", 175, 39, 37},
    {"edition_2019", "2019", 161, 37, 35},
};

#define CELLS_MAX 175
#define EQUATIONS_MAX 39

/* For each cell the equations that it takes part in, a bit each. */
static void
list_equations (const char *edition, guint64 of[CELLS_MAX])
{
  const GovInstances *instances = gov_instances_get (gov_form_find ("applications", edition));

  memset (of, 0, sizeof (guint64) * CELLS_MAX);
  for (guint e = 0; e < instances->n_instances; e++)
    for (guint t = 0; t < instances->instances[e].n_cells; t++)
      of[instances->instances[e].cells[t]] |= G_GUINT64_CONSTANT (1) << e;
}

/* Gaussian elimination modulo a prime: a rank there is at most the rank over the rationals, and here it reaches it. */
#define PRIME 1000003
static gint64
power (gint64 base, guint exponent)
{
  gint64 result = 1;

  for (; exponent > 0; exponent >>= 1, base = base * base % PRIME)
    if (exponent & 1)
      result = result * base % PRIME;
  return result;
}

static guint
rank_of (gint64 matrix[EQUATIONS_MAX][CELLS_MAX], guint n_rows, guint n_columns)
{
  guint rank = 0;

  for (guint c = 0; c < n_columns && rank < n_rows; c++)
    {
      guint pivot = rank;
      while (pivot < n_rows && matrix[pivot][c] == 0)
        pivot++;
      if (pivot == n_rows)
        continue;
      for (guint j = 0; j < n_columns; j++)
        {
          gint64 swapped = matrix[rank][j];
          matrix[rank][j] = matrix[pivot][j];
          matrix[pivot][j] = swapped;
        }
      gint64 inverse = power (matrix[rank][c], PRIME - 2);
      for (guint i = rank + 1; i < n_rows; i++)
        {
          gint64 factor = matrix[i][c] * inverse % PRIME;
          for (guint j = c; j < n_columns && factor != 0; j++)
            matrix[i][j] = (matrix[i][j] + (PRIME - factor) * matrix[rank][j]) % PRIME;
        }
      rank++;
    }
  return rank;
}

GOV_TEST_P (CodeDistance, Rank, codes)
{
  static gint64 matrix[EQUATIONS_MAX][CELLS_MAX];
  const GovInstances *instances = gov_instances_get (gov_form_find ("applications", param->edition));

  memset (matrix, 0, sizeof matrix);
  ASSERT_EQ (instances->form->n_cells, param->n_cells);
  ASSERT_EQ (instances->n_instances, param->n_equations);
  for (guint e = 0; e < instances->n_instances; e++)
    for (guint t = 0; t < instances->instances[e].n_cells; t++)
      matrix[e][instances->instances[e].cells[t]] = gov_instance_sign (&instances->instances[e], t) > 0 ? 1 : PRIME - 1;
  EXPECT_EQ (rank_of (matrix, instances->n_instances, param->n_cells), param->rank);
}

/* Three unknown cells can be found one after the other if some equation has exactly one of them, then exactly one of the two
 * left, then the last. So all C(175,3) = 877,975 (C(161,3) = 682,640) triples are recoverable, hence any three columns of the
 * equations' matrix are independent, hence two tables that both add up differ in at least four cells. */
GOV_TEST_P (CodeDistance, AnyThreeErasuresAreRecoverable, codes)
{
  guint64 of[CELLS_MAX];
  guint n = param->n_cells, n_triples = 0, n_recoverable = 0;

  list_equations (param->edition, of);
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      for (guint c = b + 1; c < n; c++)
        {
          gboolean some_has_one = ((of[a] ^ of[b] ^ of[c]) & ~(of[a] & of[b] & of[c])) != 0;
          gboolean pairs_differ = of[a] != of[b] && of[a] != of[c] && of[b] != of[c];
          n_recoverable += some_has_one && pairs_differ && of[a] != 0 && of[b] != 0 && of[c] != 0;
          n_triples++;
        }
  EXPECT_EQ (n_triples, n * (n - 1) * (n - 2) / 6);
  EXPECT_EQ (n_recoverable, n_triples);
  RECORD ("triples", "%u", n_triples);
}

/* Four are not always: a rectangle of two result rows and two applicants can carry any amount round. */
GOV_TEST_P (CodeDistance, IsFour, codes)
{
  const GovForm *form = gov_form_find ("applications", param->edition);
  const GovInstances *instances = gov_instances_get (form);
  static const char *const corners[4][2]
      = {{"granted", "company"}, {"granted", "other"}, {"refused.process", "company"}, {"refused.process", "other"}};

  for (guint e = 0; e < instances->n_instances; e++)
    {
      const GovInstance *instance = &instances->instances[e];
      int sum = 0;
      for (guint t = 0; t < instance->n_cells; t++)
        for (guint i = 0; i < 4; i++)
          if (instance->cells[t] == gov_form_find_cell (form, corners[i][0], corners[i][1]))
            sum += gov_instance_sign (instance, t) * (i == 0 || i == 3 ? 1 : -1);
      EXPECT_EQ (sum, 0);
    }
}

/* What the search for errors builds on (locate.c): one equation for a cell and an identifier, at most. */
GOV_TEST (CodeDistance, EquationsOfOneIdentifierShareNoCell)
{
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);

  for (guint f = 0; f < n_forms; f++)
    {
      const GovInstances *instances = gov_instances_get (forms[f]);
      g_autofree const GovEquation **seen = g_new0 (const GovEquation *, forms[f]->n_cells * 4);
      for (guint e = 0; e < instances->n_instances; e++)
        for (guint t = 0; t < instances->instances[e].n_cells; t++)
          {
            const GovEquation **slot = &seen[instances->instances[e].cells[t] * 4];
            for (; *slot != NULL; slot++)
              EXPECT_NE (*slot, instances->instances[e].equation);
            *slot = instances->instances[e].equation;
          }
    }
}
