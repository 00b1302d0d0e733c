/* SPDX-License-Identifier: MIT */
#include "core/interpret/interpret.h"
#include "core/interpret/cell.h"
#include "core/interpret/metadata.h"
#include "core/interpret/place.h"
#include "core/interpret/sections.h"
#include <govconv/convert.h>

#include <string.h>

#define FIRST_FORM_YEAR 2019 /* reports on earlier years are free-form */
#define LAST_TRIAL_YEAR 2020 /* the last on which the trial form reports */
#define ROWS_OF_A_TABLE 2    /* labelled rows that prove a table; fewer may be a mention in the text */
#define SECTIONS_OF_A_REPORT 2
#define EVEN 0.15f /* scores of two editions that differ by less are even */
#define CLEAR 0.6f /* a lead that settles the edition */

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

static const char *
edition_of_year (guint year)
{
  return year == 0 ? NULL : year <= LAST_TRIAL_YEAR ? "2019" : "2021";
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

typedef struct {
  GovPlacing placing;
  GArray *openings;          /* GovOpenTable */
  guint year;
  const char *edition;       /* of the last table decided by its own labels; NULL: none yet */
  guint n_tables;            /* found in the source */
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

/* Name the figures that stand in cells which the table's other edition does not have. */
static void
doubt_edition (GovReport *report, const GovForm *form)
{
  const GovTable *table = gov_report_find_table (report, form->table);
  const GovForm *other = gov_form_find (form->table, strcmp (form->edition, "2019") == 0 ? "2021" : "2019");
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (GovCellRef));

  for (guint c = 0; c < form->n_cells; c++)
    {
      GovFormCell at = gov_form_get_cell (form, c);
      GovCellRef ref = {form->table, at.row->id, at.column->id};
      GovOrigin origin = gov_table_get_cell (table, c)->origin;

      if (origin != GOV_ORIGIN_MISSING && gov_form_find_cell (other, at.row->id, at.column->id) == GOV_CELL_NONE)
        g_array_append_val (refs, ref);
    }
  if (refs->len > 0)
    gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), "edition-uncertain", NULL,
                         (const GovCellRef *) refs->data, refs->len,
                         "the labels of “%s” hardly tell whether it is the form of 2019 or of 2021; it is read as that of %s",
                         form->title, form->edition);
}

/* The edition that fits the table's own labels better; the year, then another table of the report, break a tie. FALSE: there
 * is no such table. */
static gboolean
read_table (Interpreting *interpreting, GovTableKind table)
{
  GovPlacing *placing = &interpreting->placing;
  const char *name = gov_table_kind_get_name (table), *hint = edition_of_year (interpreting->year);
  GovAlignment best = {0};
  float best_score = 0, margin = CLEAR;
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);

  if (hint == NULL)
    hint = interpreting->edition != NULL ? interpreting->edition : "2021";
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

static void
miss_table (Interpreting *interpreting, GovTableKind table)
{
  const char *name = gov_table_kind_get_name (table), *edition = edition_of_year (interpreting->year);

  if (edition == NULL)
    edition = interpreting->edition != NULL ? interpreting->edition : "2021";
  const GovForm *form = gov_form_find (name, edition);
  gov_report_add_table (interpreting->placing.report, form);
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (interpreting->placing.report), "table-missing", NULL, NULL, 0,
                       "the source has no table “%s”: all its cells are missing", form->title);
}

static void
read_tables (Interpreting *interpreting)
{
  static const GovTableKind labelled[] = {GOV_TABLE_DISCLOSURE, GOV_TABLE_APPLICATIONS};

  for (guint i = 0; i < G_N_ELEMENTS (labelled); i++)
    if (has_strips (interpreting, labelled[i]) && read_table (interpreting, labelled[i]))
      interpreting->n_tables++;
    else
      miss_table (interpreting, labelled[i]);

  if (!has_strips (interpreting, GOV_TABLE_REVIEW))
    {
      miss_table (interpreting, GOV_TABLE_REVIEW);
      return;
    }
  const char *edition = edition_of_year (interpreting->year);
  if (edition == NULL)
    edition = interpreting->edition != NULL ? interpreting->edition : "2021";
  const GovForm *form = gov_form_find ("review_litigation", edition);
  GovAlignment rows = gov_align (interpreting->placing.arena, form, interpreting->placing.strips, interpreting->placing.recognised);
  if (has_rows_of_its_own (&interpreting->placing, &rows))
    gov_place_rows (&interpreting->placing, &rows);
  else
    gov_place_printed_row (&interpreting->placing, form);
  keep_openings (interpreting, GOV_TABLE_REVIEW);
  interpreting->n_tables++;
}

/* ---- what is no report ------------------------------------------------------------------------------------------------- */

/* Words of the statistics table that reports carried before 2019 (国办公开办函〔2014〕… 统计表). */
static gboolean
has_old_statistics (const GovDocument *document)
{
  static const char *const words[] = {"主动公开文件数", "指标名称", "受理政府信息依申请公开", "同意公开答复数", "历年累计", "收到申请数"};
  guint found = 0;

  for (guint b = 0; b < document->n_blocks; b++)
    {
      const GovBlock *block = &document->blocks[b];
      if (block->kind != GOV_BLOCK_TABLE)
        for (guint i = 0; i < G_N_ELEMENTS (words); i++)
          found |= (strstr (block->text.text, words[i]) != NULL) << i;
      else
        for (guint r = 0; r < block->grid->n_rows; r++)
          for (guint c = 0; c < block->grid->rows[r].n_cells; c++)
            for (guint i = 0; i < G_N_ELEMENTS (words); i++)
              found |= (strstr (block->grid->rows[r].cells[c].text.text, words[i]) != NULL) << i;
    }
  return (found & (found - 1)) != 0;
}

static gboolean
refuse (GovReport *report, const char *code, GError **error, const char *reason)
{
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), code, NULL, NULL, 0, "%s", reason);
  g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "%s [%s]", reason, code);
  return FALSE;
}

static gboolean
is_acceptable (const GovDocument *document, GovReport *report, guint n_tables, guint n_sections, GError **error)
{
  guint year = gov_report_get_year (report);

  if (n_tables > 0)
    return TRUE;
  if (document->n_blocks == 0)
    return refuse (report, "empty-document", error, "the document holds no text");
  if ((year != 0 && year < FIRST_FORM_YEAR) || has_old_statistics (document))
    return refuse (report, "form-unknown", error,
                   "this is a free-form report or a statistics table from before the statutory form of 2019: it has none of "
                   "the form's tables");
  if (n_sections >= SECTIONS_OF_A_REPORT)
    return TRUE;
  return refuse (report, "no-report", error,
                 "neither a table nor the sections of an annual report on government information disclosure were found");
}

/* The form itself, published as a template: every place is there, none is filled. */
static void
note_blank_form (GovReport *report)
{
  gboolean any_blank = FALSE;

  for (guint t = 0; t < gov_report_get_n_tables (report); t++)
    {
      const GovTable *table = gov_report_get_table (report, t);
      for (guint c = 0; c < gov_table_get_form (table)->n_cells; c++)
        {
          GovOrigin origin = gov_table_get_cell (table, c)->origin;
          if (origin != GOV_ORIGIN_BLANK && origin != GOV_ORIGIN_MISSING)
            return;
          any_blank |= origin == GOV_ORIGIN_BLANK;
        }
    }
  if (any_blank)
    gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), "blank-form", NULL, NULL, 0,
                         "every cell of every table is blank: this may be the form itself, not a report");
}

gboolean
gov_interpret (const GovDocument *document, GovReport *report, GovOpenings *openings, GError **error)
{
  GovStrips strips = gov_strips_cut (document);
  const GovRecognised *recognised = gov_recognise (document, &strips);
  g_autoptr (GArray) open_rows = g_array_new (FALSE, FALSE, sizeof (GovOpenRow));
  g_autoptr (GArray) open_tables = g_array_new (FALSE, FALSE, sizeof (GovOpenTable));
  Interpreting interpreting = {
    .placing = {document->arena, document->source, report, &strips, recognised, open_rows},
    .openings = open_tables,
  };

  *openings = (GovOpenings){0};
  gov_metadata_fill (document, report);
  interpreting.year = gov_report_get_year (report);
  guint n_sections = gov_sections_fill (document, &strips, recognised, report);
  read_tables (&interpreting);
  if (!is_acceptable (document, report, interpreting.n_tables, n_sections, error))
    return FALSE;

  note_blank_form (report);
  openings->n_open = open_tables->len;
  openings->open = gov_arena_copy (document->arena, open_tables->data, open_tables->len * sizeof (GovOpenTable));
  return TRUE;
}
