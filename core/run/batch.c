/* SPDX-License-Identifier: MIT */
#include "core/run/batch.h"
#include "core/check/years.h"

typedef struct {
  GovReportFunc func;
  gpointer user_data;
  GPtrArray *previous;
  GovLog *log;
  const char *document;
  guint n_reports;
  gboolean stopped; /* func failed: the reason is no fault of the document */
} Delivery;

/* Last year's report of the same publisher; if only one is given that one, whoever's it is: the comparison says so. */
static const GovReport *
find_previous (GPtrArray *previous, const GovReport *report)
{
  const char *publisher = gov_report_get_publisher (report);

  for (guint i = 0; i < previous->len && publisher != NULL; i++)
    if (g_strcmp0 (gov_report_get_publisher (previous->pdata[i]), publisher) == 0
        && gov_report_get_year (previous->pdata[i]) + 1 == gov_report_get_year (report))
      return previous->pdata[i];
  return previous->len == 1 ? previous->pdata[0] : NULL;
}

static gboolean
deliver (GovReport *report, gpointer user_data, GError **error)
{
  Delivery *delivery = user_data;
  const GovReport *previous = delivery->previous != NULL ? find_previous (delivery->previous, report) : NULL;

  if (previous != NULL)
    gov_check_years (previous, report);
  gov_log_add (delivery->log, delivery->document, gov_report_get_diagnostics (report));
  delivery->n_reports++;
  if (delivery->func (report, delivery->user_data, error))
    return TRUE;
  delivery->stopped = TRUE;
  return FALSE;
}

/* FALSE: the document failed, or delivery->stopped. */
static gboolean
convert_one (const char *input, const GovConversion *conversion, Delivery *delivery, GovStatus *status, GError **error)
{
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();
  g_autoptr (GError) reason = NULL;
  g_autoptr (GovSource) source = gov_source_open (input, &reason);

  delivery->document = input;
  if (source != NULL && gov_convert (source, conversion, deliver, delivery, diagnostics, &reason))
    return TRUE;
  if (delivery->stopped)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  gov_log_add_failure (delivery->log, input, diagnostics, reason);
  GovStatus of_error = gov_status_of_error (reason);
  if (of_error != GOV_STATUS_ALL_FAILED)
    *status = gov_status_combine (*status, of_error);
  return FALSE;
}

GovStatus
gov_batch_run (const char *const *inputs, const GovConversion *conversion, GPtrArray *previous, GovReportFunc report_func,
               gpointer user_data, GovLog *log, GError **error)
{
  Delivery delivery = {.func = report_func, .user_data = user_data, .previous = previous, .log = log};
  guint n = g_strv_length ((char **) inputs), n_failed = 0;
  GovStatus status = GOV_STATUS_OK;

  for (guint i = 0; i < n && !delivery.stopped; i++)
    {
      if (n > 1)
        gov_log_progress (log, i + 1, n, inputs[i]);
      if (!convert_one (inputs[i], conversion, &delivery, &status, error))
        n_failed++;
    }
  gov_log_progress (log, 0, 0, NULL);
  if (!delivery.stopped && n_failed > 0)
    status = gov_status_combine (status, delivery.n_reports > 0 ? GOV_STATUS_SOME_FAILED : GOV_STATUS_ALL_FAILED);
  return status;
}
