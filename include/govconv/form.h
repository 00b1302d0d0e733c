/* SPDX-License-Identifier: MIT */
/* The statutory form as data: which tables it has, their rows and columns, what is printed there, and the equations over it.
 *
 * Editions: "2019" is the trial form of 国办公开办函〔2019〕60号 (report years 2019 and 2020), "2021" that of
 * 国办公开办函〔2021〕30号 (2021 and later). An edition belongs to a table, never to a report. */
#ifndef GOVCONV_FORM_H
#define GOVCONV_FORM_H

#include <glib.h>
#include <govconv/version.h>

G_BEGIN_DECLS

typedef enum {
  GOV_UNIT_COUNT = 1, /* a non-negative integer */
  GOV_UNIT_CHANGE,    /* an integer that may be signed (本年增/减) */
  GOV_UNIT_AMOUNT,    /* a decimal in 万元 */
} GovUnit;

typedef struct {
  const char *id;             /* "natural_person" */
  const char *label;          /* 自然人, as the notice prints it */
  const char *const *aliases; /* other wordings seen in print, NULL-terminated; may be NULL */
  GovUnit unit;
  const char *group; /* what stands over it and its neighbours: 法人或其他组织; or NULL */
} GovFormColumn;

typedef struct {
  const char *id;    /* "refused.state_secret" */
  const char *label; /* 1.属于国家秘密 */
  const char
      *group; /* what stands in merged cells to its left, outermost first, joined: 三、本年度办理结果（三）不予公开; or NULL */
  const char *const *aliases; /* other wordings of the label seen in print; may be NULL */
} GovFormRow;

/* Rows that share their columns: the whole applications table, or one item of Article 20 (第二十条第（一）项). */
typedef struct {
  const char *item; /* 第二十条第（一）项, or NULL */
  guint n_rows, n_columns;
  const GovFormRow *rows;
  const GovFormColumn *columns;
} GovFormBlock;

/* One table of one edition. Its cells have a flat index: block by block, row by row, column by column. */
typedef struct {
  const char *table;        /* "disclosure", "applications", "review_litigation" */
  const char *edition;      /* "2019", "2021" */
  const char *title;        /* 收到和处理政府信息公开申请情况 */
  const char *notice;       /* the notice that sets it */
  gboolean one_printed_row; /* all cells stand in one printed row without a label of its own (section 4) */
  guint n_blocks;
  const GovFormBlock *blocks;
  guint n_cells;
} GovForm;

/* What a flat index stands for. Pointers into the form's own data. */
typedef struct {
  const GovFormBlock *block;
  const GovFormRow *row;
  const GovFormColumn *column;
  guint row_in_form; /* 0 … gov_form_get_n_rows() - 1 */
  guint column_in_block;
} GovFormCell;

#define GOV_CELL_NONE G_MAXUINT

GOV_API const GovForm *const *gov_forms (guint *n_forms);
/* NULL: no such table or edition. */
GOV_API const GovForm *gov_form_find (const char *table, const char *edition);
GOV_API guint gov_form_get_n_rows (const GovForm *form);
GOV_API GovFormCell gov_form_get_cell (const GovForm *form, guint cell);
/* The flat index of a cell by identifiers; GOV_CELL_NONE: the form has no such cell. */
GOV_API guint gov_form_find_cell (const GovForm *form, const char *row, const char *column);
/* The flat index of a row's first cell, its block in *block. */
GOV_API guint gov_form_get_row_start (const GovForm *form, guint row_in_form, const GovFormBlock **block);
/* "count", "change", "万元": the unit as the outputs print it. */
GOV_API const char *gov_unit_get_name (GovUnit unit);

/* The arithmetic (勾稽关系). An equation holds once for each column (its terms are rows) or once for each row (its terms are
 * columns). The terms are identifiers; "refused.*" stands for all rows of that prefix. */
typedef enum { GOV_AXIS_COLUMN = 1, GOV_AXIS_ROW } GovAxis;

typedef struct {
  const char *id; /* "applications.balance" */
  const char *table;
  GovAxis axis;            /* COLUMN: holds for each column */
  const char *const *left; /* summed, NULL-terminated */
  const char *const *right;
  const char *source; /* where the rule is stated */
} GovEquation;

GOV_API const GovEquation *gov_equations (guint *n_equations);

G_END_DECLS

#endif
