/* SPDX-License-Identifier: MIT */
/* Every diagnostic code, in alphabetical order (a test holds it to that): `govconv explain`, docs/diagnostics.md and the
 * checks of gov_diagnostics_add() come from here. */
#include <govconv/diagnostic.h>

#define NOTE GOV_SEVERITY_NOTE
#define WARNING GOV_SEVERITY_WARNING
#define INCONSISTENCY GOV_SEVERITY_INCONSISTENCY
#define ERROR GOV_SEVERITY_ERROR

static const GovDiagnosticCode codes[] = {
  {"limit-exceeded", ERROR, "The input is larger than a named limit allows",
   "A limit guards memory and time against hostile or broken input. What was read before the limit was reached is kept; what "
   "follows is not read. The message names the limit. Split the document, or convert the part that holds the report."},
};

const GovDiagnosticCode *
gov_diagnostic_codes (guint *n_codes)
{
  *n_codes = G_N_ELEMENTS (codes);
  return codes;
}
