/* SPDX-License-Identifier: MIT */
#include "core/source/signature.h"

#include <string.h>

#define SAMPLE_BYTES 16384 /* how much of the input is looked at for control characters */
#define NOISE_SHARE 20     /* one control character in so many bytes is more than any text has */

/* A signature, and what it means for the user. inside: a name that must stand in the file, for the kinds of zip file; the
 * first that fits counts. */
static const struct {
  const char *bytes;
  guint8 length, offset;
  const char *inside;
  const char *what;
} signatures[] = {
    {"PK\3\4", 4, 0, "word/document.xml", "a Word file (.docx)"},
    {"PK\3\4", 4, 0, "xl/workbook.xml", "an Excel workbook (.xlsx): save the sheet as CSV or HTML first"},
    {"PK\3\4", 4, 0, "OFD.xml", "an OFD file: save it as text or .docx first"},
    {"PK\3\4", 4, 0, "opendocument.text", "an OpenDocument text (.odt): save it as .docx or HTML first"},
    {"PK\3\4", 4, 0, NULL, "a zip file: unpack it first"},
    {"PK\5\6", 4, 0, NULL, "an empty zip file"},
    {"%PDF-", 5, 0, NULL, "a PDF file: extract its text first with pdftotext -layout"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, 0, NULL,
     "an old Word, WPS or Excel file (.doc, .wps, .xls), or a .docx with a password: save it as .docx without a password "
     "first"},
    {"{\\rtf", 5, 0, NULL, "an RTF file: save it as .docx or HTML first"},
    {"\xFF\xD8\xFF", 3, 0, NULL, "a JPEG picture: it must be recognised (OCR) first"},
    {"\x89PNG\r\n\x1A\n", 8, 0, NULL, "a PNG picture: it must be recognised (OCR) first"},
    {"GIF8", 4, 0, NULL, "a GIF picture: it must be recognised (OCR) first"},
    {"II*\0", 4, 0, NULL, "a TIFF picture: it must be recognised (OCR) first"},
    {"MM\0*", 4, 0, NULL, "a TIFF picture: it must be recognised (OCR) first"},
    {"WEBP", 4, 8, NULL, "a WebP picture: it must be recognised (OCR) first"},
    {"\x1F\x8B\x08", 3, 0, NULL, "a gzip file: unpack it first with gunzip"},
    {"BZh", 3, 0, NULL, "a bzip2 file: unpack it first with bunzip2"},
    {"\xFD"
     "7zXZ\0",
     6, 0, NULL, "an xz file: unpack it first with unxz"},
    {"\x28\xB5\x2F\xFD", 4, 0, NULL, "a zstd file: unpack it first with unzstd"},
    {"7z\xBC\xAF\x27\x1C", 6, 0, NULL, "a 7z archive: unpack it first"},
    {"Rar!\x1A\x07", 6, 0, NULL, "a RAR archive: unpack it first"},
    {"\x7F"
     "ELF",
     4, 0, NULL, "a program"},
};

const char *
gov_signature_find (const guint8 *bytes, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      gsize offset = signatures[i].offset, length = signatures[i].length;
      const char *inside = signatures[i].inside;

      if (n_bytes >= offset + length && memcmp (bytes + offset, signatures[i].bytes, length) == 0
          && (inside == NULL || memmem (bytes, n_bytes, inside, strlen (inside)) != NULL))
        return signatures[i].what;
    }
  return NULL;
}

gboolean
gov_signature_is_noise (const guint8 *bytes, gsize n_bytes)
{
  gsize n = MIN (n_bytes, SAMPLE_BYTES), n_control = 0;

  for (gsize i = 0; i < n; i++)
    n_control += bytes[i] < 0x20 && (bytes[i] < 9 || bytes[i] > 13) && bytes[i] != 0x1A && bytes[i] != 0x1B;
  return n_control * NOISE_SHARE > n;
}
