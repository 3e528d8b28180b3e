package dev.assay.run.grading;

import dev.assay.datasets.Dataset;
import dev.assay.findings.Finding;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.report.GradeReport;
import dev.assay.run.submissions.Submission;
import java.nio.file.Path;

/** Hears of a grading while it runs, in events of its own: no message of a child process. */
public interface GradingListener {
  /** Hears nothing. */
  GradingListener SILENT = new GradingListener() {};

  /** A grading begins. */
  default void started(Submission submission, Assignment assignment) {}

  /** A submission answers no problem; its one result follows. */
  default void unanswered(Submission submission) {}

  /**
   * An answer gets the result of one with equal sources, which was graded in this run; it follows.
   *
   * @param equal the id of that one's submission
   */
  default void equal(Submission submission, String problem, String equal) {}

  /** The data was loaded. */
  default void loaded(Assignment assignment, Dataset data) {}

  /** The candidate's model was built and accepted. */
  default void built(AcceptedModel model) {}

  /** A part of an ensemble begins to be trained: the steps and epochs that follow are its. */
  default void part(Part part) {}

  /** Training goes on; a few times a second. */
  default void step(TrainingStep step) {}

  /** An epoch ended. */
  default void epoch(EpochResult result) {}

  /** A child process ended on its own; its work, and all that was heard of it, begins again. */
  default void beginsAgain(Finding finding) {}

  /** An answer that passes is trained once more, with few labels. */
  default void auditing() {}

  /** A grading ended, and its report was written. */
  default void finished(GradeReport report, Path file) {}
}
