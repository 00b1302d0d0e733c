/* SPDX-License-Identifier: MIT */
/* The words of the outputs for the model's enumerations. */
#include <govconv/report.h>

#include <string.h>

static const char *const origins[] = {"missing", "blank", "unreadable", "read", "normalized", "resolved", "repaired"};
static const char *const results[] = {NULL, "pass", "fail", "uncertain", "not-assessable"};
static const char *const verdicts[] = {NULL, "misread", "slid", "split", "source", "undetermined"};
static const char *const severities[] = {NULL, "note", "warning", "inconsistency", "error"};

static int
find (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (name != NULL && names[i] != NULL && strcmp (names[i], name) == 0)
      return (int) i;
  return -1;
}

const char *
gov_origin_get_name (GovOrigin origin)
{
  return origins[origin];
}

int
gov_origin_from_name (const char *name)
{
  return find (origins, G_N_ELEMENTS (origins), name);
}

const char *
gov_check_result_get_name (GovCheckResult result)
{
  return results[result];
}

int
gov_check_result_from_name (const char *name)
{
  return find (results, G_N_ELEMENTS (results), name);
}

const char *
gov_verdict_get_name (GovVerdict verdict)
{
  return verdicts[verdict];
}

int
gov_verdict_from_name (const char *name)
{
  return find (verdicts, G_N_ELEMENTS (verdicts), name);
}

const char *
gov_severity_get_name (GovSeverity severity)
{
  return severities[severity];
}

GovSeverity
gov_severity_from_name (const char *name)
{
  return MAX (find (severities, G_N_ELEMENTS (severities), name), 0);
}
