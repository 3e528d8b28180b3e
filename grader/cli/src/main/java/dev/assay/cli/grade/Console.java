package dev.assay.cli.grade;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.report.GradeReport;
import dev.assay.run.grading.GradingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The output of a run for people: headers, epochs, verdicts and the summary. */
final class Console {
  /** The least time between two lines of progress in a log. */
  private static final Duration SELDOM = Duration.ofSeconds(30);

  /** The least time between two updates on a terminal. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Screen screen;
  private final Path folder;
  private final boolean shared;
  private final boolean quiet;
  private final Progress progress;
  private final Set<GradeReport> earlier = Collections.synchronizedSet(new HashSet<>());

  /**
   * A console for a run.
   *
   * @param folder where its reports are
   * @param shared whether several gradings go on at a time
   */
  Console(Screen screen, Path folder, boolean shared) {
    this(screen, folder, shared, false);
  }

  /**
   * A console for a run.
   *
   * @param folder where its reports are
   * @param shared whether several gradings go on at a time
   * @param quiet whether people want to see the summary only
   */
  Console(Screen screen, Path folder, boolean shared, boolean quiet) {
    this.screen = screen;
    this.folder = folder;
    this.shared = shared;
    this.quiet = quiet;
    progress = new Progress(screen.isLive() ? SOON : SELDOM, System::nanoTime);
  }

  /** The listener of a batch's progress, which is told the number of submissions first. */
  Progress progress() {
    return progress;
  }

  /** Records that another submission is finished, with these results. */
  void done(List<GradeReport> reports) {
    show(progress.submissionDone(earlier.containsAll(reports)));
  }

  /** Records that another answer is finished. */
  void done(GradeReport report) {
    show(progress.answerDone(earlier.contains(report)));
  }

  private void show(Optional<String> line) {
    line.ifPresent(text -> lines(List.of("", text)));
  }

  boolean isShared() {
    return shared;
  }

  /** Returns whether every epoch is shown as it completes; in a log that would be too long. */
  boolean showsEveryEpoch() {
    return screen.isLive();
  }

  int room() {
    return screen.room();
  }

  /** A new listener for the gradings of one submission. */
  GradingListener listener() {
    return new GradingView(this);
  }

  void compiling(String id) {
    live("compiling " + id + " ...");
  }

  void lines(List<String> lines) {
    if (!quiet) {
      screen.lines(lines);
    }
  }

  void live(String line) {
    if (!quiet) {
      screen.live(line);
    }
  }

  /** Returns the file that lists what happened to every entry that was handed in. */
  Path entries() {
    return folder.resolve("entries.json");
  }

  /**
   * The end of a run.
   *
   * @param entries what happened to everything that was handed in; may be empty
   */
  void summary(String table, List<String> entries) {
    lines(List.of(""));
    List<String> lines = new ArrayList<>(List.of(table));
    lines.addAll(entries);
    lines.add("Reports: " + ShownPaths.shown(folder));
    screen.lines(lines);
  }

  /** Shows a result that an earlier run left. */
  void kept(GradeReport report) {
    earlier.add(report);
    Path answer = folder.resolve(report.submission().id()).resolve(report.problem());
    new GradingView(this).kept(report, answer.resolve("result.json"));
  }

  void interrupted(List<GradeReport> finished) {
    ended("Interrupted.", finished);
  }

  /** Prints why the run ended before everything was graded, and how to continue it. */
  void ended(String why, List<GradeReport> finished) {
    screen.lines(
        List.of(
            String.format(
                Locale.ROOT,
                "%s %d finished %s kept in %s",
                why,
                finished.size(),
                finished.size() == 1 ? "result is" : "results are",
                ShownPaths.shown(folder)),
            "To continue, run the same command with --resume --out %s.".formatted(ShownPaths.shown(folder))));
    screen.close();
  }
}
