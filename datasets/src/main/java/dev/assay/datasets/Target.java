package dev.assay.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is to predict: a class or a number.
 *
 * @param name of the column, or what the classes are
 * @param classes names in the order of the class numbers; empty for regression
 * @param unit of the number; null for classification
 * @param scale the file's numbers are divided by this to give the unit; 1 unless said otherwise
 */
public record Target(String name, List<String> classes, @Nullable String unit, float scale) {
  public Target {
    classes = List.copyOf(classes);
    if (classes.isEmpty() == (unit == null)) {
      throw new IllegalArgumentException(
          "a target must have either classes or a unit. Received: " + classes + " and " + unit);
    }
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be positive. Received: " + scale);
    }
  }

  static Target ofClasses(String name, String... classes) {
    return new Target(name, List.of(classes), null, 1);
  }

  static Target ofNumber(String name, String unit) {
    return new Target(name, List.of(), unit, 1);
  }

  static Target ofNumber(String name, String unit, float scale) {
    return new Target(name, List.of(), unit, scale);
  }

  /** Whether labels are class numbers. */
  public boolean isClassification() {
    return !classes.isEmpty();
  }
}
