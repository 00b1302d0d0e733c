/* SPDX-License-Identifier: MIT */
/* The shim itself: parameters arrive, checks see what they compare, a skip and a trace do no harm. */
#include "gtest-c.h"

#include <gio/gio.h>

static const struct {
  const char *name;
  int a, b, sum;
} additions[] = {
    {"small", 1, 2, 3},
    {"negative", -5, 2, -3},
};

GOV_TEST_P (GTestC, StaticParameter, additions)
{
  EXPECT_EQ (param->a + param->b, param->sum);
}

static char **
list_words (void)
{
  return g_strsplit ("one,two", ",", -1);
}

GOV_TEST_EACH (GTestC, ListedParameter, list_words)
{
  EXPECT_EQ (strlen (param), 3);
}

GOV_TEST (GTestC, ChecksCompareByValue)
{
  const char *none = NULL;
  char word[] = "word";
  EXPECT_STREQ (word, "word");
  EXPECT_STRNE (word, none);
  EXPECT_STREQ (none, NULL);
  EXPECT_LT (G_MININT64, G_GINT64_CONSTANT (0));
  EXPECT_GT (G_MAXUINT64, (guint64) G_MAXINT64);
  EXPECT_CONTAINS ("a word in a text", word);
  EXPECT_NEAR (0.1 + 0.2, 0.3, 1e-12);
}

static void
return_early (gboolean *went_on)
{
  ASSERT_TRUE (TRUE);
  ASSERT_NOT_NULL (went_on);
  *went_on = TRUE;
}

GOV_TEST (GTestC, AssertGoesOnWhenItHolds)
{
  gboolean went_on = FALSE;
  GOV_TRACE ("in %s", "a helper function");
  return_early (&went_on);
  EXPECT_TRUE (went_on);
  EXPECT_FALSE (gov_test_has_failed ());
}

GOV_TEST (GTestC, ErrorsAreComparedByDomainAndCode)
{
  g_autoptr (GError) error = NULL;
  EXPECT_NO_ERROR (error);
  g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no such file");
  EXPECT_ERROR (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}
