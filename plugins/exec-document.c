/* SPDX-License-Identifier: MIT */
/* The JSON document of a command → the builder. Looked through once before anything is told: a wrong value is refused with
 * its place, "blocks[3].table[0][2]". */
#include "plugins/exec.h"

#include <json-c/json.h>
#include <string.h>

typedef struct {
  const char *source; /* what the command read */
  gsize length;
  GovBuilder *builder; /* NULL: only look */
  GString *where;
  GError **error;
} Telling;

static gboolean
refuse (Telling *telling, const char *wanted)
{
  if (telling->error != NULL && *telling->error == NULL)
    g_set_error (telling->error, GOV_ERROR, GOV_ERROR_NO_REPORT, "the command's answer: %s is no %s", telling->where->str,
                 wanted);
  return FALSE;
}

/* Where the text stands: all of it if it stands there letter for letter, else the place alone. */
static GovSpan
get_span (const Telling *telling, struct json_object *object, const char *text, gsize n)
{
  struct json_object *at;

  if (!json_object_object_get_ex (object, "at", &at) || !json_object_is_type (at, json_type_int))
    return GOV_SPAN_NONE;
  gint64 offset = json_object_get_int64 (at);
  if (offset < 0 || (gsize) offset > telling->length)
    return GOV_SPAN_NONE;
  gboolean literal = n <= telling->length - offset && memcmp (telling->source + offset, text, n) == 0;
  return GOV_SPAN (offset, literal ? n : 0);
}

static guint
get_number (struct json_object *object, const char *key, guint usual, guint maximum)
{
  struct json_object *number;

  if (!json_object_object_get_ex (object, key, &number) || !json_object_is_type (number, json_type_int))
    return usual;
  return (guint) CLAMP (json_object_get_int64 (number), 0, maximum);
}

#define MAX_SPAN 10000 /* rows or columns of a cell that are believed */
#define MAX_LEVEL 6    /* of headings */

static gboolean
tell_cell (Telling *telling, struct json_object *cell)
{
  struct json_object *text = cell;
  gboolean object = json_object_is_type (cell, json_type_object);

  if (object && !json_object_object_get_ex (cell, "text", &text))
    return refuse (telling, "cell with a \"text\"");
  if (!json_object_is_type (text, json_type_string))
    return refuse (telling, "text");
  if (telling->builder == NULL)
    return TRUE;
  const char *string = json_object_get_string (text);
  gsize n = strlen (string);
  guint colspan = object ? get_number (cell, "colspan", 1, MAX_SPAN) : 1;
  guint rowspan = object ? get_number (cell, "rowspan", 1, MAX_SPAN) : 1;
  struct json_object *header = object ? json_object_object_get (cell, "header") : NULL;
  gov_builder_begin_cell (telling->builder, colspan, rowspan,
                          json_object_get_boolean (header) ? GOV_CELL_HEADER : GOV_CELL_PLAIN);
  gov_builder_text (telling->builder, string, n, object ? get_span (telling, cell, string, n) : GOV_SPAN_NONE);
  gov_builder_end_cell (telling->builder);
  return TRUE;
}

typedef gboolean (*TellFunc) (Telling *telling, struct json_object *item);

/* Every item of an array, each with its index in the place. */
static gboolean
tell_array (Telling *telling, struct json_object *array, TellFunc tell)
{
  if (!json_object_is_type (array, json_type_array))
    return refuse (telling, "array");
  gsize n = json_object_array_length (array), length = telling->where->len;
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_printf (telling->where, "[%" G_GSIZE_FORMAT "]", i);
      if (!tell (telling, json_object_array_get_idx (array, i)))
        return FALSE;
      g_string_truncate (telling->where, length);
    }
  return TRUE;
}

static gboolean
tell_row (Telling *telling, struct json_object *row)
{
  if (telling->builder != NULL)
    gov_builder_begin_row (telling->builder);
  if (!tell_array (telling, row, tell_cell))
    return FALSE;
  if (telling->builder != NULL)
    gov_builder_end_row (telling->builder);
  return TRUE;
}

static gboolean
tell_table (Telling *telling, struct json_object *table)
{
  gsize length = telling->where->len;

  g_string_append (telling->where, ".table");
  if (telling->builder != NULL)
    gov_builder_begin_table (telling->builder, GOV_TABLE_PLAIN);
  if (!tell_array (telling, table, tell_row))
    return FALSE;
  if (telling->builder != NULL)
    gov_builder_end_table (telling->builder);
  g_string_truncate (telling->where, length);
  return TRUE;
}

static gboolean
tell_block (Telling *telling, struct json_object *block)
{
  struct json_object *value;

  if (!json_object_is_type (block, json_type_object))
    return refuse (telling, "block");
  if (json_object_object_get_ex (block, "table", &value))
    return tell_table (telling, value);
  if (!json_object_object_get_ex (block, "paragraph", &value) || !json_object_is_type (value, json_type_string))
    return refuse (telling, "block with a \"paragraph\" or a \"table\"");
  if (telling->builder != NULL)
    {
      const char *text = json_object_get_string (value);
      gsize n = strlen (text);
      gov_builder_paragraph (telling->builder, get_number (block, "level", 0, MAX_LEVEL), text, n,
                             get_span (telling, block, text, n));
    }
  return TRUE;
}

static struct json_object *
parse (GBytes *json, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (json, &length);
  struct json_tokener *tokener = json_tokener_new ();

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  struct json_object *document = json_tokener_parse_ex (tokener, text, (int) MIN (length, G_MAXINT));
  if (json_tokener_get_error (tokener) == json_tokener_continue) /* a number at the end waits for more digits */
    document = json_tokener_parse_ex (tokener, "", 1);
  if (document == NULL)
    g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "the command's answer is no JSON: %s after %" G_GSIZE_FORMAT " bytes",
                 json_tokener_error_desc (json_tokener_get_error (tokener)), (gsize) json_tokener_get_parse_end (tokener));
  json_tokener_free (tokener);
  return document;
}

gboolean
gov_exec_tell (GBytes *json, const char *text, gsize length, GovBuilder *builder, GError **error)
{
  struct json_object *document = parse (json, error), *blocks = NULL;
  g_autoptr (GString) where = g_string_new ("blocks");
  Telling telling = {text, length, NULL, where, error};

  if (document == NULL)
    return FALSE;
  if (json_object_is_type (document, json_type_object))
    blocks = json_object_object_get (document, "blocks");
  gboolean told = tell_array (&telling, blocks, tell_block);
  telling.builder = builder;
  told = told && tell_array (&telling, blocks, tell_block);
  json_object_put (document);
  return told;
}
