/* SPDX-License-Identifier: MIT */
/* The statutory layout: a rectangle without gaps and overlaps, every figure in it once, for every form. */
#include "gtest-c.h"
#include "layout.h"

static char **
list_forms (void)
{
  guint n;
  const GovForm *const *forms = gov_forms (&n);
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup_printf ("%s_%s", forms[i]->table, forms[i]->edition);
  return names;
}

static const GovForm *
form_of (const char *name)
{
  g_autofree char *table = g_strndup (name, strlen (name) - 5);

  return gov_form_find (table, name + strlen (name) - 4);
}

GOV_TEST_EACH (Layout, BoxesCoverEveryPlaceOnce, list_forms)
{
  const GovForm *form = form_of (param);
  g_autoptr (Layout) layout = layout_new (form);
  g_autofree guint *covered = g_new0 (guint, layout->n_rows * layout->n_columns);
  g_autofree guint *figures = g_new0 (guint, form->n_cells);
  guint before = 0;

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const LayoutBox *box = layout_get_box (layout, i);
      guint place = box->row * layout->n_columns + box->column;

      EXPECT_TRUE (i == 0 || place > before); /* reading order */
      before = place;
      ASSERT_LE (box->row + box->rowspan, layout->n_rows);
      ASSERT_LE (box->column + box->colspan, layout->n_columns);
      for (guint r = 0; r < box->rowspan; r++)
        for (guint c = 0; c < box->colspan; c++)
          covered[place + r * layout->n_columns + c]++;
      if (box->kind == LAYOUT_FIGURE)
        figures[box->cell]++;
      else
        EXPECT_NOT_NULL (box->text);
      EXPECT_TRUE (box->row >= layout->n_header_rows || box->kind == LAYOUT_HEADER);
    }
  for (guint i = 0; i < layout->n_rows * layout->n_columns; i++)
    EXPECT_EQ (covered[i], 1);
  for (guint i = 0; i < form->n_cells; i++)
    EXPECT_EQ (figures[i], 1);
}

static const LayoutBox *
find_box (const Layout *layout, const char *text)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    if (g_strcmp0 (layout_get_box (layout, i)->text, text) == 0)
      return layout_get_box (layout, i);
  return NULL;
}

/* As the annex of 国办公开办函〔2021〕30号 merges them. */
GOV_TEST (Layout, MergesAsTheFormDoes)
{
  static const struct {
    const char *text;
    guint row, column, rowspan, colspan;
  } boxes[] = {
      {"申请人情况", 0, 3, 1, 7},          {"自然人", 1, 3, 2, 1},         {"法人或其他组织", 1, 4, 1, 5},
      {"社会公益组织", 2, 6, 1, 1},        {"总计", 1, 9, 2, 1},           {"一、本年新收政府信息公开申请数量", 3, 0, 1, 3},
      {"三、本年度办理结果", 5, 0, 22, 1}, {"（一）予以公开", 5, 1, 1, 2}, {"（三）不予公开", 7, 1, 8, 1},
      {"（六）其他处理", 23, 1, 3, 1},     {"（七）总计", 26, 1, 1, 2},    {"四、结转下年度继续办理", 27, 0, 1, 3},
  };
  g_autoptr (Layout) layout = layout_new (gov_form_find ("applications", "2021"));

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      GOV_TRACE ("%s", boxes[i].text);
      const LayoutBox *box = find_box (layout, boxes[i].text);
      ASSERT_NOT_NULL (box);
      EXPECT_EQ (box->row, boxes[i].row);
      EXPECT_EQ (box->column, boxes[i].column);
      EXPECT_EQ (box->rowspan, boxes[i].rowspan);
      EXPECT_EQ (box->colspan, boxes[i].colspan);
    }
}
