package dev.assay.cli;

import dev.assay.run.sealed.SealException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay unseal}. */
@Command(
    name = "unseal",
    mixinStandardHelpOptions = true,
    description = "Writes the files of a sealed hidden set as they were; none is overwritten.")
final class UnsealCommand implements Callable<Integer> {
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
      description = "The folder for the files.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  UnsealCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws SealException {
    if (!Files.isDirectory(out)) {
      throw new ParameterException(
          spec.commandLine(), "--out: there is no folder %s. Make it first.".formatted(out));
    }
    sealed.open().unseal(out).forEach(written -> streams.out().println(written));
    return 0;
  }
}
