/* SPDX-License-Identifier: MIT */
/* HTML as editors, content systems and hands leave it. A style says what stands around cells and paragraphs; the few shapes
 * that differ in structure have a function of their own. */
#include "forge.h"

#include <string.h>

typedef struct {
  const char *table, *row, *row_end, *table_end;
  const char *cell;                      /* the start tag up to its spans: "<td style='…'" */
  const char *cell_text, *cell_text_end; /* around the text of a cell */
  const char *cell_end;
  const char *paragraph, *paragraph_end;
  const char *heading, *heading_end;
  gboolean skewed; /* figures span other grid columns than their headers */
} HtmlStyle;

static const HtmlStyle clean
    = {"<table>\n", "<tr>", "</tr>\n", "</table>\n", "<td", "", "", "</td>", "<p>", "</p>\n", "<h2>", "</h2>\n", FALSE};
static const HtmlStyle skewed = {"<table border=\"1\">\n",
                                 "<tr>",
                                 "</tr>\n",
                                 "</table>\n",
                                 "<td",
                                 "",
                                 "",
                                 "</td>",
                                 "<p>",
                                 "</p>\n",
                                 "<h2>",
                                 "</h2>\n",
                                 TRUE};
static const HtmlStyle soup
    = {"<TABLE BORDER=1>\n", "<TR>", "\n", "</TABLE>\n", "<TD", "", "", "", "<P>", "\n", "<P><B>", "</B>\n", FALSE};
static const HtmlStyle word = {
    "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;\n "
    "mso-yfti-tbllook:1184'>\n",
    " <tr style='mso-yfti-irow:1;height:21.0pt'>\n",
    " </tr>\n",
    "</table>\n",
    "  <td valign=center style='border:solid windowtext 1.0pt;\n  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm "
    "5.4pt'",
    "\n  <p class=MsoNormal align=center style='text-align:center;line-height:20.0pt;\n  mso-line-height-rule:exactly'><span "
    "style='font-size:12.0pt;font-family:仿宋_GB2312;\n  mso-font-kerning:0pt'>",
    "<span\n  lang=EN-US><o:p></o:p></span></span></p>\n  ",
    "</td>\n",
    "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;\nmso-bidi-font-family:宋体'>",
    "<span lang=EN-US><o:p></o:p></span></span></p>\n\n",
    "<p class=MsoNormal style='text-indent:32.0pt'><b style='mso-bidi-font-weight:normal'><span\nstyle='font-family:黑体'>",
    "</span></b></p>\n\n",
    FALSE};
static const HtmlStyle cms
    = {"<table style=\"width: auto !important;border: none\" cellspacing=\"0\" align=\"center\" border=\"1\"><tbody>",
       "<tr style=\"height: 19px\">",
       "</tr>",
       "</tbody></table>\n",
       "<td style=\"padding: 5px;border: 1px solid windowtext\" valign=\"center\"",
       "<p style=\"text-indent: 0em;\">",
       "</p>",
       "</td>",
       "<p style=\"text-indent: 2em;\"><span style=\"font-family: 宋体, SimSun;font-size: 16px\">",
       "</span></p>\n",
       "<p style=\"text-indent: 2em;\"><span style=\"font-family: 黑体, SimHei;\">",
       "</span></p>\n",
       FALSE};

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_string_append (out, escaped);
}

/* In a skewed table every applicant's header is two columns wide, its figures one, two, …, two, three. */
static guint
html_colspan (const HtmlStyle *style, const ForgeGrid *grid, const ForgeCell *cell, guint figure, guint n_figures)
{
  if (!style->skewed || strcmp (grid->table, "applications") != 0 || cell->kind == FORGE_LABEL)
    return cell->colspan;
  if (cell->kind == FORGE_FIGURE)
    return figure == 0 ? 1 : figure + 1 == n_figures ? 3 : 2;
  return cell->column == 0 ? cell->colspan : 2 * cell->colspan;
}

static void
append_cell (GString *out, const HtmlStyle *style, const ForgeCell *cell, guint colspan)
{
  g_string_append (out, style->cell);
  if (colspan > 1)
    g_string_append_printf (out, " colspan=\"%u\"", colspan);
  if (cell->rowspan > 1)
    g_string_append_printf (out, " rowspan=\"%u\"", cell->rowspan);
  g_string_append_printf (out, ">%s", style->cell_text);
  append_escaped (out, cell->text);
  g_string_append_printf (out, "%s%s", style->cell_text_end, style->cell_end);
}

static void
append_rows (GString *out, const HtmlStyle *style, ForgeGrid *grid, guint first, guint last)
{
  g_string_append (out, style->table);
  for (guint r = first; r < last; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      guint figure = 0, n_figures = 0;
      for (guint i = 0; i < row->len; i++)
        n_figures += ((ForgeCell *) g_ptr_array_index (row, i))->kind == FORGE_FIGURE;
      g_string_append (out, style->row);
      for (guint i = 0; i < row->len; i++)
        {
          const ForgeCell *cell = g_ptr_array_index (row, i);
          append_cell (out, style, cell, html_colspan (style, grid, cell, figure, n_figures));
          figure += cell->kind == FORGE_FIGURE;
        }
      g_string_append (out, style->row_end);
    }
  g_string_append (out, style->table_end);
}

/* Whether a table of its own begins here when items of Article 20 are split. */
static gboolean
begins_item (const ForgeGrid *grid, guint r)
{
  GPtrArray *row = g_ptr_array_index (grid->rows, r);
  return row->len == 1 && ((ForgeCell *) g_ptr_array_index (row, 0))->colspan == grid->n_columns;
}

static void
append_grid (GString *out, const HtmlStyle *style, ForgeGrid *grid, gboolean split)
{
  g_free (forge_grid_expand (grid));
  guint first = 0;
  for (guint r = 1; split && r < grid->rows->len; r++)
    if (begins_item (grid, r))
      {
        append_rows (out, style, grid, first, r);
        first = r;
      }
  append_rows (out, style, grid, first, grid->rows->len);
}

static void
append_blocks (GString *out, const HtmlStyle *style, ForgePage *page, gboolean split)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, i);
      if (block->grid)
        append_grid (out, style, block->grid, split);
      else
        {
          const char *before = block->level == 1 ? "<h1>" : block->level ? style->heading : style->paragraph;
          const char *after = block->level == 1 ? "</h1>\n" : block->level ? style->heading_end : style->paragraph_end;
          g_string_append (out, before);
          append_escaped (out, block->text);
          g_string_append (out, after);
        }
    }
}

static void
append_head (GString *out, ForgePage *page, const char *more)
{
  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>");
  append_escaped (out, page->title);
  g_string_append_printf (out, "</title>\n%s</head><body>\n", more);
}

void
forge_render_html_clean (ForgePage *page, GString *out)
{
  append_head (out, page, "");
  append_blocks (out, &clean, page, FALSE);
  g_string_append (out, "</body></html>\n");
}

void
forge_render_html_split (ForgePage *page, GString *out)
{
  append_head (out, page, "");
  append_blocks (out, &clean, page, TRUE);
  g_string_append (out, "</body></html>\n");
}

void
forge_render_html_spans (ForgePage *page, GString *out)
{
  append_head (out, page, "");
  append_blocks (out, &skewed, page, FALSE);
  g_string_append (out, "</body></html>\n");
}

void
forge_render_html_soup (ForgePage *page, GString *out)
{
  g_string_append (out, "<HTML><HEAD><META CHARSET=utf-8><TITLE>");
  append_escaped (out, page->title);
  g_string_append (out, "</TITLE>\n<BODY BGCOLOR=#ffffff>\n");
  append_blocks (out, &soup, page, FALSE);
}

/* Word saves in the system's charset and says gb2312 whatever it is. */
void
forge_render_html_word (ForgePage *page, GString *out)
{
  g_autoptr (GString) text = g_string_new (
      "<html "
      "xmlns:o=\"urn:schemas-microsoft-com:office:office\"\nxmlns:w=\"urn:schemas-microsoft-com:office:word\">\n\n<head>\n"
      "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\n<meta name=Generator content=\"Microsoft Word "
      "15\">\n"
      "<title>");
  append_escaped (text, page->title);
  g_string_append (text, "</title>\n<!--[if gte mso 9]><xml>\n <w:WordDocument>\n  <w:Zoom>120</w:Zoom>\n </w:WordDocument>\n"
                         "</xml><![endif]-->\n<style>\n<!--\n p.MsoNormal {mso-style-parent:\"\"; margin:0cm;}\n-->\n</style>\n"
                         "</head>\n\n<body lang=ZH-CN>\n\n<div class=WordSection1>\n\n");
  append_blocks (text, &word, page, FALSE);
  g_string_append (text, "</div>\n\n</body>\n\n</html>\n");
  gsize length;
  g_autofree char *bytes = g_convert (text->str, text->len, "GB18030", "UTF-8", NULL, &length, NULL);
  g_string_append_len (out, bytes, length);
}

void
forge_render_html_cms (ForgePage *page, GString *out)
{
  g_autofree char *meta = g_markup_printf_escaped ("<meta name=\"ArticleTitle\" content=\"%s\">\n"
                                                   "<meta name=\"ContentSource\" content=\"%s\">\n",
                                                   page->title, page->publisher);
  append_head (out, page, meta);
  g_string_append (out, "<script>var site = {tables: '<table><tr><td>999</td></tr></table>'};</script>\n"
                        "<div style=\"display:none\">无障碍浏览</div>\n<!-- <td>1</td> -->\n<div id=\"zoom\">\n");
  append_blocks (out, &cms, page, FALSE);
  g_string_append (out, "</div>\n</body></html>\n");
}

/* A page of the nineties: the report stands in a cell of a table, behind a table of metadata. */
void
forge_render_html_layout (ForgePage *page, GString *out)
{
  append_head (out, page, "");
  g_string_append (out, "<table width=\"980\"><tr><td width=\"180\">首页<br>信息公开</td><td>\n<table><tr><td>索引号</td><td>"
                        "0042-3317</td></tr><tr><td>发布机构</td><td>");
  append_escaped (out, page->publisher);
  g_string_append (out, "</td></tr></table>\n");
  append_blocks (out, &clean, page, FALSE);
  g_string_append (out, "</td></tr></table>\n</body></html>\n");
}
