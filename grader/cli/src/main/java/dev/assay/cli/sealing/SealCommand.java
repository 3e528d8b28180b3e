package dev.assay.cli.sealing;

import dev.assay.cli.data.DataSets;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.hidden.HiddenFile;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.run.sealed.SealException;
import dev.assay.run.sealed.SealKey;
import dev.assay.run.sealed.SealedSet;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay seal}. */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description = {
      "Seals your own hidden set into one encrypted file that can be published.",
      "With --new-key alone, creates a key.",
    })
public final class SealCommand implements Callable<Integer> {
  private final Streams streams;
  private final DataSets sets;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PROBLEM",
      arity = "0..1",
      description = "The problem's id; see `assay list`.")
  private @Nullable String id;

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      defaultValue = "embedded",
      description =
          "The data variant whose training rows and pass rule are used with it. Default: ${DEFAULT-VALUE}.")
  private String variant = "";

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "The examples as one CSV file with the same header as the problem's data.")
  private @Nullable Path table;

  @Option(
      names = "--features",
      paramLabel = "FILE",
      description = "The examples' features: IDX (images) or .npy.")
  private @Nullable Path features;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "The examples' labels, in the same order: IDX or .npy.")
  private @Nullable Path labels;

  @Option(names = "--out", paramLabel = "FILE", description = "The sealed file to write.")
  private @Nullable Path out;

  @ArgGroup private @Nullable KeyOptions key;

  @Option(
      names = "--new-key",
      paramLabel = "FILE",
      description = "Write a new key to this file, readable only by you.")
  private @Nullable Path newKey;

  SealCommand(Streams streams, DataSets sets) {
    this.streams = streams;
    this.sets = sets;
  }

  @Override
  public Integer call() throws SealException {
    if (newKey != null) {
      makeKey(newKey);
      return 0;
    }
    try {
      seal();
      return 0;
    } catch (SealException e) {
      throw e;
    } catch (DataException e) {
      // The examples are the user's own.
      throw new WrongCommand(spec.commandLine(), SentenceException.of(e));
    }
  }

  private void makeKey(Path file) throws SealException {
    if (id != null || key != null || out != null) {
      throw wrong(TerminalCode.NEW_KEY_ALONE);
    }
    SealKey made = SealKey.random();
    made.writeTo(file);
    streams
        .out()
        .println(
            streams
                .texts()
                .say(TerminalCode.KEY_WRITTEN, "key", made.id(), "file", file.toString()));
  }

  private void seal() throws DataException {
    if (id == null || out == null || key == null) {
      throw wrong(TerminalCode.SEAL_NEEDS);
    }
    DatasetEntry entry = sets.choose(spec.commandLine(), List.of(id), variant).get(0);
    List<HiddenFile> files = files();
    SealedSet sealed =
        SealedSet.seal(
            entry, files, key.source().secret(spec.commandLine(), streams.texts(), true), out);
    streams
        .out()
        .println(
            streams
                .texts()
                .say(
                    TerminalCode.HIDDEN_SET_SEALED,
                    "file",
                    out.toString(),
                    "examples",
                    sealed.subject().examples(),
                    "data",
                    entry.key(),
                    "form",
                    sealed.subject().form(),
                    "fingerprint",
                    sealed.fingerprint(),
                    "key",
                    sealed.keyId()));
  }

  private List<HiddenFile> files() throws DataException {
    if (table != null && features == null && labels == null) {
      return List.of(HiddenFile.read(table));
    }
    if (table == null && features != null && labels != null) {
      return List.of(HiddenFile.read(features), HiddenFile.read(labels));
    }
    throw wrong(TerminalCode.EXAMPLES_NEEDED);
  }

  private ParameterException wrong(TerminalCode code) {
    return WrongCommand.of(spec.commandLine(), code);
  }
}
