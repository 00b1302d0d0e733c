/* A govconv reader for @NAME@: one line a row, its cells between carets; any other line is a paragraph.
 * It tells which blocks there are and where. What the tables mean is the core's business. */
#include <govconv/plugin.h>

#include <string.h>

/* Where the stretch that begins at start stops: at the sign, or at the end. */
static const char *
find (const char *start, const char *end, char sign)
{
  const char *found = memchr (start, sign, end - start);

  return found != NULL ? found : end;
}

/* 100 nothing else possible … 0 no: from the content, not from the name. */
static guint
identify (const GovProbe *probe)
{
  guint n_rows = 0, n_lines = 0;

  if (probe->text == NULL) /* binary */
    return 0;
  for (const char *line = probe->text, *end = line + probe->length, *stop; line < end; line = stop + 1)
    {
      stop = find (line, end, '\n');
      n_lines += stop > line;
      n_rows += find (line, stop, '^') < stop;
    }
  return n_rows >= 5 && n_rows * 2 >= n_lines ? 80 : 0;
}

static void
tell_row (GovBuilder *builder, const char *text, const char *line, const char *end)
{
  gov_builder_begin_row (builder);
  for (const char *cell = line, *stop; cell <= end; cell = stop + 1)
    {
      stop = find (cell, end, '^');
      gov_builder_cell (builder, cell, stop - cell, GOV_SPAN (cell - text, stop - cell));
    }
  gov_builder_end_row (builder);
}

static gboolean
read_document (GovSource *source, const GovOptions *options G_GNUC_UNUSED, GovBuilder *builder,
               GovDiagnostics *diagnostics G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  gsize length;
  const char *text = gov_source_get_text (source, &length), *end = text + length, *stop;
  gboolean in_table = FALSE;

  for (const char *line = text; line < end && !gov_builder_is_full (builder); line = stop + 1)
    {
      stop = find (line, end, '\n');
      gboolean row = find (line, stop, '^') < stop;
      if (row && !in_table)
        gov_builder_begin_table (builder, GOV_TABLE_PLAIN);
      if (!row && in_table)
        gov_builder_end_table (builder);
      in_table = row;
      if (row)
        tell_row (builder, text, line, stop);
      else
        gov_builder_paragraph (builder, 0, line, stop - line, GOV_SPAN (line - text, stop - line));
    }
  return TRUE; /* a table that is still open is ended by the builder */
}

static const GovReader reader = {
  .size = sizeof (GovReader), .name = "@NAME@", .summary = "cells between carets",
  .extensions = (const char *const[]){"@NAME@", NULL}, .identify = identify, .read = read_document,
};

GOV_PLUGIN (@ID@) = {
  GOV_PLUGIN_HEADER, .name = "@NAME@", .version = "0.1", .summary = "reports as @NAME@", .license = "MIT",
  .readers = (const GovReader *const[]){&reader, NULL},
};
