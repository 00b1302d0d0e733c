/* SPDX-License-Identifier: MIT */
/* Judging a report that was loaded back from an output. */
#pragma once

#include <govconv/report.h>

/* Reconcile the report's figures, with repair as in gov_reconcile(), and compare its text with them anew. The checks and the
 * findings of the earlier judgement are replaced; what was found while the document was read, and what was repaired then,
 * stays. A finding that is made again keeps the place that it had: the document is no longer there to give it. source is what
 * the report was loaded from. That tables were recognised from a picture is not known any more: only what is believed of any
 * table is repaired. */
void gov_recheck (GovReport *report, GovSource *source, gboolean repair);
