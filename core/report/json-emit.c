/* SPDX-License-Identifier: MIT */
/* Own code instead of json-c, see docs/decisions/json.md: a report goes straight into text, without a tree in between. */
#include "core/report/json-emit.h"

#include <string.h>

static void
new_line (GovJsonEmitter *emitter)
{
  gsize spaces = (gsize) emitter->indent * emitter->depth, at = emitter->out->len;

  g_string_set_size (emitter->out, at + 1 + spaces);
  emitter->out->str[at] = '\n';
  memset (emitter->out->str + at + 1, ' ', spaces);
}

/* What stands between the value before and the value or key to come. */
static void
separate (GovJsonEmitter *emitter)
{
  if (emitter->after_key || emitter->depth == 0)
    {
      emitter->after_key = FALSE;
      return;
    }
  gboolean broken = emitter->levels[emitter->depth - 1].broken, first = emitter->levels[emitter->depth - 1].empty;

  emitter->levels[emitter->depth - 1].empty = FALSE;
  if (!first)
    g_string_append_c (emitter->out, ',');
  if (broken)
    new_line (emitter);
  else if (!first && emitter->indent > 0)
    g_string_append_c (emitter->out, ' ');
}

void
gov_json_emit_begin (GovJsonEmitter *emitter, char bracket, GovJsonLayout layout)
{
  g_return_if_fail (emitter->depth < GOV_JSON_EMIT_DEPTH);
  gboolean may_break = emitter->indent > 0 && (emitter->depth == 0 || emitter->levels[emitter->depth - 1].broken);

  separate (emitter);
  g_string_append_c (emitter->out, bracket);
  emitter->levels[emitter->depth].close = bracket == '{' ? '}' : ']';
  emitter->levels[emitter->depth].broken = may_break && layout == GOV_JSON_BROKEN;
  emitter->levels[emitter->depth].empty = TRUE;
  emitter->depth++;
}

void
gov_json_emit_end (GovJsonEmitter *emitter)
{
  g_return_if_fail (emitter->depth > 0);
  emitter->depth--;
  if (emitter->levels[emitter->depth].broken && !emitter->levels[emitter->depth].empty)
    new_line (emitter);
  g_string_append_c (emitter->out, emitter->levels[emitter->depth].close);
}

void
gov_json_emit_key (GovJsonEmitter *emitter, const char *key)
{
  separate (emitter);
  g_string_append_c (emitter->out, '"');
  g_string_append (emitter->out, key);
  g_string_append (emitter->out, emitter->indent > 0 ? "\": " : "\":");
  emitter->after_key = TRUE;
}

/* ---- strings ----------------------------------------------------------------------------------------------------------- */

static gboolean
is_plain (guchar byte)
{
  return byte >= ' ' && byte != '"' && byte != '\\' && byte != 0xc2 && byte != 0xe2;
}

/* How many bytes at p are one character to be escaped, the escape in escape; 0: the character stands as it is. */
static gsize
escape_at (const guchar *p, char escape[7])
{
  static const char short_for[] = "\"\\\b\f\n\r\t", short_as[] = "\"\\bfnrt";
  const char *found = strchr (short_for, *p);
  guint code = *p;
  gsize length = 1;

  if (found != NULL)
    {
      g_snprintf (escape, 7, "\\%c", short_as[found - short_for]);
      return length;
    }
  if (p[0] == 0xc2 && p[1] == 0x85)
    code = 0x85, length = 2;
  else if (p[0] == 0xe2 && p[1] == 0x80 && (p[2] == 0xa8 || p[2] == 0xa9))
    code = 0x2000 + (p[2] & 0x3f), length = 3;
  else if (*p >= ' ')
    return 0;
  g_snprintf (escape, 7, "\\u%04x", code);
  return length;
}

void
gov_json_emit_string (GovJsonEmitter *emitter, const char *text)
{
  separate (emitter);
  if (text == NULL)
    {
      g_string_append (emitter->out, "null");
      return;
    }

  const guchar *plain = (const guchar *) text, *p = plain;
  char escape[7];

  g_string_append_c (emitter->out, '"');
  while (*p != '\0')
    {
      if (is_plain (*p))
        {
          p++;
          continue;
        }
      gsize length = escape_at (p, escape);
      if (length > 0)
        {
          g_string_append_len (emitter->out, (const char *) plain, p - plain);
          g_string_append (emitter->out, escape);
          plain = p + length;
        }
      p += MAX (length, 1);
    }
  g_string_append_len (emitter->out, (const char *) plain, p - plain);
  g_string_append_c (emitter->out, '"');
}

void
gov_json_emit_member (GovJsonEmitter *emitter, const char *key, const char *text)
{
  gov_json_emit_key (emitter, key);
  gov_json_emit_string (emitter, text);
}

/* ---- numbers ----------------------------------------------------------------------------------------------------------- */

void
gov_json_emit_unsigned (GovJsonEmitter *emitter, guint64 number)
{
  char digits[20], *p = digits + sizeof digits;

  separate (emitter);
  do
    *--p = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (emitter->out, p, digits + sizeof digits - p);
}

void
gov_json_emit_boolean (GovJsonEmitter *emitter, gboolean value)
{
  separate (emitter);
  g_string_append (emitter->out, value ? "true" : "false");
}

void
gov_json_emit_unsigned_member (GovJsonEmitter *emitter, const char *key, guint64 number)
{
  gov_json_emit_key (emitter, key);
  gov_json_emit_unsigned (emitter, number);
}

void
gov_json_emit_decimal (GovJsonEmitter *emitter, const char *decimal)
{
  static const char digits[] = "0123456789";
  const char *integer = decimal != NULL ? decimal : "", *fraction = "";
  gboolean negative = *integer == '-';

  if (*integer == '-' || *integer == '+')
    integer++;
  gsize n_integer = strspn (integer, digits), n_fraction = 0;
  const char *end = integer + n_integer;
  if (*end == '.')
    {
      fraction = end + 1;
      n_fraction = strspn (fraction, digits);
      end = fraction + n_fraction;
    }
  if (*end != '\0' || n_integer + n_fraction == 0)
    {
      gov_json_emit_string (emitter, NULL);
      return;
    }

  separate (emitter);
  while (n_integer > 1 && *integer == '0')
    integer++, n_integer--;
  if (negative)
    g_string_append_c (emitter->out, '-');
  if (n_integer == 0)
    g_string_append_c (emitter->out, '0');
  g_string_append_len (emitter->out, integer, n_integer);
  if (n_fraction > 0)
    {
      g_string_append_c (emitter->out, '.');
      g_string_append_len (emitter->out, fraction, n_fraction);
    }
}
