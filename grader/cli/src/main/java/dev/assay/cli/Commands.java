package dev.assay.cli;

import dev.assay.cli.calibrate.CalibrateCommand;
import dev.assay.cli.cluster.CollectCommand;
import dev.assay.cli.cluster.PlanCommand;
import dev.assay.cli.cluster.StatusCommand;
import dev.assay.cli.cluster.SubmitCommand;
import dev.assay.cli.compare.CompareCommand;
import dev.assay.cli.data.DataCommand;
import dev.assay.cli.doctor.DoctorCommand;
import dev.assay.cli.exam.ExamCommand;
import dev.assay.cli.explain.ExplainCommand;
import dev.assay.cli.export.ExportCommand;
import dev.assay.cli.export.ExportModelCommand;
import dev.assay.cli.grade.CheckCommand;
import dev.assay.cli.grade.GradeCommand;
import dev.assay.cli.gradebook.GradebookCommand;
import dev.assay.cli.gradebook.OverrideCommand;
import dev.assay.cli.gradebook.ScoreCommand;
import dev.assay.cli.practice.HintCommand;
import dev.assay.cli.practice.HistoryCommand;
import dev.assay.cli.practice.NextCommand;
import dev.assay.cli.prepare.PrepareCommand;
import dev.assay.cli.problems.ListCommand;
import dev.assay.cli.problems.NewCommand;
import dev.assay.cli.programs.RunCommand;
import dev.assay.cli.report.ReportCommand;
import dev.assay.cli.results.MistakesCommand;
import dev.assay.cli.results.PredictCommand;
import dev.assay.cli.results.SummaryCommand;
import dev.assay.cli.sealing.RotateCommand;
import dev.assay.cli.sealing.SealCommand;
import dev.assay.cli.sealing.UnsealCommand;
import dev.assay.cli.setup.SetupCommand;
import dev.assay.cli.similarity.SimilarityCommand;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code assay}, in the order of its help. */
final class Commands {
  private static final List<Class<?>> ALL =
      List.of(
          GradeCommand.class,
          CheckCommand.class,
          PlanCommand.class,
          SubmitCommand.class,
          StatusCommand.class,
          CollectCommand.class,
          GradebookCommand.class,
          ScoreCommand.class,
          OverrideCommand.class,
          SimilarityCommand.class,
          ListCommand.class,
          PredictCommand.class,
          MistakesCommand.class,
          SummaryCommand.class,
          CompareCommand.class,
          ExplainCommand.class,
          ExportCommand.class,
          ReportCommand.class,
          DataCommand.class,
          NewCommand.class,
          HintCommand.class,
          HistoryCommand.class,
          NextCommand.class,
          ExamCommand.class,
          RunCommand.class,
          SetupCommand.class,
          DoctorCommand.class,
          CalibrateCommand.class,
          ExportModelCommand.class,
          SealCommand.class,
          UnsealCommand.class,
          RotateCommand.class,
          PrepareCommand.class,
          CommandLine.HelpCommand.class);

  private static final Set<Class<?>> RUN_CANDIDATES =
      Set.of(GradeCommand.class, CheckCommand.class);

  private Commands() {}

  /**
   * Returns only the command that the arguments name, or all if they name none or ask for help:
   * reading the options of all commands takes longer than the rest of the start.
   */
  static List<Class<?>> of(String... arguments) {
    return ALL.stream()
        .filter(type -> arguments.length > 0 && name(type).equals(arguments[0]))
        .filter(type -> type != CommandLine.HelpCommand.class)
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(ALL);
  }

  /** Returns whether a command runs untrusted code, and so will need a sandbox soon. */
  static boolean runsCandidates(String... arguments) {
    return of(arguments).stream().allMatch(RUN_CANDIDATES::contains);
  }

  private static String name(Class<?> type) {
    return type.getAnnotation(Command.class).name();
  }
}
