/* SPDX-License-Identifier: MIT */
#include "core/check/narrative.h"
#include "core/check/check.h"
#include "core/check/mention.h"

#include <string.h>

/* Which cells a quantity is the sum of, each in the total column; and what else organs mean by the same words. */
typedef struct {
  const char *words;
  const char *table;
  const char *rows[4];
  const char *also_words;
  const char *also_rows[3];
} Meaning;

static const Meaning meanings[GOV_N_QUANTITIES] = {
    [GOV_QUANTITY_RECEIVED] = {"applications received",
                               "applications",
                               {"received"},
                               "new ones and those carried in together",
                               {"received", "carried_in"}},
    [GOV_QUANTITY_CARRIED_IN] = {"applications carried in", "applications", {"carried_in"}, NULL, {NULL}},
    [GOV_QUANTITY_CONCLUDED]
    = {"applications answered", "applications", {"concluded"}, "those received this year", {"received"}},
    [GOV_QUANTITY_CARRIED_OUT] = {"applications carried out", "applications", {"carried_out"}, NULL, {NULL}},
    [GOV_QUANTITY_GRANTED]
    = {"applications granted", "applications", {"granted"}, "those granted in part included", {"granted", "partially_granted"}},
    [GOV_QUANTITY_PARTIALLY_GRANTED] = {"applications granted in part", "applications", {"partially_granted"}, NULL, {NULL}},
    [GOV_QUANTITY_REFUSED] = {"applications refused", "applications", {"refused.*"}, NULL, {NULL}},
    [GOV_QUANTITY_UNAVAILABLE] = {"applications for what is not available", "applications", {"unavailable.*"}, NULL, {NULL}},
    [GOV_QUANTITY_NOT_PROCESSED] = {"applications not processed", "applications", {"not_processed.*"}, NULL, {NULL}},
    [GOV_QUANTITY_REVIEW] = {"administrative reviews", "review_litigation", {"review"}, NULL, {NULL}},
    [GOV_QUANTITY_LITIGATION] = {"administrative suits",
                                 "review_litigation",
                                 {"litigation_direct", "litigation_after_review"},
                                 "those without a review before",
                                 {"litigation_direct"}},
};

/* ---- what the table says ----------------------------------------------------------------------------------------------- */

static gboolean
matches (const char *term, const char *id)
{
  gsize n = strlen (term);

  return g_str_has_suffix (term, ".*") ? strncmp (id, term, n - 1) == 0 : strcmp (id, term) == 0;
}

/* The sum of the rows' totals, and their cells. FALSE: one has no value. */
static gboolean
sum_rows (const GovTable *table, const char *const *rows, gint64 *sum, GArray *cells)
{
  const GovForm *form = gov_table_get_form (table);

  *sum = 0;
  for (guint c = 0; c < form->n_cells; c++)
    {
      GovFormCell what = gov_form_get_cell (form, c);
      GovCellRef ref = {form->table, what.row->id, what.column->id};
      gint64 value;

      if (strcmp (what.column->id, "total") != 0)
        continue;
      for (const char *const *row = rows; *row != NULL; row++)
        if (matches (*row, what.row->id))
          {
            if (!gov_cell_get_integer (gov_table_get_cell (table, c), &value))
              return FALSE;
            *sum += value;
            if (cells != NULL)
              g_array_append_val (cells, ref);
          }
    }
  return TRUE;
}

/* ---- where it stands --------------------------------------------------------------------------------------------------- */

/* The first paragraph that has the sentence as it stands in the report, which is as the document has it but for line ends. */
static GovPlace
find_place (const GovDocument *document, const char *sentence)
{
  for (guint b = 0; document != NULL && b < document->n_blocks; b++)
    {
      const GovText *text = &document->blocks[b].text;
      const char *found = text->text != NULL ? strstr (text->text, sentence) : NULL;

      if (found != NULL)
        return gov_source_locate (document->source, gov_text_get_span (text, (gsize) (found - text->text), strlen (sentence)));
    }
  return GOV_PLACE_NONE;
}

/* ---- comparing --------------------------------------------------------------------------------------------------------- */

#define QUOTED_CHARACTERS 60 /* of a sentence in a message */

static char *
quote (const char *sentence)
{
  if (g_utf8_strlen (sentence, -1) <= QUOTED_CHARACTERS)
    return g_strdup (sentence);
  g_autofree char *head = g_utf8_substring (sentence, 0, QUOTED_CHARACTERS);
  return g_strconcat (head, "…", NULL);
}

static gboolean
agrees (const GovTable *table, const GovMention *mention)
{
  gint64 sum;

  return sum_rows (table, meanings[mention->quantity].rows, &sum, NULL) && sum == mention->value;
}

/* Whether the report says the same quantity right elsewhere: then this mention is probably of something else. */
static gboolean
another_agrees (const GovTable *table, const GArray *mentions, const GovMention *mention)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const GovMention *other = &g_array_index (mentions, GovMention, i);
      if (other != mention && other->quantity == mention->quantity && agrees (table, other))
        return TRUE;
    }
  return FALSE;
}

/* A rate of answers against those received and carried in. Organs also mean those that fell due. */
static void
compare_rate (GovReport *report, const GovDocument *document, const GovMention *mention)
{
  static const char *const all_rows[] = {"received", "carried_in", NULL}, *const answered_rows[] = {"concluded", NULL};
  const GovTable *table = gov_report_find_table (report, "applications");
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (GovCellRef));
  gint64 all, answered;

  if (table == NULL || !sum_rows (table, all_rows, &all, cells) || !sum_rows (table, answered_rows, &answered, cells)
      || all == 0)
    return;
  /* A rate is rounded to a whole number, up or down. */
  if (ABS (mention->value * all - 100 * answered) < all)
    return;
  GovPlace place = find_place (document, mention->sentence);
  g_autofree char *sentence = quote (mention->sentence);
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), "narrative-alternative", &place,
                       (const GovCellRef *) (gconstpointer) cells->data, cells->len,
                       "“%s”: %" G_GINT64_FORMAT " %% answered; by the table %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                       " were. It fits if those that fell due are meant",
                       sentence, mention->value, answered, all);
}

static void
compare (GovReport *report, const GovDocument *document, const GArray *mentions, const GovMention *mention)
{
  const Meaning *meaning = &meanings[mention->quantity];
  const GovTable *table = gov_report_find_table (report, meaning->table);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (GovCellRef));
  gint64 sum, other;

  if (table == NULL || !sum_rows (table, meaning->rows, &sum, cells) || sum == mention->value)
    return;
  GovPlace place = find_place (document, mention->sentence);
  GovDiagnostics *diagnostics = gov_report_get_mutable_diagnostics (report);
  g_autofree char *sentence = quote (mention->sentence);
  const GovCellRef *refs = (const GovCellRef *) (gconstpointer) cells->data;

  if (meaning->also_words != NULL && sum_rows (table, meaning->also_rows, &other, NULL) && other == mention->value)
    gov_diagnostics_add (diagnostics, "narrative-alternative", &place, refs, cells->len,
                         "“%s”: %" G_GINT64_FORMAT " %s; the table has %" G_GINT64_FORMAT ". It fits if %s are meant", sentence,
                         mention->value, meaning->words, sum, meaning->also_words);
  else if (another_agrees (table, mentions, mention))
    gov_diagnostics_add (diagnostics, "narrative-alternative", &place, refs, cells->len,
                         "“%s”: %" G_GINT64_FORMAT " %s; the table has %" G_GINT64_FORMAT
                         ", and so does another sentence. This one probably counts something else",
                         sentence, mention->value, meaning->words, sum);
  else
    gov_diagnostics_add (diagnostics, "narrative-differs", &place, refs, cells->len,
                         "“%s”: %" G_GINT64_FORMAT " %s; the table has %" G_GINT64_FORMAT, sentence, mention->value,
                         meaning->words, sum);
}

/* Sections that speak of the year reported on. What went wrong and what is planned comes with figures of other kinds. */
static gboolean
is_about_the_year (const GovSection *section)
{
  return strcmp (section->id, "problems") != 0;
}

void
gov_check_narrative (GovReport *report, const GovDocument *document)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (GovMention));

  for (guint s = 0; s < gov_report_get_n_sections (report); s++)
    {
      const GovSection *section = gov_report_get_section (report, s);
      for (guint p = 0; p < section->n_paragraphs && is_about_the_year (section); p++)
        gov_mentions_find (section->paragraphs[p], gov_report_get_year (report), mentions);
    }
  for (guint i = 0; i < mentions->len; i++)
    {
      const GovMention *mention = &g_array_index (mentions, GovMention, i);
      if (mention->quantity == GOV_QUANTITY_RATE)
        compare_rate (report, document, mention);
      else
        compare (report, document, mentions, mention);
    }
  for (guint i = 0; i < mentions->len; i++)
    g_free (g_array_index (mentions, GovMention, i).sentence);
}
