/* SPDX-License-Identifier: MIT */
#include "core/run/writing.h"

struct _GovWriting {
  const GovWriter *writer;
  GovOutput output;
  gpointer state;
  GovReport *waiting;
  guint64 n_reports; /* that came */
  gboolean begun;
  gboolean failed;
};

GovWriting *
gov_writing_new (const GovWriter *writer, const GovOptions *options, GovSink *sink, gboolean several)
{
  GovWriting *writing = g_new0 (GovWriting, 1);

  writing->writer = writer;
  writing->output = (GovOutput){.sink = sink, .options = options, .several = several};
  return writing;
}

static gboolean
write_waiting (GovWriting *writing, GError **error)
{
  g_autoptr (GovReport) report = g_steal_pointer (&writing->waiting);
  gboolean written = TRUE;

  if (!writing->begun && writing->writer->begin != NULL)
    written = writing->writer->begin (&writing->output, &writing->state, error);
  writing->begun = writing->begun || written;
  if (written)
    written = writing->writer->write (&writing->output, writing->state, report, error);
  writing->output.index++;
  writing->failed = writing->failed || !written;
  return written;
}

gboolean
gov_writing_add (GovReport *report, gpointer data, GError **error)
{
  GovWriting *writing = data;
  gboolean written = TRUE;

  if (writing->waiting != NULL)
    {
      writing->output.several = TRUE;
      written = write_waiting (writing, error);
    }
  writing->waiting = report;
  writing->n_reports++;
  return written && (!writing->output.several || write_waiting (writing, error));
}

gboolean
gov_writing_finish (GovWriting *writing, GError **error)
{
  gboolean written = !writing->failed;

  if (writing->waiting != NULL && written)
    written = write_waiting (writing, error);
  if (writing->begun && writing->writer->end != NULL)
    {
      /* Once, whatever came before; its error counts only if it is the first. */
      gboolean ended = writing->writer->end (&writing->output, writing->state, written ? error : NULL);
      written = written && ended;
    }
  writing->begun = FALSE;
  return written;
}

guint64
gov_writing_get_n_reports (const GovWriting *writing)
{
  return writing->n_reports;
}

void
gov_writing_free (GovWriting *writing)
{
  if (writing == NULL)
    return;
  gov_writing_finish (writing, NULL);
  gov_report_free (writing->waiting);
  g_free (writing);
}
