/* SPDX-License-Identifier: MIT */
/* The report: what the source says, as values with their origin and place. Structs are read-only for writers; a reader of
 * whole reports (JSON, XML) builds one with the functions below. All strings belong to the report. */
#ifndef GOVCONV_REPORT_H
#define GOVCONV_REPORT_H

#include <govconv/diagnostic.h>
#include <govconv/form.h>
#include <govconv/source.h>

G_BEGIN_DECLS

typedef enum {
  GOV_ORIGIN_MISSING,    /* the source does not have the place */
  GOV_ORIGIN_BLANK,      /* the place is there and empty, or holds a placeholder */
  GOV_ORIGIN_UNREADABLE, /* something is printed that is no number */
  GOV_ORIGIN_READ,       /* as printed; full-width digits, separators and spaces folded */
  GOV_ORIGIN_NORMALIZED, /* after replacing a misread sign that stands for one digit only */
  GOV_ORIGIN_RESOLVED,   /* several readings were possible, the arithmetic leaves this one */
  GOV_ORIGIN_REPAIRED,   /* differs from what is printed (raw); only on request */
} GovOrigin;

/* "missing", "blank" …; the reverse gives -1 for an unknown word. */
GOV_API const char *gov_origin_get_name (GovOrigin origin);
GOV_API int gov_origin_from_name (const char *name);

typedef struct {
  GovOrigin origin;
  const char *value; /* a decimal as printed ("18651.06", "-15"), in the column's unit; NULL where there is none */
  const char *raw;   /* the text of the place as printed; NULL: nothing printed */
  GovPlace place;    /* of the figure itself */
} GovCell;

/* A row that the source prints and the form does not have. */
typedef struct {
  const char *label;
  const char *after; /* identifier of the form's row before it, or NULL */
  guint n_texts;
  const char *const *texts; /* its data cells as printed */
  GovPlace place;
} GovExtraRow;

typedef struct _GovTable GovTable;

GOV_API const GovForm *gov_table_get_form (const GovTable *table);
/* By flat index; never NULL for an index below form->n_cells. */
GOV_API const GovCell *gov_table_get_cell (const GovTable *table, guint cell);
GOV_API guint gov_table_get_n_extra_rows (const GovTable *table);
GOV_API const GovExtraRow *gov_table_get_extra_row (const GovTable *table, guint index);
/* A cell's value as an integer. FALSE: there is none, or it is no integer below 10^15. */
GOV_API gboolean gov_cell_get_integer (const GovCell *cell, gint64 *value);
GOV_API gboolean gov_cell_has_value (const GovCell *cell);

typedef struct {
  const char *id; /* "preamble", "overview", "disclosure", "applications", "review_litigation", "problems", "other_matters" */
  const char *heading; /* as printed; NULL: none is printed */
  guint n_paragraphs;
  const char *const *paragraphs;
} GovSection;

typedef enum { GOV_CHECK_PASS = 1, GOV_CHECK_FAIL, GOV_CHECK_UNCERTAIN, GOV_CHECK_NOT_ASSESSABLE } GovCheckResult;

/* Why a failed check fails, as far as the equations together tell. */
typedef enum {
  GOV_VERDICT_NONE,    /* not failed */
  GOV_VERDICT_MISREAD, /* one cell explains all failures it takes part in */
  GOV_VERDICT_SLID,    /* figures stand one place beside theirs */
  GOV_VERDICT_SPLIT,   /* one figure was read as two, or two as one */
  GOV_VERDICT_SOURCE,  /* every cell reads clearly: the organ's own mistake */
  GOV_VERDICT_UNDETERMINED,
} GovVerdict;

GOV_API const char *gov_check_result_get_name (GovCheckResult result); /* "pass", "fail", "uncertain", "not-assessable" */
GOV_API const char *gov_verdict_get_name (
    GovVerdict verdict); /* "misread", "slid", "split", "source", "undetermined"; NULL for NONE */
GOV_API int gov_check_result_from_name (const char *name); /* -1: unknown */
GOV_API int gov_verdict_from_name (const char *name);

typedef struct {
  const char *id; /* "applications.balance" */
  const char *table;
  const char *row; /* the row or the column that it was made for; the other is NULL */
  const char *column;
  GovCheckResult result;
  GovVerdict verdict;
  const char *left; /* both sides as decimals, blanks counted as 0; NULL when not assessable */
  const char *right;
  const char *difference; /* left - right; NULL when not assessable */
  guint n_cells;          /* the cells that take part */
  const GovCellRef *cells;
  guint n_blank; /* those of them that are blank */
  const GovCellRef *blank;
} GovCheck;

typedef struct {
  const char *name;   /* of the input */
  const char *sha256; /* 64 hexadecimal digits */
  guint64 bytes;
  const char *charset;
  const char *dialect; /* the reader's name */
} GovReportSource;

typedef struct _GovReport GovReport;

GOV_API const GovReportSource *gov_report_get_source (const GovReport *report);
GOV_API const char *gov_report_get_title (const GovReport *report);     /* NULL: none found */
GOV_API const char *gov_report_get_publisher (const GovReport *report); /* NULL: unknown */
GOV_API guint gov_report_get_year (const GovReport *report);            /* 0: unknown */
/* The period reported on, "2021-01-01" and "2021-12-31"; NULL: not stated. */
GOV_API const char *gov_report_get_period_from (const GovReport *report);
GOV_API const char *gov_report_get_period_to (const GovReport *report);
GOV_API guint gov_report_get_n_sections (const GovReport *report);
GOV_API const GovSection *gov_report_get_section (const GovReport *report, guint index);
/* Tables in the form's order; a report has at most one of a kind. NULL: not in the source. */
GOV_API guint gov_report_get_n_tables (const GovReport *report);
GOV_API const GovTable *gov_report_get_table (const GovReport *report, guint index);
GOV_API const GovTable *gov_report_find_table (const GovReport *report, const char *table);
GOV_API guint gov_report_get_n_checks (const GovReport *report);
GOV_API const GovCheck *gov_report_get_check (const GovReport *report, guint index);
GOV_API const GovDiagnostics *gov_report_get_diagnostics (const GovReport *report);

/* ---- building one ------------------------------------------------------------------------------------------------------ */

GOV_API GovReport *gov_report_new (void);
GOV_API void gov_report_free (GovReport *report);

/* All of these copy what they are given; NULL clears. */
GOV_API void gov_report_set_source (GovReport *report, const GovReportSource *source);
GOV_API void gov_report_set_title (GovReport *report, const char *title);
GOV_API void gov_report_set_publisher (GovReport *report, const char *publisher);
GOV_API void gov_report_set_year (GovReport *report, guint year);
GOV_API void gov_report_set_period (GovReport *report, const char *from, const char *to);
GOV_API void gov_report_add_section (GovReport *report, const GovSection *section);
/* A new table with every cell missing; if the report has one of that kind already, that one is replaced. Borrowed. */
GOV_API GovTable *gov_report_add_table (GovReport *report, const GovForm *form);
GOV_API void gov_table_set_cell (GovTable *table, guint cell, const GovCell *value);
GOV_API void gov_table_add_extra_row (GovTable *table, const GovExtraRow *row);
GOV_API void gov_report_add_check (GovReport *report, const GovCheck *check);
GOV_API void gov_report_clear_checks (GovReport *report);
/* The diagnostics to append to; they travel with the report into every output. Borrowed. */
GOV_API GovDiagnostics *gov_report_get_mutable_diagnostics (GovReport *report);
GOV_API GovTable *gov_report_get_mutable_table (GovReport *report, const char *table); /* NULL: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovReport, gov_report_free)

G_END_DECLS

#endif
