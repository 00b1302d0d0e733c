/* SPDX-License-Identifier: MIT */
#include "core/plugin/option.h"
#include "gtest-c.h"
#include <govconv/convert.h>

static const char *const layouts[] = {"tidy", "wide", NULL};
static const GovOptionSpec specs[] = {
    {"bom", GOV_OPTION_BOOLEAN, "no", 0, 0, NULL, "begin with a byte-order mark"},
    {"depth", GOV_OPTION_INTEGER, "3", -1, 9, NULL, "how deep"},
    {"layout", GOV_OPTION_CHOICE, "tidy", 0, 0, layouts, "the shape"},
    {"sep", GOV_OPTION_STRING, "", 0, 0, NULL, "what separates"},
    {NULL},
};

GOV_TEST (Option, Defaults)
{
  g_autoptr (GovOptions) options = gov_options_parse (specs, NULL, NULL);

  ASSERT_NOT_NULL (options);
  EXPECT_FALSE (gov_options_get_boolean (options, "bom"));
  EXPECT_EQ (gov_options_get_integer (options, "depth"), 3);
  EXPECT_STREQ (gov_options_get_string (options, "layout"), "tidy");
  EXPECT_STREQ (gov_options_get_string (options, "sep"), "");
}

GOV_TEST (Option, ValuesAndEscapes)
{
  g_autoptr (GovOptions) options = gov_options_parse (specs, "bom,depth=-1,layout=wide,sep=a\\,b\\\\=c,depth=7", NULL);

  ASSERT_NOT_NULL (options);
  EXPECT_TRUE (gov_options_get_boolean (options, "bom"));
  EXPECT_EQ (gov_options_get_integer (options, "depth"), 7);
  EXPECT_STREQ (gov_options_get_string (options, "layout"), "wide");
  EXPECT_STREQ (gov_options_get_string (options, "sep"), "a,b\\=c");
}

static const struct {
  const char *text, *message;
} mistakes[] = {
    {"colour=red", "unknown option \"colour\"; known: bom, depth, layout, sep"},
    {"depth=10", "option \"depth\" does not take \"10\"; it takes -1 … 9"},
    {"depth=3x", "option \"depth\" does not take \"3x\"; it takes -1 … 9"},
    {"depth", "option \"depth\" needs a value: depth=-1 … 9"},
    {"bom=maybe", "option \"bom\" does not take \"maybe\"; it takes yes or no"},
    {"layout=deep", "option \"layout\" does not take \"deep\"; it takes tidy or wide"},
    {"bom,,depth=1", "unknown option \"\"; known: bom, depth, layout, sep"},
};

GOV_TEST_P (Option, MistakesAreUsageErrors, mistakes)
{
  g_autoptr (GError) error = NULL;

  EXPECT_NULL (gov_options_parse (specs, param->text, &error));
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_USAGE);
  EXPECT_STREQ (error->message, param->message);
}

GOV_TEST (Option, AFormatWithoutOptionsSaysSo)
{
  g_autoptr (GError) error = NULL;

  EXPECT_NULL (gov_options_parse (NULL, "bom=yes", &error));
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_USAGE);
  EXPECT_STREQ (error->message, "unknown option \"bom\"; there are no options here");
}

GOV_TEST (Option, TheTableItselfIsSound)
{
  EXPECT_NULL (gov_option_table_find_fault (specs));
  EXPECT_NULL (gov_option_table_find_fault (NULL));
}

GOV_TEST (Option, TwoOptionsOfOneName)
{
  const GovOptionSpec twice[] = {specs[0], specs[1], specs[0], {NULL}};
  g_autofree char *fault = gov_option_table_find_fault (twice);

  EXPECT_STREQ (fault, "options[2].name: is \"bom\", which an option before it has already");
}
