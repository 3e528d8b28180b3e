package dev.assay.cli.export;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.TerminalCode;
import dev.assay.run.export.ExportException;
import dev.assay.run.export.ExportFormat;
import dev.assay.run.export.ModelExport;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay export-model}. */
@Command(
    name = "export-model",
    mixinStandardHelpOptions = true,
    description = "Exports a graded answer's trained model for use elsewhere.")
public final class ExportModelCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RESULT",
      description = "The folder of a result: reports/<run>/<submission>/<problem>.")
  @SuppressWarnings("NullAway.Init")
  private Path result;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "savedmodel",
      description = {
        "savedmodel: TensorFlow SavedModel with the prediction graph, weights and labels.",
        "checkpoint: TensorFlow checkpoint with the weights by name.",
        "safetensors: a safetensors file with the weights by name. Default: ${DEFAULT-VALUE}."
      })
  private ExportFormat format = ExportFormat.SAVEDMODEL;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "A new or empty folder. Default: a folder in RESULT named after the format.")
  private @Nullable Path out;

  ExportModelCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  @SuppressWarnings("try") // the hook is held, not used
  public Integer call() throws IOException, InterruptedException {
    try (Workers workers = new Workers(Installation.current());
        Shutdown ignored = Shutdown.install(workers::close, () -> {})) {
      print(new ModelExport(workers).export(result, format, folder()));
      return 0;
    } catch (ExportException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private Path folder() {
    if (out != null) {
      return out;
    }
    Path folder = result.endsWith("result.json") ? result.resolveSibling("") : result;
    return folder.resolve(format.name().toLowerCase(Locale.ROOT));
  }

  private void print(ModelExport.Exported exported) {
    streams
        .out()
        .println(
            Screen.harmless(
                streams
                    .texts()
                    .say(
                        TerminalCode.MODEL_EXPORTED,
                        "title",
                        exported.title(),
                        "folder",
                        exported.folder().toString())));
    exported.contents().forEach(line -> streams.out().println("  " + line));
  }
}
