/* SPDX-License-Identifier: MIT */
/* The log of a run: every finding goes to standard error as a compiler prints it, and as a JSON line into a file if one is
 * asked for. The file is always complete; what standard error shows depends on how much the user wants to see. */
#pragma once

#include <govconv/diagnostic.h>

typedef struct _GovLog GovLog;

/* shown: the least severity that standard error shows. path: of the JSON lines, or NULL. NULL and error (GOV_ERROR_IO). */
GovLog *gov_log_new (GovSeverity shown, const char *path, GError **error);
void gov_log_free (GovLog *log);

/* The findings of one document. */
void gov_log_add (GovLog *log, const char *document, const GovDiagnostics *diagnostics);

/* A document that could not be read: its findings so far and the reason, which counts as an error. */
void gov_log_add_failure (GovLog *log, const char *document, const GovDiagnostics *diagnostics, const GError *reason);

/* The gravest finding so far; 0: none. */
GovSeverity gov_log_get_worst (const GovLog *log);

/* "reading 3 of 20: NAME", on one line that the next one replaces, if standard error is a terminal; NULL clears it. */
void gov_log_progress (GovLog *log, guint index, guint n, const char *document);

/* Puts the file in its place. FALSE and error (GOV_ERROR_IO). */
gboolean gov_log_finish (GovLog *log, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovLog, gov_log_free)
