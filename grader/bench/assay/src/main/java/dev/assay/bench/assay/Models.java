package dev.assay.bench.assay;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import dev.assay.bench.Network;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import java.util.ArrayList;
import java.util.List;

/** The networks as a student writes them: raw bytes go in, scaling is a layer. */
final class Models {
  private Models() {}

  /**
   * A network as a model.
   *
   * @param example the shape that the data has
   */
  static Model of(Network network, List<Integer> example) {
    List<Layer> layers = new ArrayList<>();
    if (network.divisor() != 1) {
      layers.add(Rescaling.by(1.0 / network.divisor()));
    }
    if (!network.input().equals(example)) {
      layers.add(Reshape.to(network.input().stream().mapToInt(Integer::intValue).toArray()));
    }
    network.layers().forEach(layer -> layers.add(layer(layer)));
    return Sequential.of(layers.toArray(Layer[]::new))
        .compile(optimizer(network), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
  }

  private static Layer layer(dev.assay.bench.Layer layer) {
    return switch (layer.kind()) {
      case CONVOLUTION -> Conv2D.of(layer.units(), 3).activation(RELU);
      case POOLING -> MaxPooling2D.layer();
      case FLATTEN -> Flatten.layer();
      case DENSE -> Dense.of(layer.units()).activation(RELU);
      case OUTPUT -> Dense.of(layer.units()).activation(SOFTMAX);
    };
  }

  private static Optimizer optimizer(Network network) {
    return switch (network.optimizer()) {
      case ADAM -> Adam.withLearningRate(network.learningRate());
      case SGD -> SGD.withLearningRate(network.learningRate());
    };
  }
}
