package dev.assay.report.score;

import dev.assay.report.checks.Components;
import java.util.List;
import java.util.Locale;

/**
 * Which class was taken for which, on the hidden set.
 *
 * @param classes the classes' names in the order of their numbers, or the labels' names, at least
 *     one
 * @param confusion counts of examples, at least 0: rows are the true class, columns the predicted
 *     one; no rows where an example has any number of labels, as none is taken for another then
 * @param perClass a score a class, in the same order
 */
public record Classification(
    List<String> classes, List<List<Integer>> confusion, List<ClassScore> perClass) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if there is no class, the matrix is neither empty nor square
   *     with a row a class, a count is negative, or the scores are not those of the classes
   */
  public Classification {
    classes = Components.list("classification.classes", classes);
    confusion =
        Components.list("classification.confusion", confusion).stream()
            .map(row -> Components.list("classification.confusion's row", row))
            .toList();
    perClass = Components.list("classification.perClass", perClass);
    Components.atLeast("classification.classes' number", 1, classes.size());
    if (!confusion.isEmpty()) {
      checkSquare(confusion, classes.size());
    }
    if (!perClass.stream().map(ClassScore::label).toList().equals(classes)) {
      throw new IllegalArgumentException(
          "classification.perClass must have the labels of classification.classes in their order");
    }
  }

  /** Whether one class can be taken for another; not where an example has any number of labels. */
  public boolean hasMatrix() {
    return !confusion.isEmpty();
  }

  private static void checkSquare(List<List<Integer>> confusion, int size) {
    Components.atLeast("classification.confusion's rows", size, confusion.size());
    for (List<Integer> row : confusion) {
      if (confusion.size() != size || row.size() != size) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "classification.confusion must be %d x %d. Received: %d rows, one of %d columns",
                size,
                size,
                confusion.size(),
                row.size()));
      }
      row.forEach(count -> Components.atLeast("classification.confusion's count", 0, count));
    }
  }
}
