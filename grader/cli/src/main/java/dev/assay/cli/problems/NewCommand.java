package dev.assay.cli.problems;

import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.Reasons;
import dev.assay.findings.FaultCode;
import dev.assay.findings.TerminalCode;
import dev.assay.findings.TextCode;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Creates a starter Java file and prints the exam sheet.")
public final class NewCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "PROBLEM", description = "The problem's id; see `assay list`.")
  private String id = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the file. Default: ${DEFAULT-VALUE}.",
      defaultValue = "my-answers")
  private @Nullable Path out;

  NewCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Problem problem = new ProblemChoice(spec.commandLine(), Problems.load()).problem(id);
    Locale language = streams.language().locale();
    Path folder = out == null ? Path.of("") : out;
    StarterFile starter = new StarterFile(problem);
    Path file = folder.resolve(starter.name());
    boolean made = write(starter, file, language);
    streams.out().println(problem.statement(language));
    streams.out().println("---");
    if (!made) {
      say(TerminalCode.STARTER_EXISTS, "file", file.toString());
    }
    String command = "./assay grade " + ShownPaths.quoted(folder);
    say(TerminalCode.STARTER_NEXT, "made", made, "file", file.toString(), "command", command);
    return 0;
  }

  private void say(TerminalCode code, Object... pairs) {
    streams.out().println(streams.texts().say(code, pairs));
  }

  /** Writes the file unless it exists; returns whether it was written. */
  private boolean write(StarterFile starter, Path file, Locale language) {
    try {
      starter.write(file, language);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (e.getFile().equals(file.toString())) {
        return false;
      }
      throw wrong(TerminalCode.OUT_NO_FOLDER, "folder", e.getFile());
    } catch (IOException e) {
      throw wrong(
          FaultCode.EXPORT_FOLDER_NOT_WRITABLE, "folder", file.toString(), "reason", Reasons.of(e));
    }
  }

  private ParameterException wrong(TextCode code, Object... pairs) {
    return WrongCommand.of(spec.commandLine(), code, pairs);
  }
}
