package dev.assay.run;

import static dev.assay.report.Verdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.Limits;
import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonReports;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.Submissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** Grades hostile answers one after the other, in one level of isolation. */
final class HostileLane implements AutoCloseable {
  /** What a JSON document must hold as escapes only. */
  private static final Pattern RAW =
      Pattern.compile(
          "[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]");

  /** A change of direction, escapes of a terminal, and ends of a line. */
  private static final String CONTROLS =
      "\u202Egnp\u202C \u001B[2J\u001B]0;owned\u0007 ::error::owned \u2028 \u0085 \u009B31m";

  /**
   * Every so many answers, a good one is graded. What follows each answer is the next one, which
   * has to get its own verdict.
   */
  private static final int NEXT = 16;

  /** Every so many, a good one is built at least, where there are walls. */
  private static final int NEXT_BUILT = 4;

  private static final long SEED = 42;

  private static final int MAX_RESULT_BYTES = 50_000;

  private final boolean plain;
  private final Path folder;
  private final Installation installation = Workbench.installation();
  private final Workers workers;
  private final Grader grader;
  private final Grader checker;
  private final HostileGround ground;
  private final GradeReport expected;
  private final Map<String, String> publicRows;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private int graded;

  /** Prepares it: the good answer's result is there before the first of the others comes. */
  HostileLane(boolean plain, Path folder) throws Exception {
    this.plain = plain;
    this.folder = folder;
    Sandboxes sandboxes = plain ? Sandboxes.plain("for the test") : Sandboxes.best();
    Workbench.record(sandboxes.sandbox());
    workers = new Workers(installation, sandboxes.sandbox(), Isolation.Level.NONE).warm();
    // As in a class: builders are prepared, and one compiler serves all.
    workers.expect(HostileCase.all().size());
    grader = grader(workers, folder.resolve("run"));
    checker = grader(workers, folder.resolve("next"));
    expected = good();
    publicRows = PublicRows.of(store(), SEED);
    ground =
        HostileGround.in(
            folder.resolve("outside"),
            List.of(folder, installation.natives(), installation.cache()),
            HostileProcesses.of(
                plain, workers, Objects.requireNonNull(folder.toAbsolutePath().getParent())));
  }

  private Grader grader(Workers workers, Path run) {
    return new Grader(workers, store(), GradeOptions.withSeed(SEED), List.of("iris"), run);
  }

  private DataStore store() {
    return new DataStore(installation.embeddedData(), null, installation.cache());
  }

  @Override
  public String toString() {
    return plain ? "plain" : "strict";
  }

  Future<?> submit(HostileCase hostile) {
    return thread.submit(
        () -> {
          grade(hostile);
          return null;
        });
  }

  private void grade(HostileCase hostile) throws Exception {
    Path submission = folder.resolve("submissions").resolve(hostile.name());
    Path own = folder.resolve("run").resolve(hostile.name());
    hostile.writeTo(submission, places(own));
    holdData(hostile.problem());
    ground.remember();
    try {
      Verdict verdict = verdict(hostile, submission);
      assertThat(hostile.verdicts(plain)).as(verdict.message()).contains(verdict.name());
      if (!plain) {
        assertThat(verdict.message()).contains(hostile.says());
      }
      assertThat(verdict.message().length()).isLessThan(10_000);
      assertThat(hostile.saysWhatItMustNot(verdict.message())).as(verdict.message()).isFalse();
      if (!hostile.escapes(plain)) {
        ground.assertUntouched(own);
      }
    } finally {
      ground.tidy();
    }
    if (++graded % NEXT == 0) {
      assertNextIsGradedAsEver();
    } else if (!plain && graded % NEXT_BUILT == 0) {
      assertNextIsBuiltAsEver();
    }
  }

  /** Lets the grader's own cache hold what a grading needs, so that it does not grow during one. */
  private void holdData(String problem) throws DataException {
    try (PreparedData data = new PreparedData(store(), installation.cache(), null)) {
      data.load(TestProblem.assignment(problem, TestProblem.LIMITS).entry(), SEED);
    }
  }

  private void assertNextIsBuiltAsEver() throws Exception {
    CheckReport next =
        checker.check(
            Workbench.answer("trained.Good"), TestProblem.assignment(TestProblem.LIMITS), false);
    assertThat(next.verdict()).as("the next answer: " + next.message()).isNull();
    Path built = folder.resolve("next/answers/iris/model.pb");
    assertThat(built).hasSameBinaryContentAs(folder.resolve("run/answers/iris/model.pb"));
  }

  private void assertNextIsGradedAsEver() throws Exception {
    GradeReport next = good();
    assertThat(next.verdict()).as("the next answer").isEqualTo(PASSED);
    assertThat(next.scores()).isEqualTo(expected.scores());
    assertThat(next.circumstances().isolation()).isEqualTo(expected.circumstances().isolation());
  }

  /** The public rows, each on its own in a Java string. */
  private String iris() {
    try {
      List<String> rows = Files.readAllLines(installation.embeddedData().resolve("iris/iris.csv"));
      return String.join(";", rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> places(Path own) {
    Map<String, String> places = new HashMap<>(publicRows);
    places.putAll(
        Map.of(
            "OUTSIDE", ground.outside().toString(),
            "PORT", Integer.toString(ground.port()),
            "GRADER", Long.toString(ProcessHandle.current().pid()),
            "OWN", own.resolve("iris").toString(),
            "RUN", folder.resolve("run").toString(),
            "NATIVES", installation.natives().toString(),
            "CACHE", installation.cache().toString(),
            "IRIS", iris(),
            "CONTROLS", CONTROLS));
    return places;
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

  private Verdict verdict(HostileCase hostile, Path sources) throws Exception {
    Submission submission = new Submissions().find(sources).get(0).read();
    Limits limits = new Limits(500, 100_000, 10, hostile.buildSeconds(), 120);
    Assignment assignment = TestProblem.assignment(hostile.problem(), limits);
    try (Candidate candidate = grader.compile(submission)) {
      if (!hostile.isGraded()) {
        return Verdict.of(grader.check(candidate, assignment, false));
      }
      GradeReport report = grader.grade(candidate, assignment, GradingListener.SILENT);
      assertThat(report.circumstances().isolation())
          .isEqualTo(expected.circumstances().isolation());
      Path result =
          folder.resolve("run").resolve(hostile.name()).resolve(hostile.problem() + "/result.json");
      assertThat(result).content().contains("\"%s\"".formatted(report.verdict()));
      assertThat(Files.size(result)).isLessThan(MAX_RESULT_BYTES);
      assertThat(RAW.matcher(Files.readString(result)).find()).as("raw controls").isFalse();
      assertThat(JsonReports.read(result).judgement().message())
          .isEqualTo(report.judgement().message());
      assertThat(report.judgement().points()).isLessThanOrEqualTo(hostile.mostPoints());
      return Verdict.of(report);
    }
  }

  private GradeReport good() throws Exception {
    return grader.grade(
        Workbench.answer("trained.Good"),
        TestProblem.assignment(TestProblem.LIMITS),
        GradingListener.SILENT);
  }

  /** When all cases were graded. */
  Future<?> finish() {
    return thread.submit(
        () -> {
          assertNextIsGradedAsEver();
          return null;
        });
  }

  @Override
  public void close() throws IOException {
    thread.shutdownNow();
    workers.close();
    ground.close();
  }
}
