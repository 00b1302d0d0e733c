/* SPDX-License-Identifier: MIT */
/* A report as a workbook: a sheet for each table in the statutory layout, and one of findings. Of several reports each has its
 * own sheets. The same reports give the same bytes: the properties carry a fixed date. */
#include "layout.h"
#include "view.h"

#include <glib/gstdio.h>
#include <govconv/plugin.h>
#include <xlsxwriter.h>

#include <string.h>

#define CREATED 1577836800       /* 2020-01-01 00:00 UTC, in every file */
#define EXACT_DIGITS 15          /* what a spreadsheet's number keeps; a longer figure is written as text */
#define SHEET_NAME_CHARACTERS 31 /* the format's own limit */

typedef struct {
  char *path; /* libxlsxwriter writes into a file only */
  lxw_workbook *workbook;
  lxw_format *header, *label, *figure, *marked, *text;
} Writer;

static gboolean
fail (GError **error, lxw_error problem)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "writing the workbook: %s", lxw_strerror (problem));
  return FALSE;
}

/* ---- formats ----------------------------------------------------------------------------------------------------------- */

static lxw_format *
add_format (Writer *writer, uint8_t alignment, lxw_color_t background)
{
  lxw_format *format = workbook_add_format (writer->workbook);

  format_set_border (format, LXW_BORDER_THIN);
  format_set_align (format, alignment);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  if (background != 0)
    format_set_bg_color (format, background);
  return format;
}

static gboolean
xlsx_begin (const GovOutput *output G_GNUC_UNUSED, gpointer *state, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("govconv-XXXXXX.xlsx", &path, error);

  if (fd < 0)
    return FALSE;
  g_close (fd, NULL);
  Writer *writer = g_new0 (Writer, 1);
  writer->path = g_steal_pointer (&path);
  writer->workbook = workbook_new (writer->path);
  lxw_doc_properties properties = {.created = CREATED};
  workbook_set_properties (writer->workbook, &properties);
  writer->header = add_format (writer, LXW_ALIGN_CENTER, 0xf2f2f2);
  writer->label = add_format (writer, LXW_ALIGN_LEFT, 0xf2f2f2);
  writer->figure = add_format (writer, LXW_ALIGN_RIGHT, 0);
  writer->marked = add_format (writer, LXW_ALIGN_RIGHT, 0xfff3c4);
  writer->text = add_format (writer, LXW_ALIGN_LEFT, 0);
  *state = writer;
  return TRUE;
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

static lxw_worksheet *
add_sheet (Writer *writer, const GovOutput *output, const char *title)
{
  g_autofree char *name
      = output->several ? g_strdup_printf ("%" G_GUINT64_FORMAT " %s", output->index + 1, title) : g_strdup (title);
  g_autofree char *cut = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), SHEET_NAME_CHARACTERS));

  return workbook_add_worksheet (writer->workbook, cut);
}

/* Whether a spreadsheet's number has all the digits of the decimal. */
static gboolean
is_exact (const char *decimal)
{
  gsize n = 0;

  for (const char *p = decimal; *p != '\0'; p++)
    n += g_ascii_isdigit (*p) != 0;
  return n <= EXACT_DIGITS;
}

static void
write_figure (Writer *writer, lxw_worksheet *sheet, const GovReport *report, const GovTable *table, const LayoutBox *box)
{
  const GovCell *cell = gov_table_get_cell (table, box->cell);
  g_autofree char *remark = view_dup_remark (cell);
  gboolean disputed = view_cell_is_disputed (report, gov_table_get_form (table), box->cell);
  lxw_format *format = remark != NULL || disputed ? writer->marked : writer->figure;
  lxw_col_t column = (lxw_col_t) box->column;

  if (box->colspan > 1)
    worksheet_merge_range (sheet, box->row, column, box->row, (lxw_col_t) (column + box->colspan - 1), NULL, format);
  if (cell->value == NULL)
    worksheet_write_blank (sheet, box->row, column, format);
  else if (is_exact (cell->value))
    worksheet_write_number (sheet, box->row, column, g_ascii_strtod (cell->value, NULL), format);
  else
    worksheet_write_string (sheet, box->row, column, cell->value, format);
  if (remark != NULL || disputed)
    {
      g_autofree char *comment = g_strdup_printf ("%s%s%s", remark != NULL ? remark : "",
                                                  remark != NULL && disputed ? "; " : "", disputed ? "a check fails" : "");
      worksheet_write_comment (sheet, box->row, column, comment);
    }
}

static void
write_title (Writer *writer, lxw_worksheet *sheet, const LayoutBox *box)
{
  lxw_format *format = box->kind == LAYOUT_HEADER ? writer->header : writer->label;
  lxw_col_t column = (lxw_col_t) box->column;

  if (box->rowspan > 1 || box->colspan > 1)
    worksheet_merge_range (sheet, box->row, column, box->row + box->rowspan - 1, (lxw_col_t) (column + box->colspan - 1),
                           box->text, format);
  else
    worksheet_write_string (sheet, box->row, column, box->text, format);
}

static void
write_table (Writer *writer, const GovOutput *output, const GovReport *report, const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);
  g_autoptr (Layout) layout = layout_new (form);
  lxw_worksheet *sheet = add_sheet (writer, output, form->title);

  worksheet_set_column (sheet, 0, (lxw_col_t) (layout->n_columns - 1), 14, NULL);
  worksheet_freeze_panes (sheet, layout->n_header_rows, 0);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const LayoutBox *box = layout_get_box (layout, i);

      if (box->kind == LAYOUT_FIGURE)
        write_figure (writer, sheet, report, table, box);
      else
        write_title (writer, sheet, box);
    }
}

/* ---- findings ---------------------------------------------------------------------------------------------------------- */

static void
write_findings (Writer *writer, const GovOutput *output, const GovReport *report)
{
  static const char *const titles[] = {"severity", "code", "place", "message"};
  static const double widths[] = {14, 24, 30, 90};
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  lxw_worksheet *sheet = add_sheet (writer, output, "Findings");

  for (lxw_col_t c = 0; c < G_N_ELEMENTS (titles); c++)
    {
      worksheet_set_column (sheet, c, c, widths[c], NULL);
      worksheet_write_string (sheet, 0, c, titles[c], writer->header);
    }
  worksheet_freeze_panes (sheet, 1, 0);
  for (guint i = 0; i < gov_diagnostics_get_length (diagnostics); i++)
    {
      const GovDiagnostic *diagnostic = gov_diagnostics_get (diagnostics, i);
      g_autofree char *place = view_dup_place (report, &diagnostic->place);

      worksheet_write_string (sheet, i + 1, 0, gov_severity_get_name (diagnostic->severity), writer->text);
      worksheet_write_string (sheet, i + 1, 1, diagnostic->code, writer->text);
      worksheet_write_string (sheet, i + 1, 2, place, writer->text);
      worksheet_write_string (sheet, i + 1, 3, diagnostic->message, writer->text);
    }
}

/* ---- the writer -------------------------------------------------------------------------------------------------------- */

static gboolean
xlsx_write (const GovOutput *output, gpointer state, const GovReport *report, GError **error G_GNUC_UNUSED)
{
  for (guint i = 0; i < gov_report_get_n_tables (report); i++)
    write_table (state, output, report, gov_report_get_table (report, i));
  write_findings (state, output, report);
  return TRUE;
}

static gboolean
xlsx_end (const GovOutput *output, gpointer state, GError **error)
{
  Writer *writer = state;
  g_autofree char *bytes = NULL;
  gsize length;
  lxw_error problem = workbook_close (writer->workbook); /* frees it, too */
  gboolean written = problem == LXW_NO_ERROR ? g_file_get_contents (writer->path, &bytes, &length, error)
                                                   && gov_sink_write (output->sink, bytes, (gssize) length, error)
                                             : fail (error, problem);

  g_unlink (writer->path);
  g_free (writer->path);
  g_free (writer);
  return written;
}

static const GovWriter xlsx_writer = {
    .size = sizeof (GovWriter),
    .name = "xlsx",
    .summary = "A workbook: a sheet for each table as the forms print it, and one of findings",
    .extensions = (const char *const[]){"xlsx", NULL},
    .mime_types = (const char *const[]){"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", NULL},
    .begin = xlsx_begin,
    .write = xlsx_write,
    .end = xlsx_end,
};

static const GovWriter *const writers[] = {&xlsx_writer, NULL};

/* clang-format off */
GOV_PLUGIN (xlsx) = {
  GOV_PLUGIN_HEADER,
  .name = "xlsx",
  .version = "1.0.0",
  .summary = "Reports as workbooks (libxlsxwriter)",
  .license = "MIT",
  .writers = writers,
};
/* clang-format on */
