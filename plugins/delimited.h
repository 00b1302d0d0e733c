/* SPDX-License-Identifier: MIT */
/* Separated values: fields between tabs, commas or semicolons, with quoted fields that may hold the delimiter and line ends
 * (RFC 4180), read tolerantly: a quotation mark that begins no well-formed quoted field is a letter like any other. */
#pragma once

#include <govconv/document.h>

typedef struct {
  GovSpan span;    /* the field's text without its quotation marks */
  gboolean quoted; /* doubled quotation marks in it stand for one */
} GovField;

typedef struct {
  const char *text;
  gsize length;
  gsize next; /* where the next record begins */
  char delimiter;
} GovDelimited;

static inline GovDelimited
gov_delimited_over (const char *text, gsize length, char delimiter)
{
  return (GovDelimited){text, length, 0, delimiter};
}

/* The next record's fields into fields (emptied first; GovField); record: its span without the line end. FALSE: no more. An
 * empty line is a record of one empty field. */
gboolean gov_delimited_next (GovDelimited *delimited, GArray *fields, GovSpan *record);

/* Whether a field holds nothing but white space. */
gboolean gov_field_is_blank (const char *text, const GovField *field);

/* Tell a field's text inside an open paragraph or cell: line ends in it as breaks, doubled quotation marks as one, every
 * literal stretch with its own span. */
void gov_field_tell (GovBuilder *builder, const char *text, const GovField *field);

/* Tell a text from the offset start on: stretches of records with several fields as tables, what stands alone on its line as
 * paragraphs. */
void gov_delimited_tell (GovBuilder *builder, const char *text, gsize start, gsize length, char delimiter);
