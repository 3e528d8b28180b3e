package dev.assay.pages.answer;

import dev.assay.report.examples.ValidationExamples;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside a result, of which its page shows some.
 *
 * @param printed what the code printed; null where it printed nothing
 * @param examples of the validation set; null where none were kept
 */
public record Beside(@Nullable Printed printed, @Nullable ValidationExamples examples) {
  /** Nothing. */
  public static final Beside NOTHING = new Beside(null, null);
}
