/* SPDX-License-Identifier: MIT */
/* Findings as JSON, as in the report model: for --diagnostics and the JSON forms of the verbs. */
#pragma once

#include <govconv/report.h>
#include <json-c/json.h>

/* {"severity": …, "code": …, "message": …, "cells": […], "line": …, "char": …}; owned by the caller. */
struct json_object *gov_record_of_diagnostic (const GovDiagnostic *diagnostic);
struct json_object *gov_record_of_check (const GovCheck *check);

/* The same with "document" before it, on one line with its end. Free with g_free(). */
char *gov_record_dup_diagnostic_line (const char *document, const GovDiagnostic *diagnostic);

/* A string, or null for NULL. Text that is no UTF-8 (a file's name) gets replacement characters. */
struct json_object *gov_record_of_string (const char *text);
