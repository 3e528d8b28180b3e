package dev.assay.cli;

import dev.assay.datasets.paths.RawPaths;
import dev.assay.report.GradeReport;
import dev.assay.run.RunListener;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What people see of a run: headers, epochs, verdicts, the summary. */
final class Console {
  private final Screen screen;
  private final Path folder;
  private final boolean shared;

  /**
   * A console for a run.
   *
   * @param folder where its reports are
   * @param shared whether several gradings go on at a time
   */
  Console(Screen screen, Path folder, boolean shared) {
    this.screen = screen;
    this.folder = folder;
    this.shared = shared;
  }

  boolean isShared() {
    return shared;
  }

  /** Whether each epoch is seen as it comes; elsewhere a log of them all would be long. */
  boolean showsEveryEpoch() {
    return screen.isLive();
  }

  int room() {
    return screen.room();
  }

  /** A new listener for the gradings of one submission. */
  RunListener listener() {
    return new GradingView(this);
  }

  void compiling(String id) {
    live("compiling " + id + " ...");
  }

  void lines(List<String> lines) {
    screen.lines(lines);
  }

  void live(String line) {
    screen.live(line);
  }

  void summary(String table) {
    screen.lines(List.of("", table, "Reports: " + shown(folder)));
  }

  /** A result that an earlier run left. */
  void kept(GradeReport report) {
    Path answer = folder.resolve(report.submission().id()).resolve(report.problem());
    new GradingView(this).kept(report, answer.resolve("result.json"));
  }

  void interrupted(List<GradeReport> finished) {
    screen.lines(
        List.of(
            String.format(
                Locale.ROOT,
                "Interrupted. %d finished %s kept in %s",
                finished.size(),
                finished.size() == 1 ? "result is" : "results are",
                shown(folder)),
            "The same command with --resume --out %s goes on.".formatted(shown(folder))));
    screen.close();
  }

  /** As a shell takes it in a command. */
  static String quoted(Path path) {
    String text = RawPaths.shown(path);
    if (!text.equals(path.toString())) {
      return "$'" + text.replace("'", "\\'") + "'";
    }
    if (text.matches("[\\p{Alnum}_./:@%+=,\\\\-]+")) {
      return text;
    }
    return File.separatorChar == '/' ? "'" + text.replace("'", "'\\''") + "'" : '"' + text + '"';
  }

  /** Relative to where the user is, when that is shorter. */
  static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return RawPaths.shown(path.startsWith(here) ? here.relativize(path) : path);
  }
}
