/* SPDX-License-Identifier: MIT */
/* Figures as CSV (RFC 4180): one line a cell, or one line a report. docs/model.md, docs/schema/cells.csv-metadata.json. */
#include "plugins/csv.h"

#include <string.h>

#define REPORT_BYTES 32768 /* what a usual report takes, so that the text seldom has to move */

typedef struct {
  GString *out;
  gboolean guard;
} Writer;

/* ---- fields ------------------------------------------------------------------------------------------------------------ */

static void
end_field (Writer *writer)
{
  g_string_append_c (writer->out, ',');
}

/* The comma behind the last field becomes the line's end. */
static void
end_line (Writer *writer)
{
  g_string_truncate (writer->out, writer->out->len - 1);
  g_string_append (writer->out, "\r\n");
}

/* Text that is known to need no quotes: our own identifiers, numbers. */
static void
plain_field (Writer *writer, const char *text)
{
  if (text != NULL)
    g_string_append (writer->out, text);
  end_field (writer);
}

/* Text as the source has it. NULL: an empty field. */
static void
text_field (Writer *writer, const char *text)
{
  GString *out = writer->out;
  gboolean guard = writer->guard && text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (text != NULL && text[strcspn (text, "\",\r\n")] == '\0')
    {
      if (guard)
        g_string_append_c (out, '\'');
      g_string_append (out, text);
    }
  else if (text != NULL)
    {
      g_string_append (out, guard ? "\"'" : "\"");
      for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
        {
          g_string_append_len (out, text, quote - text);
          g_string_append (out, "\"\"");
        }
      g_string_append (out, text);
      g_string_append_c (out, '"');
    }
  end_field (writer);
}

static void
number_field (Writer *writer, guint number)
{
  if (number > 0)
    g_string_append_printf (writer->out, "%u", number);
  end_field (writer);
}

/* document,publisher,year */
static void
report_fields (Writer *writer, const GovReport *report)
{
  const char *name = gov_report_get_source (report)->name;
  /* A file's name may be any bytes; all else in a report is UTF-8. */
  g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : NULL;

  text_field (writer, valid);
  text_field (writer, gov_report_get_publisher (report));
  number_field (writer, gov_report_get_year (report));
}

/* ---- one line a cell --------------------------------------------------------------------------------------------------- */

static const char long_header[]
    = "document,publisher,year,table,edition,row,column,value,unit,origin,line,raw,row_label,column_label\r\n";

static void
write_long (Writer *writer, const GovReport *report)
{
  GString *out = writer->out;
  gsize begin = out->len;

  report_fields (writer, report);
  g_autofree char *head = g_strndup (out->str + begin, out->len - begin);
  g_string_truncate (out, begin);

  for (guint t = 0; t < gov_report_get_n_tables (report); t++)
    {
      const GovTable *table = gov_report_get_table (report, t);
      const GovForm *form = gov_table_get_form (table);

      for (guint i = 0; i < form->n_cells; i++)
        {
          const GovCell *cell = gov_table_get_cell (table, i);
          GovFormCell where = gov_form_get_cell (form, i);

          g_string_append (out, head);
          plain_field (writer, form->table);
          plain_field (writer, form->edition);
          plain_field (writer, where.row->id);
          plain_field (writer, where.column->id);
          plain_field (writer, cell->value);
          plain_field (writer, gov_unit_get_name (where.column->unit));
          plain_field (writer, gov_origin_get_name (cell->origin));
          number_field (writer, cell->place.line);
          text_field (writer, cell->raw);
          text_field (writer, where.row->label);
          text_field (writer, where.column->label);
          end_line (writer);
        }
    }
}

/* ---- one line a report ------------------------------------------------------------------------------------------------- */

/* Whether an edition of the same table that stands before the form has the cell too. */
static gboolean
column_stands_already (const GovForm *const *forms, guint form, GovFormCell where)
{
  for (guint i = 0; i < form; i++)
    if (strcmp (forms[i]->table, forms[form]->table) == 0
        && gov_form_find_cell (forms[i], where.row->id, where.column->id) != GOV_CELL_NONE)
      return TRUE;
  return FALSE;
}

typedef void (*WideFunc) (Writer *writer, const GovReport *report, const char *table, const char *row, const char *column);

/* Every column that any edition has, in the forms' order, so that all reports share a header: for each table its edition
 * (row NULL), then its cells. */
static void
foreach_wide_column (Writer *writer, const GovReport *report, WideFunc func)
{
  guint n_forms;
  const GovForm *const *forms = gov_forms (&n_forms);

  for (guint f = 0; f < n_forms; f++)
    {
      if (f == 0 || strcmp (forms[f - 1]->table, forms[f]->table) != 0)
        func (writer, report, forms[f]->table, NULL, NULL);
      for (guint i = 0; i < forms[f]->n_cells; i++)
        {
          GovFormCell where = gov_form_get_cell (forms[f], i);

          if (!column_stands_already (forms, f, where))
            func (writer, report, forms[f]->table, where.row->id, where.column->id);
        }
    }
}

static void
write_wide_name (Writer *writer, const GovReport *report G_GNUC_UNUSED, const char *table, const char *row, const char *column)
{
  if (row == NULL)
    g_string_append_printf (writer->out, "%s.edition", table);
  else
    g_string_append_printf (writer->out, "%s.%s.%s", table, row, column);
  end_field (writer);
}

static void
write_wide_value (Writer *writer, const GovReport *report, const char *table, const char *row, const char *column)
{
  const GovTable *found = gov_report_find_table (report, table);
  const GovForm *form = found != NULL ? gov_table_get_form (found) : NULL;
  const char *value = NULL;

  if (form != NULL && row == NULL)
    value = form->edition;
  else if (form != NULL)
    {
      guint cell = gov_form_find_cell (form, row, column);
      value = cell != GOV_CELL_NONE ? gov_table_get_cell (found, cell)->value : NULL;
    }
  plain_field (writer, value);
}

/* ---- the writer -------------------------------------------------------------------------------------------------------- */

static gboolean
is_wide (const GovOutput *output)
{
  return strcmp (gov_options_get_string (output->options, "layout"), "wide") == 0;
}

static gboolean
csv_begin (const GovOutput *output, gpointer *state G_GNUC_UNUSED, GError **error)
{
  g_autoptr (GString) text = g_string_new (gov_options_get_boolean (output->options, "bom") ? "\xef\xbb\xbf" : NULL);
  Writer writer = {text, FALSE};

  if (is_wide (output))
    {
      g_string_append (text, "document,publisher,year,");
      foreach_wide_column (&writer, NULL, write_wide_name);
      end_line (&writer);
    }
  else
    g_string_append (text, long_header);
  return gov_sink_write (output->sink, text->str, (gssize) text->len, error);
}

static gboolean
csv_write (const GovOutput *output, gpointer state G_GNUC_UNUSED, const GovReport *report, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (REPORT_BYTES);
  Writer writer = {text, gov_options_get_boolean (output->options, "guard")};

  if (is_wide (output))
    {
      report_fields (&writer, report);
      foreach_wide_column (&writer, report, write_wide_value);
      end_line (&writer);
    }
  else
    write_long (&writer, report);
  return gov_sink_write (output->sink, text->str, (gssize) text->len, error);
}

static const GovOptionSpec options[] = {
    {.name = "layout",
     .type = GOV_OPTION_CHOICE,
     .default_value = "long",
     .choices = (const char *const[]){"long", "wide", NULL},
     .help = "long: one line a cell; wide: one line a report, a column a cell of every edition"},
    {.name = "bom",
     .type = GOV_OPTION_BOOLEAN,
     .default_value = "no",
     .help = "begin with a byte-order mark, by which Excel knows UTF-8"},
    {.name = "guard",
     .type = GOV_OPTION_BOOLEAN,
     .default_value = "no",
     .help = "put an apostrophe before text that a spreadsheet would run as a formula (=, +, -, @)"},
    {0},
};

static const GovWriter csv_writer = {
    .size = sizeof (GovWriter),
    .name = "csv",
    .summary = "CSV, one line a cell or one line a report; several reports under one header",
    .extensions = (const char *const[]){"csv", NULL},
    .mime_types = (const char *const[]){"text/csv", NULL},
    .options = options,
    .begin = csv_begin,
    .write = csv_write,
};

static const GovWriter *const writers[] = {&csv_writer, NULL};

/* clang-format off */
GOV_PLUGIN (csv) = {
  GOV_PLUGIN_HEADER,
  .name = "csv",
  .version = GOV_VERSION,
  .summary = "Figures as CSV; tables of reports from CSV",
  .license = "MIT",
  .readers = (const GovReader *const[]){&gov_csv_reader, NULL},
  .writers = writers,
};
/* clang-format on */
