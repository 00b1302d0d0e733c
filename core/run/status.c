/* SPDX-License-Identifier: MIT */
#include "core/run/status.h"
#include <govconv/convert.h>

GovStatus
gov_status_combine (GovStatus a, GovStatus b)
{
  static const guint8 gravity[] = {
      [GOV_STATUS_OK] = 0, [GOV_STATUS_FINDING] = 1, [GOV_STATUS_SOME_FAILED] = 2, [GOV_STATUS_ALL_FAILED] = 3,
      [GOV_STATUS_IO] = 4, [GOV_STATUS_USAGE] = 5,   [GOV_STATUS_FORMAT] = 6,      [GOV_STATUS_INTERNAL] = 7,
  };

  return gravity[a] >= gravity[b] ? a : b;
}

GovStatus
gov_status_of_error (const GError *error)
{
  if (error->domain != GOV_ERROR)
    return GOV_STATUS_ALL_FAILED;
  switch ((GovError) error->code)
    {
    case GOV_ERROR_USAGE:
      return GOV_STATUS_USAGE;
    case GOV_ERROR_FORMAT:
      return GOV_STATUS_FORMAT;
    case GOV_ERROR_IO:
      return GOV_STATUS_IO;
    case GOV_ERROR_INTERNAL:
      return GOV_STATUS_INTERNAL;
    case GOV_ERROR_NO_REPORT:
    case GOV_ERROR_LIMIT:
      break;
    }
  return GOV_STATUS_ALL_FAILED;
}
