/* SPDX-License-Identifier: MIT */
#include "core/run/log.h"
#include "core/run/record.h"
#include "core/run/sink.h"
#include <govconv/convert.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct _GovLog {
  GovSeverity shown, worst;
  gboolean terminal;
  gboolean progress_shown;
  GovSink *sink; /* of the JSON lines, or NULL */
};

GovLog *
gov_log_new (GovSeverity shown, const char *path, GError **error)
{
  g_autoptr (GovLog) log = g_new0 (GovLog, 1);

  log->shown = shown;
  log->terminal = isatty (STDERR_FILENO);
  if (path != NULL && (log->sink = gov_sink_new_file (path, error)) == NULL)
    return NULL;
  return g_steal_pointer (&log);
}

void
gov_log_free (GovLog *log)
{
  if (log == NULL)
    return;
  gov_sink_free (log->sink);
  g_free (log);
}

GovSeverity
gov_log_get_worst (const GovLog *log)
{
  return log->worst;
}

void
gov_log_progress (GovLog *log, guint index, guint n, const char *document)
{
  if (!log->terminal || (document == NULL && !log->progress_shown))
    return;
  fputs ("\r\033[K", stderr);
  if (document != NULL)
    fprintf (stderr, "reading %u of %u: %s", index, n, document);
  fflush (stderr);
  log->progress_shown = document != NULL;
}

/* FILE:LINE:COLUMN: warning: MESSAGE [CODE] */
static void
print (GovLog *log, const char *document, const GovDiagnostic *d)
{
  const char *name = strcmp (document, "-") == 0 ? "<stdin>" : document;

  gov_log_progress (log, 0, 0, NULL);
  if (d->place.line > 0 && d->place.column > 0)
    fprintf (stderr, "%s:%u:%u: %s: %s [%s]\n", name, d->place.line, d->place.column, gov_severity_get_name (d->severity),
             d->message, d->code);
  else
    fprintf (stderr, "%s: %s: %s [%s]\n", name, gov_severity_get_name (d->severity), d->message, d->code);
}

static void
add (GovLog *log, const char *document, const GovDiagnostic *d)
{
  log->worst = MAX (log->worst, d->severity);
  if (d->severity >= log->shown)
    print (log, document, d);
  if (log->sink == NULL)
    return;
  g_autofree char *line = gov_record_dup_diagnostic_line (document, d);
  gov_sink_write (log->sink, line, -1, NULL); /* a failure is reported by the commit */
}

void
gov_log_add (GovLog *log, const char *document, const GovDiagnostics *diagnostics)
{
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    add (log, document, gov_diagnostics_get (diagnostics, i));
}

static const char *
get_code_of_failure (const GError *reason)
{
  if (reason->domain == GOV_ERROR && reason->code == GOV_ERROR_IO)
    return "input-unusable";
  if (reason->domain == GOV_ERROR && reason->code == GOV_ERROR_LIMIT)
    return "limit-exceeded";
  return "no-report";
}

void
gov_log_add_failure (GovLog *log, const char *document, const GovDiagnostics *diagnostics, const GError *reason)
{
  gboolean said = FALSE;

  /* What refused the document may have said why as a finding with a place: once is enough. */
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      const GovDiagnostic *d = gov_diagnostics_get (diagnostics, i);
      add (log, document, d);
      said = said || (d->severity == GOV_SEVERITY_ERROR && g_str_has_prefix (reason->message, d->message));
    }
  if (said)
    return;
  /* The line begins with the document's name: once is enough for that too. */
  const char *message = reason->message;
  gsize n = strlen (document);
  if (strncmp (message, document, n) == 0 && g_str_has_prefix (message + n, ": "))
    message += n + 2;
  g_autoptr (GovDiagnostics) last = gov_diagnostics_new ();
  gov_diagnostics_add_as (last, GOV_SEVERITY_ERROR, get_code_of_failure (reason), NULL, NULL, 0, message);
  gov_log_add (log, document, last);
}

gboolean
gov_log_finish (GovLog *log, GError **error)
{
  gov_log_progress (log, 0, 0, NULL);
  return log->sink == NULL || gov_sink_commit (log->sink, error);
}
