/* SPDX-License-Identifier: MIT */
/* The forge makes reports for tests: figures that satisfy the form's arithmetic, narrative of our own wording, printed in every
 * shape that published reports have, and damaged in every way that extractors damage them. The same seed gives the same bytes.
 *
 *   ForgeReport  what is true      → forge_page_new() →  ForgePage  what is printed  → ForgeShape →  bytes of one dialect
 *   (made up or loaded)                                  (damaged or not)
 */
#pragma once

#include <govconv/form.h>

/* ---- chance -------------------------------------------------------------------------------------------------------------- */

typedef struct {
  guint64 state;
} ForgeRandom;

ForgeRandom forge_random (guint64 seed);
guint64 forge_random_next (ForgeRandom *random);
guint forge_random_below (ForgeRandom *random, guint n);                 /* 0 … n - 1; n > 0 */
guint forge_random_between (ForgeRandom *random, guint low, guint high); /* inclusive */
gboolean forge_random_chance (ForgeRandom *random, double probability);

/* ---- reports ------------------------------------------------------------------------------------------------------------- */

typedef enum {
  FORGE_TOWNSHIP,    /* a few figures, mostly zero */
  FORGE_COUNTY,      /* tens to hundreds */
  FORGE_CITY,        /* hundreds to thousands */
  FORGE_HUGE,        /* up to seven digits */
  FORGE_NEARLY_ZERO, /* one or two figures above zero */
  FORGE_BLANKS,      /* a county that leaves zeros and unused columns blank */
  FORGE_N_CLASSES,
} ForgeClass;

/* "township" …; the reverse gives FORGE_N_CLASSES for an unknown word. */
const char *forge_class_get_name (ForgeClass size);
ForgeClass forge_class_from_name (const char *name);

typedef struct {
  const GovForm *form;
  char **values;  /* a decimal for each flat cell; NULL: blank */
  char **printed; /* what the organ prints in its place, "251000元" for 25.1; NULL: the value itself */
} ForgeTable;

typedef struct {
  const char *id; /* "preamble", "overview" …, as in the report model */
  char *heading;  /* NULL: none is printed */
  GPtrArray *paragraphs;
} ForgeSection;

#define FORGE_N_TABLES 3
#define FORGE_N_SECTIONS 7

typedef struct {
  char *publisher, *title;
  guint year;
  ForgeTable tables[FORGE_N_TABLES]; /* disclosure, applications, review_litigation */
  ForgeSection sections[FORGE_N_SECTIONS];
} ForgeReport;

/* edition: "2019" or "2021", of section 2 and of section 3: they differ in a hybrid. */
ForgeReport *forge_report_new (ForgeClass size, const char *disclosure_edition, const char *applications_edition,
                               ForgeRandom *random);
/* From a hand-written description; its grammar stands in description.c. NULL and error. */
ForgeReport *forge_report_load (const char *path, GError **error);
void forge_report_free (ForgeReport *report);
/* The section by its identifier; never NULL for one of the model's. */
ForgeSection *forge_report_get_section (ForgeReport *report, const char *id);
/* NULL: blank. A critical message when the form has no such cell. */
const char *forge_report_get_value (const ForgeReport *report, const char *table, const char *row, const char *column);

/* Parts of forge_report_new(), each a file: every cell blank and no text; figures; text that agrees with them. */
ForgeReport *forge_report_new_empty (const char *disclosure_edition, const char *applications_edition);
void forge_fill_figures (ForgeReport *report, ForgeClass size, ForgeRandom *random);
void forge_write_narrative (ForgeReport *report, ForgeRandom *random);

/* ---- pages --------------------------------------------------------------------------------------------------------------- */

typedef enum { FORGE_LABEL, FORGE_HEADER, FORGE_FIGURE } ForgeCellKind;

typedef struct {
  char *text; /* "" when blank */
  guint colspan, rowspan;
  ForgeCellKind kind;
  guint column; /* in the grid */
} ForgeCell;

/* Rows are GPtrArrays of ForgeCell in the order in which HTML would tell them: what a span from above covers is not repeated.
 */
typedef struct {
  const char *table;
  guint n_columns;
  guint n_header_rows;
  GPtrArray *rows;
} ForgeGrid;

typedef struct {
  guint level; /* 0: a paragraph, 1: the title, 2: a section's heading */
  char *text;  /* of a paragraph or heading; NULL: a table */
  ForgeGrid *grid;
} ForgeBlock;

typedef struct {
  char *title, *publisher;
  GPtrArray *blocks; /* ForgeBlock */
} ForgePage;

ForgePage *forge_page_new (const ForgeReport *report);
void forge_page_free (ForgePage *page);

ForgeCell *forge_cell_new (const char *text, guint colspan, guint rowspan, ForgeCellKind kind);
void forge_cell_free (ForgeCell *cell);
ForgeGrid *forge_grid_new (const char *table, guint n_columns, guint n_header_rows);
GPtrArray *forge_grid_add_row (ForgeGrid *grid);
void forge_grid_free (ForgeGrid *grid);
/* A table block in front of index; takes grid. */
void forge_page_insert_grid (ForgePage *page, guint index, ForgeGrid *grid);

/* The cell that covers each place of the grid, row by row (n_rows * n_columns, NULL: none). Free with g_free(); also sets
 * the cells' columns. */
ForgeCell **forge_grid_expand (ForgeGrid *grid);

/* ---- shapes -------------------------------------------------------------------------------------------------------------- */

typedef enum {
  FORGE_KEEPS_ALL = 0,
  FORGE_LOSES_BLANKS = 1 << 0,     /* an empty cell leaves no trace */
  FORGE_LOSES_PARAGRAPHS = 1 << 1, /* paragraphs are wrapped or run together */
  FORGE_LOSES_CELLS = 1 << 2,      /* figures stand glued: only the arithmetic can part them */
} ForgeLosses;

typedef struct {
  const char *name;      /* "pipe-padded" */
  const char *reader;    /* the format that reads it: "pipe" */
  const char *extension; /* "txt" */
  const char *summary;
  ForgeLosses losses;
  void (*render) (ForgePage *page, GString *out);
} ForgeShape;

const ForgeShape *forge_shapes (guint *n_shapes);
const ForgeShape *forge_shape_find (const char *name); /* NULL: no such shape */

void forge_render_html_clean (ForgePage *page, GString *out);
void forge_render_html_word (ForgePage *page, GString *out);
void forge_render_html_cms (ForgePage *page, GString *out);
void forge_render_html_soup (ForgePage *page, GString *out);
void forge_render_html_split (ForgePage *page, GString *out);
void forge_render_html_layout (ForgePage *page, GString *out);
void forge_render_html_spans (ForgePage *page, GString *out);
void forge_render_pipe_padded (ForgePage *page, GString *out);
void forge_render_pipe_tight (ForgePage *page, GString *out);
void forge_render_pipe_cells (ForgePage *page, GString *out);
void forge_render_pipe_lead (ForgePage *page, GString *out);
void forge_render_pipe_own (ForgePage *page, GString *out);
void forge_render_gfm_expanded (ForgePage *page, GString *out);
void forge_render_gfm_short (ForgePage *page, GString *out);
void forge_render_ocrmd (ForgePage *page, GString *out);
void forge_render_ocrmd_repeat (ForgePage *page, GString *out);
void forge_render_ocrmd_header (ForgePage *page, GString *out);
void forge_render_tsv_empty (ForgePage *page, GString *out);
void forge_render_tsv_repeated (ForgePage *page, GString *out);
void forge_render_csv_comma (ForgePage *page, GString *out);
void forge_render_csv_semicolon (ForgePage *page, GString *out);
void forge_render_text_layout (ForgePage *page, GString *out);
void forge_render_text_boxes (ForgePage *page, GString *out);
void forge_render_text_lines (ForgePage *page, GString *out);
void forge_render_text_paragraphs (ForgePage *page, GString *out);
void forge_render_text_rows_glued (ForgePage *page, GString *out);
void forge_render_text_glued (ForgePage *page, GString *out);
void forge_render_docx (ForgePage *page, GString *out);

/* ---- damage -------------------------------------------------------------------------------------------------------------- */

typedef struct {
  const char *name; /* "labels-substituted" */
  const char *summary;
  /* rate: of the characters, rows or figures concerned, 0 … 1 */
  void (*apply) (ForgePage *page, double rate, ForgeRandom *random);
} ForgeDamage;

const ForgeDamage *forge_damages (guint *n_damages);
const ForgeDamage *forge_damage_find (const char *name); /* NULL: no such damage */

/* ---- the inputs of a described report ------------------------------------------------------------------------------------ */

/* The files that a description's [inputs] name; NULL and error. Free with g_strfreev(). */
char **forge_inputs_list (const char *description, GError **error);
/* Renders one of them. The shape that it has; NULL and error. */
const ForgeShape *forge_input_render (const char *description, const char *input, GString *out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForgeReport, forge_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForgePage, forge_page_free)
