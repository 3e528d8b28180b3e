package dev.assay.cli;

import dev.assay.datasets.DataStore;
import dev.assay.keras.models.Summary;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.report.Finding;
import dev.assay.run.Candidate;
import dev.assay.run.CheckReport;
import dev.assay.run.GradeOptions;
import dev.assay.run.Grader;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.run.submissions.Submissions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Compiles, builds and inspects answers in seconds, without training.")
final class CheckCommand implements Callable<Integer> {
  private final Streams streams;
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

  @Parameters(paramLabel = "SUBMISSION", description = "As for `assay grade`.")
  @SuppressWarnings("NullAway.Init")
  private Path path;

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      defaultValue = Assignments.AUTO,
      description = "As for `assay grade`.")
  private String data = Assignments.AUTO;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  @SuppressWarnings("try") // the hook is held, not used
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    DataStore store = dataOptions.store(installation);
    Assignments assignments = Assignments.of(spec.commandLine(), problems, store, data);
    Workers workers = isolation.workers(installation);
    try (TemporaryFolder folder = TemporaryFolder.create();
        Shutdown ignored = Shutdown.install(workers, () -> {})) {
      GradeOptions options = GradeOptions.withSeed(GradeOptions.DEFAULT_SEED);
      Grader grader = new Grader(workers, store, options, problems.ids(), folder.path());
      boolean good = true;
      for (Submission submission : new Submissions(folder.path()).find(path)) {
        good &= check(grader, submission, assignments);
      }
      return good ? 0 : Failures.SOME_FAILED;
    } catch (SubmissionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private boolean check(Grader grader, Submission submission, Assignments assignments)
      throws IOException, InterruptedException {
    Candidate candidate = grader.compile(submission);
    List<Problem> available = assignments.available();
    List<Problem> answered =
        available.stream().filter(p -> candidate.problems().contains(p.id())).toList();
    boolean good = true;
    for (Problem problem : answered.isEmpty() ? available.subList(0, 1) : answered) {
      CheckReport report = grader.check(candidate, assignments.of(problem).orElseThrow());
      String place = answered.isEmpty() ? "" : " / " + problem.id();
      show(submission.id() + place, report);
      good &= report.verdict() == null;
    }
    return good;
  }

  private void show(String title, CheckReport report) {
    Screen screen = new Screen(streams.out(), Terminal.of(false, 1));
    List<String> lines = new ArrayList<>(List.of(title));
    if (report.model() != null) {
      Summary.of(report.model().manifest()).forEach(line -> lines.add("  " + line));
      for (Finding finding : report.findings()) {
        String text = finding.message() + " " + finding.advice();
        lines.addAll(Paragraph.wrap("  Note: ", 4, text, screen.room()));
      }
      lines.add("  Ready to be graded.");
    } else {
      String text = report.verdict() + ". " + report.message();
      lines.addAll(Paragraph.wrap("  ", 4, text, screen.room()));
    }
    lines.add("");
    screen.lines(lines);
  }
}
