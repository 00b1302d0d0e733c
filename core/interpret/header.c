/* SPDX-License-Identifier: MIT */
#include "core/interpret/header.h"
#include "core/interpret/cell.h"
#include "core/interpret/key.h"

#include <string.h>

#define MAX_HEADS 32     /* labels of a head that can still be one of the form's */
#define LOOK_BACK 12     /* strips above a row in which its head is looked for */
#define COLUMN_FIT 0.75f /* a head that fits worse is not the column's */

/* The labels of the head above a strip, without the first (信息内容, which stands over the rows' labels). */
static guint
find_heads (GovPlacing *placing, const GovAnchor *anchor, const GovPiece *heads[MAX_HEADS])
{
  GovTableKind table = placing->recognised[anchor->strip].table;
  const GovGrid *grid = placing->strips->strips[anchor->strip].grid;

  for (guint back = 1; back <= LOOK_BACK && back <= anchor->strip; back++)
    {
      const GovStrip *strip = &placing->strips->strips[anchor->strip - back];
      guint n = 0;

      if (placing->recognised[anchor->strip - back].table != table || strip->grid != grid)
        return 0;
      if (strip->n_labels < 2 || !placing->recognised[anchor->strip - back].heads)
        continue;
      for (guint i = 1; i < strip->n_labels && n < MAX_HEADS; i++)
        {
          if (strip->pieces[i].kind != GOV_PIECE_LABEL)
            return 0;
          heads[n++] = &strip->pieces[i];
        }
      return n;
    }
  return 0;
}

static gboolean
same_text (const GovPiece *a, const GovPiece *b)
{
  return a->length == b->length && memcmp (gov_piece_get_text (a), gov_piece_get_text (b), a->length) == 0;
}

/* One piece for each stretch of equal heads, where the data under it is equal too, or blank but for one. */
static gboolean
fold (const GovPiece **heads, const GovPiece **data, guint *n)
{
  guint kept = 0;

  for (guint i = 0; i < *n;)
    {
      guint end = i + 1, figure = i;
      while (end < *n && same_text (heads[i], heads[end]))
        end++;
      for (guint j = i + 1; j < end; j++)
        if (data[figure]->kind == GOV_PIECE_BLANK)
          figure = j;
        else if (data[j]->kind != GOV_PIECE_BLANK && !same_text (data[figure], data[j]))
          return FALSE;
      heads[kept] = heads[i];
      data[kept++] = data[figure];
      i = end;
    }
  *n = kept;
  return TRUE;
}

static gboolean
is_head_of (const GovPiece *head, const GovFormColumn *column)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GovFit fits[GOV_MAX_WORDS];
  float best = 0, own = 0;

  gov_key_append (key, gov_piece_get_text (head), head->length);
  gov_vocabulary_match (vocabulary, (const gunichar *) key->data, MIN (key->len, GOV_KEY_MAX), fits);
  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      float fit = 0.8f * fits[w].inside + 0.2f * fits[w].whole;
      if (word->kind != GOV_WORD_COLUMN)
        continue;
      best = MAX (best, fit);
      if (strcmp (word->id, column->id) == 0)
        own = MAX (own, fit);
    }
  return own >= COLUMN_FIT * 0.8f && own >= best;
}

/* Data in the order of the columns; FALSE unless every column has its own head. */
static gboolean
reorder (const GovFormBlock *block, const GovPiece **heads, const GovPiece **data, guint n, const GovPiece **ordered)
{
  for (guint c = 0; c < block->n_columns; c++)
    {
      ordered[c] = NULL;
      for (guint i = 0; i < n; i++)
        if (is_head_of (heads[i], &block->columns[c]))
          {
            if (ordered[c] != NULL)
              return FALSE;
            ordered[c] = data[i];
          }
      if (ordered[c] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The column that an undamaged head names; n_columns: none of the block's. */
static guint
find_named_column (const GovFormBlock *block, const GovPiece *head)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GovFit fits[GOV_MAX_WORDS];

  gov_key_append (key, gov_piece_get_text (head), head->length);
  if (gov_vocabulary_find (vocabulary, (const gunichar *) key->data, key->len, fits))
    for (guint c = 0; c < block->n_columns; c++)
      for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
        {
          const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
          if (fits[w].whole == 1 && word->kind == GOV_WORD_COLUMN && strcmp (word->id, block->columns[c].id) == 0)
            return c;
        }
  return block->n_columns;
}

/* Whether there is nothing to reorder: as many heads as columns, and not each of them names, undamaged, a column that stands
 * elsewhere in the form. Damaged heads are taken in the form's order. */
static gboolean
are_in_order (const GovFormBlock *block, const GovPiece *const *heads, guint n)
{
  gboolean moved = FALSE;

  if (n != block->n_columns)
    return FALSE;
  for (guint c = 0; c < n; c++)
    {
      guint named = find_named_column (block, heads[c]);
      if (named == block->n_columns)
        return TRUE;
      moved |= named != c;
    }
  return !moved;
}

static void
tell_order (GovPlacing *placing, const GovForm *form, guint row_in_form, const GovPiece *piece, guint n, guint n_columns)
{
  const GovFormBlock *block;
  const GovFormRow *row = gov_form_get_cell (form, gov_form_get_row_start (form, row_in_form, &block)).row;
  GovPlace place = gov_piece_place (placing, piece);
  GovDiagnostics *diagnostics = gov_report_get_mutable_diagnostics (placing->report);

  if (n > n_columns)
    gov_diagnostics_add (diagnostics, "extra-column", &place, NULL, 0,
                         "the row “%s” has %u columns where the form has %u; the others are left out", row->label, n,
                         n_columns);
  else
    gov_diagnostics_add (diagnostics, "columns-reordered", &place, NULL, 0,
                         "the columns of the row “%s” stand in another order than the form's; they are read by their heads",
                         row->label);
}

void
gov_header_fold_data (GovPlacing *placing, const GovAlignment *alignment, const GovAnchor *anchor, const GovFormBlock *block,
                      const GovPiece ***data, guint *n)
{
  const GovPiece *heads[MAX_HEADS];

  if (*n < block->n_columns || *n > MAX_HEADS)
    return;
  guint n_heads = find_heads (placing, anchor, heads), n_data = *n;
  /* Padding behind the data has no head. */
  while (n_data > n_heads && (*data)[n_data - 1]->kind == GOV_PIECE_BLANK)
    n_data--;
  if (n_heads != n_data || n_data < block->n_columns || are_in_order (block, heads, n_heads))
    return;

  const GovPiece **copy = gov_arena_copy (placing->arena, *data, n_data * sizeof *copy);
  if (n_data > block->n_columns && !fold (heads, copy, &n_data))
    return;
  const GovPiece **ordered = gov_arena_new_array (placing->arena, const GovPiece *, block->n_columns);
  if (n_data >= block->n_columns && !are_in_order (block, heads, n_data) && reorder (block, heads, copy, n_data, ordered)
      && (n_data > block->n_columns || memcmp (ordered, copy, n_data * sizeof *copy) != 0))
    {
      tell_order (placing, alignment->form, anchor->row, copy[0], n_data, block->n_columns);
      copy = ordered;
      n_data = block->n_columns;
    }
  *data = copy;
  *n = n_data;
}
