package dev.assay.cli;

import dev.assay.report.GradeReport;
import dev.assay.run.RunListener;
import dev.assay.run.submissions.Submission;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What people see of a run: headers, epochs, verdicts, the summary. */
final class Console {
  private final PrintStream out;
  private final Terminal terminal;
  private final Path folder;

  Console(PrintStream out, Terminal terminal, Path folder) {
    this.out = out;
    this.terminal = terminal;
    this.folder = folder;
  }

  /** A new listener for one grading. */
  RunListener listener() {
    return new GradingView(this);
  }

  Terminal terminal() {
    return terminal;
  }

  synchronized void compiling(Submission submission) {
    live("compiling " + submission.id() + " ...");
  }

  /** Prints whole lines, in place of the live one. */
  synchronized void lines(List<String> lines) {
    erase();
    lines.forEach(out::println);
    out.flush();
  }

  /** Shows a line that the next one replaces; nothing where that is not possible. */
  synchronized void live(String line) {
    if (terminal.live()) {
      erase();
      int width = Math.max(20, terminal.columns() - 1);
      out.print(line.length() > width ? line.substring(0, width) : line);
      out.flush();
    }
  }

  private void erase() {
    if (terminal.live()) {
      out.print("\r\u001b[2K");
    }
  }

  synchronized void summary(String table) {
    erase();
    out.print(table);
    out.println("Reports: " + shown(folder));
    out.flush();
  }

  synchronized void interrupted(List<GradeReport> finished) {
    erase();
    out.println(
        "Interrupted. %d finished %s kept in %s"
            .formatted(
                finished.size(),
                finished.size() == 1 ? "result is" : "results are",
                shown(folder)));
    out.flush();
  }

  /** Relative to where the user is, when that is shorter. */
  static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }
}
