package dev.assay.cli;

import dev.assay.cli.data.DataSets;
import dev.assay.cli.programs.RunCommand;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Language;
import dev.assay.cli.terminal.Streams;
import dev.assay.datasets.paths.RawPaths;
import dev.assay.findings.TerminalCode;
import dev.assay.run.grading.Version;
import dev.assay.run.isolation.Sandboxes;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code assay}. */
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    description = "Grades models written with TensorFlow Java.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every graded answer passed",
      "1:some did not",
      "2:the command line is wrong",
      "3:a grader error occurred",
      "130:interrupted by Ctrl-C; finished results are kept",
      "143:stopped by SIGTERM; finished results are kept",
    })
public final class Main implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Streams streams;

  @Option(
      names = Language.OPTION,
      paramLabel = "LANG",
      scope = ScopeType.INHERIT,
      description =
          "The language of all output, en or ko. Default: that of the locale, otherwise en.")
  @SuppressWarnings("UnusedVariable") // it is read before the command line is parsed
  private @Nullable Language language;

  private Main(Streams streams) {
    this.streams = streams;
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) throws InterruptedException {
    Language usual = Language.of(told(), Locale.getDefault());
    // Nothing else that is printed or read depends on the user's locale.
    Locale.setDefault(Locale.ROOT);
    String[] args = Stream.of(arguments).map(RawPaths::unescape).toArray(String[]::new);
    // The sandbox is tried while the arguments are read, and the trial is never cut off.
    Thread trial = new Thread(Sandboxes::best, "sandbox-trial");
    if (Commands.runsCandidates(args)) {
      trial.start();
    }
    Streams streams = Streams.utf8(System.out, System.err).in(usual);
    int code = run(streams, DataSets.standard(), args);
    trial.join();
    System.exit(code);
  }

  /** Returns the variables that name the user's locale: as the launcher found them, if it ran. */
  private static Map<String, String> told() {
    String locale = System.getProperty("assay.locale");
    return locale == null ? System.getenv() : Map.of("LANG", locale);
  }

  /** Runs a command on other data sets than Assay's. */
  static int run(Streams streams, DataSets sets, String... args) {
    return commandLine(streams, sets, args).execute(args);
  }

  /** The command line that reads the arguments, with the subcommands that they need. */
  public static CommandLine commandLine(Streams usual, DataSets sets, String... args) {
    Streams streams = usual.in(Language.asked(usual.language(), args));
    CommandLine command = new CommandLine(new Main(streams), new CommandFactory(streams, sets));
    Commands.of(args).forEach(command::addSubcommand);
    command.setOut(streams.outWriter());
    command.setErr(streams.errWriter());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    // A name may begin with @, and hold bytes that are no text.
    command.setExpandAtFiles(false);
    command.registerConverter(Path.class, RawPaths::of);
    Failures failures = new Failures(streams);
    command.setExecutionExceptionHandler(failures);
    command.setParameterExceptionHandler(failures::wrongCommand);
    setVersion(command);
    HelpTexts.of(streams.language()).ifPresent(command::setResourceBundle);
    RunCommand.readArgumentsAsTheyAre(command);
    return command;
  }

  /** Gives subcommands Assay's version for {@code --version}. */
  private static void setVersion(CommandLine command) {
    command.getCommandSpec().version("assay " + Version.ASSAY);
    command.getSubcommands().values().forEach(Main::setVersion);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        streams.texts().say(TerminalCode.WHICH_COMMAND, "examples", "`assay grade`"));
  }
}
