/* SPDX-License-Identifier: MIT */
/* A report as a page for people: the text, the tables in the statutory layout, marked cells, failed checks and findings. It
 * stands alone (no scripts, nothing is fetched) and works with a screen reader, in print and without colours. */
#include "layout.h"
#include "view.h"

#include <govconv/plugin.h>

#include <string.h>

static const char head[]
    = "<!DOCTYPE html>\n"
      "<html lang=\"zh-CN\">\n"
      "<head>\n"
      "<meta charset=\"UTF-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>政府信息公开工作年度报告</title>\n"
      "<style>\n"
      "body { margin: 2em auto; max-width: 72em; padding: 0 1em; line-height: 1.6; }\n"
      "div.wide { overflow-x: auto; }\n"
      "table { border-collapse: collapse; margin: 1em 0; }\n"
      "caption { font-weight: bold; text-align: left; padding: .5em 0; }\n"
      "th, td { border: 1px solid #666; padding: .3em .5em; vertical-align: middle; }\n"
      "th { background: #f2f2f2; font-weight: normal; }\n"
      "tbody th { text-align: left; }\n"
      "td { text-align: right; font-variant-numeric: tabular-nums; }\n"
      "td.marked { background: #fff3c4; text-decoration: underline dotted; }\n"
      "td.disputed { outline: 2px solid #b00020; outline-offset: -3px; }\n"
      "</style>\n"
      "</head>\n"
      "<body>\n";

static void
append_text (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\n':
        g_string_append (out, "<br>\n");
        break;
      default:
        if ((guchar) *p >= ' ' && *p != 0x7f) /* HTML has no control characters */
          g_string_append_c (out, *p);
      }
}

static void
append_element (GString *out, const char *tag, const char *text)
{
  g_string_append_printf (out, "<%s>", tag);
  append_text (out, text);
  g_string_append_printf (out, "</%s>\n", tag);
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

static void
append_spans (GString *out, const LayoutBox *box)
{
  if (box->rowspan > 1)
    g_string_append_printf (out, " rowspan=\"%u\"", box->rowspan);
  if (box->colspan > 1)
    g_string_append_printf (out, " colspan=\"%u\"", box->colspan);
}

/* What a header speaks for, as the scope attribute has it. */
static const char *
scope_of (const LayoutBox *box)
{
  if (box->kind == LAYOUT_LABEL)
    return box->rowspan > 1 ? "rowgroup" : "row";
  return box->colspan > 1 ? "colgroup" : "col";
}

static void
append_figure (GString *out, const GovReport *report, const GovTable *table, const LayoutBox *box)
{
  const GovForm *form = gov_table_get_form (table);
  const GovCell *cell = gov_table_get_cell (table, box->cell);
  g_autofree char *remark = view_dup_remark (cell);
  gboolean disputed = view_cell_is_disputed (report, form, box->cell);

  g_string_append (out, "<td");
  append_spans (out, box);
  if (remark != NULL || disputed)
    g_string_append_printf (out, " class=\"%s%s%s\"", remark != NULL ? "marked" : "", remark != NULL && disputed ? " " : "",
                            disputed ? "disputed" : "");
  if (remark != NULL)
    {
      g_string_append (out, " title=\"");
      append_text (out, remark);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
  if (cell->value != NULL)
    append_text (out, cell->value);
  g_string_append (out, "</td>\n");
}

static void
append_box (GString *out, const GovReport *report, const GovTable *table, const LayoutBox *box)
{
  if (box->kind == LAYOUT_FIGURE)
    {
      append_figure (out, report, table, box);
      return;
    }
  g_string_append_printf (out, "<th scope=\"%s\"", scope_of (box));
  append_spans (out, box);
  g_string_append_c (out, '>');
  append_text (out, box->text);
  g_string_append (out, "</th>\n");
}

/* What colour and title say, in words. */
static void
append_notes (GString *out, const GovTable *table)
{
  g_auto (GStrv) notes = view_dup_notes (table);

  if (notes[0] == NULL)
    return;
  g_string_append (out, "<ul lang=\"en\">\n");
  for (guint i = 0; notes[i] != NULL; i++)
    append_element (out, "li", notes[i]);
  g_string_append (out, "</ul>\n");
}

static void
append_table (GString *out, const GovReport *report, const GovTable *table)
{
  const GovForm *form = gov_table_get_form (table);
  g_autoptr (Layout) layout = layout_new (form);
  guint row = 0;

  g_string_append (out, "<div class=\"wide\">\n<table>\n");
  append_element (out, "caption", form->title);
  g_string_append (out, "<thead>\n<tr>\n");
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const LayoutBox *box = layout_get_box (layout, i);

      for (; row < box->row; row++)
        {
          g_string_append (out, "</tr>\n");
          g_string_append (out, row + 1 == layout->n_header_rows ? "</thead>\n<tbody>\n<tr>\n" : "<tr>\n");
        }
      append_box (out, report, table, box);
    }
  g_string_append (out, "</tr>\n</tbody>\n</table>\n</div>\n");
  append_notes (out, table);
}

static void
append_tables (GString *out, const GovReport *report, const GovSection *section)
{
  const GovTable *table;

  for (guint from = 0; (table = view_next_table (report, section, &from)) != NULL;)
    append_table (out, report, table);
}

/* ---- findings ---------------------------------------------------------------------------------------------------------- */

static void
append_checks (GString *out, const GovReport *report)
{
  guint n_failed = 0;

  for (guint i = 0; i < gov_report_get_n_checks (report); i++)
    {
      const GovCheck *check = gov_report_get_check (report, i);
      const char *verdict = gov_verdict_get_name (check->verdict);

      if (check->result != GOV_CHECK_FAIL)
        continue;
      g_string_append (out, n_failed++ == 0 ? "<h2 lang=\"en\">Failed checks</h2>\n<ul lang=\"en\">\n<li>" : "<li>");
      g_autofree char *text = g_strdup_printf ("%s, %s: %s ≠ %s (difference %s%s%s)", check->id,
                                               check->row != NULL ? check->row : check->column, check->left, check->right,
                                               check->difference, verdict != NULL ? "; " : "", verdict != NULL ? verdict : "");
      append_text (out, text);
      g_string_append (out, "</li>\n");
    }
  if (n_failed > 0)
    g_string_append (out, "</ul>\n");
}

static void
append_diagnostics (GString *out, const GovReport *report)
{
  const GovDiagnostics *diagnostics = gov_report_get_diagnostics (report);
  guint n = gov_diagnostics_get_length (diagnostics);

  if (n == 0)
    return;
  g_string_append (out, "<h2 lang=\"en\">Findings</h2>\n<ul lang=\"en\">\n");
  for (guint i = 0; i < n; i++)
    {
      const GovDiagnostic *diagnostic = gov_diagnostics_get (diagnostics, i);
      g_autofree char *place = view_dup_place (report, &diagnostic->place);

      g_string_append_printf (out, "<li><strong>%s</strong> ", gov_severity_get_name (diagnostic->severity));
      append_text (out, place);
      g_string_append (out, ": ");
      append_text (out, diagnostic->message);
      g_string_append (out, " (<code>");
      append_text (out, diagnostic->code);
      g_string_append (out, "</code>)</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

/* ---- the page ---------------------------------------------------------------------------------------------------------- */

static void
append_fact (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  append_element (out, "dt", name);
  append_element (out, "dd", value);
}

static void
append_head (GString *out, const GovReport *report)
{
  const char *title = gov_report_get_title (report);
  g_autofree char *year = gov_report_get_year (report) > 0 ? g_strdup_printf ("%u", gov_report_get_year (report)) : NULL;
  g_autofree char *source = view_dup_place (report, &GOV_PLACE_NONE);

  append_element (out, "h1", title != NULL ? title : "政府信息公开工作年度报告");
  g_string_append (out, "<dl>\n");
  append_fact (out, "发布机关", gov_report_get_publisher (report));
  append_fact (out, "报告年度", year);
  append_fact (out, "来源", source);
  g_string_append (out, "</dl>\n");
}

static gboolean
htmlview_begin (const GovOutput *output, gpointer *state G_GNUC_UNUSED, GError **error)
{
  return gov_sink_write (output->sink, head, -1, error);
}

static gboolean
htmlview_write (const GovOutput *output, gpointer state G_GNUC_UNUSED, const GovReport *report, GError **error)
{
  g_autoptr (GString) out = g_string_new ("<article>\n");

  append_head (out, report);
  for (guint i = 0; i < gov_report_get_n_sections (report); i++)
    {
      const GovSection *section = gov_report_get_section (report, i);

      if (section->heading != NULL)
        append_element (out, "h2", section->heading);
      for (guint p = 0; p < section->n_paragraphs; p++)
        append_element (out, "p", section->paragraphs[p]);
      append_tables (out, report, section);
    }
  append_tables (out, report, NULL);
  append_checks (out, report);
  append_diagnostics (out, report);
  g_string_append (out, "</article>\n");
  return gov_sink_write (output->sink, out->str, (gssize) out->len, error);
}

static gboolean
htmlview_end (const GovOutput *output, gpointer state G_GNUC_UNUSED, GError **error)
{
  return gov_sink_write (output->sink, "</body>\n</html>\n", -1, error);
}

static const GovWriter writer = {
    .size = sizeof (GovWriter),
    .name = "htmlview",
    .summary = "A page for people: tables as the forms print them, marked cells, findings",
    .extensions = (const char *const[]){"html", NULL},
    .mime_types = (const char *const[]){"text/html", NULL},
    .begin = htmlview_begin,
    .write = htmlview_write,
    .end = htmlview_end,
};

static const GovWriter *const writers[] = {&writer, NULL};

/* clang-format off */
GOV_PLUGIN (htmlview) = {
  GOV_PLUGIN_HEADER,
  .name = "htmlview",
  .version = "1.0.0",
  .summary = "Reports as a page for people",
  .license = "MIT",
  .writers = writers,
};
/* clang-format on */
