package dev.assay.cli;

import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.report.JsonReports;
import dev.assay.report.SummaryTable;
import dev.assay.report.Verdict;
import dev.assay.run.GradeOptions;
import dev.assay.run.Grader;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.run.submissions.Submissions;
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
      "Without a SUBMISSION it grades the reference answers in solutions/reference.",
    })
final class GradeCommand implements Callable<Integer> {
  private final Streams streams;
  private final Problems problems = Problems.load();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(
      paramLabel = "SUBMISSION",
      description =
          "A folder of Java sources, a zip of one, or a folder of such folders (a class).")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--problem",
      paramLabel = "ID",
      description = "Grade this problem only; may be repeated. Default: all that are answered.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      defaultValue = Assignments.AUTO,
      description =
          "Which data: embedded, full, california, or auto: full where it is there, else embedded. Default: ${DEFAULT-VALUE}.")
  private String data = Assignments.AUTO;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + GradeOptions.DEFAULT_SEED,
      description =
          "Seed of the split, the initial weights and the order of examples. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many answers to grade at a time. Default: ${DEFAULT-VALUE}.")
  private int jobs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go. Default: a new folder in reports/.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the results as JSON on standard output.")
  private boolean json;

  GradeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    Assignments assignments =
        new Assignments(problems, dataOptions.store(installation), checkedData());
    List<Problem> chosen = chosenProblems(assignments);
    checkJobs();
    RunFolder folder = runFolder(installation);
    List<Submission> submissions = submissions(installation, folder);
    Workers workers = new Workers(installation);
    Console console =
        new Console(
            new Screen(json ? streams.err() : streams.out(), Terminal.of(json, jobs)),
            folder.path());
    Grader grader =
        new Grader(
            workers,
            dataOptions.store(installation),
            GradeOptions.withSeed(seed),
            problems.ids(),
            folder.path());
    Batch batch = new Batch(grader, assignments, chosen, !ids.isEmpty(), console, jobs);
    long start = System.nanoTime();
    List<GradeReport> reports;
    Shutdown shutdown = Shutdown.install(workers, console, batch);
    try {
      reports = batch.run(submissions);
    } finally {
      shutdown.remove();
    }
    if (json) {
      streams.out().print(JsonReports.toJson(reports));
      streams.out().flush();
    }
    console.summary(SummaryTable.render(reports, Duration.ofNanos(System.nanoTime() - start)));
    return exitCode(reports);
  }

  private static int exitCode(List<GradeReport> reports) {
    if (reports.stream().anyMatch(report -> report.verdict() == Verdict.GRADER_ERROR)) {
      return Failures.GRADER_ERROR;
    }
    boolean passed = reports.stream().allMatch(report -> report.verdict() == Verdict.PASSED);
    return passed ? 0 : Failures.SOME_FAILED;
  }

  private String checkedData() {
    List<String> known =
        new Assignments(problems, dataOptions.store(Installation.current()), data).variantNames();
    if (!data.equals(Assignments.AUTO) && !known.contains(data)) {
      throw wrong(
          "--data: there is no variant %s. There are: auto, %s."
              .formatted(data, String.join(", ", known)));
    }
    return data;
  }

  private List<Problem> chosenProblems(Assignments assignments) {
    List<Problem> chosen = new ArrayList<>();
    for (String id : ids) {
      Problem problem =
          problems
              .find(id)
              .orElseThrow(
                  () ->
                      wrong(
                          "There is no problem %s. There are: %s."
                              .formatted(id, String.join(", ", problems.ids()))));
      if (assignments.of(problem).isEmpty()) {
        throw wrong(
            "%s has no data variant %s; `assay list` shows what it has.".formatted(id, data));
      }
      if (!chosen.contains(problem)) {
        chosen.add(problem);
      }
    }
    return chosen.isEmpty() ? assignments.available() : chosen;
  }

  private void checkJobs() {
    if (jobs < 1) {
      throw wrong("--jobs must be at least 1. Received: " + jobs);
    }
  }

  private RunFolder runFolder(Installation installation) {
    try {
      return out == null ? RunFolder.in(installation.home().resolve("reports")) : RunFolder.at(out);
    } catch (IOException e) {
      throw wrong(
          "--out: results cannot be written to %s (%s). Choose another folder."
              .formatted(
                  out == null ? installation.home().resolve("reports") : out, RunFolder.reason(e)));
    }
  }

  private List<Submission> submissions(Installation installation, RunFolder folder)
      throws IOException {
    Submissions finder = new Submissions(folder.path().resolve(".unpacked"));
    List<Submission> found = new ArrayList<>();
    try {
      for (Path path : paths.isEmpty() ? List.of(installation.referenceAnswers()) : paths) {
        found.addAll(finder.find(path));
      }
    } catch (SubmissionException e) {
      folder.removeIfEmpty();
      throw wrong(e.getMessage());
    }
    return found;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
