package dev.assay.keras.parity;

import static dev.assay.keras.parity.Parity.EQUAL;
import static dev.assay.keras.parity.Words.name;
import static java.util.Map.entry;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.constraints.MinMaxNorm;
import dev.assay.keras.constraints.UnitNorm;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Identity;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.Orthogonal;
import dev.assay.keras.initializers.RandomNormal;
import dev.assay.keras.initializers.RandomUniform;
import dev.assay.keras.initializers.TruncatedNormal;
import dev.assay.keras.initializers.VarianceScaling;
import dev.assay.keras.regularizers.L1;
import dev.assay.keras.regularizers.L1L2;
import dev.assay.keras.regularizers.L2;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keras 3's defaults of what layers are made with beside ours. */
final class PartParity {
  private static final Map<Activation, String> REMARKS =
      Map.of(
          Activation.SPARSEMAX,
          "equal, but where Keras 3.15 gives zeros: of [1, 2, .5, 1.5] it is [0, .75, 0, .25]; its axis is always the last",
          Activation.SPARSE_SIGMOID,
          "equal; its slope at exactly -1 and 1 is 0.5 (Keras: 0)",
          Activation.CELU,
          "equal; its slope at exactly 0 is 1 (Keras: 2)");

  private PartParity() {}

  static List<Parity> rows() {
    return Stream.of(activations(), initializers(), regularizers(), constraints())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Parity> activations() {
    Map<Activation, String> parameters =
        Map.ofEntries(
            entry(Activation.RELU, "negative_slope 0.0, max_value None, threshold 0.0"),
            entry(Activation.LEAKY_RELU, "negative_slope 0.2"),
            entry(Activation.ELU, "alpha 1.0"),
            entry(Activation.CELU, "alpha 1.0"),
            entry(Activation.GELU, "approximate False"),
            entry(Activation.SOFT_SHRINK, "threshold 0.5"),
            entry(Activation.HARD_SHRINK, "threshold 0.5"),
            entry(Activation.SQUAREPLUS, "b 4"),
            entry(Activation.GLU, "axis -1"),
            entry(Activation.SPARSEMAX, "axis -1"),
            entry(Activation.SOFTMAX, "axis -1"),
            entry(Activation.LOG_SOFTMAX, "axis -1"));
    List<Parity> rows = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      String fixed = parameters.getOrDefault(activation, "");
      rows.add(
          new Parity(
              "Activations",
              name(activation),
              fixed,
              fixed,
              REMARKS.getOrDefault(activation, EQUAL)));
    }
    rows.add(
        new Parity(
            "Activations",
            "threshold",
            "threshold, default_value given",
            "threshold, default_value given",
            EQUAL + "; Activations.threshold"));
    return rows;
  }

  private static List<Parity> initializers() {
    return List.of(
        initializer("Zeros", "value 0.0", Initializer.ZEROS),
        initializer("Ones", "value 1.0", Initializer.ONES),
        new Parity(
            "Initializers", "Constant", "value 0.0", "value given", "the value must be given"),
        initializer("RandomUniform", "minval -0.05, maxval 0.05", RandomUniform.defaults()),
        initializer("RandomNormal", "mean 0.0, stddev 0.05", RandomNormal.defaults()),
        initializer("TruncatedNormal", "mean 0.0, stddev 0.05", TruncatedNormal.defaults()),
        initializer(
            "VarianceScaling", "scale 1.0, fan_in, truncated_normal", VarianceScaling.defaults()),
        initializer("GlorotUniform", "scale 1.0, fan_avg, uniform", Initializer.GLOROT_UNIFORM),
        initializer(
            "GlorotNormal", "scale 1.0, fan_avg, truncated_normal", Initializer.GLOROT_NORMAL),
        initializer("HeUniform", "scale 2.0, fan_in, uniform", Initializer.HE_UNIFORM),
        initializer("HeNormal", "scale 2.0, fan_in, truncated_normal", Initializer.HE_NORMAL),
        initializer("LecunUniform", "scale 1.0, fan_in, uniform", Initializer.LECUN_UNIFORM),
        initializer("LecunNormal", "scale 1.0, fan_in, truncated_normal", Initializer.LECUN_NORMAL),
        initializer("Orthogonal", "gain 1.0", Orthogonal.defaults()),
        initializer("Identity", "gain 1.0", Identity.defaults()));
  }

  /** Random values have Keras's distributions, but not its numbers. */
  private static Parity initializer(String name, String keras, Initializer initializer) {
    return Parity.compared("Initializers", name, keras, show(initializer));
  }

  private static String show(Initializer initializer) {
    if (initializer instanceof Constant constant) {
      return "value " + constant.value();
    }
    if (initializer instanceof RandomUniform uniform) {
      return "minval %s, maxval %s".formatted(uniform.minval(), uniform.maxval());
    }
    if (initializer instanceof RandomNormal normal) {
      return "mean %s, stddev %s".formatted(normal.mean(), normal.stddev());
    }
    if (initializer instanceof TruncatedNormal normal) {
      return "mean %s, stddev %s".formatted(normal.mean(), normal.stddev());
    }
    if (initializer instanceof VarianceScaling scaling) {
      return "scale %s, %s, %s"
          .formatted(scaling.scale(), name(scaling.mode()), name(scaling.distribution()));
    }
    if (initializer instanceof Orthogonal orthogonal) {
      return "gain " + orthogonal.gain();
    }
    return "gain " + ((Identity) initializer).gain();
  }

  private static List<Parity> regularizers() {
    L1L2 both = L1L2.defaults();
    return List.of(
        regularizer("L1", "l1 0.01", "l1 " + L1.defaults().factor()),
        regularizer("L2", "l2 0.01", "l2 " + L2.defaults().factor()),
        regularizer("L1L2", "l1 0.0, l2 0.0", "l1 %s, l2 %s".formatted(both.l1(), both.l2())),
        new Parity(
            "Regularizers",
            "activity_regularizer",
            "None; the penalty is divided by the batch's size",
            "None; the penalty is divided by the batch's size",
            "equal to Keras 2 and, since its pull request 22021 of 2026, to Keras 3; releases of Keras 3 before that do not divide. On Dense, Conv*, SeparableConv2D, Embedding, BatchNormalization and Activation; elsewhere put ActivityRegularization after the layer"));
  }

  private static List<Parity> constraints() {
    MaxNorm max = MaxNorm.defaults();
    MinMaxNorm both = MinMaxNorm.defaults();
    return List.of(
        constraint(
            "MaxNorm",
            "max_value 2.0, axis [0]",
            "max_value %s, axis %s".formatted(max.maxValue(), max.axis())),
        constraint("NonNeg", "", ""),
        constraint("UnitNorm", "axis [0]", "axis " + UnitNorm.defaults().axis()),
        constraint(
            "MinMaxNorm",
            "min_value 0.0, max_value 1.0, rate 1.0, axis [0]",
            "min_value %s, max_value %s, rate %s, axis %s"
                .formatted(both.minValue(), both.maxValue(), both.rate(), both.axis())));
  }

  private static Parity constraint(String name, String keras, String ours) {
    return Parity.compared("Constraints", name, keras, ours);
  }

  private static Parity regularizer(String name, String keras, String ours) {
    return Parity.compared("Regularizers", name, keras, ours);
  }
}
