/* SPDX-License-Identifier: MIT */
/* What each element of a report in XML means: the elements' table at the end, above it what is done at the beginning and at
 * the end of each. */
#include "plugins/loading.h"
#include "plugins/terms.h"
#include "plugins/xml-load.h"

#include <string.h>

/* ---- attributes -------------------------------------------------------------------------------------------------------- */

/* NULL: there is none of that name. Lives as long as the report is being read. */
static const char *
attribute (GovXmlLoader *loader, const char *name)
{
  for (int i = 0; i < loader->n_attributes; i++)
    {
      const xmlChar *const *parts = loader->attributes + 5 * i; /* name, prefix, namespace, begin and end of the value */

      if (parts[1] == NULL && strcmp ((const char *) parts[0], name) == 0)
        return g_string_chunk_insert_len (loader->strings, (const char *) parts[3], parts[4] - parts[3]);
    }
  return NULL;
}

/* "" and an error when it is not there. */
static const char *
required_attribute (GovXmlLoader *loader, const char *name)
{
  const char *value = attribute (loader, name);

  if (value == NULL)
    gov_xml_fail (loader, "this element lacks the attribute %s", name);
  return value != NULL ? value : "";
}

/* otherwise: when there is no such attribute. */
static guint64
number_attribute (GovXmlLoader *loader, const char *name, guint64 maximum, guint64 otherwise)
{
  const char *text = attribute (loader, name);
  guint64 number = otherwise;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, maximum, &number, NULL))
    gov_xml_fail (loader, "%s=\"%s\" is no integer from 0 to %" G_GUINT64_FORMAT, name, text, maximum);
  return number;
}

static GovPlace
place_attributes (GovXmlLoader *loader)
{
  return (GovPlace){
      .line = (guint32) number_attribute (loader, "line", G_MAXUINT32, 0),
      .column = (guint32) number_attribute (loader, "char", G_MAXUINT32, 0),
      .offset = (gint64) number_attribute (loader, "offset", G_MAXINT64, (guint64) -1),
      .length = (gint64) number_attribute (loader, "length", G_MAXINT64, 0),
  };
}

/* A word of a closed list, by the function that knows it. */
static int
word_attribute (GovXmlLoader *loader, const char *name, int (*from_name) (const char *))
{
  const char *word = required_attribute (loader, name);
  int value = from_name (word);

  if (value < 0)
    gov_xml_fail (loader, "%s=\"%s\" is none of the words allowed there", name, word);
  return MAX (value, 0);
}

static int
severity_from_name (const char *name)
{
  int severity = (int) gov_severity_from_name (name);

  return severity > 0 ? severity : -1;
}

/* ---- the report's parts ------------------------------------------------------------------------------------------------ */

static void
begin_report (GovXmlLoader *loader)
{
  g_string_chunk_clear (loader->strings);
  loader->report = gov_report_new ();
}

static void
end_report (GovXmlLoader *loader)
{
  loader->n_reports++;
  if (!loader->report_func (g_steal_pointer (&loader->report), loader->user_data, &loader->error))
    gov_xml_stop (loader);
}

static void
begin_source (GovXmlLoader *loader)
{
  GovReportSource source
      = {attribute (loader, "name"), attribute (loader, "sha256"), number_attribute (loader, "bytes", G_MAXUINT64, 0),
         attribute (loader, "charset"), attribute (loader, "dialect")};

  gov_report_set_source (loader->report, &source);
}

static void
end_title (GovXmlLoader *loader)
{
  gov_report_set_title (loader->report, loader->text->str);
}

static void
end_publisher (GovXmlLoader *loader)
{
  gov_report_set_publisher (loader->report, loader->text->str);
}

static void
end_year (GovXmlLoader *loader)
{
  guint64 year = 0;

  if (!g_ascii_string_to_unsigned (loader->text->str, 10, 1, 9999, &year, NULL))
    gov_xml_fail (loader, "\"%s\" is no year", loader->text->str);
  gov_report_set_year (loader->report, (guint) year);
}

static void
begin_period (GovXmlLoader *loader)
{
  const char *from = attribute (loader, "from");

  gov_report_set_period (loader->report, from, attribute (loader, "to"));
}

static void
begin_section (GovXmlLoader *loader)
{
  g_ptr_array_set_size (loader->texts, 0);
  loader->section = (GovSection){.id = required_attribute (loader, "id"), .heading = attribute (loader, "heading")};
}

static void
end_text (GovXmlLoader *loader)
{
  g_ptr_array_add (loader->texts, g_string_chunk_insert_len (loader->strings, loader->text->str, (gssize) loader->text->len));
}

static void
end_section (GovXmlLoader *loader)
{
  loader->section.n_paragraphs = loader->texts->len;
  loader->section.paragraphs = (const char *const *) loader->texts->pdata;
  gov_report_add_section (loader->report, &loader->section);
}

static void
begin_table (GovXmlLoader *loader)
{
  const char *id = required_attribute (loader, "id"), *edition = required_attribute (loader, "edition");
  const GovForm *form = gov_form_find (id, edition);

  if (form == NULL)
    gov_xml_fail (loader, "no edition \"%s\" of a table \"%s\" is known", edition, id);
  else if (gov_report_find_table (loader->report, id) != NULL)
    gov_xml_fail (loader, "the table \"%s\" stands twice", id);
  else
    loader->table = gov_report_add_table (loader->report, form);
}

static void
begin_cell (GovXmlLoader *loader)
{
  const char *row = required_attribute (loader, "row"), *column = required_attribute (loader, "column");
  const GovForm *form = gov_table_get_form (loader->table);

  loader->cell_index = gov_form_find_cell (form, row, column);
  if (loader->cell_index == GOV_CELL_NONE)
    gov_xml_fail (loader, "the table %s has no cell %s.%s in edition %s", form->table, row, column, form->edition);
  loader->cell = (GovCell){
      .origin = (GovOrigin) word_attribute (loader, "origin", gov_origin_from_name),
      .raw = attribute (loader, "raw"),
      .place = place_attributes (loader),
  };
}

static void
end_cell (GovXmlLoader *loader)
{
  loader->cell.value = loader->text->len > 0 ? loader->text->str : NULL;
  g_autofree char *problem = gov_loading_find_cell_problem (&loader->cell);
  if (problem != NULL)
    gov_xml_fail (loader, "%s", problem);
  else
    gov_table_set_cell (loader->table, loader->cell_index, &loader->cell);
}

static void
begin_extra_row (GovXmlLoader *loader)
{
  g_ptr_array_set_size (loader->texts, 0);
  loader->extra_row = (GovExtraRow){
      .label = attribute (loader, "label"), .after = attribute (loader, "after"), .place = place_attributes (loader)};
}

static void
end_extra_row (GovXmlLoader *loader)
{
  loader->extra_row.n_texts = loader->texts->len;
  loader->extra_row.texts = (const char *const *) loader->texts->pdata;
  gov_table_add_extra_row (loader->table, &loader->extra_row);
}

/* ---- findings ---------------------------------------------------------------------------------------------------------- */

static void
begin_check (GovXmlLoader *loader)
{
  loader->check = (GovCheck){
      .id = required_attribute (loader, "id"),
      .table = attribute (loader, "table"),
      .row = attribute (loader, "row"),
      .column = attribute (loader, "column"),
      .result = (GovCheckResult) word_attribute (loader, "result", gov_check_result_from_name),
      .verdict = attribute (loader, "verdict") != NULL ? (GovVerdict) word_attribute (loader, "verdict", gov_verdict_from_name)
                                                       : GOV_VERDICT_NONE,
      .left = attribute (loader, "left"),
      .right = attribute (loader, "right"),
      .difference = attribute (loader, "difference"),
  };
  loader->cells_given = FALSE;
  g_array_set_size (loader->cells, 0);
  g_array_set_size (loader->blank, 0);
}

static void
begin_check_cells (GovXmlLoader *loader)
{
  loader->cells_given = TRUE;
}

static void
add_ref (GovXmlLoader *loader, GArray *list)
{
  GovCellRef ref = {required_attribute (loader, "table"), attribute (loader, "row"), attribute (loader, "column")};

  g_array_append_val (list, ref);
}

static void
begin_ref (GovXmlLoader *loader)
{
  add_ref (loader, loader->cells);
}

static void
begin_blank_ref (GovXmlLoader *loader)
{
  add_ref (loader, loader->blank);
}

/* Checks stand behind the tables they speak of. */
static void
end_check (GovXmlLoader *loader)
{
  GovCheck *check = &loader->check;
  const GovTable *table = check->table != NULL ? gov_report_find_table (loader->report, check->table) : NULL;

  if (!loader->cells_given && table != NULL && gov_terms_may_be_implied (check->result))
    {
      g_array_unref (loader->cells);
      loader->cells = gov_terms_new (gov_table_get_form (table), check->id, check->row, check->column);
    }
  check->n_cells = loader->cells->len;
  check->cells = (const GovCellRef *) (gpointer) loader->cells->data;
  check->n_blank = loader->blank->len;
  check->blank = (const GovCellRef *) (gpointer) loader->blank->data;
  gov_report_add_check (loader->report, check);
}

static void
begin_diagnostic (GovXmlLoader *loader)
{
  loader->severity = (GovSeverity) word_attribute (loader, "severity", severity_from_name);
  loader->code = required_attribute (loader, "code");
  loader->message = NULL;
  loader->place = place_attributes (loader);
  g_array_set_size (loader->cells, 0);
}

static void
end_message (GovXmlLoader *loader)
{
  loader->message = g_string_chunk_insert_len (loader->strings, loader->text->str, (gssize) loader->text->len);
}

static void
end_diagnostic (GovXmlLoader *loader)
{
  if (loader->message == NULL)
    gov_xml_fail (loader, "this diagnostic lacks its message");
  else
    gov_diagnostics_add_as (gov_report_get_mutable_diagnostics (loader->report), loader->severity, loader->code, &loader->place,
                            (const GovCellRef *) (gpointer) loader->cells->data, loader->cells->len, loader->message);
}

/* ---- all elements ------------------------------------------------------------------------------------------------------ */

static const GovXmlElement elements[] = {
    {GOV_XML_NOTHING, "reports", GOV_XML_REPORTS, FALSE, NULL, NULL},
    {GOV_XML_NOTHING, "report", GOV_XML_REPORT, FALSE, begin_report, end_report},
    {GOV_XML_REPORTS, "report", GOV_XML_REPORT, FALSE, begin_report, end_report},
    {GOV_XML_REPORT, "source", GOV_XML_SOURCE, FALSE, begin_source, NULL},
    {GOV_XML_REPORT, "title", GOV_XML_TITLE, TRUE, NULL, end_title},
    {GOV_XML_REPORT, "publisher", GOV_XML_PUBLISHER, TRUE, NULL, end_publisher},
    {GOV_XML_REPORT, "year", GOV_XML_YEAR, TRUE, NULL, end_year},
    {GOV_XML_REPORT, "period", GOV_XML_PERIOD, FALSE, begin_period, NULL},
    {GOV_XML_REPORT, "section", GOV_XML_SECTION, FALSE, begin_section, end_section},
    {GOV_XML_SECTION, "p", GOV_XML_PARAGRAPH, TRUE, NULL, end_text},
    {GOV_XML_REPORT, "table", GOV_XML_TABLE, FALSE, begin_table, NULL},
    {GOV_XML_TABLE, "cell", GOV_XML_CELL, TRUE, begin_cell, end_cell},
    {GOV_XML_TABLE, "extra-row", GOV_XML_EXTRA_ROW, FALSE, begin_extra_row, end_extra_row},
    {GOV_XML_EXTRA_ROW, "text", GOV_XML_EXTRA_TEXT, TRUE, NULL, end_text},
    {GOV_XML_REPORT, "check", GOV_XML_CHECK, FALSE, begin_check, end_check},
    {GOV_XML_CHECK, "cells", GOV_XML_CHECK_CELLS, FALSE, begin_check_cells, NULL},
    {GOV_XML_CHECK_CELLS, "cell", GOV_XML_CHECK_CELL, FALSE, begin_ref, NULL},
    {GOV_XML_CHECK, "blank", GOV_XML_CHECK_BLANK, FALSE, NULL, NULL},
    {GOV_XML_CHECK_BLANK, "cell", GOV_XML_CHECK_CELL, FALSE, begin_blank_ref, NULL},
    {GOV_XML_REPORT, "diagnostic", GOV_XML_DIAGNOSTIC, FALSE, begin_diagnostic, end_diagnostic},
    {GOV_XML_DIAGNOSTIC, "message", GOV_XML_MESSAGE, TRUE, NULL, end_message},
    {GOV_XML_DIAGNOSTIC, "cell", GOV_XML_DIAGNOSTIC_CELL, FALSE, begin_ref, NULL},
};

const GovXmlElement *
gov_xml_find_element (GovXmlState parent, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (elements[i].parent == parent && strcmp (elements[i].name, name) == 0)
      return &elements[i];
  return NULL;
}
