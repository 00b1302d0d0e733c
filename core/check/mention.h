/* SPDX-License-Identifier: MIT */
/* Mentions: the counts that a sentence states about applications, answers, reviews and suits. */
#pragma once

#include <glib.h>

typedef enum {
  GOV_QUANTITY_RECEIVED,
  GOV_QUANTITY_CARRIED_IN,
  GOV_QUANTITY_CONCLUDED,
  GOV_QUANTITY_CARRIED_OUT,
  GOV_QUANTITY_GRANTED,
  GOV_QUANTITY_PARTIALLY_GRANTED,
  GOV_QUANTITY_REFUSED,
  GOV_QUANTITY_UNAVAILABLE,
  GOV_QUANTITY_NOT_PROCESSED,
  GOV_QUANTITY_REVIEW,
  GOV_QUANTITY_LITIGATION,
  GOV_QUANTITY_RATE, /* of applications answered, in percent */
  GOV_N_QUANTITIES,
} GovQuantity;

typedef struct {
  GovQuantity quantity;
  gint64 value;
  char *sentence; /* as printed, without the white space at its ends */
} GovMention;

/* Append the mentions of a paragraph to mentions (GovMention; the caller frees each sentence). year: the report's; 0: unknown.
 * A sentence that speaks of another year, compares, or counts a part is passed over. */
void gov_mentions_find (const char *paragraph, guint year, GArray *mentions);
