package dev.assay.cli.sealing;

import dev.assay.findings.Catalogue;
import dev.assay.run.sealed.SealException;
import dev.assay.run.sealed.SealedSet;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A sealed file and the key that opens it. */
final class SealedFileOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The sealed file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private KeyOptions key;

  Path file() {
    return file;
  }

  SealedSet open(Catalogue texts) throws SealException {
    return SealedSet.open(file, key.source().secret(spec.commandLine(), texts, false));
  }
}
