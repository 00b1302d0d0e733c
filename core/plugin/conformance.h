/* SPDX-License-Identifier: MIT */
/* The conformance kit: a plugin's behaviour held against the rules of the public headers. Each rule runs in a process of its
 * own under limits, so that a plugin that crashes, hangs or writes where it must not is reported and harms nothing. */
#pragma once

#include <govconv/convert.h>

/* An input that a rule is tried on. */
typedef struct {
  char *name;
  GBytes *bytes;
} GovTrialInput;

typedef struct {
  const GovPlugin *plugin;
  gboolean by_command;      /* of a manifest: it recognises nothing, its formats have to be named */
  GPtrArray *corpus;        /* GovTrialInput: whole documents, of this format or others */
  GPtrArray *hostile;       /* GovTrialInput: empty, cut, mutated, huge … */
  GPtrArray *other_readers; /* const GovReader of the other plugins; NULL-terminated */
  char *step;               /* GOV_TRIAL_STEP_BYTES that outlive a crash: what is being tried */
  GString *failures;        /* one line each */
} GovTrial;

#define GOV_TRIAL_STEP_BYTES 512

/* What is about to be tried: a crash or a time-out is reported with it. */
void gov_trial_step (GovTrial *trial, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The rule is broken; with the step that it broke in. */
void gov_trial_fail (GovTrial *trial, const char *format, ...) G_GNUC_PRINTF (2, 3);

typedef struct {
  const char *id;
  const char *header; /* file below include/govconv that states the rule */
  const char *quote;  /* the words that state it, as they stand on one line there */
  void (*run) (GovTrial *trial);
} GovRule;

extern const GovRule gov_reader_rules[], gov_writer_rules[]; /* end with a NULL id */

/* How a rule came out. */
typedef struct {
  const GovRule *rule;
  char *failures; /* lines; NULL: the rule is kept, or was not tried */
  char *not_run;  /* why it was not tried; NULL: it was */
} GovVerdictOnRule;

/* Try every rule that applies. Elements GovVerdictOnRule, in the rules' order; free with g_ptr_array_unref(). by_command: the
 * plugin is a manifest's. seconds: the limit for each rule. */
GPtrArray *gov_conformance_run (const GovPlugin *plugin, gboolean by_command, GPtrArray *corpus, GPtrArray *other_readers,
                                guint seconds);

/* ---- memory ------------------------------------------------------------------------------------------------------------ */

/* Each reader once over each input, each writer once over made-up reports; what they say is passed over. */
void gov_trial_use_readers (const GovPlugin *plugin, GPtrArray *inputs);
void gov_trial_use_writers (const GovPlugin *plugin);

extern const GovRule gov_leak_rule;

/* Append the verdict on memory that the plugin loses: "PROGRAM test-plugin --once PATH DOCUMENT…" is run under valgrind. path:
 * of the shared object; NULL: the plugin is a manifest's. */
void gov_conformance_add_leaks (GPtrArray *verdicts, const char *program, const char *path, const char *const *documents,
                                guint seconds);

/* ---- inputs ------------------------------------------------------------------------------------------------------------ */

void gov_trial_input_free (gpointer input);
/* The files at path: itself, or those of a directory and the directories in it, sorted. FALSE and error (GOV_ERROR_IO). */
gboolean gov_trial_inputs_add_path (GPtrArray *inputs, const char *path, GError **error);
/* Inputs that nobody sends on purpose; what can be made of the corpus is made of its first files. */
GPtrArray *gov_trial_inputs_new_hostile (GPtrArray *corpus);
