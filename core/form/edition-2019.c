/* SPDX-License-Identifier: MIT */
/* The trial form: 国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知 (国办公开办函〔2019〕60号),
 * annex; report years 2019 and 2020. */
#include "core/form/edition.h"

#define NOTICE "国办公开办函〔2019〕60号"

static const GovFormColumn documents[] = {
    {"made", "本年新制作数量", GOV_ALIASES ("本年新制作", "本年制作数量", "本年新制发数量"), GOV_UNIT_COUNT},
    {"published", "本年新公开数量", GOV_ALIASES ("本年新公开", "本年公开数量"), GOV_UNIT_COUNT},
    {"public_total", "对外公开总数量", GOV_ALIASES ("对外公开总数", "对外公开数量"), GOV_UNIT_COUNT},
};
static const GovFormColumn items[] = {
    {"prior_items", "上一年项目数量", GOV_ALIASES ("上年项目数量", "上一年度项目数量"), GOV_UNIT_COUNT},
    {"change", "本年增/减", GOV_ALIASES ("本年增减", "本年增/减数量"), GOV_UNIT_CHANGE},
    {"decisions", "处理决定数量", GOV_ALIASES ("本年处理决定数量"), GOV_UNIT_COUNT},
};
static const GovFormColumn fees[] = {
    {"prior_items", "上一年项目数量", GOV_ALIASES ("上年项目数量", "上一年度项目数量"), GOV_UNIT_COUNT},
    {"change", "本年增/减", GOV_ALIASES ("本年增减", "本年增/减数量"), GOV_UNIT_CHANGE},
};
static const GovFormColumn procurement[] = {
    {"items", "采购项目数量", GOV_ALIASES ("采购项目数"), GOV_UNIT_COUNT},
    {"amount", "采购总金额", GOV_ALIASES ("采购总金额(单位:万元)", "采购总金额(万元)", "采购金额"), GOV_UNIT_AMOUNT},
};

static const GovFormRow document_rows[] = {
    {"regulations", "规章", NULL, NULL},
    {"normative_documents", "规范性文件", NULL, GOV_ALIASES ("行政规范性文件", "规范性档案")},
};
static const GovFormRow service_rows[] = {
    {"licensing", "行政许可", NULL, NULL},
    {"other_services", "其他对外管理服务事项", NULL, GOV_ALIASES ("其他对外管理服务")},
};
static const GovFormRow enforcement_rows[] = {
    {"penalty", "行政处罚", NULL, NULL},
    {"compulsion", "行政强制", NULL, GOV_ALIASES ("行政强制措施")},
};
static const GovFormRow fee_rows[] = {{"fees", "行政事业性收费", NULL, NULL}};
static const GovFormRow procurement_rows[] = {{"procurement", "政府集中采购", NULL, GOV_ALIASES ("政府采购")}};

static const GovFormBlock disclosure_blocks[] = {
    {"第二十条第（一）项", G_N_ELEMENTS (document_rows), G_N_ELEMENTS (documents), document_rows, documents},
    {"第二十条第（五）项", G_N_ELEMENTS (service_rows), G_N_ELEMENTS (items), service_rows, items},
    {"第二十条第（六）项", G_N_ELEMENTS (enforcement_rows), G_N_ELEMENTS (items), enforcement_rows, items},
    {"第二十条第（八）项", G_N_ELEMENTS (fee_rows), G_N_ELEMENTS (fees), fee_rows, fees},
    {"第二十条第（九）项", G_N_ELEMENTS (procurement_rows), G_N_ELEMENTS (procurement), procurement_rows, procurement},
};

const GovForm gov_form_disclosure_2019 = {
    .table = "disclosure",
    .edition = "2019",
    .title = "主动公开政府信息情况",
    .notice = NOTICE,
    .n_blocks = G_N_ELEMENTS (disclosure_blocks),
    .blocks = disclosure_blocks,
    .n_cells = 2 * 3 + 2 * 3 + 2 * 3 + 2 + 2,
};

static const GovFormRow application_rows[] = {
    GOV_APPLICATION_ROWS_BEFORE_OTHER,
    {"other", "（六）其他处理", GOV_GROUP_RESULT, NULL},
    GOV_APPLICATION_ROWS_AFTER_OTHER,
};

static const GovFormBlock application_blocks[] = {
    {NULL, G_N_ELEMENTS (application_rows), GOV_N_APPLICANTS, application_rows, gov_applicants},
};

const GovForm gov_form_applications_2019 = {
    .table = "applications",
    .edition = "2019",
    .title = "收到和处理政府信息公开申请情况",
    .notice = NOTICE,
    .n_blocks = 1,
    .blocks = application_blocks,
    .n_cells = 23 * GOV_N_APPLICANTS,
};

const GovForm gov_form_review_litigation_2019 = {
    .table = "review_litigation",
    .edition = "2019",
    .title = "政府信息公开行政复议、行政诉讼情况",
    .notice = NOTICE,
    .one_printed_row = TRUE,
    .n_blocks = 1,
    .blocks = &gov_review_block,
    .n_cells = 15,
};
