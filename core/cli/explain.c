/* SPDX-License-Identifier: MIT */
/* govconv explain CODE: what a finding means and what to do. */
#include "core/cli/cli.h"
#include "core/run/record.h"

#include <string.h>

#define LINE_WIDTH 100 /* characters of an explanation's line */

/* Words of the text on lines of at most LINE_WIDTH bytes, each indented by two. */
static void
print_wrapped (GovSink *sink, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gsize width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);
      gboolean fits = width > 0 && width + 1 + n <= LINE_WIDTH;
      gov_sink_printf (sink, NULL, "%s%s", fits ? " " : width > 0 ? "\n  " : "  ", words[i]);
      width = fits ? width + 1 + n : n;
    }
  gov_sink_write (sink, "\n", 1, NULL);
}

static struct json_object *
record_of_code (const GovDiagnosticCode *code)
{
  struct json_object *object = json_object_new_object ();

  json_object_object_add (object, "code", gov_record_of_string (code->code));
  json_object_object_add (object, "severity", gov_record_of_string (gov_severity_get_name (code->severity)));
  json_object_object_add (object, "summary", gov_record_of_string (code->summary));
  json_object_object_add (object, "explanation", gov_record_of_string (code->explanation));
  return object;
}

static GovStatus
explain_all (gboolean json)
{
  GovSink *sink = gov_cli_open_stdout ();
  struct json_object *array = json_object_new_array ();
  guint n;
  const GovDiagnosticCode *codes = gov_diagnostic_codes (&n);

  for (guint i = 0; i < n; i++)
    {
      json_object_array_add (array, record_of_code (&codes[i]));
      if (!json)
        gov_sink_printf (sink, NULL, "%-24s %-14s %s\n", codes[i].code, gov_severity_get_name (codes[i].severity),
                         codes[i].summary);
    }
  if (json)
    gov_cli_write_json (sink, array, TRUE);
  else
    json_object_put (array);
  return gov_cli_close_stdout (sink);
}

static GovStatus
explain (const char *name, gboolean json)
{
  const GovDiagnosticCode *code = gov_diagnostic_code_find (name);

  if (code == NULL)
    return gov_cli_fail_usage ("no such code: \"%s\"; \"govconv explain\" lists them all", name);
  GovSink *sink = gov_cli_open_stdout ();
  if (json)
    gov_cli_write_json (sink, record_of_code (code), TRUE);
  else
    {
      gov_sink_printf (sink, NULL, "%s (%s): %s.\n\n", code->code, gov_severity_get_name (code->severity), code->summary);
      print_wrapped (sink, code->explanation);
    }
  return gov_cli_close_stdout (sink);
}

GovStatus
gov_cli_explain (int argc, char **argv)
{
  g_auto (GovCliOptions) cli = {0};
  g_autoptr (GError) error = NULL;
  GovStatus status;
  gboolean json;

  if (!gov_cli_parse (argc, argv, GOV_CLI_FORM, "[CODE]",
                      "Explains the code in brackets at the end of a finding; without CODE it lists all of them.", NULL, &cli,
                      &status))
    return status;
  if (!gov_cli_wants_json (&cli, &json, &error))
    return gov_cli_fail (error);
  if (cli.operands[0] == NULL)
    return explain_all (json);
  if (cli.operands[1] != NULL)
    return gov_cli_fail_usage ("explain takes one CODE");
  return explain (cli.operands[0], json);
}
