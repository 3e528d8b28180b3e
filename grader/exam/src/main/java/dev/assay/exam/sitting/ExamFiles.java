package dev.assay.exam.sitting;

import java.nio.file.Path;

/**
 * The files that Assay keeps of an exam, where its owner alone may read.
 *
 * @param folder named by the exam's id
 */
public record ExamFiles(Path folder) {
  /** The name of the ledger in the exam's own folder. */
  public static final String LEDGER = "ledger.jsonl";

  /** The exam's id. */
  public String id() {
    return String.valueOf(folder.getFileName());
  }

  Path key() {
    return folder.resolve("key");
  }

  Path head() {
    return folder.resolve("head");
  }

  Path lock() {
    return folder.resolve("ledger.lock");
  }

  /** The lock of the process that grades. */
  public Path gradingLock() {
    return folder.resolve("grading.lock");
  }

  Path blueprint() {
    return folder.resolve("blueprint.json");
  }

  /** The sources of an attempt, as they arrived. */
  public Path sources(Attempt attempt) {
    return folder.resolve("sources").resolve(attempt.id());
  }

  /** How often the grading of an attempt began. */
  public GradingTries tries(Attempt attempt) {
    return new GradingTries(folder.resolve("tries").resolve(attempt.id()));
  }

  Path outcome(Attempt attempt) {
    return folder.resolve("outcomes").resolve(attempt.id() + ".json");
  }

  /**
   * The folder of the results of a repeat.
   *
   * @param repeat from 1
   */
  public Path results(int repeat) {
    return folder.resolve("results").resolve("repeat-" + repeat);
  }
}
