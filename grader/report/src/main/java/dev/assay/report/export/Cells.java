package dev.assay.report.export;

import dev.assay.commons.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Cells of tables that spreadsheets open: texts that are neither formulas nor control codes. */
public final class Cells {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  /** What a spreadsheet takes for the beginning of a formula; the wide forms in East Asia too. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Cells() {}

  /**
   * Returns an untrusted text as a cell: on one line, without control and hidden characters, and
   * with an apostrophe before what would be a formula, or a command for a build server that shows
   * the file. Numbers stay as they are.
   *
   * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV Injection, OWASP</a>
   */
  public static String of(@Nullable String text) {
    String line = LogCommands.inCell(Printable.line(text == null ? "" : text));
    if (line.strip().startsWith("::")) {
      return "'" + line;
    }
    boolean isFormula =
        !line.isEmpty()
            && (FORMULA.indexOf(line.charAt(0)) >= 0 || FORMULA.indexOf(first(text)) >= 0)
            && !NUMBER.matcher(line).matches();
    return isFormula ? "'" + line : line;
  }

  private static char first(@Nullable String text) {
    return text == null || text.isEmpty() ? ' ' : text.charAt(0);
  }

  /** Returns rows as CSV by RFC 4180: commas, CR and LF, quotes where they are needed. */
  public static String csv(List<? extends List<String>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
