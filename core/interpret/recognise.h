/* SPDX-License-Identifier: MIT */
/* Recognising: which strips of a document belong to which table of the form. */
#pragma once

#include "core/interpret/strip.h"
#include "core/interpret/vocabulary.h"

/* How a strip's labels fit the words of the form. NULL fits: not compared (prose, no label). */
typedef struct {
  const GovFit *fits; /* [words] */
  GovTableKind table; /* where the strip stands */
  gboolean heads;     /* its labels are the table's head or side, not a row's */
  float votes[GOV_N_TABLES];
} GovRecognised;

/* An array of n_strips; lives in the document's arena. */
GovRecognised *gov_recognise (const GovDocument *document, const GovStrips *strips);

/* Compare the labels of several strips, taken together, with the words. fits[] has room for GOV_MAX_WORDS. */
void gov_recognise_labels (const GovStrip *const *strips, guint n_strips, GovFit *fits);
