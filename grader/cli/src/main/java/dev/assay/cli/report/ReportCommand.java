package dev.assay.cli.report;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.PageCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.pages.run.RunPages;
import dev.assay.pages.run.RunResults;
import dev.assay.run.grading.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the pages of a run again from its results: one for each answer, one for the class.",
      "With --lang ko they are in Korean.",
    })
public final class ReportCommand implements Runnable {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The folder of a run, such as reports/<run>.")
  @SuppressWarnings("NullAway.Init")
  private Path run;

  ReportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    try {
      Path folder = Files.isDirectory(run) ? run.toRealPath() : run;
      RunResults results =
          Files.isDirectory(folder) ? RunResults.read(folder) : RunResults.NOTHING;
      if (results.reports().isEmpty()) {
        throw new WrongCommand(
            spec.commandLine(),
            Sentence.of(PageCode.PAGE_NO_RESULT, "folder", ShownPaths.shown(run)));
      }
      Path page =
          RunPages.of(folder, results.isClass(), streams.texts(), Version.ASSAY).writeAll(results);
      String line = streams.texts().say(PageCode.PAGE_WRITTEN, "file", ShownPaths.shown(page));
      streams.out().println(Screen.harmless(line));
    } catch (IOException e) {
      throw new WrongCommand(spec.commandLine(), SentenceException.of(e));
    }
  }
}
