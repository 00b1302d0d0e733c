/* A govconv writer for @NAME@: one line a figure, "table row column value". */
#include <govconv/plugin.h>

static gboolean
write_report (const GovOutput *output, gpointer state G_GNUC_UNUSED, const GovReport *report, GError **error)
{
  gboolean blanks = gov_options_get_boolean (output->options, "blanks");
  const char *publisher = gov_report_get_publisher (report);

  gov_sink_printf (output->sink, NULL, "# %s %u\n", publisher != NULL ? publisher : "?", gov_report_get_year (report));
  for (guint t = 0; t < gov_report_get_n_tables (report); t++)
    {
      const GovTable *table = gov_report_get_table (report, t);
      const GovForm *form = gov_table_get_form (table);

      for (guint i = 0; i < form->n_cells; i++)
        {
          GovFormCell place = gov_form_get_cell (form, i);
          const GovCell *cell = gov_table_get_cell (table, i);
          if (blanks || gov_cell_has_value (cell))
            gov_sink_printf (output->sink, NULL, "%s %s %s %s\n", form->table, place.row->id, place.column->id,
                             gov_cell_has_value (cell) ? cell->value : "-");
        }
    }
  /* A sink that failed once fails alike from then on: this last call says whether all was written. */
  return gov_sink_write (output->sink, "\n", 1, error);
}

/* The command line (-o @NAME@:blanks=yes), its checks and `govconv describe @NAME@` come from this table. */
static const GovOptionSpec options[] = {
  {.name = "blanks", .type = GOV_OPTION_BOOLEAN, .default_value = "no", .help = "write places without a value too"},
  {.name = NULL},
};

static const GovWriter writer = {
  .size = sizeof (GovWriter), .name = "@NAME@", .summary = "one line a figure",
  .extensions = (const char *const[]){"@NAME@", NULL}, .options = options, .write = write_report,
};

GOV_PLUGIN (@ID@) = {
  GOV_PLUGIN_HEADER, .name = "@NAME@", .version = "0.1", .summary = "reports as @NAME@", .license = "MIT",
  .writers = (const GovWriter *const[]){&writer, NULL},
};
