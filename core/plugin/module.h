/* SPDX-License-Identifier: MIT */
/* One plugin file, opened and checked. */
#pragma once

#include <govconv/plugin.h>

typedef struct _GovModule GovModule;

/* The rules of a format's name: lower case letters, digits and '-', a letter first, at most 64 bytes. */
gboolean gov_format_name_is_valid (const char *name);

/* Open the shared object at path, absolute and ending in .so, as the plugin name and hold its constant against the rules of
 * govconv/plugin.h. NULL and error (GOV_ERROR_FORMAT), which names the file, the field and the rule, or has the linker's own
 * words. Not thread-safe (libltdl). */
GovModule *gov_module_open (const char *path, const char *name, GError **error);
const GovPlugin *gov_module_get_plugin (const GovModule *module);
void gov_module_close (GovModule *module);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovModule, gov_module_close)

/* What is wrong with the plugin's constant, loaded from a file of that name: "readers[0].identify: is NULL, must be …"; NULL:
 * nothing. Reads no field beyond the sizes that the plugin states. Free with g_free(). */
char *gov_plugin_find_fault (const GovPlugin *plugin, const char *name);

/* A plugin's reader or writer of that name, or NULL. plugin has no fault. */
const GovReader *gov_plugin_find_reader (const GovPlugin *plugin, const char *name);
const GovWriter *gov_plugin_find_writer (const GovPlugin *plugin, const char *name);
