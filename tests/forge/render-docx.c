/* SPDX-License-Identifier: MIT */
/* A word-processor file: the least that OOXML asks for, merged cells as gridSpan and vMerge. */
#include "forge.h"

#include <string.h>
#include <zip.h>

#define FIXED_TIME 1735689600 /* 2025-01-01, so that the same page gives the same bytes */

static void
append_text (GString *out, const char *properties, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "<w:p>%s<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>", properties, escaped);
}

static void
append_cell (GString *out, const ForgeCell *cell, gboolean first)
{
  g_string_append (out, "<w:tc><w:tcPr>");
  if (cell->colspan > 1)
    g_string_append_printf (out, "<w:gridSpan w:val=\"%u\"/>", cell->colspan);
  if (cell->rowspan > 1)
    g_string_append (out, first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
  g_string_append (out, "</w:tcPr>");
  append_text (out, "", first ? cell->text : "");
  g_string_append (out, "</w:tc>");
}

static void
append_grid (GString *out, ForgeGrid *grid)
{
  g_autofree ForgeCell **places = forge_grid_expand (grid);
  g_string_append (out, "<w:tbl><w:tblPr/><w:tblGrid>");
  for (guint c = 0; c < grid->n_columns; c++)
    g_string_append (out, "<w:gridCol w:w=\"900\"/>");
  g_string_append (out, "</w:tblGrid>");
  for (guint r = 0; r < grid->rows->len; r++)
    {
      g_string_append (out, "<w:tr>");
      for (guint c = 0; c < grid->n_columns; c++)
        {
          const ForgeCell *cell = places[r * grid->n_columns + c];
          if (cell && cell->column == c)
            append_cell (out, cell, r == 0 || places[(r - 1) * grid->n_columns + c] != cell);
        }
      g_string_append (out, "</w:tr>\n");
    }
  g_string_append (out, "</w:tbl>\n");
}

static void
append_document (ForgePage *page, GString *out)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\""
                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\n");
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, i);
      if (block->grid)
        append_grid (out, block->grid);
      else
        append_text (out,
                     block->level == 1   ? "<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>"
                     : block->level == 2 ? "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
                                         : "",
                     block->text);
    }
  g_string_append (out, "<w:sectPr/></w:body></w:document>\n");
}

static void
add_member (zip_t *archive, const char *name, const char *text, gsize length)
{
  zip_source_t *source = zip_source_buffer (archive, text, length, 0);
  zip_int64_t index = zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8);
  zip_file_set_mtime (archive, index, FIXED_TIME, 0);
}

void
forge_render_docx (ForgePage *page, GString *out)
{
  static const char types[]
      = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
        "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
        "wordprocessingml.document.main+xml\"/></Types>\n";
  static const char relations[]
      = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
        "relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        "officeDocument\" Target=\"word/document.xml\"/></Relationships>\n";
  g_autoptr (GString) document = g_string_new (NULL);
  append_document (page, document);
  zip_error_t error;
  zip_error_init (&error);
  zip_source_t *buffer = zip_source_buffer_create (NULL, 0, 0, &error);
  zip_source_keep (buffer);
  zip_t *archive = zip_open_from_source (buffer, ZIP_TRUNCATE, &error);
  add_member (archive, "[Content_Types].xml", types, strlen (types));
  add_member (archive, "_rels/.rels", relations, strlen (relations));
  add_member (archive, "word/document.xml", document->str, document->len);
  zip_close (archive);
  zip_source_open (buffer);
  char chunk[4096];
  for (zip_int64_t n; (n = zip_source_read (buffer, chunk, sizeof chunk)) > 0;)
    g_string_append_len (out, chunk, n);
  zip_source_close (buffer);
  zip_source_free (buffer);
  zip_error_fini (&error);
}
