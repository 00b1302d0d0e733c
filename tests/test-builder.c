/* SPDX-License-Identifier: MIT */
/* Events → document: what is kept, where it stands, what is a caller's fault, what reaches a limit. */
#include "tests/paper.h"

#define SOURCE "规章&amp;3，文件 12\n行政许可"

typedef struct {
  GovSource *source;
  GovDiagnostics *diagnostics;
  GovBuilder *builder;
  GovDocument *document;
} Fixture;

static void
set_up (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = g_bytes_new (SOURCE, strlen (SOURCE));

  fixture->source = gov_source_new ("test", bytes);
  fixture->diagnostics = gov_diagnostics_new ();
  fixture->builder = gov_builder_new (fixture->source, fixture->diagnostics);
  fixture->document = NULL;
}

static void
tear_down (Fixture *fixture)
{
  gov_builder_free (fixture->builder);
  gov_document_free (fixture->document);
  gov_diagnostics_free (fixture->diagnostics);
  gov_source_free (fixture->source);
}

#define WITH_BUILDER                                                                                                           \
  __attribute__ ((cleanup (tear_down))) Fixture fixture;                                                                       \
  set_up (&fixture)

static const GovDocument *
finish (Fixture *fixture)
{
  fixture->document = gov_builder_finish (g_steal_pointer (&fixture->builder));
  return fixture->document;
}

/* ---- what is kept ------------------------------------------------------------------------------------------------------ */

GOV_TEST (Builder, KeepsBlocksInOrder)
{
  WITH_BUILDER;

  gov_builder_property (fixture.builder, "publisher", "云溪县水务局", GOV_SPAN (0, 6));
  gov_builder_paragraph (fixture.builder, 2, "一、总体情况", -1, GOV_SPAN_NONE);
  gov_builder_paragraph (fixture.builder, 0, " \n\xE3\x80\x80", -1, GOV_SPAN_NONE); /* blank: dropped */
  gov_builder_begin_table (fixture.builder, GOV_TABLE_RAGGED);
  gov_builder_begin_row (fixture.builder);
  gov_builder_cell (fixture.builder, "规章", -1, GOV_SPAN_NONE);
  gov_builder_begin_cell (fixture.builder, 2, 0, GOV_CELL_HEADER);
  gov_builder_break (fixture.builder); /* before any text: nothing */
  gov_builder_text (fixture.builder, "1", 1, GOV_SPAN_NONE);
  gov_builder_break (fixture.builder);
  gov_builder_text (fixture.builder, "286条", 3, GOV_SPAN_NONE);
  gov_builder_end_cell (fixture.builder);
  gov_builder_end_row (fixture.builder);
  gov_builder_end_table (fixture.builder);
  gov_builder_begin_table (fixture.builder, GOV_TABLE_PLAIN); /* without cells: dropped */
  gov_builder_begin_row (fixture.builder);
  gov_builder_end_row (fixture.builder);
  gov_builder_end_table (fixture.builder);
  const GovDocument *document = finish (&fixture);

  ASSERT_EQ (document->n_blocks, 2);
  EXPECT_EQ (document->blocks[0].kind, GOV_BLOCK_HEADING);
  EXPECT_EQ (document->blocks[0].level, 2);
  EXPECT_STREQ (document->blocks[0].text.text, "一、总体情况");
  ASSERT_EQ (document->blocks[1].kind, GOV_BLOCK_TABLE);
  const GovGrid *grid = document->blocks[1].grid;
  EXPECT_EQ (grid->flags, GOV_TABLE_RAGGED);
  ASSERT_EQ (grid->rows[0].n_cells, 2);
  EXPECT_STREQ (grid->rows[0].cells[1].text.text, "1\n286");
  EXPECT_EQ (grid->rows[0].cells[1].colspan, 2);
  EXPECT_EQ (grid->rows[0].cells[1].rowspan, 1);
  EXPECT_EQ (grid->rows[0].cells[1].flags, GOV_CELL_HEADER);
  ASSERT_EQ (document->n_properties, 1);
  EXPECT_STREQ (document->properties[0].name, "publisher");
  EXPECT_STREQ (document->properties[0].value.text, "云溪县水务局");
  EXPECT_EQ (gov_text_get_span (&document->properties[0].value, 0, 3).offset, 0);
}

/* An input that was cut leaves everything open. */
GOV_TEST (Builder, FinishEndsWhatIsOpen)
{
  WITH_BUILDER;

  gov_builder_begin_table (fixture.builder, GOV_TABLE_PLAIN);
  gov_builder_begin_row (fixture.builder);
  gov_builder_cell (fixture.builder, "文件", -1, GOV_SPAN_NONE);
  gov_builder_begin_cell (fixture.builder, 1, 1, GOV_CELL_PLAIN);
  gov_builder_text (fixture.builder, "12", -1, GOV_SPAN_NONE);
  const GovDocument *document = finish (&fixture);

  ASSERT_EQ (document->n_blocks, 1);
  ASSERT_EQ (document->blocks[0].grid->rows[0].n_cells, 2);
  EXPECT_STREQ (document->blocks[0].grid->rows[0].cells[1].text.text, "12");
}

/* ---- where it stands --------------------------------------------------------------------------------------------------- */

/* 规章&amp;3，文件 12 told as six runs: 规 | 章 | & (an entity) | 3， | a break | 文件 12 (after a gap in the source). */
static const struct {
  const char *name, *part, *source;
} spans[] = {
    {"one character", "章", "章"},      {"over runs that touch", "规章", "规章"},
    {"an entity", "&", "&amp;"},        {"over an entity", "章&3", "章&amp;3"},
    {"a part of a run", "3", "3"},      {"behind a gap", "12", "12"},
    {"over a break", "，\n文", "，文"}, {"all", "规章&3，\n文件 12", "规章&amp;3，文件 12"},
};

static void
tell_runs (GovBuilder *builder)
{
  gov_builder_begin_paragraph (builder, 0);
  gov_builder_text (builder, "规", 3, GOV_SPAN (0, 3));
  gov_builder_text (builder, "章", 3, GOV_SPAN (3, 3));
  gov_builder_text (builder, "&", 1, GOV_SPAN (6, 5));
  gov_builder_text (builder, "3，", 4, GOV_SPAN (11, 4));
  gov_builder_break (builder);
  gov_builder_text (builder, "文件 12", 9, GOV_SPAN (15, 9));
  gov_builder_end_paragraph (builder);
}

GOV_TEST_P (Builder, SpansLeadBackToTheSource, spans)
{
  WITH_BUILDER;
  tell_runs (fixture.builder);
  const GovText *text = &finish (&fixture)->blocks[0].text;
  const char *part = strstr (text->text, param->part);
  ASSERT_NOT_NULL (part);
  GovSpan span = gov_text_get_span (text, part - text->text, strlen (param->part));

  ASSERT_LE (span.offset + span.length, strlen (SOURCE));
  g_autofree char *found = g_strndup (SOURCE + span.offset, span.length);
  EXPECT_STREQ (found, param->source);
}

GOV_TEST (Builder, AnEmptyStretchHasAPlaceWithoutLength)
{
  WITH_BUILDER;
  tell_runs (fixture.builder);
  const GovText *text = &finish (&fixture)->blocks[0].text;

  EXPECT_EQ (gov_text_get_span (text, 3, 0).offset, 3);
  EXPECT_EQ (gov_text_get_span (text, 3, 0).length, 0);
  EXPECT_EQ (gov_text_get_span (text, text->length, 0).length, 0);
  EXPECT_TRUE (gov_span_is_none (gov_text_get_span (&(GovText){"", 0, 0, NULL}, 0, 0)));
}

/* A text of as many runs as characters is searched, not walked through. */
GOV_TEST (Builder, SpansOfManyRuns)
{
  const guint n = 500000;
  WITH_BUILDER;

  gov_builder_begin_paragraph (fixture.builder, 0);
  for (guint i = 0; i < n; i++)
    gov_builder_text (fixture.builder, "7", 1, GOV_SPAN (2 * i, 1));
  gov_builder_end_paragraph (fixture.builder);
  const GovText *text = &finish (&fixture)->blocks[0].text;
  ASSERT_EQ (text->n_runs, n);
  for (guint i = 0; i < n; i++)
    if (gov_text_get_span (text, i, 1).offset != 2 * i)
      FAIL ("digit %u has another place", i);
}

/* ---- the caller's faults ----------------------------------------------------------------------------------------------- */

GOV_TEST (Builder, CallsOutOfOrderAreCriticalAndIgnored)
{
  WITH_BUILDER;
  GovBuilder *builder = fixture.builder;

  EXPECT_CRITICAL (gov_builder_text (builder, "3", 1, GOV_SPAN_NONE));
  EXPECT_CRITICAL (gov_builder_break (builder));
  EXPECT_CRITICAL (gov_builder_end_paragraph (builder));
  EXPECT_CRITICAL (gov_builder_begin_row (builder));
  EXPECT_CRITICAL (gov_builder_begin_cell (builder, 1, 1, GOV_CELL_PLAIN));
  EXPECT_CRITICAL (gov_builder_end_cell (builder));
  EXPECT_CRITICAL (gov_builder_end_row (builder));
  EXPECT_CRITICAL (gov_builder_end_table (builder));
  gov_builder_begin_paragraph (builder, 0);
  EXPECT_CRITICAL (gov_builder_begin_paragraph (builder, 0));
  EXPECT_CRITICAL (gov_builder_begin_table (builder, GOV_TABLE_PLAIN));
  gov_builder_text (builder, "正文", -1, GOV_SPAN_NONE);
  gov_builder_end_paragraph (builder);
  gov_builder_begin_table (builder, GOV_TABLE_PLAIN);
  EXPECT_CRITICAL (gov_builder_begin_paragraph (builder, 0));
  gov_builder_begin_row (builder);
  EXPECT_CRITICAL (gov_builder_text (builder, "3", 1, GOV_SPAN_NONE));
  EXPECT_CRITICAL (gov_builder_end_table (builder));
  gov_builder_begin_cell (builder, 1, 1, GOV_CELL_PLAIN);
  EXPECT_CRITICAL (gov_builder_begin_cell (builder, 1, 1, GOV_CELL_PLAIN));
  EXPECT_CRITICAL (gov_builder_end_row (builder));
  gov_builder_end_cell (builder);
  const GovDocument *document = finish (&fixture);

  EXPECT_EQ (document->n_blocks, 2);
}

/* ---- limits ------------------------------------------------------------------------------------------------------------ */

static void
tell_blocks (GovBuilder *builder)
{
  for (guint i = 0; i < GOV_LIMIT_BLOCKS + 2; i++)
    gov_builder_paragraph (builder, 0, "正文", -1, GOV_SPAN_NONE);
}

static void
tell_rows (GovBuilder *builder)
{
  gov_builder_begin_table (builder, GOV_TABLE_PLAIN);
  for (guint i = 0; i < GOV_LIMIT_TABLE_CELLS + 2; i++)
    {
      gov_builder_begin_row (builder);
      gov_builder_end_row (builder);
    }
  gov_builder_end_table (builder);
}

static void
tell_cells (GovBuilder *builder, guint n)
{
  gov_builder_begin_table (builder, GOV_TABLE_PLAIN);
  gov_builder_begin_row (builder);
  for (guint i = 0; i < n; i++)
    gov_builder_cell (builder, "7", 1, GOV_SPAN_NONE);
  gov_builder_end_row (builder);
  gov_builder_end_table (builder);
}

static void
tell_one_table (GovBuilder *builder)
{
  tell_cells (builder, GOV_LIMIT_TABLE_CELLS + 2);
}

static void
tell_many_tables (GovBuilder *builder)
{
  for (guint i = 0; i <= GOV_LIMIT_DOCUMENT_CELLS / 1000 + 1; i++)
    tell_cells (builder, 1000);
}

static const struct {
  const char *name;
  void (*tell) (GovBuilder *builder);
  const char *message;
} limits[] = {
    {"blocks", tell_blocks, "200000 paragraphs, headings and tables"},
    {"rows of a table", tell_rows, "200000 rows in one table"},
    {"cells of a table", tell_one_table, "200000 cells in one table"},
    {"cells of a document", tell_many_tables, "2000000 table cells in one document"},
};

GOV_TEST_P (Builder, IsFullAtALimitAndSaysSoOnce, limits)
{
  WITH_BUILDER;

  EXPECT_FALSE (gov_builder_is_full (fixture.builder));
  param->tell (fixture.builder);
  EXPECT_TRUE (gov_builder_is_full (fixture.builder));
  gov_builder_paragraph (fixture.builder, 0, "behind", -1, GOV_SPAN_NONE);
  gov_builder_end_row (fixture.builder); /* out of order, but it does not matter any more */
  EXPECT_EQ (gov_diagnostics_count (fixture.diagnostics, GOV_SEVERITY_ERROR), 1);
  EXPECT_STREQ (gov_diagnostics_get (fixture.diagnostics, 0)->code, "limit-exceeded");
  EXPECT_CONTAINS (gov_diagnostics_get (fixture.diagnostics, 0)->message, param->message);
  finish (&fixture);
}

GOV_TEST (Builder, ATextThatIsTooLongIsCutWhereARunEnds)
{
  g_autofree char *kilobyte = g_strnfill (1024, '7');
  WITH_BUILDER;

  gov_builder_begin_paragraph (fixture.builder, 0);
  for (guint i = 0; i < GOV_LIMIT_TEXT_BYTES / 1024 + 3; i++)
    gov_builder_text (fixture.builder, kilobyte, 1024, GOV_SPAN (3, 3));
  gov_builder_end_paragraph (fixture.builder);
  gov_builder_paragraph (fixture.builder, 0, "behind", -1, GOV_SPAN_NONE);
  EXPECT_FALSE (gov_builder_is_full (fixture.builder));
  const GovDocument *document = finish (&fixture);

  ASSERT_EQ (document->n_blocks, 2);
  EXPECT_EQ (document->blocks[0].text.length, GOV_LIMIT_TEXT_BYTES);
  EXPECT_EQ (gov_diagnostics_get_length (fixture.diagnostics), 1);
  EXPECT_EQ (gov_diagnostics_get (fixture.diagnostics, 0)->place.column, 2);
}
