/* SPDX-License-Identifier: MIT */
/* A good plugin, of which the build makes broken ones: ID and NAME are the plugin's, the …_FIELDS override what is set before
 * them. Each kind is listed in tests/meson.build, its message in tests/test-module.c. */
#include <govconv/plugin.h>

#ifndef PLUGIN_FIELDS
#define PLUGIN_FIELDS
#endif
#ifndef READER_FIELDS
#define READER_FIELDS
#endif
#ifndef WRITER_FIELDS
#define WRITER_FIELDS
#endif
#ifndef OPTION_FIELDS
#define OPTION_FIELDS
#endif

#ifdef CALLS_UNDEFINED
void govconv_nobody_defines_this (void);
#endif

G_GNUC_UNUSED static guint
identify (G_GNUC_UNUSED const GovProbe *probe)
{
  return 0;
}

G_GNUC_UNUSED static gboolean
read_nothing (G_GNUC_UNUSED GovSource *source, G_GNUC_UNUSED const GovOptions *options, G_GNUC_UNUSED GovBuilder *builder,
              G_GNUC_UNUSED GovDiagnostics *diagnostics, G_GNUC_UNUSED GError **error)
{
#ifdef CALLS_UNDEFINED
  govconv_nobody_defines_this ();
#endif
  return TRUE;
}

G_GNUC_UNUSED static gboolean
load_nothing (G_GNUC_UNUSED GovSource *source, G_GNUC_UNUSED const GovOptions *options, G_GNUC_UNUSED GovReportFunc report,
              G_GNUC_UNUSED gpointer user_data, G_GNUC_UNUSED GError **error)
{
  return TRUE;
}

G_GNUC_UNUSED static gboolean
write_nothing (G_GNUC_UNUSED const GovOutput *output, G_GNUC_UNUSED gpointer state, G_GNUC_UNUSED const GovReport *report,
               G_GNUC_UNUSED GError **error)
{
  return TRUE;
}

static const GovOptionSpec options[] = {
    {.name = "depth",
     .type = GOV_OPTION_INTEGER,
     .default_value = "3",
     .minimum = 1,
     .maximum = 9,
     .help = "how deep",
     OPTION_FIELDS},
    {.name = NULL},
};

G_GNUC_UNUSED static const char *const endless[] = {".dot", NULL};

static const GovReader reader = {.size = sizeof (GovReader),
                                 .name = NAME,
                                 .summary = "reads",
                                 .options = options,
                                 .identify = identify,
                                 .read = read_nothing,
                                 READER_FIELDS};
static const GovReader *const readers[] = {&reader, NULL};
G_GNUC_UNUSED static const GovReader *const twins[] = {&reader, &reader, NULL};

static const GovWriter writer
    = {.size = sizeof (GovWriter), .name = NAME, .summary = "writes", .write = write_nothing, WRITER_FIELDS};
static const GovWriter *const writers[] = {&writer, NULL};

/* GOV_PLUGIN () takes its argument as it stands: the build's has to be expanded before. */
#define DECLARE(id) GOV_PLUGIN (id)

DECLARE (ID) = {GOV_PLUGIN_HEADER, .name = NAME,       .version = "1.0",   .summary = "a plugin for tests",
                .license = "MIT",  .readers = readers, .writers = writers, PLUGIN_FIELDS};
