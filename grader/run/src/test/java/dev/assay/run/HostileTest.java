package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.DataStore;
import dev.assay.problems.Limits;
import dev.assay.report.GradeReport;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.Submissions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The hostile answers, for real; see {@code src/test/resources/hostile/README.md}. */
class HostileTest {
  @TempDir Path folder;
  private HostileGround ground;

  static Stream<Arguments> cases() throws Exception {
    List<Arguments> cases = new ArrayList<>();
    for (HostileCase hostile : HostileCase.all()) {
      if (Sandboxes.best().whyNotBetter().isEmpty()) {
        cases.add(Arguments.of(hostile, "strict"));
      }
      cases.add(Arguments.of(hostile, "plain"));
    }
    return cases.stream();
  }

  @BeforeEach
  void prepare() throws Exception {
    ground = HostileGround.in(folder.resolve("ground"));
  }

  @AfterEach
  void tidy() throws Exception {
    ground.close();
  }

  @Test
  void thereAreCases() throws Exception {
    assertThat(HostileCase.all()).hasSizeGreaterThanOrEqualTo(80);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theVerdictIsRightAndNothingElseIsTouched(HostileCase hostile, String level)
      throws Exception {
    boolean plain = level.equals("plain");
    hostile.writeTo(folder.resolve("submission"), ground.places());
    Grader grader = grader(plain);
    Verdict verdict = verdict(grader, hostile);
    assertThat(hostile.verdicts(plain)).as(verdict.message()).contains(verdict.name());
    assertThat(verdict.message()).contains(plain ? "" : hostile.says());
    assertThat(verdict.message().length()).isLessThan(10_000);
    if (!hostile.escapes(plain)) {
      ground.assertUntouched();
    }
    ground.endWhatIsLeft();
    assertThat(next(grader).name()).as("the next answer").isEqualTo("ACCEPTED");
  }

  private Grader grader(boolean plain) {
    Installation installation = Workbench.installation();
    Sandboxes sandboxes = plain ? Sandboxes.plain("for the test") : Sandboxes.best();
    return new Grader(
        new Workers(installation, sandboxes.sandbox(), Isolation.Level.NONE),
        new DataStore(installation.embeddedData(), null, installation.cache()),
        GradeOptions.withSeed(42),
        List.of("iris"),
        folder.resolve("run"));
  }

  /** A verdict's name, or ACCEPTED, and what is said with it. */
  private record Verdict(String name, String message) {
    static Verdict of(CheckReport report) {
      return report.verdict() == null
          ? new Verdict("ACCEPTED", "")
          : new Verdict(report.verdict().name(), String.valueOf(report.message()));
    }

    static Verdict of(GradeReport report) {
      return new Verdict(report.verdict().name(), report.judgement().message());
    }
  }

  private Verdict verdict(Grader grader, HostileCase hostile) throws Exception {
    Submission submission =
        new Submissions(folder.resolve("unpacked")).find(folder.resolve("submission")).get(0);
    Candidate candidate = grader.compile(submission);
    Limits limits = new Limits(500, 100_000, hostile.buildSeconds(), 120);
    Assignment assignment = TestProblem.assignment(limits);
    return hostile.isGraded()
        ? Verdict.of(grader.grade(candidate, assignment, RunListener.SILENT))
        : Verdict.of(grader.check(candidate, assignment));
  }

  private static Verdict next(Grader grader) throws Exception {
    return Verdict.of(
        grader.check(Workbench.answer("trained.Good"), TestProblem.assignment(TestProblem.LIMITS)));
  }
}
