package dev.assay.cli;

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
          ListCommand.class,
          DataCommand.class,
          NewCommand.class,
          RunCommand.class,
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
