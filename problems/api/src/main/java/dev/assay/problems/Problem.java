package dev.assay.problems;

import java.util.List;
import java.util.Locale;

/**
 * An exam problem; found by {@link java.util.ServiceLoader}.
 *
 * <p>It brings all that Assay needs to know of it: data sets with pass rules and limits, exam sheet
 * and starter. The ids of its data sets are its own.
 */
public interface Problem {
  /** Lower case with hyphens, unique: "fashion-mnist". */
  String id();

  /** Returns the name for people: "Fashion-MNIST". */
  String title();

  Task task();

  /** The data sets it can be graded on, the preferred one first. */
  List<ProblemVariant> variants();

  /** What can be done to its images without making their labels wrong; by default anything. */
  default ImageTolerance tolerance() {
    return ImageTolerance.ANY;
  }

  /** The exam sheet, Markdown. */
  String statement();

  /** Returns a starter file in Java; {@code %PACKAGE%} stands for the package's name. */
  String starter();

  /** Returns the exam sheet in a locale's language; in English where it is not in that language. */
  default String statement(Locale locale) {
    return statement();
  }

  /**
   * Returns hints on a good answer, from general to concrete, in a locale's language; in English
   * where they are not in that language, and none where there are none.
   */
  default List<String> hints(Locale locale) {
    return List.of();
  }

  /** Returns the starter in a locale's language; in English where it is not in that language. */
  default String starter(Locale locale) {
    return starter();
  }
}
