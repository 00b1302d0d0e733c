/* SPDX-License-Identifier: MIT */
#include "forge.h"

#include <string.h>

static const ForgeShape shapes[] = {
    {"html-clean", "html", "html", "elements and nothing else", FORGE_KEEPS_ALL, forge_render_html_clean},
    {"html-word", "html", "html", "saved by Word, in GB18030 that calls itself gb2312", FORGE_KEEPS_ALL,
     forge_render_html_word},
    {"html-cms", "html", "html", "out of a content system: spans, paragraphs in cells, scripts, hidden text", FORGE_KEEPS_ALL,
     forge_render_html_cms},
    {"html-soup", "html", "html", "no end tags", FORGE_KEEPS_ALL, forge_render_html_soup},
    {"html-split", "html", "html", "a table for each item of Article 20", FORGE_KEEPS_ALL, forge_render_html_split},
    {"html-layout", "html", "html", "inside a table that lays out the page, behind one of metadata", FORGE_KEEPS_ALL,
     forge_render_html_layout},
    {"html-spans", "html", "html", "figures span other grid columns than their headers", FORGE_KEEPS_ALL,
     forge_render_html_spans},
    {"pipe-padded", "pipe", "txt", "surplus bars behind short rows", FORGE_KEEPS_ALL, forge_render_pipe_padded},
    {"pipe-tight", "pipe", "txt", "no surplus bars", FORGE_KEEPS_ALL, forge_render_pipe_tight},
    {"pipe-cells", "pipe", "txt", "a cell a line, surplus bars on lines of their own", FORGE_KEEPS_ALL,
     forge_render_pipe_cells},
    {"pipe-lead", "pipe", "txt", "a bar on a line of its own opens each row", FORGE_KEEPS_ALL, forge_render_pipe_lead},
    {"pipe-own", "pipe", "txt", "a bar on a line of its own between all cells, no row ends", FORGE_KEEPS_ALL,
     forge_render_pipe_own},
    {"gfm-expanded", "ocrmd", "md", "markdown tables, merged cells repeated in every place", FORGE_KEEPS_ALL,
     forge_render_gfm_expanded},
    {"gfm-short", "ocrmd", "md", "markdown tables, merged cells not expanded: figures slide left", FORGE_KEEPS_ALL,
     forge_render_gfm_short},
    {"ocrmd", "ocrmd", "md", "recognised pages: tables cut, invented separators", FORGE_KEEPS_ALL, forge_render_ocrmd},
    {"ocrmd-repeat", "ocrmd", "md", "recognised pages: headers repeated on each", FORGE_KEEPS_ALL, forge_render_ocrmd_repeat},
    {"ocrmd-header", "ocrmd", "md", "recognised pages: headers in a table of their own", FORGE_KEEPS_ALL,
     forge_render_ocrmd_header},
    {"tsv-empty", "tsv", "tsv", "merged cells leave empty places", FORGE_KEEPS_ALL, forge_render_tsv_empty},
    {"tsv-repeated", "tsv", "tsv", "merged cells repeated in every place", FORGE_KEEPS_ALL, forge_render_tsv_repeated},
    {"csv-comma", "csv", "csv", "quoted, with line breaks in cells", FORGE_KEEPS_ALL, forge_render_csv_comma},
    {"csv-semicolon", "csv", "csv", "semicolons, byte-order mark, CRLF", FORGE_KEEPS_ALL, forge_render_csv_semicolon},
    {"text-layout", "text", "txt", "columns by spaces, page numbers between", FORGE_LOSES_BLANKS, forge_render_text_layout},
    {"text-boxes", "text", "txt", "boxes as a text browser draws them", FORGE_KEEPS_ALL, forge_render_text_boxes},
    {"text-lines", "text", "txt", "a cell a line, long ones wrapped", FORGE_LOSES_BLANKS | FORGE_LOSES_PARAGRAPHS,
     forge_render_text_lines},
    {"text-paragraphs", "text", "txt", "a cell a paragraph", FORGE_LOSES_BLANKS, forge_render_text_paragraphs},
    {"text-rows-glued", "text", "txt", "the cells of a row glued together", FORGE_LOSES_BLANKS | FORGE_LOSES_CELLS,
     forge_render_text_rows_glued},
    {"text-glued", "text", "txt", "everything glued together", FORGE_LOSES_BLANKS | FORGE_LOSES_CELLS | FORGE_LOSES_PARAGRAPHS,
     forge_render_text_glued},
    {"docx", "docx", "docx", "a word-processor file, gridSpan and vMerge", FORGE_KEEPS_ALL, forge_render_docx},
};

const ForgeShape *
forge_shapes (guint *n_shapes)
{
  *n_shapes = G_N_ELEMENTS (shapes);
  return shapes;
}

const ForgeShape *
forge_shape_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (shapes[i].name, name) == 0)
      return &shapes[i];
  return NULL;
}
