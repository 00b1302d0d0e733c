/* SPDX-License-Identifier: MIT */
/* A table back from JSON: the figures from "rows", what they are from "states", and, where it stands, everything from
 * "cells". What two of them say about one cell must agree. */
#include "plugins/json-record.h"
#include "plugins/loading.h"

#include <string.h>

/* What the object says about one cell of the form. */
typedef struct {
  gsize at; /* where in the text, for errors; 0: nowhere */
  gboolean in_rows, in_cells;
  const char *number; /* of rows; NULL: null */
  int state;          /* a GovOrigin; -1: none stated */
} Entry;

typedef struct {
  const char *edition;
  const GovForm *form;
  GovTable *table;
  Entry *entries; /* one a cell of the form */
} Table;

/* ---- row → column → value ---------------------------------------------------------------------------------------------- */

static guint
find_cell (GovJsonLoader *loader, const Table *table, const char *row, const char *column, gsize at)
{
  guint cell = gov_form_find_cell (table->form, row, column);

  if (cell == GOV_CELL_NONE)
    gov_json_scan_fail (&loader->scan, at, "the table %s has no cell %s.%s in edition %s", table->form->table, row, column,
                        table->form->edition);
  return cell;
}

static void
read_grid (GovJsonLoader *loader, Table *table, void (*read_value) (GovJsonLoader *loader, Entry *entry))
{
  GovJsonScanner *scan = &loader->scan;
  const char *key;

  if (!gov_json_scan_enter (scan, '{'))
    return;
  while ((key = gov_json_scan_next_member (scan)) != NULL)
    {
      const char *row = g_string_chunk_insert_const (loader->strings, key), *column;

      if (!gov_json_scan_enter (scan, '{'))
        return;
      while ((column = gov_json_scan_next_member (scan)) != NULL)
        {
          guint cell = find_cell (loader, table, row, column, scan->value);

          if (cell == GOV_CELL_NONE)
            return;
          table->entries[cell].at = scan->value;
          read_value (loader, &table->entries[cell]);
        }
    }
}

static void
read_number (GovJsonLoader *loader, Entry *entry)
{
  g_autofree char *number = gov_json_scan_number (&loader->scan);

  entry->in_rows = TRUE;
  entry->number = NULL;
  if (number == NULL)
    return;
  if (strpbrk (number, "eE") != NULL)
    gov_json_scan_fail (&loader->scan, loader->scan.value,
                        "%s is written with an exponent; figures have to be written out, digit by digit", number);
  entry->number = g_string_chunk_insert (loader->strings, number);
}

static void
read_rows (GovJsonLoader *loader, gpointer table)
{
  read_grid (loader, table, read_number);
}

static void
read_state (GovJsonLoader *loader, Entry *entry)
{
  const char *name = gov_json_scan_required_string (&loader->scan);

  if (name != NULL && (entry->state = gov_origin_from_name (name)) < 0)
    gov_json_scan_fail (&loader->scan, loader->scan.value, "\"%s\" is no origin of a cell", name);
}

static void
read_states (GovJsonLoader *loader, gpointer table)
{
  read_grid (loader, table, read_state);
}

/* ---- cells and extra rows ---------------------------------------------------------------------------------------------- */

static gboolean
set_cell (GovJsonLoader *loader, const Table *table, guint index, const GovCell *cell, gsize at)
{
  g_autofree char *problem = gov_loading_find_cell_problem (cell);

  if (problem != NULL)
    return gov_json_scan_fail (&loader->scan, at, "%s", problem);
  gov_table_set_cell (table->table, index, cell);
  return TRUE;
}

static gboolean
read_cell (GovJsonLoader *loader, Table *table)
{
  typedef struct {
    const char *row, *column, *value, *origin, *raw;
    GovPlace place;
  } Cell;
  static const GovJsonMember members[] = {
      GOV_JSON_REQUIRED (Cell, row, gov_json_read_required_string),
      GOV_JSON_REQUIRED (Cell, column, gov_json_read_required_string),
      GOV_JSON_REQUIRED (Cell, value, gov_json_read_string),
      GOV_JSON_REQUIRED (Cell, origin, gov_json_read_required_string),
      GOV_JSON_MEMBER (Cell, raw, gov_json_read_string),
      GOV_JSON_PLACE (Cell),
  };
  GovJsonScanner *scan = &loader->scan;
  Cell read = {.place = GOV_PLACE_NONE};

  if (!gov_json_read_members (loader, members, G_N_ELEMENTS (members), &read))
    return FALSE;
  int origin = gov_origin_from_name (read.origin);
  if (origin < 0)
    return gov_json_scan_fail (scan, scan->value, "\"%s\" is no origin of a cell", read.origin);
  guint index = find_cell (loader, table, read.row, read.column, scan->value);
  if (index == GOV_CELL_NONE)
    return FALSE;

  GovCell cell = {(GovOrigin) origin, read.value, read.raw, read.place};
  table->entries[index].in_cells = TRUE;
  table->entries[index].at = scan->value;
  return set_cell (loader, table, index, &cell, scan->value);
}

static void
read_cells (GovJsonLoader *loader, gpointer table)
{
  if (!gov_json_scan_enter (&loader->scan, '['))
    return;
  while (gov_json_scan_next_item (&loader->scan) && read_cell (loader, table))
    ;
}

static void
read_extra_rows (GovJsonLoader *loader, gpointer table)
{
  typedef struct {
    const char *label, *after;
    GovJsonStretch texts;
    GovPlace place;
  } ExtraRow;
  static const GovJsonMember members[] = {
      GOV_JSON_MEMBER (ExtraRow, label, gov_json_read_string),
      GOV_JSON_MEMBER (ExtraRow, after, gov_json_read_string),
      GOV_JSON_MEMBER (ExtraRow, texts, gov_json_read_texts),
      GOV_JSON_PLACE (ExtraRow),
  };

  if (!gov_json_scan_enter (&loader->scan, '['))
    return;
  while (gov_json_scan_next_item (&loader->scan))
    {
      ExtraRow read = {.place = GOV_PLACE_NONE};

      g_ptr_array_set_size (loader->texts, 0);
      if (!gov_json_read_members (loader, members, G_N_ELEMENTS (members), &read))
        return;
      GovExtraRow row = {read.label, read.after, read.texts.n, gov_json_texts (loader, read.texts), read.place};
      gov_table_add_extra_row (((Table *) table)->table, &row);
    }
}

/* ---- the whole table --------------------------------------------------------------------------------------------------- */

/* Past the sign and the zeros in front. */
static const char *
significant (const char *decimal)
{
  decimal += *decimal == '-' || *decimal == '+';
  return decimal + strspn (decimal, "0");
}

/* Whether a decimal as printed is the number that rows has: the same but for a plus sign, zeros in front, and a point without
 * digits behind it. */
static gboolean
same_number (const char *exact, const char *number)
{
  const char *a = significant (exact), *b = significant (number);
  gsize length = strlen (a);

  if (length > 0 && a[length - 1] == '.')
    length--;
  return (*exact == '-') == (*number == '-') && strlen (b) == length && strncmp (a, b, length) == 0;
}

static gboolean
settle_cell (GovJsonLoader *loader, const Table *table, guint index)
{
  const Entry *entry = &table->entries[index];
  GovFormCell where = gov_form_get_cell (table->form, index);

  if (!entry->in_cells)
    {
      GovCell cell = {.value = entry->number, .place = GOV_PLACE_NONE};

      if (entry->state >= 0)
        cell.origin = (GovOrigin) entry->state;
      else if (entry->number != NULL)
        cell.origin = GOV_ORIGIN_READ;
      else
        cell.origin = entry->in_rows ? GOV_ORIGIN_BLANK : GOV_ORIGIN_MISSING;
      return set_cell (loader, table, index, &cell, entry->at);
    }

  const GovCell *cell = gov_table_get_cell (table->table, index);
  gboolean values_agree = !entry->in_rows || (entry->number == NULL) == (cell->value == NULL);
  if (values_agree && entry->number != NULL)
    values_agree = same_number (cell->value, entry->number);
  if (!values_agree)
    return gov_json_scan_fail (&loader->scan, entry->at, "%s.%s is %s in \"rows\" and %s in \"cells\"", where.row->id,
                               where.column->id, entry->number != NULL ? entry->number : "null",
                               cell->value != NULL ? cell->value : "null");
  if (entry->state >= 0 && entry->state != (int) cell->origin)
    return gov_json_scan_fail (&loader->scan, entry->at, "%s.%s is \"%s\" in \"states\" and \"%s\" in \"cells\"", where.row->id,
                               where.column->id, gov_origin_get_name ((GovOrigin) entry->state),
                               gov_origin_get_name (cell->origin));
  return TRUE;
}

/* The edition has to be known before any cell, and keys may stand in any order: look ahead for it, then come back. */
static const GovForm *
find_form (GovJsonLoader *loader, const char *name)
{
  static const GovJsonMember members[] = {{"edition", gov_json_read_required_string, 0, TRUE}};
  GovJsonScanner *scan = &loader->scan;
  gsize begin = scan->position;
  const char *edition = NULL;

  if (!gov_json_read_members (loader, members, 1, &edition))
    return NULL;
  const GovForm *form = gov_form_find (name, edition);
  if (form == NULL)
    gov_json_scan_fail (scan, scan->value, "no edition \"%s\" of a table \"%s\" is known", edition, name);
  scan->position = begin;
  return form;
}

static void
read_table (GovJsonLoader *loader, const char *name)
{
  static const GovJsonMember members[] = {
      {"rows", read_rows, 0, FALSE},
      {"states", read_states, 0, FALSE},
      {"extra_rows", read_extra_rows, 0, FALSE},
      {"cells", read_cells, 0, FALSE},
  };
  Table table = {.form = find_form (loader, name)};

  if (table.form == NULL)
    return;
  g_autofree Entry *entries = g_new0 (Entry, table.form->n_cells);
  for (guint i = 0; i < table.form->n_cells; i++)
    entries[i].state = -1;
  table.entries = entries;
  table.table = gov_report_add_table (loader->report, table.form);
  if (gov_json_read_members (loader, members, G_N_ELEMENTS (members), &table))
    for (guint i = 0; i < table.form->n_cells && settle_cell (loader, &table, i); i++)
      ;
}

void
gov_json_read_tables (GovJsonLoader *loader, gpointer field G_GNUC_UNUSED)
{
  const char *key;

  loader->tables_read = TRUE;
  if (!gov_json_scan_enter (&loader->scan, '{'))
    return;
  while ((key = gov_json_scan_next_member (&loader->scan)) != NULL)
    {
      g_autofree char *name = g_strdup (key);

      if (gov_report_find_table (loader->report, name) != NULL)
        gov_json_scan_fail (&loader->scan, loader->scan.value, "the table \"%s\" stands twice", name);
      else
        read_table (loader, name);
    }
}
