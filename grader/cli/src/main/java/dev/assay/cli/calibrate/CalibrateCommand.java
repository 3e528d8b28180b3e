package dev.assay.cli.calibrate;

import dev.assay.batch.Assignments;
import dev.assay.batch.RequiredData;
import dev.assay.batch.SeededGradings;
import dev.assay.batch.Selection;
import dev.assay.batch.shards.Collected;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.shards.PlannedBatch;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Assignment;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.run.submissions.Submissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Grades a problem's reference answer and its typical wrong answers over many seeds.",
      "Prints a table of the scores that a threshold must separate.",
    })
public final class CalibrateCommand implements Callable<Integer> {
  private final Streams streams;
  private final Problems problems = Problems.load();
  private final Installation installation = Installation.current();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(paramLabel = "PROBLEM", description = "The problem's id; see `assay list`.")
  private String id = "";

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      defaultValue = "embedded",
      description = "The data variant. Default: ${DEFAULT-VALUE}.")
  private String data = "embedded";

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Seeds 1 to N for the reference answer. Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--wrong-seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Seeds 1 to N for each wrong answer. Default: ${DEFAULT-VALUE}.")
  private int wrongSeeds;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description =
          "Print the table of a run that was planned with `assay plan --repeats` and graded, and grade nothing.")
  private @Nullable Path run;

  CalibrateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireAtLeastOne("--seeds", seeds);
    requireAtLeastOne("--wrong-seeds", wrongSeeds);
    ProblemChoice choice = new ProblemChoice(spec.commandLine(), problems);
    Assignments assignments = choice.assignments(dataOptions.store(installation), data);
    Selection selection = new Selection(assignments, choice.choose(assignments, List.of(id)), true);
    List<RequiredData.Missing> missing = new RequiredData(selection).missing(List.of());
    if (!missing.isEmpty()) {
      throw choice.lacking(missing);
    }
    Assignment assignment = selection.assignment(selection.problems().get(0));
    CalibrationTable table = new CalibrationTable(assignment.variant().passRule(), streams.texts());
    if (run != null) {
      addGraded(table, run);
    } else {
      grade(assignments, assignment, table);
    }
    streams.out().print(table.markdown());
    streams.out().flush();
    return 0;
  }

  /** Adds the answers of a repeated run in the order of its plan. */
  private void addGraded(CalibrationTable table, Path run) throws IOException {
    Map<String, List<GradeReport>> answers = new LinkedHashMap<>();
    for (PlannedBatch planned : PlannedBatch.all(spec.commandLine(), run)) {
      Collected collected = Collected.of(planned.folder(), planned.manifest());
      if (!collected.missing().isEmpty()) {
        throw WrongCommand.of(
            spec.commandLine(),
            TerminalCode.CALIBRATION_MISSING,
            "count",
            collected.missing().size(),
            "command",
            planned.command(collected.missing().get(0).shard()));
      }
      collected.reports().stream()
          .filter(report -> report.problem().equals(id))
          .forEach(
              report ->
                  answers
                      .computeIfAbsent(report.submission().id(), key -> new ArrayList<>())
                      .add(report));
    }
    answers.forEach(table::add);
  }

  @SuppressWarnings("try") // the hook is held, not used
  private void grade(Assignments assignments, Assignment assignment, CalibrationTable table)
      throws IOException, InterruptedException {
    try (SeededGradings gradings =
            SeededGradings.open(new Workers(installation).warm(), assignments);
        Shutdown ignored = Shutdown.install(gradings::interrupt, () -> {})) {
      int count = seeds;
      for (HandIn answer : answers()) {
        table.add(answer.id(), reports(gradings, answer, assignment, table, count));
        count = wrongSeeds;
      }
    }
  }

  /** Returns the reference answer, then the wrong ones by name. */
  private List<HandIn> answers() throws IOException {
    Submissions finder = new Submissions();
    List<HandIn> answers = new ArrayList<>();
    try {
      answers.addAll(finder.find(installation.referenceAnswers()));
      Path wrong = installation.home().resolve("problems").resolve(id).resolve("calibration");
      for (Path path : folders(wrong)) {
        answers.addAll(finder.find(path));
      }
      return answers;
    } catch (SubmissionException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }

  private List<GradeReport> reports(
      SeededGradings gradings,
      HandIn answer,
      Assignment assignment,
      CalibrationTable table,
      int count)
      throws IOException, InterruptedException {
    List<Long> numbers = LongStream.rangeClosed(1, count).boxed().toList();
    return gradings.grade(
        answer.read(), assignment, numbers, (seed, report) -> show(table, answer, seed, report));
  }

  private void show(CalibrationTable table, HandIn answer, long seed, GradeReport report)
      throws IOException {
    if (report.verdict() == Verdict.GRADER_ERROR) {
      throw new IOException(report.judgement().message(streams.texts()));
    }
    streams.err().println(table.line(answer.id(), seed, report));
  }

  private void requireAtLeastOne(String option, int count) {
    if (count < 1) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.ARGUMENT_WRONG,
          "argument",
          option,
          "rule",
          "COUNT",
          "value",
          String.valueOf(count));
    }
  }
}
