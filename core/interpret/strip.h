/* SPDX-License-Identifier: MIT */
/* Strips: a document cut into what a person would call lines of a table, whatever it is made of. A strip is some labels and
 * the data behind them: a row of a grid; a stretch of cells where the source does not mark its rows; or a stretch of running
 * text, down to text whose cells are glued together. */
#pragma once

#include "core/document/document.h"
#include "core/interpret/figure.h"

typedef enum {
  GOV_PIECE_LABEL,
  GOV_PIECE_FIGURE,
  GOV_PIECE_BLANK, /* an empty place or a placeholder */
  GOV_PIECE_TEXT,  /* data that is no number */
} GovPieceKind;

/* A cell, or a part of a paragraph. */
typedef struct {
  GovPieceKind kind;
  gboolean joined;     /* digits between which cells may end */
  const GovText *text; /* the piece is text[offset …, length] */
  gsize offset, length;
  guint column; /* in the grid */
  guint block;  /* of the document */
} GovPiece;

typedef struct {
  guint n_labels; /* pieces[0 … n_labels-1] are labels (and blanks among them), the others data */
  guint n_pieces;
  const GovPiece *pieces;
  guint row;           /* of the grid */
  const GovGrid *grid; /* NULL: running text */
  gboolean prose;      /* a sentence: the figure counts something in the text */
  gboolean last;       /* nothing follows in the document */
} GovStrip;

typedef struct {
  guint n_strips;
  const GovStrip *strips;
} GovStrips;

/* Cut a document; everything lives in its arena. Linear in its text. */
GovStrips gov_strips_cut (const GovDocument *document);

/* The text of a piece; not NUL-terminated at its end. */
static inline const char *
gov_piece_get_text (const GovPiece *piece)
{
  return piece->text->text + piece->offset;
}
