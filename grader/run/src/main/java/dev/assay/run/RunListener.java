package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.keras.training.EpochResult;
import dev.assay.report.GradeReport;
import dev.assay.run.submissions.Submission;
import dev.assay.worker.protocol.BuiltModel;
import dev.assay.worker.protocol.Message;
import java.nio.file.Path;

/** Hears of a grading while it runs. */
public interface RunListener {
  /** A grading begins. */
  void started(Submission submission, Assignment assignment);

  /** The data was loaded. */
  void loaded(Assignment assignment, Dataset data);

  /** The candidate's model was built and accepted. */
  void built(BuiltModel model);

  /** Training goes on; a few times a second. */
  void step(Message.Step step);

  /** An epoch ended. */
  void epoch(EpochResult result);

  /** A grading ended, and its report was written. */
  void finished(GradeReport report, Path file);
}
