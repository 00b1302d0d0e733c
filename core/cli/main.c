/* SPDX-License-Identifier: MIT */
#include "core/cli/cli.h"

int
main (int argc, char **argv)
{
  return gov_cli_main (argc, argv);
}
