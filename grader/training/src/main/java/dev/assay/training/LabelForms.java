package dev.assay.training;

import dev.assay.keras.losses.Labels;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.training.TensorData;
import dev.assay.training.session.Objective;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses labels whose form the loss does not take, in the words of {@code assay grade}: class
 * numbers for CATEGORICAL_CROSSENTROPY, one-hot vectors for SPARSE_CATEGORICAL_CROSSENTROPY.
 */
final class LabelForms {
  private final Loss loss;
  private final int width;
  private final boolean vectors;
  private final boolean oneHot;

  private LabelForms(Loss loss, int width, boolean vectors, boolean oneHot) {
    this.loss = loss;
    this.width = width;
    this.vectors = vectors;
    this.oneHot = oneHot;
  }

  /**
   * Looks at every output that is compared with the labels.
   *
   * @param labels as {@link ModelInputs#labels} gives them
   * @param oneHot whether class numbers are to be taken as one-hot vectors
   * @throws IllegalArgumentException that says which loss to take, or how to change the labels
   */
  static void check(Manifest manifest, TensorData labels, boolean oneHot) {
    // A number that is no class is the more telling error.
    ClassNumbers.check(manifest, labels);
    boolean vectors = !labels.example().shape().isEmpty();
    List<OutputSpec> outputs = manifest.heads().outputs();
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).target() == null) {
        Loss loss = manifest.compilation().heads().get(i).loss();
        new LabelForms(loss, Objective.width(outputs.get(i)), vectors, oneHot).check();
      }
    }
  }

  private void check() {
    if (vectors) {
      checkVectors();
    } else if (width == 1) {
      checkSingle();
    } else if (!loss.labels().contains(oneHot ? Labels.ONE_HOT : Labels.CLASS_NUMBERS)) {
      throw misfit(
          oneHot ? "one-hot vectors (the plan asks for it)" : "class numbers", classAdvice());
    }
  }

  private String classAdvice() {
    return loss.labels().contains(Labels.ONE_HOT)
        ? String.format(
            Locale.ROOT,
            "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY, or add withOneHotLabels() to the plan"
                + " (without a plan: y.oneHot(%d)).",
            width)
        : "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY without one-hot labels.";
  }

  /** A value for each output. */
  private void checkVectors() {
    if (loss.labels().equals(Set.of(Labels.CLASS_NUMBERS))) {
      throw misfit(
          "one-hot vectors", "Use Loss.CATEGORICAL_CROSSENTROPY, or give the class numbers.");
    }
  }

  private void checkSingle() {
    if (oneHot) {
      throw misfit("single values, not one-hot", "Remove withOneHotLabels().");
    }
    Set<Labels> taken = loss.labels();
    if (!taken.contains(Labels.NUMBERS) && !taken.contains(Labels.ZERO_OR_ONE)) {
      throw misfit(
          "single values",
          "Use Loss.MEAN_SQUARED_ERROR for numbers, Loss.BINARY_CROSSENTROPY for 0 and 1.");
    }
  }

  private IllegalArgumentException misfit(String what, String advice) {
    return new IllegalArgumentException(
        "The loss %s does not fit the labels, which are %s. %s"
            .formatted(loss.getClass().getSimpleName(), what, advice));
  }
}
