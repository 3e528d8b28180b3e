package dev.assay.report.score;

import dev.assay.report.checks.Components;

/**
 * How well one class was recognised. A quotient 0/0 is 0.
 *
 * @param label the class's name
 * @param precision of the predictions of this class, the right ones: a fraction in [0, 1]
 * @param recall of this class's examples, those recognised: a fraction in [0, 1]
 * @param f1 the harmonic mean of precision and recall, in [0, 1]
 * @param support examples of this class, at least 0
 */
public record ClassScore(String label, double precision, double recall, double f1, int support) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the label is blank or a number is out of range
   */
  public ClassScore {
    Components.text("perClass.label", label);
    Components.fraction("perClass.precision", precision);
    Components.fraction("perClass.recall", recall);
    Components.fraction("perClass.f1", f1);
    Components.atLeast("perClass.support", 0, support);
  }
}
