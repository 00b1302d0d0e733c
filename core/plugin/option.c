/* SPDX-License-Identifier: MIT */
/* Options as data: a table of specifications and a user's text give checked values.
 *
 *   options = [ option { "," option } ]
 *   option  = name [ "=" value ]
 *   value   = { character | "\" character }      "\," is a comma, "\\" a backslash
 *
 * Of an option given twice the last counts. */
#include "core/plugin/option.h"
#include <govconv/convert.h>

#include <string.h>

#define MAX_OPTIONS 1000 /* entries of one table: more is a table without its end */

typedef struct {
  char *text; /* as the user wrote it, or the default */
  gint64 integer;
  gboolean boolean;
} Value;

struct _GovOptions {
  const GovOptionSpec *specs;
  guint n;
  Value *values; /* one for each of specs */
};

static guint
count_specs (const GovOptionSpec *specs)
{
  guint n = 0;

  while (specs != NULL && n < MAX_OPTIONS && specs[n].name != NULL)
    n++;
  return n;
}

const GovOptionSpec *
gov_option_table_find (const GovOptionSpec *specs, const char *name)
{
  guint n = count_specs (specs);

  for (guint i = 0; i < n; i++)
    if (strcmp (specs[i].name, name) == 0)
      return &specs[i];
  return NULL;
}

const char *
gov_option_type_get_name (GovOptionType type)
{
  static const char *const names[] = {NULL, "boolean", "integer", "choice", "string"};

  return type < G_N_ELEMENTS (names) ? names[type] : NULL;
}

/* ---- values ------------------------------------------------------------------------------------------------------------ */

char *
gov_option_describe_values (const GovOptionSpec *spec)
{
  switch (spec->type)
    {
    case GOV_OPTION_BOOLEAN:
      return g_strdup ("yes or no");
    case GOV_OPTION_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT " … %" G_GINT64_FORMAT, spec->minimum, spec->maximum);
    case GOV_OPTION_CHOICE:
      return g_strjoinv (" or ", (char **) spec->choices);
    case GOV_OPTION_STRING:
      break;
    }
  return g_strdup ("text");
}

static gboolean
parse_boolean (const char *text, gboolean *boolean)
{
  static const char *const yes[] = {"yes", "true", "on", "1", NULL};
  static const char *const no[] = {"no", "false", "off", "0", NULL};

  *boolean = g_strv_contains (yes, text);
  return *boolean || g_strv_contains (no, text);
}

/* Fills value from text; FALSE: the option does not take it. */
static gboolean
parse_value (const GovOptionSpec *spec, const char *text, Value *value)
{
  gboolean valid = TRUE;

  if (spec->type == GOV_OPTION_BOOLEAN)
    valid = parse_boolean (text, &value->boolean);
  else if (spec->type == GOV_OPTION_INTEGER)
    valid = g_ascii_string_to_signed (text, 10, spec->minimum, spec->maximum, &value->integer, NULL);
  else if (spec->type == GOV_OPTION_CHOICE)
    valid = g_strv_contains (spec->choices, text);
  if (!valid)
    return FALSE;
  g_free (value->text);
  value->text = g_strdup (text);
  return TRUE;
}

char **
gov_option_dup_examples (const GovOptionSpec *spec)
{
  static const char *const booleans[] = {"yes", "no", NULL}, *const texts[] = {"", "x", "\\,\\\\ %s 表", NULL};

  switch (spec->type)
    {
    case GOV_OPTION_BOOLEAN:
      return g_strdupv ((char **) booleans);
    case GOV_OPTION_CHOICE:
      return g_strdupv ((char **) spec->choices);
    case GOV_OPTION_STRING:
      return g_strdupv ((char **) texts);
    case GOV_OPTION_INTEGER:
      break;
    }
  g_autofree char *ends = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, spec->minimum, spec->maximum);
  return g_strsplit (ends, " ", -1);
}

/* ---- parsing ----------------------------------------------------------------------------------------------------------- */

static char *
list_names (const GovOptionSpec *specs, guint n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", specs[i].name);
  return g_string_free (names, FALSE);
}

static gboolean
set_option (GovOptions *options, const char *name, const char *text, GError **error)
{
  const GovOptionSpec *spec = gov_option_table_find (options->specs, name);

  if (spec == NULL)
    {
      g_autofree char *names = list_names (options->specs, options->n);
      g_set_error (error, GOV_ERROR, GOV_ERROR_USAGE, "unknown option \"%s\"; %s%s", name,
                   options->n > 0 ? "known: " : "there are no options here", names);
      return FALSE;
    }
  if (text == NULL && spec->type == GOV_OPTION_BOOLEAN)
    text = "yes";
  if (text == NULL || !parse_value (spec, text, &options->values[spec - options->specs]))
    {
      g_autofree char *values = gov_option_describe_values (spec);
      if (text == NULL)
        g_set_error (error, GOV_ERROR, GOV_ERROR_USAGE, "option \"%s\" needs a value: %s=%s", name, name, values);
      else
        g_set_error (error, GOV_ERROR, GOV_ERROR_USAGE, "option \"%s\" does not take \"%s\"; it takes %s", name, text, values);
      return FALSE;
    }
  return TRUE;
}

/* One option from the text at *p, which moves past it and the comma that follows. */
static gboolean
parse_option (GovOptions *options, const char **p, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) value = NULL;

  for (; **p != '\0' && **p != ','; (*p)++)
    {
      if (value == NULL && **p == '=')
        {
          value = g_string_new (NULL);
          continue;
        }
      if (**p == '\\' && (*p)[1] != '\0')
        (*p)++;
      g_string_append_c (value != NULL ? value : name, **p);
    }
  if (**p == ',')
    (*p)++;
  return set_option (options, name->str, value != NULL ? value->str : NULL, error);
}

GovOptions *
gov_options_parse (const GovOptionSpec *specs, const char *text, GError **error)
{
  g_autoptr (GovOptions) options = g_new0 (GovOptions, 1);

  options->specs = specs;
  options->n = count_specs (specs);
  options->values = g_new0 (Value, options->n);
  for (guint i = 0; i < options->n; i++)
    if (!parse_value (&specs[i], specs[i].default_value, &options->values[i]))
      {
        g_set_error (error, GOV_ERROR, GOV_ERROR_INTERNAL, "option \"%s\" has the invalid default \"%s\"", specs[i].name,
                     specs[i].default_value);
        return NULL;
      }
  for (const char *p = text; p != NULL && *p != '\0';)
    if (!parse_option (options, &p, error))
      return NULL;
  return g_steal_pointer (&options);
}

void
gov_options_free (GovOptions *options)
{
  if (options == NULL)
    return;
  for (guint i = 0; i < options->n; i++)
    g_free (options->values[i].text);
  g_free (options->values);
  g_free (options);
}

/* ---- reading ----------------------------------------------------------------------------------------------------------- */

static const Value *
get_value (const GovOptions *options, const char *name, GovOptionType type, GovOptionType other)
{
  const GovOptionSpec *spec = gov_option_table_find (options->specs, name);

  if (spec == NULL || (spec->type != type && spec->type != other))
    {
      g_critical ("the option table has no %s option \"%s\"", gov_option_type_get_name (type), name);
      return NULL;
    }
  return &options->values[spec - options->specs];
}

gboolean
gov_options_get_boolean (const GovOptions *options, const char *name)
{
  const Value *value = get_value (options, name, GOV_OPTION_BOOLEAN, GOV_OPTION_BOOLEAN);

  return value != NULL && value->boolean;
}

gint64
gov_options_get_integer (const GovOptions *options, const char *name)
{
  const Value *value = get_value (options, name, GOV_OPTION_INTEGER, GOV_OPTION_INTEGER);

  return value != NULL ? value->integer : 0;
}

const char *
gov_options_get_string (const GovOptions *options, const char *name)
{
  const Value *value = get_value (options, name, GOV_OPTION_STRING, GOV_OPTION_CHOICE);

  return value != NULL ? value->text : "";
}

/* ---- the rules of a table ---------------------------------------------------------------------------------------------- */

static gboolean
is_option_name (const char *name)
{
  gsize n = strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return n > 0 && name[n] == '\0' && name[0] != '-';
}

/* What is wrong with one option: the field in *field, the words as the result. */
static char *
find_spec_fault (const GovOptionSpec *spec, const char **field)
{
  Value value = {NULL};

  *field = "name";
  if (!is_option_name (spec->name))
    return g_strdup_printf ("is \"%s\", must be lower case letters, digits and '-'", spec->name);
  *field = "type";
  if (gov_option_type_get_name (spec->type) == NULL)
    return g_strdup_printf ("is %u, must be one of GovOptionType", (guint) spec->type);
  *field = "choices";
  if (spec->type == GOV_OPTION_CHOICE && (spec->choices == NULL || spec->choices[0] == NULL))
    return g_strdup_printf ("is %s, must list the values of \"%s\"", spec->choices == NULL ? "NULL" : "empty", spec->name);
  *field = "maximum";
  if (spec->type == GOV_OPTION_INTEGER && spec->minimum > spec->maximum)
    return g_strdup_printf ("is %" G_GINT64_FORMAT ", must not be below minimum, %" G_GINT64_FORMAT, spec->maximum,
                            spec->minimum);
  *field = "help";
  if (spec->help == NULL || *spec->help == '\0')
    return g_strdup_printf ("is %s, must say what \"%s\" does", spec->help == NULL ? "NULL" : "empty", spec->name);
  *field = "default_value";
  if (spec->default_value == NULL || !parse_value (spec, spec->default_value, &value))
    {
      g_autofree char *values = gov_option_describe_values (spec);
      return g_strdup_printf ("is %s%s%s, but \"%s\" takes %s", spec->default_value != NULL ? "\"" : "",
                              spec->default_value != NULL ? spec->default_value : "NULL",
                              spec->default_value != NULL ? "\"" : "", spec->name, values);
    }
  g_free (value.text);
  return NULL;
}

char *
gov_option_table_find_fault (const GovOptionSpec *specs)
{
  guint n = count_specs (specs);

  if (n == MAX_OPTIONS)
    return g_strdup ("options: has no end, must end with an entry whose name is NULL");
  for (guint i = 0; i < n; i++)
    {
      const char *field;
      g_autofree char *fault = find_spec_fault (&specs[i], &field);
      if (fault != NULL)
        return g_strdup_printf ("options[%u].%s: %s", i, field, fault);
      if (gov_option_table_find (specs, specs[i].name) != &specs[i])
        return g_strdup_printf ("options[%u].name: is \"%s\", which an option before it has already", i, specs[i].name);
    }
  return NULL;
}
