package dev.assay.cli.results;

import dev.assay.cli.grade.SummaryTexts;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.keras.models.manifest.Summary;
import dev.assay.run.rescoring.KeptModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay summary}. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "Shows the model of a result as Keras's model.summary() does.")
public final class SummaryCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RESULT",
      description = "The folder of a result: reports/<run>/<submission>/<problem>.")
  private Path path = Path.of("");

  SummaryCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    ResultFolder result = ResultFolder.find(spec.commandLine(), path);
    KeptModel model =
        KeptModel.read(result.files())
            .orElseThrow(
                () ->
                    new WrongCommand(
                        spec.commandLine(),
                        Sentence.of(TerminalCode.SUMMARY_NOT_BUILT, "answer", result.title())));
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    screen.lines(List.of(result.title()));
    screen.lines(Summary.of(model.manifest(), SummaryTexts.labels(streams.texts())));
    return 0;
  }
}
