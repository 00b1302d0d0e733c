/* SPDX-License-Identifier: MIT */
/* A report as Markdown with GFM tables: title, facts, each section with its text and its table in the statutory layout, then
 * what the program found. A place that a merged cell covers stays empty: Markdown cannot merge. */
#include "layout.h"
#include "view.h"

#include <govconv/plugin.h>

#include <string.h>

/* ---- text -------------------------------------------------------------------------------------------------------------- */

/* Whether what begins a line would be taken for a heading, a list, a quotation or a rule. */
static gsize
marker_length (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (digits > 0 && (line[digits] == '.' || line[digits] == ')'))
    return digits + 1;
  return strchr ("#+->=", *line) != NULL && *line != '\0' ? 1 : 0;
}

/* in_table: all on one line. */
static void
append_text (GString *out, const char *text, gboolean in_table)
{
  gboolean at_start = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize marker = at_start && !in_table ? marker_length (p) : 0;

      if (marker > 0)
        {
          g_string_append_len (out, p, marker - 1);
          p += marker - 1;
        }
      at_start = *p == '\n';
      if (*p == '\n')
        g_string_append (out, in_table ? "<br>" : "\\\n");
      else if (marker > 0 || strchr ("\\`*_[]<>&~|", *p) != NULL)
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p >= ' ')
        g_string_append_c (out, *p);
    }
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

static void
append_rule (GString *out, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    g_string_append (out, "| --- ");
  g_string_append (out, "|\n");
}

static void
append_notes (GString *out, const GovTable *table)
{
  g_auto (GStrv) notes = view_dup_notes (table);

  for (guint i = 0; notes[i] != NULL; i++)
    {
      g_string_append (out, "- ");
      append_text (out, notes[i], TRUE);
      g_string_append_c (out, '\n');
    }
  if (notes[0] != NULL)
    g_string_append_c (out, '\n');
}

static void
append_table (GString *out, const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);
  g_autoptr (Layout) layout = layout_new (form);
  guint next = 0;

  for (guint row = 0; row < layout->n_rows; row++)
    {
      for (guint column = 0; column < layout->n_columns; column++)
        {
          const LayoutBox *box = next < layout->boxes->len ? layout_get_box (layout, next) : NULL;

          g_string_append (out, "| ");
          if (box == NULL || box->row != row || box->column != column)
            continue;
          const char *text = box->kind == LAYOUT_FIGURE ? gov_table_get_cell (table, box->cell)->value : box->text;
          if (text != NULL)
            append_text (out, text, TRUE);
          g_string_append_c (out, ' ');
          next++;
        }
      g_string_append (out, "|\n");
      if (row == 0)
        append_rule (out, layout->n_columns);
    }
  g_string_append_c (out, '\n');
  append_notes (out, table);
}

static void
append_tables (GString *out, const GovReport *report, const GovSection *section)
{
  const GovTable *table;

  for (guint from = 0; (table = view_next_table (report, section, &from)) != NULL;)
    {
      if (section == NULL)
        g_string_append_printf (out, "## %s\n\n", gov_table_get_form (table)->title);
      append_table (out, table);
    }
}

/* ---- the rest ---------------------------------------------------------------------------------------------------------- */

static void
append_fact (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "- %s: ", name);
  append_text (out, value, TRUE);
  g_string_append_c (out, '\n');
}

static void
append_head (GString *out, const GovReport *report)
{
  const char *title = gov_report_get_title (report);
  const char *from = gov_report_get_period_from (report), *to = gov_report_get_period_to (report);
  g_autofree char *year = gov_report_get_year (report) > 0 ? g_strdup_printf ("%u", gov_report_get_year (report)) : NULL;
  g_autofree char *period
      = from != NULL || to != NULL ? g_strdup_printf ("%s – %s", from != NULL ? from : "", to != NULL ? to : "") : NULL;
  g_autofree char *source = view_dup_place (report, &GOV_PLACE_NONE);

  g_string_append (out, "# ");
  append_text (out, title != NULL ? title : "政府信息公开工作年度报告", TRUE);
  g_string_append (out, "\n\n");
  append_fact (out, "发布机关", gov_report_get_publisher (report));
  append_fact (out, "报告年度", year);
  append_fact (out, "报告期间", period);
  append_fact (out, "来源", source);
  g_string_append_c (out, '\n');
}

static void
append_section (GString *out, const GovReport *report, const GovSection *section)
{
  if (section->heading != NULL)
    {
      g_string_append (out, "## ");
      append_text (out, section->heading, TRUE);
      g_string_append (out, "\n\n");
    }
  for (guint i = 0; i < section->n_paragraphs; i++)
    {
      append_text (out, section->paragraphs[i], FALSE);
      g_string_append (out, "\n\n");
    }
  append_tables (out, report, section);
}

static void
append_findings (GString *out, const GovReport *report)
{
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  guint n = gov_diagnostics_get_length (diagnostics);

  if (n == 0)
    return;
  g_string_append (out, "## Findings\n\n");
  for (guint i = 0; i < n; i++)
    {
      const GovDiagnostic *diagnostic = gov_diagnostics_get (diagnostics, i);
      g_autofree char *place = view_dup_place (report, &diagnostic->place);

      g_string_append_printf (out, "- **%s** ", gov_severity_get_name (diagnostic->severity));
      append_text (out, place, TRUE);
      g_string_append (out, ": ");
      append_text (out, diagnostic->message, TRUE);
      g_string_append_printf (out, " (%s)\n", diagnostic->code);
    }
  g_string_append_c (out, '\n');
}

static gboolean
markdown_write (const GovOutput *output, gpointer state G_GNUC_UNUSED, const GovReport *report, GError **error)
{
  g_autoptr (GString) out = g_string_new (output->index > 0 ? "---\n\n" : NULL);

  append_head (out, report);
  for (guint i = 0; i < gov_report_get_n_sections (report); i++)
    append_section (out, report, gov_report_get_section (report, i));
  append_tables (out, report, NULL);
  append_findings (out, report);
  g_string_truncate (out, out->len - 1); /* the empty line at the end */
  return gov_sink_write (output->sink, out->str, (gssize) out->len, error);
}

static const GovWriter writer = {
    .size = sizeof (GovWriter),
    .name = "markdown",
    .summary = "Markdown with tables, for reading and for language models",
    .extensions = (const char *const[]){"md", "markdown", NULL},
    .mime_types = (const char *const[]){"text/markdown", NULL},
    .write = markdown_write,
};

static const GovWriter *const writers[] = {&writer, NULL};

/* clang-format off */
GOV_PLUGIN (markdown) = {
  GOV_PLUGIN_HEADER,
  .name = "markdown",
  .version = "1.0.0",
  .summary = "Reports as Markdown",
  .license = "MIT",
  .writers = writers,
};
/* clang-format on */
