/* SPDX-License-Identifier: MIT */
/* Rules that the readers of whole reports share. */
#pragma once

#include <govconv/report.h>

/* What is wrong with a cell that an input states: a value that is no decimal ([+-] digits [. digits]), or one that its
 * origin does not allow or lacks. NULL: nothing; otherwise free with g_free(). */
char *gov_loading_find_cell_problem (const GovCell *cell);
