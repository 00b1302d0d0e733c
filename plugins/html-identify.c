/* SPDX-License-Identifier: MIT */
/* HTML or not, from the beginning of the text. Other dialects have tags too – markdown with a raw <table>, recognised text with
 * a <div> around pictures – so what counts is whether the text stands inside elements. */
#include "plugins/html.h"

#include "plugins/html-names.h"

#include <string.h>

#define SAMPLE_BYTES 32768 /* how much of the text is looked at */
#define NAME_BYTES 16      /* longer names are no elements of HTML */

typedef struct {
  guint n_structural;    /* start tags of elements that make paragraphs and tables */
  gsize inside, outside; /* bytes of text in elements and beside them */
  guint depth;
  gsize line_outside; /* text beside elements since the last tag: a following <br> makes it HTML's */
} Tags;

static gboolean
starts_with (const char *p, const char *end, const char *prefix)
{
  gsize n = strlen (prefix);

  return (gsize) (end - p) >= n && g_ascii_strncasecmp (p, prefix, n) == 0;
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* Past p, where closing stands; end when it does not. */
static const char *
skip_to (const char *p, const char *end, const char *closing)
{
  gsize n = strlen (closing);
  const char *found = n == 1 ? memchr (p, *closing, end - p) : memmem (p, end - p, closing, n);

  return found != NULL ? found + n : end;
}

static void
count_tag (Tags *tags, const char *p, const char *end)
{
  gboolean closing = *p == '/';
  char name[NAME_BYTES] = "";

  p += closing;
  for (guint i = 0; i + 1 < sizeof name && p < end && g_ascii_isalnum (*p); p++, i++)
    name[i] = g_ascii_tolower (*p);
  HtmlElement element = html_element_find (name);
  if (element == HTML_BREAK)
    {
      tags->inside += tags->line_outside;
      tags->line_outside = 0;
      tags->n_structural++;
    }
  tags->outside += tags->line_outside;
  tags->line_outside = 0;
  if (element == HTML_INLINE || element == HTML_BREAK || element == HTML_META || strcmp (name, "hr") == 0)
    return;
  if (!closing)
    {
      tags->depth++;
      tags->n_structural++;
    }
  else if (tags->depth > 0)
    tags->depth--;
}

static void
count_tags (Tags *tags, const char *p, const char *end)
{
  while (p < end)
    {
      if (*p != '<')
        {
          const char *tag = memchr (p, '<', end - p);
          gsize *counted = tags->depth > 0 ? &tags->inside : &tags->line_outside;
          for (tag = tag != NULL ? tag : end; p < tag; p++)
            *counted += !g_ascii_isspace (*p);
        }
      else if (p + 1 < end && (g_ascii_isalpha (p[1]) || p[1] == '/'))
        {
          count_tag (tags, p + 1, end);
          gboolean raw = starts_with (p, end, "<script") || starts_with (p, end, "<style");
          p = raw ? skip_to (p, end, "</") - 2 : skip_to (p, end, ">");
        }
      else if (starts_with (p, end, "<!--"))
        p = skip_to (p, end, "-->");
      else if (p + 1 < end && (p[1] == '!' || p[1] == '?'))
        p = skip_to (p, end, ">");
      else
        {
          *(tags->depth > 0 ? &tags->inside : &tags->line_outside) += 1;
          p++;
        }
    }
  tags->outside += tags->line_outside;
}

guint
html_identify (const GovProbe *probe)
{
  if (probe->text == NULL)
    return 0;
  const char *end = probe->text + MIN (probe->length, SAMPLE_BYTES);
  const char *p = skip_blanks (probe->text, end);
  gboolean xml = starts_with (p, end, "<?xml");

  while (starts_with (p, end, "<?") || starts_with (p, end, "<!--"))
    p = skip_blanks (p[1] == '?' ? skip_to (p, end, ">") : skip_to (p, end, "-->"), end);
  if (starts_with (p, end, "<!doctype html"))
    return 100;
  gboolean named = starts_with (p, end, "<html");
  if (xml && !named)
    return 0;

  Tags tags = {0};
  count_tags (&tags, p, end);
  gboolean by_name = strcmp (probe->extension, "html") == 0 || strcmp (probe->extension, "htm") == 0;
  if (named && tags.outside <= tags.inside)
    return 100;
  if (tags.n_structural >= 3 && *p == '<' && tags.outside * 10 <= tags.inside)
    return tags.n_structural >= 20 ? 90 : 80;
  if (tags.n_structural >= 3 && tags.outside <= tags.inside)
    return 50;
  return by_name || named ? 20 : 0;
}
