/* SPDX-License-Identifier: MIT */
/* Taking JSON text apart, value by value, without a tree: numbers keep their text, and every value its place. */
#pragma once

#include <glib.h>

#define GOV_JSON_SCAN_DEPTH 1000 /* open containers, also in what is skipped */

/* Errors stick: after the first one every call returns FALSE or NULL, so that a caller may look only at its end. */
typedef struct {
  const char *text; /* UTF-8, NUL-terminated; borrowed */
  gsize length;
  gsize position;   /* of the next byte */
  gsize value;      /* where the value or key read last begins */
  GString *string;  /* the string or key read last */
  gboolean fresh;   /* no item of the container entered last has been met */
  char *problem;    /* what is wrong, or NULL */
  gsize problem_at; /* where, in bytes of the text */
} GovJsonScanner;

void gov_json_scan_init (GovJsonScanner *scanner, const char *text, gsize length);
void gov_json_scan_clear (GovJsonScanner *scanner);
/* Note a problem at a place of the text, unless there is one already. Returns FALSE. */
gboolean gov_json_scan_fail (GovJsonScanner *scanner, gsize at, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The first character of the next value, '0' for every number; '\0' at the end of the text. */
char gov_json_scan_peek (GovJsonScanner *scanner);

/* Enter the object or array that comes next, then ask for its members or items until FALSE, reading or skipping the value
 * of each. The key is valid until the next string or key is read. */
gboolean gov_json_scan_enter (GovJsonScanner *scanner, char bracket);
const char *gov_json_scan_next_member (GovJsonScanner *scanner);
gboolean gov_json_scan_next_item (GovJsonScanner *scanner);
gboolean gov_json_scan_skip (GovJsonScanner *scanner);

/* A string, valid until the next string or key is read; NULL for null, and on error. */
const char *gov_json_scan_string (GovJsonScanner *scanner);
/* Likewise of a string that has to be there: null is an error. */
const char *gov_json_scan_required_string (GovJsonScanner *scanner);
/* The text of a number, a copy; NULL for null, and on error. */
char *gov_json_scan_number (GovJsonScanner *scanner);
/* An integer from 0 to maximum; 0 on error. */
guint64 gov_json_scan_unsigned (GovJsonScanner *scanner, guint64 maximum);
