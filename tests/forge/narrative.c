/* SPDX-License-Identifier: MIT */
/* The text around the tables, in our own words: invented organs, one preamble, and six sections whose counts agree with the
 * cells. */
#include "forge.h"

#include <string.h>

static const char *const places[]
    = {"云岭县", "青禾区", "沧澜市", "松溪镇", "白鹭街道", "砚山新区", "临湖县", "桐柏岭乡", "北塬市", "澄江口区"};
static const char *const place_organs[] = {"人民政府", "人民政府办公室"};
static const char *const other_organs[]
    = {"自然资源和规划局", "市场监督管理局", "教育局", "卫生健康局", "住房和城乡建设局", "人力资源和社会保障局"};

#define PICK(random, array) (array)[forge_random_below (random, G_N_ELEMENTS (array))]

static char *
make_publisher (ForgeRandom *random)
{
  const char *place = PICK (random, places);
  if (strcmp (place, "白鹭街道") == 0)
    return g_strconcat (place, "办事处", NULL);
  /* Townships have no bureaus of their own. */
  gboolean township = g_str_has_suffix (place, "镇") || g_str_has_suffix (place, "乡");
  if (township)
    return g_strconcat (place, "人民政府", NULL);
  return g_strconcat (place, forge_random_chance (random, 0.5) ? PICK (random, place_organs) : PICK (random, other_organs),
                      NULL);
}

static void G_GNUC_PRINTF (2, 3) add (ForgeSection *section, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_ptr_array_add (section->paragraphs, g_strdup_vprintf (format, args));
  va_end (args);
}

static const char *
count (ForgeReport *report, const char *table, const char *row, const char *column)
{
  const char *value = forge_report_get_value (report, table, row, column);
  return value ? value : "0";
}

static void
write_overview (ForgeReport *report, ForgeRandom *random)
{
  ForgeSection *section = forge_report_get_section (report, "overview");
  static const char *const ways[] = {"门户网站", "政务新媒体", "政府公报和便民服务窗口"};
  section->heading = g_strdup ("一、总体情况");
  add (section, "%u年，%s把政务公开作为转变作风、服务群众的重要抓手，围绕年度重点任务抓好落实。", report->year,
       report->publisher);
  add (section, "（一）主动公开。全年通过%s发布各类信息%u条，其中政策解读材料%u份，回应群众关心的问题%u个。",
       PICK (random, ways), forge_random_between (random, 120, 4800), forge_random_between (random, 3, 60),
       forge_random_between (random, 5, 90));
  add (section, "（二）依申请公开。全年新收政府信息公开申请%s件，上年结转%s件，答复%s件，结转下年度继续办理%s件。",
       count (report, "applications", "received", "total"), count (report, "applications", "carried_in", "total"),
       count (report, "applications", "concluded", "total"), count (report, "applications", "carried_out", "total"));
  add (section, "（三）信息管理。对已公开的文件逐件核对时效，错别字和失效链接发现一处改正一处。");
  add (section, "（四）平台建设。调整网站栏目设置，方便老年人查阅，检索结果按发布时间排列。");
  add (section, "（五）监督保障。开展业务培训%u次，参训人员%u人次，考核结果纳入年度评价。", forge_random_between (random, 1, 9),
       forge_random_between (random, 20, 600));
}

static void
write_middle (ForgeReport *report)
{
  forge_report_get_section (report, "disclosure")->heading = g_strdup ("二、主动公开政府信息情况");
  forge_report_get_section (report, "applications")->heading = g_strdup ("三、收到和处理政府信息公开申请情况");
  forge_report_get_section (report, "review_litigation")->heading = g_strdup ("四、政府信息公开行政复议、行政诉讼情况");
}

static void
write_end (ForgeReport *report, ForgeRandom *random)
{
  static const char *const problems[] = {
      "一是部分栏目更新不够及时，基层站所报送材料的质量参差不齐。",
      "一是政策解读形式偏少，图表和问答类解读所占比重不高。",
      "一是专职人员流动较快，新上岗人员对答复文书的规范还不熟悉。",
  };
  ForgeSection *section = forge_report_get_section (report, "problems");
  section->heading = g_strdup ("五、存在的主要问题及改进情况");
  add (section, "%s二是与群众面对面沟通的渠道还不够宽。", PICK (random, problems));
  add (section, "下一步，将按季度检查栏目更新，把答复文书的样式统一起来，并在办事大厅增设查阅点%u处。",
       forge_random_between (random, 2, 12));
  section = forge_report_get_section (report, "other_matters");
  section->heading = g_strdup ("六、其他需要报告的事项");
  add (section, "本年度没有收取信息处理费，也没有其他需要报告的事项。");
}

void
forge_write_narrative (ForgeReport *report, ForgeRandom *random)
{
  report->publisher = make_publisher (random);
  report->title = g_strdup_printf ("%s%u年政府信息公开工作年度报告", report->publisher, report->year);
  add (forge_report_get_section (report, "preamble"),
       "根据《中华人民共和国政府信息公开条例》的规定，%s编制本报告。报告所列数据的统计期限自%u年1月1日起至%u年12月31日止。",
       report->publisher, report->year, report->year);
  write_overview (report, random);
  write_middle (report);
  write_end (report, random);
}
