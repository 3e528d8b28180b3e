package dev.assay.cli.exam;

import dev.assay.cli.terminal.Streams;
import dev.assay.findings.TerminalCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay exam}. */
@Command(
    name = "exam",
    mixinStandardHelpOptions = true,
    description = "Sits an exam from its start to its report.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ExamStartCommand.class,
      ExamStatusCommand.class,
      ExamSubmitCommand.class,
      ExamPauseCommand.class,
      ExamFinishCommand.class,
      ExamHistoryCommand.class,
      ExamVerifyCommand.class,
    })
public final class ExamCommand implements Runnable {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  ExamCommand(Streams streams) {
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
                "`assay exam start`, `assay exam submit`, `assay exam finish`"));
  }
}
