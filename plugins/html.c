/* SPDX-License-Identifier: MIT */
/* The format "html": pages of government sites, and what word processors save as such. */
#include "plugins/html.h"

static const GovReader html_reader = {
    .size = sizeof (GovReader),
    .name = "html",
    .summary = "web pages, and word processors' HTML",
    .extensions = (const char *const[]){"html", "htm", "xhtml", "shtml", NULL},
    .mime_types = (const char *const[]){"text/html", "application/xhtml+xml", NULL},
    .identify = html_identify,
    .read = html_read,
};

GOV_PLUGIN (html) = {
    GOV_PLUGIN_HEADER,      .name = "html",
    .version = GOV_VERSION, .summary = "HTML, read with libxml2",
    .license = "MIT",       .readers = (const GovReader *const[]){&html_reader, NULL},
};
