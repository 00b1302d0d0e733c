/* SPDX-License-Identifier: MIT */
#pragma once

#include <govconv/plugin.h>

#define GOV_XML_NAMESPACE "urn:govconv:report:1"

extern const GovWriter gov_xml_writer; /* xml-write.c */
extern const GovReader gov_xml_reader; /* xml-load.c */
