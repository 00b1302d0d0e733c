/* SPDX-License-Identifier: MIT */
#include "plugins/json-record.h"

#include <string.h>

gboolean
gov_json_read_members (GovJsonLoader *loader, const GovJsonMember *members, guint n_members, gpointer record)
{
  GovJsonScanner *scan = &loader->scan;
  guint seen = 0;
  const char *key;

  if (!gov_json_scan_enter (scan, '{'))
    return FALSE;
  gsize begin = scan->value;
  while ((key = gov_json_scan_next_member (scan)) != NULL)
    {
      guint i = 0;

      while (i < n_members && strcmp (members[i].key, key) != 0)
        i++;
      if (i == n_members)
        gov_json_scan_skip (scan);
      else if (seen & (1u << i))
        gov_json_scan_fail (scan, scan->value, "\"%s\" stands twice in this object", members[i].key);
      else
        members[i].read (loader, (char *) record + members[i].offset);
      if (i < n_members)
        seen |= 1u << i;
    }
  for (guint i = 0; i < n_members; i++)
    if (members[i].required && !(seen & (1u << i)))
      gov_json_scan_fail (scan, begin, "this object lacks \"%s\"", members[i].key);
  scan->value = begin;
  return scan->problem == NULL;
}

static const char *
keep (GovJsonLoader *loader, const char *text)
{
  return text != NULL ? g_string_chunk_insert (loader->strings, text) : NULL;
}

void
gov_json_read_string (GovJsonLoader *loader, gpointer field)
{
  *(const char **) field = keep (loader, gov_json_scan_string (&loader->scan));
}

void
gov_json_read_required_string (GovJsonLoader *loader, gpointer field)
{
  *(const char **) field = keep (loader, gov_json_scan_required_string (&loader->scan));
}

void
gov_json_read_uint32 (GovJsonLoader *loader, gpointer field)
{
  *(guint32 *) field = (guint32) gov_json_scan_unsigned (&loader->scan, G_MAXUINT32);
}

void
gov_json_read_int64 (GovJsonLoader *loader, gpointer field)
{
  *(gint64 *) field = (gint64) gov_json_scan_unsigned (&loader->scan, G_MAXINT64);
}

void
gov_json_read_uint64 (GovJsonLoader *loader, gpointer field)
{
  *(guint64 *) field = gov_json_scan_unsigned (&loader->scan, G_MAXUINT64);
}

void
gov_json_read_texts (GovJsonLoader *loader, gpointer field)
{
  GovJsonStretch *stretch = field;

  *stretch = (GovJsonStretch){.from = loader->texts->len, .present = TRUE};
  if (!gov_json_scan_enter (&loader->scan, '['))
    return;
  while (gov_json_scan_next_item (&loader->scan))
    g_ptr_array_add (loader->texts, (gpointer) keep (loader, gov_json_scan_required_string (&loader->scan)));
  stretch->n = loader->texts->len - stretch->from;
}

const char *const *
gov_json_texts (GovJsonLoader *loader, GovJsonStretch stretch)
{
  return (const char *const *) loader->texts->pdata + stretch.from;
}

void
gov_json_read_refs (GovJsonLoader *loader, gpointer field)
{
  static const GovJsonMember members[] = {
      GOV_JSON_REQUIRED (GovCellRef, table, gov_json_read_required_string),
      GOV_JSON_MEMBER (GovCellRef, row, gov_json_read_string),
      GOV_JSON_MEMBER (GovCellRef, column, gov_json_read_string),
  };
  GovJsonStretch *stretch = field;

  *stretch = (GovJsonStretch){.from = loader->refs->len, .present = TRUE};
  if (!gov_json_scan_enter (&loader->scan, '['))
    return;
  while (gov_json_scan_next_item (&loader->scan))
    {
      GovCellRef ref = {0};

      if (!gov_json_read_members (loader, members, G_N_ELEMENTS (members), &ref))
        return;
      g_array_append_val (loader->refs, ref);
    }
  stretch->n = loader->refs->len - stretch->from;
}

const GovCellRef *
gov_json_refs (GovJsonLoader *loader, GovJsonStretch stretch)
{
  return (const GovCellRef *) (gpointer) loader->refs->data + stretch.from;
}

void
gov_json_read_records (GovJsonLoader *loader, void (*read_record) (GovJsonLoader *loader))
{
  if (!gov_json_scan_enter (&loader->scan, '['))
    return;
  while (gov_json_scan_next_item (&loader->scan))
    {
      g_ptr_array_set_size (loader->texts, 0);
      g_array_set_size (loader->refs, 0);
      read_record (loader);
    }
}

gboolean
gov_json_skip_null (GovJsonLoader *loader)
{
  return gov_json_scan_peek (&loader->scan) == 'n' && gov_json_scan_skip (&loader->scan);
}
