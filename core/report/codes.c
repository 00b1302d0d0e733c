/* SPDX-License-Identifier: MIT */
/* Every diagnostic code, in alphabetical order (a test holds it to that): `govconv explain`, docs/diagnostics.md and the
 * checks of gov_diagnostics_add() come from here. */
#include <govconv/diagnostic.h>

#define NOTE GOV_SEVERITY_NOTE
#define WARNING GOV_SEVERITY_WARNING
#define INCONSISTENCY GOV_SEVERITY_INCONSISTENCY
#define ERROR GOV_SEVERITY_ERROR

static const GovDiagnosticCode codes[] = {
    {"blank-form", WARNING, "Every cell of every table is blank",
     "The places of the form are there and none is filled: the document may be the form itself, published as a "
     "template. Nothing is read as 0."},
    {"cell-empty", NOTE, "A place is empty among figures in a recognised page",
     "Text recognition drops single digits. The cell is blank, as the source has it; compare it with the original."},
    {"cell-note", NOTE, "More than a figure is printed in a cell",
     "A unit, a remark in brackets or a measure word stands beside the figure, as in 22(其中修订16件). The figure is read, "
     "the whole text is kept as the cell's raw text."},
    {"charset-contradicted", NOTE, "The document states a charset that its bytes contradict",
     "A <meta charset> or XML declaration names one charset, the bytes are clearly another, and the bytes are believed. This "
     "is "
     "harmless when the text reads well; correct the declaration where the document is kept."},
    {"charset-nul", WARNING, "NUL characters stand in the text",
     "A NUL is no character of any text; it comes from a faulty export or a file that was written twice. Each is read as "
     "U+FFFD, "
     "so a figure with one inside is unreadable rather than wrong. Export the document again."},
    {"charset-undecodable", WARNING, "Some bytes are no character of the document's charset",
     "The file is cut in the middle of a character, damaged, or mixes charsets. Each such byte is read as U+FFFD; labels and "
     "figures that hold one may be unreadable. Fetch or export the document again."},
    {"check-failed", INCONSISTENCY, "A sum of the form does not hold",
     "The figures contradict each other: the message states both sides of the equation, the difference and, where the "
     "equations "
     "together tell, which figure would mend it. In a page that was typed this is normally the organ's own mistake: the "
     "figures "
     "stay as printed. In a page recognised from a picture it may be a misread figure: compare the picture; --repair replaces "
     "a "
     "figure where exactly one change mends everything, and keeps the printed one beside it."},
    {"check-uncertain", NOTE, "A sum of the form holds only if blank places are not 0",
     "Some operands are blank. With 0 in their place the sides differ, so the blank places would have to stand for something. "
     "Blank places are never filled in."},
    {"columns-reordered", NOTE, "A table's columns stand in another order than the form's",
     "The figures are read by the heads above them, not by their order."},
    {"digit-normalized", WARNING, "A misread sign was replaced by the digit that it stands for",
     "A letter or sign that is misread for one digit only (O for 0, l for 1) stands in a figure. The value holds the "
     "digit, the raw text what is printed. Compare it with the original."},
    {"double-sign", WARNING, "A figure is printed with two signs",
     "As in --253: read as one sign. Compare it with the original."},
    {"edition-uncertain", WARNING, "The table's labels hardly tell which edition of the form it is",
     "Too little is left of the labels that differ between the editions. The cells named are those that the other edition does "
     "not have; compare them with the original."},
    {"empty-document", ERROR, "The document holds no text",
     "Nothing was found to read: an empty file, a page filled by scripts, or a picture. Extract the text first."},
    {"extra-column", WARNING, "A table has columns that the form does not have",
     "The columns with the form's own heads are read; the others are left out."},
    {"extra-row", WARNING, "A row is printed that the form does not have",
     "Local forms add rows such as 其他主动公开文件 or 行政检查. Their figures are kept as the table's extra rows and never "
     "taken "
     "for a row of the form."},
    {"form-unknown", ERROR, "A report from before the statutory form",
     "Reports on years before 2019 are free-form, with another statistics table. They are refused rather than forced "
     "into the form's tables."},
    {"input-damaged", ERROR, "A part of the document could not be read",
     "The file is cut or damaged inside. What was read before that place is kept; what follows is not read. Open the document "
     "in "
     "the program that made it and save it again."},
    {"input-unusable", ERROR, "The input could not be opened or read",
     "The message has the system's reason: the file is not there, is a directory, may not be read, or the medium failed. "
     "Nothing "
     "of it was converted; other inputs of the same run were."},
    {"label-damaged", NOTE, "A row's label is damaged",
     "The label does not read as printed in the form (lost, wrong or doubled characters), but it and its place leave "
     "one row only."},
    {"label-missing", WARNING, "A row has no label",
     "The figures are taken for the row that stands in their place between its neighbours. Compare them with the "
     "original."},
    {"leading-zeros", WARNING, "A figure is printed with leading zeros",
     "As in 007: read as 7. It may be two figures that were run together; compare it with the original."},
    {"limit-exceeded", ERROR, "The input is larger than a named limit allows",
     "A limit guards memory and time against hostile or broken input. What was read before the limit was reached is kept; what "
     "follows is not read. The message names the limit. Split the document, or convert the part that holds the report."},
    {"narrative-alternative", NOTE, "A count in the text differs from the table, but another reading of the sentence fits",
     "Organs state totals in several ways: new applications alone or together with those carried in, answers as a whole or to "
     "this "
     "year's applications. The message names the reading that fits. Nothing needs to be done unless the sentence is wrong."},
    {"narrative-differs", WARNING, "A count in the text differs from the table",
     "The sentence and the table state different numbers of the same thing, and no usual reading reconciles them. One of them "
     "is "
     "probably wrong: the cells named hold what the table prints."},
    {"no-report", ERROR, "The document is no such report",
     "Neither one of the form's tables nor its sections were found: a list of links, an empty shell, another kind of "
     "document, or a page whose tables are pictures. Or the input's format could not be told: none that is allowed recognises "
     "it, or two fit it equally well. Name the format with -i if you know it; \"govconv identify FILE\" shows how well each "
     "fits."},
    {"reading-open", WARNING, "The figures of a row can be read in several ways, or in none",
     "The source does not mark where one figure ends and the next begins (or a place was lost or is one too many), and the "
     "form's "
     "sums leave more than one way to read the row, or none. The message lists readings, \"_\" for a blank place. The cells it "
     "names have no value: look at the published page and enter them by hand."},
    {"reading-resolved", NOTE, "Figures that the source does not print clearly follow from the sums",
     "Figures were glued together, moved, lost or unreadable, and the form's sums leave exactly one way to read them. The "
     "cells "
     "have the origin \"resolved\"; what is printed stays in raw."},
    {"row-contradicted", WARNING, "A row stands twice with different figures",
     "Of two rows with the same label the one in the better place is read. One of them is wrong: compare both with the "
     "original."},
    {"row-doubled", NOTE, "A row stands twice", "Its second occurrence is kept as an extra row of the table."},
    {"row-short", WARNING, "A row has fewer figures than columns",
     "A cell may have been lost and the others slid into the places of their neighbours. The figures are given as they stand; "
     "compare the row with the original."},
    {"row-surplus", NOTE, "A row has more figures than columns",
     "A cell was doubled, a foreign figure ran into the row, or one figure was split over two cells. The arithmetic decides "
     "which, "
     "where it can; reading-resolved or reading-open says with what result."},
    {"row-uncertain", WARNING, "It is not certain which row these figures belong to",
     "The label fits more than one row about as well, or a row before or behind it is missing. Compare the row with "
     "the original."},
    {"source-cut", WARNING, "The document ends inside a table",
     "The cells that were not reached are missing. Get the whole document."},
    {"suspicious-publisher", WARNING, "The publisher's name holds what no organ's name has",
     "Hijacked sites carry the words of betting sites in their names. The name is given as printed."},
    {"table-missing", ERROR, "A table of the form is not in the document",
     "All its cells are missing; nothing is filled with zeros. The table may be a picture, an attachment, or cut off."},
    {"unit-converted", NOTE, "An amount was converted into the form's unit",
     "The amount is printed with its own unit (元, 亿元); the value is converted exactly to 万元."},
    {"unreadable-figure", ERROR, "Something is printed in a cell that is no number",
     "The cell has no value; its raw text holds what is printed."},
    {"value-repaired", WARNING, "A printed figure was replaced because the sums refute it",
     "Asked for with --repair. The figure differs from what the source prints; the printed one stays in raw, and the origin is "
     "\"repaired\". The message names the sums that prove it."},
    {"year-contradiction", WARNING, "The title and the period name different years", "The title's year is taken."},
    {"years-differ", INCONSISTENCY, "What was carried in is not what was carried out the year before",
     "上年结转 of this report must equal 结转下年度继续办理 of the report on the year before, in each column. One of the two "
     "reports "
     "is wrong, or was corrected after the other was published."},
    {"years-jump", NOTE, "A figure is many times that of the year before, or a small part of it",
     "A jump may have a good reason; it may also be a slip or another way of counting. Worth a look before publishing."},
    {"years-not-compared", NOTE, "Two reports do not follow each other",
     "They are not on consecutive years, or state different publishers. Name the report of the same organ on the year before."},
};

const GovDiagnosticCode *
gov_diagnostic_codes (guint *n_codes)
{
  *n_codes = G_N_ELEMENTS (codes);
  return codes;
}
