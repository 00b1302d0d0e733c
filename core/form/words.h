/* SPDX-License-Identifier: MIT */
/* What the form prints beside its row and column labels: heads, items and groups, as they help to tell the tables apart. */
#pragma once

#include <glib.h>

typedef struct {
  const char *table;
  const char *word;
  gboolean foreign; /* the label of a row that local forms add: it must never be taken for one of the form's */
} GovFormWord;

const GovFormWord *gov_form_words (guint *n_words);
