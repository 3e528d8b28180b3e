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

/** Makes the gradebook of a run of what its folder holds, and of nothing else. */
public final class RunGrades {
  private RunGrades() {}

  /**
   * Reads a run's folder.
   *
   * @throws IOException if it cannot be listed, or its settings, its roster or points given by hand
   *     cannot be read
   */
  public static ClassGrades read(Path folder) throws IOException {
    RunResults results = RunResults.read(folder);
    ClassGrades grades = GradebookBuilder.build(records(folder, results));
    List<Sentence> notes = new ArrayList<>(results.notes());
    notes.addAll(grades.notes());
    return new ClassGrades(grades.gradebook(), notes);
  }

  /**
   * Reads a run's folder, and writes its gradebook there as it is now.
   *
   * @throws IOException as {@link #read}, or if the gradebook cannot be written
   */
  public static ClassGrades keep(Path folder) throws IOException {
    ClassGrades grades = read(folder);
    byte[] json = GradebookJson.of(grades).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(new ClassFiles(folder).gradebookFile(), json);
    return grades;
  }

  /**
   * Reads what the grades of a run are made from.
   *
   * @throws IOException as {@link #read}
   */
  public static ClassRecords records(Path folder) throws IOException {
    return records(folder, RunResults.read(folder));
  }

  private static ClassRecords records(Path folder, RunResults results) throws IOException {
    ClassFiles files = new ClassFiles(folder);
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return new ClassRecords(
        name == null ? "run" : name.toString(),
        results.work(),
        files.roster(),
        files.settings(),
        files.overrides(),
        files.pseudonyms());
  }
}
