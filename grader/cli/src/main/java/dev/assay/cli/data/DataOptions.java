package dev.assay.cli.data;

import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.DataStore;
import dev.assay.findings.TerminalCode;
import dev.assay.run.processes.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for finding data sets. */
public final class DataOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "A folder with data sets (mnist/, fashion-mnist/, ...) instead of the cache.")
  private @Nullable Path dataDir;

  boolean isGiven() {
    return dataDir != null;
  }

  public DataStore store(Installation installation) {
    if (dataDir != null && !Files.isDirectory(dataDir)) {
      throw WrongCommand.of(
          spec.commandLine(), TerminalCode.DATA_FOLDER_MISSING, "folder", dataDir.toString());
    }
    return new DataStore(installation.embeddedData(), dataDir, installation.cache())
        .sharing(installation.shared());
  }
}
