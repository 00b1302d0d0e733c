/* SPDX-License-Identifier: MIT */
/* Whole reports as XML, out and in. Form and meaning: docs/model.md, docs/schema/govconv-report-1.xsd. */
#include "plugins/xml.h"

static const GovReader *const readers[] = {&gov_xml_reader, NULL};
static const GovWriter *const writers[] = {&gov_xml_writer, NULL};

/* clang-format off */
GOV_PLUGIN (xml) = {
  GOV_PLUGIN_HEADER,
  .name = "xml",
  .version = GOV_VERSION,
  .summary = "Whole reports as XML",
  .license = "MIT",
  .readers = readers,
  .writers = writers,
};
/* clang-format on */
