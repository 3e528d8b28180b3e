package dev.assay.cli.sealing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the key that a set is sealed with; one of these. */
public final class KeyOptions {
  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The file with the key, as written by `assay seal --new-key`.")
  private @Nullable Path keyFile;

  @Option(
      names = "--key-env",
      paramLabel = "NAME",
      description = "The environment variable that holds the key (for CI).")
  private @Nullable String keyVariable;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "A file whose first line is the passphrase.")
  private @Nullable Path passphraseFile;

  @Option(names = "--passphrase", description = "Ask for the passphrase on the terminal.")
  @SuppressWarnings("UnusedVariable") // that it is given is all: no place is named then
  private boolean ask;

  public KeySource source() {
    return new KeySource(keyFile, keyVariable, passphraseFile);
  }
}
