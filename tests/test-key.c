/* SPDX-License-Identifier: MIT */
#include "core/interpret/key.h"
#include "core/interpret/variants.h"
#include "tests/gtest-c.h"

static char *
key_of (const char *text)
{
  g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (gunichar));

  gov_key_append (key, text, strlen (text));
  return g_ucs4_to_utf8 ((const gunichar *) key->data, key->len, NULL, NULL, NULL);
}

static const struct {
  const char *name, *text, *key;
} keys[] = {
    {"as it is", "规章", "规章"},
    {"empty", "", ""},
    {"punctuation of both widths", "（一）部分公开（区分处理的，只计这一情形）", "一部分公开区分处理的只计这一情形"},
    {"quotation marks", "3.危及“三安全一稳定”", "3危及三安全一稳定"},
    {"spaces of any width", " 总\xE3\x80\x80计\t\xC2\xA0\n", "总计"},
    {"zero-width characters", "\xEF\xBB\xBF总\xE2\x80\x8B计\xE2\x80\x8D\xC2\xAD", "总计"},
    {"private use", "\xEE\x80\x80行政\xEF\xA3\xBF许可", "行政许可"},
    {"full-width letters and digits", "Ａｂ１２", "ab12"},
    {"case", "NA", "na"},
    {"traditional characters", "政府信息公開申請數量總計", "政府信息公开申请数量总计"},
    {"variants", "採購總金額", "采购总金额"},
    {"radicals of the supplement", "⻅⻓⻔", "见长门"},
    {"radicals of Kangxi", "⼀⼆⼈⼤", "一二人大"},
    {"compatibility ideographs", "\xEF\xA7\xA9\xEF\xA4\x8A", "里金"},
    {"bracketed and circled numerals", "㈠①⑴", "一11"},
    {"a unit in one sign", "㎡", "m2"},
    {"other scripts are kept", "кΩ", "кΩ"},
    {"nothing but signs", "/—…", ""},
};

GOV_TEST_P (Key, FoldsWhatVariesInPrint, keys)
{
  g_autofree char *key = key_of (param->text);

  EXPECT_STREQ (key, param->key);
}

/* A key is its own key: folding twice changes nothing. */
GOV_TEST_P (Key, IsStable, keys)
{
  g_autofree char *key = key_of (param->key);
  g_autofree char *again = key_of (key);

  EXPECT_STREQ (again, key);
}

GOV_TEST (Key, EveryCharacterFoldsIntoItsRoom)
{
  gunichar folded[GOV_KEY_FOLD_MAX];

  for (gunichar c = 1; c < 0x30000; c++)
    if (g_unichar_validate (c) && gov_key_fold (c, folded) > GOV_KEY_FOLD_MAX)
      FAIL ("U+%04X", c);
}

static const struct {
  const char *name;
  gunichar c;
  gboolean is;
} spaces[] = {
    {"space", ' ', TRUE},
    {"tab", '\t', TRUE},
    {"delete", 0x7f, TRUE},
    {"next line", 0x85, TRUE},
    {"no-break space", 0xa0, TRUE},
    {"soft hyphen", 0xad, TRUE},
    {"em space", 0x2003, TRUE},
    {"zero-width space", 0x200b, TRUE},
    {"ideographic space", 0x3000, TRUE},
    {"byte-order mark", 0xfeff, TRUE},
    {"private use", 0xe123, TRUE},
    {"word joiner", 0x2060, TRUE},
    {"digit", '0', FALSE},
    {"ideographic comma", 0x3001, FALSE},
    {"ideograph", 0x4e00, FALSE},
    {"em dash", 0x2014, FALSE},
    {"replacement character", 0xfffd, FALSE},
};

GOV_TEST_P (Key, TellsSpaces, spaces)
{
  EXPECT_EQ (gov_key_is_space (param->c), param->is);
}

/* The table is searched by bisection: pairs, sorted by the first of each. */
GOV_TEST (Key, VariantsAreSortedPairs)
{
  const gsize n = G_N_ELEMENTS (variants) - 1;

  ASSERT_EQ (n % 2, 0);
  for (gsize i = 0; i < n; i += 2)
    {
      gunichar folded[GOV_KEY_FOLD_MAX];
      GOV_TRACE ("U+%04X", variants[i]);
      if (i > 0)
        EXPECT_GT (variants[i], variants[i - 2]);
      ASSERT_EQ (gov_key_fold (variants[i], folded), 1);
      EXPECT_EQ (folded[0], variants[i + 1]);
      EXPECT_NE (folded[0], variants[i]);
    }
}
