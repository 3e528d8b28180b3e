package dev.assay.cli.terminal;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Printable;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines for people: permanent ones, and on a live terminal some that are replaced.
 *
 * <p>Control characters and build-server commands are removed, since lines contain untrusted names
 * and messages.
 */
public final class Screen {
  private static final String ERASE = "\r\u001b[2K";
  private static final String ERASE_ABOVE = "\u001b[1A\u001b[2K";

  /**
   * The beginnings of lines that build servers obey, such as "::error::text" and
   * "##vso[command]text".
   */
  private static final Pattern COMMAND = Pattern.compile("(^\\s*:|#)(:|#)(?=[\\w\\[])");

  private final PrintStream out;
  private final Terminal terminal;
  private int liveLines;
  private boolean closed;

  public Screen(PrintStream out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Tells whether a line can be overwritten. */
  public boolean isLive() {
    return terminal.live();
  }

  /** Tells whether lines go to a terminal, even to one where none can be overwritten. */
  public boolean isTerminal() {
    return terminal.isTerminal();
  }

  /** Tells whether the terminal may not know other characters than those of ASCII. */
  public boolean isPlain() {
    return terminal.plain();
  }

  /** The number of columns of a line. */
  public int room() {
    return terminal.columns();
  }

  /** Prints whole lines, in place of the live ones. */
  public void lines(List<String> lines) {
    print(Line.plain(lines));
  }

  /** Prints whole lines, in place of the live ones. */
  public synchronized void print(List<Line> lines) {
    if (closed) {
      return;
    }
    erase();
    lines.stream().flatMap(line -> line.broken().stream()).map(this::shown).forEach(out::println);
    out.flush();
  }

  private String shown(Line line) {
    String text = printable(line.text());
    Colour colour = line.colour();
    return colour == null || !terminal.coloured() ? text : colour.paint(text);
  }

  /** Shows a line that the next one replaces; shows nothing if that is not possible. */
  public void live(String line) {
    live(List.of(line));
  }

  /** Shows lines that the next ones replace; shows nothing if that is not possible. */
  public synchronized void live(List<String> lines) {
    if (terminal.live() && !closed) {
      erase();
      // A line that wrapped could not be erased.
      int width = Math.max(20, terminal.columns() - 1);
      out.print(
          lines.stream()
              .map(line -> DisplayWidth.start(printable(line), width))
              .collect(Collectors.joining("\n")));
      out.flush();
      liveLines = lines.size();
    }
  }

  /** Stops all output, so that nothing follows the final message. */
  public synchronized void close() {
    closed = true;
  }

  private void erase() {
    if (terminal.live()) {
      out.print(ERASE + ERASE_ABOVE.repeat(Math.max(0, liveLines - 1)));
      liveLines = 0;
    }
  }

  /** Returns untrusted text made harmless, with its line breaks. */
  public static String harmless(String text) {
    return text.lines().map(Screen::printable).collect(Collectors.joining("\n"));
  }

  private static String printable(String line) {
    String text = Printable.line(line.replace('\t', ' '));
    return COMMAND.matcher(text).replaceAll("$1 $2");
  }
}
