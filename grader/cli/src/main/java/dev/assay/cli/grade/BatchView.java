package dev.assay.cli.grade;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchListener;
import dev.assay.cli.terminal.Line;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.PageCode;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonReports;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a batch to people: headers, epochs, verdicts, the summary. */
public final class BatchView implements BatchListener {
  /** The least time between two lines of progress in a log. */
  private static final Duration SELDOM = Duration.ofSeconds(30);

  /** The least time between two updates on a terminal. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Screen screen;
  private final Catalogue texts;
  private final Path folder;
  private final boolean shared;
  private final boolean quiet;
  private final @Nullable PageWriter pages;
  private final BatchProgress progress;
  private Optional<Path> page = Optional.empty();
  private volatile boolean hasNew;
  private final BatchCounts counts;

  /** The names of results of an earlier batch, where there is only one submission. */
  private final Set<String> keptOfOne = Collections.synchronizedSet(new HashSet<>());

  /** The names of results of an earlier batch whose submission is not done yet. */
  private final Set<String> earlier = Collections.synchronizedSet(new HashSet<>());

  /**
   * A view of a batch, in English.
   *
   * @param folder where its reports are
   * @param shared whether several gradings go on at a time
   */
  BatchView(Screen screen, Path folder, boolean shared) {
    this(screen, Catalogue.english(), folder, shared, false, null);
  }

  /**
   * A view of a batch.
   *
   * @param texts the language
   * @param folder where its reports are
   * @param shared whether several gradings go on at a time
   * @param quiet whether people want to see the summary only
   * @param pages writes the pages of results; null for none
   */
  BatchView(
      Screen screen,
      Catalogue texts,
      Path folder,
      boolean shared,
      boolean quiet,
      @Nullable PageWriter pages) {
    this.screen = screen;
    this.texts = texts;
    this.folder = folder;
    this.shared = shared;
    this.quiet = quiet;
    this.pages = pages;
    counts = new BatchCounts(texts);
    progress = new BatchProgress(texts, screen.isLive() ? SOON : SELDOM, System::nanoTime);
  }

  @Override
  public void started(int submissions) {
    progress.submissions(submissions);
    counts.submissions(submissions);
  }

  @Override
  public void answers(int count) {
    progress.answers(count);
  }

  @Override
  public void submissionDone(List<GradeReport> reports) {
    if (reports.isEmpty()) {
      return;
    }
    List<String> names = reports.stream().map(BatchView::name).toList();
    boolean kept = earlier.containsAll(names);
    names.forEach(earlier::remove);
    if (!kept) {
      hasNew = true;
    }
    counts.ends(reports);
    boolean equal = reports.stream().allMatch(each -> each.circumstances().fromEqualAnswer());
    show(progress.submissionDone(kept || equal));
    live("");
  }

  @Override
  public void answerDone(GradeReport report) {
    show(progress.answerDone(earlier.contains(name(report))));
  }

  private static String name(GradeReport report) {
    return report.submission().id() + "/" + report.problem();
  }

  private void show(Optional<String> line) {
    // On a live terminal the table says it all the time.
    if (line.isPresent() && !(screen.isLive() && counts.areSeveral())) {
      lines(
          counts.areSeveral()
              ? List.of("", line.get(), "  " + counts.line())
              : List.of("", line.get()));
    }
  }

  /** Has answers compared before the pages are written, although none was graded here. */
  public void compare() {
    hasNew = true;
  }

  Catalogue texts() {
    return texts;
  }

  boolean isShared() {
    return shared;
  }

  /** Returns whether every epoch is shown as it completes; in a log that would be too long. */
  boolean showsEveryEpoch() {
    return screen.isLive() && !shared;
  }

  /** Returns whether the curves of a training are drawn: on a terminal, of one at a time. */
  boolean drawsCurves() {
    return screen.isTerminal() && !shared;
  }

  /** Returns whether only characters of ASCII can be drawn with. */
  boolean isPlain() {
    return screen.isPlain();
  }

  /** The width of a line. */
  public int room() {
    return screen.room();
  }

  @Override
  public GradingListener gradings() {
    return new GradingView(this);
  }

  @Override
  public void compiling(String submission) {
    counts.begins(submission);
    live(texts.say(TerminalCode.COMPILING_SUBMISSION, "submission", submission));
  }

  /** Shows lines, unless only the summary is wanted. */
  public void lines(List<String> lines) {
    print(Line.plain(lines));
  }

  /** Shows lines, unless only the summary is wanted. */
  void print(List<Line> lines) {
    if (!quiet) {
      screen.print(lines);
    }
  }

  /** Shows a line that the next one replaces, below the table of the batch. */
  void live(String line) {
    if (quiet || !screen.isLive()) {
      return;
    }
    List<String> table = new ArrayList<>();
    if (counts.areSeveral()) {
      table.addAll(List.of(progress.now(), "  " + counts.line()));
      counts.running().ifPresent(names -> table.add("  " + names));
    }
    if (!shared && !line.isEmpty()) {
      table.add(line);
    }
    if (!table.isEmpty()) {
      screen.live(table);
    }
  }

  /** Says how many submissions did not begin after one that did not pass. */
  void notBegun(int count) {
    if (count > 0) {
      screen.lines(List.of(texts.say(TerminalCode.FAIL_FAST_STOPPED, "count", count)));
    }
  }

  /** Writes the page of a result, and returns where; empty where none was written. */
  Optional<Path> page(GradeReport report) {
    return pages == null ? Optional.empty() : pages.write(report, this::complain);
  }

  /** The page of an answer whose result is kept. */
  Optional<Path> keptPage(GradeReport report) {
    return Optional.ofNullable(pages).map(writer -> writer.place(report));
  }

  /** Writes the pages of the whole run. */
  void finish() {
    page = pages == null ? Optional.empty() : pages.writeAll(hasNew, this::complain);
  }

  private void complain(String complaint) {
    lines(Paragraph.wrap("  ", 4, complaint, room()));
  }

  /** A result whole, of which there is an outline. */
  GradeReport whole(GradeReport outline) {
    return new BatchFolder(folder).whole(outline);
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
    lines.add(texts.say(TerminalCode.REPORTS_FOLDER, "folder", ShownPaths.shown(folder)));
    page.ifPresent(
        file -> lines.add(texts.say(PageCode.PAGE_WRITTEN, "file", ShownPaths.shown(file))));
    screen.lines(lines);
  }

  /** Returns those of a single submission's results that no earlier batch left. */
  List<GradeReport> graded(List<GradeReport> reports) {
    return reports.stream().filter(report -> !keptOfOne.contains(name(report))).toList();
  }

  @Override
  public void kept(GradeReport report, Path file) {
    earlier.add(name(report));
    if (!counts.areSeveral()) {
      keptOfOne.add(name(report));
    }
    if (!quiet) {
      new GradingView(this).kept(report, file);
    }
  }

  /** Shows results of this batch again, after something else; their files have all of them. */
  void again(List<GradeReport> reports, BatchFolder results) throws IOException {
    for (GradeReport report : reports) {
      Path answer = results.answer(report.submission().id(), report.problem());
      Path file = new GradingFiles(answer).result();
      new GradingView(this).again(JsonReports.read(file), file);
    }
  }

  @Override
  public void replaced(String submission, String problem, String reason) {
    String start = submission + " / " + problem + ": ";
    lines(Paragraph.wrap(start, 2, texts.say(TerminalCode.GRADED_AGAIN, "reason", reason), room()));
  }

  void interrupted(List<GradeReport> finished) {
    ended(texts.say(TerminalCode.RUN_INTERRUPTED), finished);
  }

  /** Prints why the run ended before everything was graded, and how to continue it. */
  void ended(String why, List<GradeReport> finished) {
    screen.lines(
        List.of(
            texts.say(
                TerminalCode.RUN_ENDED,
                "why",
                why,
                "count",
                finished.size(),
                "folder",
                ShownPaths.shown(folder)),
            texts.say(TerminalCode.RUN_CONTINUE, "folder", ShownPaths.shown(folder))));
    screen.close();
  }
}
