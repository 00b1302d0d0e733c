/* SPDX-License-Identifier: MIT */
/* libuchardet brings the C++ library, and loading that takes seven times as long as starting the whole program; nearly all
 * inputs are UTF-8 or say what they are. So it is loaded when bytes must be guessed at, not before. */
#include "core/source/guess.h"

#include <dlfcn.h>
#include <uchardet.h>

#define LIBRARY "libuchardet.so.0"

typedef struct {
  __typeof__ (uchardet_new) *create;
  __typeof__ (uchardet_handle_data) *handle_data;
  __typeof__ (uchardet_data_end) *data_end;
  __typeof__ (uchardet_get_charset) *get_charset;
  __typeof__ (uchardet_delete) *destroy;
} Detector;

/* It stays in memory once it is there: opening it again is a look-up. */
static gboolean
load (Detector *detector)
{
  void *library = dlopen (LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);

  if (library == NULL)
    {
      g_critical ("%s: the installation is incomplete, charsets are told less well", dlerror ());
      return FALSE;
    }
  detector->create = (__typeof__ (detector->create)) dlsym (library, "uchardet_new");
  detector->handle_data = (__typeof__ (detector->handle_data)) dlsym (library, "uchardet_handle_data");
  detector->data_end = (__typeof__ (detector->data_end)) dlsym (library, "uchardet_data_end");
  detector->get_charset = (__typeof__ (detector->get_charset)) dlsym (library, "uchardet_get_charset");
  detector->destroy = (__typeof__ (detector->destroy)) dlsym (library, "uchardet_delete");
  dlclose (library);
  return detector->create != NULL && detector->handle_data != NULL && detector->data_end != NULL
         && detector->get_charset != NULL && detector->destroy != NULL;
}

char *
gov_charset_guess (const guint8 *bytes, gsize n_bytes)
{
  Detector detector;

  if (!load (&detector))
    return NULL;
  uchardet_t state = detector.create ();
  detector.handle_data (state, (const char *) bytes, n_bytes);
  detector.data_end (state);
  char *label = g_strdup (detector.get_charset (state));
  detector.destroy (state);
  return label;
}
