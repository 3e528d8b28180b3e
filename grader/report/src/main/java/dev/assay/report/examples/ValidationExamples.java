package dev.assay.report.examples;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a graded model predicts of the validation set. Nothing in it is of the hidden set.
 *
 * @param examples how many there are
 * @param wrong how many are predicted wrong; null where the target is a number
 * @param mistakes the worst, the worst first
 * @param values true and predicted numbers; empty where the target is a class
 */
public record ValidationExamples(
    int examples, @Nullable Integer wrong, List<Mistake> mistakes, List<ValuePair> values) {
  /** Copies the components. */
  public ValidationExamples {
    mistakes = List.copyOf(mistakes);
    values = List.copyOf(values);
  }
}
