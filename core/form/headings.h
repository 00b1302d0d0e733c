/* SPDX-License-Identifier: MIT */
/* The report's sections and the wordings of their headings seen in print. */
#pragma once

#include <glib.h>

typedef struct {
  const char *id;            /* "overview" … */
  const char *const *titles; /* without ordinal; the statutory one first; NULL-terminated */
} GovFormSection;

const GovFormSection *gov_form_sections (guint *n_sections);
