/* SPDX-License-Identifier: MIT */
/* govconv: converts China's statutory annual reports on government information disclosure.
 * This header brings the whole public interface; a plugin needs only <govconv/plugin.h>. */
#ifndef GOVCONV_GOVCONV_H
#define GOVCONV_GOVCONV_H

#include <govconv/convert.h>
#include <govconv/diagnostic.h>
#include <govconv/document.h>
#include <govconv/form.h>
#include <govconv/option.h>
#include <govconv/plugin.h>
#include <govconv/report.h>
#include <govconv/sink.h>
#include <govconv/source.h>
#include <govconv/version.h>

#endif
