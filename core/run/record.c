/* SPDX-License-Identifier: MIT */
#include "core/run/record.h"

struct json_object *
gov_record_of_string (const char *text)
{
  if (text == NULL)
    return NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  return json_object_new_string (valid);
}

static void
add_string (struct json_object *object, const char *key, const char *text)
{
  json_object_object_add (object, key, gov_record_of_string (text));
}

static struct json_object *
record_of_cells (const GovCellRef *cells, guint n_cells)
{
  struct json_object *array = json_object_new_array ();

  for (guint i = 0; i < n_cells; i++)
    {
      struct json_object *cell = json_object_new_object ();
      add_string (cell, "table", cells[i].table);
      add_string (cell, "row", cells[i].row);
      add_string (cell, "column", cells[i].column);
      json_object_array_add (array, cell);
    }
  return array;
}

static void
fill_diagnostic (struct json_object *object, const GovDiagnostic *d)
{
  add_string (object, "severity", gov_severity_get_name (d->severity));
  add_string (object, "code", d->code);
  add_string (object, "message", d->message);
  json_object_object_add (object, "cells", record_of_cells (d->cells, d->n_cells));
  json_object_object_add (object, "line", d->place.line > 0 ? json_object_new_int64 (d->place.line) : NULL);
  json_object_object_add (object, "char", d->place.column > 0 ? json_object_new_int64 (d->place.column) : NULL);
}

struct json_object *
gov_record_of_diagnostic (const GovDiagnostic *diagnostic)
{
  struct json_object *object = json_object_new_object ();

  fill_diagnostic (object, diagnostic);
  return object;
}

struct json_object *
gov_record_of_check (const GovCheck *check)
{
  struct json_object *object = json_object_new_object ();

  add_string (object, "id", check->id);
  add_string (object, "table", check->table);
  if (check->row != NULL)
    add_string (object, "row", check->row);
  if (check->column != NULL)
    add_string (object, "column", check->column);
  add_string (object, "result", gov_check_result_get_name (check->result));
  if (check->verdict != GOV_VERDICT_NONE)
    add_string (object, "verdict", gov_verdict_get_name (check->verdict));
  add_string (object, "left", check->left);
  add_string (object, "right", check->right);
  add_string (object, "difference", check->difference);
  if (check->n_blank > 0)
    json_object_object_add (object, "blank", record_of_cells (check->blank, check->n_blank));
  return object;
}

char *
gov_record_dup_diagnostic_line (const char *document, const GovDiagnostic *diagnostic)
{
  struct json_object *object = json_object_new_object ();

  add_string (object, "document", document);
  fill_diagnostic (object, diagnostic);
  char *line = g_strconcat (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE),
                            "\n", NULL);
  json_object_put (object);
  return line;
}
