/* SPDX-License-Identifier: MIT */
#include "core/plugin/identify.h"
#include "gtest-c.h"
#include <govconv/convert.h>

/* Readers whose score stands in the input: "a=80 b=50". */
static guint
score_of (const GovProbe *probe, char letter)
{
  const char key[] = {letter, '=', '\0'};
  const char *found = probe->text != NULL ? strstr (probe->text, key) : NULL;

  return found != NULL ? g_ascii_strtoull (found + 2, NULL, 10) : 0;
}

static guint
identify_a (const GovProbe *probe)
{
  return score_of (probe, 'a');
}

static guint
identify_b (const GovProbe *probe)
{
  return score_of (probe, 'b');
}

static guint
identify_c (const GovProbe *probe)
{
  return strcmp (probe->extension, "cc") == 0 ? 60 : 0;
}

static const GovReader a = {.name = "a", .identify = identify_a}, b = {.name = "b", .identify = identify_b},
                       c = {.name = "c", .identify = identify_c};
static const GovReader *const all[] = {&a, &b, &c, NULL};
static const GovReader *const only_b[] = {&b, NULL};

static const struct {
  const char *name;
  const char *input, *file;
  const char *chosen, *message; /* one of them */
} cases[] = {
    {"best", "a=80 b=50", "x", "a", NULL},
    {"last", "a=10 b=50", "x", "b", NULL},
    {"extension", "a=0", "X.CC", "c", NULL},
    {"exactly20", "a=70 b=50", "x", "a", NULL},
    {"close", "a=69 b=50", "x", NULL, "the input may be a (score 69) or b (score 50): say which with -i a or -i b"},
    {"equal", "b=50 a=50", "x", NULL, "the input may be a (score 50) or b (score 50): say which with -i a or -i b"},
    {"nameless", "a=50", ".cc", "a", NULL},
    {"above100", "a=1000 b=90", "x", NULL, "the input may be a (score 100) or b (score 90): say which with -i a or -i b"},
    {"empty", "", "x", NULL, "the input is empty"},
};

static GovSource *
new_source (const char *file, const void *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return gov_source_new (file, bytes);
}

GOV_TEST_P (Identify, Chooses, cases)
{
  g_autoptr (GovSource) source = new_source (param->file, param->input, strlen (param->input));
  g_autoptr (GError) error = NULL;
  guint index;
  gboolean chosen = gov_identify (source, all, &index, &error);

  ASSERT_EQ (chosen, param->chosen != NULL);
  if (chosen)
    EXPECT_STREQ (all[index]->name, param->chosen);
  else
    {
      EXPECT_ERROR (error, GOV_ERROR, GOV_ERROR_NO_REPORT);
      EXPECT_STREQ (error->message, param->message);
    }
}

GOV_TEST (Identify, AListOfOneIsNotAskedAboutText)
{
  g_autoptr (GovSource) source = new_source ("x", "nothing", 7);
  guint index = 9;

  EXPECT_TRUE (gov_identify (source, only_b, &index, NULL));
  EXPECT_EQ (index, 0);
}

GOV_TEST (Identify, APictureIsNoText)
{
  static const guint8 jpeg[] = {0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};
  g_autoptr (GovSource) source = new_source ("x.jpg", jpeg, sizeof jpeg);
  g_autoptr (GError) error = NULL;
  guint index;

  EXPECT_FALSE (gov_identify (source, all, &index, &error));
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_NO_REPORT);
  EXPECT_CONTAINS (error->message, "no text");
}

/* c goes by the extension alone, as a reader that is made for binary input may. */
static const GovReader *const only_c[] = {&c, NULL};

static const struct {
  const char *name;
  const char *bytes, *file;
  const GovReader *const *readers;
  const char *message; /* NULL: it is chosen */
} named[] = {
    {"picture", "\xff\xd8\xff\xe0", "x.jpg", only_b,
     "the input is no text but a JPEG picture: it must be recognised (OCR) first"},
    {"pdf", "%PDF-1.4", "x.pdf", only_b, "the input is no text but a PDF file: extract its text first"},
    {"zip", "PK\3\4", "x.zip", only_b, "the input is no text but a zip file: unpack it first"},
    {"zip_is_not_of_this_kind", "PK\3\4", "x.zip", only_c, "the input is no text but a zip file: unpack it first"},
    {"reader_of_binary_input", "PK\3\4", "x.cc", only_c, NULL},
};

GOV_TEST_P (Identify, AListOfOneIsAskedAboutBinaryInput, named)
{
  g_autoptr (GovSource) source = new_source (param->file, param->bytes, strlen (param->bytes));
  g_autoptr (GError) error = NULL;
  guint index;
  gboolean chosen = gov_identify (source, param->readers, &index, &error);

  ASSERT_EQ (chosen, param->message == NULL);
  if (chosen)
    return;
  EXPECT_ERROR (error, GOV_ERROR, GOV_ERROR_NO_REPORT);
  EXPECT_CONTAINS (error->message, param->message);
}
