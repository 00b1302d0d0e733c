/* SPDX-License-Identifier: MIT */
/* A writer at work: reports go in, one output comes out. */
#pragma once

#include <govconv/plugin.h>

typedef struct _GovWriting GovWriting;

/* sink and options are borrowed. several: it is known already that more than one report may come. Nothing is written before
 * the first report is there. */
GovWriting *gov_writing_new (const GovWriter *writer, const GovOptions *options, GovSink *sink, gboolean several);

/* A GovReportFunc: write the report; takes it. The first one waits until it is known whether it is the only one. */
gboolean gov_writing_add (GovReport *report, gpointer writing, GError **error);

/* Write what waits, and the writer's end. Also after an error. */
gboolean gov_writing_finish (GovWriting *writing, GError **error);

guint64 gov_writing_get_n_reports (const GovWriting *writing);
void gov_writing_free (GovWriting *writing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovWriting, gov_writing_free)
