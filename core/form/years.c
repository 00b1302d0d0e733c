/* SPDX-License-Identifier: MIT */
#include "core/form/years.h"

/* In order; each edition holds until the next begins. */
static const struct {
  guint first_year;
  const char *edition;
} years[] = {
    {2019, "2019"}, /* 国办公开办函〔2019〕60号 */
    {2021, "2021"}, /* 国办公开办函〔2021〕30号 */
};

const char *
gov_form_edition_of_year (guint year)
{
  const char *edition = year != 0 ? years[0].edition : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    if (year >= years[i].first_year)
      edition = years[i].edition;
  return edition;
}

const char *
gov_form_edition_in_force (void)
{
  return years[G_N_ELEMENTS (years) - 1].edition;
}

guint
gov_form_first_year (void)
{
  return years[0].first_year;
}

const char *const *
gov_form_old_words (void)
{
  static const char *const words[]
      = {"主动公开文件数", "指标名称", "受理政府信息依申请公开", "同意公开答复数", "历年累计", "收到申请数", NULL};

  return words;
}
