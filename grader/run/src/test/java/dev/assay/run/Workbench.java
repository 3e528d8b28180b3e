package dev.assay.run;

import dev.assay.datasets.DataStore;
import dev.assay.protocol.Message;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandbox;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.Submissions;
import dev.assay.worker.WorkerMain;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tests of whole gradings share: the answers in {@code src/test/resources/answers}, compiled
 * once for all tests, and graders for them.
 */
public final class Workbench {
  /** The folder of the answers' sources. */
  public static final Path ANSWERS = Path.of("src/test/resources/answers").toAbsolutePath();

  /** Of each of the virtual machines that run tests at the same time. */
  private static final Path TARGET =
      Path.of("target", "tests-" + System.getProperty("test.fork")).toAbsolutePath();

  private static final Installation HERE = Installation.current();
  private static @Nullable Candidate compiled;

  private Workbench() {}

  /** This build, with a cache of its own. */
  public static Installation installation() {
    return new Installation(
        HERE.home(), HERE.natives(), HERE.classPath(), TARGET.resolve("test-cache"));
  }

  /** All answers together. */
  static synchronized Candidate answers() throws Exception {
    if (compiled == null) {
      Path folder = Files.createDirectories(TARGET.resolve("test-answers"));
      Submission submission = new Submissions().find(ANSWERS).get(0).read();
      compiled = Candidate.compile(new Workers(installation()), submission, folder);
      if (compiled.fault() != null) {
        throw new IllegalStateException(compiled.fault().message());
      }
      record(Sandboxes.best().sandbox());
    }
    return compiled;
  }

  /**
   * Lets the children in a sandbox start faster, as the launcher does after a build: half of the
   * time of these tests is that of children that start. Without packed classes Java cannot. The
   * virtual machines that run tests at the same time share what one of them has recorded.
   */
  @SuppressWarnings("try") // the lock is held, not used
  static synchronized void record(Sandbox sandbox) throws Exception {
    String code = WorkerMain.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    if (code.endsWith(".jar")) {
      Workers workers = new Workers(installation(), sandbox, Isolation.Level.NONE);
      try (FileChannel channel =
              FileChannel.open(
                  Path.of("target", "recording.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!workers.areRecorded()) {
          record(workers.recording());
        }
      }
    }
  }

  private static void record(Workers recording) throws Exception {
    Path folder = Files.createDirectories(TARGET.resolve("test-recording"));
    List<String> sources = List.of("Base.java", "trained/Good.java");
    Submission good = submission("good", sources);
    try (Grader grader = grader(folder, recording, GradeOptions.withSeed(42));
        Candidate candidate = grader.compile(good)) {
      grader.grade(candidate, TestProblem.assignment(TestProblem.LIMITS), GradingListener.SILENT);
    }
  }

  /** The folder of all answers' classes. */
  public static Path classes() throws Exception {
    return answers().classes();
  }

  /** A candidate who handed in one of the answers. */
  public static Candidate answer(String className) throws Exception {
    return handedIn(new Message.Builder("answers." + className, "iris"));
  }

  /** A candidate with these builders. */
  static Candidate handedIn(Message.Builder... builders) throws Exception {
    Candidate all = answers();
    return new Candidate(
        all.submission(), all.classes(), List.of(builders), null, 0.5, all.processes(), null);
  }

  public static Grader grader(Path runFolder) {
    return grader(runFolder, installation(), GradeOptions.withSeed(42));
  }

  public static Grader grader(Path runFolder, Installation installation, GradeOptions options) {
    return grader(runFolder, new Workers(installation), options);
  }

  private static Grader grader(Path runFolder, Workers workers, GradeOptions options) {
    Installation here = workers.installation();
    DataStore store = new DataStore(here.embeddedData(), null, here.cache());
    return new Grader(workers, store, options, List.of("iris", "mnist"), runFolder);
  }

  /** A submission of one file. */
  public static Submission submission(Path folder, String name, String source) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), source);
    return Submission.of("one", folder, List.of(new SourceText(name, source)));
  }

  /** A submission of some of the answers here. */
  public static Submission submission(String id, List<String> names) throws IOException {
    List<SourceText> sources = new ArrayList<>();
    for (String name : names) {
      sources.add(new SourceText(name, Files.readString(ANSWERS.resolve(name))));
    }
    return Submission.of(id, ANSWERS, sources);
  }
}
