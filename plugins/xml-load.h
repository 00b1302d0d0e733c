/* SPDX-License-Identifier: MIT */
/* Between the machinery that takes XML apart (xml-load.c) and the meaning of its elements (xml-parts.c). */
#pragma once

#include "plugins/xml.h"

#include <libxml/parser.h>

#define GOV_XML_DEPTH 8 /* more than our elements nest; foreign ones are only counted */

/* What an element is, by its name and by what it stands in. */
typedef enum {
  GOV_XML_NOTHING,
  GOV_XML_REPORTS,
  GOV_XML_REPORT,
  GOV_XML_SOURCE,
  GOV_XML_TITLE,
  GOV_XML_PUBLISHER,
  GOV_XML_YEAR,
  GOV_XML_PERIOD,
  GOV_XML_SECTION,
  GOV_XML_PARAGRAPH,
  GOV_XML_TABLE,
  GOV_XML_CELL,
  GOV_XML_EXTRA_ROW,
  GOV_XML_EXTRA_TEXT,
  GOV_XML_CHECK,
  GOV_XML_CHECK_CELLS,
  GOV_XML_CHECK_BLANK,
  GOV_XML_CHECK_CELL,
  GOV_XML_DIAGNOSTIC,
  GOV_XML_MESSAGE,
  GOV_XML_DIAGNOSTIC_CELL,
} GovXmlState;

typedef struct _GovXmlLoader GovXmlLoader;

typedef struct {
  GovXmlState parent;
  const char *name;
  GovXmlState state;
  gboolean has_text;                    /* gathered in loader->text; in other elements only white space may stand */
  void (*begin) (GovXmlLoader *loader); /* with loader->attributes; may be NULL */
  void (*end) (GovXmlLoader *loader);   /* with loader->text; may be NULL */
} GovXmlElement;

struct _GovXmlLoader {
  GovSource *source;
  GovReportFunc report_func;
  gpointer user_data;
  GError *error;
  guint64 n_reports;

  xmlParserCtxt *parser;
  const GovXmlElement *open[GOV_XML_DEPTH];
  guint depth;   /* open elements that are ours, in open */
  guint foreign; /* open elements inside one that is not ours */
  const xmlChar **attributes;
  int n_attributes;
  GString *text; /* of the open element, where it has text */

  /* what is being read */
  GStringChunk *strings; /* of the report */
  GPtrArray *texts;      /* of the section or extra row */
  GArray *cells, *blank; /* GovCellRef, of the check or diagnostic */
  gboolean cells_given;
  GovReport *report;
  GovTable *table;
  guint cell_index;
  GovCell cell;
  GovSection section;
  GovExtraRow extra_row;
  GovCheck check;
  GovSeverity severity;
  const char *code, *message;
  GovPlace place;
};

/* NULL: no element of that name is known there. */
const GovXmlElement *gov_xml_find_element (GovXmlState parent, const char *name);

/* Note a problem with the tag being read, unless there is one already, and stop. */
void gov_xml_fail (GovXmlLoader *loader, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Stop without a message of our own: loader->error is set. */
void gov_xml_stop (GovXmlLoader *loader);
