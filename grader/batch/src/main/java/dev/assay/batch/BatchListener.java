package dev.assay.batch;

import dev.assay.report.GradeReport;
import dev.assay.run.grading.GradingListener;
import java.nio.file.Path;
import java.util.List;

/**
 * Hears of a batch while it runs.
 *
 * <p>Where several submissions are graded at a time, it is called by several threads.
 */
public interface BatchListener {
  /** Hears nothing. */
  BatchListener SILENT = new BatchListener() {};

  /** The batch begins. */
  default void started(int submissions) {}

  /** A submission begins. */
  default void compiling(String submission) {}

  /** A submission was compiled, and this number of its answers will be graded. */
  default void answers(int count) {}

  /** Makes the listener of the gradings of one submission. */
  default GradingListener gradings() {
    return GradingListener.SILENT;
  }

  /**
   * The result of an earlier batch is kept.
   *
   * @param file the result's
   */
  default void kept(GradeReport report, Path file) {}

  /**
   * The result of an earlier batch cannot be read; the answer is graded again.
   *
   * @param reason a sentence
   */
  default void replaced(String submission, String problem, String reason) {}

  /** An answer has its result. */
  default void answerDone(GradeReport report) {}

  /** A submission has all its results. */
  default void submissionDone(List<GradeReport> reports) {}
}
