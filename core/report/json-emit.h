/* SPDX-License-Identifier: MIT */
/* Writing JSON text: values in order into a string, with a layout that people can read. */
#pragma once

#include <glib.h>

#define GOV_JSON_EMIT_DEPTH 16 /* open containers at once; what a writer nests is its own constant */

/* A container is broken (a line an item) or flat (all items on its line); one inside a flat container is flat. */
typedef enum { GOV_JSON_FLAT, GOV_JSON_BROKEN } GovJsonLayout;

typedef struct {
  GString *out; /* borrowed */
  guint indent; /* spaces a level; 0: no white space at all, the whole value on one line */
  guint depth;
  gboolean after_key;
  struct {
    char close;
    gboolean broken, empty;
  } levels[GOV_JSON_EMIT_DEPTH];
} GovJsonEmitter;

void gov_json_emit_begin (GovJsonEmitter *emitter, char bracket, GovJsonLayout layout); /* bracket: '{' or '[' */
void gov_json_emit_end (GovJsonEmitter *emitter);
/* Inside an object, before each value. key needs no escaping. */
void gov_json_emit_key (GovJsonEmitter *emitter, const char *key);
/* UTF-8; NULL: null. Besides what JSON demands, U+0085, U+2028 and U+2029 are escaped: there are programs that take them for
 * the end of a line, and a JSON Lines record must stay one line. */
void gov_json_emit_string (GovJsonEmitter *emitter, const char *text);
void gov_json_emit_unsigned (GovJsonEmitter *emitter, guint64 number);
void gov_json_emit_boolean (GovJsonEmitter *emitter, gboolean value);
/* A decimal as the report model has it ([+-] digits [. digits]) as a JSON number: a plus sign and leading zeros, which JSON
 * forbids, are dropped, every other digit stays. NULL, or no decimal: null. */
void gov_json_emit_decimal (GovJsonEmitter *emitter, const char *decimal);

/* Shorthands: key and value. */
void gov_json_emit_member (GovJsonEmitter *emitter, const char *key, const char *text);
void gov_json_emit_unsigned_member (GovJsonEmitter *emitter, const char *key, guint64 number);
