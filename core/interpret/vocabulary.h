/* SPDX-License-Identifier: MIT */
/* The words of the form: every label of every edition, compiled for approximate search. */
#pragma once

#include <govconv/form.h>

typedef enum { GOV_TABLE_NONE, GOV_TABLE_DISCLOSURE, GOV_TABLE_APPLICATIONS, GOV_TABLE_REVIEW, GOV_N_TABLES } GovTableKind;

/* "disclosure" …; NULL for GOV_TABLE_NONE. */
const char *gov_table_kind_get_name (GovTableKind kind);

typedef enum {
  GOV_WORD_ROW,     /* the label of a row */
  GOV_WORD_COLUMN,  /* the label of a column */
  GOV_WORD_HEADER,  /* what else a table's head or side prints */
  GOV_WORD_FOREIGN, /* a row that local forms add and the statutory form does not have */
} GovWordKind;

/* One word of one table. The editions of a table share it. */
typedef struct {
  GovWordKind kind;
  GovTableKind table;
  const char *id;   /* of the row or column; NULL for a header */
  guint length;     /* of the key, in code points */
  guint64 editions; /* bit i: gov_forms()[i] has it */
} GovWord;

typedef struct _GovVocabulary GovVocabulary;

#define GOV_MAX_WORDS 128

/* The one vocabulary, made at the first call; constant and shared by all threads. */
const GovVocabulary *gov_vocabulary_get (void);
guint gov_vocabulary_get_n_words (const GovVocabulary *vocabulary);
const GovWord *gov_vocabulary_get_word (const GovVocabulary *vocabulary, guint word);

/* How well a word fits a text, from 0 (nothing in common) to 1 (the same): 1 - edits / length.
 * whole: word against the whole text (0 where it is below 0.3); end: against its best ending; inside: against its best part. */
typedef struct {
  float whole, end, inside;
} GovFit;

/* Compare a key of up to GOV_KEY_MAX characters (see key.h) with every word: fits[] has room for GOV_MAX_WORDS. An exact match
 * of the whole is found at once; the other fits are then 0. Else linear in the key's length times the number of words. */
void gov_vocabulary_match (const GovVocabulary *vocabulary, const gunichar *key, guint length, GovFit fits[GOV_MAX_WORDS]);

/* The same for exact matches alone: FALSE, and all fits 0, when no word is the key. */
gboolean gov_vocabulary_find (const GovVocabulary *vocabulary, const gunichar *key, guint length, GovFit fits[GOV_MAX_WORDS]);
