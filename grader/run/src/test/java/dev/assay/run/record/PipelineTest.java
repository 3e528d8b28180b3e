package dev.assay.run.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.Reasons;
import dev.assay.run.TestProblem;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GraderException;
import dev.assay.run.grading.Stop;
import dev.assay.run.jobs.Processes;
import dev.assay.run.reporting.ReportMapper;
import dev.assay.run.submissions.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Finding RETRY =
      Finding.of(FindingCode.WORKER_RETRIED, "step", "TRAIN", "reason", "killed");
  private static final Stop STOP = new Stop(Verdict.BUILD_ERROR, Reasons.of("It does not build."));

  private static final Sentence GONE = Reasons.of("The data is gone.");

  private final Stopwatch clock = new Stopwatch();
  private final Started started = started();

  private static Started started() {
    Candidate candidate =
        new Candidate(
            Submission.of("anna", Path.of("anna"), List.of()),
            Path.of("classes.jar"),
            List.of(),
            null,
            1.5,
            new Processes(null, List.of(RETRY), false),
            null);
    Assignment assignment = TestProblem.assignment(TestProblem.LIMITS);
    return new Started(candidate, assignment, assignment.spec(1));
  }

  private static Ending ending(Pipeline<?> pipeline) {
    assertThat(pipeline.last()).isNull();
    return Objects.requireNonNull(pipeline.ending());
  }

  @Test
  void eachStageIsGivenWhatTheOneBeforeReturned() throws Exception {
    Loaded loaded = new Loaded(started, null);
    Pipeline<Compiled> pipeline =
        Pipeline.begin(clock, started)
            .then("load", before -> Step.of(new Loaded(before, null)))
            .then("compile", before -> Step.of(new Compiled(before, "Answer")));
    assertThat(pipeline.last()).isEqualTo(new Compiled(loaded, "Answer"));
    assertThat(clock.seconds()).containsOnlyKeys("load", "compile");
  }

  @Test
  void aStopEndsTheGradingWithWhatWasKnownAndNothingMoreIsRun() throws Exception {
    Pipeline<Compiled> pipeline =
        Pipeline.begin(clock, started)
            .<Loaded>then("load", before -> Step.stop(STOP))
            .then(
                "compile",
                before -> {
                  throw new AssertionError("it had ended");
                });
    Ending ending = ending(pipeline);
    assertThat(ending).isEqualTo(new Ending.Stopped(started.progress(), STOP));
    assertThat(clock.seconds()).containsOnlyKeys("load");
    GradeReport report =
        ReportMapper.report(started, ending, GradeOptions.withSeed(1), clock.seconds());
    assertThat(report.verdict()).isEqualTo(Verdict.BUILD_ERROR);
    assertThat(report.judgement().findings()).containsExactly(RETRY);
    assertThat(report.scores()).isNull();
  }

  @Test
  void aFailureOfTheGradersIsAnEndOfItsOwn() throws Exception {
    Pipeline<Loaded> failed =
        Pipeline.begin(clock, started)
            .then(
                "load",
                before -> {
                  throw new GraderException(GONE);
                });
    assertThat(ending(failed)).isEqualTo(new Ending.GraderError(started.progress(), List.of(GONE)));
    Pipeline<Loaded> broken =
        Pipeline.begin(clock, started)
            .then(
                "load",
                before -> {
                  throw new IllegalStateException("broken");
                });
    assertThat(ending(broken))
        .isInstanceOfSatisfying(
            Ending.GraderError.class,
            error ->
                assertThat(Sentence.text(error.reasons()))
                    .contains("not the answer", "IllegalStateException: broken"));
  }
}
