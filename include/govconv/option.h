/* SPDX-License-Identifier: MIT */
/* Options of readers and writers, as data: the command line, its checks, its help and `govconv describe` come from the table.
 */
#ifndef GOVCONV_OPTION_H
#define GOVCONV_OPTION_H

#include <glib.h>
#include <govconv/version.h>

G_BEGIN_DECLS

typedef enum {
  GOV_OPTION_BOOLEAN = 1, /* yes/no, true/false, on/off, 1/0; a bare name means yes */
  GOV_OPTION_INTEGER,     /* decimal, minimum … maximum */
  GOV_OPTION_CHOICE,      /* one of choices */
  GOV_OPTION_STRING,
} GovOptionType;

/* One option. A table of them ends with an entry whose name is NULL. All strings are constants. */
typedef struct {
  const char *name; /* lower case, digits and '-' */
  GovOptionType type;
  const char *default_value;  /* as a user would write it; never NULL; must itself be valid */
  gint64 minimum, maximum;    /* GOV_OPTION_INTEGER only */
  const char *const *choices; /* GOV_OPTION_CHOICE only, NULL-terminated */
  const char *help;           /* one sentence without full stop */
} GovOptionSpec;

typedef struct _GovOptions GovOptions;

/* The value of an option of the reader's or writer's own table; asking for a name or a type that the table does not have is
 * a programming error (a critical message, and FALSE, 0 or ""). Strings are owned by the options. */
GOV_API gboolean gov_options_get_boolean (const GovOptions *options, const char *name);
GOV_API gint64 gov_options_get_integer (const GovOptions *options, const char *name);
GOV_API const char *gov_options_get_string (const GovOptions *options, const char *name); /* also of a choice */

/* Parse "NAME=VALUE,NAME=VALUE,…" (NULL or "": all defaults) against a table (NULL: no options).
 * NULL and error (GOV_ERROR_USAGE) for an unknown option, which lists the known ones, or a bad value, which states the
 * range. A backslash takes the next character literally (','). Free with gov_options_free(). */
GOV_API GovOptions *gov_options_parse (const GovOptionSpec *specs, const char *text, GError **error);
GOV_API void gov_options_free (GovOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GovOptions, gov_options_free)

G_END_DECLS

#endif
