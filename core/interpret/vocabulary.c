/* SPDX-License-Identifier: MIT */
/* Approximate search by bit-parallel dynamic programming (G. Myers, "A fast bit-vector algorithm for approximate string
 * matching based on dynamic programming", J. ACM 46, 1999; for the distance to the whole text: H. Hyyrö, 2003): one 64-bit
 * word holds a column of the edit matrix, so a key costs a dozen operations for each word and character. */
#include "core/interpret/vocabulary.h"
#include "core/form/words.h"
#include "core/interpret/key.h"

#include <string.h>

#define WORD_CHARS 64    /* of a key, the bits of a column; no label of the form is longer */
#define MAX_CODES 320    /* different characters of all words */
#define MAP_SLOTS 1024   /* hash places for them; a power of 2 */
#define SMALL_KEY 3      /* a shorter word must match wholly: two characters are found anywhere */

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
    add_word (vocabulary, key, headers[h].foreign ? GOV_WORD_FOREIGN : GOV_WORD_HEADER,
              table_kind (headers[h].table), NULL, headers[h].word, 0);
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
      if (entry->word.length == length && entry->key[0] == key[0]
          && memcmp (entry->key, key, length * sizeof (gunichar)) == 0)
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

void
gov_vocabulary_match (const GovVocabulary *vocabulary, const gunichar *key, guint length, GovFit fits[GOV_MAX_WORDS])
{
  guint n = vocabulary->n_words;
  guint64 more[GOV_MAX_WORDS], less[GOV_MAX_WORDS];   /* vertical differences +1, -1: free start in the text */
  guint64 more0[GOV_MAX_WORDS], less0[GOV_MAX_WORDS]; /* the same from the text's start */
  guint end[GOV_MAX_WORDS], best[GOV_MAX_WORDS], whole[GOV_MAX_WORDS];

  memset (fits, 0, n * sizeof *fits);
  if (length == 0 || match_exactly (vocabulary, key, length, fits))
    return;
  for (guint w = 0; w < n; w++)
    {
      more[w] = more0[w] = ~G_GUINT64_CONSTANT (0);
      less[w] = less0[w] = 0;
      end[w] = best[w] = whole[w] = vocabulary->entries[w].word.length;
    }

  for (guint i = 0; i < length; i++)
    {
      const guint64 *masks = vocabulary->masks[find_code (vocabulary, key[i])];

      for (guint w = 0; w < n; w++)
        {
          guint last = vocabulary->entries[w].word.length - 1;
          guint64 eq = masks[w], x, diagonal, up, down;

          x = eq | less[w];
          diagonal = (((eq & more[w]) + more[w]) ^ more[w]) | eq;
          up = less[w] | ~(diagonal | more[w]);
          down = more[w] & diagonal;
          end[w] += (up >> last & 1);
          end[w] -= (down >> last & 1);
          up <<= 1;
          more[w] = (down << 1) | ~(x | up);
          less[w] = up & x;
          best[w] = MIN (best[w], end[w]);

          x = eq | less0[w];
          diagonal = (((eq & more0[w]) + more0[w]) ^ more0[w]) | eq;
          up = less0[w] | ~(diagonal | more0[w]);
          down = more0[w] & diagonal;
          whole[w] += (up >> last & 1);
          whole[w] -= (down >> last & 1);
          up = up << 1 | 1;
          more0[w] = (down << 1) | ~(x | up);
          less0[w] = up & x;
        }
    }
  for (guint w = 0; w < n; w++)
    {
      guint l = vocabulary->entries[w].word.length;
      fits[w] = (GovFit){fit (whole[w], MAX (l, length)), fit (end[w], l), fit (best[w], l)};
      if (l < SMALL_KEY && fits[w].end < 1)
        fits[w].end = fits[w].whole;
      if (l < SMALL_KEY && fits[w].inside < 1)
        fits[w].inside = 0;
    }
}
