package dev.assay.cli.gradebook;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.results.ClassFiles;
import dev.assay.batch.results.RunGrades;
import dev.assay.cli.report.PagesOfRun;
import dev.assay.cli.terminal.NearName;
import dev.assay.cli.terminal.RunArgument;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.TerminalCode;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.building.ClassRecords;
import dev.assay.report.gradebook.building.GradebookBuilder;
import dev.assay.report.gradebook.building.OverrideEntry;
import dev.assay.report.gradebook.building.OverrideLog;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** {@code assay override}. */
@Command(
    name = "override",
    mixinStandardHelpOptions = true,
    description = {
      "Gives a student points by hand, in place of the grader's.",
      "They are kept beside the results (overrides.jsonl) and stay when answers are graded again.",
    })
public final class OverrideCommand implements Callable<Integer> {
  private static final String NONE = "none";

  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunArgument run;

  @Parameters(
      index = "1",
      paramLabel = "STUDENT",
      description = "An id, login, email address or name, or the id of a submission.")
  @SuppressWarnings("NullAway.Init")
  private String student;

  @Parameters(index = "2", paramLabel = "PROBLEM", description = "The problem's id.")
  @SuppressWarnings("NullAway.Init")
  private String problem;

  @Parameters(
      index = "3",
      paramLabel = "POINTS",
      description = "The points, or none to let the grader's count again.")
  @SuppressWarnings("NullAway.Init")
  private String points;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is kept with the points.")
  @SuppressWarnings("NullAway.Init")
  private String comment;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who gives the points. Default: the user of this computer.")
  private @Nullable String by;

  OverrideCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    BatchFolder folder = run.folder();
    ClassRecords records = RunGrades.records(folder.path());
    double most = most(GradebookBuilder.build(records).gradebook());
    Double given = points.equals(NONE) ? null : points(most);
    if (GradebookBuilder.student(records, student).isEmpty()) {
      throw wrong(TerminalCode.OVERRIDE_STUDENT, "student", student);
    }
    if (comment.isBlank()) {
      throw wrong(TerminalCode.OVERRIDE_WITHOUT_COMMENT);
    }
    OverrideLog.append(
        new ClassFiles(folder.path()).overridesFile(),
        new OverrideEntry(
            student,
            problem,
            given,
            comment,
            Person.named(by),
            Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    Terminal terminal = Terminal.of(false);
    Screen screen = new Screen(streams.out(), terminal);
    screen.lines(
        new GradesText(streams.texts(), terminal.columns()).lines(RunGrades.keep(folder.path())));
    screen.lines(PagesOfRun.write(folder.path(), streams.texts()).stream().toList());
    return 0;
  }

  /** Returns the most points of the problem. */
  private double most(Gradebook gradebook) {
    return gradebook.problems().stream()
        .filter(column -> column.id().equals(problem))
        .findFirst()
        .orElseThrow(() -> unknownProblem(gradebook))
        .maxPoints();
  }

  private double points(double most) {
    double given;
    try {
      given = Double.parseDouble(points);
    } catch (NumberFormatException e) {
      given = Double.NaN;
    }
    if (!(given >= 0 && given <= most)) {
      throw wrong(TerminalCode.OVERRIDE_POINTS, "most", most, "points", points);
    }
    return given;
  }

  private ParameterException unknownProblem(Gradebook gradebook) {
    List<String> ids = gradebook.problems().stream().map(GradedProblem::id).toList();
    String near = NearName.of(problem, ids).orElse("");
    return wrong(
        TerminalCode.OVERRIDE_PROBLEM,
        "problem",
        problem,
        "near",
        !near.isEmpty(),
        "name",
        near,
        "names",
        ids);
  }

  private ParameterException wrong(TerminalCode code, Object... pairs) {
    return WrongCommand.of(spec.commandLine(), code, pairs);
  }
}
