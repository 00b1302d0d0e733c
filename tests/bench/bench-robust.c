/* SPDX-License-Identifier: MIT */
/* The robustness benchmark: reports of every class and edition, damaged by every generator, read back, and held against what is
 * true. Prints for each generator how many cells are right, flagged, and silently wrong.
 *
 *   bench-robust [--documents N] [--only NAME] [--seed N] [--show]    N documents for each generator (60) */
#include "tests/gtest-c.h"
#include "tests/truth.h"

#include <stdio.h>

static const struct {
  const char *damage;
  double rate;
  double least_right; /* percent of the cells, the project's promise; 0: none is made */
} generators[] = {
    {"labels-substituted", 0.02, 99.5},
    {"labels-substituted", 0.08, 99.5},
    {"labels-substituted", 0.20, 99.5},
    {"labels-dropped", 0.02, 99.5},
    {"labels-dropped", 0.08, 99.5},
    {"labels-dropped", 0.20, 99.5},
    {"labels-inserted", 0.02, 99.5},
    {"labels-inserted", 0.08, 99.5},
    {"labels-inserted", 0.20, 99.5},
    {"labels-split", 0.10, 0},
    {"labels-split", 0.50, 0},
    {"cells-lost", 0.05, 0},
    {"cells-surplus", 0.05, 0},
    {"pages-cut", 0.05, 0},
    {"pages-cut", 0.30, 0},
    {"rows-deleted", 0.05, 0},
    {"rows-doubled", 0.05, 0},
    {"digits-to-letters", 0.05, 0},
};

/* The shapes that a damaged page is printed in: recognised, and as two kinds of text that people paste. */
static const char *const shapes[] = {"ocrmd", "ocrmd-header", "pipe-padded", "tsv-empty"};

static const char *const editions[][2] = {{"2021", "2021"}, {"2019", "2019"}, {"2021", "2019"}};

static gint n_documents = 60;
static gint64 first_seed = 1;
static char *only;
static gboolean show;

static const GOptionEntry entries[] = {
    {"documents", 'n', 0, G_OPTION_ARG_INT, &n_documents, "documents for each generator (60)", "N"},
    {"only", 'o', 0, G_OPTION_ARG_STRING, &only, "only the generators whose name has TEXT", "TEXT"},
    {"seed", 's', 0, G_OPTION_ARG_INT64, &first_seed, "the first document's seed (1)", "N"},
    {"show", 'v', 0, G_OPTION_ARG_NONE, &show, "name every wrong cell", NULL},
    {NULL, 0, 0, 0, NULL, NULL, NULL},
};

/* Document number i of a generator; the same everywhere and always. */
static void
read_one (guint generator, guint i, GovTally *tally)
{
  ForgeRandom random = forge_random ((guint64) first_seed * 1000003 + generator * 7919 + i);
  const char *const *edition = editions[i % G_N_ELEMENTS (editions)];
  const ForgeShape *shape = forge_shape_find (shapes[i / G_N_ELEMENTS (editions) % G_N_ELEMENTS (shapes)]);
  ForgeClass size = i / (G_N_ELEMENTS (editions) * G_N_ELEMENTS (shapes)) % FORGE_N_CLASSES;
  g_autoptr (ForgeReport) truth = forge_report_new (size, edition[0], edition[1], &random);
  g_autoptr (ForgePage) page = forge_page_new (truth);
  forge_damage_find (generators[generator].damage)->apply (page, generators[generator].rate, &random);
  g_autoptr (GString) bytes = g_string_new (NULL);
  shape->render (page, bytes);
  g_autoptr (GovTestConversion) conversion = gov_test_convert_string ("-", bytes, shape->reader);
  g_autoptr (GString) misses = show ? g_string_new (NULL) : NULL;
  gov_test_tally (truth, conversion, tally, misses);
  if (misses && misses->len)
    printf ("document %u: %s, %s/%s, %s%s%s\n%s", i, forge_class_get_name (size), edition[0], edition[1], shape->name,
            conversion->error ? ": " : "", conversion->error ? conversion->error->message : "", misses->str);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("- how much of damaged reports is read right");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("bench-robust: %s\n", error->message);
      return 2;
    }
  gboolean kept = TRUE;
  guint n = 0, silent = 0;
  printf ("%-20s %5s %6s %9s %9s %9s %7s\n", "generator", "rate", "docs", "cells", "right %", "flagged %", "silent");
  for (guint g = 0; g < G_N_ELEMENTS (generators); g++)
    {
      GovTally tally = {0};
      if (only && !strstr (generators[g].damage, only))
        continue;
      for (gint i = 0; i < n_documents; i++)
        read_one (g, i, &tally);
      double right = 100.0 * tally.right / tally.total;
      printf ("%-20s %4.0f%% %6d %9u %9.3f %9.3f %7u\n", generators[g].damage, 100 * generators[g].rate, n_documents,
              tally.total, right, 100.0 * tally.flagged / tally.total, tally.silent);
      kept = kept && right >= generators[g].least_right && tally.silent == 0;
      n += n_documents;
      silent += tally.silent;
    }
  printf ("%u documents, %u cells silently wrong: the promises are %s\n", n, silent, kept ? "kept" : "not kept");
  return kept ? 0 : 1;
}
