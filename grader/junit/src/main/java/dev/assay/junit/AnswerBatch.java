package dev.assay.junit;

import dev.assay.batch.Assignments;
import dev.assay.batch.Batch;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchPlan;
import dev.assay.batch.HandedIn;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.RequiredData;
import dev.assay.batch.Selection;
import dev.assay.datasets.DataStore;
import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.junit.home.AssayHome;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.SubmissionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The batch that grades the answers of a test, as {@code assay grade} does, in a thread of its own.
 *
 * <p>Closing it ends what still runs.
 */
final class AnswerBatch implements AutoCloseable {
  private static final String DATA_DIR = "assay.data-dir";

  private final Batch batch;
  private final HandedIn handedIn;
  private final BatchProgress progress;
  private final Thread grader;
  private final Thread hook;

  private AnswerBatch(Batch batch, HandedIn handedIn, BatchProgress progress) {
    this.batch = batch;
    this.handedIn = handedIn;
    this.progress = progress;
    grader = new Thread(this::grade, "assay");
    hook = new Thread(batch::interrupt, "assay-end");
  }

  /**
   * Begins to grade.
   *
   * @throws GraderErrorException when that is impossible; the message says what to do
   */
  static AnswerBatch start(GradingRequest request) {
    try {
      AnswerBatch started = open(request);
      started.grader.setDaemon(true);
      started.grader.start();
      Runtime.getRuntime().addShutdownHook(started.hook);
      return started;
    } catch (IOException | SubmissionException e) {
      String message =
          e instanceof Explained known
              ? known.sentence().text(request.texts())
              : String.valueOf(e.getMessage());
      throw new GraderErrorException(message, e);
    }
  }

  private static AnswerBatch open(GradingRequest request) throws IOException, SubmissionException {
    Installation installation = AssayHome.find(Path.of(""));
    Selection selection = selection(request, installation);
    HandedIn handedIn = HandedIn.find(request.paths());
    requireData(selection, handedIn);
    Workers workers = new Workers(installation);
    workers.requireInstallation();
    GradeOptions options = GradeOptions.withSeed(GradeOptions.DEFAULT_SEED);
    BatchPlan plan =
        new BatchPlan(selection, HiddenPart.PUBLISHED, options, request.jobs(), false)
            .onThisMachine();
    BatchFolder folder = BatchFolder.in(ReportsFolder.of(request.reports()));
    BatchProgress progress = new BatchProgress(handedIn.submissions());
    return new AnswerBatch(Batch.open(workers, plan, folder, progress), handedIn, progress);
  }

  private static Selection selection(GradingRequest request, Installation installation)
      throws SentenceException {
    Problems problems = Problems.load();
    DataStore store = new DataStore(installation.embeddedData(), dataDir(), installation.cache());
    Assignments assignments = new Assignments(problems, store, request.data());
    if (request.problems().isEmpty()) {
      return new Selection(assignments, assignments.available(), false);
    }
    for (String id : request.problems()) {
      require(assignments, id);
    }
    List<Problem> named =
        request.problems().stream().flatMap(id -> problems.find(id).stream()).toList();
    return new Selection(assignments, named, true);
  }

  private static void require(Assignments assignments, String id) throws SentenceException {
    Problems problems = assignments.problems();
    Problem problem = problems.find(id).orElse(null);
    if (problem == null) {
      throw new SentenceException(
          Sentence.of(
              TerminalCode.PROBLEM_NOT_AVAILABLE,
              "problem",
              id,
              "names",
              List.copyOf(problems.ids())));
    }
    if (assignments.of(problem).isEmpty()) {
      throw new SentenceException(
          Sentence.of(
              TerminalCode.VARIANT_NOT_AVAILABLE,
              "problem",
              id,
              "variant",
              assignments.data(),
              "names",
              Stream.concat(
                      Stream.of(Assignments.AUTO),
                      problem.variants().stream().map(variant -> variant.name()))
                  .toList()));
    }
  }

  private static @Nullable Path dataDir() throws SentenceException {
    String set = System.getProperty(DATA_DIR, "");
    if (!set.isEmpty() && !Files.isDirectory(Path.of(set))) {
      throw new SentenceException(Sentence.of(TerminalCode.TEST_NO_DATA_FOLDER, "folder", set));
    }
    return set.isEmpty() ? null : Path.of(set);
  }

  private static void requireData(Selection selection, HandedIn handedIn) throws SentenceException {
    List<RequiredData.Missing> missing =
        new RequiredData(selection).missing(handedIn.submissions());
    if (!missing.isEmpty()) {
      throw new SentenceException(missing.get(0).reason());
    }
  }

  /** Whatever ends it, no test waits for ever. */
  private void grade() {
    try {
      batch.run(handedIn);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      progress.failed(e);
    }
  }

  /** The gradings, as they come. */
  BatchProgress progress() {
    return progress;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook does the same.
    }
    batch.interrupt();
    try {
      grader.join();
      batch.close();
    } catch (IOException e) {
      throw new GraderErrorException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
