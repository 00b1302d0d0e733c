/* SPDX-License-Identifier: MIT */
#include "core/run/status.h"
#include "gtest-c.h"

GOV_TEST (Status, TheGravestCounts)
{
  static const GovStatus order[] = {GOV_STATUS_OK, GOV_STATUS_FINDING, GOV_STATUS_SOME_FAILED, GOV_STATUS_ALL_FAILED,
                                    GOV_STATUS_IO, GOV_STATUS_USAGE,   GOV_STATUS_FORMAT,      GOV_STATUS_INTERNAL};

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      EXPECT_EQ (gov_status_combine (order[i], order[j]), order[MAX (i, j)]);
}
