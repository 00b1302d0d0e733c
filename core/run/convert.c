/* SPDX-License-Identifier: MIT */
/* The whole way of the data, one station a line: bytes → document → report → checked report. */
#include "core/check/narrative.h"
#include "core/check/recheck.h"
#include "core/check/reconcile.h"
#include "core/document/document.h"
#include "core/interpret/interpret.h"
#include "core/plugin/identify.h"
#include "core/source/source.h"
#include <govconv/convert.h>

static void
set_source (GovReport *report, GovSource *source, const GovReader *reader)
{
  gsize n_bytes;
  const guint8 *bytes = gov_source_get_bytes (source, &n_bytes);
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, n_bytes);

  gov_report_set_source (report, &(GovReportSource){.name = gov_source_get_name (source),
                                                    .sha256 = sha256,
                                                    .bytes = n_bytes,
                                                    .charset = gov_source_get_charset (source),
                                                    .dialect = reader->name});
}

static void
copy_diagnostics (const GovDiagnostics *from, GovDiagnostics *to)
{
  for (guint i = 0; i < gov_diagnostics_get_length (from); i++)
    {
      const GovDiagnostic *d = gov_diagnostics_get (from, i);
      gov_diagnostics_add_as (to, d->severity, d->code, &d->place, d->cells, d->n_cells, d->message);
    }
}

/* reader->read → interpret → reconcile (which also checks). */
static gboolean
read_report (GovSource *source, const GovReader *reader, const GovOptions *options, gboolean repair, GovReport *report,
             GError **error)
{
  GovDiagnostics *diagnostics = gov_report_get_mutable_diagnostics (report);
  g_autoptr (GovBuilder) builder = gov_builder_new (source, diagnostics);
  GovOpenings openings = {0};

  set_source (report, source, reader);
  gov_source_report (source, diagnostics);
  if (!reader->read (source, options, builder, diagnostics, error))
    return FALSE;
  g_autoptr (GovDocument) document = gov_builder_finish (g_steal_pointer (&builder));
  if (!gov_interpret (document, report, &openings, error))
    return FALSE;
  gov_reconcile (report, source, openings.open, openings.n_open, repair);
  gov_check_narrative (report, document);
  return TRUE;
}

/* ---- whole reports ----------------------------------------------------------------------------------------------------- */

typedef struct {
  GovSource *source;
  GovReportFunc func;
  gpointer user_data;
} Repairing;

static gboolean
repair_loaded (GovReport *report, gpointer user_data, GError **error)
{
  const Repairing *repairing = user_data;

  gov_recheck (report, repairing->source, TRUE);
  return repairing->func (report, repairing->user_data, error);
}

/* They come with the findings of the run that made them, and pass as they are unless they shall be repaired. */
static gboolean
load_reports (GovSource *source, const GovReader *reader, const GovOptions *options, gboolean repair, GovReportFunc func,
              gpointer user_data, GError **error)
{
  Repairing repairing = {source, func, user_data};

  if (repair)
    return reader->load (source, options, repair_loaded, &repairing, error);
  return reader->load (source, options, func, user_data, error);
}

gboolean
gov_convert (GovSource *source, const GovConversion *conversion, GovReportFunc report_func, gpointer user_data,
             GovDiagnostics *diagnostics, GError **error)
{
  g_autoptr (GovOptions) defaults = NULL;
  guint chosen;

  if (!gov_identify (source, conversion->readers, &chosen, error))
    return FALSE;
  const GovReader *reader = conversion->readers[chosen];
  const GovOptions *options = conversion->reader_options != NULL ? conversion->reader_options[chosen] : NULL;
  if (options == NULL)
    options = defaults = gov_options_parse (reader->options, NULL, error);
  if (options == NULL)
    return FALSE;

  if (reader->load != NULL)
    return load_reports (source, reader, options, conversion->repair, report_func, user_data, error);
  g_autoptr (GovReport) report = gov_report_new ();
  if (read_report (source, reader, options, conversion->repair, report, error))
    return report_func (g_steal_pointer (&report), user_data, error);
  copy_diagnostics (gov_report_get_diagnostics (report), diagnostics);
  return FALSE;
}
