package dev.assay.pages;

import dev.assay.commons.text.Numbers;
import dev.assay.findings.Catalogue;
import dev.assay.findings.PageCode;
import dev.assay.findings.TerminalCode;
import dev.assay.report.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The words of a page in one language, and its numbers.
 *
 * @param catalogue all texts of the language
 */
public record PageTexts(Catalogue catalogue) {
  /** The place of a value that is unknown. */
  public static final String NONE = "–";

  private static final int DIGITS = 4;

  /** Returns the language's code, for the attribute {@code lang}. */
  public String language() {
    return catalogue == Catalogue.english() ? "en" : "ko";
  }

  /**
   * Returns a text.
   *
   * @param pairs names and values of its arguments in turn
   */
  public String say(PageCode code, Object... pairs) {
    return catalogue.say(code, pairs);
  }

  /** Returns a verdict's name. */
  public String verdict(Verdict verdict) {
    return say(PageCode.PAGE_VERDICT, "verdict", verdict.name());
  }

  /** Returns a metric's name. */
  public String metric(String name) {
    return say(PageCode.PAGE_METRIC_NAME, "metric", name);
  }

  /** Returns the heading of a column of scores by class. */
  public String column(String name) {
    return catalogue.say(TerminalCode.MATRIX_HEADER, "column", name);
  }

  /** Returns a number in four significant digits; a dash for NaN and infinity. */
  public String number(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
    double size = Math.abs(value);
    return size >= 1e-4 && size < 1e7
        ? rounded.stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.3e", value);
  }

  /** Returns a number in four digits after the point; a dash for NaN and infinity. */
  public String fixed(double value) {
    return Double.isFinite(value) ? Numbers.decimal(value, DIGITS) : NONE;
  }

  /** Returns a whole number in groups of three digits. */
  public String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Returns points, with two digits after the point at most. */
  public String points(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Returns a share in per cent. */
  public String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** Returns a time. */
  public String time(double seconds) {
    return Numbers.time(seconds);
  }
}
