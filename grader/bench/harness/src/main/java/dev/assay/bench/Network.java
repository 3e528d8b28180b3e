package dev.assay.bench;

import java.util.List;

/**
 * What is trained, and by which rule.
 *
 * @param input an example's shape: {@code (height, width, 1)}, or {@code (values)}
 * @param divisor what each value of the data is divided by first
 * @param layers the last one is the output
 * @param optimizer the rule
 * @param learningRate constant
 */
public record Network(
    List<Integer> input,
    float divisor,
    List<Layer> layers,
    Optimizer optimizer,
    double learningRate) {
  public Network {
    input = List.copyOf(input);
    layers = List.copyOf(layers);
  }

  /** The update rule, with its library's defaults but for the learning rate. */
  public enum Optimizer {
    /** Momenta 0.9 and 0.999. */
    ADAM,
    /** Without momentum. */
    SGD
  }

  /** How many classes it tells apart. */
  public int classes() {
    return layers.get(layers.size() - 1).units();
  }
}
