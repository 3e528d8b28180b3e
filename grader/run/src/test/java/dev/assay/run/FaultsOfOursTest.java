package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.findings.FindingCode;
import dev.assay.keras.training.EpochResult;
import dev.assay.protocol.Job;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.model.EpochLine;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.AcceptedModel;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.DiskFullException;
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
import dev.assay.worker.WorkerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the grader's side: nothing of it is held against the answer. */
class FaultsOfOursTest {
  private static @Nullable GradeReport undisturbed;

  @TempDir Path folder;

  /** What the good answer gets where nothing goes wrong; graded once, for all tests. */
  private static synchronized GradeReport undisturbed(Path folder) throws Exception {
    if (undisturbed == null) {
      undisturbed = grade(Workbench.grader(folder.resolve("calm")), GradingListener.SILENT);
    }
    return undisturbed;
  }

  private static GradeReport grade(Grader grader, GradingListener listener) throws Exception {
    return grade(grader, "Good", listener);
  }

  private static GradeReport grade(Grader grader, String answer, GradingListener listener)
      throws Exception {
    return grader.grade(
        Workbench.answer("trained." + answer),
        TestProblem.assignment(TestProblem.LIMITS),
        listener);
  }

  private static List<String> codes(GradeReport report) {
    return report.judgement().findings().stream().map(finding -> finding.code().name()).toList();
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  /** A process that is only being made is still its parent's image, with its command line. */
  private static boolean isWorker(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return info.command().filter(command -> command.endsWith("java")).isPresent()
        && info.commandLine().filter(line -> line.contains(WorkerMain.class.getName())).isPresent();
  }

  /**
   * Sends a signal to so many workers, to each when an epoch has ended; of one that is dead there
   * may be more epochs to be heard.
   */
  private record Signals(String signal, int workers, Set<Long> signalled)
      implements GradingListener {
    static Signals of(String signal, int workers) {
      return new Signals(signal, workers, new HashSet<>());
    }

    @Override
    public void epoch(EpochResult result) {
      children().stream()
          .filter(FaultsOfOursTest::isWorker)
          .filter(worker -> signalled.size() < workers && signalled.add(worker.pid()))
          .forEach(this::send);
    }

    private void send(ProcessHandle worker) {
      try {
        new ProcessBuilder("kill", "-" + signal, Long.toString(worker.pid())).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void anErrorInTheGraderIsAResultLikeAnyOther() throws Exception {
    GradingListener broken =
        new GradingListener() {
          @Override
          public void built(AcceptedModel model) {
            throw new IllegalStateException("broken");
          }
        };
    GradeReport report = grade(Workbench.grader(folder), broken);
    assertThat(report.verdict()).isEqualTo(Verdict.GRADER_ERROR);
    assertThat(report.judgement().message())
        .contains("not the answer", "IllegalStateException: broken", "at dev.assay.run.");
    assertThat(report.stages().model()).isNull();
    assertThat(folder.resolve("answers/iris/result.json")).content().contains("GRADER_ERROR");
  }

  @Test
  @Tag("exhaustive")
  void aCacheThatIsDeletedMeanwhileIsFilledAgain() throws Exception {
    Path cache = folder.resolve("cache");
    Installation here = Workbench.installation();
    Installation cached = new Installation(here.home(), here.natives(), here.classPath(), cache);
    GradingListener deleting =
        new GradingListener() {
          @Override
          public void built(AcceptedModel model) {
            delete(cache);
          }
        };
    GradeReport report =
        grade(Workbench.grader(folder.resolve("run"), cached, GradeOptions.withSeed(42)), deleting);
    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(report.scores()).isEqualTo(undisturbed(folder).scores());
    assertThat(cache.resolve("arrays")).isNotEmptyDirectory();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aCompilerThatIsKilledIsReplaced() throws Exception {
    Sandbox killing =
        new Killer(Sandboxes.best().sandbox(), Job.Compile.class, 0, new AtomicInteger(1));
    Installation here = Workbench.installation();
    Grader grader =
        new Grader(
            new Workers(here, killing, Isolation.Level.NONE),
            new DataStore(here.embeddedData(), null, here.cache()),
            GradeOptions.withSeed(42),
            List.of("iris"),
            folder);
    Submission submission = Workbench.submission("ann", List.of("Base.java", "trained/Good.java"));
    try (Candidate candidate = grader.compile(submission)) {
      assertThat(candidate.fault()).isNull();
      GradeReport report =
          grader.grade(
              candidate, TestProblem.assignment(TestProblem.LIMITS), GradingListener.SILENT);
      assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
      assertThat(codes(report)).containsOnlyOnce(FindingCode.WORKER_RETRIED.name());
    }
  }

  @Test
  void aTrainingProcessThatIsKilledIsReplacedAndItsEpochsForgotten() throws Exception {
    assertReplacedAfter("KILL");
  }

  @Test
  @Tag("exhaustive")
  void aTrainingProcessThatCrashesIsReplacedAndItsEpochsForgotten() throws Exception {
    assertReplacedAfter("SEGV");
  }

  private void assertReplacedAfter(String signal) throws Exception {
    GradeReport report = grade(Workbench.grader(folder), "LastsAWhile", Signals.of(signal, 1));
    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(codes(report)).containsOnlyOnce(FindingCode.WORKER_RETRIED.name());
    List<EpochLine> history = Objects.requireNonNull(report.stages().training()).history();
    assertThat(history)
        .extracting(EpochLine::epoch)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, history.size()).boxed().toList());
  }

  @Test
  @Tag("exhaustive")
  void aTrainingProcessThatDiesTwiceIsOurFault() throws Exception {
    GradeReport report = grade(Workbench.grader(folder), "LastsAWhile", Signals.of("KILL", 2));
    assertThat(report.judgement().message())
        .contains("Training failed in the grader, not in the answer", "without an answer");
    assertThat(report.verdict()).isEqualTo(Verdict.GRADER_ERROR);
    assertThat(codes(report)).containsOnlyOnce(FindingCode.WORKER_RETRIED.name());
  }

  /** Kills the first process that is given such a job, some time after it was started. */
  private record Killer(Sandbox sandbox, Class<?> type, int millis, AtomicInteger left)
      implements Sandbox {
    @Override
    public String name() {
      return sandbox.name();
    }

    @Override
    public Enclosure enclose(Program program, Job job, Path scratch) throws IOException {
      if (type.isInstance(job) && left.getAndDecrement() > 0) {
        Set<ProcessHandle> before = children();
        Thread thread = new Thread(() -> kill(before), "killer");
        thread.setDaemon(true);
        thread.start();
      }
      return sandbox.enclose(program, job, scratch);
    }

    private void kill(Set<ProcessHandle> before) {
      try {
        while (children().stream().noneMatch(child -> !before.contains(child) && isWorker(child))) {
          Thread.sleep(5);
        }
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      children().stream()
          .filter(child -> !before.contains(child))
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  static Stream<Arguments> moments() {
    Random random = new Random(20);
    return Stream.of(
        Arguments.of(Job.Build.class, 0),
        Arguments.of(Job.Train.class, random.nextInt(1000)),
        Arguments.of(Job.Train.class, 1000 + random.nextInt(1000)),
        Arguments.of(Job.Predict.class, random.nextInt(1000)));
  }

  /** Whether it had its job, was at work or just done: the next one gives the same result. */
  @ParameterizedTest
  @MethodSource("moments")
  @Tag("exhaustive")
  void aProcessThatIsKilledAtAnyMomentChangesNothing(Class<?> job, int millis) throws Exception {
    Installation here = Workbench.installation();
    Sandbox killer = new Killer(Sandboxes.best().sandbox(), job, millis, new AtomicInteger(1));
    Grader grader =
        new Grader(
            new Workers(here, killer, Isolation.Level.NONE),
            new DataStore(here.embeddedData(), null, here.cache()),
            GradeOptions.withSeed(42),
            List.of("iris"),
            folder.resolve("killed"));
    GradeReport report = grade(grader, GradingListener.SILENT);
    GradeReport calm = undisturbed(folder);
    assertThat(report.judgement().message()).isEqualTo(calm.judgement().message());
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.circumstances().provenance().digests())
        .isEqualTo(calm.circumstances().provenance().digests());
  }

  /** A kill in the middle of a copy, or a file system that was not in order. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, -1})
  @Tag("exhaustive")
  void anArrayThatIsCutOffInTheCacheIsWrittenAgain(int length) throws Exception {
    Installation here = Workbench.installation();
    Path cache = folder.resolve("cache");
    DataStore store = new DataStore(here.embeddedData(), null, here.cache());
    Assignment iris = TestProblem.assignment(TestProblem.LIMITS);
    Path file = new PreparedData(store, cache, null).load(iris.entry(), 42).hiddenFeatures();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, length < 0 ? whole.length + length : length));
    new PreparedData(store, cache, null).load(iris.entry(), 42);
    assertThat(file).hasBinaryContent(whole);
  }

  /** Fills a small disk at one moment of a grading. */
  private record Filler(Path disk, String moment) implements GradingListener {
    @Override
    public void loaded(Assignment assignment, Dataset data) {
      fill("loaded");
    }

    @Override
    public void built(AcceptedModel model) {
      fill("built");
    }

    private void fill(String now) {
      if (now.equals(moment)) {
        try {
          while (true) {
            Files.write(Files.createTempFile(disk, "fill", ""), new byte[1 << 20]);
          }
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("No space left");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"loaded", "built"})
  @Tag("exhaustive")
  void aDiskThatFillsUpEndsTheRunAndLeavesNoHalfResult(String moment) throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=128m,mode=755", "tmpfs", disk.toString()),
        "no small disk can be mounted, which takes root: run the tests as root in a container of their own");
    try {
      Grader grader = Workbench.grader(disk.resolve("run"));
      assertThatThrownBy(() -> grade(grader, new Filler(disk, moment)))
          .isInstanceOf(DiskFullException.class)
          .hasMessageContainingAll("has less than 96 MiB left", "--out");
      assertThat(disk.resolve("run/answers/iris/result.json")).doesNotExist();
    } finally {
      assertThat(run("umount", "-l", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
