/* SPDX-License-Identifier: MIT */
/* The form in force: 国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知
 * (国办公开办函〔2021〕30号), annex; report years from 2021. */
#include "core/form/edition.h"

#define NOTICE "国办公开办函〔2021〕30号"

static const GovFormColumn documents[] = {
    {"issued", "本年制发件数", GOV_ALIASES ("本年制发数", "本年制发数量", "本年新制发件数"), GOV_UNIT_COUNT},
    {"repealed", "本年废止件数", GOV_ALIASES ("本年废止数", "本年废止数量"), GOV_UNIT_COUNT},
    {"in_force", "现行有效件数", GOV_ALIASES ("现行有效数", "现行有效数量"), GOV_UNIT_COUNT},
};
static const GovFormColumn decisions[] = {
    {"decisions", "本年处理决定数量", GOV_ALIASES ("本年处理决定数", "处理决定数量"), GOV_UNIT_COUNT},
};
static const GovFormColumn fees[] = {
    {"amount", "本年收费金额（单位：万元）", GOV_ALIASES ("本年收费金额", "本年收费金额(万元)"), GOV_UNIT_AMOUNT},
};

static const GovFormRow document_rows[] = {
    {"regulations", "规章", NULL, NULL},
    {"normative_documents", "行政规范性文件", NULL, GOV_ALIASES ("规范性文件", "规范性档案")},
};
static const GovFormRow licensing_rows[] = {{"licensing", "行政许可", NULL, NULL}};
static const GovFormRow enforcement_rows[] = {
    {"penalty", "行政处罚", NULL, NULL},
    {"compulsion", "行政强制", NULL, GOV_ALIASES ("行政强制措施")},
};
static const GovFormRow fee_rows[] = {{"fees", "行政事业性收费", NULL, NULL}};

static const GovFormBlock disclosure_blocks[] = {
    {"第二十条第（一）项", G_N_ELEMENTS (document_rows), G_N_ELEMENTS (documents), document_rows, documents},
    {"第二十条第（五）项", G_N_ELEMENTS (licensing_rows), G_N_ELEMENTS (decisions), licensing_rows, decisions},
    {"第二十条第（六）项", G_N_ELEMENTS (enforcement_rows), G_N_ELEMENTS (decisions), enforcement_rows, decisions},
    {"第二十条第（八）项", G_N_ELEMENTS (fee_rows), G_N_ELEMENTS (fees), fee_rows, fees},
};

const GovForm gov_form_disclosure_2021 = {
    .table = "disclosure",
    .edition = "2021",
    .title = "主动公开政府信息情况",
    .notice = NOTICE,
    .n_blocks = G_N_ELEMENTS (disclosure_blocks),
    .blocks = disclosure_blocks,
    .n_cells = 2 * 3 + 1 + 2 + 1,
};

static const GovFormRow application_rows[] = {
    GOV_APPLICATION_ROWS_BEFORE_OTHER,
    {"other.not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", GOV_GROUP_OTHER, NULL},
    {"other.fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", GOV_GROUP_OTHER, NULL},
    {"other.other", "3.其他", GOV_GROUP_OTHER, NULL},
    GOV_APPLICATION_ROWS_AFTER_OTHER,
};

static const GovFormBlock application_blocks[] = {
    {NULL, G_N_ELEMENTS (application_rows), GOV_N_APPLICANTS, application_rows, gov_applicants},
};

const GovForm gov_form_applications_2021 = {
    .table = "applications",
    .edition = "2021",
    .title = "收到和处理政府信息公开申请情况",
    .notice = NOTICE,
    .n_blocks = 1,
    .blocks = application_blocks,
    .n_cells = 25 * GOV_N_APPLICANTS,
};

const GovForm gov_form_review_litigation_2021 = {
    .table = "review_litigation",
    .edition = "2021",
    .title = "政府信息公开行政复议、行政诉讼情况",
    .notice = NOTICE,
    .one_printed_row = TRUE,
    .n_blocks = 1,
    .blocks = &gov_review_block,
    .n_cells = 15,
};
