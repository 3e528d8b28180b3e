package dev.assay.run.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.DataStore;
import dev.assay.protocol.Job;
import dev.assay.run.CheckReport;
import dev.assay.run.Grader;
import dev.assay.run.TestProblem;
import dev.assay.run.Workbench;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.isolation.Enclosure;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandbox;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.isolation.command.Program;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that has compiled an answer also builds it. */
class WarmBuilderTest {
  /** Longer than any test waits for what must happen. */
  private static final int AMPLE_SECONDS = 300;

  @TempDir Path folder;
  private final List<String> started = new ArrayList<>();

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

  private Grader grader() {
    Installation here = Workbench.installation();
    Sandbox noting = new Noting(Sandboxes.best().sandbox(), started);
    return new Grader(
        new Workers(here, noting, Isolation.Level.NONE),
        new DataStore(here.embeddedData(), null, here.cache()),
        GradeOptions.withSeed(42),
        List.of("iris"),
        folder);
  }

  private static Candidate compile(Grader grader, String... answers) throws Exception {
    List<String> sources = new ArrayList<>(List.of("Base.java"));
    sources.addAll(List.of(answers));
    return grader.compile(Workbench.submission("ann", sources));
  }

  private static CheckReport check(Grader grader, Candidate candidate) throws Exception {
    CheckReport report = grader.check(candidate, TestProblem.assignment(TestProblem.LIMITS), false);
    assertThat(report.verdict()).as(report.message()).isNull();
    return report;
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  @Test
  void theOnlyAnswerIsBuiltByTheProcessThatCompiledIt() throws Exception {
    Grader grader = grader();
    try (Candidate candidate = compile(grader, "trained/Good.java")) {
      CheckReport report = check(grader, candidate);
      assertThat(report.printed()).isEqualTo("the candidate was here\n");
    }
    assertThat(started).containsExactly("Compile");
    assertThat(folder.resolve("ann/compile.log")).isEmptyFile();
    assertThat(folder.resolve("ann/model.pb")).doesNotExist();
    assertThat(folder.resolve("ann/model.json")).doesNotExist();
  }

  @Test
  @Tag("exhaustive")
  void anotherBuildTakesAnotherProcessAndGivesTheSameModel() throws Exception {
    Grader grader = grader();
    try (Candidate candidate = compile(grader, "trained/Good.java")) {
      CheckReport first = check(grader, candidate);
      assertThat(check(grader, candidate)).isEqualTo(first);
    }
    assertThat(started).containsExactly("Compile", "Build");
  }

  @Test
  @Tag("exhaustive")
  void severalAnswersAreBuiltByProcessesThatCanOnlyReadTheirClasses() throws Exception {
    Set<ProcessHandle> before = children();
    try (Candidate both = compile(grader(), "trained/Good.java", "checked/Exits.java")) {
      assertThat(both.builders()).hasSize(2);
      assertThat(both.warm()).isNull();
      assertThat(children()).isEqualTo(before);
    }
  }

  @Test
  void aProcessThatWasKilledAsItWaitedIsReplaced() throws Exception {
    Set<ProcessHandle> before = children();
    Grader grader = grader();
    try (Candidate candidate = compile(grader, "trained/Good.java")) {
      for (ProcessHandle child : children()) {
        if (!before.contains(child)) {
          child.descendants().forEach(ProcessHandle::destroyForcibly);
          child.destroyForcibly();
          assertThat(child.onExit().get(AMPLE_SECONDS, TimeUnit.SECONDS)).isEqualTo(child);
        }
      }
      check(grader, candidate);
    }
    assertThat(started).containsExactly("Compile", "Build");
  }

  @Test
  void withoutABuildTheProcessEndsWithItsCandidate() throws Exception {
    Set<ProcessHandle> before = children();
    try (Candidate candidate = compile(grader(), "trained/Good.java")) {
      assertThat(Objects.requireNonNull(candidate.warm())).isNotNull();
      assertThat(children()).isNotEqualTo(before);
    }
    assertThat(children()).isEqualTo(before);
    assertThat(folder.resolve("ann/model.pb")).doesNotExist();
  }
}
