/* SPDX-License-Identifier: MIT */
/* The zip file, through libzip. What it says about sizes is checked before a part is unpacked, and again while it is. */
#include "plugins/docx.h"

#include <govconv/convert.h>
#include <string.h>
#include <zip.h>

#define LIMIT_PART_BYTES (64u << 20) /* bytes of one part, unpacked */
#define LIMIT_RATIO 200              /* unpacked to packed size; real documents measured: 19 and 39 */
#define RATIO_BYTES (1u << 20)       /* smaller parts may be packed as tight as they like */

struct _DocxPackage {
  zip_t *zip;
};

static void
set_error (GError **error, GovError code, const char *part, const char *reason)
{
  g_set_error (error, GOV_ERROR, code, "the Word file's part %s cannot be read: %s", part, reason);
}

DocxPackage *
docx_package_open (const guint8 *bytes, gsize n_bytes, GError **error)
{
  static const guint8 ole2[] = {0xD0, 0xCF, 0x11, 0xE0};
  zip_error_t reason;
  zip_t *zip = NULL;

  if (n_bytes >= sizeof ole2 && memcmp (bytes, ole2, sizeof ole2) == 0)
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT,
                   "this is an old Word file (.doc, .wps), or a .docx with a password: save it as .docx without a password");
      return NULL;
    }
  zip_error_init (&reason);
  zip_source_t *buffer = zip_source_buffer_create (bytes, n_bytes, 0, &reason);
  if (buffer != NULL)
    zip = zip_open_from_source (buffer, ZIP_RDONLY, &reason);
  if (zip == NULL)
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "this is no Word file (.docx), or a damaged one: %s",
                   zip_error_strerror (&reason));
      zip_source_free (buffer);
      zip_error_fini (&reason);
      return NULL;
    }
  zip_error_fini (&reason);
  DocxPackage *package = g_new (DocxPackage, 1);
  package->zip = zip;
  return package;
}

void
docx_package_close (DocxPackage *package)
{
  if (package == NULL)
    return;
  zip_discard (package->zip);
  g_free (package);
}

gboolean
docx_package_has (DocxPackage *package, const char *part)
{
  return zip_name_locate (package->zip, part, 0) >= 0;
}

/* The part's unpacked size; G_MAXSIZE and error when it may not be unpacked. */
static gsize
check_part (DocxPackage *package, const char *part, GError **error)
{
  const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
  zip_stat_t status;

  zip_stat_init (&status);
  if (zip_stat (package->zip, part, 0, &status) != 0 || (status.valid & needed) != needed)
    set_error (error, GOV_ERROR_NO_REPORT, part, "the file is damaged, or no Word file");
  else if (status.encryption_method != ZIP_EM_NONE)
    set_error (error, GOV_ERROR_NO_REPORT, part, "it has a password: save the document without one");
  else if (status.size > LIMIT_PART_BYTES
           || (status.size > RATIO_BYTES && status.size / LIMIT_RATIO > MAX (status.comp_size, 1)))
    g_set_error (error, GOV_ERROR, GOV_ERROR_LIMIT,
                 "the Word file's part %s would unpack to %" G_GUINT64_FORMAT " bytes from %" G_GUINT64_FORMAT
                 "; at most %u bytes and %u times the packed size are allowed",
                 part, (guint64) status.size, (guint64) status.comp_size, LIMIT_PART_BYTES, LIMIT_RATIO);
  else
    return status.size;
  return G_MAXSIZE;
}

/* The bytes of a part; the size that the zip file states is not believed. */
static GBytes *
unpack (DocxPackage *package, const char *part, gsize size, GError **error)
{
  zip_file_t *file = zip_fopen (package->zip, part, 0);
  if (file == NULL)
    {
      set_error (error, GOV_ERROR_NO_REPORT, part, zip_strerror (package->zip));
      return NULL;
    }
  g_autofree char *data = g_malloc (size + 1);
  gsize n = 0;
  zip_int64_t got;
  while (n <= size && (got = zip_fread (file, data + n, size + 1 - n)) > 0)
    n += got;
  gboolean good = n == size;
  if (!good)
    set_error (error, GOV_ERROR_NO_REPORT, part, n > size ? "it is larger than stated" : zip_file_strerror (file));
  zip_fclose (file);
  return good ? g_bytes_new_take (g_steal_pointer (&data), n) : NULL;
}

GBytes *
docx_package_read (DocxPackage *package, const char *part, GError **error)
{
  gsize size = check_part (package, part, error);
  g_autoptr (GBytes) bytes = size != G_MAXSIZE ? unpack (package, part, size, error) : NULL;
  if (bytes == NULL)
    return NULL;

  /* XML may come in UTF-16 too. */
  g_autoptr (GovSource) source = gov_source_new (part, bytes);
  gsize length;
  const char *text = gov_source_get_text (source, &length);
  return g_bytes_new (text, length);
}
