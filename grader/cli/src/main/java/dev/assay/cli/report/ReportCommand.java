package dev.assay.cli.report;

import dev.assay.cli.terminal.RunArgument;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.PageCode;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the pages of a run again from its results: one for each answer, one for the class.",
      "With --lang ko they are in Korean.",
    })
public final class ReportCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunArgument run;

  ReportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Path folder = run.folder().path();
    try {
      String line =
          PagesOfRun.write(folder, streams.texts())
              .orElseThrow(
                  () ->
                      WrongCommand.of(
                          spec.commandLine(),
                          PageCode.PAGE_NO_RESULT,
                          "folder",
                          ShownPaths.shown(folder)));
      streams.out().println(Screen.harmless(line));
      return 0;
    } catch (IOException e) {
      throw new WrongCommand(spec.commandLine(), SentenceException.of(e));
    }
  }
}
