/* SPDX-License-Identifier: MIT */
/* Approximate search by bit-parallel dynamic programming (G. Myers, "A fast bit-vector algorithm for approximate string
 * matching based on dynamic programming", J. ACM 46, 1999; for the distance to the whole text: H. Hyyrö, 2003): one 64-bit
 * word holds a column of the edit matrix, so a key costs a dozen operations for each word and character. */
#include "core/interpret/vocabulary.h"
#include "core/form/words.h"
#include "core/interpret/key.h"

#include <string.h>

#define WORD_CHARS 64  /* of a key, the bits of a column; no label of the form is longer */
#define MAX_CODES 320  /* different characters of all words */
#define MAP_SLOTS 1024 /* hash places for them; a power of 2 */
#define SMALL_KEY 3    /* a shorter word must match wholly: two characters are found anywhere */
#define POOR 0.3f      /* a fit below is told as 0 where it would cost more to know it */

typedef struct {
  GovWord word;
  gunichar key[WORD_CHARS];
} Entry;

struct _GovVocabulary {
  guint n_words, n_codes;
  Entry entries[GOV_MAX_WORDS];
  struct {
    gunichar c;
    guint16 code;
  } map[MAP_SLOTS];
  guint64 masks[MAX_CODES][GOV_MAX_WORDS]; /* of each character: the places where each word has it */
};

static guint
map_slot (const GovVocabulary *vocabulary, gunichar c)
{
  guint slot = (c * 2654435761u) >> 22 & (MAP_SLOTS - 1);

  while (vocabulary->map[slot].code != 0 && vocabulary->map[slot].c != c)
    slot = (slot + 1) & (MAP_SLOTS - 1);
  return slot;
}

/* 0: no word has the character. */
static guint
find_code (const GovVocabulary *vocabulary, gunichar c)
{
  return vocabulary->map[map_slot (vocabulary, c)].code;
}

static guint
add_code (GovVocabulary *vocabulary, gunichar c)
{
  guint slot = map_slot (vocabulary, c);

  if (vocabulary->map[slot].code == 0)
    {
      g_assert (vocabulary->n_codes < MAX_CODES);
      vocabulary->map[slot].c = c;
      vocabulary->map[slot].code = (guint16) vocabulary->n_codes++;
    }
  return vocabulary->map[slot].code;
}

static void
add_word (GovVocabulary *vocabulary, GArray *key, GovWordKind kind, GovTableKind table, const char *id, const char *label,
          guint form)
{
  g_array_set_size (key, 0);
  gov_key_append (key, label, strlen (label));
  guint n = MIN (key->len, WORD_CHARS);

  for (guint w = 0; w < vocabulary->n_words; w++)
    {
      Entry *entry = &vocabulary->entries[w];
      if (entry->word.kind == kind && entry->word.table == table && g_strcmp0 (entry->word.id, id) == 0
          && entry->word.length == n && memcmp (entry->key, key->data, n * sizeof (gunichar)) == 0)
        {
          entry->word.editions |= G_GUINT64_CONSTANT (1) << form;
          return;
        }
    }
  g_assert (vocabulary->n_words < GOV_MAX_WORDS);
  guint w = vocabulary->n_words++;
  Entry *entry = &vocabulary->entries[w];
  entry->word = (GovWord){kind, table, id, n, G_GUINT64_CONSTANT (1) << form};
  memcpy (entry->key, key->data, n * sizeof (gunichar));
  for (guint i = 0; i < n; i++)
    vocabulary->masks[add_code (vocabulary, entry->key[i])][w] |= G_GUINT64_CONSTANT (1) << i;
}

static void
add_labels (GovVocabulary *vocabulary, GArray *key, GovWordKind kind, GovTableKind table, const char *id, const char *label,
            const char *const *aliases, guint form)
{
  add_word (vocabulary, key, kind, table, id, label, form);
  for (; aliases != NULL && *aliases != NULL; aliases++)
    add_word (vocabulary, key, kind, table, id, *aliases, form);
}

static const char *const table_names[GOV_N_TABLES] = {NULL, "disclosure", "applications", "review_litigation"};

const char *
gov_table_kind_get_name (GovTableKind kind)
{
  return table_names[kind];
}

static GovTableKind
table_kind (const char *name)
{
  guint t = GOV_N_TABLES - 1;

  while (t > 0 && strcmp (table_names[t], name) != 0)
    t--;
  return t;
}

static GovVocabulary *
vocabulary_new (void)
{
  GovVocabulary *vocabulary = g_new0 (GovVocabulary, 1);
  g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (gunichar));
  guint n_forms, n_headers;
  const GovForm *const *forms = gov_forms (&n_forms);
  const GovFormWord *headers = gov_form_words (&n_headers);

  vocabulary->n_codes = 1;
  for (guint f = 0; f < n_forms; f++)
    for (guint b = 0; b < forms[f]->n_blocks; b++)
      {
        const GovFormBlock *block = &forms[f]->blocks[b];
        GovTableKind table = table_kind (forms[f]->table);

        for (guint r = 0; r < block->n_rows; r++)
          add_labels (vocabulary, key, GOV_WORD_ROW, table, block->rows[r].id, block->rows[r].label, block->rows[r].aliases, f);
        for (guint c = 0; c < block->n_columns; c++)
          add_labels (vocabulary, key, GOV_WORD_COLUMN, table, block->columns[c].id, block->columns[c].label,
                      block->columns[c].aliases, f);
      }
  for (guint h = 0; h < n_headers; h++)
    add_word (vocabulary, key, headers[h].foreign ? GOV_WORD_FOREIGN : GOV_WORD_HEADER, table_kind (headers[h].table), NULL,
              headers[h].word, 0);
  return vocabulary;
}

/* Made once from constants and never changed: the form does not depend on the document. */
const GovVocabulary *
gov_vocabulary_get (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) vocabulary_new ());
  return (const GovVocabulary *) once;
}

guint
gov_vocabulary_get_n_words (const GovVocabulary *vocabulary)
{
  return vocabulary->n_words;
}

const GovWord *
gov_vocabulary_get_word (const GovVocabulary *vocabulary, guint word)
{
  return &vocabulary->entries[word].word;
}

static gboolean
match_exactly (const GovVocabulary *vocabulary, const gunichar *key, guint length, GovFit *fits)
{
  gboolean found = FALSE;

  for (guint w = 0; w < vocabulary->n_words; w++)
    {
      const Entry *entry = &vocabulary->entries[w];
      if (entry->word.length == length && entry->key[0] == key[0] && memcmp (entry->key, key, length * sizeof (gunichar)) == 0)
        {
          fits[w] = (GovFit){1, 1, 1};
          found = TRUE;
        }
    }
  return found;
}

/* Edits → fit. */
static float
fit (guint edits, guint length)
{
  return edits >= length ? 0 : 1 - (float) edits / (float) length;
}

/* One column of the edit matrix of each word, as vertical differences of +1 and -1, and the distance in its last row. */
typedef struct {
  guint64 more[GOV_MAX_WORDS], less[GOV_MAX_WORDS];
  guint64 distance[GOV_MAX_WORDS], best[GOV_MAX_WORDS];
} Columns;

/* The inner loop runs over the words, which lie side by side, so that the compiler can take several at once. */
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__) /* which clone to take is asked before that sanitizer can run */
__attribute__ ((target_clones ("avx2", "default")))
#endif
static void
step_all (Columns *columns, const guint64 *masks, const guint64 *shifts, guint n)
{
  for (guint w = 0; w < n; w++)
    {
      guint64 eq = masks[w], more = columns->more[w], less = columns->less[w];
      guint64 x = eq | less, diagonal = (((eq & more) + more) ^ more) | eq;
      guint64 up = less | ~(diagonal | more), down = more & diagonal;
      guint64 distance = columns->distance[w] + (up >> shifts[w] & 1) - (down >> shifts[w] & 1);

      up <<= 1;
      columns->more[w] = (down << 1) | ~(x | up);
      columns->less[w] = up & x;
      columns->distance[w] = distance;
      columns->best[w] = distance < columns->best[w] ? distance : columns->best[w];
    }
}

/* The distance of one word to the whole key. */
static guint
whole_distance (const GovVocabulary *vocabulary, guint w, const guint16 *codes, guint length)
{
  guint last = vocabulary->entries[w].word.length - 1, distance = last + 1;
  guint64 more = ~G_GUINT64_CONSTANT (0), less = 0;

  for (guint i = 0; i < length; i++)
    {
      guint64 eq = vocabulary->masks[codes[i]][w], x = eq | less, diagonal = (((eq & more) + more) ^ more) | eq;
      guint64 up = less | ~(diagonal | more), down = more & diagonal;

      distance += (up >> last & 1);
      distance -= (down >> last & 1);
      up = up << 1 | 1;
      more = (down << 1) | ~(x | up);
      less = up & x;
    }
  return distance;
}

void
gov_vocabulary_match (const GovVocabulary *vocabulary, const gunichar *key, guint length, GovFit fits[GOV_MAX_WORDS])
{
  guint n = vocabulary->n_words, known = 0;
  guint16 codes[GOV_KEY_MAX];
  guint64 shifts[GOV_MAX_WORDS];
  Columns columns;

  memset (fits, 0, n * sizeof *fits);
  g_return_if_fail (length <= GOV_KEY_MAX);
  if (length == 0 || match_exactly (vocabulary, key, length, fits))
    return;
  for (guint i = 0; i < length; i++)
    {
      codes[i] = (guint16) find_code (vocabulary, key[i]);
      known += codes[i] != 0;
    }
  if (known == 0)
    return;
  for (guint w = 0; w < n; w++)
    {
      columns.more[w] = ~G_GUINT64_CONSTANT (0);
      columns.less[w] = 0;
      columns.distance[w] = columns.best[w] = vocabulary->entries[w].word.length;
      shifts[w] = vocabulary->entries[w].word.length - 1;
    }
  for (guint i = 0; i < length; i++)
    step_all (&columns, vocabulary->masks[codes[i]], shifts, n);

  for (guint w = 0; w < n; w++)
    {
      guint l = vocabulary->entries[w].word.length, longer = MAX (l, length);

      fits[w].end = fit ((guint) columns.distance[w], l);
      fits[w].inside = fit ((guint) columns.best[w], l);
      /* The distance to the whole is at least that to the best part, and at least what the lengths differ by. */
      if (fits[w].inside >= POOR && fit (longer - MIN (l, length), longer) >= POOR)
        fits[w].whole = fit (whole_distance (vocabulary, w, codes, length), longer);
      if (l < SMALL_KEY && fits[w].end < 1)
        fits[w].end = fits[w].whole;
      if (l < SMALL_KEY && fits[w].inside < 1)
        fits[w].inside = 0;
    }
}

gboolean
gov_vocabulary_find (const GovVocabulary *vocabulary, const gunichar *key, guint length, GovFit fits[GOV_MAX_WORDS])
{
  memset (fits, 0, vocabulary->n_words * sizeof *fits);
  return length > 0 && match_exactly (vocabulary, key, length, fits);
}
