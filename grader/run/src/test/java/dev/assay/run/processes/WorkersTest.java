package dev.assay.run.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.Job;
import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import dev.assay.run.Workbench;
import dev.assay.run.isolation.ControlGroup;
import dev.assay.run.isolation.Enclosure;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.MadeUpGroups;
import dev.assay.run.isolation.Sandbox;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.isolation.command.Program;
import dev.assay.worker.WorkerMain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  /** Longer than any test waits for what must happen. */
  private static final int AMPLE_SECONDS = 300;

  private static final ProblemSpec IRIS =
      new ProblemSpec(
          "iris",
          "embedded",
          new TensorSpec(ElementType.FLOAT32, List.of(4)),
          Task.MULTICLASS_CLASSIFICATION,
          3,
          new Limits(500, 100_000, 10, 20, 120),
          1);

  @TempDir Path folder;
  private final Workers workers = new Workers(Workbench.installation());

  /** A sandbox whose processes seem to be in a group. */
  private record Counted(Sandbox sandbox, ControlGroup group) implements Sandbox {
    @Override
    public String name() {
      return sandbox.name();
    }

    @Override
    public Enclosure enclose(Program program, Job job, Path scratch) throws IOException {
      Enclosure inside = sandbox.enclose(program, job, scratch);
      return new Enclosure(inside.command(), inside.folder(), inside.job(), inside.end(), group);
    }
  }

  private Job.Build build(String answer) throws Exception {
    return new Job.Build(
        Workbench.classes(),
        "answers." + answer,
        IRIS,
        folder.resolve("model.pb"),
        folder.resolve("model.json"));
  }

  private Outcome run(Job job, int seconds) throws Exception {
    return workers.run(Role.BUILD, job, seconds, folder.resolve("log"), message -> {});
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  /** A child that was killed may take a moment to go; one that was not would never. */
  private static void assertThatTheOthersEnd(Set<ProcessHandle> before) throws Exception {
    for (ProcessHandle child : children()) {
      if (!before.contains(child)) {
        assertThat(child.onExit().get(AMPLE_SECONDS, TimeUnit.SECONDS)).isEqualTo(child);
      }
    }
  }

  @Test
  void aBuilderLeavesItsModelAndWhatItPrinted() throws Exception {
    Set<ProcessHandle> before = children();
    assertThat(run(build("trained.Good"), AMPLE_SECONDS))
        .isEqualTo(new Outcome.Answered(new Message.Built()));
    assertThat(folder.resolve("model.pb")).isNotEmptyFile();
    assertThat(folder.resolve("model.json")).isNotEmptyFile();
    assertThat(folder.resolve("log")).hasContent("the candidate was here");
    assertThatTheOthersEnd(before);
  }

  @Test
  void aChildIsInAnEmptyFolderOfItsOwnAndToldNothing() throws Exception {
    Workers plain =
        new Workers(
            Workbench.installation(),
            Sandboxes.plain("as the test wants it").sandbox(),
            Isolation.Level.NONE);
    plain.run(
        Role.BUILD,
        build("checked.LooksAround"),
        AMPLE_SECONDS,
        folder.resolve("log"),
        message -> {});
    List<String> said = Files.readAllLines(folder.resolve("log"));
    Path scratch = Path.of(said.get(0).replaceFirst("folder ", ""));
    assertThat(said)
        .containsExactly(
            "folder " + scratch,
            "temporary " + scratch,
            "told [LANG, TEMP, TF_CPP_MIN_LOG_LEVEL, TMP, TMPDIR]",
            "files 0");
    assertThat(scratch).isNotEqualTo(Path.of("").toAbsolutePath()).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aChildStartsWithTheClassesThatOneBeforeItRecorded() throws Exception {
    Job.Build build = build("checked.ShowsItsArchives");
    assumeTrue(workers.areRecorded(), "recorded by mvn verify only, which has packed classes");
    run(build, AMPLE_SECONDS);
    assertThat(folder.resolve("log")).hasContent("2 archives");
  }

  @Test
  void whatTheKernelCountedSaysWhyAProcessDied() throws Exception {
    ControlGroup killed =
        new MadeUpGroups(folder).child(Role.BUILD.limits(), "oom 1\noom_kill 1\n", "max 0\n");
    Workers there =
        new Workers(
            Workbench.installation(),
            new Counted(Sandboxes.best().sandbox(), killed),
            Isolation.Level.NONE);
    Path log = folder.resolve("log");
    assertThat(there.run(Role.BUILD, build("checked.Exits"), AMPLE_SECONDS, log, message -> {}))
        .isEqualTo(
            new Outcome.UsedTooMuch(
                Outcome.Resource.MEMORY, killed.peakBytes(), Role.BUILD.limits().memoryBytes()));
  }

  @Test
  void aLogThatIsCutSaysSo() throws Exception {
    run(build("checked.PrintsForever"), AMPLE_SECONDS);
    assertThat(folder.resolve("log")).content().endsWith("cut: only the first 256 KiB are kept.\n");
  }

  @Test
  void aProcessThatTakesTooLongIsEnded() throws Exception {
    Set<ProcessHandle> before = children();
    assertThat(run(build("checked.LoopsInBuild"), 1)).isEqualTo(new Outcome.TimedOut(1));
    assertThatTheOthersEnd(before);
  }

  @Test
  void closingInTheMiddleInterruptsTheCallerAndEndsTheChild() throws Exception {
    Set<ProcessHandle> before = children();
    Job job = build("checked.LoopsInBuild");
    FutureTask<Outcome> task = new FutureTask<>(() -> run(job, AMPLE_SECONDS));
    Thread thread = new Thread(task, "closing-test");
    thread.start();
    while (before.containsAll(children()) && thread.isAlive()) {
      Thread.sleep(20);
    }
    workers.close();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> task.get(AMPLE_SECONDS, TimeUnit.SECONDS))
        .withCauseInstanceOf(InterruptedException.class);
    assertThatTheOthersEnd(before);
  }

  @Test
  void nothingIsStartedAfterClosing() throws Exception {
    workers.close();
    Job job = build("trained.Good");
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> run(job, 1));
    assertThat(folder.resolve("log")).doesNotExist();
  }

  /** A sandbox that fails before its process is there, and notes what it was given and put back. */
  private record Failing(boolean encloses, List<Path> scratch, List<String> notes)
      implements Sandbox {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Enclosure enclose(Program program, Job job, Path folder) throws IOException {
      scratch.add(folder);
      if (!encloses) {
        throw new IOException("no room");
      }
      return new Enclosure(
          List.of(folder.resolve("no-program").toString()),
          folder,
          job,
          () -> notes.add("put back"),
          null);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aProcessThatCannotBeStartedLeavesNothing(boolean encloses) throws Exception {
    Failing failing = new Failing(encloses, new ArrayList<>(), new ArrayList<>());
    Workers there = new Workers(Workbench.installation(), failing, Isolation.Level.NONE);
    Job job = build("trained.Good");
    assertThatIOException()
        .isThrownBy(() -> there.run(Role.BUILD, job, 1, folder.resolve("log"), message -> {}))
        .withMessageContaining(encloses ? "no-program" : "no room");
    assertThat(failing.scratch())
        .singleElement()
        .satisfies(path -> assertThat(path).doesNotExist());
    assertThat(failing.notes()).hasSize(encloses ? 1 : 0);
  }

  @Test
  void withoutNativeLibrariesNothingThatNeedsThemIsStarted() throws Exception {
    Installation here = Workbench.installation();
    Path missing = folder.resolve("natives");
    Workers bare =
        new Workers(new Installation(here.home(), missing, here.classPath(), here.cache()));
    Job job = build("trained.Good");
    assertThatIOException()
        .isThrownBy(() -> bare.run(Role.BUILD, job, 1, folder.resolve("log"), message -> {}))
        .withMessageContaining("native libraries are not in " + missing)
        .withMessageContaining("Build Assay again");
  }

  @Test
  void nativeLibrariesThatDoNotLoadAreOurFault() throws Exception {
    Installation here = Workbench.installation();
    Path empty = Files.createDirectories(folder.resolve("natives"));
    Workers broken =
        new Workers(new Installation(here.home(), empty, here.classPath(), here.cache()));
    Outcome outcome =
        broken.run(
            Role.BUILD, build("trained.Good"), AMPLE_SECONDS, folder.resolve("log"), message -> {});
    assertThat(outcome)
        .asInstanceOf(type(Outcome.NeverStarted.class))
        .extracting(Outcome.NeverStarted::reason)
        .asString()
        .contains("UnsatisfiedLinkError");
    assertThat(folder.resolve("log")).content().doesNotContain("the candidate was here");
  }

  @Test
  void aChildEndsWithItsInput() throws Exception {
    Process process = startWorker();
    try (OutputStream in = process.getOutputStream()) {
      String job = Json.write(build("checked.LoopsInInitializer")) + "\n";
      in.write(job.getBytes(StandardCharsets.UTF_8));
      in.flush();
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      assertThat(Json.read(said.readLine(), Message.class)).isInstanceOf(Message.Ready.class);
      assertThat(said.readLine()).isEqualTo(Json.write(new Message.Started()));
    }
    assertThat(process.waitFor(AMPLE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
  }

  @Test
  void aChildWithoutAJobEnds() throws Exception {
    Process process = startWorker();
    process.getOutputStream().close();
    assertThat(process.waitFor(AMPLE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static Process startWorker() throws Exception {
    Installation here = Workbench.installation();
    List<String> classPath =
        Role.BUILD.select(here.classPath()).stream().map(Path::toString).toList();
    return new ProcessBuilder(
            Installation.java().toString(),
            "-Dorg.bytedeco.javacpp.pathsFirst=true",
            "-Djava.library.path=" + here.natives(),
            "-cp",
            String.join(File.pathSeparator, classPath),
            WorkerMain.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
