/* SPDX-License-Identifier: MIT */
#include "core/source/decode.h"

#include <errno.h>
#include <string.h>

#define CHECKPOINT_BYTES 1024 /* bytes of text between two checkpoints */
#define MAX_INPUT_RATIO 4     /* bytes of input that may become one byte of text (UTF-32) */
#define FIRST_TRAIL_BYTE 0x30 /* lower bytes are no part of a longer character, in any charset of ours */

#define REPLACEMENT "\357\277\275" /* U+FFFD */
#define REPLACEMENT_LENGTH 3

typedef struct {
  gsize text, input;
} Checkpoint;

/* One stretch of decoding: from in towards in_end, from out towards out_end. */
typedef struct {
  const GovCharset *charset;
  GIConv converter;
  const guint8 *in, *in_end;
  const guint8 *run_end; /* iconv is given what stands before it */
  char *out, *out_end;
  guint n_bad, n_nul;
  const char *first_bad, *first_nul;
} Stretch;

static gboolean
put_replacement (Stretch *s, gsize n_input)
{
  if (s->out_end - s->out < REPLACEMENT_LENGTH)
    return FALSE;
  memcpy (s->out, REPLACEMENT, REPLACEMENT_LENGTH);
  s->out += REPLACEMENT_LENGTH;
  s->in += MIN (n_input, (gsize) (s->in_end - s->in));
  return TRUE;
}

static gboolean
put_bad (Stretch *s)
{
  if (s->n_bad == 0)
    s->first_bad = s->out;
  if (!put_replacement (s, s->charset->unit))
    return FALSE;
  s->n_bad++;
  return TRUE;
}

static gboolean
put_nul (Stretch *s)
{
  if (s->n_nul == 0)
    s->first_nul = s->out;
  if (!put_replacement (s, s->charset->unit))
    return FALSE;
  s->n_nul++;
  return TRUE;
}

static gboolean
is_nul (const guint8 *in, guint unit)
{
  return in[0] == 0 && (unit == 1 || (in[1] == 0 && (unit == 2 || (in[2] == 0 && in[3] == 0))));
}

/* Where a run that iconv shall decode ends: before a NUL; in charsets of bytes, before any byte that is ASCII for certain. */
static const guint8 *
find_run_end (const guint8 *in, const guint8 *end, guint unit)
{
  if (unit == 1)
    {
      while (in < end && *in >= FIRST_TRAIL_BYTE)
        in++;
      return in;
    }
  for (; end - in >= unit; in += unit)
    if (is_nul (in, unit))
      return in;
  return end;
}

/* Whether one of eight bytes is no ASCII, or a NUL (or follows one). */
static inline gboolean
has_other_than_ascii (const guint8 *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return ((word | (word - G_GUINT64_CONSTANT (0x0101010101010101))) & G_GUINT64_CONSTANT (0x8080808080808080)) != 0;
}

/* Most of a page is markup, in ASCII: copying it takes a fiftieth of what iconv would. */
static void
copy_ascii (Stretch *s)
{
  const guint8 *in = s->in, *end = in + MIN (s->out_end - s->out, s->in_end - in);

  while (end - in >= 8 && !has_other_than_ascii (in))
    in += 8;
  while (in < end && *in != 0 && *in < 0x80)
    in++;
  memcpy (s->out, s->in, in - s->in);
  s->out += in - s->in;
  s->in = in;
}

/* FALSE: there is no room for the next character. */
static gboolean
decode_utf8 (Stretch *s)
{
  gsize room = MIN (s->out_end - s->out, s->in_end - s->in);
  const char *end;

  g_utf8_validate_len ((const char *) s->in, room, &end);
  gsize n = end - (const char *) s->in;
  memcpy (s->out, s->in, n);
  s->out += n;
  s->in += n;
  if (s->in == s->in_end)
    return TRUE;
  if (*s->in == 0)
    return put_nul (s);
  if ((gint32) g_utf8_get_char_validated ((const char *) s->in, s->in_end - s->in) >= 0)
    return FALSE;
  return put_bad (s);
}

static gboolean
decode_iconv (Stretch *s)
{
  guint unit = s->charset->unit;

  if (unit == 1)
    copy_ascii (s);
  if (s->in == s->in_end || s->out == s->out_end)
    return s->in == s->in_end;
  if (s->in_end - s->in >= unit && is_nul (s->in, unit))
    return put_nul (s);
  /* Looking for the end no farther than this stretch can reach, and once, keeps the whole linear. */
  if (s->run_end <= s->in)
    {
      gsize reach = MIN ((gsize) (s->in_end - s->in), (gsize) (s->out_end - s->out + 2) * MAX_INPUT_RATIO);
      s->run_end = find_run_end (s->in, s->in + reach, unit);
    }
  char *in = (char *) s->in;
  gsize in_left = s->run_end - s->in, out_left = s->out_end - s->out;

  gsize result = g_iconv (s->converter, &in, &in_left, &s->out, &out_left);
  int reason = errno;
  s->in = (const guint8 *) in;
  if (result == (gsize) -1 && reason == E2BIG)
    return FALSE;
  if (result == (gsize) -1)
    {
      g_iconv (s->converter, NULL, NULL, NULL, NULL);
      return put_bad (s);
    }
  return TRUE;
}

/* Decode until the input ends or the next character does not fit. */
static void
decode_stretch (Stretch *s)
{
  gboolean utf8 = s->converter == (GIConv) -1;

  while (s->in < s->in_end && (utf8 ? decode_utf8 (s) : decode_iconv (s)))
    ;
}

static void
note_findings (GovDecoded *decoded, const Stretch *s, gsize text_offset, const char *base)
{
  if (decoded->n_bad == 0 && s->n_bad > 0)
    decoded->first_bad = text_offset + (s->first_bad - base);
  if (decoded->n_nul == 0 && s->n_nul > 0)
    decoded->first_nul = text_offset + (s->first_nul - base);
  decoded->n_bad += s->n_bad;
  decoded->n_nul += s->n_nul;
}

static void
decode_all (GovDecoded *decoded)
{
  GString *text = g_string_sized_new (decoded->n_bytes + decoded->n_bytes / 2);
  Stretch s = {.charset = decoded->charset,
               .converter = decoded->converter,
               .in = decoded->bytes + decoded->mark,
               .in_end = decoded->bytes + decoded->n_bytes};

  decoded->checkpoints = g_array_new (FALSE, FALSE, sizeof (Checkpoint));
  do
    {
      Checkpoint here = {text->len, s.in - decoded->bytes};
      char chunk[CHECKPOINT_BYTES];

      g_array_append_val (decoded->checkpoints, here);
      s.out = chunk;
      s.out_end = chunk + sizeof chunk;
      s.n_bad = s.n_nul = 0;
      decode_stretch (&s);
      note_findings (decoded, &s, text->len, chunk);
      g_string_append_len (text, chunk, s.out - chunk);
    }
  while (s.in < s.in_end);
  decoded->length = text->len;
  decoded->text = decoded->owned = g_string_free (text, FALSE);
}

GovDecoded *
gov_decode_valid_utf8 (const guint8 *bytes, gsize n_bytes, gsize mark, gboolean terminated)
{
  if (!g_utf8_validate_len ((const char *) bytes + mark, n_bytes - mark, NULL))
    return NULL;
  GovDecoded *decoded = g_new0 (GovDecoded, 1);
  const char *text = (const char *) bytes + mark;

  decoded->charset = GOV_CHARSET_UTF8;
  decoded->bytes = bytes;
  decoded->n_bytes = n_bytes;
  decoded->mark = mark;
  decoded->converter = (GIConv) -1;
  decoded->length = n_bytes - mark;
  decoded->owned = terminated ? NULL : g_strndup (text, decoded->length);
  decoded->text = terminated ? text : decoded->owned;
  return decoded;
}

GovDecoded *
gov_decode (const guint8 *bytes, gsize n_bytes, gsize mark, const GovCharset *charset)
{
  GovDecoded *decoded = g_new0 (GovDecoded, 1);

  decoded->charset = charset;
  decoded->bytes = bytes;
  decoded->n_bytes = n_bytes;
  decoded->mark = mark;
  decoded->converter = (GIConv) -1;
  if (charset == GOV_CHARSET_UTF8)
    {
      decode_all (decoded);
      return decoded;
    }

  decoded->converter = g_iconv_open ("UTF-8", charset->iconv);
  if (decoded->converter == (GIConv) -1)
    {
      gov_decoded_free (decoded);
      return NULL;
    }
  decode_all (decoded);
  return decoded;
}

void
gov_decoded_free (GovDecoded *decoded)
{
  if (decoded == NULL)
    return;
  if (decoded->converter != (GIConv) -1)
    g_iconv_close (decoded->converter);
  if (decoded->checkpoints != NULL)
    g_array_unref (decoded->checkpoints);
  g_free (decoded->owned);
  g_free (decoded);
}

/* The last checkpoint at or before a place of the text. */
static Checkpoint
find_checkpoint (const GArray *checkpoints, gsize text_offset)
{
  guint low = 0, high = checkpoints->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (checkpoints, Checkpoint, middle).text <= text_offset)
        low = middle;
      else
        high = middle;
    }
  return g_array_index (checkpoints, Checkpoint, low);
}

gsize
gov_decoded_get_input_offset (GovDecoded *decoded, gsize text_offset)
{
  if (decoded->checkpoints == NULL)
    return decoded->mark + text_offset;

  Checkpoint from = find_checkpoint (decoded->checkpoints, text_offset);
  if (decoded->cursor_text > from.text && decoded->cursor_text <= text_offset)
    from = (Checkpoint){decoded->cursor_text, decoded->cursor_input};

  char chunk[CHECKPOINT_BYTES];
  Stretch s = {.charset = decoded->charset,
               .converter = decoded->converter,
               .in = decoded->bytes + from.input,
               .in_end = decoded->bytes + decoded->n_bytes,
               .out = chunk,
               .out_end = chunk + MIN (text_offset - from.text, sizeof chunk)};
  if (s.out < s.out_end)
    decode_stretch (&s);
  decoded->cursor_text = from.text + (s.out - chunk);
  decoded->cursor_input = s.in - decoded->bytes;
  return decoded->cursor_input;
}
