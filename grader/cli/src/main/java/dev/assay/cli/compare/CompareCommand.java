package dev.assay.cli.compare;

import dev.assay.batch.Assignments;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.scoring.HiddenExamples;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.DataStore;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.report.DatasetSummary;
import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonReports;
import dev.assay.run.grading.Assignment;
import dev.assay.run.processes.Installation;
import dev.assay.run.rescoring.HiddenRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two results on the same hidden rows: a paired test, and what differs.",
      "Classes: the exact test of McNemar. Regression: a paired bootstrap of R².",
    })
public final class CompareCommand implements Callable<Integer> {
  private final Streams streams;
  private final Problems problems = Problems.load();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "The folder of a result: reports/<run>/<submission>/<problem>.")
  @SuppressWarnings("NullAway.Init")
  private Path first;

  @Parameters(
      index = "1",
      paramLabel = "B",
      description = "The folder of another result of the same problem.")
  @SuppressWarnings("NullAway.Init")
  private Path second;

  CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    ComparedResult a = read(first);
    ComparedResult b = read(second);
    if (!a.rows().features().equals(b.rows().features())) {
      throw wrong(TerminalCode.COMPARE_OTHER_ROWS);
    }
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    new ComparisonText(a, b, streams.texts(), screen.room()).lines().forEach(screen::lines);
    return 0;
  }

  private ParameterException wrong(TerminalCode code, Object... pairs) {
    return WrongCommand.of(spec.commandLine(), code, pairs);
  }

  private ComparedResult read(Path given) throws IOException {
    Path absolute = given.toAbsolutePath().normalize();
    Path folder = absolute.endsWith("result.json") ? absolute.resolveSibling("") : absolute;
    Path file = folder.resolve("result.json");
    Path submission = folder.getParent();
    Path run = submission == null ? null : submission.getParent();
    if (submission == null || run == null || !Files.isRegularFile(file)) {
      throw wrong(TerminalCode.COMPARE_NO_RESULT, "folder", given.toString());
    }
    GradeReport report = JsonReports.read(file);
    DatasetSummary data = report.dataset();
    if (!report.verdict().scored() || data == null) {
      throw wrong(
          TerminalCode.COMPARE_NOT_SCORED, "folder", given.toString(), "verdict", report.verdict());
    }
    Assignment assignment = assignment(report, data);
    DataStore store = dataOptions.store(Installation.current());
    try {
      HiddenRows rows =
          new HiddenExamples(problems, store, new BatchFolder(run), null).of(report, assignment);
      String name = submission.getFileName() + " / " + folder.getFileName();
      return new ComparedResult(name, report, rows);
    } catch (SentenceException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private Assignment assignment(GradeReport report, DatasetSummary data) {
    String variant = data.variant().replaceFirst("\\+.*", "");
    Problem problem =
        problems
            .find(report.problem())
            .orElseThrow(
                () ->
                    wrong(
                        TerminalCode.PROBLEM_NOT_AVAILABLE,
                        "problem",
                        report.problem(),
                        "names",
                        problems.ids()));
    ProblemVariant found =
        problem.variants().stream()
            .filter(v -> v.name().equals(variant))
            .findFirst()
            .orElseThrow(
                () ->
                    wrong(
                        TerminalCode.UNKNOWN_VARIANT,
                        "variant",
                        variant,
                        "names",
                        Assignments.variantNames(problems)));
    return new Assignment(problem, found);
  }
}
