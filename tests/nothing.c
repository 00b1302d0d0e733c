/* SPDX-License-Identifier: MIT */
/* A GLib program that does nothing: the measure for a start. */
#include <glib.h>

int
main (void)
{
  g_free (g_strdup (""));
  return 0;
}
