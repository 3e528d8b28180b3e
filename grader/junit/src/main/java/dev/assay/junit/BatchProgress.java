package dev.assay.junit;

import dev.assay.batch.BatchListener;
import dev.assay.report.GradeReport;
import dev.assay.run.grading.AcceptedModel;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.Submission;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The gradings of a batch, by submission. */
final class BatchProgress implements BatchListener {
  private final Map<String, SubmissionProgress> submissions = new LinkedHashMap<>();

  BatchProgress(List<HandIn> handedIn) {
    handedIn.forEach(submission -> submissions.put(submission.id(), new SubmissionProgress()));
  }

  /** The ids of the submissions, in their order. */
  List<String> ids() {
    return List.copyOf(submissions.keySet());
  }

  /** The gradings of a submission. */
  SubmissionProgress of(String id) {
    return Objects.requireNonNull(submissions.get(id), id);
  }

  @Override
  public GradingListener gradings() {
    return new GradingListener() {
      private String id = "";

      @Override
      public void started(Submission submission, Assignment assignment) {
        id = submission.id();
        of(id).started(submission, assignment);
      }

      @Override
      public void built(AcceptedModel model) {
        of(id).built(model);
      }

      @Override
      public void finished(GradeReport report, Path file) {
        of(report.submission().id()).finished(report, file);
      }
    };
  }

  @Override
  public void submissionDone(List<GradeReport> reports) {
    of(reports.get(0).submission().id()).done();
  }

  /** The grader ended before all had their results. */
  void failed(Throwable cause) {
    submissions.values().forEach(submission -> submission.failed(cause));
  }
}
