package dev.assay.report.export.ci;

import org.jspecify.annotations.Nullable;

/**
 * A test case of a report: one step of one grading.
 *
 * @param className the student and the problem
 * @param name the step
 * @param seconds how long it took
 * @param outcome how it ended
 * @param type the verdict, where it did not pass
 * @param message why, on one line; empty where it passed
 * @param text all there is to say; empty where there is nothing
 * @param file the source file that is at fault; null where none is
 */
record TestCase(
    String className,
    String name,
    double seconds,
    Outcome outcome,
    String type,
    String message,
    String text,
    @Nullable String file) {
  /** How a step ended. */
  enum Outcome {
    PASSED,
    /** By the student's fault. */
    FAILED,
    /** By the grader's. */
    ERROR,
    /** It did not begin, because one before it did not pass. */
    SKIPPED
  }
}
