/* SPDX-License-Identifier: MIT */
/* One report in every dialect gives one GovReport: made-up reports of every size and edition, printed in each shape. */
#include "tests/convert.h"
#include "tests/forge/forge.h"
#include "tests/gtest-c.h"
#include "tests/truth.h"

#define SEEDS_A_CLASS 2

static const struct {
  const char *disclosure, *applications;
} editions[] = {{"2021", "2021"}, {"2019", "2019"}, {"2021", "2019"}, {"2019", "2021"}};

static char **
list_shapes (void)
{
  guint n;
  const ForgeShape *shapes = forge_shapes (&n);
  char **names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (shapes[i].name);
  return names;
}

static void
expect_report (const ForgeShape *shape, const ForgeReport *truth, const GovTestConversion *conversion, GovTally *tally)
{
  ASSERT_NO_ERROR (conversion->error);
  if (shape->losses & (FORGE_LOSES_BLANKS | FORGE_LOSES_CELLS))
    {
      g_autoptr (GString) misses = g_string_new (NULL);
      guint silent = tally->silent;
      gov_test_tally (truth, conversion, tally, misses);
      if (tally->silent > silent)
        ADD_FAILURE ("%u cells are silently wrong\n%s", tally->silent - silent, misses->str);
      return;
    }
  gov_test_expect_cells (truth, conversion);
  gov_test_expect_metadata (truth, conversion);
  if (!(shape->losses & FORGE_LOSES_PARAGRAPHS))
    gov_test_expect_sections (truth, conversion);
}

/* Each class in each edition; blanks are left out where the shape has no place for them. */
GOV_TEST_EACH (Dialects, EveryReportIsRead, list_shapes)
{
  const ForgeShape *shape = forge_shape_find (param);
  GovTally tally = {0};
  for (guint i = 0; i < FORGE_N_CLASSES * G_N_ELEMENTS (editions) * SEEDS_A_CLASS; i++)
    {
      ForgeClass size = i % FORGE_N_CLASSES;
      guint e = i / FORGE_N_CLASSES % G_N_ELEMENTS (editions);
      GOV_TRACE ("forge --seed %u --class %s --edition %s/%s --shape %s", i, forge_class_get_name (size),
                 editions[e].disclosure, editions[e].applications, param);
      if (size == FORGE_BLANKS && (shape->losses & FORGE_LOSES_BLANKS))
        continue;
      ForgeRandom random = forge_random (i);
      g_autoptr (ForgeReport) truth = forge_report_new (size, editions[e].disclosure, editions[e].applications, &random);
      g_autoptr (ForgePage) page = forge_page_new (truth);
      g_autoptr (GString) bytes = g_string_new (NULL);
      shape->render (page, bytes);
      g_autofree char *name = g_strconcat ("report.", shape->extension, NULL);
      g_autoptr (GovTestConversion) conversion = gov_test_convert_string (name, bytes, shape->reader);
      expect_report (shape, truth, conversion, &tally);
      if (gov_test_has_failed ())
        return;
    }
  if (tally.total)
    RECORD ("cells", "%u of %u right, %u open", tally.right, tally.total, tally.flagged);
}

/* A name that lies about the format does not mislead: the content decides. */
GOV_TEST_EACH (Dialects, ContentDecidesNotTheName, list_shapes)
{
  const ForgeShape *shape = forge_shape_find (param);
  ForgeRandom random = forge_random (11);
  g_autoptr (ForgeReport) truth = forge_report_new (FORGE_COUNTY, "2021", "2021", &random);
  g_autoptr (ForgePage) page = forge_page_new (truth);
  g_autoptr (GString) bytes = g_string_new (NULL);
  shape->render (page, bytes);
  static const char *const names[] = {"report.html", "report.csv", "report.txt", "report.doc", "-"};
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GovTally tally = {0};
      GOV_TRACE ("as %s", names[i]);
      g_autoptr (GovTestConversion) conversion = gov_test_convert_string (names[i], bytes, NULL);
      ASSERT_NO_ERROR (conversion->error);
      EXPECT_STREQ (gov_report_get_source (conversion->report)->dialect, shape->reader);
      expect_report (shape, truth, conversion, &tally);
    }
}
