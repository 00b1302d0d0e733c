/* SPDX-License-Identifier: MIT */
/* Whole reports as JSON, out and in. Form and meaning: docs/model.md, docs/schema/report.schema.json. */
#include "plugins/json.h"

static const GovReader *const readers[] = {&gov_json_reader, NULL};
static const GovWriter *const writers[] = {&gov_json_writer, NULL};

/* clang-format off */
GOV_PLUGIN (json) = {
  GOV_PLUGIN_HEADER,
  .name = "json",
  .version = GOV_VERSION,
  .summary = "Whole reports as JSON or JSON Lines",
  .license = "MIT",
  .readers = readers,
  .writers = writers,
};
/* clang-format on */
