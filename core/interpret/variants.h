/* SPDX-License-Identifier: MIT */
/* Other forms of the characters that occur in the form's labels: traditional and variant forms, and radicals that text
 * extractors put in the place of characters and Unicode does not decompose. Pairs: what is printed, what it stands for. Made
 * from ICU's Hant-Hans transform, restricted to the vocabulary of the forms; sorted by the first of each pair. */
#pragma once

#include <uchar.h>

static const char16_t variants[]
    = u"⺠民⻄西⻅见⻋车⻓长⻔门⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻩黄⻬齐⻮齿⻰龙係系俱具傢家內内動动務务"
      u"區区問问單单噹当國国埰采執执報报審审對对屬属廢废廳厅強强後后復复捲卷採采搆构據据數数於于曆历會会"
      u"條条業业構构標标機机檔档欄栏權权歷历決决沒没況况減减無无獲获現现當当發发硏研確确祕秘稱称穩稳穫获"
      u"範范糾纠納纳組组結结統统經经維维總总織织繫系繳缴繼继續续纍累罰罚與与舉举菓果華华萬万處处號号補补"
      u"製制複复規规計计訟讼訪访許许訴诉詢询認认請请議议護护費费購购踰逾轉转辦办這这進进過过適适錶表開开"
      u"関关關关隻只項项頭头題题額额類类體体髮发齣出";
