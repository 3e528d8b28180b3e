package dev.assay.cli.gradebook;

import dev.assay.batch.results.RunGrades;
import dev.assay.cli.terminal.RunArgument;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.report.json.GradebookJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay gradebook}. */
@Command(
    name = "gradebook",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the grades of a class: points for each problem, total, and who passed.",
      "They are made of the run's results, its roster and settings (class.json), and points given by hand.",
    })
public final class GradebookCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunArgument run;

  @Option(
      names = "--json",
      description = "Print the gradebook as JSON (reports/gradebook.schema.json).")
  private boolean json;

  GradebookCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (json) {
      streams.out().print(GradebookJson.of(RunGrades.read(run.folder().path())));
      streams.out().flush();
      return 0;
    }
    Terminal terminal = Terminal.of(false);
    GradesText text = new GradesText(streams.texts(), terminal.columns());
    new Screen(streams.out(), terminal).lines(text.lines(RunGrades.read(run.folder().path())));
    return 0;
  }
}
