/* SPDX-License-Identifier: MIT */
/* A plugin whose declaration is good and whose behaviour is not: FAULT is the one thing it does wrong. */
#include <govconv/plugin.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  NONE,
  CRASH,
  HANG,
  EXIT,
  PRINT,
  NO_ERROR,
  STRAY_ERROR,
  SPAN_OUTSIDE,
  SPAN_LIES,
  SPAN_BACK,
  ORDER,
  COUNT,
  SCORE,
  GREEDY,
  BLIND,
  WRITES_NO_ERROR,
  WRITES_ANYWAY,
  WRITES_COUNT,
  REFUSES,
  LEAK
};

/* What a plugin must not have. */
static guint n_calls;

static guint
identify (const GovProbe *probe)
{
  if (FAULT == SCORE)
    return 101;
  if (FAULT == GREEDY)
    return 100;
  return FAULT != BLIND && probe->text != NULL && g_str_has_prefix (probe->text, "misbehaving") ? 100 : 0;
}

static gboolean
read_document (GovSource *source, G_GNUC_UNUSED const GovOptions *options, GovBuilder *builder,
               G_GNUC_UNUSED GovDiagnostics *diagnostics, GError **error)
{
  gsize length;
  const char *text = gov_source_get_text (source, &length);

  if (length < 4)
    return TRUE;
  if (FAULT == CRASH && strchr (text, '\x01') != NULL)
    abort ();
  if (FAULT == EXIT)
    exit (3);
  if (FAULT == NO_ERROR)
    return FALSE;
  if (FAULT == STRAY_ERROR)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "nothing wrong");
  if (FAULT == PRINT)
    puts ("hello");
  if (FAULT == LEAK)
    g_strndup (text, 33);
  while (FAULT == HANG)
    ;
  if (FAULT == ORDER)
    gov_builder_begin_cell (builder, 1, 1, GOV_CELL_PLAIN);
  gov_builder_begin_paragraph (builder, 0);
  gov_builder_text (builder, text, 2,
                    FAULT == SPAN_OUTSIDE ? GOV_SPAN (length - 1, 2) : GOV_SPAN (FAULT == SPAN_BACK ? 2 : 0, 2));
  gov_builder_text (builder, FAULT == SPAN_LIES ? "??" : text, FAULT == COUNT ? 1 + n_calls++ % 2 : 2, GOV_SPAN (0, 2));
  gov_builder_end_paragraph (builder);
  return TRUE;
}

static gboolean
write_report (const GovOutput *output, G_GNUC_UNUSED gpointer state, const GovReport *report, GError **error)
{
  if (FAULT == WRITES_NO_ERROR)
    return FALSE;
  if (FAULT == REFUSES && gov_report_get_n_tables (report) == 0)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "no tables");
      return FALSE;
    }
  if (FAULT == WRITES_COUNT)
    gov_sink_printf (output->sink, NULL, "%u", n_calls++);
  gov_sink_printf (output->sink, NULL, "%u\n", gov_report_get_year (report));
  return gov_sink_write (output->sink, "\n", 1, FAULT == WRITES_ANYWAY ? NULL : error) || FAULT == WRITES_ANYWAY;
}

static const GovReader reader = {.size = sizeof (GovReader),
                                 .name = NAME,
                                 .summary = "reads",
                                 .extensions = (const char *const[]){"mis", NULL},
                                 .identify = identify,
                                 .read = read_document};
static const GovWriter writer = {.size = sizeof (GovWriter), .name = NAME, .summary = "writes", .write = write_report};

#define DECLARE(id) GOV_PLUGIN (id)
DECLARE (ID) = {GOV_PLUGIN_HEADER,
                .name = NAME,
                .version = "1.0",
                .summary = "a plugin for tests",
                .license = "MIT",
                .readers = (const GovReader *const[]){&reader, NULL},
                .writers = (const GovWriter *const[]){&writer, NULL}};
