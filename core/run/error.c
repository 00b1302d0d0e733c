/* SPDX-License-Identifier: MIT */
#include <govconv/convert.h>

GQuark
gov_error_quark (void)
{
  return g_quark_from_static_string ("gov-error-quark");
}
