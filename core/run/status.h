/* SPDX-License-Identifier: MIT */
/* The program's exit status: what went wrong in a run is gathered, the gravest of it counts. */
#pragma once

#include <glib.h>

typedef enum {
  GOV_STATUS_OK = 0,
  GOV_STATUS_FINDING = 1,     /* a finding reached --fail-on */
  GOV_STATUS_USAGE = 2,       /* unknown option or verb, bad value */
  GOV_STATUS_SOME_FAILED = 3, /* some documents could not be read as reports */
  GOV_STATUS_ALL_FAILED = 4,  /* no document could be read as a report */
  GOV_STATUS_IO = 5,          /* an input or output could not be opened, read or written */
  GOV_STATUS_FORMAT = 6,      /* unknown format, or its plugin cannot be used */
  GOV_STATUS_INTERNAL = 7,
} GovStatus;

/* Of the two the one that counts: the first of 7, 6, 2, 5, 4, 3, 1, 0. */
GovStatus gov_status_combine (GovStatus a, GovStatus b);

/* What an error of the library means for the run. GOV_STATUS_ALL_FAILED for whatever speaks of one document only. */
GovStatus gov_status_of_error (const GError *error);
