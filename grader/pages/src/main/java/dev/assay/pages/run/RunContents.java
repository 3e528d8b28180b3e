package dev.assay.pages.run;

import dev.assay.findings.Sentence;
import dev.assay.pages.classroom.SharedChoices;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.Gradebook;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the pages of a run are made from.
 *
 * @param reports the results or their outlines, each of which has a folder in the run's
 * @param grades that are made of them, for the page of each answer
 * @param shown the same for the page of the class, which may have pseudonyms in place of names
 * @param entries what became of all that was handed in, as far as the page of the class may tell
 * @param notes rows of the roster, results and settings that were not used, a sentence each
 * @param similar what answers share, as far as the page of the class may tell
 * @param whole gives the result for an outline, when its page is written
 */
public record RunContents(
    List<GradeReport> reports,
    Gradebook grades,
    Gradebook shown,
    Entries entries,
    List<Sentence> notes,
    SharedChoices similar,
    UnaryOperator<GradeReport> whole) {
  /** The contents of whole results. */
  public RunContents(
      List<GradeReport> reports,
      Gradebook grades,
      Gradebook shown,
      Entries entries,
      List<Sentence> notes,
      SharedChoices similar) {
    this(reports, grades, shown, entries, notes, similar, UnaryOperator.identity());
  }

  /** The contents of whole results where nobody has looked at what answers share. */
  public RunContents(
      List<GradeReport> reports,
      Gradebook grades,
      Gradebook shown,
      Entries entries,
      List<Sentence> notes) {
    this(reports, grades, shown, entries, notes, SharedChoices.NONE);
  }

  /** Copies the components. */
  public RunContents {
    reports = List.copyOf(reports);
    notes = List.copyOf(notes);
  }

  /** Tells whether there are several submissions or students. */
  public boolean isClass() {
    return grades.rows().size() > 1
        || reports.stream().map(report -> report.submission().id()).distinct().count() > 1;
  }
}
