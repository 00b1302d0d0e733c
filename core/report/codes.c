/* SPDX-License-Identifier: MIT */
/* Every diagnostic code, in alphabetical order (a test holds it to that): `govconv explain`, docs/diagnostics.md and the
 * checks of gov_diagnostics_add() come from here. */
#include <govconv/diagnostic.h>

#define NOTE GOV_SEVERITY_NOTE
#define WARNING GOV_SEVERITY_WARNING
#define INCONSISTENCY GOV_SEVERITY_INCONSISTENCY
#define ERROR GOV_SEVERITY_ERROR

static const GovDiagnosticCode codes[] = {
  {"charset-contradicted", NOTE, "The document states a charset that its bytes contradict",
   "A <meta charset> or XML declaration names one charset, the bytes are clearly another, and the bytes are believed. This is "
   "harmless when the text reads well; correct the declaration where the document is kept."},
  {"charset-nul", WARNING, "NUL characters stand in the text",
   "A NUL is no character of any text; it comes from a faulty export or a file that was written twice. Each is read as U+FFFD, "
   "so a figure with one inside is unreadable rather than wrong. Export the document again."},
  {"charset-undecodable", WARNING, "Some bytes are no character of the document's charset",
   "The file is cut in the middle of a character, damaged, or mixes charsets. Each such byte is read as U+FFFD; labels and "
   "figures that hold one may be unreadable. Fetch or export the document again."},
  {"limit-exceeded", ERROR, "The input is larger than a named limit allows",
   "A limit guards memory and time against hostile or broken input. What was read before the limit was reached is kept; what "
   "follows is not read. The message names the limit. Split the document, or convert the part that holds the report."},
  {"reading-open", WARNING, "The figures of a row can be read in several ways, or in none",
   "The source does not mark where one figure ends and the next begins (or a place was lost or is one too many), and the form's "
   "sums leave more than one way to read the row, or none. The message lists readings, \"_\" for a blank place. The cells it "
   "names have no value: look at the published page and enter them by hand."},
};

const GovDiagnosticCode *
gov_diagnostic_codes (guint *n_codes)
{
  *n_codes = G_N_ELEMENTS (codes);
  return codes;
}
