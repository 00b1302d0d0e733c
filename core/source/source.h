/* SPDX-License-Identifier: MIT */
/* What the core knows of a source beyond <govconv/source.h>. */
#pragma once

#include <govconv/convert.h>

/* The most bytes an input may have. */
#define GOV_LIMIT_INPUT_BYTES (128u << 20)

/* Like gov_source_new() for bytes that are followed by a NUL: valid UTF-8 is then not copied. */
GovSource *gov_source_new_terminated (const char *name, GBytes *bytes);

/* In words for an error message what a binary input is: "a JPEG picture: …", "bytes of no known kind"; NULL: it is text. */
const char *gov_source_describe_binary (const GovSource *source);

/* The name of the part that stands in the place of the input's text; NULL: none. */
const char *gov_source_get_part_name (const GovSource *source);

/* Add what decoding the input found: bytes that its charset does not know, NULs, a declared charset that the bytes
 * contradict. Nothing for a binary input. */
void gov_source_report (GovSource *source, GovDiagnostics *diagnostics);
