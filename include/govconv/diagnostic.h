/* SPDX-License-Identifier: MIT */
/* Diagnostics: findings about the input, beside the data. Three channels are never mixed: GError says that something could
 * not be done, a diagnostic says what was found, a critical message (g_return_if_fail) says that the caller broke a rule. */
#ifndef GOVCONV_DIAGNOSTIC_H
#define GOVCONV_DIAGNOSTIC_H

#include <glib.h>
#include <govconv/source.h>
#include <govconv/version.h>

G_BEGIN_DECLS

typedef enum {
  GOV_SEVERITY_NOTE = 1,
  GOV_SEVERITY_WARNING,
  GOV_SEVERITY_INCONSISTENCY, /* figures contradict each other or the text */
  GOV_SEVERITY_ERROR,         /* something could not be read */
} GovSeverity;

/* A cell of the report's tables by the identifiers of the report model: "applications", "received", "total". */
typedef struct {
  const char *table;
  const char *row;
  const char *column;
} GovCellRef;

typedef struct {
  GovSeverity severity;
  const char *code;    /* kebab-case, stable; one of gov_diagnostic_codes() */
  const char *message; /* what is wrong, and what it means for the reader; UTF-8, one line */
  GovPlace place;
  guint n_cells;
  const GovCellRef *cells; /* the cells it speaks of; strings live as long as the diagnostics */
} GovDiagnostic;

typedef struct _GovDiagnostics GovDiagnostics;

GOV_API GovDiagnostics *gov_diagnostics_new (void);
GOV_API void gov_diagnostics_free (GovDiagnostics *diagnostics);

/* Append one. code must be a documented one (a critical message otherwise). place and cells may be NULL; all is copied. The
 * severity is the code's own unless gov_diagnostics_add_as() states another. */
GOV_API void gov_diagnostics_add (GovDiagnostics *diagnostics, const char *code, const GovPlace *place, const GovCellRef *cells,
                                  guint n_cells, const char *format, ...) G_GNUC_PRINTF (6, 7);
GOV_API void gov_diagnostics_add_as (GovDiagnostics *diagnostics, GovSeverity severity, const char *code, const GovPlace *place,
                                     const GovCellRef *cells, guint n_cells, const char *message);

GOV_API guint gov_diagnostics_get_length (const GovDiagnostics *diagnostics);
GOV_API const GovDiagnostic *gov_diagnostics_get (const GovDiagnostics *diagnostics, guint index); /* borrowed */
GOV_API guint gov_diagnostics_count (const GovDiagnostics *diagnostics, GovSeverity at_least);

/* "note", "warning", "inconsistency", "error"; the reverse gives 0 for an unknown word. */
GOV_API const char *gov_severity_get_name (GovSeverity severity);
GOV_API GovSeverity gov_severity_from_name (const char *name);

/* The documented codes, in alphabetical order. */
typedef struct {
  const char *code;
  GovSeverity severity;    /* the usual one */
  const char *summary;     /* one line */
  const char *explanation; /* what it means, what to do; for `govconv explain` and docs/diagnostics.md */
} GovDiagnosticCode;

GOV_API const GovDiagnosticCode *gov_diagnostic_codes (guint *n_codes);
GOV_API const GovDiagnosticCode *gov_diagnostic_code_find (const char *code); /* NULL: no such code */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovDiagnostics, gov_diagnostics_free)

G_END_DECLS

#endif
