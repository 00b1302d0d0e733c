/* SPDX-License-Identifier: MIT */
#include "tests/told.h"
#include "core/document/document.h"
#include "core/plugin/identify.h"
#include "tests/gtest-c.h"

#include <govconv/convert.h>

static void
write_text (GString *out, const GovText *text, const char *source, gsize source_length)
{
  for (gsize i = 0; i < text->length; i++)
    g_string_append_c (out, text->text[i] == '\n' ? '/' : text->text[i]);
  for (guint i = 0; i < text->n_runs; i++)
    {
      gsize end = i + 1 < text->n_runs ? text->runs[i + 1].offset : text->length, length = end - text->runs[i].offset;
      GovSpan span = text->runs[i].span;
      if (gov_span_is_none (span))
        continue;
      if (span.offset + span.length > source_length
          || (span.length == length && memcmp (source + span.offset, text->text + text->runs[i].offset, length) != 0))
        g_string_append_printf (out, " !span %" G_GSIZE_FORMAT "+%" G_GSIZE_FORMAT, span.offset, span.length);
    }
}

static void
write_table (GString *out, const GovGrid *grid, const char *source, gsize source_length)
{
  static const char *const flags[] = {" open", " ragged", " lost", " recognised"};

  g_string_append_c (out, 'T');
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (grid->flags & (1u << i))
      g_string_append (out, flags[i]);
  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < MAX (grid->rows[r].n_cells, 1); c++)
      {
        g_string_append (out, c == 0 ? "\n: " : " | ");
        if (c >= grid->rows[r].n_cells)
          continue;
        const GovGridCell *cell = &grid->rows[r].cells[c];
        write_text (out, &cell->text, source, source_length);
        if (cell->colspan > 1 || cell->rowspan > 1)
          g_string_append_printf (out, "{%ux%u}", cell->colspan, cell->rowspan);
      }
  g_string_append_c (out, '\n');
}

static char *
write_document (const GovDocument *document)
{
  gsize length;
  const char *source = gov_source_get_text (document->source, &length);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->n_blocks; i++)
    {
      const GovBlock *block = &document->blocks[i];
      if (block->kind == GOV_BLOCK_TABLE)
        {
          write_table (out, block->grid, source, length);
          continue;
        }
      for (guint level = 0; level < block->level; level++)
        g_string_append (out, level + 1 < block->level ? "#" : "# ");
      write_text (out, &block->text, source, length);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static GovRegistry *
open_registry (void)
{
  return gov_registry_new ((const char *const[]){gov_test_plugin_dir (), NULL});
}

char *
gov_test_told_bytes (const char *reader, GBytes *bytes, GovDiagnostics *diagnostics)
{
  g_autoptr (GovRegistry) registry = open_registry ();
  g_autoptr (GovSource) source = gov_source_new ("test", bytes);
  g_autoptr (GovBuilder) builder = gov_builder_new (source, diagnostics);
  g_autoptr (GError) error = NULL;
  const GovReader *found = gov_registry_find_reader (registry, reader, &error);

  if (found == NULL)
    return g_strdup_printf ("!%s", error->message);
  g_autoptr (GovOptions) options = gov_options_parse (found->options, NULL, &error);
  if (options == NULL || !found->read (source, options, builder, diagnostics, &error))
    return g_strdup_printf ("!%s", error->message);
  g_autoptr (GovDocument) document = gov_builder_finish (g_steal_pointer (&builder));
  return write_document (document);
}

char *
gov_test_told (const char *reader, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GovDiagnostics) diagnostics = gov_diagnostics_new ();

  return gov_test_told_bytes (reader, bytes, diagnostics);
}

guint
gov_test_score (const char *reader, const char *file_name, const char *text)
{
  g_autoptr (GovRegistry) registry = open_registry ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GovSource) source = gov_source_new (file_name, bytes);
  g_autoptr (GError) error = NULL;
  const GovReader *found = gov_registry_find_reader (registry, reader, &error);
  guint score = 0;

  if (found == NULL)
    ADD_FAILURE ("%s", error->message);
  else
    gov_identify_score (source, (const GovReader *const[]){found, NULL}, &score);
  return score;
}
