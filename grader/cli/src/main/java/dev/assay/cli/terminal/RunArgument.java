package dev.assay.cli.terminal;

import dev.assay.batch.BatchFolder;
import dev.assay.findings.TerminalCode;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The argument that names the folder of a run. */
public final class RunArgument {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run: reports/<run>.")
  @SuppressWarnings("NullAway.Init")
  private Path run;

  /** Returns the folder, which an earlier run wrote. */
  public BatchFolder folder() {
    return BatchFolder.existing(run)
        .orElseThrow(
            () ->
                WrongCommand.of(
                    spec.commandLine(),
                    TerminalCode.NO_RUN,
                    "folder",
                    ShownPaths.shown(run.toAbsolutePath())));
  }
}
