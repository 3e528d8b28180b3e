package dev.assay.cli.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay data}. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Lists, fetches and verifies data sets.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DataListCommand.class, DataFetchCommand.class, DataVerifyCommand.class})
public final class DataCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? Try `assay data list`, fetch or verify.");
  }
}
