// SPDX-License-Identifier: MIT
// Runs the tests that are linked in, and fails when some of them were lost on the way: an object that the linker drops
// registers nothing, and a run of nothing would pass.
#include "gtest-c.h"

#include <gtest/gtest.h>

int
main (int argc, char **argv)
{
  testing::InitGoogleTest (&argc, argv);
  gboolean complete = gov_test_register_all (GOV_TEST_FILES, GOV_TEST_MINIMUM);
  int failed = RUN_ALL_TESTS ();
  return complete && !failed ? 0 : 1;
}
