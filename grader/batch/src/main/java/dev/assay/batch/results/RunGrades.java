package dev.assay.batch.results;

import dev.assay.report.gradebook.building.ClassGrades;
import dev.assay.report.gradebook.building.ClassRecords;
import java.io.IOException;
import java.nio.file.Path;

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
    return new RunReading(folder).grades();
  }

  /**
   * Reads a run's folder, and writes its gradebook there as it is now.
   *
   * @throws IOException as {@link #read}, or if the gradebook cannot be written
   */
  public static ClassGrades keep(Path folder) throws IOException {
    return new RunReading(folder).keep();
  }

  /**
   * Reads what the grades of a run are made from.
   *
   * @throws IOException as {@link #read}
   */
  public static ClassRecords records(Path folder) throws IOException {
    return new RunReading(folder).records();
  }
}
