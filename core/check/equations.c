/* SPDX-License-Identifier: MIT */
#include "core/check/equations.h"

#include <string.h>

/* While they grow, instances hold offsets into one pool of cells; finish() turns them into pointers. */
typedef struct {
  GArray *instances; /* GovInstance, cells unset */
  GArray *pool;      /* guint */
} Expansion;

/* term = identifier | prefix ".*" */
static gboolean
matches (const char *term, const char *id)
{
  gsize n = strlen (term);

  if (n >= 2 && strcmp (term + n - 2, ".*") == 0)
    return strncmp (id, term, n - 1) == 0;
  return strcmp (id, term) == 0;
}

/* Append the cells of a block's row or column (number fixed) that the terms name. A term that this edition does not have is
 * passed over: "other" and "other.*" are the same item of the form in two editions. */
static guint
add_terms (GArray *pool, const GovFormBlock *block, guint start, GovAxis axis, guint fixed, const char *const *terms)
{
  guint n_lines = axis == GOV_AXIS_COLUMN ? block->n_rows : block->n_columns, n_added = 0;

  for (; *terms != NULL; terms++)
    for (guint line = 0; line < n_lines; line++)
      {
        const char *id = axis == GOV_AXIS_COLUMN ? block->rows[line].id : block->columns[line].id;
        guint cell = axis == GOV_AXIS_COLUMN ? line * block->n_columns + fixed : fixed * block->n_columns + line;

        if (!matches (*terms, id))
          continue;
        cell += start;
        g_array_append_val (pool, cell);
        n_added++;
      }
  return n_added;
}

static void
expand_block (Expansion *expansion, const GovEquation *equation, const GovFormBlock *block, guint start)
{
  guint n_lines = equation->axis == GOV_AXIS_COLUMN ? block->n_columns : block->n_rows;

  for (guint fixed = 0; fixed < n_lines; fixed++)
    {
      guint before = expansion->pool->len;
      guint n_left = add_terms (expansion->pool, block, start, equation->axis, fixed, equation->left);
      guint n_right = add_terms (expansion->pool, block, start, equation->axis, fixed, equation->right);

      if (n_left == 0 || n_right == 0)
        {
          g_array_set_size (expansion->pool, before);
          continue;
        }
      GovInstance instance = {
          .equation = equation,
          .row = equation->axis == GOV_AXIS_ROW ? block->rows[fixed].id : NULL,
          .column = equation->axis == GOV_AXIS_COLUMN ? block->columns[fixed].id : NULL,
          .n_left = n_left,
          .n_cells = n_left + n_right,
      };
      g_array_append_val (expansion->instances, instance);
    }
}

static GovInstances *
finish (Expansion *expansion, const GovForm *form)
{
  GovInstances *instances = g_new0 (GovInstances, 1);
  guint *cells = (guint *) (gpointer) g_array_free (expansion->pool, FALSE);

  instances->form = form;
  instances->n_instances = expansion->instances->len;
  GovInstance *list = (GovInstance *) (gpointer) g_array_free (expansion->instances, FALSE);
  for (guint i = 0; i < instances->n_instances; cells += list[i++].n_cells)
    list[i].cells = cells;
  instances->instances = list;
  return instances;
}

static GovInstances *
expand (const GovForm *form)
{
  guint n_equations;
  const GovEquation *equations = gov_equations (&n_equations);
  Expansion expansion = {g_array_new (FALSE, FALSE, sizeof (GovInstance)), g_array_new (FALSE, FALSE, sizeof (guint))};

  for (guint e = 0; e < n_equations; e++)
    {
      if (strcmp (equations[e].table, form->table) != 0)
        continue;
      for (guint b = 0, start = 0; b < form->n_blocks; start += form->blocks[b].n_rows * form->blocks[b].n_columns, b++)
        expand_block (&expansion, &equations[e], &form->blocks[b], start);
    }
  return finish (&expansion, form);
}

/* By table and edition, not by address: a plugin's copy of the library may have made the report. */
static gboolean
is_same_form (const GovForm *a, const GovForm *b)
{
  return a == b || (strcmp (a->table, b->table) == 0 && strcmp (a->edition, b->edition) == 0);
}

const GovInstances *
gov_instances_get (const GovForm *form)
{
  static gsize once = 0; /* GovInstances of each form, constant from then on */
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);

  if (g_once_init_enter (&once))
    {
      GovInstances **all = g_new (GovInstances *, n_forms);
      for (guint f = 0; f < n_forms; f++)
        all[f] = expand (forms[f]);
      g_once_init_leave (&once, (gsize) all);
    }
  for (guint f = 0; f < n_forms; f++)
    if (is_same_form (forms[f], form))
      return ((GovInstances *const *) once)[f];
  g_return_val_if_reached (NULL);
}
