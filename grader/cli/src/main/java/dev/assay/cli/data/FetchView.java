package dev.assay.cli.data;

import dev.assay.cli.terminal.ProgressBar;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.commons.text.Numbers;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.FetchListener;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A download's progress on the console. */
public final class FetchView implements FetchListener {
  private static final int BAR = 20;

  private final Screen screen;
  private final Catalogue texts;
  private final LongSupplier nanos;
  private @Nullable URI from;
  private @Nullable Sentence failure;
  private long startNanos;
  private long startBytes;

  /**
   * A view.
   *
   * @param texts the language
   * @param nanos the clock, as {@link System#nanoTime}
   */
  public FetchView(Screen screen, Catalogue texts, LongSupplier nanos) {
    this.screen = screen;
    this.texts = texts;
    this.nanos = nanos;
  }

  void begin(DatasetEntry entry, Path folder) {
    print(
        "",
        TerminalCode.FETCH_BEGINS,
        "data",
        entry.key(),
        "title",
        DataNames.title(entry, texts),
        "size",
        Numbers.bytes(entry.fileSet().bytes()),
        "folder",
        ShownPaths.shown(folder));
  }

  @Override
  public void present(DataFile file) {
    print("  ", TerminalCode.FETCH_PRESENT, "file", file.name());
  }

  @Override
  public void started(DataFile file, URI mirror, long done) {
    if (failure != null) {
      print(
          "    ",
          TerminalCode.FETCH_RETRIES,
          "reason",
          failure,
          "again",
          mirror.equals(from),
          "mirror",
          mirror.toString(),
          "resumed",
          done > 0,
          "done",
          Numbers.bytes(done));
    } else {
      print(
          "  ",
          TerminalCode.FETCH_STARTS,
          "file",
          file.name(),
          "size",
          Numbers.bytes(file.bytes()),
          "mirror",
          mirror.toString(),
          "resumed",
          done > 0,
          "done",
          Numbers.bytes(done));
    }
    failure = null;
    from = mirror;
    startBytes = done;
    startNanos = nanos.getAsLong();
  }

  @Override
  public void progress(DataFile file, long done) {
    double share = (double) done / file.bytes();
    double seconds = (nanos.getAsLong() - startNanos) / 1e9;
    // A server that ignores ranges starts anew: there is no rate then until it is past the start.
    String left =
        done > startBytes ? left(seconds / (done - startBytes) * (file.bytes() - done)) : "";
    screen.live(
        String.format(
            Locale.ROOT,
            "  %s %3d %%  %s  %s",
            ProgressBar.of(share, BAR),
            (int) (100 * share),
            left,
            file.name()));
  }

  private String left(double seconds) {
    return texts.say(TerminalCode.TIME_LEFT, "time", Numbers.time(seconds));
  }

  @Override
  public void failed(DataFile file, URI mirror, Sentence reason) {
    failure = reason;
  }

  @Override
  public void finished(DataFile file) {
    print("  ", TerminalCode.FETCH_COMPLETE, "file", file.name());
    failure = null;
    from = null;
  }

  /** Reports that no mirror is left. */
  void givenUp() {
    print(
        "    ",
        TerminalCode.FETCH_GIVEN_UP,
        "told",
        failure != null,
        "reason",
        failure == null ? "" : failure);
  }

  private void print(String indent, TerminalCode code, Object... pairs) {
    screen.lines(List.of(indent + texts.say(code, pairs)));
  }
}
