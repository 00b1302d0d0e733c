/* SPDX-License-Identifier: MIT */
/* Where the installation is: found from the place of the library itself, so that an installed tree can be moved. */
#pragma once

#include <glib.h>

/* $libdir/govconv-1; while the program stands in its build tree, the plugins built there. Free with g_free(). */
char *gov_install_get_plugin_dir (void);

/* $datadir/govconv-1 or the directory that the environment variable GOVCONV_DATA_DIR names. Free with g_free(). */
char *gov_install_get_data_dir (void);

/* $includedir/govconv-1. Free with g_free(). */
char *gov_install_get_include_dir (void);
