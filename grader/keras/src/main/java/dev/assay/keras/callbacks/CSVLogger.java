package dev.assay.keras.callbacks;

import java.util.regex.Pattern;

/**
 * Makes the grader write the history to a CSV file beside the answer's result, as Keras's {@code
 * CSVLogger}: a line an epoch, counted from 0, then the history's keys in alphabetical order.
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan plan = FitPlan.epochs(5).callbacks(CSVLogger.to("history.csv").separator(";"));
 * fit(plan); // -> COMPLETED after 5
 * error(() -> CSVLogger.to("../history.csv"));
 * // -> CSVLogger: filename must be a plain name of letters, digits, '.', '_' and '-', such as
 * // -> training.csv. Received: ../history.csv
 * }</pre>
 *
 * @param filename a plain name of letters, digits, dots, underscores and hyphens, at most 100, that
 *     begins with a letter or digit; no folder
 * @param separator a comma, semicolon, colon, vertical bar, tab or space; default a comma
 * @param append whether lines are added to a file of an earlier run; default false: it is replaced
 */
public record CSVLogger(String filename, String separator, boolean append) implements Callback {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern SEPARATOR = Pattern.compile("[,;:|\t ]");

  public CSVLogger {
    if (!PLAIN.matcher(filename).matches()) {
      throw new IllegalArgumentException(
          "CSVLogger: filename must be a plain name of letters, digits, '.', '_' and '-', such as training.csv. Received: "
              + filename);
    }
    if (!SEPARATOR.matcher(separator).matches()) {
      throw new IllegalArgumentException(
          "CSVLogger: separator must be one of , ; : | tab and space. Received: " + separator);
    }
  }

  /** Keras's defaults; the same as {@code to}. */
  public static CSVLogger of(String filename) {
    return to(filename);
  }

  /** Keras's defaults. */
  public static CSVLogger to(String filename) {
    return new CSVLogger(filename, ",", false);
  }

  public CSVLogger separator(String newSeparator) {
    return new CSVLogger(filename, newSeparator, append);
  }

  public CSVLogger append(boolean newAppend) {
    return new CSVLogger(filename, separator, newAppend);
  }
}
