/* SPDX-License-Identifier: MIT */
#include "core/interpret/tables.h"
#include "core/form/years.h"
#include "core/interpret/cell.h"
#include "core/interpret/place.h"

#include <string.h>

#define ROWS_OF_A_TABLE 2    /* labelled rows that prove a table; fewer may be a mention in the text */
#define RESULT_CHARS 4       /* 结果维持, 结果纠正, 其他结果, 尚未审结 */
#define STAGE_CHARS 5        /* 未经复议直接起诉, 复议后起诉 */
#define FIT_RESULT 0.7f      /* a word of the head that fits worse is none of them */
#define RESULTS_OF_A_TABLE 2 /* so many of them make section 4's head */
#define EVEN 0.15f           /* scores of two editions that differ by less are even */
#define CLEAR 0.6f           /* a lead that settles the edition */

/* ---- editions ---------------------------------------------------------------------------------------------------------- */

static guint
form_bit (const GovForm *form)
{
  guint n;
  const GovForm *const *forms = gov_forms (&n);

  for (guint f = 0; f < n; f++)
    if (forms[f] == form)
      return f;
  return n;
}

/* What the heads of a table's strips say for an edition: its own words count for it, those of the others against it. */
static float
weigh_heads (const GovForm *form, GovTableKind table, const GovStrips *strips, const GovRecognised *recognised)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  guint64 bit = G_GUINT64_CONSTANT (1) << form_bit (form);
  float weight = 0;

  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      float best = 0;

      if (word->table != table || word->kind != GOV_WORD_COLUMN || (word->editions & (word->editions - 1)) != 0)
        continue;
      for (guint s = 0; s < strips->n_strips; s++)
        if (recognised[s].table == table && recognised[s].fits != NULL)
          best = MAX (best, recognised[s].fits[w].inside);
      if (best >= 0.8f)
        weight += word->editions & bit ? best : -best;
    }
  return weight;
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

typedef struct {
  GovPlacing placing;
  GArray *openings; /* GovOpenTable */
  guint year;
  const char *edition; /* of the last table decided by its own labels; NULL: none yet */
} Interpreting;

static guint
count_rows (const GovAlignment *alignment)
{
  guint n = 0;

  for (guint a = 0; a < alignment->n_anchors; a++)
    n += alignment->anchors[a].row != GOV_ROW_NONE && alignment->anchors[a].labelled;
  return n;
}

static gboolean
is_from_picture (const GovPlacing *placing, GovTableKind table)
{
  for (guint s = 0; s < placing->strips->n_strips; s++)
    {
      const GovGrid *grid = placing->strips->strips[s].grid;
      if (placing->recognised[s].table == table && grid != NULL && grid->flags & GOV_TABLE_RECOGNISED)
        return TRUE;
    }
  return FALSE;
}

static void
keep_openings (Interpreting *interpreting, GovTableKind table)
{
  GovPlacing *placing = &interpreting->placing;
  GovOpenTable open = {gov_table_kind_get_name (table), placing->open->len,
                       gov_arena_copy (placing->arena, placing->open->data, placing->open->len * sizeof (GovOpenRow)),
                       is_from_picture (placing, table)};

  g_array_append_val (interpreting->openings, open);
  g_array_set_size (placing->open, 0);
}

static gboolean
is_in_another_edition (const GovForm *form, const char *row, const char *column)
{
  guint n;
  const GovForm *const *forms = gov_forms (&n);

  for (guint f = 0; f < n; f++)
    if (forms[f] != form && strcmp (forms[f]->table, form->table) == 0
        && gov_form_find_cell (forms[f], row, column) != GOV_CELL_NONE)
      return TRUE;
  return FALSE;
}

/* Name the figures that stand in cells which the table's other edition does not have. */
static void
doubt_edition (GovReport *report, const GovForm *form)
{
  const GovTable *table = gov_report_find_table (report, form->table);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (GovCellRef));

  for (guint c = 0; c < form->n_cells; c++)
    {
      GovFormCell at = gov_form_get_cell (form, c);
      GovCellRef ref = {form->table, at.row->id, at.column->id};
      GovOrigin origin = gov_table_get_cell (table, c)->origin;

      if (origin != GOV_ORIGIN_MISSING && !is_in_another_edition (form, at.row->id, at.column->id))
        g_array_append_val (refs, ref);
    }
  if (refs->len > 0)
    gov_diagnostics_add (
        gov_report_get_mutable_diagnostics (report), "edition-uncertain", NULL, (const GovCellRef *) refs->data, refs->len,
        "the labels of “%s” hardly tell which edition of the form it is; it is read as that of %s", form->title, form->edition);
}

/* The edition where the table's own labels do not tell: by the year, by the table before, else the one in force. */
static const char *
likely_edition (const Interpreting *interpreting)
{
  const char *edition = gov_form_edition_of_year (interpreting->year);

  return edition != NULL ? edition : interpreting->edition != NULL ? interpreting->edition : gov_form_edition_in_force ();
}

/* The edition that fits the table's own labels better; the year, then another table of the report, break a tie. FALSE: there
 * is no such table. */
static gboolean
read_table (Interpreting *interpreting, GovTableKind table)
{
  GovPlacing *placing = &interpreting->placing;
  const char *name = gov_table_kind_get_name (table), *hint = likely_edition (interpreting);
  GovAlignment best = {0};
  float best_score = 0, margin = CLEAR;
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);

  for (guint f = 0; f < n_forms; f++)
    {
      if (strcmp (forms[f]->table, name) != 0)
        continue;
      GovAlignment alignment = gov_align (placing->arena, forms[f], placing->strips, placing->recognised);
      float score = alignment.score + 2 * weigh_heads (forms[f], table, placing->strips, placing->recognised);
      float lead = score - best_score;
      gboolean equal = best.form != NULL && lead > -EVEN && lead < EVEN;
      if (best.form != NULL)
        margin = ABS (lead);
      if (best.form == NULL || (equal ? strcmp (forms[f]->edition, hint) == 0 : lead > 0))
        {
          best = alignment;
          best_score = score;
        }
    }
  if (best.form == NULL || count_rows (&best) < ROWS_OF_A_TABLE)
    return FALSE;
  if (margin >= EVEN)
    interpreting->edition = best.form->edition;
  gov_place_rows (placing, &best);
  if (margin < CLEAR)
    doubt_edition (placing->report, best.form);
  keep_openings (interpreting, table);
  return TRUE;
}

/* Some organs print section 4 with a labelled row for each of its three parts. */
static gboolean
has_rows_of_its_own (const GovPlacing *placing, const GovAlignment *alignment)
{
  guint n = 0;

  for (guint a = 0; a < alignment->n_anchors; a++)
    n += alignment->anchors[a].row != GOV_ROW_NONE && alignment->anchors[a].labelled
         && gov_strip_has_figure (&placing->strips->strips[alignment->anchors[a].strip]);
  return n >= ROWS_OF_A_TABLE;
}

static gboolean
has_strips (const Interpreting *interpreting, GovTableKind table)
{
  for (guint s = 0; s < interpreting->placing.strips->n_strips; s++)
    if (interpreting->placing.recognised[s].table == table)
      return TRUE;
  return FALSE;
}

/* The results and stages that section 4 counts, as its head names them, prove the table: 行政复议 and 行政诉讼 stand in many
 * texts. */
static gboolean
has_results (const Interpreting *interpreting)
{
  const GovVocabulary *vocabulary = gov_vocabulary_get ();
  guint n = 0;

  for (guint w = 0; w < gov_vocabulary_get_n_words (vocabulary); w++)
    {
      const GovWord *word = gov_vocabulary_get_word (vocabulary, w);
      float best = 0;

      if (word->table != GOV_TABLE_REVIEW || word->length < (word->kind == GOV_WORD_COLUMN ? RESULT_CHARS : STAGE_CHARS))
        continue;
      for (guint s = 0; s < interpreting->placing.strips->n_strips; s++)
        if (interpreting->placing.recognised[s].table == GOV_TABLE_REVIEW && interpreting->placing.recognised[s].fits != NULL)
          best = MAX (best, interpreting->placing.recognised[s].fits[w].inside);
      n += best >= FIT_RESULT;
    }
  return n >= RESULTS_OF_A_TABLE;
}

static gboolean
read_printed_row (Interpreting *interpreting)
{
  GovPlacing *placing = &interpreting->placing;
  const GovForm *form = gov_form_find ("review_litigation", likely_edition (interpreting));

  if (!has_results (interpreting))
    return FALSE;
  GovAlignment rows = gov_align (placing->arena, form, placing->strips, placing->recognised);
  if (has_rows_of_its_own (placing, &rows))
    gov_place_rows (placing, &rows);
  else if (!gov_place_printed_row (placing, form))
    return FALSE;
  keep_openings (interpreting, GOV_TABLE_REVIEW);
  return TRUE;
}

guint
gov_tables_fill (const GovDocument *document, const GovStrips *strips, const GovRecognised *recognised, GovReport *report,
                 GovOpenings *openings)
{
  g_autoptr (GArray) open_rows = g_array_new (FALSE, FALSE, sizeof (GovOpenRow));
  g_autoptr (GArray) open_tables = g_array_new (FALSE, FALSE, sizeof (GovOpenTable));
  Interpreting interpreting = {
      .placing = {document->arena, document->source, report, strips, recognised, open_rows},
      .openings = open_tables,
      .year = gov_report_get_year (report),
  };
  guint found = 0;

  for (GovTableKind table = GOV_TABLE_DISCLOSURE; table < GOV_N_TABLES; table++)
    {
      gboolean read = table == GOV_TABLE_REVIEW ? read_printed_row (&interpreting)
                                                : has_strips (&interpreting, table) && read_table (&interpreting, table);
      found |= read << table;
      if (!read)
        gov_report_add_table (report, gov_form_find (gov_table_kind_get_name (table), likely_edition (&interpreting)));
    }
  openings->n_open = open_tables->len;
  openings->open = gov_arena_copy (document->arena, open_tables->data, open_tables->len * sizeof (GovOpenTable));
  return found;
}
