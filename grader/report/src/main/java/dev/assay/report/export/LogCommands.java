package dev.assay.report.export;

import java.util.regex.Pattern;

/**
 * Takes away what a build server would read as a command for itself, in files that may be printed
 * there: {@code ::error::} at the beginning of a line for GitHub, and for GitHub, Azure and
 * TeamCity {@code ##[error]} and {@code ##vso[...]} anywhere.
 */
public final class LogCommands {
  private static final Pattern MARK = Pattern.compile("##(?=\\w*\\[)");
  private static final Pattern LINE = Pattern.compile("^([ \\t]*):(?=:)", Pattern.MULTILINE);

  private LogCommands() {}

  /** XML in which a reference stands for a character of each command: it says the same. */
  public static String inXml(String xml) {
    return LINE.matcher(MARK.matcher(xml).replaceAll("&#35;#")).replaceAll("$1&#58;");
  }

  /** JSON in which an escape stands for a character of each command: it says the same. */
  public static String inJson(String json) {
    return MARK.matcher(json).replaceAll("\\\\u0023#");
  }

  /** A cell of a table with a blank in each command. */
  static String inCell(String cell) {
    return MARK.matcher(cell).replaceAll("# #");
  }
}
