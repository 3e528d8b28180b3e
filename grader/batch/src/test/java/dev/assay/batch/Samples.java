package dev.assay.batch;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two problems, and data and workers in a folder of the test, for tests of batches. */
public record Samples(Path folder) {
  static final Problems PROBLEMS = Problems.load();
  static final Problem IRIS = PROBLEMS.find("iris").orElseThrow();
  static final Problem FASHION = PROBLEMS.find("fashion-mnist").orElseThrow();

  private static final Path EMBEDDED =
      Path.of(System.getProperty("assay.home"), "datasets", "embedded");

  /** The embedded data and, where {@link #fetch} put it, full data. */
  DataStore store() {
    return new DataStore(EMBEDDED, folder.resolve("data"), folder.resolve("cache"));
  }

  Assignments assignments(String data) {
    return new Assignments(PROBLEMS, store(), data);
  }

  Selection selection(boolean named, Problem... problems) {
    return new Selection(assignments(Assignments.AUTO), List.of(problems), named);
  }

  public BatchPlan plan(boolean resumes) {
    return new BatchPlan(
        selection(false, IRIS),
        HiddenPart.PUBLISHED,
        GradeOptions.withSeed(GradeOptions.DEFAULT_SEED),
        2,
        resumes);
  }

  /** Puts files of the right names where the store looks for them. */
  void fetch(DatasetEntry entry) throws IOException {
    Path files = Files.createDirectories(store().folder(entry));
    for (var file : entry.fileSet().files()) {
      Files.writeString(files.resolve(file.name()), "");
    }
  }

  /** Workers that could start no process: nothing that these tests grade needs one. */
  public Workers workers() {
    return new Workers(
        new Installation(folder, folder, List.of(), folder.resolve("cache")),
        Sandboxes.plain("as the test wants it").sandbox(),
        Isolation.Level.NONE);
  }

  /** A class of students: two submissions without a source, and a file that is left out. */
  public HandedIn handedIn() throws Exception {
    Path all = Files.createDirectories(folder.resolve("class"));
    Files.createDirectories(all.resolve("ann"));
    Files.createDirectories(all.resolve("ben"));
    Files.writeString(all.resolve("grades.txt"), "");
    return HandedIn.find(List.of(all));
  }

  static void source(Path folder, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder).resolve("Answer.java"), text);
  }
}
