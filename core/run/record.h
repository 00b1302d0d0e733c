/* SPDX-License-Identifier: MIT */
/* Findings as JSON, as in the report model: for --diagnostics and the JSON forms of the verbs. */
#pragma once

#include "core/report/json-emit.h"
#include <govconv/report.h>

/* A key with a string, or null for NULL. Text that is no UTF-8 (a file's name) gets replacement characters. */
void gov_record_emit_text (GovJsonEmitter *json, const char *key, const char *text);
/* A key with an array of the strings of a NULL-terminated list, which may be NULL. */
void gov_record_emit_list (GovJsonEmitter *json, const char *key, const char *const *list);
/* A key with a number, or null for 0. */
void gov_record_emit_known (GovJsonEmitter *json, const char *key, guint64 number);

/* {"severity": …, "code": …, "message": …, "cells": […], "line": …, "char": …} as a value. */
void gov_record_emit_diagnostic (GovJsonEmitter *json, const GovDiagnostic *diagnostic);
void gov_record_emit_check (GovJsonEmitter *json, const GovCheck *check);

/* The same with "document" before it, on one line with its end. Free with g_free(). */
char *gov_record_dup_diagnostic_line (const char *document, const GovDiagnostic *diagnostic);
