// SPDX-License-Identifier: MIT
#include "gtest-c.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace {

// The tests in the order in which their constructors ran.
GovTest *first_test, **last_test = &first_test;

class CTest : public testing::Test {
public:
  CTest (const GovTest *test, std::string text, gconstpointer param) : test_ (test), text_ (std::move (text)), param_ (param)
  {
  }

  void TestBody () override
  {
    test_->run (test_->list ? text_.c_str () : param_);
  }

private:
  const GovTest *test_;
  std::string text_;
  gconstpointer param_;
};

void
register_one (const GovTest *test, const char *text, gconstpointer param)
{
  std::string name = test->name, value = text ? text : "";
  if (text)
    name += "/" + value;
  testing::RegisterTest (test->suite, name.c_str (), nullptr, text ? text : nullptr, test->file, test->line,
                         [=] () -> testing::Test * { return new CTest (test, value, param); });
}

guint
register_with_params (const GovTest *test)
{
  if (test->list)
    {
      g_auto (GStrv) names = test->list ();
      for (guint i = 0; names[i]; i++)
        register_one (test, names[i], nullptr);
      return g_strv_length (names);
    }
  for (gsize i = 0; i < test->n_params; i++)
    {
      const char *param = static_cast<const char *> (test->params) + i * test->param_size;
      register_one (test, *reinterpret_cast<const char *const *> (param), param);
    }
  if (!test->params)
    register_one (test, nullptr, nullptr);
  return test->params ? test->n_params : 1;
}

std::string
format_va (const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);
  return text;
}

const char *
quote (const char *text, std::string *storage)
{
  *storage = text ? "\"" + std::string (text) + "\"" : "NULL";
  return storage->c_str ();
}

} // namespace

void
gov_test_register (GovTest *test)
{
  *last_test = test;
  last_test = &test->next;
}

gboolean
gov_test_register_all (const char *files, guint minimum)
{
  std::set<std::string> seen;
  guint n = 0;
  for (const GovTest *test = first_test; test; test = test->next)
    {
      g_autofree char *file = g_path_get_basename (test->file);
      seen.insert (file);
      n += register_with_params (test);
    }
  g_auto (GStrv) wanted = g_strsplit (files, ",", -1);
  gboolean complete = TRUE;
  for (guint i = 0; wanted[i]; i++)
    if (!seen.count (wanted[i]))
      {
        g_printerr ("%s registered no test: is it linked in, and does it define one with GOV_TEST?\n", wanted[i]);
        complete = FALSE;
      }
  if (n < minimum)
    {
      g_printerr ("%u tests are registered, at least %u are known: some were lost\n", n, minimum);
      complete = FALSE;
    }
  return complete;
}

#define FORMAT_ARGUMENTS(text)                                                                                                 \
  va_list args;                                                                                                                \
  va_start (args, format);                                                                                                     \
  std::string text = format_va (format, args);                                                                                 \
  va_end (args)

void
gov_test_fail (const char *file, int line, const char *format, ...)
{
  FORMAT_ARGUMENTS (text);
  ADD_FAILURE_AT (file, line) << text;
}

void
gov_test_skip (const char *file, int line, const char *format, ...)
{
  FORMAT_ARGUMENTS (text);
  GTEST_MESSAGE_AT_ (file, line, text.c_str (), testing::TestPartResult::kSkip);
}

gboolean
gov_test_has_failed (void)
{
  return testing::Test::HasFailure ();
}

void
gov_test_record (const char *key, const char *format, ...)
{
  FORMAT_ARGUMENTS (text);
  testing::Test::RecordProperty (key, text);
}

gpointer
gov_test_trace_push (const char *file, int line, const char *format, ...)
{
  FORMAT_ARGUMENTS (text);
  return new testing::ScopedTrace (file, line, text);
}

void
gov_test_trace_pop (gpointer *trace)
{
  delete static_cast<testing::ScopedTrace *> (*trace);
}

gboolean
gov_test_true (const char *file, int line, const char *text, gboolean value, gboolean wanted)
{
  if (value != wanted)
    gov_test_fail (file, line, "%s is %s", text, value ? "true" : "false");
  return value == wanted;
}

gboolean
gov_test_compare (const char *file, int line, const char *left_text, const char *operator_text, const char *right_text,
                  gint64 left, gint64 right, gboolean holds)
{
  if (!holds)
    gov_test_fail (file, line, "%s %s %s does not hold\n  left:  %" G_GINT64_FORMAT "\n  right: %" G_GINT64_FORMAT, left_text,
                   operator_text, right_text, left, right);
  return holds;
}

gboolean
gov_test_string (const char *file, int line, const char *left_text, const char *right_text, const char *left, const char *right,
                 gboolean wanted_equal)
{
  std::string a, b;
  gboolean holds = (g_strcmp0 (left, right) == 0) == wanted_equal;
  if (!holds)
    gov_test_fail (file, line, "%s and %s %s\n  left:  %s\n  right: %s", left_text, right_text,
                   wanted_equal ? "differ" : "are equal", quote (left, &a), quote (right, &b));
  return holds;
}

gboolean
gov_test_contains (const char *file, int line, const char *text, const char *haystack, const char *needle)
{
  std::string a, b;
  gboolean holds = haystack && strstr (haystack, needle);
  if (!holds)
    gov_test_fail (file, line, "%s does not contain %s\n  text: %s", text, quote (needle, &b), quote (haystack, &a));
  return holds;
}

gboolean
gov_test_near (const char *file, int line, const char *left_text, const char *right_text, double left, double right,
               double tolerance)
{
  gboolean holds = left - right <= tolerance && right - left <= tolerance;
  if (!holds)
    gov_test_fail (file, line, "%s and %s differ by more than %g\n  left:  %.17g\n  right: %.17g", left_text, right_text,
                   tolerance, left, right);
  return holds;
}

gboolean
gov_test_bytes (const char *file, int line, const char *text, gconstpointer left, gsize left_length, gconstpointer right,
                gsize right_length)
{
  const char *a = static_cast<const char *> (left), *b = static_cast<const char *> (right);
  gsize same = 0;
  while (same < left_length && same < right_length && a[same] == b[same])
    same++;
  gboolean holds = same == left_length && same == right_length;
  if (!holds)
    gov_test_fail (file, line, "%s: %zu bytes, %zu wanted; the first difference is at byte %zu", text, (size_t) left_length,
                   (size_t) right_length, (size_t) same);
  return holds;
}

gboolean
gov_test_no_error (const char *file, int line, const char *text, const GError *error)
{
  if (error)
    gov_test_fail (file, line, "%s: %s (%s, %d)", text, error->message, g_quark_to_string (error->domain), error->code);
  return !error;
}

gboolean
gov_test_error (const char *file, int line, const char *text, const GError *error, GQuark domain, int code)
{
  gboolean holds = error && error->domain == domain && error->code == code;
  if (!holds)
    gov_test_fail (file, line, "%s: wanted %s, %d\n  got: %s, %d, %s", text, g_quark_to_string (domain), code,
                   error ? g_quark_to_string (error->domain) : "no error", error ? error->code : 0,
                   error ? error->message : "");
  return holds;
}

char *
gov_test_source_path (const char *relative)
{
  return g_build_filename (GOV_TEST_SOURCE_DIR, relative, NULL);
}

const char *
gov_test_plugin_dir (void)
{
  return GOV_TEST_PLUGIN_DIR;
}

const char *
gov_test_program (void)
{
  return GOV_TEST_PROGRAM;
}

char *
gov_test_shared_path (const char *relative)
{
  const char *directory = g_getenv ("GOVCONV_SHARED");
  g_autofree char *path = directory ? g_build_filename (directory, relative, NULL)
                                    : g_build_filename (GOV_TEST_SOURCE_DIR, "..", "shared", relative, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : nullptr;
}
