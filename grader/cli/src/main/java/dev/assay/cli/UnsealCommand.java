package dev.assay.cli;

import dev.assay.run.sealed.SealException;
import dev.assay.run.sealed.SealedSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

  @Parameters(paramLabel = "FILE", description = "The sealed file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the files.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private KeyOptions key;

  UnsealCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws SealException {
    if (!Files.isDirectory(out)) {
      throw new ParameterException(
          spec.commandLine(), "--out: there is no folder %s. Make it first.".formatted(out));
    }
    SealedSet sealed = SealedSet.open(file, key.source().secret(spec.commandLine(), false));
    sealed.unseal(out).forEach(written -> streams.out().println(written));
    return 0;
  }
}
