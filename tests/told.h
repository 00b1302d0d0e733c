/* SPDX-License-Identifier: MIT */
/* What a reader tells about a text, written down so that a test can show it:
 *
 *   a paragraph            its text on a line of its own
 *   # a heading            one '#' for each level
 *   T ragged               a table, then its flags: open ragged lost recognised
 *   : cell | cell          a row; '/' is a break in a cell, "cell{2x3}" spans two columns and three rows
 *   !span …                a run of text that the source does not have at the run's place */
#pragma once

#include <govconv/diagnostic.h>

/* The document that the reader of that name makes of text; a message beginning with '!' when it cannot. Free with g_free(). */
char *gov_test_told (const char *reader, const char *text);
/* The same of an input that may be binary. diagnostics: where to note what is found. */
char *gov_test_told_bytes (const char *reader, GBytes *bytes, GovDiagnostics *diagnostics);
/* The reader's score for text under a file name. */
guint gov_test_score (const char *reader, const char *file_name, const char *text);
