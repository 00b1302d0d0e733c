/* SPDX-License-Identifier: MIT */
#include "core/interpret/heading.h"
#include "core/form/headings.h"
#include "core/interpret/key.h"

#include <string.h>

#define TITLE_CHARS 40   /* of a key; no section's title is longer */
#define FIT_TITLE 0.75   /* share of a title's characters that a damaged one keeps */

/* heading = [ "第" ] ordinal ( "、" | "." | "，" | space ) title
 * An ordinal in brackets, (一), is a subsection's. Returns the bytes taken, 0 when there is none. */
static gsize
skip_ordinal (const char *text, gsize length)
{
  static const char ordinals[] = "一二三四五六七八九十";
  const char *p = text, *end = text + length;
  guint n = 0;

  while (p < end && gov_key_is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  while (p < end && n < 3 && g_utf8_strchr (ordinals, -1, g_utf8_get_char (p)) != NULL)
    {
      p = g_utf8_next_char (p);
      n++;
    }
  if (n == 0 || p >= end)
    return 0;
  gboolean mark = FALSE;
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      if (c != 0x3001 && c != '.' && c != 0xff0e && c != ',' && c != 0xff0c && c != 0xff1a && c != ':' && !gov_key_is_space (c))
        break;
      mark = TRUE;
      p = g_utf8_next_char (p);
    }
  return mark ? (gsize) (p - text) : 0;
}

static guint
fold_title (const char *title, gunichar key[TITLE_CHARS])
{
  gunichar folded[GOV_KEY_FOLD_MAX];
  guint n = 0;

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint m = gov_key_fold (g_utf8_get_char (p), folded);
      for (guint i = 0; i < m && n < TITLE_CHARS; i++)
        key[n++] = folded[i];
    }
  return n;
}

/* The bytes of text whose key is the title's, from the start; 0: it does not begin with it. */
static gsize
skip_title (const char *text, gsize length, const gunichar *title, guint n)
{
  gunichar folded[GOV_KEY_FOLD_MAX];
  guint at = 0;
  const char *p = text, *end = text + length;

  while (p < end && at < n)
    {
      guint m = gov_key_fold (g_utf8_get_char (p), folded);
      for (guint i = 0; i < m; i++, at++)
        if (at >= n || folded[i] != title[at])
          return 0;
      p = g_utf8_next_char (p);
    }
  return at == n ? (gsize) (p - text) : 0;
}

/* Edit distance of two short keys. */
static guint
distance (const gunichar *a, guint n, const gunichar *b, guint m)
{
  guint row[TITLE_CHARS + 1];

  for (guint j = 0; j <= m; j++)
    row[j] = j;
  for (guint i = 1; i <= n; i++)
    {
      guint diagonal = row[0];
      row[0] = i;
      for (guint j = 1; j <= m; j++)
        {
          guint best = MIN (MIN (row[j], row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = row[j];
          row[j] = best;
        }
    }
  return row[m];
}

/* Punctuation that may close a heading. */
static gsize
skip_closing (const char *text, gsize length)
{
  const char *p = text, *end = text + length;

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      if (c != 0x3002 && c != 0xff1a && c != ':' && c != '.' && !gov_key_is_space (c))
        break;
      p = g_utf8_next_char (p);
    }
  return p - text;
}

/* The longest title that the text begins with. */
static GovHeading
find_prefix (const char *text, gsize length)
{
  GovHeading heading = {.section = GOV_SECTION_NONE};
  guint n_sections;
  const GovFormSection *sections = gov_form_sections (&n_sections);
  gunichar key[TITLE_CHARS];

  for (guint s = 0; s < n_sections; s++)
    for (const char *const *title = sections[s].titles; *title != NULL; title++)
      {
        guint n = fold_title (*title, key);
        gsize taken = skip_title (text, length, key, n);
        if (taken > heading.length)
          {
            heading.section = s;
            heading.length = taken;
          }
      }
  return heading;
}

GovHeading
gov_heading_find (const char *text, gsize length, gboolean marked_up)
{
  GovHeading none = {.section = GOV_SECTION_NONE};
  gsize ordinal = skip_ordinal (text, length);
  GovHeading heading = find_prefix (text + ordinal, length - ordinal);
  gunichar key[TITLE_CHARS], other[TITLE_CHARS];
  g_autofree char *rest = NULL;

  if (heading.section != GOV_SECTION_NONE)
    {
      gsize taken = ordinal + heading.length;
      gsize closing = skip_closing (text + taken, length - taken);
      gboolean whole = taken + closing == length;
      heading.marked = ordinal > 0;
      heading.length = whole ? length : taken + closing;
      /* Without an ordinal only a whole paragraph is a heading; with one, text may follow, but not more of a title. */
      if (whole || (ordinal > 0 && closing > 0))
        return heading;
      if (ordinal > 0 && g_utf8_strlen (text + taken, length - taken) > TITLE_CHARS)
        return heading;
    }
  if ((ordinal == 0 && !marked_up) || g_utf8_strlen (text + ordinal, length - ordinal) > TITLE_CHARS)
    return none;

  /* A damaged or reworded title. */
  rest = g_strndup (text + ordinal, length - ordinal);
  guint n = fold_title (rest, key), n_sections, best = G_MAXUINT;
  const GovFormSection *sections = gov_form_sections (&n_sections);
  for (guint s = 0; s < n_sections; s++)
    for (const char *const *title = sections[s].titles; *title != NULL; title++)
      {
        guint m = fold_title (*title, other), d = distance (key, n, other, m);
        if (d < best && d <= (1 - FIT_TITLE) * MAX (n, m))
          {
            best = d;
            heading = (GovHeading){s, length, ordinal > 0};
          }
      }
  return best == G_MAXUINT ? none : heading;
}

GovHeading
gov_heading_find_inside (const char *text, gsize length, gsize *offset)
{
  const char *end = text + length;

  for (const char *p = text + *offset; p < end; p = g_utf8_next_char (p))
    {
      gsize ordinal = skip_ordinal (p, end - p);
      if (ordinal == 0 || gov_key_is_space (g_utf8_get_char (p)))
        continue;
      GovHeading heading = find_prefix (p + ordinal, end - p - ordinal);
      if (heading.section == GOV_SECTION_NONE)
        continue;
      *offset = p - text;
      heading.length += ordinal;
      heading.length += skip_closing (p + heading.length, end - p - heading.length);
      heading.marked = TRUE;
      return heading;
    }
  *offset = length;
  return (GovHeading){.section = GOV_SECTION_NONE};
}
