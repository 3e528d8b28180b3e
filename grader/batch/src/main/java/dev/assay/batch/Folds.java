package dev.assay.batch;

import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.problems.ProblemVariant;
import dev.assay.run.grading.Assignment;
import java.util.List;
import java.util.stream.IntStream;

/** Cross-validation: each row of a table is hidden once. */
public final class Folds {
  /** Tables from this many rows on have enough hidden rows, and would take long. */
  public static final int ROWS = 1000;

  private Folds() {}

  /** Returns whether a data set is a table of so few rows that folds are worth their time. */
  public static boolean suit(DatasetEntry entry) {
    return entry.layout() instanceof TableLayout && entry.split().validation().of() < ROWS;
  }

  /** The same problem on each fold of its data. */
  static List<Assignment> of(Assignment assignment, int folds) {
    return IntStream.rangeClosed(1, folds).mapToObj(k -> fold(assignment, k, folds)).toList();
  }

  private static Assignment fold(Assignment assignment, int number, int folds) {
    DatasetEntry data = assignment.entry();
    DatasetEntry fold =
        new DatasetEntry(
            data.id(),
            data.variant(),
            data.title(),
            data.origin(),
            data.fileSet(),
            data.layout(),
            data.split().fold(number, folds));
    ProblemVariant variant = assignment.variant();
    return new Assignment(
        assignment.problem(), new ProblemVariant(fold, variant.passRule(), variant.limits()));
  }
}
