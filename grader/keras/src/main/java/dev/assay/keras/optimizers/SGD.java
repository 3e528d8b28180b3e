package dev.assay.keras.optimizers;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;

/**
 * Gradient descent with optional (Nesterov) momentum, as Keras's {@code SGD}.
 *
 * @param learningRate positive; default 0.01
 * @param momentum in [0, 1); default 0
 * @param nesterov whether the gradient is taken at the place that momentum leads to; default false
 */
public record SGD(float learningRate, float momentum, boolean nesterov) implements Optimizer {
  public SGD {
    Optimizer.checkLearningRate("SGD", learningRate);
    Optimizer.checkDecay("SGD", "momentum", momentum);
  }

  /** Keras's defaults. */
  public static SGD defaults() {
    return withLearningRate(0.01);
  }

  public static SGD withLearningRate(double learningRate) {
    return new SGD((float) learningRate, 0, false);
  }

  public SGD momentum(double newMomentum) {
    return new SGD(learningRate, (float) newMomentum, nesterov);
  }

  public SGD nesterov(boolean newNesterov) {
    return new SGD(learningRate, momentum, newNesterov);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    List<Op> updates = new ArrayList<>();
    for (Parameter parameter : parameters) {
      updates.add(momentum == 0 ? plain(slots, parameter) : withMomentum(slots, parameter));
    }
    return updates;
  }

  private static Op plain(Slots slots, Parameter parameter) {
    return slots
        .tf()
        .train
        .resourceApplyGradientDescent(
            parameter.handle(), slots.learningRate(), parameter.gradient());
  }

  private Op withMomentum(Slots slots, Parameter parameter) {
    return slots
        .tf()
        .train
        .resourceApplyKerasMomentum(
            parameter.handle(),
            slots.variable(parameter.name() + "/momentum", parameter.shape(), 0),
            slots.learningRate(),
            parameter.gradient(),
            slots.tf().constant(momentum),
            ResourceApplyKerasMomentum.useNesterov(nesterov));
  }
}
