/* SPDX-License-Identifier: MIT */
/* Why a check fails, in words and as a verdict. */
#pragma once

#include "core/check/locate.h"
#include "core/check/slides.h"
#include <govconv/report.h>

/* What the search for errors found in one table. */
typedef struct {
  const GovTable *table;
  const GovModel *model;
  const GovExplanations *explanations;
  const GovSlides *slides;
  gboolean recognised; /* the table was recognised from a picture */
} GovFindings;

/* The verdict of each instance (GOV_VERDICT_NONE where it does not fail), and a diagnostic for each that fails or that
 * differs over blanks. verdicts: n_equations long. */
void gov_explain_checks (const GovFindings *findings, GovReport *report, GovVerdict *verdicts);

/* "（一）予以公开, 自然人" */
void gov_explain_append_cell (GString *text, const GovForm *form, guint cell);
