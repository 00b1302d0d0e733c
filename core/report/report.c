/* SPDX-License-Identifier: MIT */
#include "core/report/report.h"
#include "core/document/arena.h"

#include <string.h>

struct _GovTable {
  const GovForm *form;
  GovArena *arena; /* the report's */
  GovCell *cells;
  GPtrArray *extra_rows; /* GovExtraRow, in the arena */
};

struct _GovReport {
  GovArena *arena;
  GovReportSource source;
  const char *title, *publisher, *period_from, *period_to;
  guint year;
  GPtrArray *sections; /* GovSection, in the arena */
  GPtrArray *tables;   /* GovTable, in the form's order */
  GPtrArray *checks;   /* GovCheck, in the arena */
  GovDiagnostics *diagnostics;
};

static void
table_free (gpointer data)
{
  GovTable *table = data;

  g_ptr_array_unref (table->extra_rows);
  g_free (table);
}

GovReport *
gov_report_new (void)
{
  GovReport *report = g_new0 (GovReport, 1);

  report->arena = gov_arena_new ();
  report->sections = g_ptr_array_new ();
  report->tables = g_ptr_array_new_with_free_func (table_free);
  report->checks = g_ptr_array_new ();
  report->diagnostics = gov_diagnostics_new ();
  return report;
}

void
gov_report_free (GovReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->sections);
  g_ptr_array_unref (report->tables);
  g_ptr_array_unref (report->checks);
  gov_diagnostics_free (report->diagnostics);
  gov_arena_free (report->arena);
  g_free (report);
}

/* ---- the whole --------------------------------------------------------------------------------------------------------- */

static const char *
keep (GovReport *report, const char *text)
{
  return gov_arena_strdup (report->arena, text, -1);
}

const GovReportSource *
gov_report_get_source (const GovReport *report)
{
  return &report->source;
}

const char *
gov_report_get_title (const GovReport *report)
{
  return report->title;
}

const char *
gov_report_get_publisher (const GovReport *report)
{
  return report->publisher;
}

guint
gov_report_get_year (const GovReport *report)
{
  return report->year;
}

const char *
gov_report_get_period_from (const GovReport *report)
{
  return report->period_from;
}

const char *
gov_report_get_period_to (const GovReport *report)
{
  return report->period_to;
}

void
gov_report_set_source (GovReport *report, const GovReportSource *source)
{
  report->source = (GovReportSource){
      .name = keep (report, source->name),
      .sha256 = keep (report, source->sha256),
      .bytes = source->bytes,
      .charset = keep (report, source->charset),
      .dialect = keep (report, source->dialect),
  };
}

void
gov_report_set_title (GovReport *report, const char *title)
{
  report->title = keep (report, title);
}

void
gov_report_set_publisher (GovReport *report, const char *publisher)
{
  report->publisher = keep (report, publisher);
}

void
gov_report_set_year (GovReport *report, guint year)
{
  report->year = year;
}

void
gov_report_set_period (GovReport *report, const char *from, const char *to)
{
  report->period_from = keep (report, from);
  report->period_to = keep (report, to);
}

const GovDiagnostics *
gov_report_get_diagnostics (const GovReport *report)
{
  return report->diagnostics;
}

GovDiagnostics *
gov_report_get_mutable_diagnostics (GovReport *report)
{
  return report->diagnostics;
}

GovDiagnostics *
gov_report_steal_diagnostics (GovReport *report)
{
  GovDiagnostics *diagnostics = report->diagnostics;

  report->diagnostics = gov_diagnostics_new ();
  return diagnostics;
}

/* ---- sections ---------------------------------------------------------------------------------------------------------- */

guint
gov_report_get_n_sections (const GovReport *report)
{
  return report->sections->len;
}

const GovSection *
gov_report_get_section (const GovReport *report, guint index)
{
  g_return_val_if_fail (index < report->sections->len, NULL);
  return report->sections->pdata[index];
}

static const char *const *
keep_texts (GovArena *arena, const char *const *texts, guint n)
{
  const char **copies = gov_arena_new_array (arena, const char *, n);

  for (guint i = 0; i < n; i++)
    copies[i] = gov_arena_strdup (arena, texts[i], -1);
  return copies;
}

void
gov_report_add_section (GovReport *report, const GovSection *section)
{
  GovSection copy = *section;

  copy.id = keep (report, section->id);
  copy.heading = keep (report, section->heading);
  copy.paragraphs = keep_texts (report->arena, section->paragraphs, section->n_paragraphs);
  g_ptr_array_add (report->sections, gov_arena_copy (report->arena, &copy, sizeof copy));
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

guint
gov_report_get_n_tables (const GovReport *report)
{
  return report->tables->len;
}

const GovTable *
gov_report_get_table (const GovReport *report, guint index)
{
  g_return_val_if_fail (index < report->tables->len, NULL);
  return report->tables->pdata[index];
}

GovTable *
gov_report_get_mutable_table (GovReport *report, const char *table)
{
  for (guint i = 0; i < report->tables->len; i++)
    {
      GovTable *candidate = report->tables->pdata[i];
      if (strcmp (candidate->form->table, table) == 0)
        return candidate;
    }
  return NULL;
}

const GovTable *
gov_report_find_table (const GovReport *report, const char *table)
{
  return gov_report_get_mutable_table ((GovReport *) report, table);
}

/* The place of a form's table among the forms: both editions of a table stand side by side. */
static guint
form_order (const GovForm *form)
{
  guint n;
  const GovForm *const *forms = gov_forms (&n);

  for (guint i = 0; i < n; i++)
    if (forms[i] == form)
      return i;
  return n;
}

GovTable *
gov_report_add_table (GovReport *report, const GovForm *form)
{
  GovTable *table = g_new0 (GovTable, 1), *old = gov_report_get_mutable_table (report, form->table);
  guint position = 0;

  table->form = form;
  table->arena = report->arena;
  table->extra_rows = g_ptr_array_new ();
  table->cells = gov_arena_new_array (report->arena, GovCell, form->n_cells);
  for (guint i = 0; i < form->n_cells; i++)
    table->cells[i] = (GovCell){.origin = GOV_ORIGIN_MISSING, .place = GOV_PLACE_NONE};

  if (old != NULL)
    g_ptr_array_remove (report->tables, old);
  while (position < report->tables->len
         && form_order (((GovTable *) report->tables->pdata[position])->form) < form_order (form))
    position++;
  g_ptr_array_insert (report->tables, position, table);
  return table;
}

const GovForm *
gov_table_get_form (const GovTable *table)
{
  return table->form;
}

const GovCell *
gov_table_get_cell (const GovTable *table, guint cell)
{
  g_return_val_if_fail (cell < table->form->n_cells, NULL);
  return &table->cells[cell];
}

void
gov_table_set_cell (GovTable *table, guint cell, const GovCell *value)
{
  g_return_if_fail (cell < table->form->n_cells);

  table->cells[cell] = *value;
  table->cells[cell].value = gov_arena_strdup (table->arena, value->value, -1);
  table->cells[cell].raw = gov_arena_strdup (table->arena, value->raw, -1);
}

guint
gov_table_get_n_extra_rows (const GovTable *table)
{
  return table->extra_rows->len;
}

const GovExtraRow *
gov_table_get_extra_row (const GovTable *table, guint index)
{
  g_return_val_if_fail (index < table->extra_rows->len, NULL);
  return table->extra_rows->pdata[index];
}

void
gov_table_add_extra_row (GovTable *table, const GovExtraRow *row)
{
  GovExtraRow copy = *row;

  copy.label = gov_arena_strdup (table->arena, row->label, -1);
  copy.after = gov_arena_strdup (table->arena, row->after, -1);
  copy.texts = keep_texts (table->arena, row->texts, row->n_texts);
  g_ptr_array_add (table->extra_rows, gov_arena_copy (table->arena, &copy, sizeof copy));
}

gboolean
gov_cell_has_value (const GovCell *cell)
{
  return cell->value != NULL;
}

#define INTEGER_DIGITS 15 /* sums of a few hundred such figures stay far inside 64 bits */

gboolean
gov_cell_get_integer (const GovCell *cell, gint64 *value)
{
  if (cell->value == NULL)
    return FALSE;
  const char *digits = cell->value + (*cell->value == '-');
  gsize n = strspn (digits, "0123456789");
  if (n == 0 || n > INTEGER_DIGITS || digits[n] != '\0')
    return FALSE;
  *value = g_ascii_strtoll (cell->value, NULL, 10);
  return TRUE;
}

/* ---- checks ------------------------------------------------------------------------------------------------------------ */

guint
gov_report_get_n_checks (const GovReport *report)
{
  return report->checks->len;
}

const GovCheck *
gov_report_get_check (const GovReport *report, guint index)
{
  g_return_val_if_fail (index < report->checks->len, NULL);
  return report->checks->pdata[index];
}

static const GovCellRef *
keep_refs (GovReport *report, const GovCellRef *refs, guint n)
{
  GovCellRef *copies = gov_arena_new_array (report->arena, GovCellRef, n);

  for (guint i = 0; i < n; i++)
    copies[i] = (GovCellRef){keep (report, refs[i].table), keep (report, refs[i].row), keep (report, refs[i].column)};
  return copies;
}

void
gov_report_add_check (GovReport *report, const GovCheck *check)
{
  GovCheck copy = *check;

  copy.id = keep (report, check->id);
  copy.table = keep (report, check->table);
  copy.row = keep (report, check->row);
  copy.column = keep (report, check->column);
  copy.left = keep (report, check->left);
  copy.right = keep (report, check->right);
  copy.difference = keep (report, check->difference);
  copy.cells = keep_refs (report, check->cells, check->n_cells);
  copy.blank = keep_refs (report, check->blank, check->n_blank);
  g_ptr_array_add (report->checks, gov_arena_copy (report->arena, &copy, sizeof copy));
}

void
gov_report_clear_checks (GovReport *report)
{
  g_ptr_array_set_size (report->checks, 0);
}
