/* SPDX-License-Identifier: MIT */
/* The forge keeps its own promises: figures add up, the same seed gives the same bytes, every figure is printed. */
#include "forge/forge.h"
#include "gtest-c.h"

#define N_SEEDS 20

static const struct {
  const char *name;
  const char *disclosure, *applications;
} editions[] = {{"2019", "2019", "2019"}, {"2021", "2021", "2021"}, {"hybrid", "2021", "2019"}};

/* The sum of the terms in column (or row) other; "refused.*" stands for all of that prefix. Blanks are 0. */
static gint64
sum_terms (const ForgeTable *table, const GovEquation *equation, const char *const *terms, const char *other)
{
  gint64 sum = 0;
  for (guint c = 0; c < table->form->n_cells; c++)
    {
      GovFormCell cell = gov_form_get_cell (table->form, c);
      const char *own = equation->axis == GOV_AXIS_COLUMN ? cell.row->id : cell.column->id;
      if (strcmp (other, equation->axis == GOV_AXIS_COLUMN ? cell.column->id : cell.row->id) != 0 || !table->values[c])
        continue;
      for (guint t = 0; terms[t]; t++)
        if (strcmp (terms[t], own) == 0
            || (g_str_has_suffix (terms[t], ".*") && strncmp (terms[t], own, strlen (terms[t]) - 1) == 0))
          sum += g_ascii_strtoll (table->values[c], NULL, 10);
    }
  return sum;
}

static void
expect_equations_hold (const ForgeReport *report)
{
  guint n_equations;
  const GovEquation *equations = gov_equations (&n_equations);
  for (guint e = 0; e < n_equations; e++)
    for (guint t = 0; t < FORGE_N_TABLES; t++)
      {
        const ForgeTable *table = &report->tables[t];
        if (strcmp (table->form->table, equations[e].table) != 0)
          continue;
        for (guint c = 0; c < table->form->n_cells; c++)
          {
            GovFormCell cell = gov_form_get_cell (table->form, c);
            const char *other = equations[e].axis == GOV_AXIS_COLUMN ? cell.column->id : cell.row->id;
            GOV_TRACE ("%s, %s", equations[e].id, other);
            EXPECT_EQ (sum_terms (table, &equations[e], equations[e].left, other),
                       sum_terms (table, &equations[e], equations[e].right, other));
          }
      }
}

GOV_TEST_P (Forge, FiguresAddUp, editions)
{
  for (ForgeClass size = 0; size < FORGE_N_CLASSES; size++)
    for (guint64 seed = 0; seed < N_SEEDS; seed++)
      {
        GOV_TRACE ("class %s, seed %d", forge_class_get_name (size), (int) seed);
        ForgeRandom random = forge_random (seed);
        g_autoptr (ForgeReport) report = forge_report_new (size, param->disclosure, param->applications, &random);
        expect_equations_hold (report);
      }
}

static char **
list_shapes (void)
{
  guint n;
  const ForgeShape *shapes = forge_shapes (&n);
  char **names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (shapes[i].name);
  return names;
}

static GString *
render (const char *shape, guint64 seed)
{
  ForgeRandom random = forge_random (seed);
  g_autoptr (ForgeReport) report = forge_report_new (FORGE_CITY, "2021", "2021", &random);
  g_autoptr (ForgePage) page = forge_page_new (report);
  GString *out = g_string_new (NULL);
  forge_shape_find (shape)->render (page, out);
  return out;
}

GOV_TEST_EACH (Forge, SameSeedGivesSameBytes, list_shapes)
{
  g_autoptr (GString) one = render (param, 7), again = render (param, 7), other = render (param, 8);
  EXPECT_BYTES_EQ (one->str, one->len, again->str, again->len);
  EXPECT_FALSE (g_string_equal (one, other));
}

GOV_TEST (Forge, DamageChangesThePageOnly)
{
  guint n;
  const ForgeDamage *damages = forge_damages (&n);
  g_autoptr (GString) whole = render ("ocrmd", 3);
  for (guint i = 0; i < n; i++)
    {
      GOV_TRACE ("%s", damages[i].name);
      ForgeRandom random = forge_random (3);
      g_autoptr (ForgeReport) report = forge_report_new (FORGE_CITY, "2021", "2021", &random);
      g_autoptr (ForgePage) page = forge_page_new (report);
      g_autoptr (GString) out = g_string_new (NULL);
      damages[i].apply (page, 0.2, &random);
      forge_shape_find ("ocrmd")->render (page, out);
      EXPECT_FALSE (g_string_equal (whole, out));
      expect_equations_hold (report);
    }
}
