/* SPDX-License-Identifier: MIT */
/* A plugin's claims, held against the rules of govconv/plugin.h before anything of it is called. */
#include "core/plugin/module.h"
#include "core/plugin/option.h"

#include <string.h>

#define MAX_FORMATS 100   /* readers or writers of one plugin: more is a list without its end */
#define MAX_NAMES 100     /* extensions or MIME types of one format, likewise */
#define MAX_NAME_BYTES 64 /* of a format's name */

/* What the first published interface had: a plugin of an older minor number states at least these sizes. */
#define MINIMUM_SIZE(type, last_field) (G_STRUCT_OFFSET (type, last_field) + sizeof (((type *) NULL)->last_field))
#define MINIMUM_PLUGIN MINIMUM_SIZE (GovPlugin, writers)
#define MINIMUM_READER MINIMUM_SIZE (GovReader, load)
#define MINIMUM_WRITER MINIMUM_SIZE (GovWriter, end)

gboolean
gov_format_name_is_valid (const char *name)
{
  gsize n = strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return n > 0 && n <= MAX_NAME_BYTES && name[n] == '\0' && g_ascii_islower (name[0]);
}

static char *
find_text_fault (const char *field, const char *text)
{
  if (text == NULL)
    return g_strdup_printf ("%s: is NULL, must be a text", field);
  if (*text == '\0' || !g_utf8_validate (text, -1, NULL) || strchr (text, '\n') != NULL)
    return g_strdup_printf ("%s: must be one line of UTF-8 that says something", field);
  return NULL;
}

/* A plugin html may bring the formats "html" and "html-…": so that the name alone tells which file to open. */
static char *
find_name_fault (const char *name, const char *plugin_name)
{
  gsize n = strlen (plugin_name);

  if (name == NULL)
    return g_strdup ("name: is NULL, must be the format's name");
  if (!gov_format_name_is_valid (name))
    return g_strdup_printf ("name: is \"%s\", must be lower case letters, digits and '-', a letter first", name);
  if (strncmp (name, plugin_name, n) != 0 || (name[n] != '\0' && name[n] != '-'))
    return g_strdup_printf ("name: is \"%s\", must be \"%s\" or begin with \"%s-\"", name, plugin_name, plugin_name);
  return NULL;
}

static char *
find_list_fault (const char *field, const char *const *list)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      if (i == MAX_NAMES)
        return g_strdup_printf ("%s: has no end, must end with NULL", field);
      if (*list[i] == '\0' || *list[i] == '.')
        return g_strdup_printf ("%s[%u]: is \"%s\", must be a name without a dot before it", field, i, list[i]);
    }
  return NULL;
}

static char *
find_size_fault (guint32 size, gsize minimum, const char *type)
{
  if (size >= minimum)
    return NULL;
  return g_strdup_printf ("size: is %u, must be sizeof (%s), at least %" G_GSIZE_FORMAT, size, type, minimum);
}

#define RETURN_FAULT(call)                                                                                                     \
  G_STMT_START                                                                                                                 \
  {                                                                                                                            \
    char *fault_ = (call);                                                                                                     \
    if (fault_ != NULL)                                                                                                        \
      return fault_;                                                                                                           \
  }                                                                                                                            \
  G_STMT_END

static char *
find_reader_fault (const GovReader *reader, const char *plugin_name)
{
  RETURN_FAULT (find_size_fault (reader->size, MINIMUM_READER, "GovReader"));
  RETURN_FAULT (find_name_fault (reader->name, plugin_name));
  RETURN_FAULT (find_text_fault ("summary", reader->summary));
  RETURN_FAULT (find_list_fault ("extensions", reader->extensions));
  RETURN_FAULT (find_list_fault ("mime_types", reader->mime_types));
  RETURN_FAULT (gov_option_table_find_fault (reader->options));
  if (reader->identify == NULL)
    return g_strdup ("identify: is NULL, must be a function");
  if (reader->read == NULL && reader->load == NULL)
    return g_strdup ("read: is NULL and load too, one of them must be a function");
  if (reader->read != NULL && reader->load != NULL)
    return g_strdup ("load: is set and read too, only one of them may be");
  return NULL;
}

static char *
find_writer_fault (const GovWriter *writer, const char *plugin_name)
{
  RETURN_FAULT (find_size_fault (writer->size, MINIMUM_WRITER, "GovWriter"));
  RETURN_FAULT (find_name_fault (writer->name, plugin_name));
  RETURN_FAULT (find_text_fault ("summary", writer->summary));
  RETURN_FAULT (find_list_fault ("extensions", writer->extensions));
  RETURN_FAULT (find_list_fault ("mime_types", writer->mime_types));
  RETURN_FAULT (gov_option_table_find_fault (writer->options));
  if (writer->write == NULL)
    return g_strdup ("write: is NULL, must be a function");
  return NULL;
}

/* One list of formats. Readers and writers begin alike (size, name): what is common is read through this. */
typedef struct {
  guint32 size;
  const char *name;
} Format;

G_STATIC_ASSERT (G_STRUCT_OFFSET (GovReader, name) == G_STRUCT_OFFSET (Format, name));
G_STATIC_ASSERT (G_STRUCT_OFFSET (GovWriter, name) == G_STRUCT_OFFSET (Format, name));

typedef char *(*FindFaultFunc) (const Format *format, const char *plugin_name);

static char *
find_formats_fault (const char *field, const Format *const *formats, FindFaultFunc find_fault, const char *plugin_name)
{
  for (guint i = 0; formats != NULL && formats[i] != NULL; i++)
    {
      if (i == MAX_FORMATS)
        return g_strdup_printf ("%s: has no end, must end with NULL", field);
      g_autofree char *fault = find_fault (formats[i], plugin_name);
      if (fault != NULL)
        return g_strdup_printf ("%s[%u].%s", field, i, fault);
      for (guint j = 0; j < i; j++)
        if (strcmp (formats[i]->name, formats[j]->name) == 0)
          return g_strdup_printf ("%s[%u].name: is \"%s\", which %s[%u] has already", field, i, formats[i]->name, field, j);
    }
  return NULL;
}

/* Before the major number is known to be ours nothing else is believed, before the size nothing beyond it. */
static char *
find_abi_fault (const GovPlugin *plugin)
{
  if (plugin->size < G_STRUCT_OFFSET (GovPlugin, name))
    return find_size_fault (plugin->size, MINIMUM_PLUGIN, "GovPlugin");
  if (plugin->abi_major != GOV_ABI_MAJOR)
    return g_strdup_printf ("abi_major: is %u, must be %u: built for another plugin interface; rebuild it with the headers of "
                            "govconv %s",
                            plugin->abi_major, GOV_ABI_MAJOR, GOV_VERSION);
  if (plugin->abi_minor > GOV_ABI_MINOR)
    return g_strdup_printf ("abi_minor: is %u, must not be above %u: built for a newer govconv; rebuild it with the headers of "
                            "govconv %s, or install a newer govconv",
                            plugin->abi_minor, GOV_ABI_MINOR, GOV_VERSION);
  return find_size_fault (plugin->size, MINIMUM_PLUGIN, "GovPlugin");
}

char *
gov_plugin_find_fault (const GovPlugin *plugin, const char *name)
{
  RETURN_FAULT (find_abi_fault (plugin));
  if (plugin->name == NULL || strcmp (plugin->name, name) != 0)
    return g_strdup_printf ("name: is %s%s%s, must be \"%s\" as in the file's name", plugin->name != NULL ? "\"" : "",
                            plugin->name != NULL ? plugin->name : "NULL", plugin->name != NULL ? "\"" : "", name);
  RETURN_FAULT (find_text_fault ("version", plugin->version));
  RETURN_FAULT (find_text_fault ("summary", plugin->summary));
  RETURN_FAULT (find_text_fault ("license", plugin->license));
  RETURN_FAULT (
      find_formats_fault ("readers", (const Format *const *) plugin->readers, (FindFaultFunc) find_reader_fault, plugin->name));
  RETURN_FAULT (
      find_formats_fault ("writers", (const Format *const *) plugin->writers, (FindFaultFunc) find_writer_fault, plugin->name));
  if ((plugin->readers == NULL || plugin->readers[0] == NULL) && (plugin->writers == NULL || plugin->writers[0] == NULL))
    return g_strdup ("readers: has no reader, nor writers a writer; a plugin must bring one");
  return NULL;
}

const GovReader *
gov_plugin_find_reader (const GovPlugin *plugin, const char *name)
{
  for (guint i = 0; plugin->readers != NULL && plugin->readers[i] != NULL; i++)
    if (strcmp (plugin->readers[i]->name, name) == 0)
      return plugin->readers[i];
  return NULL;
}

const GovWriter *
gov_plugin_find_writer (const GovPlugin *plugin, const char *name)
{
  for (guint i = 0; plugin->writers != NULL && plugin->writers[i] != NULL; i++)
    if (strcmp (plugin->writers[i]->name, name) == 0)
      return plugin->writers[i];
  return NULL;
}
