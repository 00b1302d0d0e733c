/* SPDX-License-Identifier: MIT */
/* The public interface as data: every structure of the installed headers, for abidiff to compare with what was recorded. */
#include <govconv/govconv.h>

extern const struct GovInterface {
  const GovPlugin *plugin;
  const GovReader *reader;
  const GovWriter *writer;
  const GovOutput *output;
  const GovProbe *probe;
  const GovOptionSpec *option_spec;
  const GovSpan *span;
  const GovPlace *place;
  const GovCellRef *cell_ref;
  const GovDiagnostic *diagnostic;
  const GovDiagnosticCode *diagnostic_code;
  const GovForm *form;
  const GovFormCell *form_cell;
  const GovEquation *equation;
  const GovCell *cell;
  const GovExtraRow *extra_row;
  const GovSection *section;
  const GovCheck *check;
  const GovReportSource *report_source;
  const GovConversion *conversion;
  GovReportFunc report_func;
  GovSeverity severity;
  GovOrigin origin;
  GovVerdict verdict;
  GovTableFlags table_flags;
  GovCellFlags cell_flags;
  GovError error;
} gov_interface;

__attribute__ ((visibility ("default"))) const struct GovInterface gov_interface = {0};
