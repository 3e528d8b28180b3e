package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.DataStore;
import dev.assay.protocol.Job;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.isolation.Enclosure;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandbox;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.isolation.command.Program;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradings that share processes: each gives what it gives alone, and nothing outlives them. */
class WarmGradingTest {
  /** Longer than any test waits for what must happen. */
  private static final int AMPLE_SECONDS = 300;

  /** Answers that pass, fail, diverge, and that TensorFlow refuses to train. */
  private static final List<String> MIXED =
      List.of("Good", "LogOfNegative", "KnowsARule", "FixedBatch");

  @TempDir Path folder;
  private final Set<ProcessHandle> before = descendants();
  private final List<String> started = Collections.synchronizedList(new ArrayList<>());
  private final List<Workers> opened = new ArrayList<>();

  /** Notes which processes are started. */
  private record Noting(Sandbox sandbox, List<String> started) implements Sandbox {
    @Override
    public String name() {
      return sandbox.name();
    }

    @Override
    public Enclosure enclose(Program program, Job job, Path scratch) throws IOException {
      started.add(job.getClass().getSimpleName());
      return sandbox.enclose(program, job, scratch);
    }
  }

  private Workers warm(Sandboxes sandboxes) {
    Sandbox noting = new Noting(sandboxes.sandbox(), started);
    Workers workers = new Workers(Workbench.installation(), noting, Isolation.Level.NONE).warm();
    opened.add(workers);
    return workers;
  }

  private Grader grader(Workers workers, String run) {
    Installation here = workers.installation();
    return new Grader(
        workers,
        new DataStore(here.embeddedData(), null, here.cache()),
        GradeOptions.withSeed(42),
        List.of("iris"),
        folder.resolve(run));
  }

  private static GradeReport grade(Grader grader, String answer) throws Exception {
    return grade(grader, Workbench.answer("trained." + answer));
  }

  private static GradeReport grade(Grader grader, Candidate candidate) throws Exception {
    return grader.grade(
        candidate, TestProblem.assignment(TestProblem.LIMITS), GradingListener.SILENT);
  }

  /** What must not depend on what was graded before. */
  private static String result(GradeReport report) {
    return String.join(
        "\n",
        report.verdict().name(),
        report.judgement().message(),
        report.judgement().findings().toString(),
        String.valueOf(report.scores()),
        report.circumstances().provenance().digests().toString(),
        String.valueOf(report.circumstances().isolation()));
  }

  private static Set<ProcessHandle> descendants() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  @AfterEach
  void nothingOutlivesTheGradings() throws Exception {
    opened.forEach(Workers::close);
    for (ProcessHandle process : descendants()) {
      if (!before.contains(process)) {
        assertThat(process.onExit().get(AMPLE_SECONDS, TimeUnit.SECONDS)).isEqualTo(process);
      }
    }
  }

  private Map<String, String> results(Sandboxes sandboxes, String run, List<String> answers)
      throws Exception {
    Map<String, String> results = new LinkedHashMap<>();
    try (Workers workers = warm(sandboxes);
        Grader grader = grader(workers, run)) {
      for (String answer : answers) {
        String result = result(grade(grader, answer));
        assertThat(results.getOrDefault(answer, result)).as(answer).isEqualTo(result);
        results.put(answer, result);
      }
    }
    return results;
  }

  @Test
  void anyOrderGivesTheSameResults() throws Exception {
    List<String> answers = new ArrayList<>(MIXED);
    answers.addAll(MIXED);
    Collections.shuffle(answers, new Random(15));
    Map<String, String> results = results(Sandboxes.best(), "some", answers);
    assertThat(results.keySet()).containsExactlyInAnyOrderElementsOf(MIXED);
    // Here it is the first of its processes.
    String last = answers.get(answers.size() - 1);
    assertThat(results(Sandboxes.best(), "alone", List.of(last)))
        .containsEntry(last, results.get(last));
    assertThat(results.values())
        .extracting(result -> result.lines().findFirst().orElseThrow())
        .containsExactlyInAnyOrder("PASSED", "DIVERGED", "PASSED", "CONTRACT_VIOLATION");
  }

  @Test
  void oneProcessTrainsAndOnePredictsForAll() throws Exception {
    try (Workers workers = warm(Sandboxes.best());
        Grader grader = grader(workers, "run")) {
      GradeReport first = grade(grader, "Good");
      assertThat(first.verdict()).as(first.judgement().message()).isEqualTo(Verdict.PASSED);
      Set<ProcessHandle> serving = new HashSet<>(descendants());
      assertThat(result(grade(grader, "Good"))).isEqualTo(result(first));
      assertThat(descendants()).containsAll(serving);
    }
    assertThat(started).containsExactlyInAnyOrder("Build", "Serve", "Serve", "Build");
  }

  @Test
  @Tag("exhaustive")
  void withoutASandboxProcessesServeManyToo() throws Exception {
    Sandboxes plain = Sandboxes.plain("for the test");
    List<String> answers = List.of("Good", "Good");
    assertThat(results(plain, "plain", answers).get("Good")).startsWith("PASSED");
    assertThat(started).containsExactlyInAnyOrder("Build", "Serve", "Serve", "Build");
  }

  @Test
  void aProcessThatWasKilledAsItWaitedIsReplacedWithoutAWord() throws Exception {
    try (Workers workers = warm(Sandboxes.best());
        Grader grader = grader(workers, "run")) {
      String first = result(grade(grader, "Good"));
      for (ProcessHandle process : descendants()) {
        if (!before.contains(process)) {
          process.destroyForcibly();
          assertThat(process.onExit().get(AMPLE_SECONDS, TimeUnit.SECONDS)).isEqualTo(process);
        }
      }
      assertThat(result(grade(grader, "Good"))).isEqualTo(first);
    }
  }

  @Test
  void oneProcessCompilesForAllAndEachBuilderHasItsOwn() throws Exception {
    List<String> models = new ArrayList<>();
    try (Workers workers = warm(Sandboxes.best());
        Grader grader = grader(workers, "run")) {
      workers.expect(3);
      for (String id : List.of("ann", "bob", "cat")) {
        Submission submission = Workbench.submission(id, List.of("Base.java", "trained/Good.java"));
        try (Candidate candidate = grader.compile(submission)) {
          assertThat(candidate.fault()).isNull();
          assertThat(candidate.warm()).isNull();
          CheckReport report =
              grader.check(candidate, TestProblem.assignment(TestProblem.LIMITS), false);
          assertThat(report.verdict()).as(report.message()).isNull();
          assertThat(report.printed()).isEqualTo("the candidate was here\n");
        }
        byte[] model =
            Files.readAllBytes(folder.resolve("run").resolve(id).resolve("iris/model.pb"));
        models.add(Arrays.toString(model));
      }
    }
    assertThat(new TreeSet<>(models)).hasSize(1);
    assertThat(started).containsExactlyInAnyOrder("Serve", "Await", "Await", "Await");
  }

  @Test
  @Tag("exhaustive")
  void errorsOfOneSubmissionAreNotThoseOfTheNext() throws Exception {
    try (Workers workers = warm(Sandboxes.best());
        Grader grader = grader(workers, "run")) {
      workers.expect(2);
      String wrong = "@dev.assay.problems.Answers(\"iris\")\nclass Answer {\n  int x = true;\n}\n";
      Submission broken = Workbench.submission(folder.resolve("in"), "Answer.java", wrong);
      try (Candidate candidate = grader.compile(broken)) {
        assertThat(candidate.refusal("iris", List.of("iris")).orElseThrow().verdict())
            .isEqualTo(Verdict.COMPILE_ERROR);
      }
      Submission good = Workbench.submission("ann", List.of("Base.java", "trained/Good.java"));
      try (Candidate candidate = grader.compile(good)) {
        assertThat(candidate.fault()).isNull();
        assertThat(grade(grader, candidate).verdict()).isEqualTo(Verdict.PASSED);
      }
    }
    assertThat(started).containsExactlyInAnyOrder("Serve", "Await", "Serve", "Serve");
  }
}
