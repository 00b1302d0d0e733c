/* SPDX-License-Identifier: MIT */
/* A report as a JSON object, its keys always in the same order. One alone is laid out for people; of several each is a line
 * (JSON Lines). */
#include "core/report/json-emit.h"
#include "plugins/json.h"
#include "plugins/terms.h"

#include <string.h>

#define REPORT_BYTES 32768 /* what a usual report takes, so that the text seldom has to move */

typedef struct {
  GovJsonEmitter json;
  const GovReport *report;
  gboolean provenance;
} Writer;

/* A member that is left out where there is nothing to say. */
static void
write_known (GovJsonEmitter *json, const char *key, const char *text)
{
  if (text != NULL)
    gov_json_emit_member (json, key, text);
}

static void
write_place (GovJsonEmitter *json, const GovPlace *place)
{
  if (place->line > 0)
    gov_json_emit_unsigned_member (json, "line", place->line);
  if (place->column > 0)
    gov_json_emit_unsigned_member (json, "char", place->column);
  if (place->offset < 0)
    return;
  gov_json_emit_unsigned_member (json, "offset", place->offset);
  gov_json_emit_unsigned_member (json, "length", MAX (place->length, 0));
}

static void
write_texts (GovJsonEmitter *json, const char *key, const char *const *texts, guint n, GovJsonLayout layout)
{
  gov_json_emit_key (json, key);
  gov_json_emit_begin (json, '[', layout);
  for (guint i = 0; i < n; i++)
    gov_json_emit_string (json, texts[i]);
  gov_json_emit_end (json);
}

static void
write_refs (GovJsonEmitter *json, const char *key, const GovCellRef *cells, guint n)
{
  gov_json_emit_key (json, key);
  gov_json_emit_begin (json, '[', GOV_JSON_FLAT);
  for (guint i = 0; i < n; i++)
    {
      gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
      write_known (json, "table", cells[i].table);
      write_known (json, "row", cells[i].row);
      write_known (json, "column", cells[i].column);
      gov_json_emit_end (json);
    }
  gov_json_emit_end (json);
}

/* ---- the head ---------------------------------------------------------------------------------------------------------- */

static void
write_source (GovJsonEmitter *json, const GovReportSource *source)
{
  /* A file's name may be any bytes; all else in a report is UTF-8. */
  g_autofree char *name = source->name != NULL ? g_utf8_make_valid (source->name, -1) : NULL;

  gov_json_emit_key (json, "source");
  gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
  gov_json_emit_member (json, "name", name);
  gov_json_emit_member (json, "sha256", source->sha256);
  gov_json_emit_unsigned_member (json, "bytes", source->bytes);
  gov_json_emit_member (json, "charset", source->charset);
  gov_json_emit_member (json, "dialect", source->dialect);
  gov_json_emit_end (json);
}

static void
write_year_and_period (GovJsonEmitter *json, const GovReport *report)
{
  const char *from = gov_report_get_period_from (report), *to = gov_report_get_period_to (report);
  guint year = gov_report_get_year (report);

  gov_json_emit_key (json, "year");
  if (year > 0)
    gov_json_emit_unsigned (json, year);
  else
    gov_json_emit_string (json, NULL);

  gov_json_emit_key (json, "period");
  if (from == NULL && to == NULL)
    {
      gov_json_emit_string (json, NULL);
      return;
    }
  gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
  gov_json_emit_member (json, "from", from);
  gov_json_emit_member (json, "to", to);
  gov_json_emit_end (json);
}

static void
write_sections (GovJsonEmitter *json, const GovReport *report)
{
  gov_json_emit_key (json, "sections");
  gov_json_emit_begin (json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < gov_report_get_n_sections (report); i++)
    {
      const GovSection *section = gov_report_get_section (report, i);

      gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
      gov_json_emit_member (json, "id", section->id);
      gov_json_emit_member (json, "heading", section->heading);
      write_texts (json, "paragraphs", section->paragraphs, section->n_paragraphs, GOV_JSON_BROKEN);
      gov_json_emit_end (json);
    }
  gov_json_emit_end (json);
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

static void
write_rows (GovJsonEmitter *json, const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);
  guint cell = 0;

  gov_json_emit_key (json, "rows");
  gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
  for (guint b = 0; b < form->n_blocks; b++)
    for (guint r = 0; r < form->blocks[b].n_rows; r++)
      {
        gov_json_emit_key (json, form->blocks[b].rows[r].id);
        gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
        for (guint c = 0; c < form->blocks[b].n_columns; c++, cell++)
          {
            gov_json_emit_key (json, form->blocks[b].columns[c].id);
            gov_json_emit_decimal (json, gov_table_get_cell (table, cell)->value);
          }
        gov_json_emit_end (json);
      }
  gov_json_emit_end (json);
}

/* What rows alone does not tell: there a number means "read" and null means "blank". */
static gboolean
origin_is_plain (const GovCell *cell)
{
  return cell->origin == (gov_cell_has_value (cell) ? GOV_ORIGIN_READ : GOV_ORIGIN_BLANK);
}

/* Row → column → origin of the other cells; nothing at all when there are none. */
static void
write_states (GovJsonEmitter *json, const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);
  const GovFormRow *open = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < form->n_cells; i++)
    {
      const GovCell *cell = gov_table_get_cell (table, i);
      if (origin_is_plain (cell))
        continue;

      GovFormCell where = gov_form_get_cell (form, i);
      if (!any)
        {
          gov_json_emit_key (json, "states");
          gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
          any = TRUE;
        }
      if (open != where.row)
        {
          if (open != NULL)
            gov_json_emit_end (json);
          gov_json_emit_key (json, where.row->id);
          gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
          open = where.row;
        }
      gov_json_emit_member (json, where.column->id, gov_origin_get_name (cell->origin));
    }
  if (open != NULL)
    gov_json_emit_end (json);
  if (any)
    gov_json_emit_end (json);
}

static void
write_extra_rows (GovJsonEmitter *json, const GovTable *table)
{
  guint n = gov_table_get_n_extra_rows (table);

  if (n == 0)
    return;
  gov_json_emit_key (json, "extra_rows");
  gov_json_emit_begin (json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < n; i++)
    {
      const GovExtraRow *row = gov_table_get_extra_row (table, i);

      gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
      gov_json_emit_member (json, "label", row->label);
      gov_json_emit_member (json, "after", row->after);
      write_texts (json, "texts", row->texts, row->n_texts, GOV_JSON_FLAT);
      write_place (json, &row->place);
      gov_json_emit_end (json);
    }
  gov_json_emit_end (json);
}

static void
write_cells (GovJsonEmitter *json, const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);

  gov_json_emit_key (json, "cells");
  gov_json_emit_begin (json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < form->n_cells; i++)
    {
      const GovCell *cell = gov_table_get_cell (table, i);
      GovFormCell where = gov_form_get_cell (form, i);

      gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
      gov_json_emit_member (json, "row", where.row->id);
      gov_json_emit_member (json, "column", where.column->id);
      gov_json_emit_member (json, "value", cell->value);
      gov_json_emit_member (json, "origin", gov_origin_get_name (cell->origin));
      gov_json_emit_member (json, "raw", cell->raw);
      write_place (json, &cell->place);
      gov_json_emit_end (json);
    }
  gov_json_emit_end (json);
}

static void
write_tables (Writer *writer)
{
  GovJsonEmitter *json = &writer->json;

  gov_json_emit_key (json, "tables");
  gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
  for (guint i = 0; i < gov_report_get_n_tables (writer->report); i++)
    {
      const GovTable *table = gov_report_get_table (writer->report, i);

      gov_json_emit_key (json, gov_table_get_form (table)->table);
      gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
      gov_json_emit_member (json, "edition", gov_table_get_form (table)->edition);
      write_rows (json, table);
      write_states (json, table);
      write_extra_rows (json, table);
      if (writer->provenance)
        write_cells (json, table);
      gov_json_emit_end (json);
    }
  gov_json_emit_end (json);
}

/* ---- findings ---------------------------------------------------------------------------------------------------------- */

static void
write_checks (GovJsonEmitter *json, const GovReport *report)
{
  gov_json_emit_key (json, "checks");
  gov_json_emit_begin (json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    {
      const GovCheck *check = gov_report_get_check (report, i);

      gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
      gov_json_emit_member (json, "id", check->id);
      write_known (json, "table", check->table);
      write_known (json, "row", check->row);
      write_known (json, "column", check->column);
      gov_json_emit_member (json, "result", gov_check_result_get_name (check->result));
      write_known (json, "verdict", gov_verdict_get_name (check->verdict));
      write_known (json, "left", check->left);
      write_known (json, "right", check->right);
      write_known (json, "difference", check->difference);
      if (!gov_terms_are_implied (report, check))
        write_refs (json, "cells", check->cells, check->n_cells);
      if (check->n_blank > 0)
        write_refs (json, "blank", check->blank, check->n_blank);
      gov_json_emit_end (json);
    }
  gov_json_emit_end (json);
}

static void
write_diagnostics (GovJsonEmitter *json, const GovDiagnostics *diagnostics)
{
  gov_json_emit_key (json, "diagnostics");
  gov_json_emit_begin (json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      const GovDiagnostic *diagnostic = gov_diagnostics_get (diagnostics, i);

      gov_json_emit_begin (json, '{', GOV_JSON_FLAT);
      gov_json_emit_member (json, "severity", gov_severity_get_name (diagnostic->severity));
      gov_json_emit_member (json, "code", diagnostic->code);
      gov_json_emit_member (json, "message", diagnostic->message);
      write_refs (json, "cells", diagnostic->cells, diagnostic->n_cells);
      write_place (json, &diagnostic->place);
      gov_json_emit_end (json);
    }
  gov_json_emit_end (json);
}

/* ---- the writer -------------------------------------------------------------------------------------------------------- */

static void
write_report (Writer *writer)
{
  GovJsonEmitter *json = &writer->json;
  const GovReport *report = writer->report;

  gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
  gov_json_emit_unsigned_member (json, "govconv", 1);
  write_source (json, gov_report_get_source (report));
  gov_json_emit_member (json, "title", gov_report_get_title (report));
  gov_json_emit_member (json, "publisher", gov_report_get_publisher (report));
  write_year_and_period (json, report);
  write_sections (json, report);
  write_tables (writer);
  write_checks (json, report);
  write_diagnostics (json, gov_report_get_diagnostics (report));
  gov_json_emit_end (json);
}

static gboolean
json_write (const GovOutput *output, gpointer state G_GNUC_UNUSED, const GovReport *report, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (REPORT_BYTES);
  Writer writer = {
      .json = {.out = text, .indent = output->several ? 0 : (guint) gov_options_get_integer (output->options, "indent")},
      .report = report,
      .provenance = gov_options_get_boolean (output->options, "provenance"),
  };

  write_report (&writer);
  g_string_append_c (text, '\n');
  return gov_sink_write (output->sink, text->str, (gssize) text->len, error);
}

static const GovOptionSpec options[] = {
    {.name = "provenance",
     .type = GOV_OPTION_BOOLEAN,
     .default_value = "no",
     .help = "every cell with the text it was read from and its place in the source"},
    {.name = "indent",
     .type = GOV_OPTION_INTEGER,
     .default_value = "2",
     .minimum = 0,
     .maximum = 8,
     .help = "spaces a level for a single report; 0 writes it on one line, as several always are"},
    {0},
};

const GovWriter gov_json_writer = {
    .size = sizeof (GovWriter),
    .name = "json",
    .summary = "JSON, one object a report; several reports as JSON Lines",
    .extensions = (const char *const[]){"json", "jsonl", "ndjson", NULL},
    .mime_types = (const char *const[]){"application/json", "application/x-ndjson", NULL},
    .options = options,
    .write = json_write,
};
