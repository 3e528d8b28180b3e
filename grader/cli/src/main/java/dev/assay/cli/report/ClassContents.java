package dev.assay.cli.report;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.results.RunReading;
import dev.assay.cli.similarity.KeptSimilarity;
import dev.assay.pages.classroom.SharedChoices;
import dev.assay.pages.run.RunContents;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.building.ClassGrades;
import dev.assay.report.gradebook.building.ClassRecords;
import dev.assay.report.gradebook.building.GradebookBuilder;
import dev.assay.report.json.JsonReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what the pages of a run are made from. */
public final class ClassContents {
  private ClassContents() {}

  /**
   * Reads a run's folder.
   *
   * @throws IOException if it cannot be listed, or a file about the class cannot be read; the
   *     message names it
   */
  public static RunContents of(RunReading reading) throws IOException {
    Path folder = reading.folder();
    ClassRecords records = reading.records();
    ClassGrades grades = reading.grades();
    List<GradeReport> reports =
        records.work().stream().flatMap(work -> work.reports().stream()).toList();
    if (records.pseudonyms() == null) {
      return new RunContents(
          reports,
          grades.gradebook(),
          grades.gradebook(),
          entries(folder),
          grades.notes(),
          KeptSimilarity.read(folder),
          new BatchFolder(folder)::whole);
    }
    // Names of files, rows of the roster and shared code would tell who is who.
    return new RunContents(
        reports,
        GradebookBuilder.build(withNames(records)).gradebook(),
        grades.gradebook(),
        Entries.of(List.of()),
        List.of(),
        SharedChoices.NONE,
        new BatchFolder(folder)::whole);
  }

  private static ClassRecords withNames(ClassRecords records) {
    return new ClassRecords(
        records.title(),
        records.work(),
        records.roster(),
        records.settings(),
        records.overrides(),
        null);
  }

  private static Entries entries(Path folder) throws IOException {
    Path file = folder.resolve("entries.json");
    return Files.exists(file) ? JsonReports.readEntries(file) : Entries.of(List.of());
  }
}
