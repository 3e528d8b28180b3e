package dev.assay.cli.programs;

import dev.assay.cli.data.DataSets;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Role;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay run}. */
@Command(
    name = RunCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Compiles and runs your own Java program.",
      "The program can use everything in assay-programs: models, data sets and TensorFlow. It runs with your rights, without a sandbox or limits, so run only code that you trust. To grade an answer, use `assay grade`.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the program ended without an error",
      "1:the program does not compile, or ended with an exception",
      "2:the command line is wrong",
      "any other:the exit code of the program",
    })
public final class RunCommand implements Callable<Integer> {
  static final String NAME = "run";

  private final Streams streams;
  private final DataSets sets;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "PROGRAM",
      description = "A Java file, or a folder of Java files.")
  @SuppressWarnings("NullAway.Init")
  private Path program;

  @Parameters(
      index = "1..*",
      paramLabel = "ARGUMENT",
      description = "Arguments for the program, including options.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--main",
      paramLabel = "CLASS",
      description = "The class whose main method is run. Default: the only class with one.")
  private @Nullable String mainClass;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "The folder where Datasets.load looks for full data (mnist/, fashion-mnist/, ...) instead of the cache.")
  private @Nullable Path dataDir;

  RunCommand(Streams streams, DataSets sets) {
    this.streams = streams;
    this.sets = sets;
  }

  /** Passes everything after PROGRAM to the program, including what looks like an option. */
  public static void readArgumentsAsTheyAre(CommandLine assay) {
    CommandLine run = assay.getSubcommands().get(NAME);
    if (run != null) {
      run.setStopAtPositional(true);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (dataDir != null && !Files.isDirectory(dataDir)) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.PROGRAM_DATA_FOLDER_MISSING,
          "folder",
          dataDir.toString());
    }
    if (!Files.exists(program)) {
      throw WrongCommand.of(
          spec.commandLine(), TerminalCode.PROGRAM_NOT_FOUND, "path", program.toString());
    }
    Installation installation = sets.installation();
    if (!installation.hasNatives()) {
      throw new SentenceException(installation.nativesMissing());
    }
    try (PrivateFolder folder = PrivateFolder.create("program")) {
      List<Path> classPath = Role.forPrograms(installation.classPath());
      UserProgram compiled = UserProgram.compile(program, mainClass, classPath, folder.path());
      return compiled.run(
          Installation.java(),
          installation.natives(),
          properties(),
          List.copyOf(arguments),
          streams.texts());
    } catch (ProgramException e) {
      streams.err().println(Screen.harmless(e.sentence().text(streams.texts())));
      return Failures.SOME_FAILED;
    }
  }

  private List<String> properties() {
    return dataDir == null ? List.of() : List.of("-Dassay.data-dir=" + dataDir.toAbsolutePath());
  }
}
