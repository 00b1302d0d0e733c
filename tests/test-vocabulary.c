/* SPDX-License-Identifier: MIT */
/* The words of the form, and how well they fit: exact, damaged, behind the labels of merged cells; and against edit distances
 * computed the plain way. */
#include "core/interpret/key.h"
#include "core/interpret/vocabulary.h"
#include "tests/gtest-c.h"

#define ENOUGH 0.3f /* below, a fit to the whole may be told as 0 */

static void
match (const char *text, GovFit fits[GOV_MAX_WORDS])
{
  g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (gunichar));

  gov_key_append (key, text, strlen (text));
  gov_vocabulary_match (gov_vocabulary_get (), (const gunichar *) key->data, key->len, fits);
}

/* The best fit of a table's word of that identifier. */
static GovFit
fit_of (const GovFit *fits, GovTableKind table, const char *id)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  GovFit best = {0};

  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      if (word->table != table || g_strcmp0 (word->id, id) != 0)
        continue;
      best.whole = MAX (best.whole, fits[w].whole);
      best.end = MAX (best.end, fits[w].end);
      best.inside = MAX (best.inside, fits[w].inside);
    }
  return best;
}

GOV_TEST (Vocabulary, HasEveryLabelOfEveryForm)
{
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);
  GovFit fits[GOV_MAX_WORDS];

  for (guint f = 0; f < n_forms; f++)
    for (guint cell = 0; cell < forms[f]->n_cells; cell++)
      {
        GovFormCell at = gov_form_get_cell (forms[f], cell);
        GovTableKind table = GOV_TABLE_DISCLOSURE;

        GOV_TRACE ("%s %s, %s", forms[f]->table, at.row->id, at.column->id);
        while (strcmp (gov_table_kind_get_name (table), forms[f]->table) != 0)
          table++;
        match (at.row->label, fits);
        EXPECT_EQ (fit_of (fits, table, at.row->id).whole, 1);
        match (at.column->label, fits);
        EXPECT_EQ (fit_of (fits, table, at.column->id).whole, 1);
      }
}

GOV_TEST (Vocabulary, NoWordIsLongerThanItsMask)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();

  EXPECT_NULL (gov_table_kind_get_name (GOV_TABLE_NONE));
  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      EXPECT_GT (word->length, 0);
      EXPECT_LT (word->length, 64);
      EXPECT_NE (word->editions, 0);
      EXPECT_NE (word->table, GOV_TABLE_NONE);
    }
}

#define D GOV_TABLE_DISCLOSURE
#define A GOV_TABLE_APPLICATIONS
#define R GOV_TABLE_REVIEW

/* Bounds of the fits, both inclusive. */
static const struct {
  const char *name, *text;
  GovTableKind table;
  const char *id;
  float least_whole, least_end, least_inside, most_end;
} labels[] = {
    {"as printed", "1.属于国家秘密", A, "refused.state_secret", 1, 1, 1, 1},
    {"an alias", "规范性文件", D, "normative_documents", 1, 1, 1, 1},
    {"traditional", "二、上年結轉政府信息公開申請數量", A, "carried_in", 1, 1, 1, 1},
    {"a character lost", "属于国家秘密", A, "refused.state_secret", 0.85f, 0.85f, 0.85f, 0.86f},
    {"a character wrong", "1.属于国豕秘密", A, "refused.state_secret", 0.85f, 0.85f, 0.85f, 0.86f},
    {"a character doubled", "1.属于于国家秘密", A, "refused.state_secret", 0.85f, 0.85f, 0.85f, 0.86f},
    {"behind its groups", "三、本年度办理结果（三）不予公开1.属于国家秘密", A, "refused.state_secret", 0, 1, 1, 1},
    {"before something", "1.属于国家秘密其他", A, "refused.state_secret", 0.7f, 0.7f, 1, 0.75f},
    {"half of it", "没有现成信息", A, "unavailable.needs_creation", 0.4f, 0.4f, 0.4f, 0.6f},
    {"something else", "云溪县水务局", A, "refused.state_secret", 0, 0, 0, 0.3f},
    {"a short word must be all there", "规定", D, "regulations", 0, 0, 0, 0.5f},
    {"a short word inside", "地方规章制度", D, "regulations", 0, 0, 1, 0.4f},
    {"a column's", "本年废止件数", D, "repealed", 1, 1, 1, 1},
    {"a printed row's", "行政诉讼未经复议直接起诉", R, "litigation_direct", 0.6f, 1, 1, 1},
};

GOV_TEST_P (Vocabulary, FitsLabels, labels)
{
  GovFit fits[GOV_MAX_WORDS];

  match (param->text, fits);
  GovFit fit = fit_of (fits, param->table, param->id);
  EXPECT_TRUE (fit.whole >= param->least_whole);
  EXPECT_TRUE (fit.end >= param->least_end);
  EXPECT_TRUE (fit.inside >= param->least_inside);
  EXPECT_TRUE (fit.end <= param->most_end);
}

GOV_TEST (Vocabulary, AnEmptyKeyFitsNothing)
{
  GovFit fits[GOV_MAX_WORDS];

  match ("（—）", fits);
  for (guint w = 0; w < gov_vocabulary_get_n_words (gov_vocabulary_get ()); w++)
    EXPECT_EQ (fits[w].inside, 0);
  EXPECT_FALSE (gov_vocabulary_find (gov_vocabulary_get (), NULL, 0, fits));
}

/* ---- the plain way ----------------------------------------------------------------------------------------------------- */

/* Edits from a word to the whole text (free FALSE), to its best ending and its best part (free TRUE). */
static guint
edits (const gunichar *word, guint n, const gunichar *text, guint m, gboolean free, guint *inside)
{
  guint column[65], best;

  for (guint i = 0; i <= n; i++)
    column[i] = i;
  best = column[n];
  for (guint j = 1; j <= m; j++)
    {
      guint diagonal = column[0];
      column[0] = free ? 0 : j;
      for (guint i = 1; i <= n; i++)
        {
          guint cost = MIN (MIN (column[i], column[i - 1]) + 1, diagonal + (word[i - 1] != text[j - 1]));
          diagonal = column[i];
          column[i] = cost;
        }
      best = MIN (best, column[n]);
    }
  if (inside != NULL)
    *inside = best;
  return column[n];
}

static float
share (guint edits, guint length)
{
  return edits >= length ? 0 : 1 - (float) edits / (float) length;
}

typedef struct {
  guint n;
  gunichar key[64];
} Word;

/* The keys of the vocabulary's words: those labels of the form that match exactly. */
static Word *
spell_words (void)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  Word *words = g_new0 (Word, gov_vocabulary_get_n_words (vocabulary));
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);
  GovFit fits[GOV_MAX_WORDS];

  for (guint f = 0; f < n_forms; f++)
    for (guint cell = 0; cell < forms[f]->n_cells; cell++)
      for (guint side = 0; side < 2; side++)
        {
          GovFormCell at = gov_form_get_cell (forms[f], cell);
          const char *label = side == 0 ? at.row->label : at.column->label;
          g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (gunichar));

          gov_key_append (key, label, strlen (label));
          match (label, fits);
          for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
            if (fits[w].whole == 1)
              {
                words[w].n = key->len;
                memcpy (words[w].key, key->data, key->len * sizeof (gunichar));
              }
        }
  return words;
}

/* A text made of stretches of words, and of characters of words and of none. */
static guint
make_text (GRand *rand, const Word *words, guint n_words, gunichar text[GOV_KEY_MAX])
{
  guint length = 0, wanted = g_rand_int_range (rand, 1, 120);

  while (length < wanted)
    {
      const Word *word = &words[g_rand_int_range (rand, 0, n_words)];
      if (word->n == 0)
        continue;
      guint from = g_rand_int_range (rand, 0, word->n), to = g_rand_int_range (rand, from, word->n) + 1;
      if (g_rand_int_range (rand, 0, 4) == 0)
        text[length++] = 'x';
      for (guint i = from; i < to && length < GOV_KEY_MAX; i++)
        text[length++] = word->key[i];
    }
  return length;
}

GOV_TEST (Vocabulary, AgreesWithThePlainEditDistance)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  guint n_words = gov_vocabulary_get_n_words (vocabulary), compared = 0;
  g_autofree Word *words = spell_words ();
  GRand *rand = g_rand_new_with_seed (60);
  gunichar text[GOV_KEY_MAX];
  GovFit fits[GOV_MAX_WORDS];

  for (guint round = 0; round < 400 && !gov_test_has_failed (); round++)
    {
      guint length = make_text (rand, words, n_words, text);
      gov_vocabulary_match (vocabulary, text, length, fits);
      gboolean exact = gov_vocabulary_find (vocabulary, text, length, (GovFit[GOV_MAX_WORDS]){{0}});
      for (guint w = 0; w < n_words && !exact; w++)
        {
          guint n = words[w].n, inside;
          if (n < 3)
            continue;
          float whole = share (edits (words[w].key, n, text, length, FALSE, NULL), MAX (n, length));
          float end = share (edits (words[w].key, n, text, length, TRUE, &inside), n);

          GOV_TRACE ("round %u, word %u of %u characters, text of %u", round, w, n, length);
          if (whole >= ENOUGH || fits[w].whole > 0)
            EXPECT_NEAR (fits[w].whole, whole, 1e-6);
          EXPECT_NEAR (fits[w].end, end, 1e-6);
          EXPECT_NEAR (fits[w].inside, share (inside, n), 1e-6);
          compared++;
        }
    }
  g_rand_free (rand);
  EXPECT_GT (compared, 10000);
}
