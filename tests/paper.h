/* SPDX-License-Identifier: MIT */
/* Documents for tests of what comes behind the readers, told to the builder from a notation that looks like what it means:
 *
 *   # TEXT         a heading
 *   = FLAGS        the table that follows is open, ragged, blanks (lost), recognised: any of them
 *   | A | B |      a row of a table, which ends at the first line that is no row
 *   |2x3 A |       a cell over 2 columns and 3 rows
 *   @NAME VALUE    a property
 *   TEXT           a paragraph
 *
 * Spans are those of the notation: line 3 of a report is line 3 of it. */
#pragma once

#include "core/document/document.h"
#include "tests/gtest-c.h"
#include <govconv/govconv.h>

typedef struct {
  GovSource *source;
  GovDiagnostics *diagnostics; /* of the building */
  GovDocument *document;
} GovPaper;

GovPaper *gov_paper_new (const char *notation);
void gov_paper_free (GovPaper *paper);

/* The form's tables as they are printed, in grids, with a figure above zero in each cell. */
void gov_paper_print_table (GString *notation, const GovForm *form);
/* The same cells' figures: "44", "-15", "1865.06". Free with g_free(). */
char *gov_paper_figure (const GovForm *form, guint cell);
/* A whole report of six sections, with the table of section 2 in the first edition, that of section 3 in the second. */
char *gov_paper_print_report (const char *disclosure_edition, const char *applications_edition, guint year);

/* The text with its first occurrence of a part replaced; a failure is noted when it does not occur. Takes the text. */
char *gov_paper_change (char *text, const char *part, const char *by);

/* The first diagnostic of a code; NULL: none. */
const GovDiagnostic *gov_test_find_diagnostic (const GovDiagnostics *diagnostics, const char *code);

/* How many critical messages a statement gives. */
typedef struct {
  guint n;
  GLogFunc before;
} GovCriticals;

void gov_test_criticals_begin (GovCriticals *criticals);
guint gov_test_criticals_end (GovCriticals *criticals);

#define EXPECT_CRITICAL(statement)                                                                                             \
  do                                                                                                                           \
    {                                                                                                                          \
      GovCriticals criticals_;                                                                                                 \
      gov_test_criticals_begin (&criticals_);                                                                                  \
      statement;                                                                                                               \
      EXPECT_EQ (gov_test_criticals_end (&criticals_), 1);                                                                     \
    }                                                                                                                          \
  while (0)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovPaper, gov_paper_free)
