package dev.assay.diagnosis.rules.steps;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adagrad;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.AdamW;
import dev.assay.keras.optimizers.Adamax;
import dev.assay.keras.optimizers.Clipping;
import dev.assay.keras.optimizers.Nadam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.optimizers.SGD;
import java.math.BigDecimal;
import java.util.List;

/** Options of the optimizer, and the size of batches. */
public final class OptimizerRules {
  /** Keras's default is 1e-7; for some networks 0.1 or 1 is advised, in TensorFlow's own docs. */
  private static final double LARGE_EPSILON = 2;

  /** A mean over 200 steps and more; 0.99 is the most that is usual. */
  private static final double LONG_MOMENTUM = 0.995;

  /** A training has to be so many times longer than what is remembered of its steps. */
  private static final double PART_OF_TRAINING = 5;

  private OptimizerRules() {}

  /** Gradients cut so short that all steps together lead nowhere. */
  public static List<Finding> clipped(Observations observed) {
    Clipping clipping = observed.optimizer().tuning().clipping();
    if (clipping.kind() == Clipping.Kind.NONE || StepSizes.areBySign(observed)) {
      return List.of();
    }
    long steps = observed.steps();
    double size = StepSizes.ofWeights(observed);
    double most = StepSizes.effective(observed, observed.highestRate()) * clipping.limit() * steps;
    double reach =
        clipping.kind() == Clipping.Kind.VALUE ? most : most / Math.sqrt(typicalCount(observed));
    return steps > 0 && size > 0 && reach < size / 4
        ? List.of(
            Finding.of(
                FindingCode.GRADIENT_CLIPPED,
                "option",
                switch (clipping.kind()) {
                  case VALUE -> "clipValue";
                  case NORM -> "clipNorm";
                  default -> "globalClipNorm";
                },
                "limit",
                clipping.limit(),
                "share",
                reach / size))
        : List.of();
  }

  private static double typicalCount(Observations observed) {
    List<Long> counts =
        observed.manifest().weights().stream()
            .filter(weight -> weight.trainable() && weight.shape().size() >= 2)
            .map(WeightSpec::size)
            .sorted()
            .toList();
    return counts.isEmpty() ? 1 : counts.get(counts.size() / 2);
  }

  /** A batch of one under BatchNormalization, or one so large that an epoch has hardly a step. */
  public static List<Finding> batch(Observations observed) {
    List<Finding> single = single(observed);
    return single.isEmpty() ? large(observed) : single;
  }

  /** The mean of a single vector is the vector itself: what is left of it is 0. */
  private static List<Finding> single(Observations observed) {
    DataPath path = observed.outline().training();
    return observed.plan().batchSize() > 1
        ? List.of()
        : observed.manifest().layers().stream()
            .filter(layer -> path.gathers(layer.name()) && isCentred(path, layer.name()))
            .filter(layer -> layer.output().shape().size() <= 1)
            .limit(1)
            .map(layer -> batch(observed, "NORMALIZATION", layer.name()))
            .toList();
  }

  private static boolean isCentred(DataPath path, String layer) {
    return path.ofLayer(layer).stream().anyMatch(node -> node.getOp().equals("Mean"));
  }

  private static List<Finding> large(Observations observed) {
    int steps = observed.stepsPerEpoch();
    long all = (long) steps * observed.plan().epochs();
    boolean few = steps > 0 && steps <= 3 && all < 150 && observed.plan().batchSize() > 64;
    if (!few || observed.data() == null) {
      return List.of();
    }
    Finding finding = batch(observed, "FEW_STEPS", "");
    return List.of(all < 100 ? finding : finding.as(Severity.INFO));
  }

  private static Finding batch(Observations observed, String reason, String layer) {
    return Finding.of(
        FindingCode.BATCH_SIZE,
        "reason",
        reason,
        "layer",
        layer,
        "batchSize",
        observed.plan().batchSize(),
        "examples",
        observed.data() == null ? 0 : observed.data().train(),
        "steps",
        observed.stepsPerEpoch(),
        "all",
        (long) observed.stepsPerEpoch() * observed.plan().epochs());
  }

  /** An epsilon so large that it, and not the gradients' size, decides how far steps go. */
  public static List<Finding> epsilon(Observations observed) {
    double epsilon = epsilon(observed.optimizer());
    double rate = observed.highestRate();
    long steps = (long) observed.stepsPerEpoch() * observed.plan().epochs();
    return epsilon >= LARGE_EPSILON && steps > 0 && rate / epsilon * steps < 1
        ? List.of(
            Finding.of(
                FindingCode.LARGE_EPSILON,
                "optimizer",
                observed.optimizer().getClass().getSimpleName(),
                "epsilon",
                epsilon,
                "rate",
                rate,
                "step",
                rate / epsilon))
        : List.of();
  }

  private static double epsilon(Optimizer optimizer) {
    if (optimizer instanceof Adam adam) {
      return adam.epsilon();
    } else if (optimizer instanceof AdamW adamW) {
      return adamW.adam().epsilon();
    } else if (optimizer instanceof Nadam nadam) {
      return nadam.epsilon();
    } else if (optimizer instanceof Adamax adamax) {
      return adamax.epsilon();
    } else if (optimizer instanceof Adagrad adagrad) {
      return adagrad.epsilon();
    }
    return optimizer instanceof RMSprop rmsprop ? rmsprop.epsilon() : 0;
  }

  /** Momentum that goes on for so long that steps overshoot again and again. */
  public static List<Finding> momentum(Observations observed) {
    Momentum momentum = Momentum.of(observed.optimizer());
    long steps = (long) observed.stepsPerEpoch() * observed.plan().epochs();
    double value = Double.parseDouble(Float.toString(momentum.value()));
    double horizon = 1 / (1 - value);
    return value >= LONG_MOMENTUM && steps > 0 && horizon > steps / PART_OF_TRAINING
        ? List.of(
            Finding.of(
                FindingCode.LONG_MOMENTUM,
                "optimizer",
                observed.optimizer().getClass().getSimpleName(),
                "option",
                momentum.option(),
                "momentum",
                BigDecimal.valueOf(value).toPlainString(),
                "horizon",
                Math.round(horizon),
                "steps",
                steps))
        : List.of();
  }

  /**
   * The part of a mean of steps or gradients that is kept at each step.
   *
   * @param option the method that sets it
   */
  private record Momentum(String option, float value) {
    static Momentum of(Optimizer optimizer) {
      if (optimizer instanceof SGD sgd) {
        return new Momentum("momentum", sgd.momentum());
      } else if (optimizer instanceof RMSprop rmsprop) {
        return new Momentum("momentum", rmsprop.momentum());
      } else if (optimizer instanceof Adam adam) {
        return new Momentum("betas", adam.beta1());
      } else if (optimizer instanceof AdamW adamW) {
        return new Momentum("betas", adamW.adam().beta1());
      } else if (optimizer instanceof Nadam nadam) {
        return new Momentum("betas", nadam.beta1());
      }
      return optimizer instanceof Adamax adamax
          ? new Momentum("betas", adamax.beta1())
          : new Momentum("", 0);
    }
  }
}
