package dev.assay.keras.arguments;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The few parameters that may be negative or infinite; every other one must refuse both. */
final class Allowed {
  private static final List<String> NEGATIVE =
      List.of(
          "activations.Activations.glu(axis)",
          "activations.Activations.logSoftmax(axis)",
          "activations.Activations.softmax(axis)",
          "activations.Activations.threshold(threshold)",
          "activations.Activations.threshold(value)",
          "callbacks.EarlyStopping.baseline(newBaseline)",
          "callbacks.EarlyStopping.new(baseline)",
          "constraints.MaxNorm.axis(axes)",
          "constraints.MinMaxNorm.axis(axes)",
          "constraints.UnitNorm.axis(axes)",
          "initializers.Constant.new(value)",
          "initializers.Constant.of(value)",
          "initializers.Identity.new(gain)",
          "initializers.Identity.of(gain)",
          "initializers.Orthogonal.new(gain)",
          "initializers.Orthogonal.of(gain)",
          "initializers.RandomNormal.new(mean)",
          "initializers.RandomNormal.of(mean)",
          "initializers.RandomUniform.new(minval)",
          "initializers.RandomUniform.of(minval)",
          "initializers.TruncatedNormal.new(mean)",
          "initializers.TruncatedNormal.of(mean)",
          "layers.BatchNormalization.axis(newAxis)",
          "layers.BatchNormalization.new(axis)",
          "layers.Concatenate.along(axis)",
          "layers.Concatenate.new(axis)",
          "layers.Concatenate.of(axis)",
          "layers.Discretization.at(boundaries)",
          "layers.Discretization.of(boundaries)",
          "layers.Dot.along(axis)",
          "layers.Dot.along(first)",
          "layers.Dot.along(second)",
          "layers.Dot.new(first)",
          "layers.Dot.new(second)",
          "layers.Dot.of(axis)",
          "layers.Dot.of(first)",
          "layers.Dot.of(second)",
          "layers.Filling.new(value)",
          "layers.LayerNormalization.axis(newAxis)",
          "layers.RandomContrast.of(lower)",
          "layers.RandomContrast.of(upper)",
          "layers.RandomContrast.valueRange(low)",
          "layers.RandomRotation.fillValue(value)",
          "layers.RandomRotation.of(factor)",
          "layers.RandomTranslation.fillValue(value)",
          "layers.RandomTranslation.of(height)",
          "layers.RandomTranslation.of(width)",
          "layers.RandomZoom.fillValue(value)",
          "layers.RandomZoom.of(factor)",
          "layers.RandomZoom.of(height)",
          "layers.RandomZoom.of(width)",
          "layers.Rescaling.by(scale)",
          "layers.Rescaling.new(offset)",
          "layers.Rescaling.new(scale)",
          "layers.Rescaling.of(scale)",
          "layers.Rescaling.offset(newOffset)",
          "layers.Reshape.of(target)",
          "layers.Reshape.to(target)",
          "layers.Softmax.new(axis)",
          "layers.Softmax.of(axis)",
          "layers.Softmax.over(axis)",
          "optimizers.Ftrl.learningRatePower(power)",
          "optimizers.Ftrl.new(learningRatePower)");

  /** No limit. */
  private static final List<String> INFINITE =
      List.of(
          "activations.Activations.relu(maxValue)",
          "layers.ReLU.maxValue(newMaxValue)",
          "layers.ReLU.new(maxValue)");

  private Allowed() {}

  /** Each parameter with what it may be. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>();
    NEGATIVE.forEach(name -> all.add(name + " negative"));
    INFINITE.forEach(name -> all.add(name + " infinite"));
    return all;
  }
}
