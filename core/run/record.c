/* SPDX-License-Identifier: MIT */
#include "core/run/record.h"

void
gov_record_emit_text (GovJsonEmitter *json, const char *key, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  gov_json_emit_member (json, key, valid);
}

void
gov_record_emit_list (GovJsonEmitter *json, const char *key, const char *const *list)
{
  gov_json_emit_key (json, key);
  gov_json_emit_begin (json, '[', GOV_JSON_FLAT);
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    gov_json_emit_string (json, list[i]);
  gov_json_emit_end (json);
}

void
gov_record_emit_known (GovJsonEmitter *json, const char *key, guint64 number)
{
  if (number > 0)
    gov_json_emit_unsigned_member (json, key, number);
  else
    gov_json_emit_member (json, key, NULL);
}

static void
emit_cells (GovJsonEmitter *json, const char *key, const GovCellRef *cells, guint n_cells)
{
  gov_json_emit_key (json, key);
  gov_json_emit_begin (json, '[', GOV_JSON_FLAT);
  for (guint i = 0; i < n_cells; i++)
    {
      gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
      gov_json_emit_member (json, "table", cells[i].table);
      gov_json_emit_member (json, "row", cells[i].row);
      gov_json_emit_member (json, "column", cells[i].column);
      gov_json_emit_end (json);
    }
  gov_json_emit_end (json);
}

static void
emit_diagnostic_members (GovJsonEmitter *json, const GovDiagnostic *d)
{
  gov_json_emit_member (json, "severity", gov_severity_get_name (d->severity));
  gov_json_emit_member (json, "code", d->code);
  gov_json_emit_member (json, "message", d->message);
  emit_cells (json, "cells", d->cells, d->n_cells);
  gov_record_emit_known (json, "line", d->place.line);
  gov_record_emit_known (json, "char", d->place.column);
}

void
gov_record_emit_diagnostic (GovJsonEmitter *json, const GovDiagnostic *diagnostic)
{
  gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
  emit_diagnostic_members (json, diagnostic);
  gov_json_emit_end (json);
}

void
gov_record_emit_check (GovJsonEmitter *json, const GovCheck *check)
{
  gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
  gov_json_emit_member (json, "id", check->id);
  gov_json_emit_member (json, "table", check->table);
  if (check->row != NULL)
    gov_json_emit_member (json, "row", check->row);
  if (check->column != NULL)
    gov_json_emit_member (json, "column", check->column);
  gov_json_emit_member (json, "result", gov_check_result_get_name (check->result));
  if (check->verdict != GOV_VERDICT_NONE)
    gov_json_emit_member (json, "verdict", gov_verdict_get_name (check->verdict));
  gov_json_emit_member (json, "left", check->left);
  gov_json_emit_member (json, "right", check->right);
  gov_json_emit_member (json, "difference", check->difference);
  if (check->n_blank > 0)
    emit_cells (json, "blank", check->blank, check->n_blank);
  gov_json_emit_end (json);
}

char *
gov_record_dup_diagnostic_line (const char *document, const GovDiagnostic *diagnostic)
{
  GString *line = g_string_new (NULL);
  GovJsonEmitter json = {.out = line};

  gov_json_emit_begin (&json, '{', GOV_JSON_FLAT);
  gov_record_emit_text (&json, "document", document);
  emit_diagnostic_members (&json, diagnostic);
  gov_json_emit_end (&json);
  g_string_append_c (line, '\n');
  return g_string_free (line, FALSE);
}
