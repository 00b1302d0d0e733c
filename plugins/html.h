/* SPDX-License-Identifier: MIT */
#pragma once

#include <govconv/plugin.h>

/* GovReader.identify and GovReader.read of the format "html". */
guint html_identify (const GovProbe *probe);
gboolean html_read (GovSource *source, const GovOptions *options, GovBuilder *builder, GovDiagnostics *diagnostics,
                    GError **error);
