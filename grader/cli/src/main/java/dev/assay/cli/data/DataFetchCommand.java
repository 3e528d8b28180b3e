package dev.assay.cli.data;

import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
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
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    int failed = 0;
    List<DatasetEntry> chosen = chosen();
    for (DatasetEntry entry : chosen) {
      failed += fetched(entry, store, screen) ? 0 : 1;
    }
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
    if (variant != null || ids.isEmpty()) {
      return sets.choose(command, ids, variant == null ? DataSets.FULL : variant);
    }
    return ids.stream().distinct().flatMap(id -> sets.fullOrAll(command, id).stream()).toList();
  }

  /** Fetches a data set; a failure does not stop the others from being fetched. */
  private boolean fetched(DatasetEntry entry, DataStore store, Screen screen) {
    if (entry.isEmbedded()) {
      screen.lines(List.of(streams.texts().say(TerminalCode.FETCH_EMBEDDED, "data", entry.key())));
      return true;
    }
    FetchView view = new FetchView(screen, streams.texts(), System::nanoTime);
    view.begin(entry, store.folder(entry));
    try {
      store.fetch(entry, view);
      screen.lines(
          List.of(
              "  "
                  + streams
                      .texts()
                      .say(
                          TerminalCode.FETCH_DONE,
                          "folder",
                          ShownPaths.shown(store.folder(entry)))));
      return true;
    } catch (DataException e) {
      view.givenUp();
      streams.err().println("assay: " + e.sentence().text(streams.texts()));
      return false;
    }
  }
}
