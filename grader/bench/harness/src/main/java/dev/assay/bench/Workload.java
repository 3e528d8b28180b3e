package dev.assay.bench;

import static dev.assay.bench.Layer.convolution;
import static dev.assay.bench.Layer.dense;
import static dev.assay.bench.Layer.flatten;
import static dev.assay.bench.Layer.output;
import static dev.assay.bench.Layer.pooling;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The networks that are compared: those of the courses that our users take. */
@SuppressWarnings("ImmutableEnumChecker") // networks are records that copy their lists
public enum Workload {
  /** The course's convolutional network. */
  A(
      "CNN of 93,322 weights",
      Source.MNIST,
      new Network(
          List.of(28, 28, 1),
          255,
          List.of(
              convolution(32),
              pooling(),
              convolution(64),
              pooling(),
              convolution(64),
              flatten(),
              dense(64),
              output(10)),
          Network.Optimizer.ADAM,
          0.001),
      32,
      1),
  /** A deep and wide perceptron. */
  B(
      "MLP 784-1024-512-256-128-64-10",
      Source.MNIST,
      perceptron(784, 255, Network.Optimizer.ADAM, 0.001, 10, 1024, 512, 256, 128, 64),
      32,
      1),
  /** A shallow perceptron, where feeding costs as much as computing. */
  C(
      "MLP 784-100-10",
      Source.MNIST,
      perceptron(784, 255, Network.Optimizer.SGD, 0.01, 10, 100),
      32,
      1),
  /** A net so small that nothing but the way to each step costs anything: 4,000 steps. */
  D("MLP 4-64-3", Source.IRIS, perceptron(4, 1, Network.Optimizer.ADAM, 0.001, 3, 64), 16, 500);

  private final String title;
  private final Source source;
  private final Network network;
  private final int batch;
  private final int passes;

  Workload(String title, Source source, Network network, int batch, int passes) {
    this.title = title;
    this.source = source;
    this.network = network;
    this.batch = batch;
    this.passes = passes;
  }

  private static Network perceptron(
      int input,
      float divisor,
      Network.Optimizer optimizer,
      double learningRate,
      int classes,
      int... hidden) {
    Stream<Layer> layers = IntStream.of(hidden).mapToObj(Layer::dense);
    return new Network(
        List.of(input),
        divisor,
        Stream.concat(layers, Stream.of(output(classes))).toList(),
        optimizer,
        learningRate);
  }

  /** Where the examples come from. */
  public enum Source {
    /** 28x28 images of digits, from the user's folder. */
    MNIST,
    /** Four measures of 120 flowers, from this repository. */
    IRIS
  }

  /** The network, for people. */
  public String title() {
    return title;
  }

  /** The examples. */
  public Source source() {
    return source;
  }

  /** What is trained. */
  public Network network() {
    return network;
  }

  /**
   * How it is trained.
   *
   * @param epochs that are timed
   * @param threads for the kernels
   */
  public Schedule schedule(int epochs, int threads) {
    return new Schedule(batch, passes, epochs, threads);
  }
}
