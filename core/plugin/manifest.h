/* SPDX-License-Identifier: MIT */
/* A format that a command reads or writes: NAME.govconv-exec in a plugin directory, a key file.
 *
 *   [govconv-exec]
 *   Summary=tables between tildes           what `govconv list` says
 *   Version=0.1
 *   License=MIT
 *   Command=python3 @DIR@/tilde.py          @DIR@ is the manifest's directory; no shell is between
 *   Reads=true                              the command is called with "read": see plugins/exec.c
 *   Writes=false                            … or with "write"
 *   Extensions=tilde;                       may be left out
 */
#pragma once

#include <govconv/plugin.h>

#define GOV_MANIFEST_SUFFIX ".govconv-exec"

typedef struct _GovManifest GovManifest;

/* The format name from the manifest at path; exec is the plugin that runs commands, and must outlive it. NULL and error
 * (GOV_ERROR_FORMAT), which names the file, the key and the rule. */
GovManifest *gov_manifest_open (const char *path, const char *name, const GovPlugin *exec, GError **error);
const GovPlugin *gov_manifest_get_plugin (const GovManifest *manifest);
void gov_manifest_free (GovManifest *manifest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovManifest, gov_manifest_free)
