/* SPDX-License-Identifier: MIT */
/* Inputs that are no text: what they are, in words for an error message. */
#pragma once

#include <glib.h>

/* "a JPEG picture", "a PDF file: extract its text first with pdftotext -layout"; NULL: no known signature. A constant. */
const char *gov_signature_find (const guint8 *bytes, gsize n_bytes);

/* Whether so many of the bytes are NULs and control characters that this is text in no charset. UTF-16 is for the caller to
 * rule out first. */
gboolean gov_signature_is_noise (const guint8 *bytes, gsize n_bytes);
