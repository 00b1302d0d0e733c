/* SPDX-License-Identifier: MIT */
#include "plugins/loading.h"

#include <string.h>

/* A digit has to stand on at least one side of the point. */
static gboolean
is_decimal (const char *text)
{
  static const char digits[] = "0123456789";
  const char *p = text + (*text == '-' || *text == '+');
  gsize n_integer = strspn (p, digits), n_fraction = 0;

  p += n_integer;
  if (*p == '.')
    {
      n_fraction = strspn (p + 1, digits);
      p += 1 + n_fraction;
    }
  return n_integer + n_fraction > 0 && *p == '\0';
}

char *
gov_loading_find_cell_problem (const GovCell *cell)
{
  const char *origin = gov_origin_get_name (cell->origin);

  if (cell->value != NULL && !is_decimal (cell->value))
    return g_strdup_printf ("\"%s\" is no decimal", cell->value);
  if (cell->value != NULL && cell->origin < GOV_ORIGIN_READ)
    return g_strdup_printf ("a cell of origin \"%s\" has no value", origin);
  if (cell->value == NULL && cell->origin >= GOV_ORIGIN_READ)
    return g_strdup_printf ("a cell of origin \"%s\" needs a value", origin);
  return NULL;
}
