/* SPDX-License-Identifier: MIT */
/* A report as <report>, everything in it; several under one <reports>. What is not known is not written: no attribute, no
 * element. Own code instead of xmlTextWriter, see docs/decisions/xml.md. */
#include "plugins/terms.h"
#include "plugins/xml.h"

#include <string.h>

#define REPORT_BYTES 65536 /* what a usual report takes, so that the text seldom has to move */

typedef struct {
  GString *out;
  guint depth;
} Writer;

/* ---- text -------------------------------------------------------------------------------------------------------------- */

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD, for a character that XML 1.0 cannot hold */

/* What stands for the character at p, *length bytes long; NULL: itself. */
static const char *
escape_at (const guchar *p, gboolean in_attribute, gsize *length)
{
  *length = 1;
  switch (*p)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return in_attribute ? "&quot;" : NULL;
    case '\r':
      return "&#13;";
    case '\n': /* an XML parser turns both into spaces inside an attribute */
      return in_attribute ? "&#10;" : NULL;
    case '\t':
      return in_attribute ? "&#9;" : NULL;
    case 0xef: /* U+FFFE and U+FFFF */
      if (p[1] != 0xbf || p[2] < 0xbe)
        return NULL;
      *length = 3;
      return REPLACEMENT;
    default:
      return *p < ' ' ? REPLACEMENT : NULL;
    }
}

static void
append_text (GString *out, const char *text, gboolean in_attribute)
{
  const guchar *plain = (const guchar *) text, *p = plain;

  while (*p != '\0')
    {
      gsize length;
      const char *escape = escape_at (p, in_attribute, &length);

      if (escape != NULL)
        {
          g_string_append_len (out, (const char *) plain, p - plain);
          g_string_append (out, escape);
          plain = p + length;
        }
      p += length;
    }
  g_string_append_len (out, (const char *) plain, p - plain);
}

/* ---- elements ---------------------------------------------------------------------------------------------------------- */

static void
start (Writer *writer, const char *name)
{
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->out, "  ");
  g_string_append_c (writer->out, '<');
  g_string_append (writer->out, name);
}

/* NULL: not known, nothing is written. */
static void
attribute (Writer *writer, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, name);
  g_string_append (writer->out, "=\"");
  append_text (writer->out, value, TRUE);
  g_string_append_c (writer->out, '"');
}

static void
number_attribute (Writer *writer, const char *name, guint64 value)
{
  char digits[21];

  g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, value);
  attribute (writer, name, digits);
}

static void
place_attributes (Writer *writer, const GovPlace *place)
{
  if (place->line > 0)
    number_attribute (writer, "line", place->line);
  if (place->column > 0)
    number_attribute (writer, "char", place->column);
  if (place->offset < 0)
    return;
  number_attribute (writer, "offset", place->offset);
  number_attribute (writer, "length", MAX (place->length, 0));
}

/* The end of an element without content. */
static void
end_empty (Writer *writer)
{
  g_string_append (writer->out, "/>\n");
}

/* The end of one with text, or, when that is NULL, without. */
static void
end_with_text (Writer *writer, const char *name, const char *text)
{
  if (text == NULL)
    {
      end_empty (writer);
      return;
    }
  g_string_append_c (writer->out, '>');
  append_text (writer->out, text, FALSE);
  g_string_append_printf (writer->out, "</%s>\n", name);
}

/* An element of text alone; none for NULL. */
static void
text_element (Writer *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;
  start (writer, name);
  end_with_text (writer, name, text);
}

static void
enter (Writer *writer)
{
  g_string_append (writer->out, ">\n");
  writer->depth++;
}

static void
leave (Writer *writer, const char *name)
{
  writer->depth--;
  start (writer, "/");
  g_string_append_printf (writer->out, "%s>\n", name);
}

/* ---- the report's parts ------------------------------------------------------------------------------------------------ */

static void
write_head (Writer *writer, const GovReport *report)
{
  const GovReportSource *source = gov_report_get_source (report);
  const char *from = gov_report_get_period_from (report), *to = gov_report_get_period_to (report);
  /* A file's name may be any bytes; all else in a report is UTF-8. */
  g_autofree char *name = source->name != NULL ? g_utf8_make_valid (source->name, -1) : NULL;

  start (writer, "source");
  attribute (writer, "name", name);
  attribute (writer, "sha256", source->sha256);
  number_attribute (writer, "bytes", source->bytes);
  attribute (writer, "charset", source->charset);
  attribute (writer, "dialect", source->dialect);
  end_empty (writer);

  text_element (writer, "title", gov_report_get_title (report));
  text_element (writer, "publisher", gov_report_get_publisher (report));
  if (gov_report_get_year (report) > 0)
    {
      g_autofree char *year = g_strdup_printf ("%u", gov_report_get_year (report));
      text_element (writer, "year", year);
    }
  if (from != NULL || to != NULL)
    {
      start (writer, "period");
      attribute (writer, "from", from);
      attribute (writer, "to", to);
      end_empty (writer);
    }
}

static void
write_section (Writer *writer, const GovSection *section)
{
  start (writer, "section");
  attribute (writer, "id", section->id);
  attribute (writer, "heading", section->heading);
  enter (writer);
  for (guint i = 0; i < section->n_paragraphs; i++)
    text_element (writer, "p", section->paragraphs[i]);
  leave (writer, "section");
}

static void
write_extra_row (Writer *writer, const GovExtraRow *row)
{
  start (writer, "extra-row");
  attribute (writer, "label", row->label);
  attribute (writer, "after", row->after);
  place_attributes (writer, &row->place);
  enter (writer);
  for (guint i = 0; i < row->n_texts; i++)
    text_element (writer, "text", row->texts[i]);
  leave (writer, "extra-row");
}

static void
write_table (Writer *writer, const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);

  start (writer, "table");
  attribute (writer, "id", form->table);
  attribute (writer, "edition", form->edition);
  enter (writer);
  for (guint i = 0; i < form->n_cells; i++)
    {
      const GovCell *cell = gov_table_get_cell (table, i);
      GovFormCell where = gov_form_get_cell (form, i);

      start (writer, "cell");
      attribute (writer, "row", where.row->id);
      attribute (writer, "column", where.column->id);
      attribute (writer, "origin", gov_origin_get_name (cell->origin));
      place_attributes (writer, &cell->place);
      attribute (writer, "raw", cell->raw);
      end_with_text (writer, "cell", cell->value);
    }
  for (guint i = 0; i < gov_table_get_n_extra_rows (table); i++)
    write_extra_row (writer, gov_table_get_extra_row (table, i));
  leave (writer, "table");
}

static void
write_refs (Writer *writer, const GovCellRef *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      start (writer, "cell");
      attribute (writer, "table", cells[i].table);
      attribute (writer, "row", cells[i].row);
      attribute (writer, "column", cells[i].column);
      end_empty (writer);
    }
}

static void
write_ref_list (Writer *writer, const char *name, const GovCellRef *cells, guint n)
{
  start (writer, name);
  enter (writer);
  write_refs (writer, cells, n);
  leave (writer, name);
}

static void
write_check (Writer *writer, const GovReport *report, const GovCheck *check)
{
  gboolean implied = gov_terms_are_implied (report, check);

  start (writer, "check");
  attribute (writer, "id", check->id);
  attribute (writer, "table", check->table);
  attribute (writer, "row", check->row);
  attribute (writer, "column", check->column);
  attribute (writer, "result", gov_check_result_get_name (check->result));
  attribute (writer, "verdict", gov_verdict_get_name (check->verdict));
  attribute (writer, "left", check->left);
  attribute (writer, "right", check->right);
  attribute (writer, "difference", check->difference);
  if (implied && check->n_blank == 0)
    {
      end_empty (writer);
      return;
    }
  enter (writer);
  if (!implied)
    write_ref_list (writer, "cells", check->cells, check->n_cells);
  if (check->n_blank > 0)
    write_ref_list (writer, "blank", check->blank, check->n_blank);
  leave (writer, "check");
}

static void
write_diagnostic (Writer *writer, const GovDiagnostic *diagnostic)
{
  start (writer, "diagnostic");
  attribute (writer, "severity", gov_severity_get_name (diagnostic->severity));
  attribute (writer, "code", diagnostic->code);
  place_attributes (writer, &diagnostic->place);
  enter (writer);
  text_element (writer, "message", diagnostic->message);
  write_refs (writer, diagnostic->cells, diagnostic->n_cells);
  leave (writer, "diagnostic");
}

/* ---- the writer -------------------------------------------------------------------------------------------------------- */

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static gboolean
xml_begin (const GovOutput *output, gpointer *state G_GNUC_UNUSED, GError **error)
{
  return gov_sink_write (output->sink,
                         output->several ? DECLARATION "<reports xmlns=\"" GOV_XML_NAMESPACE "\">\n" : DECLARATION, -1, error);
}

static gboolean
xml_write (const GovOutput *output, gpointer state G_GNUC_UNUSED, const GovReport *report, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (REPORT_BYTES);
  Writer writer = {text, output->several ? 1 : 0};
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);

  start (&writer, "report");
  attribute (&writer, "xmlns", output->several ? NULL : GOV_XML_NAMESPACE);
  enter (&writer);
  write_head (&writer, report);
  for (guint i = 0; i < gov_report_get_n_sections (report); i++)
    write_section (&writer, gov_report_get_section (report, i));
  for (guint i = 0; i < gov_report_get_n_tables (report); i++)
    write_table (&writer, gov_report_get_table (report, i));
  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    write_check (&writer, report, gov_report_get_check (report, i));
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    write_diagnostic (&writer, gov_diagnostics_get (diagnostics, i));
  leave (&writer, "report");
  return gov_sink_write (output->sink, text->str, (gssize) text->len, error);
}

static gboolean
xml_end (const GovOutput *output, gpointer state G_GNUC_UNUSED, GError **error)
{
  return !output->several || gov_sink_write (output->sink, "</reports>\n", -1, error);
}

const GovWriter gov_xml_writer = {
    .size = sizeof (GovWriter),
    .name = "xml",
    .summary = "XML, lossless; several reports under one root",
    .extensions = (const char *const[]){"xml", NULL},
    .mime_types = (const char *const[]){"application/xml", NULL},
    .begin = xml_begin,
    .write = xml_write,
    .end = xml_end,
};
