package dev.assay.datasets.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target of a model: a class, several labels that do not exclude each other, or a number.
 *
 * @param name of the column, or what the classes are
 * @param classes names in the order of the class numbers, or of the labels; empty for regression
 * @param unit of the number; null for classification
 * @param scale the file's numbers are divided by this to give the unit; 1 unless said otherwise
 * @param multiLabel whether an example has any number of the classes, not just one
 */
public record Target(
    String name, List<String> classes, @Nullable String unit, float scale, boolean multiLabel) {
  public Target {
    classes = List.copyOf(classes);
    if (classes.isEmpty() == (unit == null)) {
      throw new IllegalArgumentException(
          "a target must have either classes or a unit. Received: " + classes + " and " + unit);
    }
    if (multiLabel && classes.size() < 2) {
      throw new IllegalArgumentException("labels must be at least 2. Received: " + classes);
    }
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be positive. Received: " + scale);
    }
  }

  /** Creates a target that is one of several classes, or a number. */
  public Target(String name, List<String> classes, @Nullable String unit, float scale) {
    this(name, classes, unit, scale, false);
  }

  public static Target ofClasses(String name, String... classes) {
    return new Target(name, List.of(classes), null, 1);
  }

  /**
   * Several labels, each a column of 0 and 1.
   *
   * @param labels in the columns' order
   */
  public static Target ofLabels(String name, String... labels) {
    return new Target(name, List.of(labels), null, 1, true);
  }

  public static Target ofNumber(String name, String unit) {
    return new Target(name, List.of(), unit, 1);
  }

  public static Target ofNumber(String name, String unit, float scale) {
    return new Target(name, List.of(), unit, scale);
  }

  /** Returns whether the target is a class or several labels, rather than a number. */
  public boolean isClassification() {
    return !classes.isEmpty();
  }

  /** Returns the number of columns of a table that it takes. */
  public int columns() {
    return multiLabel ? classes.size() : 1;
  }
}
