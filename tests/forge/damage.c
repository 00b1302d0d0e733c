/* SPDX-License-Identifier: MIT */
/* What recognition and extraction do to a printed page. What is true stays true: only the page changes. */
#include "forge.h"

#include <string.h>

static ForgeCell *
cell_at (GPtrArray *row, guint i)
{
  return g_ptr_array_index (row, i);
}

/* Calls func for every cell of every table. */
typedef void (*CellFunc) (ForgeCell *cell, double rate, ForgeRandom *random);

static void
foreach_cell (ForgePage *page, CellFunc func, double rate, ForgeRandom *random)
{
  for (guint b = 0; b < page->blocks->len; b++)
    {
      const ForgeBlock *block = g_ptr_array_index (page->blocks, b);
      for (guint r = 0; block->grid && r < block->grid->rows->len; r++)
        {
          GPtrArray *row = g_ptr_array_index (block->grid->rows, r);
          for (guint i = 0; i < row->len; i++)
            func (cell_at (row, i), rate, random);
        }
    }
}

/* Calls func for every table; it may put further ones behind it, and returns the index of the last one. */
typedef guint (*GridFunc) (ForgePage *page, guint index, double rate, ForgeRandom *random);

static void
foreach_grid (ForgePage *page, GridFunc func, double rate, ForgeRandom *random)
{
  for (guint b = 0; b < page->blocks->len; b++)
    if (((ForgeBlock *) g_ptr_array_index (page->blocks, b))->grid)
      b = func (page, b, rate, random);
}

static ForgeGrid *
grid_at (ForgePage *page, guint index)
{
  return ((ForgeBlock *) g_ptr_array_index (page->blocks, index))->grid;
}

/* ---- labels -------------------------------------------------------------------------------------------------------------- */

/* Characters that recognition puts in the place of others; none is a digit. */
static gunichar
foreign_character (ForgeRandom *random)
{
  static const char pool[]
      = "木未末日目自己已巳士土干千于人入八又夕タ口曰田由甲申大太犬天夫失矢午牛王玉主住往佳信传伝行政公开中请情倩清数量";
  return g_utf8_get_char (g_utf8_offset_to_pointer (pool, forge_random_below (random, g_utf8_strlen (pool, -1))));
}

typedef enum { SUBSTITUTE, DROP, INSERT } Edit;

static void
edit_label (ForgeCell *cell, double rate, ForgeRandom *random, Edit edit)
{
  if (cell->kind == FORGE_FIGURE)
    return;
  GString *text = g_string_new (NULL);
  for (const char *p = cell->text; *p; p = g_utf8_next_char (p))
    {
      gboolean hit = forge_random_chance (random, rate);
      if (!hit || edit == INSERT)
        g_string_append_unichar (text, g_utf8_get_char (p));
      if (hit && edit != DROP)
        g_string_append_unichar (text, foreign_character (random));
    }
  g_free (cell->text);
  cell->text = g_string_free (text, FALSE);
}

static void
substitute_in_label (ForgeCell *cell, double rate, ForgeRandom *random)
{
  edit_label (cell, rate, random, SUBSTITUTE);
}

static void
drop_from_label (ForgeCell *cell, double rate, ForgeRandom *random)
{
  edit_label (cell, rate, random, DROP);
}

static void
insert_into_label (ForgeCell *cell, double rate, ForgeRandom *random)
{
  edit_label (cell, rate, random, INSERT);
}

static void
labels_substituted (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_cell (page, substitute_in_label, rate, random);
}

static void
labels_dropped (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_cell (page, drop_from_label, rate, random);
}

static void
labels_inserted (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_cell (page, insert_into_label, rate, random);
}

/* ---- figures ------------------------------------------------------------------------------------------------------------- */

static void
misread_figure (ForgeCell *cell, double rate, ForgeRandom *random)
{
  static const struct {
    char digit;
    const char *letters;
  } confusions[] = {{'0', "Oo"}, {'1', "lI"}, {'2', "Z"}, {'5', "S"}, {'8', "B"}};
  if (cell->kind != FORGE_FIGURE)
    return;
  for (char *p = cell->text; *p; p++)
    for (guint i = 0; i < G_N_ELEMENTS (confusions); i++)
      if (*p == confusions[i].digit && forge_random_chance (random, rate))
        {
          *p = confusions[i].letters[forge_random_below (random, strlen (confusions[i].letters))];
          break;
        }
}

static void
digits_to_letters (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_cell (page, misread_figure, rate, random);
}

/* The index of a figure's cell in a row of several; row->len when it has none. A row of one figure does not slide: without it,
 * the place is blank, and nobody could tell. */
static guint
random_figure (GPtrArray *row, ForgeRandom *random)
{
  guint first = 0;
  while (first < row->len && cell_at (row, first)->kind != FORGE_FIGURE)
    first++;
  return first + 1 < row->len ? first + forge_random_below (random, row->len - first) : row->len;
}

static guint
lose_cells (ForgePage *page, guint index, double rate, ForgeRandom *random)
{
  ForgeGrid *grid = grid_at (page, index);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      guint figure = random_figure (row, random);
      if (figure < row->len && forge_random_chance (random, rate))
        g_ptr_array_remove_index (row, figure);
    }
  return index;
}

static guint
add_surplus_cells (ForgePage *page, guint index, double rate, ForgeRandom *random)
{
  ForgeGrid *grid = grid_at (page, index);
  guint n_columns = grid->n_columns;
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      guint figure = random_figure (row, random);
      if (figure == row->len || !forge_random_chance (random, rate))
        continue;
      const char *text = forge_random_chance (random, 0.5) ? "" : cell_at (row, figure)->text;
      g_ptr_array_insert (row, figure, forge_cell_new (text, 1, 1, FORGE_FIGURE));
      grid->n_columns = n_columns + 1;
    }
  return index;
}

static void
cells_lost (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_grid (page, lose_cells, rate, random);
}

static void
cells_surplus (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_grid (page, add_surplus_cells, rate, random);
}

/* ---- rows ---------------------------------------------------------------------------------------------------------------- */

/* Every place a cell of its own, so that rows can go and come: a merged cell keeps its text in its first place. */
static void
flatten (ForgeGrid *grid)
{
  g_autofree ForgeCell **places = forge_grid_expand (grid);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) forge_cell_free);
      for (guint c = 0; c < grid->n_columns; c++)
        {
          const ForgeCell *cell = places[r * grid->n_columns + c];
          gboolean origin = cell && cell->column == c && (r == 0 || places[(r - 1) * grid->n_columns + c] != cell);
          g_ptr_array_add (row, forge_cell_new (origin ? cell->text : "", 1, 1, cell ? cell->kind : FORGE_LABEL));
        }
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_unref (grid->rows);
  grid->rows = rows;
}

static GPtrArray *
copy_row (GPtrArray *row)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) forge_cell_free);
  for (guint i = 0; i < row->len; i++)
    g_ptr_array_add (copy, forge_cell_new (cell_at (row, i)->text, cell_at (row, i)->colspan, 1, cell_at (row, i)->kind));
  return copy;
}

static gboolean
has_figures (GPtrArray *row)
{
  return row->len && cell_at (row, row->len - 1)->kind == FORGE_FIGURE;
}

/* Only rows of the applications table go: the others have too few to tell what is left. */
static guint
delete_rows (ForgePage *page, guint index, double rate, ForgeRandom *random)
{
  ForgeGrid *grid = grid_at (page, index);
  if (strcmp (grid->table, "applications") != 0)
    return index;
  flatten (grid);
  for (guint r = grid->n_header_rows; r < grid->rows->len;)
    if (forge_random_chance (random, rate))
      g_ptr_array_remove_index (grid->rows, r);
    else
      r++;
  return index;
}

static guint
double_rows (ForgePage *page, guint index, double rate, ForgeRandom *random)
{
  ForgeGrid *grid = grid_at (page, index);
  flatten (grid);
  for (guint r = grid->n_header_rows; r < grid->rows->len; r++)
    if (has_figures (g_ptr_array_index (grid->rows, r)) && forge_random_chance (random, rate))
      {
        g_ptr_array_insert (grid->rows, r + 1, copy_row (g_ptr_array_index (grid->rows, r)));
        r++;
      }
  return index;
}

/* The label's tail goes into the place behind it, or its head on a row of its own above. */
static void
split_label (ForgeGrid *grid, guint r, guint i, ForgeRandom *random)
{
  GPtrArray *row = g_ptr_array_index (grid->rows, r);
  ForgeCell *cell = cell_at (row, i);
  glong at = forge_random_between (random, 2, g_utf8_strlen (cell->text, -1) - 1);
  char *cut = g_utf8_offset_to_pointer (cell->text, at);
  g_autofree char *head = g_strndup (cell->text, cut - cell->text), *tail = g_strdup (cut);
  ForgeCell *next = cell_at (row, i + 1);
  gboolean room = next->kind == FORGE_LABEL && !*next->text;
  if (room)
    {
      g_free (next->text);
      next->text = g_steal_pointer (&tail);
    }
  else
    {
      GPtrArray *above = copy_row (row);
      for (guint c = 0; c < above->len; c++)
        if (c == i || cell_at (above, c)->kind == FORGE_FIGURE)
          {
            g_free (cell_at (above, c)->text);
            cell_at (above, c)->text = g_strdup (c == i ? head : "");
          }
      for (guint c = 0; c < i; c++)
        *cell_at (row, c)->text = '\0';
      g_ptr_array_insert (grid->rows, r, above);
    }
  g_free (cell->text);
  cell->text = room ? g_steal_pointer (&head) : g_steal_pointer (&tail);
}

static guint
split_labels (ForgePage *page, guint index, double rate, ForgeRandom *random)
{
  ForgeGrid *grid = grid_at (page, index);
  flatten (grid);
  for (guint r = grid->n_header_rows; r < grid->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (grid->rows, r);
      guint label = row->len;
      for (guint i = 0; i + 1 < row->len; i++)
        if (cell_at (row, i)->kind == FORGE_LABEL && g_utf8_strlen (cell_at (row, i)->text, -1) > 5)
          label = i;
      if (label < row->len && forge_random_chance (random, rate))
        {
          guint before = grid->rows->len;
          split_label (grid, r, label, random);
          r += grid->rows->len - before;
        }
    }
  return index;
}

/* What stands behind the cut goes into a table of its own. */
static guint
cut_pages (ForgePage *page, guint index, double rate, ForgeRandom *random)
{
  ForgeGrid *grid = grid_at (page, index);
  flatten (grid);
  for (guint r = 1; r < grid->rows->len; r++)
    if (forge_random_chance (random, rate))
      {
        ForgeGrid *rest = forge_grid_new (grid->table, grid->n_columns, grid->n_header_rows > r ? grid->n_header_rows - r : 0);
        while (grid->rows->len > r)
          g_ptr_array_add (rest->rows, g_ptr_array_steal_index (grid->rows, r));
        grid->n_header_rows = MIN (grid->n_header_rows, r);
        forge_page_insert_grid (page, ++index, rest);
        grid = rest;
        r = 0;
      }
  return index;
}

static void
rows_deleted (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_grid (page, delete_rows, rate, random);
}

static void
rows_doubled (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_grid (page, double_rows, rate, random);
}

static void
labels_split (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_grid (page, split_labels, rate, random);
}

static void
pages_cut (ForgePage *page, double rate, ForgeRandom *random)
{
  foreach_grid (page, cut_pages, rate, random);
}

static const ForgeDamage damages[] = {
    {"labels-substituted", "characters of labels replaced by others", labels_substituted},
    {"labels-dropped", "characters of labels lost", labels_dropped},
    {"labels-inserted", "foreign characters in labels", labels_inserted},
    {"labels-split", "labels split over two cells or two rows", labels_split},
    {"cells-lost", "a figure's cell lost, the rest of the row slid left", cells_lost},
    {"cells-surplus", "a surplus cell, the rest of the row slid right", cells_surplus},
    {"pages-cut", "tables cut anywhere, labels of groups not repeated", pages_cut},
    {"rows-deleted", "rows lost", rows_deleted},
    {"rows-doubled", "rows printed twice", rows_doubled},
    {"digits-to-letters", "0 as O, 1 as l, 2 as Z, 5 as S, 8 as B", digits_to_letters},
};

const ForgeDamage *
forge_damages (guint *n_damages)
{
  *n_damages = G_N_ELEMENTS (damages);
  return damages;
}

const ForgeDamage *
forge_damage_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    if (strcmp (damages[i].name, name) == 0)
      return &damages[i];
  return NULL;
}
