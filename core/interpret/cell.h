/* SPDX-License-Identifier: MIT */
/* One piece of data → one cell: value, origin, place, and what is to be said about it. */
#pragma once

#include "core/interpret/place.h"

/* Fill a cell of a table of the report from a piece. */
void gov_cell_fill (GovPlacing *placing, GovTable *table, guint cell, const GovPiece *piece);

/* The cell's reference by identifiers. */
GovCellRef gov_cell_ref (const GovForm *form, guint cell);
/* The place of a piece. */
GovPlace gov_piece_place (GovPlacing *placing, const GovPiece *piece);
/* A piece's text, NUL-terminated, in the arena. */
const char *gov_piece_dup (GovPlacing *placing, const GovPiece *piece);

/* The place of a strip: of the first of its pieces that prints something. */
GovPlace gov_strip_place (GovPlacing *placing, const GovStrip *strip);
gboolean gov_strip_has_figure (const GovStrip *strip);
/* Add a diagnostic at a strip that names n_cells of the form's cells from start on. */
void gov_strip_say (GovPlacing *placing, const GovForm *form, guint start, guint n_cells, const GovStrip *strip,
                    const char *code, const char *message);
