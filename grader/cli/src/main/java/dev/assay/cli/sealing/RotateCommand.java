package dev.assay.cli.sealing;

import dev.assay.cli.terminal.Streams;
import dev.assay.findings.TerminalCode;
import dev.assay.run.sealed.SealException;
import dev.assay.run.sealed.SealedSet;
import dev.assay.run.sealed.Secret;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay rotate}. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Re-encrypts a sealed hidden set with a new key, in place.",
      "Existing copies of the old file can still be opened with the old key.",
    })
public final class RotateCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private SealedFileOptions sealed;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private NextKeyOptions next;

  RotateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws SealException {
    SealedSet old = sealed.open(streams.texts());
    Secret secret = next.source().secret(spec.commandLine(), streams.texts(), true);
    SealedSet rotated = old.rotate(secret);
    streams
        .out()
        .println(
            streams
                .texts()
                .say(
                    TerminalCode.HIDDEN_SET_ROTATED,
                    "file",
                    sealed.file().toString(),
                    "key",
                    rotated.keyId(),
                    "old",
                    old.keyId(),
                    "fingerprint",
                    rotated.fingerprint()));
    return 0;
  }
}
