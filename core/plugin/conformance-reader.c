/* SPDX-License-Identifier: MIT */
/* The rules for readers. */
#include "core/document/document.h"
#include "core/plugin/conformance.h"
#include "core/plugin/identify.h"
#include "core/plugin/option.h"

#include <string.h>

#define THREADS 4 /* that read at once */

/* ---- reading one input ------------------------------------------------------------------------------------------------- */

typedef struct {
  gboolean done;         /* what the reader returned */
  GovDocument *document; /* of a reader that reads, whatever it returned; NULL for one that loads */
  guint n_reports;       /* of a reader that loads */
  GError *error;
  GovDiagnostics *diagnostics;
  GovSource *source;
} Reading;

static void
reading_clear (Reading *reading)
{
  gov_document_free (reading->document);
  gov_diagnostics_free (reading->diagnostics);
  gov_source_free (reading->source);
  g_clear_error (&reading->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
count_report (GovReport *report, gpointer user_data, G_GNUC_UNUSED GError **error)
{
  gov_report_free (report);
  (*(guint *) user_data)++;
  return TRUE;
}

static void
read_input (const GovReader *reader, const GovTrialInput *input, const GovOptions *options, Reading *reading)
{
  reading->source = gov_source_new (input->name, input->bytes);
  reading->diagnostics = gov_diagnostics_new ();
  if (reader->load != NULL)
    {
      reading->done = reader->load (reading->source, options, count_report, &reading->n_reports, &reading->error);
      return;
    }
  GovBuilder *builder = gov_builder_new (reading->source, reading->diagnostics);
  reading->done = reader->read (reading->source, options, builder, reading->diagnostics, &reading->error);
  reading->document = gov_builder_finish (builder);
}

static GovOptions *
new_defaults (const GovReader *reader)
{
  return gov_options_parse (reader->options, NULL, NULL);
}

#define FOREACH_READER(trial, reader)                                                                                          \
  for (const GovReader *const *list_ = (trial)->plugin->readers, *reader = *list_; reader != NULL; reader = *++list_)

typedef void (*TryFunc) (GovTrial *trial, const GovReader *reader, const GovTrialInput *input);

static void
try_each (GovTrial *trial, GPtrArray *inputs, TryFunc func)
{
  FOREACH_READER (trial, reader)
  for (guint i = 0; i < inputs->len; i++)
    {
      const GovTrialInput *input = inputs->pdata[i];
      gov_trial_step (trial, "-i %s, %s", reader->name, input->name);
      func (trial, reader, input);
    }
}

/* ---- errors, whatever comes -------------------------------------------------------------------------------------------- */

static void
try_errors (GovTrial *trial, const GovReader *reader, const GovTrialInput *input)
{
  g_autoptr (GovOptions) options = new_defaults (reader);
  g_auto (Reading) reading = {0};

  read_input (reader, input, options, &reading);
  if (!reading.done && reading.error == NULL)
    gov_trial_fail (trial, "returned FALSE without an error");
  if (reading.done && reading.error != NULL)
    gov_trial_fail (trial, "returned TRUE with the error \"%s\"", reading.error->message);
}

static void
rule_errors (GovTrial *trial)
{
  try_each (trial, trial->corpus, try_errors);
  try_each (trial, trial->hostile, try_errors);
}

/* ---- spans ------------------------------------------------------------------------------------------------------------- */

typedef struct {
  GovTrial *trial;
  const char *text;
  gsize length, last; /* of the source's text; where the last span of the paragraph or cell began */
} SpanCheck;

static void
check_text (SpanCheck *check, const GovText *text)
{
  check->last = 0;
  for (guint i = 0; i < text->n_runs; i++)
    {
      const GovRun *run = &text->runs[i];
      gsize end = i + 1 < text->n_runs ? text->runs[i + 1].offset : text->length, n = end - run->offset;
      GovSpan span = run->span;

      if (gov_span_is_none (span))
        continue;
      if (span.offset > check->length || span.length > check->length - span.offset)
        {
          gov_trial_fail (check->trial,
                          "the span %" G_GSIZE_FORMAT " + %" G_GSIZE_FORMAT " reaches out of a text of %" G_GSIZE_FORMAT
                          " bytes",
                          span.offset, span.length, check->length);
          continue;
        }
      if (span.offset < check->last)
        gov_trial_fail (check->trial, "the span at %" G_GSIZE_FORMAT " comes after one at %" G_GSIZE_FORMAT " of the same text",
                        span.offset, check->last);
      check->last = span.offset;
      if (span.length == n && n > 0 && memcmp (check->text + span.offset, text->text + run->offset, n) != 0)
        gov_trial_fail (check->trial, "\"%.*s\" was told, but \"%.*s\" stands at %" G_GSIZE_FORMAT, (int) MIN (n, 40),
                        text->text + run->offset, (int) MIN (n, 40), check->text + span.offset, span.offset);
    }
}

static void
try_spans (GovTrial *trial, const GovReader *reader, const GovTrialInput *input)
{
  g_autoptr (GovOptions) options = new_defaults (reader);
  g_auto (Reading) reading = {0};
  SpanCheck check = {.trial = trial};

  read_input (reader, input, options, &reading);
  if (reading.document == NULL)
    return;
  check.text = gov_source_get_text (reading.source, &check.length);
  for (guint b = 0; b < reading.document->n_blocks && trial->failures->len == 0; b++)
    {
      const GovBlock *block = &reading.document->blocks[b];
      if (block->kind != GOV_BLOCK_TABLE)
        check_text (&check, &block->text);
      for (guint r = 0; block->kind == GOV_BLOCK_TABLE && r < block->grid->n_rows; r++)
        for (guint c = 0; c < block->grid->rows[r].n_cells; c++)
          check_text (&check, &block->grid->rows[r].cells[c].text);
    }
}

static void
rule_spans (GovTrial *trial)
{
  try_each (trial, trial->corpus, try_spans);
}

/* ---- identify ---------------------------------------------------------------------------------------------------------- */

static guint
ask (const GovReader *reader, const GovTrialInput *input)
{
  g_autoptr (GovSource) source = gov_source_new (input->name, input->bytes);
  g_autofree char *extension = gov_path_dup_extension (input->name);
  GovProbe probe = {.name = input->name, .extension = extension};

  probe.bytes = gov_source_get_bytes (source, &probe.n_bytes);
  if (!gov_source_is_binary (source))
    probe.text = gov_source_get_text (source, &probe.length);
  return reader->identify (&probe);
}

static void
try_score (GovTrial *trial, const GovReader *reader, const GovTrialInput *input)
{
  guint score = ask (reader, input);

  if (score > 100)
    gov_trial_fail (trial, "identify() gives %u, more than 100", score);
}

static void
rule_score (GovTrial *trial)
{
  try_each (trial, trial->corpus, try_score);
  try_each (trial, trial->hostile, try_score);
}

/* The reader that would be chosen among the others and, if with is set, this one; NULL: none, or two. */
static const GovReader *
choose (GovTrial *trial, const GovTrialInput *input, const GovReader *with)
{
  g_autoptr (GPtrArray) readers = g_ptr_array_new ();
  g_autoptr (GovSource) source = gov_source_new (input->name, input->bytes);
  guint index;

  for (guint i = 0; trial->other_readers->pdata[i] != NULL; i++)
    g_ptr_array_add (readers, trial->other_readers->pdata[i]);
  if (with != NULL)
    g_ptr_array_add (readers, (gpointer) with);
  g_ptr_array_add (readers, NULL);
  /* A list of one is not asked: then its own score decides. */
  if (readers->len == 2)
    return ask (readers->pdata[0], input) > 0 ? readers->pdata[0] : NULL;
  if (readers->len < 2 || !gov_identify (source, (const GovReader *const *) readers->pdata, &index, NULL))
    return NULL;
  return readers->pdata[index];
}

static gboolean
has_extension (const GovReader *reader, const char *extension)
{
  return *extension != '\0' && reader->extensions != NULL && g_strv_contains (reader->extensions, extension);
}

/* An extension that several formats have says nothing. */
static gboolean
is_shared_extension (GovTrial *trial, const char *extension)
{
  for (guint i = 0; trial->other_readers->pdata[i] != NULL; i++)
    if (has_extension (trial->other_readers->pdata[i], extension))
      return TRUE;
  return FALSE;
}

static void
try_honesty (GovTrial *trial, const GovReader *reader, const GovTrialInput *input)
{
  g_autofree char *extension = gov_path_dup_extension (input->name);
  gboolean own = !trial->by_command && has_extension (reader, extension);
  const GovReader *before = choose (trial, input, NULL), *after = choose (trial, input, reader);

  if (own && !is_shared_extension (trial, extension) && before == NULL && after != reader)
    gov_trial_fail (trial, "a document with this format's extension is not recognised: identify() gives %u",
                    ask (reader, input));
  if (!own && before != NULL && after != before)
    gov_trial_fail (trial, "a document that is %s's is %s: identify() gives %u", before->name,
                    after == reader ? "taken from it" : "made doubtful", ask (reader, input));
}

static void
rule_honesty (GovTrial *trial)
{
  try_each (trial, trial->corpus, try_honesty);
}

/* ---- the same again, at once, and with every option -------------------------------------------------------------------- */

static void
add_text (GChecksum *sum, const GovText *text)
{
  g_checksum_update (sum, (const guchar *) text->text, text->length);
  for (guint i = 0; i < text->n_runs; i++)
    {
      g_checksum_update (sum, (const guchar *) &text->runs[i].span.offset, sizeof (gsize));
      g_checksum_update (sum, (const guchar *) &text->runs[i].span.length, sizeof (gsize));
    }
}

/* All that a reader told, as a number. */
static char *
digest (const GovReader *reader, const GovTrialInput *input)
{
  g_autoptr (GovOptions) options = new_defaults (reader);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (Reading) reading = {0};

  read_input (reader, input, options, &reading);
  for (guint b = 0; reading.document != NULL && b < reading.document->n_blocks; b++)
    {
      const GovBlock *block = &reading.document->blocks[b];
      g_checksum_update (sum, (const guchar *) &block->kind, sizeof block->kind);
      if (block->kind != GOV_BLOCK_TABLE)
        add_text (sum, &block->text);
      for (guint r = 0; block->kind == GOV_BLOCK_TABLE && r < block->grid->n_rows; r++)
        for (guint c = 0; c < block->grid->rows[r].n_cells; c++)
          add_text (sum, &block->grid->rows[r].cells[c].text);
    }
  return g_strdup_printf ("%s %u %u", g_checksum_get_string (sum), reading.n_reports,
                          gov_diagnostics_get_length (reading.diagnostics));
}

static void
try_again (GovTrial *trial, const GovReader *reader, const GovTrialInput *input)
{
  g_autofree char *first = digest (reader, input), *second = digest (reader, input);

  if (strcmp (first, second) != 0)
    gov_trial_fail (trial, "told something else when the same input was read again");
}

static void
rule_again (GovTrial *trial)
{
  try_each (trial, trial->corpus, try_again);
}

typedef struct {
  const GovReader *reader;
  const GovTrialInput *input;
} Job;

static gpointer
run_job (gpointer data)
{
  const Job *job = data;

  return digest (job->reader, job->input);
}

static void
try_at_once (GovTrial *trial, const GovReader *reader, const GovTrialInput *input)
{
  g_autofree char *alone = digest (reader, input);
  Job job = {reader, input};
  GThread *threads[THREADS];
  gboolean same = TRUE;

  for (guint i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("reader", run_job, &job);
  for (guint i = 0; i < THREADS; i++)
    {
      g_autofree char *result = g_thread_join (threads[i]);
      same = same && strcmp (result, alone) == 0;
    }
  if (!same)
    gov_trial_fail (trial, "%u threads that read the same input at once were not told the same", THREADS);
}

static void
rule_at_once (GovTrial *trial)
{
  try_each (trial, trial->corpus, try_at_once);
}

static void
try_option (GovTrial *trial, const GovReader *reader, const char *name, const char *value)
{
  g_autofree char *text = g_strdup_printf ("%s=%s", name, value);
  g_autoptr (GovOptions) options = gov_options_parse (reader->options, text, NULL);

  for (guint i = 0; options != NULL && i < trial->corpus->len; i++)
    {
      const GovTrialInput *input = trial->corpus->pdata[i];
      g_auto (Reading) reading = {0};
      gov_trial_step (trial, "-i %s:%s, %s", reader->name, text, input->name);
      read_input (reader, input, options, &reading);
      if (!reading.done && reading.error == NULL)
        gov_trial_fail (trial, "returned FALSE without an error");
    }
}

static void
rule_options (GovTrial *trial)
{
  FOREACH_READER (trial, reader)
  for (const GovOptionSpec *spec = reader->options; spec != NULL && spec->name != NULL; spec++)
    {
      g_auto (GStrv) values = gov_option_dup_examples (spec);
      for (guint i = 0; values[i] != NULL; i++)
        try_option (trial, reader, spec->name, values[i]);
    }
}

void
gov_trial_use_readers (const GovPlugin *plugin, GPtrArray *inputs)
{
  for (guint r = 0; plugin->readers != NULL && plugin->readers[r] != NULL; r++)
    for (guint i = 0; i < inputs->len; i++)
      {
        g_autoptr (GovOptions) options = new_defaults (plugin->readers[r]);
        g_auto (Reading) reading = {0};
        ask (plugin->readers[r], inputs->pdata[i]);
        read_input (plugin->readers[r], inputs->pdata[i], options, &reading);
      }
}

const GovRule gov_reader_rules[] = {
    {"reading: errors", "plugin.h", "FALSE and error only when the input could not be read at all", rule_errors},
    {"reading: spans", "document.h", "where it stands in the source's text", rule_spans},
    {"reading: the same again", "plugin.h", "Readers and writers are re-entrant", rule_again},
    {"reading: at once", "plugin.h", "Readers and writers are re-entrant", rule_at_once},
    {"reading: options", "option.h", "the command line, its checks, its help", rule_options},
    {"identify: score", "plugin.h", "100 nothing else possible", rule_score},
    {"identify: honesty", "plugin.h", "from its content", rule_honesty},
    {NULL},
};
