/* SPDX-License-Identifier: MIT */
/* The rules for writers, tried on reports that the core makes up. */
#include "core/plugin/conformance.h"
#include "core/plugin/option.h"
#include "core/run/sink.h"

#include <string.h>

#define THREADS 4 /* that write at once */

/* ---- reports ----------------------------------------------------------------------------------------------------------- */

static const char *const hostile_texts[] = {
    "\"quoted\", 'and', `ticks`",
    "<b>&amp;</b> ]]> --> <!--",
    "a\nb\r\nc\td",
    "=1+1",
    "{{x}} %s %n \\",
    "\xf0\x9f\x93\x8a 表",
    "",
    " leading and trailing ",
    "|a|b|",
    "\xe2\x80\xa8\xc2\x85",
};

static void
fill_table (GovReport *report, const GovForm *form, guint kind)
{
  GovTable *table = gov_report_add_table (report, form);
  g_autofree char *raw = NULL;

  for (guint i = 0; i < form->n_cells; i++)
    {
      GovOrigin origin = (GovOrigin) ((i + kind) % (GOV_ORIGIN_REPAIRED + 1));
      gboolean has_value = origin >= GOV_ORIGIN_READ;
      GovUnit unit = gov_form_get_cell (form, i).column->unit;
      const char *value = unit == GOV_UNIT_AMOUNT ? "123456789012345.06" : unit == GOV_UNIT_CHANGE ? "-15" : "1024";
      GovCell cell = {origin, has_value ? value : NULL, hostile_texts[i % G_N_ELEMENTS (hostile_texts)], {i + 1, 1, i, 1}};
      gov_table_set_cell (table, i, &cell);
    }
  gov_table_add_extra_row (
      table, &(GovExtraRow){.label = hostile_texts[1], .n_texts = 2, .texts = hostile_texts, .place = GOV_PLACE_NONE});
}

/* kind 0: nothing in it; 1, 2: full, with every origin and text that needs care in every format. */
static GovReport *
new_report (guint kind)
{
  GovReport *report = gov_report_new ();
  const GovCellRef cell = {"applications", "received", "total"};
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);

  gov_report_set_source (report, &(GovReportSource){"made up", NULL, 0, "UTF-8", "none"});
  if (kind == 0)
    return report;
  gov_report_set_title (report, hostile_texts[0]);
  gov_report_set_publisher (report, hostile_texts[1]);
  gov_report_set_year (report, 2020 + kind);
  gov_report_set_period (report, "2021-01-01", "2021-12-31");
  gov_report_add_section (report, &(GovSection){"overview", "一、总体情况", G_N_ELEMENTS (hostile_texts), hostile_texts});
  for (guint i = 0; i < n_forms; i++)
    if (strcmp (forms[i]->edition, kind == 1 ? "2019" : "2021") == 0)
      fill_table (report, forms[i], kind);
  gov_report_add_check (report, &(GovCheck){.id = "applications.balance",
                                            .table = "applications",
                                            .column = "total",
                                            .result = GOV_CHECK_FAIL,
                                            .verdict = GOV_VERDICT_SOURCE,
                                            .left = "10",
                                            .right = "11",
                                            .difference = "-1",
                                            .n_cells = 1,
                                            .cells = &cell});
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), "limit-exceeded", &GOV_PLACE_NONE, &cell, 1, "%s",
                       hostile_texts[1]);
  return report;
}

#define KINDS 3

/* ---- writing ----------------------------------------------------------------------------------------------------------- */

/* Begin, the reports first … last, end. FALSE: one of the calls failed; error is of the first that did. */
static gboolean
write_reports (const GovWriter *writer, const GovOptions *options, GovSink *sink, guint first, guint last, GError **error)
{
  GovOutput output = {.sink = sink, .options = options, .several = first != last};
  gpointer state = NULL;

  if (writer->begin != NULL && !writer->begin (&output, &state, error))
    return FALSE;
  gboolean written = TRUE;
  for (guint kind = first; kind <= last && written; kind++)
    {
      g_autoptr (GovReport) report = new_report (kind);
      written = writer->write (&output, state, report, error);
      output.index++;
    }
  if (writer->end != NULL)
    {
      gboolean ended = writer->end (&output, state, written ? error : NULL);
      written = written && ended;
    }
  return written;
}

/* What is written, as a checksum; NULL and error. */
static char *
digest (const GovWriter *writer, const char *options_text, guint first, guint last, GError **error)
{
  g_autoptr (GovOptions) options = gov_options_parse (writer->options, options_text, error);
  if (options == NULL)
    return NULL;
  GovSink *sink = gov_sink_new_memory ();
  gboolean written = write_reports (writer, options, sink, first, last, error);
  g_autoptr (GBytes) bytes = gov_sink_steal_bytes (sink);
  return written ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

#define FOREACH_WRITER(trial, writer)                                                                                          \
  for (const GovWriter *const *list_ = (trial)->plugin->writers, *writer = *list_; writer != NULL; writer = *++list_)

static void
try_once (GovTrial *trial, const GovWriter *writer, const char *options, guint first, guint last)
{
  g_autoptr (GError) error = NULL;

  gov_trial_step (trial, "-o %s%s%s, made-up reports %u to %u", writer->name, options != NULL ? ":" : "",
                  options != NULL ? options : "", first, last);
  g_autofree char *result = digest (writer, options, first, last, &error);
  if (result == NULL && error == NULL)
    gov_trial_fail (trial, "returned FALSE without an error");
  if (result == NULL && error != NULL)
    gov_trial_fail (trial, "could not write a report: %s", error->message);
  if (result != NULL && error != NULL)
    gov_trial_fail (trial, "returned TRUE with the error \"%s\"", error->message);
}

static void
rule_reports (GovTrial *trial)
{
  FOREACH_WRITER (trial, writer)
  {
    for (guint kind = 0; kind < KINDS; kind++)
      try_once (trial, writer, NULL, kind, kind);
    try_once (trial, writer, NULL, 0, KINDS - 1);
  }
}

static void
rule_options (GovTrial *trial)
{
  FOREACH_WRITER (trial, writer)
  for (const GovOptionSpec *spec = writer->options; spec != NULL && spec->name != NULL; spec++)
    {
      g_auto (GStrv) values = gov_option_dup_examples (spec);
      if (trial->by_command && strcmp (spec->name, "command") == 0)
        continue; /* the manifest's own: any other is another format */
      for (guint i = 0; values[i] != NULL; i++)
        {
          g_autofree char *options = g_strdup_printf ("%s=%s", spec->name, values[i]);
          try_once (trial, writer, options, 0, KINDS - 1);
        }
    }
}

static void
rule_again (GovTrial *trial)
{
  FOREACH_WRITER (trial, writer)
  {
    g_autofree char *first = digest (writer, NULL, 0, KINDS - 1, NULL), *second = digest (writer, NULL, 0, KINDS - 1, NULL);
    gov_trial_step (trial, "-o %s", writer->name);
    if (g_strcmp0 (first, second) != 0)
      gov_trial_fail (trial, "wrote something else when the same reports were written again");
  }
}

static gpointer
run_job (gpointer writer)
{
  return digest (writer, NULL, 0, KINDS - 1, NULL);
}

static void
rule_at_once (GovTrial *trial)
{
  FOREACH_WRITER (trial, writer)
  {
    g_autofree char *alone = digest (writer, NULL, 0, KINDS - 1, NULL);
    GThread *threads[THREADS];
    gov_trial_step (trial, "-o %s", writer->name);
    for (guint i = 0; i < THREADS; i++)
      threads[i] = g_thread_new ("writer", run_job, (gpointer) writer);
    for (guint i = 0; i < THREADS; i++)
      {
        g_autofree char *result = g_thread_join (threads[i]);
        if (g_strcmp0 (result, alone) != 0)
          gov_trial_fail (trial, "one of %u threads that wrote at once wrote something else", THREADS);
      }
  }
}

/* The sink fails after so many bytes: at once, in the middle, near the end. */
static void
rule_failing_sink (GovTrial *trial)
{
  static const gsize after[] = {0, 1, 100, 1000};

  FOREACH_WRITER (trial, writer)
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      g_autoptr (GovOptions) options = gov_options_parse (writer->options, NULL, NULL);
      g_autoptr (GovSink) sink = gov_sink_new_failing (after[i]);
      g_autoptr (GError) error = NULL;
      gov_trial_step (trial, "-o %s into a sink that fails after %" G_GSIZE_FORMAT " bytes", writer->name, after[i]);
      gboolean written = write_reports (writer, options, sink, 1, KINDS - 1, &error);
      if (written && gov_sink_has_failed (sink))
        gov_trial_fail (trial, "said that all was written");
      if (!written && error == NULL)
        gov_trial_fail (trial, "returned FALSE without an error");
    }
}

void
gov_trial_use_writers (const GovPlugin *plugin)
{
  for (guint w = 0; plugin->writers != NULL && plugin->writers[w] != NULL; w++)
    g_free (digest (plugin->writers[w], NULL, 0, KINDS - 1, NULL));
}

const GovRule gov_writer_rules[] = {
    {"writing: reports", "plugin.h", "begin and end may be NULL", rule_reports},
    {"writing: options", "option.h", "the command line, its checks, its help", rule_options},
    {"writing: the same again", "plugin.h", "Output depends on nothing but the reports and the options", rule_again},
    {"writing: at once", "plugin.h", "Readers and writers are re-entrant", rule_at_once},
    {"writing: failures", "sink.h", "FALSE and error (GOV_ERROR_IO) when they could not be written", rule_failing_sink},
    {NULL},
};
