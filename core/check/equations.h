/* SPDX-License-Identifier: MIT */
/* The equations of gov_equations() written out for one form: which cells stand on which side. */
#pragma once

#include <govconv/form.h>

/* One equation for one column or one row of the form: Σ cells[0 … n_left) = Σ cells[n_left … n_cells). */
typedef struct {
  const GovEquation *equation;
  const char *row; /* the row or the column that it holds for; the other is NULL */
  const char *column;
  guint n_left, n_cells;
  const guint *cells; /* flat indexes of the form */
} GovInstance;

typedef struct {
  const GovForm *form;
  guint n_instances;
  const GovInstance *instances; /* in the order of gov_equations(), then of the form */
} GovInstances;

/* Those of one of gov_forms(); constant, made at the first call. A form without equations has none. */
const GovInstances *gov_instances_get (const GovForm *form);

/* +1 on the left, -1 on the right. */
static inline int
gov_instance_sign (const GovInstance *instance, guint term)
{
  return term < instance->n_left ? 1 : -1;
}
