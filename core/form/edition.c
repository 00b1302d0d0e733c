/* SPDX-License-Identifier: MIT */
#include "core/form/edition.h"

#define ORGANISATIONS "法人或其他组织"

const GovFormColumn gov_applicants[GOV_N_APPLICANTS] = {
    {"natural_person", "自然人", NULL, GOV_UNIT_COUNT},
    {"company", "商业企业", NULL, GOV_UNIT_COUNT, ORGANISATIONS},
    {"research", "科研机构", NULL, GOV_UNIT_COUNT, ORGANISATIONS},
    {"nonprofit", "社会公益组织", NULL, GOV_UNIT_COUNT, ORGANISATIONS},
    {"legal_service", "法律服务机构", NULL, GOV_UNIT_COUNT, ORGANISATIONS},
    {"other", "其他", NULL, GOV_UNIT_COUNT, ORGANISATIONS},
    {"total", "总计", GOV_ALIASES ("合计"), GOV_UNIT_COUNT},
};

static const GovFormColumn review_results[] = {
    {"upheld", "结果维持", NULL, GOV_UNIT_COUNT},
    {"corrected", "结果纠正", NULL, GOV_UNIT_COUNT},
    {"other", "其他结果", NULL, GOV_UNIT_COUNT},
    {"pending", "尚未审结", NULL, GOV_UNIT_COUNT},
    {"total", "总计", GOV_ALIASES ("合计"), GOV_UNIT_COUNT},
};

static const GovFormRow review_rows[] = {
    {"review", "行政复议", NULL, NULL},
    {"litigation_direct", "未经复议直接起诉", "行政诉讼", NULL},
    {"litigation_after_review", "复议后起诉", "行政诉讼", NULL},
};

const GovFormBlock gov_review_block = {
    NULL, G_N_ELEMENTS (review_rows), G_N_ELEMENTS (review_results), review_rows, review_results,
};

static const GovForm *const forms[] = {
    &gov_form_disclosure_2019,   &gov_form_disclosure_2021,        &gov_form_applications_2019,
    &gov_form_applications_2021, &gov_form_review_litigation_2019, &gov_form_review_litigation_2021,
};

const GovForm *const *
gov_forms (guint *n_forms)
{
  *n_forms = G_N_ELEMENTS (forms);
  return forms;
}

/* 勾稽关系. The first is printed in the form itself (section 3, head of the table); the others follow from its columns and
 * rows: 总计 is the sum of what it stands behind or under. */
#define FORM_ITSELF "表头: 第一项加第二项之和，等于第三项加第四项之和 (国办公开办函〔2019〕60号, 〔2021〕30号)"
#define FORM_TOTALS "总计栏 (国办公开办函〔2019〕60号, 〔2021〕30号)"

static const GovEquation equations[] = {
    {"applications.balance", "applications", GOV_AXIS_COLUMN, GOV_ALIASES ("received", "carried_in"),
     GOV_ALIASES ("concluded", "carried_out"), FORM_ITSELF},
    {"applications.conclusion", "applications", GOV_AXIS_COLUMN,
     GOV_ALIASES ("granted", "partially_granted", "refused.*", "unavailable.*", "not_processed.*", "other", "other.*"),
     GOV_ALIASES ("concluded"), FORM_TOTALS},
    {"applications.row-total", "applications", GOV_AXIS_ROW,
     GOV_ALIASES ("natural_person", "company", "research", "nonprofit", "legal_service", "other"), GOV_ALIASES ("total"),
     FORM_TOTALS},
    {"review_litigation.total", "review_litigation", GOV_AXIS_ROW, GOV_ALIASES ("upheld", "corrected", "other", "pending"),
     GOV_ALIASES ("total"), FORM_TOTALS},
};

const GovEquation *
gov_equations (guint *n_equations)
{
  *n_equations = G_N_ELEMENTS (equations);
  return equations;
}
