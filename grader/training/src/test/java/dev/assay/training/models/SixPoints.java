package dev.assay.training.models;

import static dev.assay.keras.activations.Activation.SOFTMAX;
import static dev.assay.keras.activations.Activation.TANH;

import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.TensorData;
import dev.assay.training.KerasModel;

/** Six points of three classes, and models that learn them. */
final class SixPoints {
  static final TensorData X =
      TensorData.rows(
          new float[] {0, 0},
          new float[] {0, 1},
          new float[] {4, 0},
          new float[] {4, 1},
          new float[] {0, 9},
          new float[] {1, 9});

  static final TensorData Y = TensorData.classes(0, 0, 1, 1, 2, 2);

  static final TensorData ONE_HOT =
      TensorData.rows(
          new float[] {1, 0, 0},
          new float[] {1, 0, 0},
          new float[] {0, 1, 0},
          new float[] {0, 1, 0},
          new float[] {0, 0, 1},
          new float[] {0, 0, 1});

  private SixPoints() {}

  static Model classifier() {
    return compiled(
        Normalization.layer(), Dense.of(8).activation(TANH), Dense.of(3).activation(SOFTMAX));
  }

  static Model compiled(Layer... layers) {
    return Sequential.of(layers)
        .compile(
            Adam.withLearningRate(0.05), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
  }

  /** The same classifier for one-hot labels. */
  static Model categorical() {
    return Sequential.of(
            Normalization.layer(), Dense.of(8).activation(TANH), Dense.of(3).activation(SOFTMAX))
        .compile(Adam.withLearningRate(0.05), Loss.CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
  }

  static KerasModel open(Model model) {
    return KerasModel.of(model, X.example(), 7);
  }
}
