package dev.assay.cli.terminal;

/** A bar of characters for a line that shows progress. */
public final class ProgressBar {
  private ProgressBar() {}

  /**
   * {@code [====....]}.
   *
   * @param share how much is filled; less than 0 counts as 0 and more than 1 as 1
   * @param width the columns between the brackets
   */
  public static String of(double share, int width) {
    int filled = (int) Math.round(Math.min(1, Math.max(0, share)) * width);
    return "[" + "=".repeat(filled) + ".".repeat(width - filled) + "]";
  }
}
