package dev.assay.cli.results;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.json.JsonReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay mistakes}. */
@Command(
    name = "mistakes",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the validation examples that a graded model gets most wrong, as images or rows.",
      "Hidden examples are never shown.",
    })
public final class MistakesCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RESULT",
      description = "The folder of a result: reports/<run>/<submission>/<problem>.")
  private Path path = Path.of("");

  MistakesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    ResultFolder result = ResultFolder.find(spec.commandLine(), path);
    if (!Files.exists(result.files().examples())) {
      throw new WrongCommand(
          spec.commandLine(),
          Sentence.of(TerminalCode.MISTAKES_NONE_KEPT, "answer", result.title()));
    }
    ValidationExamples examples = JsonReports.readExamples(result.files().examples());
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    screen.lines(
        new MistakesText(result.title(), examples, streams.texts(), screen.room())
            .lines(screen.isPlain()));
    return 0;
  }
}
