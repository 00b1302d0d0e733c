/* SPDX-License-Identifier: MIT */
#include "core/interpret/extra.h"
#include "core/interpret/cell.h"

#include <string.h>

static const char *
join_labels (GovPlacing *placing, const GovStrip *strip)
{
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; i < strip->n_labels; i++)
    g_string_append_len (label, gov_piece_get_text (&strip->pieces[i]), strip->pieces[i].length);
  return gov_arena_strdup (placing->arena, label->str, label->len);
}

void
gov_extra_keep (GovPlacing *placing, GovTable *table, const GovAnchor *anchor, const GovFormRow *after)
{
  const GovStrip *strip = &placing->strips->strips[anchor->strip];
  gboolean doubled = anchor->doubles != GOV_ROW_NONE;
  guint n = strip->n_pieces - strip->n_labels;
  const char **texts = gov_arena_new_array (placing->arena, const char *, n);
  const char *label = join_labels (placing, strip);
  GovPlace place = gov_strip_place (placing, strip);

  for (guint i = 0; i < n; i++)
    texts[i] = gov_piece_dup (placing, &strip->pieces[strip->n_labels + i]);
  gov_table_add_extra_row (table, &(GovExtraRow){label, after != NULL ? after->id : NULL, n, texts, place});
  gov_diagnostics_add (gov_report_get_mutable_diagnostics (placing->report), doubled ? "row-doubled" : "extra-row", &place,
                       NULL, 0,
                       doubled ? "the row “%s” stands here a second time; its figures are kept beside the table"
                               : "the form has no row “%s”; its figures are kept beside the table",
                       label);
}

static gboolean
same_data (const GovStrip *one, const GovStrip *other)
{
  gboolean same = one->n_pieces - one->n_labels == other->n_pieces - other->n_labels;

  for (guint i = 0; same && i < one->n_pieces - one->n_labels; i++)
    {
      const GovPiece *a = &one->pieces[one->n_labels + i], *b = &other->pieces[other->n_labels + i];
      same = a->length == b->length && memcmp (gov_piece_get_text (a), gov_piece_get_text (b), a->length) == 0;
    }
  return same;
}

gboolean
gov_extra_compare (GovPlacing *placing, const GovAlignment *alignment, const GovAnchor *anchor, guint start, guint n_columns)
{
  const GovStrip *strip = &placing->strips->strips[anchor->strip];
  gboolean same = FALSE;

  for (guint a = 0; a < alignment->n_anchors; a++)
    {
      const GovStrip *other = &placing->strips->strips[alignment->anchors[a].strip];
      if (alignment->anchors[a].doubles != anchor->row || !gov_strip_has_figure (other))
        continue;
      same = same_data (strip, other);
      if (!same)
        gov_strip_say (placing, alignment->form, start, n_columns, other, "row-contradicted",
                       "the row stands twice with different figures; those of the better place are kept");
    }
  return same;
}
