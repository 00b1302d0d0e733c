/* SPDX-License-Identifier: MIT */
#include "core/document/arena.h"
#include <govconv/diagnostic.h>

#include <stdlib.h>
#include <string.h>

struct _GovDiagnostics {
  GovArena *arena;
  GPtrArray *list; /* GovDiagnostic, in the arena */
};

GovDiagnostics *
gov_diagnostics_new (void)
{
  GovDiagnostics *diagnostics = g_new0 (GovDiagnostics, 1);

  diagnostics->arena = gov_arena_new ();
  diagnostics->list = g_ptr_array_new ();
  return diagnostics;
}

void
gov_diagnostics_free (GovDiagnostics *diagnostics)
{
  if (diagnostics == NULL)
    return;
  g_ptr_array_unref (diagnostics->list);
  gov_arena_free (diagnostics->arena);
  g_free (diagnostics);
}

static int
compare_code (const void *key, const void *element)
{
  return strcmp (key, ((const GovDiagnosticCode *) element)->code);
}

const GovDiagnosticCode *
gov_diagnostic_code_find (const char *code)
{
  guint n;
  const GovDiagnosticCode *codes = gov_diagnostic_codes (&n);

  return bsearch (code, codes, n, sizeof *codes, compare_code);
}

/* One line of valid UTF-8: a message may quote the input. */
static char *
message_line (GovArena *arena, const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  char *line = gov_arena_strdup (arena, valid, -1);

  for (char *p = line; *p != '\0'; p++)
    if ((guchar) *p < ' ' || *p == 0x7f)
      *p = ' ';
  return line;
}

void
gov_diagnostics_add_as (GovDiagnostics *diagnostics, GovSeverity severity, const char *code, const GovPlace *place,
                        const GovCellRef *cells, guint n_cells, const char *message)
{
  g_return_if_fail (severity >= GOV_SEVERITY_NOTE && severity <= GOV_SEVERITY_ERROR);
  GovArena *arena = diagnostics->arena;
  GovDiagnostic *diagnostic = gov_arena_alloc (arena, sizeof *diagnostic);
  GovCellRef *copies = gov_arena_new_array (arena, GovCellRef, n_cells);

  for (guint i = 0; i < n_cells; i++)
    copies[i] = (GovCellRef){gov_arena_strdup (arena, cells[i].table, -1), gov_arena_strdup (arena, cells[i].row, -1),
                             gov_arena_strdup (arena, cells[i].column, -1)};
  *diagnostic = (GovDiagnostic){
      .severity = severity,
      .code = gov_arena_strdup (arena, code, -1),
      .message = message_line (arena, message),
      .place = place != NULL ? *place : GOV_PLACE_NONE,
      .n_cells = n_cells,
      .cells = copies,
  };
  g_ptr_array_add (diagnostics->list, diagnostic);
}

void
gov_diagnostics_add (GovDiagnostics *diagnostics, const char *code, const GovPlace *place, const GovCellRef *cells,
                     guint n_cells, const char *format, ...)
{
  const GovDiagnosticCode *known = gov_diagnostic_code_find (code);
  g_return_if_fail (known != NULL);
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gov_diagnostics_add_as (diagnostics, known->severity, code, place, cells, n_cells, message);
}

guint
gov_diagnostics_get_length (const GovDiagnostics *diagnostics)
{
  return diagnostics->list->len;
}

const GovDiagnostic *
gov_diagnostics_get (const GovDiagnostics *diagnostics, guint index)
{
  g_return_val_if_fail (index < diagnostics->list->len, NULL);
  return diagnostics->list->pdata[index];
}

guint
gov_diagnostics_count (const GovDiagnostics *diagnostics, GovSeverity at_least)
{
  guint n = 0;

  for (guint i = 0; i < diagnostics->list->len; i++)
    if (gov_diagnostics_get (diagnostics, i)->severity >= at_least)
      n++;
  return n;
}
