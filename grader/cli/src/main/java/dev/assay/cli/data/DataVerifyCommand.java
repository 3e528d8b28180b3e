package dev.assay.cli.data;

import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.DisplayWidth;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.FileCheck;
import dev.assay.findings.TerminalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay data verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the files of data sets with the published checksums.",
      "Exits with 1 if a file differs, or is missing although its PROBLEM or VARIANT was named.",
    })
final class DataVerifyCommand implements Callable<Integer> {
  /** The columns of the longest state. */
  private static final int STATE = 10;

  private final Streams streams;
  private final DataSets sets;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(
      paramLabel = "PROBLEM",
      description = "The problem's id; see `assay list`. Default: all problems.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      description = "The data variant; see `assay data list`. Default: all.")
  private @Nullable String variant;

  private int good;
  private int missing;
  private int bad;

  DataVerifyCommand(Streams streams, DataSets sets) {
    this.streams = streams;
    this.sets = sets;
  }

  @Override
  public Integer call() {
    List<DatasetEntry> chosen = sets.choose(spec.commandLine(), ids, variant);
    DataStore store = dataOptions.store(sets.installation());
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    for (DatasetEntry entry : chosen) {
      screen.lines(
          List.of(
              streams
                  .texts()
                  .say(
                      TerminalCode.VERIFY_PLACE,
                      "data",
                      entry.key(),
                      "folder",
                      ShownPaths.shown(store.folder(entry)))));
      int before = bad;
      for (FileCheck check : store.verify(entry)) {
        screen.lines(List.of(line(check)));
        count(entry, check);
      }
      screen.lines(bad > before ? List.of("  " + advice(entry)) : List.of());
    }
    screen.lines(List.of(summary()));
    return bad == 0 ? 0 : Failures.SOME_FAILED;
  }

  private String line(FileCheck check) {
    return switch (check.status()) {
      case OK, REPACKED -> line("OK", check.message().text(streams.texts()));
      case DIFFERS -> line("DIFFERS", check.message().text(streams.texts()));
      case MISSING -> line("MISSING", check.file().name());
      case UNREADABLE -> line("UNREADABLE", check.message().text(streams.texts()));
    };
  }

  private String line(String state, String text) {
    String name = streams.texts().say(TerminalCode.VERIFY_STATE, "state", state);
    return "  " + DisplayWidth.left(name, STATE) + "  " + text;
  }

  /** Files that ship with Assay must be here; others need only if they were asked for. */
  private void count(DatasetEntry entry, FileCheck check) {
    boolean needed = !ids.isEmpty() || variant != null || entry.isEmbedded();
    if (check.isPublishedContent()) {
      good++;
    } else if (check.status() == FileCheck.Status.MISSING && !needed) {
      missing++;
    } else {
      bad++;
    }
  }

  private String advice(DatasetEntry entry) {
    if (entry.isEmbedded()) {
      return streams.texts().say(TerminalCode.VERIFY_EMBEDDED);
    }
    return dataOptions.isGiven()
        ? streams.texts().say(TerminalCode.VERIFY_FOLDER)
        : streams.texts().say(TerminalCode.VERIFY_FETCH, "command", entry.fetchCommand());
  }

  private String summary() {
    return streams
        .texts()
        .say(TerminalCode.VERIFY_SUMMARY, "good", good, "bad", bad, "missing", missing);
  }
}
