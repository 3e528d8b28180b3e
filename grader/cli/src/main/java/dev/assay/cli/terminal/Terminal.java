package dev.assay.cli.terminal;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The capabilities of the stream for people.
 *
 * @param live whether lines can be overwritten
 * @param columns its width; what goes to a file or a program is neither cut nor wrapped, so there
 *     it is {@link Integer#MAX_VALUE}
 * @param plain whether it may not know other characters than those of ASCII
 * @param coloured whether verdicts are coloured
 */
public record Terminal(boolean live, int columns, boolean plain, boolean coloured) {
  /** The width of a terminal that does not report it. */
  private static final int DEFAULT_COLUMNS = 80;

  /** A locale that names a character set, and another one than UTF-8. */
  private static final Pattern OTHER_CHARSET = Pattern.compile("(?i)C|POSIX|[^.]*\\.(?!utf-?8).*");

  /** A terminal that knows all characters, and has no colours. */
  public Terminal(boolean live, int columns) {
    this(live, columns, false, false);
  }

  /** Tells whether it is a terminal at all, and neither a file nor a program. */
  public boolean isTerminal() {
    return columns < Integer.MAX_VALUE;
  }

  /**
   * Returns what the launcher found out, given by the system properties {@code assay.tty.out} and
   * {@code assay.tty.err} ("true" for a terminal) and {@code assay.columns}. Without them, there is
   * a terminal if Java has a console.
   *
   * @param toStandardError whether people read standard error
   */
  @SuppressWarnings("SystemConsoleNull") // only without the launcher, where a guess must do
  public static Terminal of(boolean toStandardError) {
    String told = System.getProperty(toStandardError ? "assay.tty.err" : "assay.tty.out");
    boolean terminal =
        told == null ? System.console() != null && !toStandardError : Boolean.parseBoolean(told);
    return of(
        terminal,
        Integer.getInteger("assay.columns", DEFAULT_COLUMNS),
        System.getProperty("assay.locale", ""),
        System.getenv());
  }

  /**
   * Returns what a terminal can do, by its variables: nothing is overwritten or coloured on one
   * that calls itself dumb, and nothing is coloured where {@code NO_COLOR} has a value.
   *
   * @param locale that of the user, such as {@code ko_KR.UTF-8}; empty if unknown
   * @see <a href="https://no-color.org">NO_COLOR</a>
   */
  static Terminal of(boolean terminal, int columns, String locale, Map<String, String> variables) {
    boolean dumb = "dumb".equals(variables.get("TERM"));
    boolean other = terminal && OTHER_CHARSET.matcher(locale).matches();
    return new Terminal(
        terminal && !dumb,
        terminal ? columns : Integer.MAX_VALUE,
        dumb || other,
        terminal && !dumb && variables.getOrDefault("NO_COLOR", "").isEmpty());
  }
}
