/* SPDX-License-Identifier: MIT */
/* text    = { letter | escape | mark | link | picture | tag | entity }
 * escape  = "\" punctuation
 * mark    = "*" | "**" | "***" | "__" | "~~" | "`" | "$"      dropped where it comes in pairs
 * link    = "[" text "](" target ")"        only its text is told
 * picture = "![" text "](" target ")"       nothing of it is told
 * tag     = "<" ["/"] name … ">"            nothing of it is told; <br> is a break */
#include "plugins/markdown.h"
#include "plugins/lines.h"

#include <string.h>

typedef enum { MARK_NONE, MARK_STAR, MARK_STAR2, MARK_STAR3, MARK_LINE2, MARK_TILDE2, MARK_CODE, MARK_FORMULA, N_MARKS } Mark;

typedef struct {
  GovBuilder *builder;
  const char *text;
  gsize at, end;
  gsize from;            /* what is told next begins here */
  guint n_left[N_MARKS]; /* marks of a kind from here on */
  gboolean is_open[N_MARKS];
  /* The next of each closing sign, or end: found once, so that many opening signs without one cost nothing. */
  gsize next_bracket, next_parenthesis, next_angle;
  gsize target_end; /* behind the target of the link whose text is being told; 0: none */
  gsize link_end;   /* its "]" */
} Inline;

static void
tell_until (Inline *inline_, gsize to, gsize next)
{
  gov_builder_text (inline_->builder, inline_->text + inline_->from, to - inline_->from,
                    GOV_SPAN (inline_->from, to - inline_->from));
  inline_->from = inline_->at = next;
}

/* The mark at `at` and its bytes. A star alone, or between figures, is a sign like any other. */
static Mark
mark_at (const char *text, gsize start, gsize at, gsize end, gsize *length)
{
  char c = text[at];
  gsize n = 1;

  if (c != '*' && c != '_' && c != '~' && c != '`' && c != '$')
    return MARK_NONE;
  while (at + n < end && text[at + n] == c)
    n++;
  *length = n;
  gboolean space_before = at == start || g_ascii_isspace (text[at - 1]);
  gboolean space_behind = at + n == end || g_ascii_isspace (text[at + n]);
  if (space_before && space_behind)
    return MARK_NONE;
  switch (c)
    {
    case '*':
      if (n == 1 && !space_before && !space_behind && g_ascii_isdigit (text[at - 1]) && g_ascii_isdigit (text[at + 1]))
        return MARK_NONE;
      return n <= 3 ? MARK_STAR + n - 1 : MARK_NONE;
    case '_':
      return n == 2 ? MARK_LINE2 : MARK_NONE;
    case '~':
      return n == 2 ? MARK_TILDE2 : MARK_NONE;
    case '`':
      return n == 1 ? MARK_CODE : MARK_NONE;
    default:
      return n == 1 ? MARK_FORMULA : MARK_NONE;
    }
}

static gboolean
is_escape (const char *text, gsize at, gsize end)
{
  return text[at] == '\\' && at + 1 < end && g_ascii_ispunct (text[at + 1]);
}

static void
count_marks (Inline *inline_)
{
  gsize start = inline_->at;

  for (gsize at = start; at < inline_->end; at++)
    {
      gsize length = 1;
      if (is_escape (inline_->text, at, inline_->end))
        at++;
      else
        {
          inline_->n_left[mark_at (inline_->text, start, at, inline_->end, &length)]++;
          at += length - 1;
        }
    }
}

static gsize
find_sign (const Inline *inline_, gsize *next, char sign)
{
  if (*next <= inline_->at)
    {
      const char *found = memchr (inline_->text + inline_->at, sign, inline_->end - inline_->at);
      *next = found != NULL ? (gsize) (found - inline_->text) : inline_->end;
    }
  return *next;
}

/* A link or picture whose "[" stands at `bracket`. FALSE: none. */
static gboolean
take_link (Inline *inline_, gsize bracket)
{
  gboolean picture = bracket > inline_->at;
  gsize close = find_sign (inline_, &inline_->next_bracket, ']');

  if (inline_->target_end > 0 || close + 1 >= inline_->end || inline_->text[close + 1] != '(')
    return FALSE;
  if (inline_->next_parenthesis < close)
    {
      const char *found = memchr (inline_->text + close, ')', inline_->end - close);
      inline_->next_parenthesis = found != NULL ? (gsize) (found - inline_->text) : inline_->end;
    }
  if (inline_->next_parenthesis >= inline_->end)
    return FALSE;
  if (picture)
    tell_until (inline_, inline_->at, inline_->next_parenthesis + 1);
  else
    {
      inline_->target_end = inline_->next_parenthesis + 1;
      inline_->link_end = close;
      tell_until (inline_, inline_->at, bracket + 1);
    }
  return TRUE;
}

gboolean
gov_markdown_is_tag (const char *text, gsize offset, gsize end, const char *name)
{
  if (text[offset] != '<')
    return FALSE;
  gsize n = strlen (name);

  return offset + n + 1 < end && g_ascii_strncasecmp (text + offset + 1, name, n) == 0
         && !g_ascii_isalnum (text[offset + 1 + n]);
}

static gboolean
take_tag (Inline *inline_)
{
  const char *text = inline_->text;
  gsize at = inline_->at, close = find_sign (inline_, &inline_->next_angle, '>');
  gsize name = at + 1 + (at + 1 < inline_->end && text[at + 1] == '/');

  if (close >= inline_->end || name >= inline_->end || !(g_ascii_isalpha (text[name]) || text[name] == '!'))
    return FALSE;
  if (close - at > 4 && g_ascii_strncasecmp (text + name, "http", 4) == 0)
    return FALSE; /* <http://…> prints the address */
  gboolean line_break = gov_markdown_is_tag (text, at, inline_->end, "br");
  tell_until (inline_, at, close + 1);
  if (line_break)
    gov_builder_break (inline_->builder);
  return TRUE;
}

static gboolean
take_entity (Inline *inline_)
{
  gsize at = inline_->at, length;
  gunichar sign = gov_markdown_entity (inline_->text, at, inline_->end, &length);
  char utf8[6];

  if (sign == 0)
    return FALSE;
  tell_until (inline_, at, at + length);
  gov_builder_text (inline_->builder, utf8, g_unichar_to_utf8 (sign, utf8), GOV_SPAN (at, length));
  return TRUE;
}

/* A mark without a partner is printed. */
static void
take_mark (Inline *inline_, Mark mark, gsize length)
{
  inline_->n_left[mark]--;
  if (!inline_->is_open[mark] && inline_->n_left[mark] == 0)
    {
      inline_->at += length;
      return;
    }
  inline_->is_open[mark] = !inline_->is_open[mark];
  tell_until (inline_, inline_->at, inline_->at + length);
}

/* Takes the construct that begins here, or passes a sign that is printed as it is. */
static void
step (Inline *inline_, gsize start)
{
  const char *text = inline_->text;
  gsize at = inline_->at, length = 1;
  Mark mark = mark_at (text, start, at, inline_->end, &length);

  if (inline_->target_end > 0 && at == inline_->link_end)
    {
      tell_until (inline_, at, inline_->target_end);
      inline_->target_end = 0;
    }
  else if (is_escape (text, at, inline_->end))
    {
      tell_until (inline_, at, at + 1);
      inline_->at++;
    }
  else if (mark != MARK_NONE)
    take_mark (inline_, mark, length);
  else if ((text[at] == '[' && take_link (inline_, at))
           || (text[at] == '!' && at + 1 < inline_->end && text[at + 1] == '[' && take_link (inline_, at + 1))
           || (text[at] == '<' && take_tag (inline_)) || (text[at] == '&' && take_entity (inline_)))
    ;
  else
    inline_->at += length;
}

/* Whether any construct may begin in the text; nearly all cells of a table are plain. */
static gboolean
has_constructs (const char *text, GovSpan span)
{
  const char *end = text + gov_span_end (span);

  for (const char *p = text + span.offset; p < end; p++)
    switch (*p)
      {
      case '\\':
      case '*':
      case '_':
      case '~':
      case '`':
      case '$':
      case '[':
      case '<':
      case '&':
        return TRUE;
      }
  return FALSE;
}

void
gov_markdown_tell (GovBuilder *builder, const char *text, GovSpan span)
{
  if (!has_constructs (text, span))
    {
      gov_builder_text (builder, text + span.offset, span.length, span);
      return;
    }
  Inline inline_ = {.builder = builder, .text = text, .at = span.offset, .end = gov_span_end (span), .from = span.offset};

  count_marks (&inline_);
  while (inline_.at < inline_.end)
    step (&inline_, span.offset);
  tell_until (&inline_, inline_.end, inline_.end);
}

/* ---- entities ---------------------------------------------------------------------------------------------------------- */

gunichar
gov_markdown_entity (const char *text, gsize offset, gsize end, gsize *length)
{
  static const struct {
    const char *name;
    gunichar sign;
  } entities[] = {
      {"amp", '&'},      {"apos", '\''},    {"emsp", 0x2003}, {"ensp", 0x2002},  {"gt", '>'},       {"hellip", 0x2026},
      {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", '<'},      {"mdash", 0x2014}, {"middot", 0xB7},  {"minus", 0x2212},
      {"nbsp", 0xA0},    {"ndash", 0x2013}, {"quot", '"'},    {"rdquo", 0x201D}, {"rsquo", 0x2019}, {"thinsp", 0x2009},
      {"times", 0xD7},   {"zwj", 0x200D},   {"zwnj", 0x200C},
  };
  char name[12];
  gsize n = 0;

  while (offset + 1 + n < end && n < sizeof name - 1 && (g_ascii_isalnum (text[offset + 1 + n]) || text[offset + 1 + n] == '#'))
    {
      name[n] = text[offset + 1 + n];
      n++;
    }
  name[n] = '\0';
  if (n < 2 || offset + 1 + n >= end || text[offset + 1 + n] != ';')
    return 0;
  *length = n + 2;
  if (name[0] == '#')
    {
      gboolean hexadecimal = name[1] == 'x' || name[1] == 'X';
      guint64 code = 0;
      if (!g_ascii_string_to_unsigned (name + 1 + hexadecimal, hexadecimal ? 16 : 10, 1, 0x10FFFF, &code, NULL)
          || !g_unichar_validate (code))
        return 0;
      return code;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_equal (name, entities[i].name))
      return entities[i].sign;
  return 0;
}
