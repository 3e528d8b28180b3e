package dev.assay.cli.sealing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the new key that replaces another; one of these. */
final class NextKeyOptions {
  @Option(names = "--to-key-file", paramLabel = "FILE", description = "The file with the new key.")
  private @Nullable Path keyFile;

  @Option(
      names = "--to-key-env",
      paramLabel = "NAME",
      description = "The environment variable that holds the new key.")
  private @Nullable String keyVariable;

  @Option(
      names = "--to-passphrase-file",
      paramLabel = "FILE",
      description = "A file whose first line is the new passphrase.")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--to-passphrase",
      description = "Ask for the new passphrase on the terminal, twice.")
  @SuppressWarnings("UnusedVariable") // that it is given is all: no place is named then
  private boolean ask;

  KeySource source() {
    return new KeySource(keyFile, keyVariable, passphraseFile);
  }
}
