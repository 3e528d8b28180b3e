package dev.assay.cli.data;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.TextTable;
import dev.assay.commons.text.TextTable.Column;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.findings.TerminalCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay data list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the data sets and whether they are on this machine.",
      "With a PROBLEM, shows all details of the problem's data sets.",
    })
final class DataListCommand implements Runnable {
  private static final int SHORTEST_TITLE = 8;

  private final Streams streams;
  private final DataSets sets;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(paramLabel = "PROBLEM", description = "The problem's id; see `assay list`.")
  private List<String> ids = new ArrayList<>();

  DataListCommand(Streams streams, DataSets sets) {
    this.streams = streams;
    this.sets = sets;
  }

  @Override
  public void run() {
    List<DatasetEntry> entries = sets.choose(spec.commandLine(), ids, null);
    DataStore store = dataOptions.store(sets.installation());
    Terminal terminal = Terminal.of(false);
    Screen screen = new Screen(streams.out(), terminal);
    if (ids.isEmpty()) {
      screen.lines(table(entries, store, terminal.columns()));
    } else {
      for (DatasetEntry entry : entries) {
        screen.lines(
            new DataDetails(entry, streams.texts(), terminal.columns()).lines(where(entry, store)));
      }
    }
  }

  private List<String> table(List<DatasetEntry> entries, DataStore store, int columns) {
    TextTable table =
        new TextTable(
            Column.left(header("PROBLEM")),
            Column.left(header("DATA")),
            Column.right(header("SIZE")),
            Column.left(header("HERE")),
            Column.left(header("TITLE")).cutTo(SHORTEST_TITLE));
    for (DatasetEntry entry : entries) {
      table.add(
          entry.id(),
          entry.variant(),
          Numbers.bytes(entry.fileSet().bytes()),
          whether(entry, store),
          DataNames.title(entry, streams.texts()));
    }
    return table.linesOrParagraphs(columns);
  }

  private String header(String column) {
    return streams.texts().say(TerminalCode.DATA_HEADER, "column", column);
  }

  private String whether(DatasetEntry entry, DataStore store) {
    return streams.texts().say(TerminalCode.DATA_HERE, "state", state(entry, store));
  }

  private String state(DatasetEntry entry, DataStore store) {
    if (!store.isAvailable(entry)) {
      boolean expected = entry.isEmbedded() || dataOptions.isGiven();
      return expected ? "MISSING" : "NOT_FETCHED";
    }
    if (entry.isEmbedded()) {
      return "EMBEDDED";
    }
    return dataOptions.isGiven() ? "FOLDER" : "CACHE";
  }

  private String where(DatasetEntry entry, DataStore store) {
    return streams
        .texts()
        .say(
            TerminalCode.DATA_PLACE,
            "state",
            whether(entry, store),
            "folder",
            ShownPaths.shown(store.folder(entry)),
            "fetch",
            !store.isAvailable(entry) && !entry.isEmbedded(),
            "command",
            entry.fetchCommand());
  }
}
