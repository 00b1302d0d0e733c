/* SPDX-License-Identifier: MIT */
/* Converting in the test's own process, with the plugins of this build. */
#pragma once

#include <govconv/govconv.h>

typedef struct {
  GovReport *report;           /* NULL: there is none, see error */
  GovDiagnostics *diagnostics; /* of a conversion that failed; those of a report are in the report */
  GError *error;
} GovTestConversion;

/* bytes as an input of that name. reader: NULL chooses by the content among all. */
GovTestConversion *gov_test_convert (const char *name, GBytes *bytes, const char *reader, gboolean repair);
GovTestConversion *gov_test_convert_string (const char *name, const GString *bytes, const char *reader);
/* A file; its name is what gets into the report. */
GovTestConversion *gov_test_convert_file (const char *path, const char *name, const char *reader);
void gov_test_conversion_free (GovTestConversion *conversion);

/* The findings about it, of the report or of the failure. */
const GovDiagnostics *gov_test_conversion_get_diagnostics (const GovTestConversion *conversion);
/* Whether a diagnostic of severity warning or above names the cell. */
gboolean gov_test_conversion_flags (const GovTestConversion *conversion, const char *table, const char *row,
                                    const char *column);
/* One line a finding as on stderr, then "NAME: error: …" when there is no report. */
char *gov_test_conversion_describe (const GovTestConversion *conversion, const char *name);

/* The report as the writer of that name writes it; options as on the command line, or NULL. */
char *gov_test_write (const GovReport *report, const char *writer, const char *options);

/* Whether the build has a plugin of that name: tests of a dialect that is not there have nothing to show. */
gboolean gov_test_has_reader (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovTestConversion, gov_test_conversion_free)
