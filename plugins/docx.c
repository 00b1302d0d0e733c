/* SPDX-License-Identifier: MIT */
/* The format "docx": word processors' files, OOXML (ISO/IEC 29500). Places are those of word/document.xml inside the file. */
#include "plugins/docx.h"

#include <govconv/convert.h>
#include <string.h>

static guint
docx_identify (const GovProbe *probe)
{
  static const char zip[] = {'P', 'K', 3, 4};

  if (probe->n_bytes < sizeof zip || memcmp (probe->bytes, zip, sizeof zip) != 0)
    return strcmp (probe->extension, "docx") == 0 && probe->text == NULL ? 20 : 0;
  return memmem (probe->bytes, probe->n_bytes, DOCX_DOCUMENT, strlen (DOCX_DOCUMENT)) != NULL ? 100 : 0;
}

/* A part that a document can do without; NULL: it is not there or cannot be read. */
static GBytes *
read_optional (DocxPackage *package, const char *part)
{
  return docx_package_has (package, part) ? docx_package_read (package, part, NULL) : NULL;
}

static gboolean
docx_read (GovSource *source, G_GNUC_UNUSED const GovOptions *options, GovBuilder *builder, GovDiagnostics *diagnostics,
           GError **error)
{
  gsize n_bytes;
  const guint8 *bytes = gov_source_get_bytes (source, &n_bytes);
  g_autoptr (DocxPackage) package = docx_package_open (bytes, n_bytes, error);
  g_autoptr (GBytes) text = package != NULL ? docx_package_read (package, DOCX_DOCUMENT, error) : NULL;

  if (text == NULL)
    return FALSE;
  gov_source_set_part (source, DOCX_DOCUMENT, text);

  gsize length;
  g_autoptr (GBytes) properties = read_optional (package, DOCX_PROPERTIES);
  const char *data = properties != NULL ? g_bytes_get_data (properties, &length) : NULL;
  g_autofree char *title = data != NULL ? docx_title_read (data, length) : NULL;
  if (title != NULL)
    gov_builder_property (builder, "title", title, GOV_SPAN_NONE);

  g_autoptr (GBytes) part = read_optional (package, DOCX_STYLES);
  data = part != NULL ? g_bytes_get_data (part, &length) : NULL;
  g_autoptr (GHashTable) styles = data != NULL ? docx_styles_read (data, length) : NULL;
  docx_document_read (source, styles, builder, diagnostics);
  return TRUE;
}

static const GovReader docx_reader = {
    .size = sizeof (GovReader),
    .name = "docx",
    .summary = "word processors' files (Word, WPS, LibreOffice)",
    .extensions = (const char *const[]){"docx", "docm", NULL},
    .mime_types = (const char *const[]){"application/vnd.openxmlformats-officedocument.wordprocessingml.document", NULL},
    .identify = docx_identify,
    .read = docx_read,
};

GOV_PLUGIN (docx) = {
    GOV_PLUGIN_HEADER,      .name = "docx",
    .version = GOV_VERSION, .summary = "OOXML, read with libzip and libxml2",
    .license = "MIT",       .readers = (const GovReader *const[]){&docx_reader, NULL},
};
