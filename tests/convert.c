/* SPDX-License-Identifier: MIT */
#include "convert.h"
#include "core/plugin/registry.h"
#include "gtest-c.h"

/* Plugins stay open until the process ends, as in the program. */
static GovRegistry *
registry (void)
{
  static GovRegistry *plugins;
  if (!plugins)
    plugins = gov_registry_new ((const char *const[]){gov_test_plugin_dir (), NULL});
  return plugins;
}

gboolean
gov_test_has_reader (const char *name)
{
  g_autoptr (GPtrArray) files = gov_registry_list_files (registry ());
  for (guint i = 0; i < files->len; i++)
    if (strcmp (((GovPluginFile *) g_ptr_array_index (files, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_report (GovReport *report, gpointer user_data, GError **error)
{
  GovTestConversion *conversion = user_data;
  if (conversion->report)
    {
      gov_report_free (report);
      g_set_error (error, GOV_ERROR, GOV_ERROR_INTERNAL, "the input holds several reports, the test wants one");
      return FALSE;
    }
  conversion->report = report;
  return TRUE;
}

/* The readers to choose from, NULL-terminated. */
static GPtrArray *
list_readers (const char *name, GError **error)
{
  g_autoptr (GPtrArray) readers = NULL;
  if (name)
    {
      const GovReader *reader = gov_registry_find_reader (registry (), name, error);
      if (!reader)
        return NULL;
      readers = g_ptr_array_new ();
      g_ptr_array_add (readers, (gpointer) reader);
    }
  else
    readers = gov_registry_list_readers (registry ());
  g_ptr_array_add (readers, NULL);
  return g_steal_pointer (&readers);
}

GovTestConversion *
gov_test_convert (const char *name, GBytes *bytes, const char *reader, gboolean repair)
{
  GovTestConversion *conversion = g_new0 (GovTestConversion, 1);
  conversion->diagnostics = gov_diagnostics_new ();
  g_autoptr (GPtrArray) readers = list_readers (reader, &conversion->error);
  if (!readers)
    return conversion;
  g_autoptr (GovSource) source = gov_source_new (name, bytes);
  GovConversion how = {.readers = (const GovReader *const *) readers->pdata, .repair = repair};
  gov_convert (source, &how, take_report, conversion, conversion->diagnostics, &conversion->error);
  return conversion;
}

GovTestConversion *
gov_test_convert_string (const char *name, const GString *bytes, const char *reader)
{
  g_autoptr (GBytes) copy = g_bytes_new (bytes->str, bytes->len);
  return gov_test_convert (name, copy, reader, FALSE);
}

GovTestConversion *
gov_test_convert_file (const char *path, const char *name, const char *reader)
{
  char *contents;
  gsize length;
  GError *error = NULL;
  if (!g_file_get_contents (path, &contents, &length, &error))
    {
      GovTestConversion *conversion = g_new0 (GovTestConversion, 1);
      conversion->diagnostics = gov_diagnostics_new ();
      conversion->error = error;
      return conversion;
    }
  g_autoptr (GBytes) bytes = g_bytes_new_take (contents, length);
  return gov_test_convert (name, bytes, reader, FALSE);
}

void
gov_test_conversion_free (GovTestConversion *conversion)
{
  g_clear_pointer (&conversion->report, gov_report_free);
  gov_diagnostics_free (conversion->diagnostics);
  g_clear_error (&conversion->error);
  g_free (conversion);
}

const GovDiagnostics *
gov_test_conversion_get_diagnostics (const GovTestConversion *conversion)
{
  return conversion->report ? gov_report_get_diagnostics (conversion->report) : conversion->diagnostics;
}

gboolean
gov_test_conversion_flags (const GovTestConversion *conversion, const char *table, const char *row, const char *column)
{
  const GovDiagnostics *diagnostics = gov_test_conversion_get_diagnostics (conversion);
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      const GovDiagnostic *diagnostic = gov_diagnostics_get (diagnostics, i);
      for (guint c = 0; diagnostic->severity >= GOV_SEVERITY_WARNING && c < diagnostic->n_cells; c++)
        if (strcmp (diagnostic->cells[c].table, table) == 0 && strcmp (diagnostic->cells[c].row, row) == 0
            && strcmp (diagnostic->cells[c].column, column) == 0)
          return TRUE;
    }
  return FALSE;
}

char *
gov_test_conversion_describe (const GovTestConversion *conversion, const char *name)
{
  const GovDiagnostics *diagnostics = gov_test_conversion_get_diagnostics (conversion);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      const GovDiagnostic *diagnostic = gov_diagnostics_get (diagnostics, i);
      g_string_append_printf (text, "%s:%u:%u: %s: %s [%s]\n", name, diagnostic->place.line, diagnostic->place.column,
                              gov_severity_get_name (diagnostic->severity), diagnostic->message, diagnostic->code);
    }
  if (conversion->error)
    g_string_append_printf (text, "%s: error: %s\n", name, conversion->error->message);
  return g_string_free (text, FALSE);
}

char *
gov_test_write (const GovReport *report, const char *writer_name, const char *options_text)
{
  g_autoptr (GError) error = NULL;
  const GovWriter *writer = gov_registry_find_writer (registry (), writer_name, &error);
  g_autoptr (GovOptions) options = writer ? gov_options_parse (writer->options, options_text, &error) : NULL;
  g_autoptr (GovSink) sink = gov_sink_new_memory ();
  gpointer state = NULL;
  if (options)
    {
      GovOutput output = {.sink = sink, .options = options};
      if (!writer->begin || writer->begin (&output, &state, &error))
        {
          writer->write (&output, state, report, &error);
          if (writer->end)
            writer->end (&output, state, error ? NULL : &error);
        }
    }
  if (error)
    return g_strdup_printf ("%s: %s", writer_name, error->message);
  g_autoptr (GBytes) bytes = gov_sink_steal_bytes (g_steal_pointer (&sink));
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  return g_strndup (data, length);
}
