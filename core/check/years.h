/* SPDX-License-Identifier: MIT */
/* Two years of one organ: what was carried out of the one must be carried into the other. */
#pragma once

#include <govconv/report.h>

/* Compare current with the report of the year before, and add what differs to current's diagnostics: 上年结转 against last
 * year's 结转下年度 (an inconsistency, for each column), and large jumps (notes). Reports that are not of consecutive years, or
 * not of one publisher, are told so by a note and, in the first case, not compared. 现行有效件数 does not chain in practice and
 * is not compared. */
void gov_check_years (const GovReport *previous, GovReport *current);
