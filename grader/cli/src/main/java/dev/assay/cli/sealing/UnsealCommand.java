package dev.assay.cli.sealing;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.Reasons;
import dev.assay.findings.TerminalCode;
import dev.assay.run.sealed.SealException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay unseal}. */
@Command(
    name = "unseal",
    mixinStandardHelpOptions = true,
    description =
        "Decrypts a sealed hidden set into its original files; existing files are never overwritten.")
public final class UnsealCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private SealedFileOptions sealed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The output folder; created if it does not exist.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  UnsealCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws SealException {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.OUT_NOT_CREATED,
          "folder",
          out.toString(),
          "reason",
          Reasons.of(e));
    }
    sealed
        .open(streams.texts())
        .unseal(out)
        .forEach(written -> streams.out().println(Screen.harmless(written.toString())));
    return 0;
  }
}
