package dev.assay.batch.results;

import dev.assay.commons.files.WholeFile;
import dev.assay.findings.Sentence;
import dev.assay.report.gradebook.building.ClassGrades;
import dev.assay.report.gradebook.building.ClassRecords;
import dev.assay.report.gradebook.building.GradebookBuilder;
import dev.assay.report.json.GradebookJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run's folder whose results are read when they are first asked for, and then not again: summary,
 * gradebook, pages and exports of a class of thousands are made of one reading. Settings, roster
 * and points given by hand are read each time.
 */
public final class RunReading {
  private final Path folder;
  private @Nullable RunResults results;

  /** A folder that has not been read yet. */
  public RunReading(Path folder) {
    this.folder = folder;
  }

  /** A folder whose results have been read. */
  public static RunReading of(Path folder, RunResults results) {
    RunReading reading = new RunReading(folder);
    reading.results = results;
    return reading;
  }

  /** The run's folder. */
  public Path folder() {
    return folder;
  }

  /**
   * The results.
   *
   * @throws IOException if the folder cannot be listed
   */
  public RunResults results() throws IOException {
    if (results == null) {
      results = RunResults.read(folder);
    }
    return results;
  }

  /**
   * What the grades of the run are made from.
   *
   * @throws IOException if the folder cannot be listed, or its settings, its roster or points given
   *     by hand cannot be read
   */
  public ClassRecords records() throws IOException {
    ClassFiles files = new ClassFiles(folder);
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return new ClassRecords(
        name == null ? "run" : name.toString(),
        results().work(),
        files.roster(),
        files.settings(),
        files.overrides(),
        files.pseudonyms());
  }

  /**
   * The grades of the run.
   *
   * @throws IOException as {@link #records}
   */
  public ClassGrades grades() throws IOException {
    ClassGrades grades = GradebookBuilder.build(records());
    List<Sentence> notes = new ArrayList<>(results().notes());
    notes.addAll(grades.notes());
    return new ClassGrades(grades.gradebook(), notes);
  }

  /**
   * Writes the gradebook into the folder as it is now.
   *
   * @throws IOException as {@link #records}, or if the gradebook cannot be written
   */
  public ClassGrades keep() throws IOException {
    ClassGrades grades = grades();
    byte[] json = GradebookJson.of(grades).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(new ClassFiles(folder).gradebookFile(), json);
    return grades;
  }
}
