/* SPDX-License-Identifier: MIT */
/* The plugin directories: what lies in them, and what has been opened. See govconv/convert.h for the public part. */
#pragma once

#include <govconv/convert.h>

/* A plugin file in one of the directories. */
typedef struct {
  char *name;        /* of the format: "html" of govconv-html.so */
  char *path;        /* absolute */
  char *shadowed_by; /* the path of the file that is used instead; NULL: this one is used */
} GovPluginFile;

/* The format of a plugin file's name (without directories), or NULL when it is no plugin's. Free with g_free(). */
char *gov_plugin_file_dup_format (const char *file);

/* Called with one line of text for each search and each opening. */
typedef void (*GovTraceFunc) (const char *line, gpointer user_data);

/* GOVCONV_PLUGIN_PATH (its absolute directories), the user's data directory, the installation's. Free with g_strfreev(). */
char **gov_registry_get_usual_directories (void);

/* func NULL: no more calls. */
void gov_registry_set_trace (GovRegistry *registry, GovTraceFunc func, gpointer user_data);

/* All plugin files, opened or not, by name and then in search order. Elements GovPluginFile; free with g_ptr_array_unref(). */
GPtrArray *gov_registry_list_files (GovRegistry *registry);

/* The plugin from the first file of that name. NULL and error (GOV_ERROR_FORMAT). Borrowed. */
const GovPlugin *gov_registry_open (GovRegistry *registry, const char *name, GError **error);

/* The readers of every plugin that can be used, by name; opens them all. A file that cannot be used is passed over (the trace
 * says why). Elements const GovReader, borrowed; free with g_ptr_array_unref(). */
GPtrArray *gov_registry_list_readers (GovRegistry *registry);

/* The reader or writer whose extensions have that one, opening every plugin until it is found; NULL: none has. */
const GovWriter *gov_registry_find_writer_by_extension (GovRegistry *registry, const char *extension);
