package dev.assay.diagnosis.rules.steps;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adadelta;
import dev.assay.keras.optimizers.Adagrad;
import dev.assay.keras.optimizers.Ftrl;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.optimizers.SGD;
import java.util.List;

/** How far the steps of an optimizer go, beside the sizes of the weights. */
final class StepSizes {
  /** Adadelta's steps begin at the root of its epsilon, and grow to about this part of the rate. */
  private static final double ADADELTAS_STEP = 0.01;

  private static final long SEED = 7;

  private StepSizes() {}

  /** Returns whether a step has the size of the rate, however large the gradient is. */
  static boolean areBySign(Observations observed) {
    return !(observed.optimizer() instanceof SGD
        || observed.optimizer() instanceof Adagrad
        || observed.optimizer() instanceof Adadelta
        || observed.optimizer() instanceof Ftrl);
  }

  /** What the first step changes a weight by: RMSprop's average of squares begins at 0. */
  static double first(Observations observed, double rate) {
    return observed.optimizer() instanceof RMSprop rms ? rate / Math.sqrt(1 - rms.rho()) : rate;
  }

  /** Returns the rate at which steps in one direction add up, or grow to. */
  static double effective(Observations observed, double rate) {
    if (observed.optimizer() instanceof Adadelta) {
      return rate * ADADELTAS_STEP;
    }
    return observed.optimizer() instanceof SGD sgd ? rate / (1 - sgd.momentum()) : rate;
  }

  /** The median size of the kernels' values, as they are drawn. */
  static double ofWeights(Observations observed) {
    List<Double> sizes =
        observed.manifest().weights().stream()
            .filter(weight -> weight.trainable() && weight.shape().size() >= 2)
            .filter(weight -> weight.size() < 1 << 22)
            .map(StepSizes::size)
            .filter(size -> size > 0)
            .sorted()
            .toList();
    return sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
  }

  private static double size(WeightSpec weight) {
    double squares = 0;
    float[] values = weight.initializer().values(weight.shape(), SEED);
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  /** Keras's default of the optimizer. */
  static double usualRate(Observations observed) {
    return observed.optimizer() instanceof SGD ? 0.01 : 0.001;
  }

  /** A rate to begin with: for two optimizers Keras's default is far below that of their papers. */
  static double advisedRate(Observations observed) {
    if (observed.optimizer() instanceof Adadelta) {
      return 1;
    }
    return observed.optimizer() instanceof Adagrad ? 0.01 : usualRate(observed);
  }
}
