package dev.assay.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

/** What the tests of an answer's steps make of a grading, however it ends. */
@Timeout(60)
class AnswerProgressTest {
  private static final Path FILE = Path.of("result.json");

  /** The outcome of each step. */
  private static List<String> outcomes(AnswerProgress progress) {
    return Arrays.stream(AnswerStep.values())
        .map(step -> new StepTest(progress, step, Catalogue.english()))
        .map(test -> outcome(catchThrowable(test::run)))
        .toList();
  }

  private static String outcome(Throwable thrown) {
    return thrown == null ? "ok" : thrown.getClass().getSimpleName();
  }

  @Test
  void anErrorOfTheGraderIsNoFailure() {
    AnswerProgress progress = new AnswerProgress("iris");
    progress.graded(
        new GradedAnswer(AnswerStepTest.ended(Verdict.GRADER_ERROR, "build", "digest"), FILE));
    assertThat(outcomes(progress))
        .containsExactly(
            "ok",
            "GraderErrorException",
            "TestAbortedException",
            "TestAbortedException",
            "TestAbortedException",
            "TestAbortedException");
  }

  @Test
  void aGraderThatEndsWithoutAResultIsAnErrorOfTheFirstStep() {
    AnswerProgress progress = new AnswerProgress("iris");
    progress.failed(new IOException("the disk is full"));
    assertThat(outcomes(progress))
        .startsWith("GraderErrorException", "TestAbortedException")
        .endsWith("TestAbortedException");
    assertThatThrownBy(new StepTest(progress, AnswerStep.COMPILES, Catalogue.english())::run)
        .hasMessageContaining("the disk is full")
        .hasCauseInstanceOf(IOException.class);
  }

  /** A step that was shown to succeed does not fail afterwards. */
  @Test
  void aGraderThatEndsWhileItTrainsIsAnErrorOfThatStep() {
    AnswerProgress killed = new AnswerProgress("iris");
    killed.accepted();
    killed.failed(new InterruptedException("the grader is ending"));
    AnswerProgress failed = new AnswerProgress("iris");
    failed.accepted();
    failed.graded(new GradedAnswer(AnswerStepTest.ended(Verdict.GRADER_ERROR, "", null), FILE));
    for (AnswerProgress progress : List.of(killed, failed)) {
      assertThat(outcomes(progress))
          .containsExactly(
              "ok",
              "ok",
              "ok",
              "GraderErrorException",
              "TestAbortedException",
              "TestAbortedException");
    }
  }

  @Test
  void stepsBeforeTheTrainingSucceedBeforeThereIsAResult() throws Exception {
    AnswerProgress begun = new AnswerProgress("iris");
    begun.accepted();
    assertThat(begun.endBy(AnswerStep.KEEPS_CONTRACT)).isEmpty();
    assertThat(begun.isGraded()).isFalse();
  }

  @Test
  void aResultWithoutABeginningIsTheSubmissionsOwn() throws Exception {
    GradeReport report = AnswerStepTest.ended(Verdict.NO_ANSWER, "compile", "digest");
    SubmissionProgress submission = new SubmissionProgress();
    submission.finished(report, FILE);
    submission.done();
    assertThat(submission.next()).map(AnswerProgress::problem).contains("iris");
    assertThat(submission.next()).isEmpty();
    assertThat(submission.first().result().report()).isEqualTo(report);
  }

  @Test
  void aSubmissionThatWasNeverReachedHasOneError() throws Exception {
    SubmissionProgress submission = new SubmissionProgress();
    submission.failed(new IOException("the disk is full"));
    AnswerProgress answer = submission.next().orElseThrow();
    assertThat(outcomes(answer)).startsWith("GraderErrorException", "TestAbortedException");
    assertThat(submission.next()).isEmpty();
  }

  @Test
  void aSkippedStepSaysWhere() {
    AnswerProgress progress = new AnswerProgress("iris");
    progress.graded(
        new GradedAnswer(AnswerStepTest.ended(Verdict.DIVERGED, "train", "digest"), FILE));
    assertThatThrownBy(new StepTest(progress, AnswerStep.RELOADS, Catalogue.english())::run)
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("Not reached: grading ended at \"trains\".");
  }
}
