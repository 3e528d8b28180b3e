package dev.assay.cli.grade;

import dev.assay.cli.data.DataOptions;
import dev.assay.cli.problems.Assignments;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.datasets.DataException;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.Reasons;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.run.Grader;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.sealed.SealedSet;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.run.submissions.Submissions;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay grade}. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    description = {
      "Builds, trains, reloads and scores answers.",
      "Without a SUBMISSION, grades the reference answers in solutions/reference.",
    })
public final class GradeCommand implements Callable<Integer> {
  private final Streams streams;

  /** The most threads per answer: a training step has few operations that can run in parallel. */
  private static final int MOST_THREADS = 4;

  private final Problems problems = Problems.load();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private IsolationOptions isolation;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private HiddenOptions hidden;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private OutputOptions output;

  @Parameters(
      paramLabel = "SUBMISSION",
      description =
          "A Java file, a folder or zip of Java sources, or a folder or zip of such folders (a class).")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--problem",
      paramLabel = "ID",
      description =
          "Grade only this problem; may be repeated. Default: every problem with an answer.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      defaultValue = Assignments.AUTO,
      description =
          "The data variant: embedded, full, california, or auto (full if it has been downloaded, otherwise embedded). Default: ${DEFAULT-VALUE}.")
  private String data = Assignments.AUTO;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + GradeOptions.DEFAULT_SEED,
      description =
          "Seed for the split, the initial weights and the order of examples. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Number of answers to grade in parallel; the cores are divided among them. Default: ${DEFAULT-VALUE}.")
  private int jobs;

  @Option(
      names = "--fast",
      description =
          "Train in bfloat16 where the processor supports it. Results are then not bit-reproducible and are marked as such.")
  private boolean fast;

  @Option(
      names = "--audit",
      description =
          "Train each passing answer a second time with only one labelled example per class. An answer that still passes gets a note for the instructor.")
  private boolean audit;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the results. Default: a new folder in reports/.")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description =
          "Continue an interrupted run in --out. Answers that already have a result are kept unless one of their inputs has changed.")
  private boolean resume;

  GradeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  @SuppressWarnings("try") // the claim and the hook are held, not used
  public Integer call() throws IOException, InterruptedException, DataException {
    Installation installation = Installation.current();
    DataStore store = dataOptions.store(installation);
    Assignments assignments =
        Assignments.of(spec.commandLine(), problems, store, hidden.variant(data));
    List<Problem> chosen = assignments.choose(hidden.problems(ids));
    checkJobs();
    checkResume();
    hidden.checkFresh(assignments, chosen);
    SealedSet sealed = hidden.open(assignments, chosen);
    RunFolder folder = runFolder(installation);
    Submissions finder = new Submissions();
    List<HandIn> submissions = submissions(finder, installation, folder);
    List<String> lacks =
        new RequiredData(assignments, store).lacks(chosen, submissions, !ids.isEmpty());
    if (!lacks.isEmpty()) {
      folder.removeIfEmpty();
      throw wrong(String.join("\n", lacks));
    }
    Console console = output.console(streams, folder.path(), jobs);
    Workers workers = isolation.workers(installation);
    GradeOptions reproducible = GradeOptions.withSeed(seed).threads(threads()).audit(audit);
    GradeOptions options = fast ? reproducible.fast() : reproducible;
    if (fast) {
      console.lines(
          List.of("Fast mode: scores may differ slightly between runs, even on the same machine."));
    }
    try (Closeable claim = claim(folder);
        Grader grader =
            new Grader(
                workers,
                store,
                hidden.source(sealed, folder, resume),
                options,
                problems.ids(),
                folder.path())) {
      Batch batch = new Batch(grader, assignments, chosen, !ids.isEmpty(), console, jobs, resume);
      try (Shutdown ignored =
          Shutdown.install(workers, () -> console.interrupted(batch.finished()))) {
        TimedReports run = run(batch, submissions);
        Entries entries = EntrySummary.of(finder.entries());
        return output.report(run.reports(), run.elapsed(), entries, streams, console);
      } catch (DiskFullException e) {
        console.ended(String.valueOf(e.getMessage()), batch.finished());
        return Failures.GRADER_ERROR;
      }
    }
  }

  private static TimedReports run(Batch batch, List<HandIn> submissions)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<GradeReport> reports = batch.run(submissions);
    return new TimedReports(reports, Duration.ofNanos(System.nanoTime() - start));
  }

  private record TimedReports(List<GradeReport> reports, Duration elapsed) {}

  private void checkJobs() {
    if (jobs < 1) {
      throw wrong("--jobs needs a whole number, at least 1. Received: " + jobs);
    }
  }

  /** The share of the cores for each of the answers graded in parallel. */
  private int threads() {
    int cores = Runtime.getRuntime().availableProcessors();
    return Math.max(1, Math.min(cores / jobs, MOST_THREADS));
  }

  private void checkResume() {
    if (resume && out == null) {
      throw wrong("--resume needs --out with the folder of the run to continue.");
    }
  }

  private RunFolder runFolder(Installation installation) {
    Path reports = installation.home().resolve("reports");
    try {
      return out == null ? RunFolder.in(reports) : RunFolder.at(out);
    } catch (IOException e) {
      throw unwritable(out == null ? reports : out, e);
    }
  }

  private List<HandIn> submissions(Submissions finder, Installation installation, RunFolder folder)
      throws IOException {
    try {
      return finder.find(paths.isEmpty() ? List.of(installation.referenceAnswers()) : paths);
    } catch (SubmissionException e) {
      folder.removeIfEmpty();
      throw wrong(e.getMessage());
    }
  }

  private Closeable claim(RunFolder folder) {
    try {
      return folder.claim();
    } catch (IOException e) {
      throw unwritable(folder.path(), e);
    }
  }

  private ParameterException unwritable(Path folder, IOException reason) {
    return wrong(
        "--out: results cannot be written to %s (%s). Choose another folder."
            .formatted(folder, Reasons.of(reason)));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
