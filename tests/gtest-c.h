/* SPDX-License-Identifier: MIT */
/* GoogleTest for tests written in C. A test file includes this header, defines its tests with GOV_TEST and is listed in
 * tests/meson.build; nothing else registers it.
 *
 *   GOV_TEST (Suite, Name)                  { EXPECT_EQ (2 + 2, 4); }
 *   GOV_TEST_P (Suite, Name, cases)         { … param is a const element of the array cases[]; its first member is a C string
 *                                             that names it }
 *   GOV_TEST_EACH (Suite, Name, list)       { … param is one of the strings that char **list (void) returns }
 *
 * EXPECT_… notes a failure and goes on; ASSERT_… returns from the function it stands in, which must return void. Values are
 * evaluated once. Strings may be NULL. A failing check must not leave through a C frame by other means: no exceptions, no
 * longjmp. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* ---- defining tests ------------------------------------------------------------------------------------------------------ */

typedef struct _GovTest GovTest;
struct _GovTest {
  GovTest *next;
  const char *suite, *name, *file;
  int line;
  void (*run) (gconstpointer param);
  const void *params; /* an array of elements that begin with a const char *; NULL: none */
  gsize n_params, param_size;
  char **(*list) (void); /* parameters known only at run time; freed with g_strfreev(); NULL: none */
};

/* Called before main() by what the macros define. test must live as long as the program. */
void gov_test_register (GovTest *test);

#define GOV_TEST_DEFINE_(suite_, name_, parameter_, ...)                                                                       \
  static void gov_test_##suite_##_##name_ (parameter_);                                                                        \
  static void __attribute__ ((constructor)) gov_test_register_##suite_##_##name_ (void)                                        \
  {                                                                                                                            \
    static GovTest test = {.suite = #suite_,                                                                                   \
                           .name = #name_,                                                                                     \
                           .file = __FILE__,                                                                                   \
                           .line = __LINE__,                                                                                   \
                           .run = (void (*) (gconstpointer)) gov_test_##suite_##_##name_,                                      \
                           __VA_ARGS__};                                                                                       \
    gov_test_register (&test);                                                                                                 \
  }                                                                                                                            \
  static void gov_test_##suite_##_##name_ (parameter_)

#define GOV_TEST(suite, name) GOV_TEST_DEFINE_ (suite, name, G_GNUC_UNUSED gconstpointer unused_, .params = NULL)
#define GOV_TEST_P(suite, name, cases)                                                                                         \
  GOV_TEST_DEFINE_ (suite, name, const __typeof__ ((cases)[0]) *param, .params = (cases), .n_params = G_N_ELEMENTS (cases),    \
                    .param_size = sizeof ((cases)[0]))
#define GOV_TEST_EACH(suite, name, list_function) GOV_TEST_DEFINE_ (suite, name, const char *param, .list = (list_function))

/* ---- saying what happened ------------------------------------------------------------------------------------------------ */

void gov_test_fail (const char *file, int line, const char *format, ...) G_GNUC_PRINTF (3, 4);
void gov_test_skip (const char *file, int line, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean gov_test_has_failed (void); /* the running test, so far */

/* Goes into the XML result (--gtest_output) of the running test: measured numbers, versions. */
void gov_test_record (const char *key, const char *format, ...) G_GNUC_PRINTF (2, 3);
#define RECORD(key, ...) gov_test_record (key, __VA_ARGS__)

/* Ends the test as skipped; say why. */
#define GOV_SKIP(...)                                                                                                          \
  do                                                                                                                           \
    {                                                                                                                          \
      gov_test_skip (__FILE__, __LINE__, __VA_ARGS__);                                                                         \
      return;                                                                                                                  \
    }                                                                                                                          \
  while (0)

/* What is being looked at, added to every failure until the block ends: GOV_TRACE ("row %u", row); */
gpointer gov_test_trace_push (const char *file, int line, const char *format, ...) G_GNUC_PRINTF (3, 4);
void gov_test_trace_pop (gpointer *trace);
#define GOV_TRACE(...)                                                                                                         \
  __attribute__ ((cleanup (gov_test_trace_pop))) G_GNUC_UNUSED gpointer G_PASTE (gov_trace_, __LINE__)                         \
      = gov_test_trace_push (__FILE__, __LINE__, __VA_ARGS__)

/* ---- checks -------------------------------------------------------------------------------------------------------------- */

/* Each gives TRUE when the check holds, else notes a failure. The macros below are the interface. */
gboolean gov_test_true (const char *file, int line, const char *text, gboolean value, gboolean wanted);
gboolean gov_test_compare (const char *file, int line, const char *left_text, const char *operator_text, const char *right_text,
                           gint64 left, gint64 right, gboolean holds);
gboolean gov_test_string (const char *file, int line, const char *left_text, const char *right_text, const char *left,
                          const char *right, gboolean wanted_equal);
gboolean gov_test_contains (const char *file, int line, const char *text, const char *haystack, const char *needle);
gboolean gov_test_near (const char *file, int line, const char *left_text, const char *right_text, double left, double right,
                        double tolerance);
gboolean gov_test_bytes (const char *file, int line, const char *text, gconstpointer left, gsize left_length,
                         gconstpointer right, gsize right_length);
gboolean gov_test_no_error (const char *file, int line, const char *text, const GError *error);
gboolean gov_test_error (const char *file, int line, const char *text, const GError *error, GQuark domain, int code);

#define GOV_CHECK_TRUE_(x) gov_test_true (__FILE__, __LINE__, #x, (x) ? TRUE : FALSE, TRUE)
#define GOV_CHECK_FALSE_(x) gov_test_true (__FILE__, __LINE__, #x, (x) ? TRUE : FALSE, FALSE)
#define GOV_CHECK_OP_(a, op, b)                                                                                                \
  (__extension__({                                                                                                             \
    __auto_type left_ = (a);                                                                                                   \
    __auto_type right_ = (b);                                                                                                  \
    gov_test_compare (__FILE__, __LINE__, #a, #op, #b, (gint64) left_, (gint64) right_, left_ op right_);                      \
  }))
#define GOV_CHECK_STREQ_(a, b) gov_test_string (__FILE__, __LINE__, #a, #b, (a), (b), TRUE)
#define GOV_CHECK_STRNE_(a, b) gov_test_string (__FILE__, __LINE__, #a, #b, (a), (b), FALSE)
#define GOV_CHECK_CONTAINS_(text, part) gov_test_contains (__FILE__, __LINE__, #text, (text), (part))
#define GOV_CHECK_NEAR_(a, b, tolerance) gov_test_near (__FILE__, __LINE__, #a, #b, (a), (b), (tolerance))
#define GOV_CHECK_BYTES_(a, n, b, m) gov_test_bytes (__FILE__, __LINE__, #a, (a), (n), (b), (m))
#define GOV_CHECK_NO_ERROR_(error) gov_test_no_error (__FILE__, __LINE__, #error, (error))
#define GOV_CHECK_ERROR_(error, domain, code) gov_test_error (__FILE__, __LINE__, #error, (error), (domain), (code))

#define GOV_ASSERT_(check)                                                                                                     \
  do                                                                                                                           \
    if (!(check))                                                                                                              \
      return;                                                                                                                  \
  while (0)

#define EXPECT_TRUE(x) ((void) GOV_CHECK_TRUE_ (x))
#define EXPECT_FALSE(x) ((void) GOV_CHECK_FALSE_ (x))
/* Numbers of any integer type, pointers, enumerations; values are printed as decimals. */
#define EXPECT_EQ(a, b) ((void) GOV_CHECK_OP_ (a, ==, b))
#define EXPECT_NE(a, b) ((void) GOV_CHECK_OP_ (a, !=, b))
#define EXPECT_LT(a, b) ((void) GOV_CHECK_OP_ (a, <, b))
#define EXPECT_LE(a, b) ((void) GOV_CHECK_OP_ (a, <=, b))
#define EXPECT_GT(a, b) ((void) GOV_CHECK_OP_ (a, >, b))
#define EXPECT_GE(a, b) ((void) GOV_CHECK_OP_ (a, >=, b))
#define EXPECT_NULL(x) EXPECT_TRUE ((x) == NULL)
#define EXPECT_NOT_NULL(x) EXPECT_TRUE ((x) != NULL)
#define EXPECT_STREQ(a, b) ((void) GOV_CHECK_STREQ_ (a, b))
#define EXPECT_STRNE(a, b) ((void) GOV_CHECK_STRNE_ (a, b))
#define EXPECT_CONTAINS(text, part) ((void) GOV_CHECK_CONTAINS_ (text, part))
#define EXPECT_NEAR(a, b, tolerance) ((void) GOV_CHECK_NEAR_ (a, b, tolerance))
#define EXPECT_BYTES_EQ(a, n, b, m) ((void) GOV_CHECK_BYTES_ (a, n, b, m))
#define EXPECT_NO_ERROR(error) ((void) GOV_CHECK_NO_ERROR_ (error))
#define EXPECT_ERROR(error, domain, code) ((void) GOV_CHECK_ERROR_ (error, domain, code))

#define ASSERT_TRUE(x) GOV_ASSERT_ (GOV_CHECK_TRUE_ (x))
#define ASSERT_FALSE(x) GOV_ASSERT_ (GOV_CHECK_FALSE_ (x))
#define ASSERT_EQ(a, b) GOV_ASSERT_ (GOV_CHECK_OP_ (a, ==, b))
#define ASSERT_NE(a, b) GOV_ASSERT_ (GOV_CHECK_OP_ (a, !=, b))
#define ASSERT_LT(a, b) GOV_ASSERT_ (GOV_CHECK_OP_ (a, <, b))
#define ASSERT_LE(a, b) GOV_ASSERT_ (GOV_CHECK_OP_ (a, <=, b))
#define ASSERT_GT(a, b) GOV_ASSERT_ (GOV_CHECK_OP_ (a, >, b))
#define ASSERT_GE(a, b) GOV_ASSERT_ (GOV_CHECK_OP_ (a, >=, b))
#define ASSERT_NULL(x) ASSERT_TRUE ((x) == NULL)
#define ASSERT_NOT_NULL(x) ASSERT_TRUE ((x) != NULL)
#define ASSERT_STREQ(a, b) GOV_ASSERT_ (GOV_CHECK_STREQ_ (a, b))
#define ASSERT_STRNE(a, b) GOV_ASSERT_ (GOV_CHECK_STRNE_ (a, b))
#define ASSERT_CONTAINS(text, part) GOV_ASSERT_ (GOV_CHECK_CONTAINS_ (text, part))
#define ASSERT_NO_ERROR(error) GOV_ASSERT_ (GOV_CHECK_NO_ERROR_ (error))
#define ASSERT_ERROR(error, domain, code) GOV_ASSERT_ (GOV_CHECK_ERROR_ (error, domain, code))
#define ADD_FAILURE(...) gov_test_fail (__FILE__, __LINE__, __VA_ARGS__)
#define FAIL(...)                                                                                                              \
  do                                                                                                                           \
    {                                                                                                                          \
      gov_test_fail (__FILE__, __LINE__, __VA_ARGS__);                                                                         \
      return;                                                                                                                  \
    }                                                                                                                          \
  while (0)

/* ---- where things are ---------------------------------------------------------------------------------------------------- */

/* Below the source tree: gov_test_source_path ("corpus"). */
char *gov_test_source_path (const char *relative);
/* The plugins of this build; the program of this build. Constants. */
const char *gov_test_plugin_dir (void);
const char *gov_test_program (void);
/* Below the directory of documents that stays outside the repository (GOVCONV_SHARED, else ../shared beside the source tree);
 * NULL when there is no such file: the test skips. */
char *gov_test_shared_path (const char *relative);

/* ---- for main() ---------------------------------------------------------------------------------------------------------- */

/* Hands every test to GoogleTest. FALSE, with the reason on stderr: a file of the comma-separated list files registered none,
 * or all together are fewer than minimum. */
gboolean gov_test_register_all (const char *files, guint minimum);

G_END_DECLS
