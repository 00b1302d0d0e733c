/* SPDX-License-Identifier: MIT */
/* JSON objects as records: which members an object has, and how each is read into which field of a struct, as data. */
#pragma once

#include "plugins/json-scan.h"

#include <govconv/report.h>

typedef struct {
  GovJsonScanner scan;
  GStringChunk *strings; /* of the report being read, until it is finished */
  GPtrArray *texts;      /* of the record being read, in strings */
  GArray *refs;          /* GovCellRef, likewise */
  GovReport *report;
  gboolean tables_read;
  gsize checks_at; /* where checks stand that came before the tables they need; 0: none */
} GovJsonLoader;

typedef struct {
  const char *key;
  void (*read) (GovJsonLoader *loader, gpointer field);
  gsize offset; /* of the field in the record */
  gboolean required;
} GovJsonMember;

#define GOV_JSON_MEMBER(record, name, read)                                                                                    \
  {                                                                                                                            \
#name, read, G_STRUCT_OFFSET(record, name), FALSE                                                                          \
  }
#define GOV_JSON_REQUIRED(record, name, read)                                                                                  \
  {                                                                                                                            \
#name, read, G_STRUCT_OFFSET(record, name), TRUE                                                                           \
  }
/* Of a record with a field GovPlace place, set to GOV_PLACE_NONE before. */
#define GOV_JSON_PLACE(record)                                                                                                 \
  {"line", gov_json_read_uint32, G_STRUCT_OFFSET (record, place.line), FALSE},                                                 \
      {"char", gov_json_read_uint32, G_STRUCT_OFFSET (record, place.column), FALSE},                                           \
      {"offset", gov_json_read_int64, G_STRUCT_OFFSET (record, place.offset), FALSE},                                          \
  {                                                                                                                            \
    "length", gov_json_read_int64, G_STRUCT_OFFSET (record, place.length), FALSE                                               \
  }

/* The object that comes next, into the record. Unknown members are skipped; one that stands twice, or is required and not
 * there, is an error. Leaves the scanner's value at the object, for errors about the whole. At most 32 members. */
gboolean gov_json_read_members (GovJsonLoader *loader, const GovJsonMember *members, guint n_members, gpointer record);
/* The array that comes next: read_record is called before each of its objects. */
void gov_json_read_records (GovJsonLoader *loader, void (*read_record) (GovJsonLoader *loader));

/* Readers of fields. A string lives in loader->strings. */
void gov_json_read_string (GovJsonLoader *loader, gpointer field);          /* const char *; null gives NULL */
void gov_json_read_required_string (GovJsonLoader *loader, gpointer field); /* const char * */
void gov_json_read_uint32 (GovJsonLoader *loader, gpointer field);
void gov_json_read_int64 (GovJsonLoader *loader, gpointer field); /* not negative */
void gov_json_read_uint64 (GovJsonLoader *loader, gpointer field);

/* A stretch of loader->texts or loader->refs, which grow until the record is read; present: the member stands there. */
typedef struct {
  guint from, n;
  gboolean present;
} GovJsonStretch;

void gov_json_read_texts (GovJsonLoader *loader, gpointer field); /* GovJsonStretch; an array of strings */
void gov_json_read_refs (GovJsonLoader *loader, gpointer field);  /* GovJsonStretch; an array of cells by identifiers */
const char *const *gov_json_texts (GovJsonLoader *loader, GovJsonStretch stretch);
const GovCellRef *gov_json_refs (GovJsonLoader *loader, GovJsonStretch stretch);

/* Over a null: TRUE. Anything else is left where it is. */
gboolean gov_json_skip_null (GovJsonLoader *loader);

/* The value of the member "tables"; field is not used. json-table.c */
void gov_json_read_tables (GovJsonLoader *loader, gpointer field);
