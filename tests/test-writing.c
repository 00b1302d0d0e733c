/* SPDX-License-Identifier: MIT */
#include "core/run/writing.h"
#include "gtest-c.h"
#include <govconv/convert.h>

/* A writer that writes what it is called with; a year of 13 fails. */
static gboolean
begin (const GovOutput *output, gpointer *state, GError **error)
{
  *state = g_strdup ("state");
  return gov_sink_printf (output->sink, error, "[%s ", output->several ? "several" : "one");
}

static gboolean
write_year (const GovOutput *output, gpointer state, const GovReport *report, GError **error)
{
  if (gov_report_get_year (report) == 13)
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_IO, "no luck");
      return FALSE;
    }
  EXPECT_STREQ (state, "state");
  return gov_sink_printf (output->sink, error, "%u:%u ", (guint) output->index, gov_report_get_year (report));
}

static gboolean
end (const GovOutput *output, gpointer state, GError **error)
{
  g_free (state);
  return gov_sink_write (output->sink, "]", 1, error);
}

static const GovWriter writer = {.size = sizeof (GovWriter), .name = "year", .begin = begin, .write = write_year, .end = end};

static const struct {
  const char *name;
  guint years[4];
  gboolean several;
  const char *output;
  gboolean fails;
} cases[] = {
    {"none", {0}, FALSE, "", FALSE},
    {"one", {2021}, FALSE, "[one 0:2021 ]", FALSE},
    {"one_of_several_inputs", {2021}, TRUE, "[several 0:2021 ]", FALSE},
    {"three", {2019, 2020, 2021}, FALSE, "[several 0:2019 1:2020 2:2021 ]", FALSE},
    {"failure_in_the_first", {13, 2020}, FALSE, "[several ]", TRUE},
    {"failure_at_the_end", {2020, 13}, TRUE, "[several 0:2020 ]", TRUE},
};

GOV_TEST_P (Writing, BeginsOnceAndEndsOnce, cases)
{
  GovSink *sink = gov_sink_new_memory ();
  GovWriting *writing = gov_writing_new (&writer, NULL, sink, param->several);
  g_autoptr (GError) error = NULL;
  gboolean written = TRUE;

  for (guint i = 0; written && i < G_N_ELEMENTS (param->years) && param->years[i] != 0; i++)
    {
      GovReport *report = gov_report_new ();
      gov_report_set_year (report, param->years[i]);
      written = gov_writing_add (report, writing, &error);
    }
  written = gov_writing_finish (writing, written ? &error : NULL) && written;
  EXPECT_EQ (written, !param->fails);
  EXPECT_EQ (error != NULL, param->fails);
  gov_writing_free (writing);
  g_autoptr (GBytes) bytes = gov_sink_steal_bytes (sink);
  g_autofree char *text
      = g_strdup_printf ("%.*s", (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
  EXPECT_STREQ (text, param->output);
}
