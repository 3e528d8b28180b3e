package dev.assay.keras.parity;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Filling;
import dev.assay.keras.layers.KernelAndBias;
import dev.assay.keras.layers.Range;
import dev.assay.keras.layers.ScaleAndShift;
import dev.assay.keras.layers.Size;
import dev.assay.keras.layers.WeightOptions;
import dev.assay.keras.layers.Window;
import dev.assay.keras.layers.WithActivation;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Defaults of ours in Keras's words. */
final class Words {
  private Words() {}

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String name(Initializer initializer) {
    return Objects.requireNonNullElse(
        Map.of(
                Initializer.GLOROT_UNIFORM,
                "glorot_uniform",
                Initializer.ZEROS,
                "zeros",
                Initializer.ONES,
                "ones")
            .get(initializer),
        initializer.toString());
  }

  static String padding(Window window) {
    return name(window.padding());
  }

  static String size(Size size) {
    return size.height() + "x" + size.width();
  }

  static String steps(Window window) {
    return "strides %s, %s".formatted(size(window.strides()), padding(window));
  }

  static String sequence(Window window) {
    return String.format(
        Locale.ROOT,
        "window %d, strides %d, %s",
        window.size().width(),
        window.strides().width(),
        padding(window));
  }

  static String image(Window window) {
    return "window %s, %s".formatted(size(window.size()), steps(window));
  }

  static String keepDims(boolean keep) {
    return "keepdims " + keep;
  }

  static String kernel(KernelAndBias weights) {
    return "use_bias=%s, kernel %s, bias %s, %s"
        .formatted(
            weights.useBias() ? "True" : "False",
            name(weights.kernel().initializer()),
            name(weights.bias().initializer()),
            free(weights.kernel()).equals(free(weights.bias())) ? free(weights.bias()) : "mixed");
  }

  static String scaleAndShift(ScaleAndShift weights) {
    return "center %s, scale %s, gamma %s, beta %s, %s"
        .formatted(
            weights.center(),
            weights.scale(),
            name(weights.gamma().initializer()),
            name(weights.beta().initializer()),
            free(weights.gamma()));
  }

  /** What holds the weight. */
  static String free(WeightOptions weight) {
    return "%s, %s"
        .formatted(
            weight.regularizer() == null ? "no regularizer" : "a regularizer",
            weight.constraint() == null ? "no constraint" : "a constraint");
  }

  static String end(WithActivation<?> layer) {
    return "%s, activity %s"
        .formatted(
            layer.activation() instanceof Activation named ? name(named) : "?",
            layer.activity().regularizer() == null ? "None" : "regularized");
  }

  static String around(Range range) {
    return -range.lower() == range.upper() ? "±" + range.upper() : range.toString();
  }

  static String filling(Filling filling) {
    return ", %s, %s, fill_value %s"
        .formatted(name(filling.mode()), name(filling.interpolation()), filling.value());
  }
}
