/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/* The label of the charset that libuchardet takes the bytes for; NULL: it cannot tell. Free with g_free(). The library is
 * loaded at the first call: whoever locks the process down makes one call before. */
char *gov_charset_guess (const guint8 *bytes, gsize n_bytes);
