/* SPDX-License-Identifier: MIT */
#include "core/form/words.h"

static const GovFormWord words[] = {
    {"disclosure", "第二十条第（一）项", FALSE},
    {"disclosure", "第二十条第（五）项", FALSE},
    {"disclosure", "第二十条第（六）项", FALSE},
    {"disclosure", "第二十条第（八）项", FALSE},
    {"disclosure", "第二十条第（九）项", FALSE},
    {"disclosure", "信息内容", FALSE},
    {"applications", "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和", FALSE},
    {"applications", "申请人情况", FALSE},
    {"applications", "法人或其他组织", FALSE},
    {"applications", "三、本年度办理结果", FALSE},
    {"applications", "（三）不予公开", FALSE},
    {"applications", "（四）无法提供", FALSE},
    {"applications", "（五）不予处理", FALSE},
    {"review_litigation", "行政诉讼", FALSE},
    {"disclosure", "其他主动公开文件", TRUE},
    {"disclosure", "行政检查", TRUE},
    {"disclosure", "行政奖励", TRUE},
    {"disclosure", "行政裁决", TRUE},
    {"disclosure", "行政确认", TRUE},
    {"disclosure", "行政给付", TRUE},
    {"disclosure", "行政征收", TRUE},
    {"disclosure", "行政征用", TRUE},
    {"disclosure", "行政监督", TRUE},
    {"disclosure", "其他行政权力", TRUE},
    {"disclosure", "其他行政职权", TRUE},
    {"disclosure", "公共服务事项", TRUE},
};

const GovFormWord *
gov_form_words (guint *n_words)
{
  *n_words = G_N_ELEMENTS (words);
  return words;
}
