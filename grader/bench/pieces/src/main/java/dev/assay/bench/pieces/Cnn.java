package dev.assay.bench.pieces;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.optimizers.Adam;
import java.util.List;

/** The course's network of 93,322 weights. */
final class Cnn {
  private Cnn() {}

  static ModelGraph trace() {
    return ModelGraph.trace(
        Sequential.of(
                Rescaling.by(1.0 / 255),
                Reshape.to(28, 28, 1),
                Conv2D.of(32, 3).activation(RELU),
                MaxPooling2D.layer(),
                Conv2D.of(64, 3).activation(RELU),
                MaxPooling2D.layer(),
                Conv2D.of(64, 3).activation(RELU),
                Flatten.layer(),
                Dense.of(64).activation(RELU),
                Dense.of(10).activation(SOFTMAX))
            .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY),
        new TensorSpec(ElementType.UINT8, List.of(28, 28)),
        1);
  }
}
