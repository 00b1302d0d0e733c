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

static void
emit_code (GovJsonEmitter *json, const GovDiagnosticCode *code)
{
  gov_json_emit_begin (json, '{', GOV_JSON_BROKEN);
  gov_json_emit_member (json, "code", code->code);
  gov_json_emit_member (json, "severity", gov_severity_get_name (code->severity));
  gov_json_emit_member (json, "summary", code->summary);
  gov_json_emit_member (json, "explanation", code->explanation);
  gov_json_emit_end (json);
}

static void
print_codes_as_json (GovSink *sink, const GovDiagnosticCode *codes, guint n)
{
  GovCliJson array;

  gov_cli_json_init (&array, TRUE);
  gov_json_emit_begin (&array.json, '[', GOV_JSON_BROKEN);
  for (guint i = 0; i < n; i++)
    emit_code (&array.json, &codes[i]);
  gov_json_emit_end (&array.json);
  gov_cli_json_write (&array, sink);
}

static GovStatus
explain_all (gboolean json)
{
  GovSink *sink = gov_cli_open_stdout ();
  guint n;
  const GovDiagnosticCode *codes = gov_diagnostic_codes (&n);

  if (json)
    print_codes_as_json (sink, codes, n);
  for (guint i = 0; !json && i < n; i++)
    gov_sink_printf (sink, NULL, "%-24s %-14s %s\n", codes[i].code, gov_severity_get_name (codes[i].severity),
                     codes[i].summary);
  return gov_cli_close_stdout (sink);
}

static GovStatus
explain (const char *name, gboolean json)
{
  const GovDiagnosticCode *code = gov_diagnostic_code_find (name);
  GovCliJson object;

  if (code == NULL)
    return gov_cli_fail_usage ("no such code: \"%s\"; \"govconv explain\" lists them all", name);
  GovSink *sink = gov_cli_open_stdout ();
  if (json)
    {
      gov_cli_json_init (&object, TRUE);
      emit_code (&object.json, code);
      gov_cli_json_write (&object, sink);
    }
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
