package dev.assay.report;

import dev.assay.report.checks.Components;
import org.jspecify.annotations.Nullable;

/**
 * The processor that a model was trained and run on. Another kind may round differently.
 *
 * @param model its name, as the system tells it; null where it does not, or none was needed
 * @param instructions the widest set of instructions that TensorFlow's kernels find there, by the
 *     name that oneDNN gives it; null likewise
 */
public record Processor(@Nullable String model, @Nullable String instructions) {
  /** Nothing is known. */
  public static final Processor UNKNOWN = new Processor(null, null);

  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank
   */
  public Processor {
    Components.textOrNull("provenance.processor", model);
    Components.textOrNull("provenance.instructions", instructions);
  }
}
