package dev.assay.cli.terminal;

/**
 * The capabilities of the stream for people.
 *
 * @param live whether lines can be overwritten
 * @param columns its width; what goes to a file or a program is neither cut nor wrapped, so there
 *     it is {@link Integer#MAX_VALUE}
 */
public record Terminal(boolean live, int columns) {
  /** The width of a terminal that does not report it. */
  private static final int DEFAULT_COLUMNS = 80;

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
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return new Terminal(
        terminal && !dumb,
        terminal ? Integer.getInteger("assay.columns", DEFAULT_COLUMNS) : Integer.MAX_VALUE);
  }
}
