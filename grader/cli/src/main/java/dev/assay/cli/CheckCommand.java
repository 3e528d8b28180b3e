package dev.assay.cli;

import dev.assay.keras.models.Summary;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
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
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Workers workers = new Workers(installation);
      Grader grader =
          new Grader(
              workers,
              dataOptions.store(installation),
              GradeOptions.withSeed(GradeOptions.DEFAULT_SEED),
              problems.ids(),
              folder.path());
      boolean good = true;
      for (Submission submission : new Submissions(folder.path()).find(path)) {
        good &= check(grader, submission, installation);
      }
      return good ? 0 : Failures.SOME_FAILED;
    } catch (SubmissionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private boolean check(Grader grader, Submission submission, Installation installation)
      throws IOException, InterruptedException {
    Candidate candidate = grader.compile(submission);
    Assignments assignments = new Assignments(problems, dataOptions.store(installation), data);
    List<Problem> answered =
        assignments.available().stream()
            .filter(problem -> candidate.problems().contains(problem.id()))
            .toList();
    boolean good = true;
    for (Problem problem : answered.isEmpty() ? problems.all().subList(0, 1) : answered) {
      CheckReport report = grader.check(candidate, assignments.of(problem).orElseThrow());
      String place = answered.isEmpty() ? "" : " / " + problem.id();
      show(submission.id() + place, report);
      good &= report.verdict() == null;
    }
    return good;
  }

  private void show(String title, CheckReport report) {
    streams.out().println(title);
    if (report.model() != null) {
      Summary.of(report.model().manifest()).forEach(line -> streams.out().println("  " + line));
      report
          .findings()
          .forEach(
              finding ->
                  streams.out().println("  Note: " + finding.message() + " " + finding.advice()));
      streams.out().println("  Ready to be graded.");
    } else {
      String message = String.valueOf(report.message()).replace("\n", "\n    ");
      streams.out().println("  " + report.verdict() + ". " + message);
    }
    streams.out().flush();
  }
}
