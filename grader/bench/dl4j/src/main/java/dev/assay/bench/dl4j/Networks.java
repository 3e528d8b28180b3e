package dev.assay.bench.dl4j;

import dev.assay.bench.Layer;
import dev.assay.bench.Network;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks in Deeplearning4j's layers; images have their channel first, which is faster. */
final class Networks {
  private Networks() {}

  static MultiLayerConfiguration of(Network network) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .weightInit(WeightInit.XAVIER)
            .updater(updater(network))
            .list();
    for (Layer layer : network.layers()) {
      if (layer.kind() != Layer.Kind.FLATTEN) { // it flattens by itself
        list.layer(layer(layer));
      }
    }
    return list.setInputType(input(network)).build();
  }

  private static IUpdater updater(Network network) {
    return switch (network.optimizer()) {
      case ADAM -> new Adam(network.learningRate());
      case SGD -> new Sgd(network.learningRate());
    };
  }

  private static org.deeplearning4j.nn.conf.layers.Layer layer(Layer layer) {
    return switch (layer.kind()) {
      case CONVOLUTION ->
          new ConvolutionLayer.Builder(3, 3)
              .nOut(layer.units())
              .activation(Activation.RELU)
              .build();
      case POOLING ->
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(2, 2)
              .stride(2, 2)
              .build();
      case DENSE ->
          new DenseLayer.Builder().nOut(layer.units()).activation(Activation.RELU).build();
      case OUTPUT ->
          new OutputLayer.Builder(LossFunction.MCXENT)
              .nOut(layer.units())
              .activation(Activation.SOFTMAX)
              .build();
      case FLATTEN -> throw new IllegalArgumentException("there is no such layer: " + layer);
    };
  }

  private static InputType input(Network network) {
    return network.input().size() == 3
        ? InputType.convolutional(
            network.input().get(0), network.input().get(1), network.input().get(2))
        : InputType.feedForward(network.input().get(0));
  }

  /** A batch's shape. */
  static int[] batch(int size, Network network) {
    return network.input().size() == 3
        ? new int[] {size, network.input().get(2), network.input().get(0), network.input().get(1)}
        : new int[] {size, network.input().get(0)};
  }
}
