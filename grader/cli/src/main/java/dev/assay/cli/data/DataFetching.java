package dev.assay.cli.data;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.TerminalCode;
import java.util.List;

/** Fetches data sets into a store and shows how far each is. */
public final class DataFetching {
  private final Streams streams;
  private final DataStore store;
  private final Screen screen;

  /** A fetching into this store. */
  public DataFetching(Streams streams, DataStore store) {
    this.streams = streams;
    this.store = store;
    this.screen = new Screen(streams.out(), Terminal.of(false));
  }

  /**
   * Fetches data sets; a failure does not stop the others from being fetched.
   *
   * @return how many could not be fetched
   */
  public int fetch(List<DatasetEntry> entries) {
    return (int) entries.stream().filter(entry -> !fetched(entry)).count();
  }

  private boolean fetched(DatasetEntry entry) {
    if (entry.isEmbedded()) {
      screen.lines(List.of(streams.texts().say(TerminalCode.FETCH_EMBEDDED, "data", entry.key())));
      return true;
    }
    FetchView view = new FetchView(screen, streams.texts(), System::nanoTime);
    view.begin(entry, store.folder(entry));
    try {
      store.fetch(entry, view);
      String folder = ShownPaths.shown(store.folder(entry));
      String done = streams.texts().say(TerminalCode.FETCH_DONE, "folder", folder);
      screen.lines(List.of("  " + done));
      return true;
    } catch (DataException e) {
      view.givenUp();
      streams.err().println("assay: " + e.sentence().text(streams.texts()));
      return false;
    }
  }
}
