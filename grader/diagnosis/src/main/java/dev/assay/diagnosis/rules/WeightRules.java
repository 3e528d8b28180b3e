package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.Differentiation;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.constraints.MinMaxNorm;
import dev.assay.keras.constraints.NonNeg;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.NodeDef;

/** Weights that cannot learn, or begin where learning is hard. */
public final class WeightRules {
  /** Kernels that make values so many times larger than they get them; He's makes them 1.4. */
  private static final double WIDE = 5;

  /** Weights whose vectors may be at most this long can hardly tell anything apart. */
  private static final double TIGHT = 0.5;

  private static final long SEED = 7;

  /** Values of a kernel that are drawn to look at their spread. */
  private static final int SAMPLE = 1 << 22;

  private WeightRules() {}

  /** Trained weights that no derivative reaches. */
  public static List<Finding> noGradient(Observations observed) {
    Differentiation derivatives = observed.outline().training().derivatives();
    List<WeightSpec> stuck =
        observed.manifest().weights().stream()
            .filter(WeightSpec::trainable)
            .filter(weight -> !derivatives.reaches(weight))
            .toList();
    if (stuck.isEmpty()) {
      return List.of();
    }
    WeightSpec first = stuck.get(0);
    String operation = derivatives.blocker(first).map(NodeDef::getOp).orElse("");
    return List.of(
        Finding.of(
            FindingCode.NO_GRADIENT,
            "weight",
            first.name(),
            "weights",
            stuck.size(),
            "operation",
            operation));
  }

  /**
   * Hidden units that all begin alike. They stay alike where what follows treats them alike, too,
   * or where none of them gets a gradient; otherwise that is only worth telling when an answer
   * failed.
   */
  public static List<Finding> constant(Observations observed) {
    DataPath path = observed.serving();
    boolean failed = observed.outcome() != null && observed.isBad();
    for (NodeDef node : path.weighted()) {
      WeightSpec kernel = path.kernel(node).orElseThrow();
      Set<NodeDef> next = path.nextWeighted(node);
      // The last weights of a residual block may begin as zeros: values go around them.
      boolean alike =
          !next.isEmpty()
              && kernel.trainable()
              && units(kernel) > 1
              && spread(kernel) == 0
              && !path.canGoAround(node);
      if (!alike) {
        continue;
      }
      float value = kernel.initializer().values(kernel.shape(), SEED)[0];
      boolean remain =
          next.stream().allMatch(user -> spread(path.kernel(user).orElseThrow()) == 0)
              || (value == 0 && isSilent(observed, node));
      if (remain || failed) {
        return List.of(
            Finding.of(
                FindingCode.CONSTANT_WEIGHTS,
                "weight",
                kernel.name(),
                "layer",
                path.layer(node),
                "value",
                value,
                "remain",
                remain));
      }
    }
    return List.of();
  }

  /** Returns whether a relu follows that zeros do not pass, nor a gradient on its way back. */
  private static boolean isSilent(Observations observed, NodeDef zeros) {
    DataPath path = observed.serving();
    Set<NodeDef> ends = path.ahead(zeros, node -> path.isActivation(node) || path.isWeighted(node));
    List<NodeDef> between = path.between(zeros, ends);
    return !ends.isEmpty()
        && ends.stream().allMatch(node -> node.getOp().matches("Relu6?"))
        && observed.manifest().weights().stream()
            .filter(weight -> between.stream().anyMatch(node -> path.takes(node, weight)))
            .allMatch(weight -> largest(weight) <= 0);
  }

  private static float largest(WeightSpec weight) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float value : weight.initializer().values(weight.shape(), SEED)) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** How many values a unit sums up; of a depthwise convolution those of one channel. */
  private static long inputs(NodeDef node, WeightSpec kernel) {
    return node.getOp().equals("DepthwiseConv2dNative")
        ? (long) kernel.shape().get(0) * kernel.shape().get(1)
        : kernel.size() / Math.max(1, units(kernel));
  }

  private static int units(WeightSpec kernel) {
    return kernel.shape().get(kernel.shape().size() - 1);
  }

  /** The standard deviation of what the initializer draws; NaN where a kernel is large. */
  private static double spread(WeightSpec kernel) {
    if (kernel.size() > SAMPLE) {
      return Double.NaN;
    }
    float[] values = kernel.initializer().values(kernel.shape(), SEED);
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    double variance = squares / values.length - mean * mean;
    return variance <= 1e-12 * Math.max(1e-6, mean * mean) ? 0 : Math.sqrt(variance);
  }

  /** Kernels that are drawn much too wide for the number of values that they sum up. */
  public static List<Finding> wide(Observations observed) {
    DataPath path = observed.serving();
    List<Finding> found = new ArrayList<>();
    for (NodeDef node : path.weighted()) {
      WeightSpec kernel = path.kernel(node).orElseThrow();
      long inputs = inputs(node, kernel);
      double growth = spread(kernel) * Math.sqrt((double) inputs);
      if (kernel.trainable() && growth > WIDE && found.isEmpty()) {
        found.add(
            Finding.of(
                FindingCode.WIDE_WEIGHTS,
                "weight",
                kernel.name(),
                "layer",
                path.layer(node),
                "spread",
                spread(kernel),
                "inputs",
                inputs,
                "growth",
                growth));
      }
    }
    return found;
  }

  /** Constraints that keep weights so short that nothing can be learned. */
  public static List<Finding> constraint(Observations observed) {
    return observed.manifest().weights().stream()
        .filter(weight -> limit(weight.constraint()) < TIGHT || isNonNegative(observed))
        .filter(weight -> weight.constraint() != null)
        .limit(1)
        .map(
            weight ->
                Finding.of(
                    FindingCode.TIGHT_CONSTRAINT,
                    "weight",
                    weight.name(),
                    "constraint",
                    String.valueOf(weight.constraint()).replaceFirst("\\[.*", ""),
                    "limit",
                    weight.constraint() instanceof NonNeg ? 0.0 : limit(weight.constraint())))
        .toList();
  }

  /** Without a negative weight anywhere an output only rises with each feature, or stays. */
  private static boolean isNonNegative(Observations observed) {
    List<NodeDef> weighted = observed.serving().weighted();
    return !weighted.isEmpty()
        && weighted.stream()
            .map(node -> observed.serving().kernel(node).orElseThrow().constraint())
            .allMatch(constraint -> constraint instanceof NonNeg);
  }

  /** Weights that are not trained, though they were drawn at random. */
  public static List<Finding> frozen(Observations observed) {
    DataPath path = observed.outline().training();
    List<NodeDef> weighted = path.weighted();
    List<NodeDef> frozen = weighted.stream().filter(node -> isFrozen(path, node)).toList();
    boolean all = !frozen.isEmpty() && frozen.size() == weighted.size();
    boolean last = path.lastWeighted().stream().anyMatch(frozen::contains);
    // Random features can be meant, as long as what is made of them is trained, and is enough.
    boolean failed = observed.outcome() != null && observed.isBad();
    return !frozen.isEmpty() && (all || last || failed)
        ? List.of(
            Finding.of(
                FindingCode.FROZEN_WEIGHTS,
                "weight",
                path.kernel(frozen.get(frozen.size() - 1)).orElseThrow().name(),
                "layer",
                path.layer(frozen.get(frozen.size() - 1)),
                "all",
                all))
        : List.of();
  }

  private static boolean isFrozen(DataPath path, NodeDef node) {
    WeightSpec kernel = path.kernel(node).orElseThrow();
    return !kernel.trainable() && spread(kernel) > 0 && !path.gathers(path.layer(node));
  }

  private static double limit(@Nullable Constraint constraint) {
    if (constraint instanceof MaxNorm norm) {
      return norm.maxValue();
    }
    return constraint instanceof MinMaxNorm norm ? norm.maxValue() : Double.POSITIVE_INFINITY;
  }
}
