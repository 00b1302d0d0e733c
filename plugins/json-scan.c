/* SPDX-License-Identifier: MIT */
/* Own code instead of json-c, see docs/decisions/json.md: json-c reads 18446744073709551616 as 18446744073709551615 and
 * does not tell where a value stands.
 *
 *   value  = object | array | string | number | "true" | "false" | "null"
 *   object = "{" [ string ":" value { "," string ":" value } ] "}"
 *   array  = "[" [ value { "," value } ] "]"
 *   number = [ "-" ] ( "0" | digit1-9 { digit } ) [ "." digit { digit } ] [ ("e"|"E") [ "+"|"-" ] digit { digit } ]
 *
 * as in RFC 8259; U+0000 and a lone surrogate, which a text cannot hold, are refused. */
#include "plugins/json-scan.h"

#include <string.h>

void
gov_json_scan_init (GovJsonScanner *scanner, const char *text, gsize length)
{
  *scanner = (GovJsonScanner){.text = text, .length = length, .string = g_string_sized_new (256)};
}

void
gov_json_scan_clear (GovJsonScanner *scanner)
{
  g_string_free (scanner->string, TRUE);
  g_clear_pointer (&scanner->problem, g_free);
}

gboolean
gov_json_scan_fail (GovJsonScanner *scanner, gsize at, const char *format, ...)
{
  va_list arguments;

  if (scanner->problem != NULL)
    return FALSE;
  va_start (arguments, format);
  scanner->problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  scanner->problem_at = at;
  return FALSE;
}

static char
next_char (GovJsonScanner *scanner)
{
  if (scanner->problem != NULL)
    return '\0';
  const char *p = scanner->text + scanner->position;
  while (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
    p++;
  scanner->position = p - scanner->text;
  return *p; /* the text's own NUL at its end */
}

static gboolean
expected (GovJsonScanner *scanner, const char *what)
{
  char c = next_char (scanner);
  const char *here = scanner->text + scanner->position;

  if (c == '\0' && scanner->position >= scanner->length)
    return gov_json_scan_fail (scanner, scanner->position, "the text ends where %s should stand", what);
  return gov_json_scan_fail (scanner, scanner->position, "\"%.*s\" stands where %s should stand",
                             (int) (g_utf8_next_char (here) - here), here, what);
}

static gboolean
take (GovJsonScanner *scanner, char c, const char *what)
{
  if (next_char (scanner) != c || c == '\0')
    return expected (scanner, what);
  scanner->position++;
  return TRUE;
}

char
gov_json_scan_peek (GovJsonScanner *scanner)
{
  char c = next_char (scanner);

  return c == '-' || g_ascii_isdigit (c) ? '0' : c;
}

/* ---- containers -------------------------------------------------------------------------------------------------------- */

gboolean
gov_json_scan_enter (GovJsonScanner *scanner, char bracket)
{
  scanner->fresh = TRUE;
  if (!take (scanner, bracket, bracket == '{' ? "an object" : "an array"))
    return FALSE;
  scanner->value = scanner->position - 1;
  return TRUE;
}

/* Over the comma before the next item, or over the closing bracket: FALSE. */
static gboolean
next (GovJsonScanner *scanner, char close)
{
  gboolean first = scanner->fresh;

  scanner->fresh = FALSE;
  if (next_char (scanner) == close)
    {
      scanner->position += close != '\0';
      return FALSE;
    }
  if (scanner->problem != NULL)
    return FALSE;
  return first || take (scanner, ',', close == '}' ? "\",\" or \"}\"" : "\",\" or \"]\"");
}

static gboolean read_string (GovJsonScanner *scanner, const char *what);

const char *
gov_json_scan_next_member (GovJsonScanner *scanner)
{
  if (!next (scanner, '}') || !read_string (scanner, "a key") || !take (scanner, ':', "\":\""))
    return NULL;
  return scanner->string->str;
}

gboolean
gov_json_scan_next_item (GovJsonScanner *scanner)
{
  return next (scanner, ']');
}

/* ---- strings ----------------------------------------------------------------------------------------------------------- */

static int
hex4 (const char *p)
{
  int code = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i])) /* also stops at the text's own NUL */
        return -1;
      code = code * 16 + g_ascii_xdigit_value (p[i]);
    }
  return code;
}

/* \uXXXX at the position of the u, or a pair of them. */
static gboolean
read_unicode_escape (GovJsonScanner *scanner)
{
  const char *p = scanner->text + scanner->position + 1;
  int code = hex4 (p), low;

  if (code < 0)
    return gov_json_scan_fail (scanner, scanner->position - 1, "\\u is not followed by four hexadecimal digits");
  scanner->position += 5;
  if (code >= 0xd800 && code <= 0xdbff && p[4] == '\\' && p[5] == 'u' && (low = hex4 (p + 6)) >= 0xdc00 && low <= 0xdfff)
    {
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      scanner->position += 6;
    }
  if (code == 0 || (code >= 0xd800 && code <= 0xdfff))
    return gov_json_scan_fail (scanner, scanner->value, "the string holds U+%04X, which no text can hold", code);
  g_string_append_unichar (scanner->string, code);
  return TRUE;
}

static gboolean
read_escape (GovJsonScanner *scanner)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  char c = scanner->text[scanner->position];
  const char *found = c != '\0' ? strchr (names, c) : NULL;

  if (c == 'u')
    return read_unicode_escape (scanner);
  if (found == NULL)
    return gov_json_scan_fail (scanner, scanner->position - 1, "a backslash is followed by no escape that JSON knows");
  g_string_append_c (scanner->string, values[found - names]);
  scanner->position++;
  return TRUE;
}

/* Into scanner->string. */
static gboolean
read_string (GovJsonScanner *scanner, const char *what)
{
  g_string_truncate (scanner->string, 0);
  if (!take (scanner, '"', what))
    return FALSE;
  scanner->value = scanner->position - 1;
  for (;;)
    {
      const char *from = scanner->text + scanner->position, *p = from;

      while (*p != '"' && *p != '\\' && (guchar) *p >= ' ')
        p++;
      g_string_append_len (scanner->string, from, p - from);
      scanner->position = p - scanner->text;
      if (*p == '"')
        {
          scanner->position++;
          return TRUE;
        }
      if (scanner->position >= scanner->length)
        return gov_json_scan_fail (scanner, scanner->value, "this string does not end");
      if (*p != '\\')
        return gov_json_scan_fail (scanner, scanner->position,
                                   "a string holds the control character U+%04X; it has to be escaped", (guint) *p);
      scanner->position++;
      if (!read_escape (scanner))
        return FALSE;
    }
}

/* ---- numbers and words ------------------------------------------------------------------------------------------------- */

static gboolean
read_word (GovJsonScanner *scanner, const char *word)
{
  gsize length = strlen (word);

  scanner->value = scanner->position;
  if (strncmp (scanner->text + scanner->position, word, length) != 0)
    return expected (scanner, "a value");
  scanner->position += length;
  return TRUE;
}

static gsize
skip_digits (const char *text, gsize at)
{
  return at + strspn (text + at, "0123456789");
}

static gboolean
read_number (GovJsonScanner *scanner)
{
  const char *text = scanner->text;
  gsize at = scanner->value = scanner->position, from;

  at += text[at] == '-';
  from = at;
  at = text[at] == '0' ? at + 1 : skip_digits (text, at);
  gboolean good = at > from;
  if (text[at] == '.')
    {
      from = ++at;
      at = skip_digits (text, at);
      good = good && at > from;
    }
  if (text[at] == 'e' || text[at] == 'E')
    {
      at++;
      at += text[at] == '+' || text[at] == '-';
      from = at;
      at = skip_digits (text, at);
      good = good && at > from;
    }
  if (!good || g_ascii_isalnum (text[at]) || text[at] == '.')
    return gov_json_scan_fail (scanner, scanner->value, "this is no number as JSON has them");
  scanner->position = at;
  return TRUE;
}

const char *
gov_json_scan_string (GovJsonScanner *scanner)
{
  if (next_char (scanner) == 'n')
    {
      read_word (scanner, "null");
      return NULL;
    }
  return read_string (scanner, "a string or null") ? scanner->string->str : NULL;
}

const char *
gov_json_scan_required_string (GovJsonScanner *scanner)
{
  return read_string (scanner, "a string") ? scanner->string->str : NULL;
}

char *
gov_json_scan_number (GovJsonScanner *scanner)
{
  char c = gov_json_scan_peek (scanner);

  if (c == 'n')
    {
      read_word (scanner, "null");
      return NULL;
    }
  if (c != '0')
    {
      expected (scanner, "a number or null");
      return NULL;
    }
  if (!read_number (scanner))
    return NULL;
  return g_strndup (scanner->text + scanner->value, scanner->position - scanner->value);
}

guint64
gov_json_scan_unsigned (GovJsonScanner *scanner, guint64 maximum)
{
  guint64 number = 0;

  if (gov_json_scan_peek (scanner) != '0')
    return expected (scanner, "an integer");
  if (!read_number (scanner))
    return 0;
  g_autofree char *text = g_strndup (scanner->text + scanner->value, scanner->position - scanner->value);
  if (!g_ascii_string_to_unsigned (text, 10, 0, maximum, &number, NULL))
    return gov_json_scan_fail (scanner, scanner->value, "%s is no integer from 0 to %" G_GUINT64_FORMAT, text, maximum);
  return number;
}

/* ---- skipping ---------------------------------------------------------------------------------------------------------- */

static gboolean
skip_scalar (GovJsonScanner *scanner)
{
  switch (gov_json_scan_peek (scanner))
    {
    case '"':
      return read_string (scanner, "a string");
    case '0':
      return read_number (scanner);
    case 't':
      return read_word (scanner, "true");
    case 'f':
      return read_word (scanner, "false");
    case 'n':
      return read_word (scanner, "null");
    default:
      return expected (scanner, "a value");
    }
}

/* The open containers lie on a stack of their own: the input decides how many there are. */
gboolean
gov_json_scan_skip (GovJsonScanner *scanner)
{
  g_autoptr (GString) open = g_string_new (NULL);
  gsize begin = (next_char (scanner), scanner->position);

  do
    {
      char c = gov_json_scan_peek (scanner);

      if (c == '{' || c == '[')
        {
          if (open->len >= GOV_JSON_SCAN_DEPTH)
            return gov_json_scan_fail (scanner, scanner->position, "more than %d values lie inside each other",
                                       GOV_JSON_SCAN_DEPTH);
          gov_json_scan_enter (scanner, c);
          g_string_append_c (open, c);
        }
      else if (!skip_scalar (scanner))
        return FALSE;

      /* close what ends here, then stand before the next value */
      while (open->len > 0)
        {
          gboolean more = open->str[open->len - 1] == '{' ? gov_json_scan_next_member (scanner) != NULL
                                                          : gov_json_scan_next_item (scanner);
          if (scanner->problem != NULL)
            return FALSE;
          if (more)
            break;
          g_string_truncate (open, open->len - 1);
        }
    }
  while (open->len > 0);
  scanner->value = begin;
  scanner->fresh = FALSE;
  return TRUE;
}
