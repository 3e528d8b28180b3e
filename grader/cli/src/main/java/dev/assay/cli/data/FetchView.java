package dev.assay.cli.data;

import dev.assay.cli.terminal.ProgressBar;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.commons.text.Numbers;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.FetchListener;
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
  private final LongSupplier nanos;
  private @Nullable URI from;
  private @Nullable String failure;
  private long startNanos;
  private long startBytes;

  /**
   * A view.
   *
   * @param nanos the clock, as {@link System#nanoTime}
   */
  public FetchView(Screen screen, LongSupplier nanos) {
    this.screen = screen;
    this.nanos = nanos;
  }

  void begin(DatasetEntry entry, Path folder) {
    print(
        "%s: %s, %s into %s"
            .formatted(
                entry.key(),
                entry.title(),
                Numbers.bytes(entry.fileSet().bytes()),
                ShownPaths.shown(folder)));
  }

  @Override
  public void present(DataFile file) {
    print("  %s: already downloaded, SHA-256 as published".formatted(file.name()));
  }

  @Override
  public void started(DataFile file, URI mirror, long done) {
    String resumed = done == 0 ? "" : ", continuing after " + Numbers.bytes(done);
    if (failure != null) {
      boolean again = mirror.equals(from);
      print("    %s; trying %s%s".formatted(failure, again ? "again" : mirror, resumed));
    } else {
      print(
          "  %s: %s from %s%s"
              .formatted(file.name(), Numbers.bytes(file.bytes()), mirror, resumed));
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
        done > startBytes
            ? Numbers.time(seconds / (done - startBytes) * (file.bytes() - done)) + " left"
            : "";
    screen.live(
        String.format(
            Locale.ROOT,
            "  %s %3d %%  %s  %s",
            ProgressBar.of(share, BAR),
            (int) (100 * share),
            left,
            file.name()));
  }

  @Override
  public void failed(DataFile file, URI mirror, String reason) {
    failure = "failed: " + reason;
  }

  @Override
  public void finished(DataFile file) {
    print("  %s: complete, SHA-256 as published".formatted(file.name()));
    failure = null;
    from = null;
  }

  /** Reports that no mirror is left. */
  void givenUp() {
    print("    %s; giving up".formatted(failure == null ? "failed" : failure));
  }

  private void print(String line) {
    screen.lines(List.of(line));
  }
}
