/* SPDX-License-Identifier: MIT */
#pragma once

#include <govconv/option.h>

/* Whether a table keeps the rules of GovOptionSpec: names, types, ranges and defaults that are valid themselves.
 * NULL: it does; otherwise what is wrong, as "options[2].default_value: is …, must be …". Free with g_free(). */
char *gov_option_table_find_fault (const GovOptionSpec *specs);

/* The option of that name, or NULL. specs may be NULL. */
const GovOptionSpec *gov_option_table_find (const GovOptionSpec *specs, const char *name);

/* What values an option takes, for people: "yes or no", "0 … 100", "tidy or wide", "text". Free with g_free(). */
char *gov_option_describe_values (const GovOptionSpec *spec);

/* "boolean", "integer", "choice", "string". */
const char *gov_option_type_get_name (GovOptionType type);

/* Values that an option takes, from one end of them to the other: for trying it out. Commas in them are escaped. Free with
 * g_strfreev(). */
char **gov_option_dup_examples (const GovOptionSpec *spec);
