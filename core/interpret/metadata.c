/* SPDX-License-Identifier: MIT */
#include "core/interpret/metadata.h"
#include "core/interpret/heading.h"
#include "core/interpret/key.h"

#include <string.h>

#define TITLE_LINES 40      /* paragraphs from the start in which a title is looked for */
#define TITLE_CHARS 90      /* of a title's line, at most */
#define ORGAN_CHARS 60      /* of a publisher's name on a line of its own */
#define PROPERTY_BYTES 1024 /* of a property that names a title or an organ */
#define PERIOD_BYTES 65536  /* of text from the start in which the period is looked for */
#define FIRST_YEAR 2008     /* the Regulations came into force: 《条例》, 2008 */
#define LAST_YEAR 2099

/* Spaces have no meaning in a Chinese name, extractors put them anywhere; full-width forms are folded. */
static char *
compact (const char *text, gsize length)
{
  GString *string = g_string_sized_new (length);

  for (const char *p = text, *end = text + length; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!gov_key_is_space (c))
        g_string_append_unichar (string, c >= 0xff10 && c <= 0xff19 ? c - 0xff10 + '0' : c);
    }
  return g_string_free (string, FALSE);
}

/* The same text in simplified characters, byte for byte as long, so that a place in the one is a place in the other: words are
 * looked for in the folded text, names are given as printed. */
static char *
fold (const char *printed)
{
  GString *folded = g_string_sized_new (strlen (printed));

  for (const char *p = printed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p), other = gov_key_fold_variant (c);
      g_string_append_unichar (folded, g_unichar_to_utf8 (other, NULL) == g_utf8_next_char (p) - p ? other : c);
    }
  return g_string_free (folded, FALSE);
}

/* What is printed where the folded text has a part of it. NULL stays NULL. */
static char *
unfold (const char *printed, const char *folded, const char *part)
{
  const char *at = part != NULL ? strstr (folded, part) : NULL;

  return at != NULL ? g_strndup (printed + (at - folded), strlen (part)) : NULL;
}

/* ---- years ------------------------------------------------------------------------------------------------------------- */

/* year = digit×4 | 二〇 numeral numeral, before 年; the year, 0 when there is none. *end: behind it. */
static guint
scan_year (const char *p, const char **end)
{
  static const char numerals[] = "〇一二三四五六七八九";
  guint year = 0;

  for (guint i = 0; i < 4; i++, p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;
      const char *numeral = c >= 0x80 ? g_utf8_strchr (numerals, -1, c) : NULL;

      if (c < 0x80 && g_ascii_isdigit (c))
        year = year * 10 + (c - '0');
      else if (numeral != NULL)
        year = year * 10 + (guint) g_utf8_pointer_to_offset (numerals, numeral);
      else if (c == 'O' || c == 'o' || c == 0x25cb || c == 0x96f6)
        year = year * 10;
      else
        return 0;
    }
  if (!g_str_has_prefix (p, "年") || year < FIRST_YEAR || year > LAST_YEAR)
    return 0;
  *end = p + strlen ("年");
  return year;
}

/* The first year in a text: *start its first byte, *end behind 年. */
static guint
find_year (const char *text, const char **start, const char **end)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint year = scan_year (p, end);
      if (year != 0)
        {
          *start = p;
          return year;
        }
    }
  return 0;
}

/* date = year month "月" day "日"; without a year that of before. FALSE: none here. */
static gboolean
scan_date (const char *p, guint *year, guint *month, guint *day, const char **end)
{
  const char *q = p;
  char *rest;
  guint found = scan_year (p, &q);

  if (found != 0)
    *year = found;
  *month = (guint) strtoul (q, &rest, 10);
  if (rest == q || *month < 1 || *month > 12 || !g_str_has_prefix (rest, "月"))
    return FALSE;
  q = rest + strlen ("月");
  *day = (guint) strtoul (q, &rest, 10);
  if (rest == q || *day < 1 || *day > 31 || !g_str_has_prefix (rest, "日"))
    return FALSE;
  *end = rest + strlen ("日");
  return g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

/* period = date [ 起 [ comma ] ] ( 至 | 到 | dash ) date; the first one of at least three months. */
static gboolean
find_period (const char *text, char from[11], char to[11], guint *year)
{
  static const char *const until[]
      = {"起至", "起到", "起，至", "起，到", "起,至", "起,到", "至", "到", "起—", "—", "-", "－", "–", "~", "～"};

  for (const char *p = text; (p = strstr (p, "年")) != NULL; p += strlen ("年"))
    {
      const char *start = p, *end, *q = NULL;
      guint y = 0, m, d, y2, m2, d2;

      for (guint i = 0; i < 4 && start > text; i++)
        start = g_utf8_prev_char (start);
      if (!scan_date (start, &y, &m, &d, &end) || scan_year (start, &q) == 0)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (until) && q != end; i++)
        if (g_str_has_prefix (end, until[i]))
          {
            q = end;
            end += strlen (until[i]);
          }
      y2 = y;
      if (q == NULL || q == end || !scan_date (end, &y2, &m2, &d2, &end) || y2 * 12 + m2 < y * 12 + m + 3)
        continue;
      g_snprintf (from, 11, "%04u-%02u-%02u", y, m, d);
      g_snprintf (to, 11, "%04u-%02u-%02u", y2, m2, d2);
      *year = y2;
      return TRUE;
    }
  return FALSE;
}

/* ---- titles ------------------------------------------------------------------------------------------------------------ */

static const char *const subjects[] = {"政府信息公开", "信息公开", "政务公开", "政府资讯公开"};
static const char *const reports[] = {"年度报告", "年报", "工作报告", "情况的报告", "情况报告", "工作总结"};

/* The subject's place in a compact title; NULL: it is no title of such a report. */
static const char *
find_subject (const char *title)
{
  const char *best = NULL;
  gboolean report = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    report |= strstr (title, reports[i]) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (subjects) && report; i++)
    {
      const char *at = strstr (title, subjects[i]);
      if (at != NULL && (best == NULL || at < best))
        best = at;
    }
  return best;
}

static gboolean
is_sentence (const char *text)
{
  static const char *const signs[] = {"。", "根据", "按照", ">", "：", "附件", "当前位置", "您现在", "，"};

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
cut_ends (char *name)
{
  static const char *const before[]
      = {"标题:", "标题：", "《", "关于", "“", "年度", "度", "：", ":", "-", "—", "|", "·", "附件"};
  static const char *const behind[] = {"关于", "的", "《", "》", "“", "年度", "-", "—", "_", "|", "(", "（", ",", "，", "、"};
  gboolean cut = TRUE;

  while (cut)
    {
      cut = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (before); i++)
        if (g_str_has_prefix (name, before[i]))
          {
            memmove (name, name + strlen (before[i]), strlen (name + strlen (before[i])) + 1);
            cut = TRUE;
          }
      for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
        if (g_str_has_suffix (name, behind[i]))
          {
            name[strlen (name) - strlen (behind[i])] = '\0';
            cut = TRUE;
          }
    }
}

/* A publisher's name: what a title says before its year and subject, or between them. NULL: nothing. */
static char *
publisher_of (const char *title)
{
  const char *subject = find_subject (title), *year = NULL, *behind = NULL;

  if (subject == NULL)
    return NULL;
  guint found = find_year (title, &year, &behind);
  char *name = g_strndup (title, (found != 0 && year < subject ? year : subject) - title);
  cut_ends (name);
  if (*name == '\0' && found != 0 && behind < subject)
    {
      g_free (name);
      name = g_strndup (behind, subject - behind);
      cut_ends (name);
    }
  if (g_utf8_strlen (name, -1) < 2)
    g_clear_pointer (&name, g_free);
  return name;
}

static gboolean
ends_like_an_organ (const char *name)
{
  static const char *const ends[] = {"府", "局",   "办", "室", "委", "委员会", "厅", "中心", "会",     "处", "院", "队",
                                     "站", "所",   "区", "县", "市", "镇",     "乡", "街道", "办事处", "部", "署", "行",
                                     "校", "公司", "馆", "台", "社", "省",     "縣", "鎮",   "鄉",     "隊", "館", "臺"};

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      return TRUE;
  return FALSE;
}

/* Latin letters, underscores and the words of betting sites have no place in an organ's name. */
static gboolean
is_suspicious (const char *name)
{
  static const char *const words[]
      = {"娱乐", "博彩", "彩票", "棋牌", "赌", "官网", "网址", "平台", "投注", "下载", "登录", "注册", "体育网"};

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalpha (*p) || *p == '_' || *p == '/' || *p == '@')
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* ---- finding them ------------------------------------------------------------------------------------------------------ */

typedef struct {
  char *title, *publisher;
  GovSpan span;
  guint year;
} Found;

static void
found_clear (Found *found)
{
  g_free (found->title);
  g_free (found->publisher);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* A title without the name of its field before it, and without the fields behind it that a page's head runs into it. */
static char *
trim_title (const char *text)
{
  static const char *const before[] = {"标题:", "标题：", "信息名称:", "信息名称：", "名称:", "名称："};
  static const char *const behind[]
      = {"发布时间", "发布日期", "发布机构", "来源", "日期", "时间", "文号", "浏览", "访问", "字体"};

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (text, before[i]))
      text += strlen (before[i]);
  char *title = g_strdup (text);
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    {
      char *field = strstr (title, behind[i]);
      if (field != NULL && field > title)
        *field = '\0';
    }
  return title;
}

static gboolean
take_title (Found *found, const char *line, const char *line_before, GovSpan span)
{
  g_autofree char *folded = fold (line), *title = trim_title (folded);
  const char *start, *end;

  if (find_subject (title) == NULL || is_sentence (title))
    return FALSE;
  g_autofree char *publisher = publisher_of (title);
  found->title = unfold (line, folded, title);
  found->publisher = unfold (line, folded, publisher);
  found->year = find_year (title, &start, &end);
  found->span = span;
  g_autofree char *before = found->publisher == NULL && line_before != NULL ? fold (line_before) : NULL;
  if (before != NULL && ends_like_an_organ (before) && !is_sentence (before))
    {
      g_autofree char *alone = g_steal_pointer (&found->title);
      found->title = g_strconcat (line_before, alone, NULL);
      found->publisher = g_strdup (line_before);
    }
  return TRUE;
}

/* The first line that reads as such a report's title, joined with the line before it where that names the organ. */
static void
find_title (const GovDocument *document, Found *found)
{
  g_autofree char *before = NULL;
  guint lines = 0;

  for (guint b = 0; b < document->n_blocks && lines < TITLE_LINES; b++)
    {
      const GovBlock *block = &document->blocks[b];

      if (block->kind == GOV_BLOCK_TABLE)
        {
          g_clear_pointer (&before, g_free);
          continue;
        }
      lines++;
      if (gov_heading_find (block->text.text, block->text.length, FALSE).section != GOV_SECTION_NONE)
        break;
      g_autofree char *line = compact (block->text.text, MIN (block->text.length, TITLE_CHARS * 6));
      glong n = g_utf8_strlen (line, -1);
      if (n <= TITLE_CHARS && take_title (found, line, before, gov_text_get_span (&block->text, 0, block->text.length)))
        return;
      g_free (before);
      before = n > 1 && n <= ORGAN_CHARS ? g_steal_pointer (&line) : NULL;
    }
}

static const GovText *
find_property (const GovDocument *document, const char *name)
{
  for (guint i = 0; i < document->n_properties; i++)
    if (strcmp (document->properties[i].name, name) == 0 && document->properties[i].value.length > 0)
      return &document->properties[i].value;
  return NULL;
}

/* A page's title: the report's, and often the site's behind a sign. */
static void
find_in_properties (const GovDocument *document, Found *found)
{
  const GovText *title = find_property (document, "title"), *publisher = find_property (document, "publisher");

  if (found->title == NULL && title != NULL)
    {
      g_autofree char *text = compact (title->text, MIN (title->length, PROPERTY_BYTES)), *folded = fold (text);
      char *behind = strpbrk (text, "_|");
      const char *subject = find_subject (folded);
      if (behind != NULL && subject != NULL && subject - folded < behind - text)
        *behind = '\0';
      take_title (found, text, NULL, gov_text_get_span (title, 0, title->length));
    }
  if (found->publisher == NULL && publisher != NULL)
    {
      g_autofree char *name = compact (publisher->text, MIN (publisher->length, PROPERTY_BYTES));
      g_autofree char *folded = fold (name);
      if (ends_like_an_organ (folded))
        {
          found->publisher = g_steal_pointer (&name);
          found->span = gov_text_get_span (publisher, 0, publisher->length);
        }
    }
}

/* The text of the document's beginning, compact. */
static char *
opening (const GovDocument *document)
{
  GString *text = g_string_new (NULL);

  for (guint b = 0; b < document->n_blocks && text->len < PERIOD_BYTES; b++)
    if (document->blocks[b].kind != GOV_BLOCK_TABLE)
      {
        const GovText *block = &document->blocks[b].text;
        g_autofree char *line = compact (block->text, MIN (block->length, PERIOD_BYTES));
        g_string_append (text, line);
      }
  return g_string_free (text, FALSE);
}

/* A title that stands inside a longer text, where everything is glued: …云溪县水务局2021年度政府信息公开工作年度报告. A
 * sentence speaks of such reports too (现公布2021年…年度报告), so an organ must be named. */
static void
find_in_text (const char *text, Found *found)
{
  static const char report[] = "年度报告";
  g_autofree char *folded = fold (text);

  for (const char *at = folded; found->title == NULL && (at = strstr (at, report)) != NULL; at += strlen (report))
    {
      const char *start = at;
      for (guint i = 0; i < TITLE_CHARS && start > folded; i++)
        {
          const char *before = g_utf8_prev_char (start);
          gunichar c = g_utf8_get_char (before);
          if (c == 0x3002 || c == 0x300a || c == ':' || c == 0xff1a || c == 0xff0c || c == 0xff1b || c == ')' || c == 0xff09)
            break;
          start = before;
        }
      g_autofree char *title = g_strndup (start, at + strlen (report) - start);
      g_autofree char *publisher = publisher_of (title);
      const char *year, *end;
      if (publisher == NULL || !ends_like_an_organ (publisher) || find_year (title, &year, &end) == 0)
        continue;
      g_autofree char *printed = g_strndup (text + (start - folded), strlen (title));
      take_title (found, printed, NULL, GOV_SPAN_NONE);
    }
}

static void
warn (GovReport *report, GovSource *source, GovSpan span, const char *code, const char *format, const char *what)
{
  GovPlace place = gov_span_is_none (span) ? GOV_PLACE_NONE : gov_source_locate (source, span);

  gov_diagnostics_add (gov_report_get_mutable_diagnostics (report), code, &place, NULL, 0, format, what);
}

void
gov_metadata_fill (const GovDocument *document, GovReport *report)
{
  g_auto (Found) found = {.span = GOV_SPAN_NONE};
  g_autofree char *text = opening (document);
  char from[11], to[11];
  guint year = 0;

  find_title (document, &found);
  find_in_properties (document, &found);
  find_in_text (text, &found);
  if (find_period (text, from, to, &year))
    gov_report_set_period (report, from, to);

  if (found.year != 0 && year != 0 && found.year != year)
    {
      g_autofree char *years = g_strdup_printf ("the title says %u, the period reported on ends in %u", found.year, year);
      warn (report, document->source, found.span, "year-contradiction", "%s; the title's is taken", years);
    }
  gov_report_set_title (report, found.title);
  gov_report_set_year (report, found.year != 0 ? found.year : year);
  gov_report_set_publisher (report, found.publisher);
  if (found.publisher != NULL && is_suspicious (found.publisher))
    warn (report, document->source, found.span, "suspicious-publisher",
          "the publisher's name “%s” holds what no organ's name has: the page may have been tampered with; it is given as "
          "printed",
          found.publisher);
}
