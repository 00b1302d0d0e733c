/* SPDX-License-Identifier: MIT */
/* JSON (with provenance) and XML are inputs too: reading one back and writing it again gives the same bytes, and so does the
 * way through the other. Outputs are the same on every run. */
#include "tests/convert.h"
#include "tests/forge/forge.h"
#include "tests/gtest-c.h"

/* Whole, blank, and damaged reports: whatever a report can hold has to survive. */
static const struct {
  const char *name;
  ForgeClass size;
  const char *disclosure, *applications;
  const char *shape, *damage;
} reports[] = {
    {"county", FORGE_COUNTY, "2021", "2021", "html-cms", NULL},
    {"huge", FORGE_HUGE, "2019", "2019", "pipe-padded", NULL},
    {"hybrid", FORGE_TOWNSHIP, "2021", "2019", "tsv-empty", NULL},
    {"blanks", FORGE_BLANKS, "2021", "2021", "html-word", NULL},
    {"letters", FORGE_COUNTY, "2021", "2021", "ocrmd", "digits-to-letters"},
    {"rows-deleted", FORGE_COUNTY, "2021", "2021", "ocrmd", "rows-deleted"},
    {"cells-surplus", FORGE_CITY, "2021", "2021", "ocrmd", "cells-surplus"},
};

static GString *
print_report (const __typeof__ (reports[0]) *what)
{
  ForgeRandom random = forge_random (5);
  g_autoptr (ForgeReport) report = forge_report_new (what->size, what->disclosure, what->applications, &random);
  g_autoptr (ForgePage) page = forge_page_new (report);
  GString *bytes = g_string_new (NULL);
  if (what->damage)
    forge_damage_find (what->damage)->apply (page, 0.1, &random);
  forge_shape_find (what->shape)->render (page, bytes);
  return bytes;
}

/* text read by the reader and written by the writer; a message when that fails. */
static char *
pass (const char *text, const char *reader, const char *writer, const char *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GovTestConversion) conversion = gov_test_convert ("stored", bytes, reader, FALSE);
  if (!conversion->report)
    return g_strdup_printf ("%s: %s", reader, conversion->error ? conversion->error->message : "no report");
  return gov_test_write (conversion->report, writer, options);
}

GOV_TEST_P (RoundTrip, JsonAndXmlLoseNothing, reports)
{
  g_autoptr (GString) bytes = print_report (param);
  g_autoptr (GovTestConversion) conversion = gov_test_convert_string ("report", bytes, forge_shape_find (param->shape)->reader);
  ASSERT_NO_ERROR (conversion->error);
  g_autofree char *json = gov_test_write (conversion->report, "json", "provenance=yes");
  g_autofree char *xml = gov_test_write (conversion->report, "xml", NULL);
  g_autofree char *json_again = pass (json, "json", "json", "provenance=yes");
  g_autofree char *xml_again = pass (xml, "xml", "xml", NULL);
  g_autofree char *json_to_xml = pass (json, "json", "xml", NULL);
  g_autofree char *xml_to_json = pass (xml, "xml", "json", "provenance=yes");
  EXPECT_STREQ (json_again, json);
  EXPECT_STREQ (xml_again, xml);
  EXPECT_STREQ (json_to_xml, xml);
  EXPECT_STREQ (xml_to_json, json);
}

GOV_TEST_P (RoundTrip, OutputsAreTheSameOnEveryRun, reports)
{
  g_autoptr (GString) bytes = print_report (param);
  static const char *const writers[] = {"json", "xml", "csv"};
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      const char *reader = forge_shape_find (param->shape)->reader;
      g_autoptr (GovTestConversion) one = gov_test_convert_string ("report", bytes, reader);
      g_autoptr (GovTestConversion) two = gov_test_convert_string ("report", bytes, reader);
      ASSERT_TRUE (one->report && two->report);
      g_autofree char *first = gov_test_write (one->report, writers[i], NULL);
      g_autofree char *second = gov_test_write (two->report, writers[i], NULL);
      EXPECT_STREQ (first, second);
    }
}
