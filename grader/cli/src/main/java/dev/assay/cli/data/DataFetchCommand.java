package dev.assay.cli.data;

import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Streams;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.findings.TerminalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay data fetch}. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Downloads data sets from their public sources into the cache and verifies them.",
      "An interrupted download is continued.",
    })
final class DataFetchCommand implements Callable<Integer> {
  private final Streams streams;
  private final DataSets sets;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PROBLEM",
      description = "The problem's id; see `assay list`. Default: all problems.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      description = "The data variant; see `assay data list`. Default: full.")
  private @Nullable String variant;

  DataFetchCommand(Streams streams, DataSets sets) {
    this.streams = streams;
    this.sets = sets;
  }

  @Override
  public Integer call() {
    DataStore store =
        new DataStore(sets.installation().embeddedData(), null, sets.installation().cache());
    List<DatasetEntry> chosen = chosen();
    int failed = new DataFetching(streams, store).fetch(chosen);
    if (failed > 0) {
      streams.err().println(advice(failed, chosen.size()));
    }
    return failed == 0 ? 0 : Failures.GRADER_ERROR;
  }

  private String advice(int failed, int of) {
    return streams
        .texts()
        .say(TerminalCode.FETCH_FAILED, "several", of > 1, "failed", failed, "total", of);
  }

  private List<DatasetEntry> chosen() {
    CommandLine command = spec.commandLine();
    return variant == null ? sets.toFetch(command, ids) : sets.choose(command, ids, variant);
  }
}
