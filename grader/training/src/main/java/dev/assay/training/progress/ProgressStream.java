package dev.assay.training.progress;

import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * The stream on which progress is printed.
 *
 * @param out gets whole lines and, on a terminal, a line that is overwritten
 * @param live whether a line can be overwritten
 * @param columns the width of the terminal
 */
record ProgressStream(PrintStream out, boolean live, int columns) {
  private static final int DEFAULT_COLUMNS = 80;

  /**
   * Standard output. Assay's launcher says by the system properties {@code assay.tty.out} and
   * {@code assay.columns} whether it is a terminal and how wide; without them Java's console tells.
   */
  static ProgressStream standard() {
    String told = System.getProperty("assay.tty.out");
    boolean terminal = told == null ? isTerminal(System.console()) : Boolean.parseBoolean(told);
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return new ProgressStream(
        System.out, terminal && !dumb, Integer.getInteger("assay.columns", DEFAULT_COLUMNS));
  }

  /**
   * Returns whether the console is a terminal; from Java 22 on, only {@code isTerminal} can tell.
   */
  @SuppressWarnings("SystemConsoleNull") // before Java 22 it is null where there is no terminal
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Shows a line that the next one overwrites, cut to the terminal's width. */
  void overwrite(String text) {
    out.print("\r" + text.substring(0, Math.min(text.length(), Math.max(20, columns - 1))));
    out.flush();
  }

  /** Removes the line that was shown last. */
  void erase() {
    out.print("\r\u001b[2K");
  }
}
