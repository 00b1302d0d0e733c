/* SPDX-License-Identifier: MIT */
#include "core/interpret/heading.h"
#include "core/form/headings.h"
#include "core/interpret/key.h"
#include "core/source/utf8.h"

#include <string.h>

#define TITLE_CHARS 40 /* of a key; no section's title is longer */
#define FIT_TITLE 0.75 /* share of a title's characters that a damaged one keeps */

/* heading = ordinal mark { mark } title;  mark = "、" | "." | "，" | "：" | space, of either width
 * An ordinal in brackets, (一), is a subsection's. Returns the bytes that ordinal and marks take, with the space before them; 0
 * when there is none. */
static gsize
skip_ordinal (const char *text, gsize length)
{
  static const char ordinals[] = "一二三四五六七八九十";
  const char *p = text, *end = text + length;
  guint n = 0;

  while (p < end && gov_key_is_space (gov_utf8_get (p)))
    p = g_utf8_next_char (p);
  while (p < end && n < 3 && g_utf8_strchr (ordinals, -1, gov_utf8_get (p)) != NULL)
    {
      p = g_utf8_next_char (p);
      n++;
    }
  if (n == 0 || p >= end)
    return 0;
  gboolean mark = FALSE;
  while (p < end)
    {
      gunichar c = gov_utf8_get (p);
      if (c != 0x3001 && c != '.' && c != 0xff0e && c != ',' && c != 0xff0c && c != 0xff1a && c != ':' && !gov_key_is_space (c))
        break;
      mark = TRUE;
      p = g_utf8_next_char (p);
    }
  return mark ? (gsize) (p - text) : 0;
}

static guint
fold_title (const char *title, gsize length, gunichar key[TITLE_CHARS])
{
  gunichar folded[GOV_KEY_FOLD_MAX];
  guint n = 0;

  for (const char *p = title, *end = title + length; p < end; p = g_utf8_next_char (p))
    {
      guint m = gov_key_fold (gov_utf8_get (p), folded);
      for (guint i = 0; i < m && n < TITLE_CHARS; i++)
        key[n++] = folded[i];
    }
  return n;
}

/* A title of a section, as a key. */
typedef struct {
  guint section, length;
  gunichar key[TITLE_CHARS];
  guint64 signs; /* see signs_of() */
} Title;

/* Which characters a key has, a bit for each 64th of them: keys differ by one edit at least for each bit that one lacks. */
static guint64
signs_of (const gunichar *key, guint n)
{
  guint64 signs = 0;

  for (guint i = 0; i < n; i++)
    signs |= G_GUINT64_CONSTANT (1) << key[i] % 64;
  return signs;
}

/* All titles of all sections: folded once, constant from then on. */
static const GArray *
get_titles (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      guint n_sections;
      const GovFormSection *sections = gov_form_sections (&n_sections);
      GArray *titles = g_array_new (FALSE, FALSE, sizeof (Title));

      for (guint s = 0; s < n_sections; s++)
        for (const char *const *words = sections[s].titles; *words != NULL; words++)
          {
            Title title = {.section = s};
            title.length = fold_title (*words, strlen (*words), title.key);
            title.signs = signs_of (title.key, title.length);
            g_array_append_val (titles, title);
          }
      g_once_init_leave (&once, (gsize) titles);
    }
  return (const GArray *) once;
}

/* Whether the text begins with the title; *taken: the bytes of text that this takes. */
static gboolean
begins_with (const char *text, gsize length, const Title *title, gsize *taken)
{
  gunichar folded[GOV_KEY_FOLD_MAX];
  guint at = 0;
  const char *p = text, *end = text + length;

  while (p < end && at < title->length)
    {
      guint m = gov_key_fold (gov_utf8_get (p), folded);
      for (guint i = 0; i < m; i++, at++)
        if (at >= title->length || folded[i] != title->key[at])
          return FALSE;
      p = g_utf8_next_char (p);
    }
  *taken = p - text;
  return at == title->length;
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
      gunichar c = gov_utf8_get (p);
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
  const GArray *titles = get_titles ();
  gunichar first[GOV_KEY_FOLD_MAX];

  if (length == 0)
    return heading;
  gboolean folds = gov_key_fold (gov_utf8_get (text), first) > 0;
  for (guint t = 0; t < titles->len; t++)
    {
      const Title *title = &g_array_index (titles, Title, t);
      gsize taken;
      if (folds && first[0] != title->key[0])
        continue;
      if (begins_with (text, length, title, &taken) && taken > heading.length)
        {
          heading.section = title->section;
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
  gunichar key[TITLE_CHARS];

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
  guint n = fold_title (text + ordinal, length - ordinal, key), best = G_MAXUINT;
  guint64 signs = signs_of (key, n);
  const GArray *titles = get_titles ();
  for (guint t = 0; t < titles->len; t++)
    {
      const Title *title = &g_array_index (titles, Title, t);
      guint longer = MAX (n, title->length), shorter = MIN (n, title->length);
      guint lacking = MAX (__builtin_popcountll (title->signs & ~signs), __builtin_popcountll (signs & ~title->signs));
      if (MAX (longer - shorter, lacking) > (1 - FIT_TITLE) * longer)
        continue;
      guint d = distance (key, n, title->key, title->length);
      if (d < best && d <= (1 - FIT_TITLE) * longer)
        {
          best = d;
          heading = (GovHeading){title->section, length, ordinal > 0};
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
      gsize ordinal = gov_key_is_space (gov_utf8_get (p)) ? 0 : skip_ordinal (p, end - p);
      if (ordinal == 0)
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
