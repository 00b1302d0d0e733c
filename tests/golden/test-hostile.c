/* SPDX-License-Identifier: MIT */
/* Hostile input: mutations of every corpus file, and the known ways to make a parser slow. Nothing may crash, exceed its memory
 * or take more than linear time; what comes of the input does not matter here. */
#include "tests/convert.h"
#include "tests/forge/forge.h"
#include "tests/gtest-c.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MUTATIONS 60                 /* of each file */
#define MEMORY_LIMIT (1024ull << 20) /* bytes of address space of the process that reads mutations */
#define SMALL_REPEATS 2000
#define LARGE_FACTOR 8
#define LINEAR_FACTOR (3 * LARGE_FACTOR) /* cost of the large input over the small one; quadratic would be 64 */
#define ROUNDS 4                         /* measurements before a cost counts as too high */

#if defined(__SANITIZE_ADDRESS__)
#define HAS_SANITIZER TRUE
#else
#define HAS_SANITIZER FALSE
#endif

/* ---- mutations ----------------------------------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* CASE/FILE of all that could be an input. */
static char **
list_corpus (void)
{
  g_autofree char *root = gov_test_source_path ("corpus");
  g_autoptr (GDir) cases = g_dir_open (root, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  for (const char *one; cases && (one = g_dir_read_name (cases));)
    {
      g_autofree char *path = g_build_filename (root, one, NULL);
      g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
      for (const char *file; files && (file = g_dir_read_name (files));)
        g_ptr_array_add (names, g_strconcat (one, "/", file, NULL));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* Bytes flipped, lost, doubled, moved, or cut off; marks of every dialect thrown in. */
static void
mutate (GString *text, ForgeRandom *random)
{
  static const char *const marks[] = {"|",        "\t",         "\n", "<table>",     "</td>", "<td colspan=1000000000>",
                                      "\xff\xfe", "&#x110000;", "\"", ",",           "```",   "<!--",
                                      "PK\3\4",   "九",         "\r", "{\"cells\":["};
  for (guint n = forge_random_between (random, 1, 12); n > 0 && text->len > 1; n--)
    {
      gsize at = forge_random_below (random, text->len), length = forge_random_below (random, MIN (text->len - at, 400)) + 1;
      const char *mark = marks[forge_random_below (random, G_N_ELEMENTS (marks))];
      g_autofree char *piece = g_strndup (text->str + at, MIN (length, text->len - at));
      switch (forge_random_below (random, 6))
        {
        case 0:
          text->str[at] ^= 1 << forge_random_below (random, 8);
          break;
        case 1:
          g_string_erase (text, at, MIN (length, text->len - at));
          break;
        case 2:
          g_string_insert (text, at, piece);
          break;
        case 3:
          g_string_insert (text, forge_random_below (random, text->len), piece);
          break;
        case 4:
          g_string_insert (text, at, mark);
          break;
        default:
          if (forge_random_chance (random, 0.1))
            g_string_truncate (text, at);
        }
    }
}

/* In the child: never returns. */
static void
read_mutations (const char *contents, gsize length)
{
  if (!HAS_SANITIZER)
    setrlimit (RLIMIT_AS, &(struct rlimit){MEMORY_LIMIT, MEMORY_LIMIT});
  for (guint i = 0; i < MUTATIONS; i++)
    {
      ForgeRandom random = forge_random (i);
      g_autoptr (GString) text = g_string_new_len (contents, length);
      mutate (text, &random);
      g_autoptr (GovTestConversion) conversion = gov_test_convert_string ("mutation", text, NULL);
      g_autofree char *json = conversion->report ? gov_test_write (conversion->report, "json", NULL) : NULL;
      /* Both is right: whole reports may stand before the damage in an input of several. */
      if (!conversion->report && !conversion->error)
        {
          g_printerr ("mutation %u: neither a report nor an error\n", i);
          _exit (3);
        }
    }
  _exit (0);
}

GOV_TEST_EACH (Hostile, MutationsDoNoHarm, list_corpus)
{
  g_autofree char *root = gov_test_source_path ("corpus");
  g_autofree char *path = g_build_filename (root, param, NULL);
  g_autofree char *contents = NULL;
  gsize length;
  ASSERT_TRUE (g_file_get_contents (path, &contents, &length, NULL));
  pid_t child = fork ();
  if (child == 0)
    read_mutations (contents, length);
  int status;
  ASSERT_EQ (waitpid (child, &status, 0), child);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    ADD_FAILURE ("the process ended with %s %d", WIFSIGNALED (status) ? "signal" : "status",
                 WIFSIGNALED (status) ? WTERMSIG (status) : WEXITSTATUS (status));
}

/* ---- linear time --------------------------------------------------------------------------------------------------------- */

/* head, then body n times, then tail. */
static const struct {
  const char *name, *reader;
  const char *head, *body, *tail;
} patterns[] = {
    {"html-nested-tables", "html", "", "<table><tr><td>", "一"},
    {"html-nested-blocks", "html", "", "<div><span><b>", "一"},
    {"html-open-cells", "html", "<table>", "<td>", ""},
    {"html-wide-spans", "html", "<table>", "<tr><td colspan=1000000000 rowspan=1000000000>1", "</table>"},
    {"html-row-spans", "html", "<table>", "<tr><td rowspan=65534>1<td>2", "</table>"},
    {"html-comments", "html", "", "<!-- <td> --", "-->"},
    {"html-entities", "html", "<p>", "&amp;&#20013;&nbsp;", "</p>"},
    {"html-attributes", "html", "<p ", "a=\"1\" ", ">"},
    {"pipe-bars", "pipe", "规章 |", "|", "\n"},
    {"pipe-bar-lines", "pipe", "", "|\n", ""},
    {"pipe-cells", "pipe", "", "1 |\n", ""},
    {"pipe-rows", "pipe", "", "规章 | 1 | 2 | 3 |\n", ""},
    {"pipe-lone-carriage-returns", "pipe", "", "a | b\r", ""},
    {"ocrmd-separators", "ocrmd", "", "|---|---|\n", ""},
    {"ocrmd-pieces", "ocrmd", "", "| 1 | 2 |\n|---|---|\n\n", ""},
    {"ocrmd-emphasis", "ocrmd", "", "**_`", "\n"},
    {"ocrmd-raw-tables", "ocrmd", "", "<table><tr><td>", "\n"},
    {"tsv-tabs", "tsv", "", "\t", "\n"},
    {"tsv-rows", "tsv", "", "规章\t1\t2\t3\n", ""},
    {"csv-quotes", "csv", "", "\"", ""},
    {"csv-rows", "csv", "", "规章,1,2,3\n", ""},
    {"text-digits", "text", "规章", "0", "\n"},
    {"text-labels", "text", "", "行政许可", "\n"},
    {"text-lines", "text", "", "行政许可\n1\n", ""},
    {"text-boxes", "text", "", "├──┤\n│规│\n", ""},
    {"text-spaces", "text", "1", "  ", "1\n"},
    {"same-heading", "text", "", "一、总体情况\n", ""},
    {"same-row", "pipe", "二、主动公开政府信息情况\n", "第二十条第（一）项 |\n规章 | 1 | 2 | 3 |\n", ""},
    {"application-rows", "tsv", "三、收到和处理政府信息公开申请情况\n",
     "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n", ""},
    {"json-open-arrays", "json", "{\"govconv\":1,\"sections\":", "[", ""},
    {"xml-open-elements", "xml", "<report xmlns=\"urn:govconv:report:1\">", "<section>", ""},
};

static GString *
repeat (const __typeof__ (patterns[0]) *pattern, guint n)
{
  GString *text = g_string_new (pattern->head);
  for (guint i = 0; i < n; i++)
    g_string_append (text, pattern->body);
  g_string_append (text, pattern->tail);
  return text;
}

/* Processor time of this process, in nanoseconds. */
static gint64
processor_time (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* The least of several runs: what else the machine does only adds. */
static gint64
cost (const GString *text, const char *reader)
{
  gint64 least = G_MAXINT64;
  for (guint run = 0; run < 3; run++)
    {
      gint64 start = processor_time ();
      g_autoptr (GovTestConversion) conversion = gov_test_convert_string ("-", text, reader);
      least = MIN (least, processor_time () - start);
    }
  return MAX (least, 1);
}

GOV_TEST_P (Hostile, CostIsLinear, patterns)
{
  if (!gov_test_has_reader (param->reader))
    FAIL ("there is no reader %s", param->reader);
  g_autoptr (GString) small = repeat (param, SMALL_REPEATS), large = repeat (param, SMALL_REPEATS * LARGE_FACTOR);
  gint64 small_cost = cost (small, param->reader), large_cost = cost (large, param->reader);
  /* A busy machine or a cold cache only adds: what is linear shows so in one of several rounds, what is not in none. */
  for (guint round = 1; round < ROUNDS && large_cost > LINEAR_FACTOR * small_cost; round++)
    {
      small_cost = cost (small, param->reader);
      large_cost = cost (large, param->reader);
    }
  RECORD ("factor", "%.1f", (double) large_cost / small_cost);
  RECORD ("milliseconds", "%.2f", large_cost / 1e6);
  if (large_cost > LINEAR_FACTOR * small_cost)
    ADD_FAILURE ("%d times the input costs %.1f times as much (%.2f ms, %.2f ms)", LARGE_FACTOR,
                 (double) large_cost / small_cost, small_cost / 1e6, large_cost / 1e6);
}
