package dev.assay.report.export;

import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The points of grades as numbers, the same in every format: with at most two digits after the
 * point, which is what the gradebooks of learning platforms keep.
 */
public final class Points {
  private static final int DIGITS = 2;

  private Points() {}

  /**
   * The points of a grade: those that count, 0 for what was not handed in, and none where the grade
   * is pending or excused.
   */
  public static Optional<BigDecimal> of(ProblemGrade grade) {
    return switch (grade.state()) {
      case GRADED, MISSING -> Optional.of(number(grade.points()));
      case PENDING, EXCUSED -> Optional.empty();
    };
  }

  /** The points of a grade in decimal digits, such as {@code 4} or {@code 3.75}. */
  public static Optional<String> text(ProblemGrade grade) {
    return of(grade).map(BigDecimal::toPlainString);
  }

  /** A number rounded half up, without zeros at its end. */
  public static BigDecimal number(double value) {
    return plain(BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP));
  }

  /** A number rounded as {@link #number}, in decimal digits. */
  public static String text(double value) {
    return number(value).toPlainString();
  }

  /**
   * A student's total in per cent, never rounded across the pass mark: 59.996 of 60 is 59.99, as 60
   * would look like a pass.
   */
  public static BigDecimal total(Gradebook grades, GradebookRow row) {
    BigDecimal exact = BigDecimal.valueOf(grades.total(row));
    BigDecimal mark = BigDecimal.valueOf(grades.passMark());
    BigDecimal rounded = exact.setScale(DIGITS, RoundingMode.HALF_UP);
    boolean looksPassed = rounded.compareTo(mark) >= 0;
    return exact.compareTo(mark) < 0 && looksPassed
        ? plain(exact.setScale(DIGITS, RoundingMode.DOWN))
        : plain(rounded);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
