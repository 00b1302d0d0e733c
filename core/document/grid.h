/* SPDX-License-Identifier: MIT */
/* Laying a table's cells out on its grid: the only place where row and column spans are expanded. */
#pragma once

#include "core/document/document.h"

/* Give every cell its column and clip its spans; cells are the table's own, those that the grid's rows point into. Linear in
 * the cells and the columns they cover. FALSE: the grid is wider than GOV_LIMIT_TABLE_COLUMNS; the cells beyond share the
 * last column. */
gboolean gov_grid_lay_out (GovGrid *grid, GovGridCell *cells);
