/* SPDX-License-Identifier: MIT */
#include "core/interpret/figure.h"
#include "tests/gtest-c.h"

#define COUNT GOV_UNIT_COUNT
#define CHANGE GOV_UNIT_CHANGE
#define AMOUNT GOV_UNIT_AMOUNT
#define NUMBER GOV_FIGURE_NUMBER
#define BLANK GOV_FIGURE_BLANK
#define NONE GOV_FIGURE_NONE
#define F(flag) GOV_FIGURE_##flag

/* figure: the part of the text that is the figure; NULL: all of it. */
typedef struct {
  const char *text;
  GovUnit unit;
  GovFigureKind kind;
  const char *value;
  guint flags;
  const char *figure;
} Case;

static void
check (const Case *c)
{
  GovFigure figure = gov_figure_read (c->text, strlen (c->text), c->unit);
  g_autofree char *part = g_strndup (c->text + figure.offset, figure.length);

  EXPECT_EQ (figure.kind, c->kind);
  EXPECT_EQ (figure.flags, c->flags);
  EXPECT_STREQ (part, c->figure != NULL ? c->figure : c->text);
  if (c->kind == NUMBER)
    EXPECT_STREQ (figure.value, c->value);
}

static const Case numbers[] = {
    {"0", COUNT, NUMBER, "0", 0, NULL},
    {"1286", COUNT, NUMBER, "1286", 0, NULL},
    {"18651.06", AMOUNT, NUMBER, "18651.06", F (FRACTION), NULL},
    {"  44 ", COUNT, NUMBER, "44", 0, "44"},
    {"\xE3\x80\x80"
     "44\xE3\x80\x80",
     COUNT, NUMBER, "44", 0, "44"},
    {"\xE2\x80\x8B"
     "44\xEF\xBB\xBF",
     COUNT, NUMBER, "44", 0, "44"},
    {"\n44\t", COUNT, NUMBER, "44", 0, "44"},
    {"４４．５", AMOUNT, NUMBER, "44.5", F (FRACTION), NULL},
    {"18,651.06", AMOUNT, NUMBER, "18651.06", F (FRACTION), NULL},
    {"1，286，000", COUNT, NUMBER, "1286000", 0, NULL},
    {"1'286", COUNT, NUMBER, "1286", 0, NULL},
    {"1 286", COUNT, NUMBER, "1286", F (SPACED), NULL},
    {"12\xE3\x80\x80"
     "86",
     COUNT, NUMBER, "1286", F (SPACED), NULL},
    {"12·5", AMOUNT, NUMBER, "12.5", F (FRACTION), NULL},
    {"007", COUNT, NUMBER, "007", F (ZEROS), NULL},
    {"00", COUNT, NUMBER, "00", F (ZEROS), NULL},
    {"0.5", AMOUNT, NUMBER, "0.5", F (FRACTION), NULL},
    {"12.0", COUNT, NUMBER, "12.0", F (FRACTION), NULL},
};

static const Case signs[] = {
    {"-15", CHANGE, NUMBER, "-15", F (SIGN), NULL},
    {"－15", CHANGE, NUMBER, "-15", F (SIGN), NULL},
    {"—15", CHANGE, NUMBER, "-15", F (SIGN), NULL},
    {"−15", CHANGE, NUMBER, "-15", F (SIGN), NULL},
    {"- 15", CHANGE, NUMBER, "-15", F (SIGN), NULL},
    {"+15", CHANGE, NUMBER, "15", F (SIGN), NULL},
    {"--253", CHANGE, NUMBER, "-253", F (SIGN) | F (DOUBLE_SIGN), NULL},
    {"+-253", CHANGE, NUMBER, "-253", F (SIGN) | F (DOUBLE_SIGN), NULL},
    {"-0", CHANGE, NUMBER, "0", F (SIGN), NULL},
    {"-1,286", CHANGE, NUMBER, "-1286", F (SIGN), NULL},
};

static const Case money[] = {
    {"251000元", AMOUNT, NUMBER, "25.1", F (UNIT), "251000"},
    {"251000.00元", AMOUNT, NUMBER, "25.1", F (UNIT) | F (FRACTION), "251000.00"},
    {"251元", AMOUNT, NUMBER, "0.0251", F (UNIT), "251"},
    {"1元", AMOUNT, NUMBER, "0.0001", F (UNIT), "1"},
    {"0元", AMOUNT, NUMBER, "0", F (UNIT), "0"},
    {"-3500 元", AMOUNT, NUMBER, "-0.35", F (UNIT) | F (SIGN), "-3500"},
    {"12345678.9元", AMOUNT, NUMBER, "1234.56789", F (UNIT) | F (FRACTION), "12345678.9"},
    {"1.5亿元", AMOUNT, NUMBER, "15000", F (UNIT) | F (FRACTION), "1.5"},
    {"2億元", AMOUNT, NUMBER, "20000", F (UNIT), "2"},
    {"0.000123亿元", AMOUNT, NUMBER, "1.23", F (UNIT) | F (FRACTION), "0.000123"},
    {"3亿元", AMOUNT, NUMBER, "30000", F (UNIT), "3"},
    {"25.1万元", AMOUNT, NUMBER, "25.1", F (NOTE) | F (FRACTION), "25.1"},
    {"25.10萬元", AMOUNT, NUMBER, "25.10", F (NOTE) | F (FRACTION), "25.10"},
    {"3500元", COUNT, NONE, NULL, 0, "3500"},
    {"3万", AMOUNT, NONE, NULL, 0, "3"},
};

static const Case notes[] = {
    {"22(其中修订16件)", COUNT, NUMBER, "22", F (NOTE), "22"},
    {"22（其中修订16件）", COUNT, NUMBER, "22", F (NOTE), "22"},
    {"22 〔含废止〕", COUNT, NUMBER, "22", F (NOTE), "22"},
    {"22件", COUNT, NUMBER, "22", F (NOTE), "22"},
    {"22 件（含修订）", COUNT, NUMBER, "22", F (NOTE), "22"},
    {"22其中16", COUNT, NONE, NULL, 0, "22"},
    {"约22", COUNT, NONE, NULL, 0, NULL},
    {"22/16", COUNT, NONE, NULL, 0, "22"},
    {"1,28", COUNT, NONE, NULL, 0, "1"},
    {"1,2345", COUNT, NONE, NULL, 0, "1"},
    {"1.2.3", AMOUNT, NONE, NULL, F (FRACTION), "1.2"},
};

static const Case blanks[] = {
    {"", COUNT, BLANK, NULL, 0, ""},
    {" \xE3\x80\x80\n", COUNT, BLANK, NULL, 0, ""},
    {"/", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"-", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"——", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"- -", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"／", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"…", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {" 无 ", COUNT, BLANK, NULL, F (PLACEHOLDER), "无"},
    {"不适用", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"不 适 用", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"N/A", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"NaN", COUNT, BLANK, NULL, F (PLACEHOLDER), NULL},
    {"无法提供", COUNT, NONE, NULL, 0, NULL},
};

static const Case misread[] = {
    {"O", COUNT, NUMBER, "0", F (SWAPPED), NULL},
    {"l", COUNT, NUMBER, "1", F (SWAPPED), NULL},
    {"1O4", COUNT, NUMBER, "104", F (SWAPPED), NULL},
    {"l2", COUNT, NUMBER, "12", F (SWAPPED), NULL},
    {"〇", COUNT, NUMBER, "0", F (SWAPPED), NULL},
    {"零", COUNT, NUMBER, "0", F (SWAPPED), NULL},
    {"12.", COUNT, NUMBER, "12", F (SWAPPED), NULL},
    {"lO", COUNT, NONE, NULL, F (SWAPPED), NULL}, /* letters alone are no number, but for one */
    {"B", COUNT, NONE, NULL, 0, NULL},
    {"1B", COUNT, NONE, NULL, F (LETTERS), NULL},
    {"S7", COUNT, NONE, NULL, F (LETTERS), NULL},
    {"2Z1", COUNT, NONE, NULL, F (LETTERS), NULL},
    {"Kl", COUNT, NONE, NULL, 0, NULL},
    {"1K", COUNT, NONE, NULL, 0, "1"},
    {"规章", COUNT, NONE, NULL, 0, NULL},
    {"\xEF\xBF\xBD", COUNT, NONE, NULL, 0, NULL},
};

GOV_TEST_P (Figure, Numbers, numbers)
{
  check (param);
}
GOV_TEST_P (Figure, Signs, signs)
{
  check (param);
}
GOV_TEST_P (Figure, Money, money)
{
  check (param);
}
GOV_TEST_P (Figure, Notes, notes)
{
  check (param);
}
GOV_TEST_P (Figure, Blanks, blanks)
{
  check (param);
}
GOV_TEST_P (Figure, Misread, misread)
{
  check (param);
}

/* ---- limits ------------------------------------------------------------------------------------------------------------ */

/* A number that does not fit is no number: it is never cut, and a unit is never left out. */
GOV_TEST (Figure, LongNumbersAreNeverCut)
{
  for (guint n = 1; n < 300; n++)
    for (guint unit = 0; unit < 3; unit++)
      {
        static const char *const units[] = {"", "元", "亿元"};
        g_autofree char *digits = g_strnfill (n, '7');
        g_autofree char *text = g_strconcat (digits, units[unit], NULL);
        GovFigure figure = gov_figure_read (text, strlen (text), AMOUNT);

        GOV_TRACE ("%u digits%s", n, units[unit]);
        ASSERT_LT (strlen (figure.value), GOV_FIGURE_BYTES);
        if (n <= 30)
          ASSERT_EQ (figure.kind, NUMBER);
        if (n > 46)
          ASSERT_EQ (figure.kind, NONE);
        if (figure.kind != NUMBER)
          continue;
        gsize point = strcspn (figure.value, ".");
        static const int shift[] = {0, -4, 4};
        ASSERT_EQ (point, MAX ((int) n + shift[unit], 1));
      }
}

/* What stands behind many spaces is not overlooked. */
GOV_TEST (Figure, FiguresFarApartAreNotOne)
{
  static const char *const ends[] = {"7", "元", "件", "年"};

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *spaces = g_strnfill (500, ' ');
      g_autofree char *text = g_strconcat ("12", spaces, ends[i], NULL), *dashes = g_strconcat ("-", spaces, ends[i], NULL);

      EXPECT_EQ (gov_figure_read (text, strlen (text), COUNT).kind, NONE);
      EXPECT_EQ (gov_figure_read (dashes, strlen (dashes), COUNT).kind, NONE);
    }
}

GOV_TEST (Figure, ALongNoteIsANote)
{
  g_autoptr (GString) text = g_string_new ("22（");

  for (guint i = 0; i < 50; i++)
    g_string_append (text, "其中修订16件，");
  GovFigure figure = gov_figure_read (text->str, text->len, COUNT);
  EXPECT_EQ (figure.kind, NUMBER);
  EXPECT_EQ (figure.length, 2);
}

/* The length counts, not a NUL. */
GOV_TEST (Figure, ReadsNoFurtherThanItsLength)
{
  EXPECT_STREQ (gov_figure_read ("12345", 2, COUNT).value, "12");
  EXPECT_EQ (gov_figure_read ("12", 0, COUNT).kind, BLANK);
}

static const struct {
  const char *value, *stripped;
} zeros[]
    = {{"007", "7"}, {"0", "0"}, {"000", "0"}, {"0.5", "0.5"}, {"00.5", "0.5"}, {"-007", "-7"}, {"70", "70"}, {"-0", "-0"}};

GOV_TEST_P (Figure, StripsLeadingZeros, zeros)
{
  char value[GOV_FIGURE_BYTES];

  g_strlcpy (value, param->value, sizeof value);
  gov_figure_strip_zeros (value);
  EXPECT_STREQ (value, param->stripped);
}
