/* SPDX-License-Identifier: MIT */
#include "core/plugin/identify.h"
#include "core/source/source.h"

#include <string.h>

#define CERTAIN 100 /* the score that says: nothing else is possible */

char *
gov_path_dup_extension (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash != NULL ? slash + 1 : path, *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_ascii_strdown (dot + 1, -1) : g_strdup ("");
}

/* The scores of all readers; unless all are wanted, only up to one that is certain and that the input's name speaks for. */
static void
ask (GovSource *source, const GovReader *const *readers, gboolean all, guint *scores)
{
  g_autofree char *extension = gov_path_dup_extension (gov_source_get_name (source));
  GovProbe probe = {.name = gov_source_get_name (source), .extension = extension};

  probe.bytes = gov_source_get_bytes (source, &probe.n_bytes);
  if (!gov_source_is_binary (source))
    probe.text = gov_source_get_text (source, &probe.length);
  for (guint named = 2; named-- > 0;)
    for (guint i = 0; readers[i] != NULL; i++)
      {
        if (named != (readers[i]->extensions != NULL && g_strv_contains (readers[i]->extensions, extension)))
          continue;
        scores[i] = MIN (readers[i]->identify (&probe), CERTAIN);
        if (named && scores[i] == CERTAIN && !all)
          return;
      }
}

void
gov_identify_score (GovSource *source, const GovReader *const *readers, guint *scores)
{
  ask (source, readers, TRUE, scores);
}

static void
set_unknown_error (GovSource *source, GError **error)
{
  gsize n_bytes;

  gov_source_get_bytes (source, &n_bytes);
  if (n_bytes == 0)
    g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "the input is empty");
  else if (gov_source_is_binary (source))
    g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT, "the input is no text but %s; no allowed format reads it",
                 gov_source_describe_binary (source));
  else
    g_set_error (
        error, GOV_ERROR, GOV_ERROR_NO_REPORT,
        "no allowed format recognises the input: it holds no table that looks like a report's; name its format with -i to "
        "read it all the same");
}

gboolean
gov_identify (GovSource *source, const GovReader *const *readers, guint *index, GError **error)
{
  g_return_val_if_fail (readers[0] != NULL, FALSE);
  guint n = g_strv_length ((char **) readers), best = 0, second = n;

  *index = 0;
  if (n == 1 && !gov_source_is_binary (source))
    return TRUE;
  g_autofree guint *scores = g_new0 (guint, n);
  ask (source, readers, FALSE, scores);
  for (guint i = 1; i < n; i++)
    if (scores[i] > scores[best])
      {
        second = best;
        best = i;
      }
    else if (second == n || scores[i] > scores[second])
      second = i;

  if (scores[best] == 0)
    {
      set_unknown_error (source, error);
      return FALSE;
    }
  if (n > 1 && scores[best] - scores[second] < GOV_IDENTIFY_LEAD)
    {
      g_set_error (error, GOV_ERROR, GOV_ERROR_NO_REPORT,
                   "the input may be %s (score %u) or %s (score %u): say which with -i %s or -i %s", readers[best]->name,
                   scores[best], readers[second]->name, scores[second], readers[best]->name, readers[second]->name);
      return FALSE;
    }
  *index = best;
  return TRUE;
}
