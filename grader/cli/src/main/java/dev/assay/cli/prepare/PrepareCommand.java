package dev.assay.cli.prepare;

import dev.assay.batch.Assignments;
import dev.assay.batch.SeededGradings;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.datasets.DataStore;
import dev.assay.problems.Problems;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code assay prepare}, which the launcher runs after it has built Assay: grades the reference
 * answer of the smallest problem, so that child processes record the classes that they load.
 */
@Command(
    name = "prepare",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Records which classes Java loads, so that later starts are faster.")
public final class PrepareCommand implements Callable<Integer> {
  private static final String SMALLEST = "iris";

  private final Problems problems = Problems.load();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  @SuppressWarnings("try") // the hook is held, not used
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    DataStore store = new DataStore(installation.embeddedData(), null, installation.cache());
    ProblemChoice choice = new ProblemChoice(spec.commandLine(), problems);
    Assignments assignments = choice.assignments(store, Assignments.EMBEDDED);
    Assignment smallest = assignments.of(choice.problem(SMALLEST)).orElseThrow();
    Workers workers = workers(installation);
    try (SeededGradings gradings = SeededGradings.open(workers, assignments);
        Shutdown ignored = Shutdown.install(gradings::interrupt, () -> {})) {
      gradings.grade(
          reference(installation),
          smallest,
          List.of(GradeOptions.DEFAULT_SEED),
          SeededGradings.Listener.SILENT);
    }
    RecordingMark.ofLauncher().write(workers);
    return workers.areRecorded() ? 0 : Failures.SOME_FAILED;
  }

  /**
   * Returns the workers, and keeps recordings that fit the sandbox in use, as when only the
   * launcher's Java was replaced.
   */
  private static Workers workers(Installation installation) throws IOException {
    Workers workers = new Workers(installation, Sandboxes.best().sandbox(), Isolation.Level.NONE);
    return workers.areRecorded() ? workers : workers.recording();
  }

  /**
   * Returns a submission with only this answer, so that one process compiles and builds it, as for
   * a student's.
   */
  private static Submission reference(Installation installation) throws IOException {
    Path answer = installation.referenceAnswers().resolve("IrisAnswer.java");
    SourceText source = new SourceText("IrisAnswer.java", Files.readString(answer));
    return Submission.of("reference", installation.referenceAnswers(), List.of(source));
  }
}
