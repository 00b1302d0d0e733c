/* SPDX-License-Identifier: MIT */
#pragma once

#include <govconv/plugin.h>

extern const GovWriter gov_json_writer; /* json-write.c */
extern const GovReader gov_json_reader; /* json-load.c */
