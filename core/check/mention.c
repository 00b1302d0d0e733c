/* SPDX-License-Identifier: MIT */
/*   sentence = clause { ("，" | "；" | "：" | "、") clause } "。"
 *   mention  = { text } word { text } number measure       收到政府信息公开申请9件
 *            | { text } word number measure topic          收到9件政府信息公开申请
 *            | denial { text } word { text }               未收到政府信息公开申请
 *
 * The word nearest before the number says what is counted; the topic must stand in the sentence, or right behind the measure. A
 * clause with a word that narrows it (其中, 网络, 同比 …) counts something else. When in doubt nothing is a mention: a missed
 * one does no harm, a false alarm does. */
#include "core/check/mention.h"
#include "core/check/numeral.h"

#include <string.h>

/* Order counts: of two words that end at the same place the first is taken. */
static const struct {
  GovQuantity quantity;
  const char *word;
} words[] = {
    {GOV_QUANTITY_CARRIED_IN, "上年结转"},
    {GOV_QUANTITY_CARRIED_IN, "上年度结转"},
    {GOV_QUANTITY_CARRIED_IN, "上一年度结转"},
    {GOV_QUANTITY_CARRIED_IN, "上一年结转"},
    {GOV_QUANTITY_CARRIED_OUT, "结转下年"},
    {GOV_QUANTITY_CARRIED_OUT, "结转下一年"},
    {GOV_QUANTITY_CARRIED_OUT, "结转至下"},
    {GOV_QUANTITY_CARRIED_OUT, "结转到下"},
    {GOV_QUANTITY_PARTIALLY_GRANTED, "部分公开"},
    {GOV_QUANTITY_REFUSED, "不予公开"},
    {GOV_QUANTITY_GRANTED, "予以公开"},
    {GOV_QUANTITY_UNAVAILABLE, "无法提供"},
    {GOV_QUANTITY_NOT_PROCESSED, "不予处理"},
    {GOV_QUANTITY_REVIEW, "行政复议"},
    {GOV_QUANTITY_LITIGATION, "行政诉讼"},
    {GOV_QUANTITY_CONCLUDED, "办结"},
    {GOV_QUANTITY_CONCLUDED, "办理完毕"},
    {GOV_QUANTITY_CONCLUDED, "答复"},
    {GOV_QUANTITY_RECEIVED, "收到"},
    {GOV_QUANTITY_RECEIVED, "新收"},
    {GOV_QUANTITY_RECEIVED, "受理"},
    {GOV_QUANTITY_RECEIVED, "接到"},
    {GOV_QUANTITY_RECEIVED, "接收"},
};

/* What the sentence must be about, for words that do not say it themselves. */
static const char *const topics[]
    = {"信息公开申请", "依申请公开", "信息公开的申请", "政务公开申请", "公开申请", "申请公开", NULL};

static const char *const measures[] = {"件", "宗", "份", "项", "条", "起", "例", NULL};

static const char *const rates[] = {"办结率", "答复率", "办理率", NULL};
static const char *const percents[] = {"%", "％", NULL};

/* Words after which a count is a part, an average, another year's, or of another matter. */
static const char *const narrowing[]
    = {"其中", "网络",     "网上",   "网站", "线上",   "信函", "邮寄", "邮件",     "邮箱",   "当面",   "现场",   "传真",
       "窗口", "平台",     "自然人", "法人", "企业",   "公民", "同比", "环比",     "比上年", "较上年", "比去年", "较去年",
       "去年", "上年同期", "增加",   "减少", "增长",   "下降", "平均", "月份",     "季度",   "建议",   "提案",   "咨询",
       "留言", "信箱",     "热线",   "举报", "投诉",   "信访", "涉及", "主动公开", "主动",   "维持",   "纠正",   "撤销",
       "败诉", "胜诉",     "审结",   "尚未", "引发",   "转办", "逾期", "延期",     "补正",   "征求",   "条例",   "规定",
       "以内", "工作日",   "责任",   "历年", "近年",   "以来", "重复", "第三方",   "来电",   "电话",   "上级",   "下级",
       "部门", "乡镇",     "街道",   "区县", "各单位", "一审", "二审", "再审",     "办案",   "代理",   "应诉",   NULL};

static const char *const denials_of_receipt[]
    = {"未收到", "没有收到", "未接到", "没有接到", "未受理", "没有受理", "未接收", "无人提出", NULL};
static const char *const denials_of_suits[]
    = {"未发生", "没有", "未产生", "未出现", "未有", "未被", "未引起", "无行政", "无因", "无政府信息公开行政", NULL};

static const char *
find_any (const char *text, const char *const *list)
{
  for (; *list != NULL; list++)
    {
      const char *found = strstr (text, *list);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
begins_with (const char *text, const char *word)
{
  return *text == *word && strncmp (text, word, strlen (word)) == 0;
}

static gboolean
begins_with_any (const char *text, const char *const *list)
{
  for (; *list != NULL; list++)
    if (begins_with (text, *list))
      return TRUE;
  return FALSE;
}

/* ---- sentences --------------------------------------------------------------------------------------------------------- */

static const char *const sentence_ends[] = {"。", "；", ";", "！", "\n", NULL};
static const char *const clause_ends[] = {"，", "：", "、", ",", ":", "（", "(", "）", ")", "“", "”", NULL};

static gsize
length_at (const char *text, const char *const *list)
{
  for (; *list != NULL; list++)
    if (begins_with (text, *list))
      return strlen (*list);
  return 0;
}

/* Without white space, which stands anywhere in extracted text. */
static char *
squeeze (const char *text, gsize length)
{
  GString *squeezed = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (squeezed, p, g_utf8_next_char (p) - p);
  return g_string_free (squeezed, FALSE);
}

/* A year that is not the report's: 2020年, 2020-2022年. */
static gboolean
speaks_of_another_year (const char *sentence, guint year)
{
  for (const char *p = strstr (sentence, "年"); p != NULL; p = strstr (p + 1, "年"))
    {
      const char *q = p;
      while (q > sentence && g_ascii_isdigit (q[-1]))
        q--;
      if (p - q == 4 && year != 0 && (guint) g_ascii_strtoull (q, NULL, 10) != year)
        return TRUE;
    }
  return FALSE;
}

/* ---- counts ------------------------------------------------------------------------------------------------------------ */

/* The word that ends last in the clause. */
static gboolean
nearest_word (const char *clause, GovQuantity *quantity)
{
  const char *best_end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *last = NULL;
      for (const char *p = strstr (clause, words[i].word); p != NULL; p = strstr (p + 1, words[i].word))
        last = p;
      if (last == NULL || (best_end != NULL && last + strlen (words[i].word) <= best_end))
        continue;
      best_end = last + strlen (words[i].word);
      *quantity = words[i].quantity;
    }
  return best_end != NULL;
}

/* Answers and receipts are counted of all kinds of letters; reviews and suits are of information disclosure in this report. */
static gboolean
is_on_topic (GovQuantity quantity, const char *sentence)
{
  return quantity == GOV_QUANTITY_REVIEW || quantity == GOV_QUANTITY_LITIGATION || find_any (sentence, topics) != NULL;
}

typedef struct {
  const char *sentence; /* squeezed */
  const char *printed;
  gboolean in_part; /* behind 其中: parts of the count before */
  GArray *mentions;
} Reading;

static void
add_mention (const Reading *reading, GovQuantity quantity, gint64 value)
{
  GovMention mention = {quantity, value, g_strstrip (g_strdup (reading->printed))};

  g_array_append_val (reading->mentions, mention);
}

/* 收到 … 9 件: the clause up to the number. */
static void
read_count (const Reading *reading, const char *clause, const char *rest, gint64 value)
{
  GovQuantity quantity;

  if (reading->in_part || !begins_with_any (rest, measures) || g_str_has_suffix (clause, "第")
      || find_any (clause, narrowing) != NULL || !nearest_word (clause, &quantity)
      || !is_on_topic (quantity, reading->sentence))
    return;
  /* 受理行政复议申请3件 counts a review, not an application. */
  if (quantity < GOV_QUANTITY_REVIEW && (strstr (clause, "复议") != NULL || strstr (clause, "诉讼") != NULL))
    return;
  add_mention (reading, quantity, value);
}

/* 办结率达到 100 %: the clause up to the number. */
static void
read_rate (const Reading *reading, const char *clause, const char *rest, gint64 value)
{
  if (!reading->in_part && begins_with_any (rest, percents) && find_any (clause, rates) != NULL
      && find_any (clause, narrowing) == NULL && is_on_topic (GOV_QUANTITY_RATE, reading->sentence))
    add_mention (reading, GOV_QUANTITY_RATE, value);
}

/* 未收到政府信息公开申请 = 0. Of reviews and suits both may be denied at once: 没有行政复议、行政诉讼情况. */
static void
read_denial (const Reading *reading, const char *clause, const char *rest)
{
  const char *receipt = find_any (clause, denials_of_receipt), *suits = find_any (clause, denials_of_suits);

  if (reading->in_part || find_any (clause, narrowing) != NULL)
    return;
  if (suits != NULL && strstr (suits, "行政复议") != NULL)
    {
      add_mention (reading, GOV_QUANTITY_REVIEW, 0);
      if (g_str_has_prefix (rest, "、行政诉讼") || g_str_has_prefix (rest, "，行政诉讼"))
        add_mention (reading, GOV_QUANTITY_LITIGATION, 0);
    }
  if (suits != NULL && strstr (suits, "行政诉讼") != NULL)
    add_mention (reading, GOV_QUANTITY_LITIGATION, 0);
  if (receipt != NULL && strstr (receipt, "复议") == NULL && find_any (receipt, topics) != NULL)
    add_mention (reading, GOV_QUANTITY_RECEIVED, 0);
}

/* From clause to clause; a number ends the stretch that says what it counts. */
static void
read_sentence (Reading *reading)
{
  const char *p = reading->sentence, *from = p;
  gboolean has_number = FALSE;

  while (*p != '\0')
    {
      gsize end = length_at (p, clause_ends), length;
      gint64 value;

      if (end > 0)
        {
          g_autofree char *clause = g_strndup (from, (gsize) (p - from));
          if (!has_number)
            read_denial (reading, clause, p);
          p += end;
          from = p;
          has_number = FALSE;
        }
      else if (gov_numeral_read (p, &value, &length))
        {
          g_autofree char *clause = g_strndup (from, (gsize) (p - from));
          if (strstr (clause, "其中") != NULL)
            reading->in_part = TRUE;
          p += length;
          read_count (reading, clause, p, value);
          read_rate (reading, clause, p, value);
          has_number |= begins_with_any (p, measures);
        }
      else
        {
          if (g_str_has_prefix (p, "其中"))
            reading->in_part = TRUE;
          p = g_utf8_next_char (p);
        }
    }
  if (!has_number)
    read_denial (reading, from, p);
}

/* What every mention's sentence has in it; most sentences have none of them. */
static gboolean
may_mention (const char *sentence)
{
  return strstr (sentence, "申请") != NULL || strstr (sentence, "复议") != NULL || strstr (sentence, "诉讼") != NULL;
}

void
gov_mentions_find (const char *paragraph, guint year, GArray *mentions)
{
  for (const char *p = paragraph, *start = p;;)
    {
      gsize end = *p != '\0' ? length_at (p, sentence_ends) : 0;

      if (end == 0 && *p != '\0')
        {
          p = g_utf8_next_char (p);
          continue;
        }
      g_autofree char *printed = g_strndup (start, (gsize) (p - start));
      g_autofree char *sentence = squeeze (start, (gsize) (p - start));
      Reading reading = {sentence, printed, FALSE, mentions};
      if (may_mention (sentence) && !speaks_of_another_year (sentence, year))
        read_sentence (&reading);
      if (*p == '\0')
        return;
      p += end;
      start = p;
    }
}
