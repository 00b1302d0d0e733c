/* SPDX-License-Identifier: MIT */
#pragma once

#include <govconv/plugin.h>

#define DOCX_DOCUMENT "word/document.xml"
#define DOCX_STYLES "word/styles.xml"
#define DOCX_PROPERTIES "docProps/core.xml"

/* ---- docx-package.c: the zip file ---------------------------------------------------------------------------------------- */

typedef struct _DocxPackage DocxPackage;

/* bytes are borrowed. NULL and error (GOV_ERROR_NO_REPORT): no zip file, or none that can be read; the message says what to do.
 */
DocxPackage *docx_package_open (const guint8 *bytes, gsize n_bytes, GError **error);
void docx_package_close (DocxPackage *package);
gboolean docx_package_has (DocxPackage *package, const char *part);
/* A part's text in UTF-8, whatever its charset; NULL and error (GOV_ERROR_NO_REPORT, GOV_ERROR_LIMIT). */
GBytes *docx_package_read (DocxPackage *package, const char *part, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocxPackage, docx_package_close)

/* ---- docx-parts.c: the parts beside the document ---------------------------------------------------------------------------
 */

/* The heading level (1 … 6) by style identifier, as GUINT_TO_POINTER. */
GHashTable *docx_styles_read (const char *text, gsize length);
/* The document's title; NULL: none. Free with g_free(). */
char *docx_title_read (const char *text, gsize length);

/* ---- docx-document.c: the document -----------------------------------------------------------------------------------------
 */

/* Tell the blocks of word/document.xml, which is the source's part. styles may be NULL. */
void docx_document_read (GovSource *source, GHashTable *styles, GovBuilder *builder, GovDiagnostics *diagnostics);

/* ---- docx-sax.c: XML for all of them ---------------------------------------------------------------------------------------
 */

#include <libxml/parser.h>

#define DOCX_VALUE_BYTES 32 /* of an attribute's value; longer ones are cut, and none of ours are */

/* A parser for text, whatever charset it declares; handler is copied. Entities of a DTD, which OOXML forbids anyway, are
 * unknown to it. NULL: memory is short. Then xmlParseDocument(), and xmlFreeParserCtxt(). */
xmlParserCtxtPtr docx_sax_new (const char *text, gsize length, const xmlSAXHandler *handler, gpointer data);
/* The value of an attribute by its local name, as SAX2 hands it over; FALSE: it is not there. */
gboolean docx_sax_get (const xmlChar **attributes, int n_attributes, const char *name, char value[DOCX_VALUE_BYTES]);
/* One that is a number, at most limit; other when there is none. */
guint docx_sax_get_number (const xmlChar **attributes, int n_attributes, const char *name, guint other, guint limit);
/* Whether an on/off property is on: no value, or one other than 0, false, off. */
gboolean docx_sax_is_on (const xmlChar **attributes, int n_attributes);
