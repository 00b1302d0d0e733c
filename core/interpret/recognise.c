/* SPDX-License-Identifier: MIT */
#include "core/interpret/recognise.h"
#include "core/interpret/key.h"
#include "core/source/utf8.h"

#include <string.h>

/* ---- comparing labels -------------------------------------------------------------------------------------------------- */

static void
better (GovFit *fits, const GovFit *others, guint n)
{
  for (guint w = 0; w < n; w++)
    {
      fits[w].whole = MAX (fits[w].whole, others[w].whole);
      fits[w].end = MAX (fits[w].end, others[w].end);
      fits[w].inside = MAX (fits[w].inside, others[w].inside);
    }
}

/* Whether a label of a row or a group is matched exactly. Those of columns, as which section 4 prints its rows too, stand in
 * heads, of which the last label does not tell the others. */
static gboolean
is_exact (const GovFit *fits)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();

  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      if (fits[w].whole == 1 && word->kind != GOV_WORD_COLUMN && word->table != GOV_TABLE_REVIEW)
        return TRUE;
    }
  return FALSE;
}

static void
match_tail (const GArray *key, GovFit *fits)
{
  guint skipped = key->len > GOV_KEY_MAX ? key->len - GOV_KEY_MAX : 0;

  gov_vocabulary_match (gov_vocabulary_get (), &g_array_index (key, gunichar, skipped), key->len - skipped, fits);
}

/* Append a label without what stands in brackets, unless that is a mere ordinal: (三). FALSE: there is nothing to leave out. */
static gboolean
append_bare (GArray *key, const char *text, gsize length)
{
  const char *end = text + length, *from = text;
  gboolean left_out = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = gov_utf8_get (p);
      if (c != '(' && c != 0xff08)
        continue;
      guint chars = 0;
      const char *q = g_utf8_next_char (p);
      while (q < end && gov_utf8_get (q) != ')' && gov_utf8_get (q) != 0xff09)
        {
          q = g_utf8_next_char (q);
          chars++;
        }
      if (chars < 4)
        continue;
      gov_key_append (key, from, p - from);
      from = q;
      p = q < end ? q : g_utf8_prev_char (end);
      left_out = TRUE;
    }
  gov_key_append (key, from, end - from);
  return left_out;
}

/* A head of which every label is a word of the form: 自然人 | 法人或其他组织 | 总计. FALSE, and fits as before: some is not. */
static gboolean
match_each (const GovStrip *strip, GovFit *fits)
{
  guint n_words = gov_vocabulary_get_n_words (gov_vocabulary_get ());
  g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GovFit all[GOV_MAX_WORDS] = {{0}}, others[GOV_MAX_WORDS];

  for (guint i = 0; i < strip->n_labels; i++)
    {
      const GovPiece *piece = &strip->pieces[i];
      if (piece->kind != GOV_PIECE_LABEL)
        continue;
      g_array_set_size (key, 0);
      gov_key_append (key, gov_piece_get_text (piece), piece->length);
      if (!gov_vocabulary_find (gov_vocabulary_get (), (const gunichar *) key->data, key->len, others))
        return FALSE;
      better (all, others, n_words);
    }
  better (fits, all, n_words);
  return TRUE;
}

void
gov_recognise_labels (const GovStrip *const *strips, guint n_strips, GovFit *fits)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  guint n_words = gov_vocabulary_get_n_words (vocabulary), n_labels = 0;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (gunichar));
  const GovPiece *last = NULL;
  gboolean brackets = FALSE;
  GovFit others[GOV_MAX_WORDS];

  for (guint s = 0; s < n_strips; s++)
    for (guint i = 0; i < strips[s]->n_labels; i++)
      {
        const GovPiece *piece = &strips[s]->pieces[i];
        if (piece->kind != GOV_PIECE_LABEL)
          continue;
        last = piece;
        n_labels++;
      }
  memset (fits, 0, n_words * sizeof *fits);
  if (n_labels == 0)
    return;

  /* The usual case first: the innermost label stands alone or behind those of merged cells, and is undamaged. Where rows are
   * not marked, a table's head may stand before the label and is looked for too. */
  gboolean marked = n_labels == 1 || (strips[0]->grid != NULL && !(strips[0]->grid->flags & GOV_TABLE_ROWS_OPEN));
  gov_key_append (all, gov_piece_get_text (last), last->length);
  match_tail (all, fits);
  if (marked && is_exact (fits))
    return;
  if (marked && n_labels > 1 && n_strips == 1 && match_each (strips[0], fits))
    return;

  g_array_set_size (all, 0);
  for (guint s = 0; s < n_strips; s++)
    for (guint i = 0; i < strips[s]->n_labels; i++)
      {
        const GovPiece *piece = &strips[s]->pieces[i];
        if (piece->kind != GOV_PIECE_LABEL)
          continue;
        gov_key_append (all, gov_piece_get_text (piece), piece->length);
        brackets |= append_bare (bare, gov_piece_get_text (piece), piece->length);
      }
  if (n_labels > 1)
    {
      match_tail (all, others);
      better (fits, others, n_words);
    }
  if (brackets)
    {
      match_tail (bare, others);
      better (fits, others, n_words);
    }
}

/* ---- votes ------------------------------------------------------------------------------------------------------------- */

#define ROW_VOTE 0.55f    /* a fit below is no sign of a row */
#define HEADER_VOTE 0.75f /* a fit below is no sign of a head */
#define MORE_HEADS 0.15f  /* what each further word of a head adds */
#define MAX_HEADS 6       /* … up to so many */
#define SHORT_WORD 3      /* shorter words are found everywhere: they must be the whole label */

static float
vote (float fit, float from)
{
  return fit <= from ? 0 : 0.4f + 0.6f * (fit - from) / (1 - from);
}

/* What a strip's labels say about its table. */
static void
take_votes (const GovStrip *strip, GovRecognised *recognised)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  float row[GOV_N_TABLES] = {0}, head[GOV_N_TABLES] = {0}, best_row = 0, best_head = 0;
  guint heads[GOV_N_TABLES] = {0};

  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      const GovFit *fit = &recognised->fits[w];
      GovTableKind table = word->table;

      if (word->kind == GOV_WORD_FOREIGN)
        continue;
      /* 行政复议, 行政诉讼 name the table's columns in print, and stand in every text about them. */
      gboolean column = word->kind != GOV_WORD_ROW || table == GOV_TABLE_REVIEW;
      if (!column)
        {
          float f = MAX (fit->end, fit->whole);
          row[table] = MAX (row[table], vote (f, ROW_VOTE));
          best_row = MAX (best_row, f);
          continue;
        }
      float f = word->length <= SHORT_WORD ? fit->whole : fit->inside;
      if (f >= HEADER_VOTE)
        heads[table]++;
      head[table] = MAX (head[table], vote (f, HEADER_VOTE));
      best_head = MAX (best_head, fit->whole);
    }
  for (guint t = 1; t < GOV_N_TABLES; t++)
    {
      /* In running text one word of a head proves nothing. */
      if (strip->grid == NULL && heads[t] < 2 && best_head < 1)
        head[t] *= 0.5f;
      /* Several words of one head outweigh a label that fits another table by chance. */
      if (heads[t] > 1)
        head[t] += MORE_HEADS * MIN (heads[t] - 1, MAX_HEADS);
      recognised->votes[t] = MAX (row[t], head[t]);
    }
  recognised->heads = best_row < ROW_VOTE || best_head > best_row;
}

/* ---- regions ----------------------------------------------------------------------------------------------------------- */

#define STAY_DATA 0.05f    /* a strip of data alone stays in its table */
#define LEAVE_GRID 0.15f   /* a strip of a grid whose labels are not the table's */
#define LEAVE_TEXT 0.3f    /* the same in running text */
#define OUTSIDE_GRID 0.1f  /* a strip of a grid whose labels are no table's, outside of all tables */
#define LEAVE_PROSE 1.0f   /* a sentence */
#define CHANGE 0.6f        /* from one table, or none, to another */
#define CHANGE_INSIDE 1.2f /* the same between two rows of one grid */

static float
emission (const GovStrip *strip, const GovRecognised *recognised, GovTableKind table)
{
  float best = 0;

  for (guint t = 1; t < GOV_N_TABLES; t++)
    best = MAX (best, recognised->votes[t]);
  if (table == GOV_TABLE_NONE)
    return strip->prose ? LEAVE_PROSE : best > 0 || strip->n_labels == 0 ? 0 : strip->grid != NULL ? OUTSIDE_GRID : LEAVE_TEXT;
  if (strip->prose)
    return -LEAVE_PROSE;
  if (recognised->votes[table] > 0)
    return recognised->votes[table];
  if (best > 0)
    return -LEAVE_TEXT;
  if (strip->n_labels == 0)
    return STAY_DATA;
  return strip->grid != NULL ? -LEAVE_GRID : -LEAVE_TEXT;
}

/* The most likely course of tables through the document (Viterbi). */
static void
find_regions (GovArena *arena, const GovStrips *strips, GovRecognised *recognised)
{
  guint8 (*from)[GOV_N_TABLES] = gov_arena_alloc (arena, strips->n_strips * sizeof *from);
  float score[GOV_N_TABLES] = {0, -CHANGE, -CHANGE, -CHANGE};

  for (guint s = 0; s < strips->n_strips; s++)
    {
      float now[GOV_N_TABLES], change = CHANGE;

      if (s > 0 && strips->strips[s].grid != NULL && strips->strips[s].grid == strips->strips[s - 1].grid)
        change = CHANGE_INSIDE;
      for (guint t = 0; t < GOV_N_TABLES; t++)
        {
          guint best = t;
          for (guint u = 0; u < GOV_N_TABLES; u++)
            if (score[u] - (u != t ? change : 0) > score[best] - (best != t ? change : 0))
              best = u;
          from[s][t] = (guint8) best;
          now[t] = score[best] - (best != t ? change : 0) + emission (&strips->strips[s], &recognised[s], t);
        }
      memcpy (score, now, sizeof score);
    }
  guint table = 0;
  for (guint t = 1; t < GOV_N_TABLES; t++)
    if (score[t] > score[table])
      table = t;
  for (guint s = strips->n_strips; s-- > 0;)
    {
      recognised[s].table = table;
      table = from[s][table];
    }
}

GovRecognised *
gov_recognise (const GovDocument *document, const GovStrips *strips)
{
  GovRecognised *recognised = gov_arena_new_array (document->arena, GovRecognised, strips->n_strips);
  guint n_words = gov_vocabulary_get_n_words (gov_vocabulary_get ());

  for (guint s = 0; s < strips->n_strips; s++)
    {
      const GovStrip *strip = &strips->strips[s];

      if (strip->prose || strip->n_labels == 0)
        continue;
      GovFit *fits = gov_arena_new_array (document->arena, GovFit, n_words);
      gov_recognise_labels (&strip, 1, fits);
      recognised[s].fits = fits;
      take_votes (strip, &recognised[s]);
    }
  find_regions (document->arena, strips, recognised);
  return recognised;
}
