/* SPDX-License-Identifier: MIT */
/* What both editions of the form share. A new edition is a new file beside edition-2021.c and a line in edition.c. */
#pragma once

#include <govconv/form.h>

#define GOV_ALIASES(...) ((const char *const[]){__VA_ARGS__, NULL})

#define GOV_GROUP_RESULT "三、本年度办理结果"
#define GOV_GROUP_REFUSED GOV_GROUP_RESULT "（三）不予公开"
#define GOV_GROUP_UNAVAILABLE GOV_GROUP_RESULT "（四）无法提供"
#define GOV_GROUP_NOT_PROCESSED GOV_GROUP_RESULT "（五）不予处理"
#define GOV_GROUP_OTHER GOV_GROUP_RESULT "（六）其他处理"

/* Section 3: both editions differ in （六）其他处理 only. */
#define GOV_APPLICATION_ROWS_BEFORE_OTHER                                                                                      \
  {"received", "一、本年新收政府信息公开申请数量", NULL, NULL},                                                                \
      {"carried_in", "二、上年结转政府信息公开申请数量", NULL, NULL}, {"granted", "（一）予以公开", GOV_GROUP_RESULT, NULL},   \
      {"partially_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", GOV_GROUP_RESULT,                      \
       GOV_ALIASES ("（二）部分公开")},                                                                                        \
      {"refused.state_secret", "1.属于国家秘密", GOV_GROUP_REFUSED, NULL},                                                     \
      {"refused.prohibited_by_law", "2.其他法律行政法规禁止公开", GOV_GROUP_REFUSED, NULL},                                    \
      {"refused.security_stability", "3.危及“三安全一稳定”", GOV_GROUP_REFUSED, NULL},                                         \
      {"refused.third_party", "4.保护第三方合法权益", GOV_GROUP_REFUSED, NULL},                                                \
      {"refused.internal_affairs", "5.属于三类内部事务信息", GOV_GROUP_REFUSED, NULL},                                         \
      {"refused.process", "6.属于四类过程性信息", GOV_GROUP_REFUSED, NULL},                                                    \
      {"refused.enforcement_file", "7.属于行政执法案卷", GOV_GROUP_REFUSED, NULL},                                             \
      {"refused.administrative_inquiry", "8.属于行政查询事项", GOV_GROUP_REFUSED, NULL},                                       \
      {"unavailable.not_held", "1.本机关不掌握相关政府信息", GOV_GROUP_UNAVAILABLE, NULL},                                     \
      {"unavailable.needs_creation", "2.没有现成信息需要另行制作", GOV_GROUP_UNAVAILABLE, NULL},                               \
      {"unavailable.unclear", "3.补正后申请内容仍不明确", GOV_GROUP_UNAVAILABLE, NULL},                                        \
      {"not_processed.petition", "1.信访举报投诉类申请", GOV_GROUP_NOT_PROCESSED, NULL},                                       \
      {"not_processed.duplicate", "2.重复申请", GOV_GROUP_NOT_PROCESSED, NULL},                                                \
      {"not_processed.publication", "3.要求提供公开出版物", GOV_GROUP_NOT_PROCESSED, NULL},                                    \
      {"not_processed.excessive", "4.无正当理由大量反复申请", GOV_GROUP_NOT_PROCESSED, NULL},                                  \
  {                                                                                                                            \
    "not_processed.confirmation", "5.要求行政机关确认或重新出具已获取信息", GOV_GROUP_NOT_PROCESSED, NULL                      \
  }

#define GOV_APPLICATION_ROWS_AFTER_OTHER                                                                                       \
  {"concluded", "（七）总计", GOV_GROUP_RESULT, NULL},                                                                         \
  {                                                                                                                            \
    "carried_out", "四、结转下年度继续办理", NULL, NULL                                                                        \
  }

#define GOV_N_APPLICANTS 7
extern const GovFormColumn gov_applicants[GOV_N_APPLICANTS];

/* Section 4 is the same in both. */
extern const GovFormBlock gov_review_block;

extern const GovForm gov_form_disclosure_2019, gov_form_applications_2019, gov_form_review_litigation_2019;
extern const GovForm gov_form_disclosure_2021, gov_form_applications_2021, gov_form_review_litigation_2021;
