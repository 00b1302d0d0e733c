/* SPDX-License-Identifier: MIT */
/* A dynamic programme over strips and rows, run from both ends: forward[i][j] is the best score of the first i strips against
 * the first j rows, backward[i][j] that of the rest. Their sum through a pair tells how much the best alignment would lose
 * without it: the margin. */
#include "core/interpret/align.h"

#include <string.h>

#define END_PART 0.8f     /* what the best ending of a label weighs beside the whole, where it is damaged */
#define END_WHOLE 0.95f   /* … and where it is not: what stands before is a head or a merged cell */
#define FIT_NONE 0.4f     /* a label that fits worse is no damaged spelling of the row's */
#define FIT_SURE 0.75f    /* a label that fits as well needs no neighbours to complete it */
#define FIT_OTHER 0.9f    /* a label that fits as well is that of a row which another edition has */
#define FIT_PRICE 0.6f    /* a fit of half of this is worth nothing */
#define UNLABELLED 0.15f  /* reward of a strip without a label, for its place alone */
#define FIT_REMAINS 0.15f /* a label that fits worse shares nothing with the row's */
#define REMAINS 0.05f     /* reward of what is hardly left of a label: its place decides */
#define SKIP_FIGURES 0.4f /* price of leaving out a strip with figures */
#define SKIP_BLANKS 0.05f /* … and one without */
#define SKIP_ROW 0.2f     /* price of a row of the form that the source does not have, unless it ends before */
#define SKIP_START 1.0f   /* the most that the rows before the first one of the source cost together */
#define IMPOSSIBLE (-1e6f)
#define NEIGHBOURS 4     /* strips of labels that may complete a label from each side */
#define MAX_ANCHORS 4000 /* strips of one table; a hostile table has more */

typedef struct {
  guint n_anchors, n_rows;
  float *reward; /* [anchor][row] */
  float *skip;   /* [anchor] */
} Problem;

/* ---- rewards ----------------------------------------------------------------------------------------------------------- */

static gboolean
has_kind (const GovStrip *strip, GovPieceKind kind)
{
  for (guint i = strip->n_labels; i < strip->n_pieces; i++)
    if (strip->pieces[i].kind == kind)
      return TRUE;
  return FALSE;
}

static guint
find_row (const GovForm *form, const char *id)
{
  guint row = 0;

  for (guint b = 0; b < form->n_blocks; b++)
    for (guint r = 0; r < form->blocks[b].n_rows; r++, row++)
      if (strcmp (form->blocks[b].rows[r].id, id) == 0)
        return row;
  return GOV_ROW_NONE;
}

/* The row of the form that each word labels. */
static guint *
rows_of_words (GovArena *arena, const GovForm *form, GovTableKind table)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  guint n = gov_vocabulary_get_n_words (vocabulary);
  guint *rows = gov_arena_new_array (arena, guint, n);

  for (guint w = 0; w < n; w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      rows[w] = word->kind == GOV_WORD_ROW && word->table == table ? find_row (form, word->id) : GOV_ROW_NONE;
    }
  return rows;
}

/* The best fits of a strip's labels to the form's rows; the best of all words that are no row of the form. */
static float
fit_rows (const GovFit *fits, const guint *rows_of, GovTableKind table, float *row_fits, float *foreign)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  float best = 0;

  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      float share = fits[w].end == 1 ? END_WHOLE : END_PART;
      float fit = share * fits[w].end + (1 - share) * fits[w].whole;

      if (rows_of[w] != GOV_ROW_NONE)
        {
          row_fits[rows_of[w]] = MAX (row_fits[rows_of[w]], fit);
          best = MAX (best, fit);
        }
      else if (word->table == table
               && (word->kind == GOV_WORD_FOREIGN || (word->kind == GOV_WORD_ROW && fits[w].whole >= FIT_OTHER)))
        *foreign = MAX (*foreign, fits[w].whole);
    }
  return best;
}

typedef struct {
  const GovStrips *strips;
  const GovRecognised *recognised;
  const guint *rows_of;
  GovTableKind table;
} Region;

/* Labels without data: empty places behind them may be mere padding. */
static gboolean
is_free_label (const Region *region, guint strip)
{
  const GovStrip *s = &region->strips->strips[strip];

  if (region->recognised[strip].table != region->table || s->n_labels == 0 || s->prose)
    return FALSE;
  for (guint i = s->n_labels; i < s->n_pieces; i++)
    if (s->pieces[i].kind != GOV_PIECE_BLANK || s->pieces[i].length > 0)
      return FALSE;
  return TRUE;
}

/* A label may go on in the strips before and behind, where these are labels alone. */
static float
fit_with_neighbours (const Region *region, guint strip, float *row_fits)
{
  const GovStrip *parts[2 * NEIGHBOURS + 1];
  guint before = 0, behind = 0, n_strips = region->strips->n_strips;
  GovFit fits[GOV_MAX_WORDS];
  float best = 0, foreign = 0;

  while (before < NEIGHBOURS && strip > before && is_free_label (region, strip - before - 1))
    before++;
  while (behind < NEIGHBOURS && strip + behind + 1 < n_strips && is_free_label (region, strip + behind + 1))
    behind++;
  if (before + behind == 0)
    return 0;
  for (guint i = 0; i < before + 1 + behind; i++)
    parts[i] = &region->strips->strips[strip - before + i];

  gov_recognise_labels (parts, before + 1, fits);
  best = MAX (best, fit_rows (fits, region->rows_of, region->table, row_fits, &foreign));
  for (guint i = 1; i <= behind; i++)
    {
      gov_recognise_labels (parts, before + 1 + i, fits);
      best = MAX (best, fit_rows (fits, region->rows_of, region->table, row_fits, &foreign));
      gov_recognise_labels (parts + before, 1 + i, fits);
      best = MAX (best, fit_rows (fits, region->rows_of, region->table, row_fits, &foreign));
    }
  return best;
}

/* Fill one line of rewards; FALSE: the strip is no row at all. */
static gboolean
weigh (const Region *region, guint strip, guint n_rows, float *reward, float *skip, GovAnchor *anchor)
{
  const GovStrip *s = &region->strips->strips[strip];
  const GovRecognised *recognised = &region->recognised[strip];
  gboolean figures = has_kind (s, GOV_PIECE_FIGURE), texts = has_kind (s, GOV_PIECE_TEXT);
  float best = 0, foreign = 0;

  if (s->prose || s->n_labels == s->n_pieces)
    return FALSE;
  memset (reward, 0, n_rows * sizeof *reward);
  if (recognised->fits != NULL)
    best = fit_rows (recognised->fits, region->rows_of, region->table, reward, &foreign);
  if (!figures && !texts && (best < FIT_NONE || recognised->heads))
    return FALSE;
  if (best < FIT_SURE && foreign < FIT_OTHER)
    best = MAX (best, fit_with_neighbours (region, strip, reward));

  anchor->labelled = best >= FIT_NONE || foreign > best || (s->n_labels > 0 && !recognised->heads);
  for (guint r = 0; r < n_rows; r++)
    if (!anchor->labelled && best < FIT_NONE)
      reward[r] = UNLABELLED;
    else if (reward[r] < FIT_REMAINS || foreign > best)
      reward[r] = IMPOSSIBLE;
    else if (reward[r] < FIT_NONE)
      reward[r] = REMAINS + reward[r] / 4;
    else
      reward[r] = 2 * reward[r] - FIT_PRICE;
  *skip = figures ? -SKIP_FIGURES : -SKIP_BLANKS;
  return TRUE;
}

/* ---- the programme ----------------------------------------------------------------------------------------------------- */

static float *
run_forward (GovArena *arena, const Problem *problem)
{
  guint n = problem->n_anchors, m = problem->n_rows, width = m + 1;
  float *score = gov_arena_new_array (arena, float, (n + 1) * width);

  for (guint j = 1; j <= m; j++)
    score[j] = MAX (score[j - 1] - SKIP_ROW, -SKIP_START);
  for (guint i = 1; i <= n; i++)
    {
      float *now = score + i * width, *before = now - width;
      now[0] = before[0] + problem->skip[i - 1];
      for (guint j = 1; j <= m; j++)
        now[j] = MAX (MAX (before[j] + problem->skip[i - 1], now[j - 1] - SKIP_ROW),
                      before[j - 1] + problem->reward[(i - 1) * m + j - 1]);
    }
  return score;
}

static float *
run_backward (GovArena *arena, const Problem *problem)
{
  guint n = problem->n_anchors, m = problem->n_rows, width = m + 1;
  float *score = gov_arena_new_array (arena, float, (n + 1) * width);

  /* The source may end anywhere: the rows behind its last strip cost nothing (score is 0 there). */
  for (guint i = n; i-- > 0;)
    {
      float *now = score + i * width, *behind = now + width;
      now[m] = behind[m] + problem->skip[i];
      for (guint j = m; j-- > 0;)
        now[j] = MAX (MAX (behind[j] + problem->skip[i], now[j + 1] - SKIP_ROW), behind[j + 1] + problem->reward[i * m + j]);
    }
  return score;
}

/* Follow the best course, and weigh each step of it against its alternatives. */
static float
trace (const Problem *problem, const float *forward, const float *backward, GovAnchor *anchors)
{
  guint n = problem->n_anchors, m = problem->n_rows, width = m + 1;
  float total = forward[n * width];
  guint j = 0;

  for (guint k = 1; k <= m; k++)
    if (forward[n * width + k] > total)
      {
        total = forward[n * width + k];
        j = k;
      }

  for (guint i = n; i-- > 0;)
    {
      while (j > 0 && forward[(i + 1) * width + j] == forward[(i + 1) * width + j - 1] - SKIP_ROW)
        j--;
      gboolean matched = j > 0 && forward[(i + 1) * width + j] == forward[i * width + j - 1] + problem->reward[i * m + j - 1];
      anchors[i].row = matched ? j - 1 : GOV_ROW_NONE;

      float other = IMPOSSIBLE;
      for (guint r = 0; r <= m; r++)
        {
          float skipped = forward[i * width + r] + problem->skip[i] + backward[(i + 1) * width + r];
          if (matched)
            other = MAX (other, skipped);
          if (r < m && anchors[i].row != r)
            other = MAX (other, forward[i * width + r] + problem->reward[i * m + r] + backward[(i + 1) * width + r + 1]);
        }
      anchors[i].margin = total - other;
      if (matched)
        {
          float reward = problem->reward[i * m + j - 1];
          anchors[i].fit = reward < 2 * FIT_NONE - FIT_PRICE ? 0 : (reward + FIT_PRICE) / 2;
          j--;
        }
    }
  return total;
}

/* Strips left out whose label is that of a row already taken: the row stands there twice. */
static void
mark_doubled (const Problem *problem, GovAnchor *anchors)
{
  guint m = problem->n_rows;

  for (guint i = 0; i < problem->n_anchors; i++)
    {
      anchors[i].doubles = GOV_ROW_NONE;
      if (anchors[i].row != GOV_ROW_NONE || !anchors[i].labelled)
        continue;
      for (guint r = 0; r < m; r++)
        if (problem->reward[i * m + r] >= 2 * FIT_SURE - FIT_PRICE)
          anchors[i].doubles = r;
    }
}

GovAlignment
gov_align (GovArena *arena, const GovForm *form, const GovStrips *strips, const GovRecognised *recognised)
{
  GovAlignment alignment = {.form = form};
  Problem problem = {.n_rows = gov_form_get_n_rows (form)};
  Region region = {strips, recognised, NULL, GOV_TABLE_NONE};
  guint n = 0, at = 0;

  for (guint t = 1; t < GOV_N_TABLES; t++)
    if (strcmp (gov_table_kind_get_name (t), form->table) == 0)
      region.table = t;
  region.rows_of = rows_of_words (arena, form, region.table);
  for (guint s = 0; s < strips->n_strips; s++)
    n += recognised[s].table == region.table;
  n = MIN (n, MAX_ANCHORS);

  alignment.anchors = gov_arena_new_array (arena, GovAnchor, n);
  problem.reward = gov_arena_new_array (arena, float, n *problem.n_rows);
  problem.skip = gov_arena_new_array (arena, float, n);
  for (guint s = 0; s < strips->n_strips && at < n; s++)
    if (recognised[s].table == region.table
        && weigh (&region, s, problem.n_rows, problem.reward + at * problem.n_rows, &problem.skip[at], &alignment.anchors[at]))
      alignment.anchors[at++].strip = s;
  problem.n_anchors = alignment.n_anchors = at;

  const float *forward = run_forward (arena, &problem), *backward = run_backward (arena, &problem);
  alignment.score = trace (&problem, forward, backward, alignment.anchors);
  mark_doubled (&problem, alignment.anchors);
  return alignment;
}
