package dev.assay.cli.data;

import dev.assay.cli.terminal.Streams;
import dev.assay.findings.TerminalCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay data}. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, fetches and verifies data sets.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DataListCommand.class,
      DataShowCommand.class,
      DataFetchCommand.class,
      DataVerifyCommand.class
    })
public final class DataCommand implements Runnable {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  DataCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        streams
            .texts()
            .say(
                TerminalCode.WHICH_COMMAND,
                "examples",
                "`assay data list`, `assay data show iris`, `assay data fetch`, `assay data verify`"));
  }
}
