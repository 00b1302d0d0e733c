/* SPDX-License-Identifier: MIT */
#ifndef GOVCONV_VERSION_H
#define GOVCONV_VERSION_H

/* The program's version: meson.build carries the same number, a test compares them. */
#define GOV_VERSION "1.0.0"

/* The plugin interface's version. A plugin is accepted when its major number equals ours and its minor number is not above
 * ours: the minor number grows when a field or a function is appended, the major number when anything else changes. */
#define GOV_ABI_MAJOR 1
#define GOV_ABI_MINOR 0

/* Marks what libgovconv exports; everything else in the library is hidden. */
#define GOV_API __attribute__ ((visibility ("default")))

#endif
