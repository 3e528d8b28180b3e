package dev.assay.diagnosis;

import static dev.assay.findings.FindingCode.ACTIVATION_AND_LOGITS;
import static dev.assay.findings.FindingCode.ACTIVATION_AND_MARGINS;
import static dev.assay.findings.FindingCode.AUGMENTED_LABELS;
import static dev.assay.findings.FindingCode.BATCH_SIZE;
import static dev.assay.findings.FindingCode.BOTTLENECK;
import static dev.assay.findings.FindingCode.BOUNDED_OUTPUT;
import static dev.assay.findings.FindingCode.CHANNEL_AXIS;
import static dev.assay.findings.FindingCode.CHECKPOINT_MONITOR;
import static dev.assay.findings.FindingCode.CLASS_NEVER_PREDICTED;
import static dev.assay.findings.FindingCode.CLASS_WEIGHTS_SKEWED;
import static dev.assay.findings.FindingCode.COLUMNS_UNUSED;
import static dev.assay.findings.FindingCode.CONSTANT_OUTPUT;
import static dev.assay.findings.FindingCode.CONSTANT_WEIGHTS;
import static dev.assay.findings.FindingCode.DEAD_UNITS;
import static dev.assay.findings.FindingCode.DENSE_BEFORE_FLATTEN;
import static dev.assay.findings.FindingCode.DOUBLE_ACTIVATION;
import static dev.assay.findings.FindingCode.ENSEMBLE;
import static dev.assay.findings.FindingCode.EPOCHS_WASTED;
import static dev.assay.findings.FindingCode.EXPLODED;
import static dev.assay.findings.FindingCode.FROZEN_WEIGHTS;
import static dev.assay.findings.FindingCode.GENERALIZATION_GAP;
import static dev.assay.findings.FindingCode.GRADIENT_CLIPPED;
import static dev.assay.findings.FindingCode.HEAVY_DROPOUT;
import static dev.assay.findings.FindingCode.HIDDEN_SOFTMAX;
import static dev.assay.findings.FindingCode.INPUT_IGNORED;
import static dev.assay.findings.FindingCode.INPUT_SCALE;
import static dev.assay.findings.FindingCode.INPUT_SHRUNK;
import static dev.assay.findings.FindingCode.LABEL_SMOOTHING;
import static dev.assay.findings.FindingCode.LARGE_EPSILON;
import static dev.assay.findings.FindingCode.LAYER_AFTER_OUTPUT;
import static dev.assay.findings.FindingCode.LEARNING_RATE_HIGH;
import static dev.assay.findings.FindingCode.LEARNING_RATE_LOW;
import static dev.assay.findings.FindingCode.LEARNING_RATE_ZERO;
import static dev.assay.findings.FindingCode.LONG_MOMENTUM;
import static dev.assay.findings.FindingCode.LOSS_DOMAIN;
import static dev.assay.findings.FindingCode.LOSS_OF_CLASSES;
import static dev.assay.findings.FindingCode.LOSS_WEIGHT;
import static dev.assay.findings.FindingCode.MEMBERS_ALIKE;
import static dev.assay.findings.FindingCode.MIN_DELTA;
import static dev.assay.findings.FindingCode.MODES_DIFFER;
import static dev.assay.findings.FindingCode.MOVING_AVERAGES;
import static dev.assay.findings.FindingCode.NEGATIVE_PENALTY;
import static dev.assay.findings.FindingCode.NORMALIZED_BY_ROW;
import static dev.assay.findings.FindingCode.NOT_LEARNING;
import static dev.assay.findings.FindingCode.NO_BIAS;
import static dev.assay.findings.FindingCode.NO_GRADIENT;
import static dev.assay.findings.FindingCode.NO_HIDDEN_LAYER;
import static dev.assay.findings.FindingCode.NO_PROBABILITIES;
import static dev.assay.findings.FindingCode.ONE_CLASS_PREDICTED;
import static dev.assay.findings.FindingCode.OUTPUT_SHRUNK;
import static dev.assay.findings.FindingCode.OVERFITTING;
import static dev.assay.findings.FindingCode.PATIENCE;
import static dev.assay.findings.FindingCode.POOLED_AWAY;
import static dev.assay.findings.FindingCode.REGULARIZER_DOMINATES;
import static dev.assay.findings.FindingCode.RELU_OUTPUT;
import static dev.assay.findings.FindingCode.SATURATED_UNITS;
import static dev.assay.findings.FindingCode.SIGMOID_STACK;
import static dev.assay.findings.FindingCode.SOFTMAX_OF_ONE;
import static dev.assay.findings.FindingCode.STILL_IMPROVING;
import static dev.assay.findings.FindingCode.STRIDE_ABOVE_KERNEL;
import static dev.assay.findings.FindingCode.STRONG_NOISE;
import static dev.assay.findings.FindingCode.TARGET_CHANGED;
import static dev.assay.findings.FindingCode.TIGHT_CONSTRAINT;
import static dev.assay.findings.FindingCode.TRAINING_MONITOR;
import static dev.assay.findings.FindingCode.UNDEFINED_LOSS;
import static dev.assay.findings.FindingCode.UNDERFITTING;
import static dev.assay.findings.FindingCode.UNEXPLAINED;
import static dev.assay.findings.FindingCode.UNSTABLE;
import static dev.assay.findings.FindingCode.VALUES_CUT;
import static dev.assay.findings.FindingCode.VANISHING_GRADIENT;
import static dev.assay.findings.FindingCode.WARMUP_TOO_LONG;
import static dev.assay.findings.FindingCode.WIDE_WEIGHTS;
import static dev.assay.findings.FindingCode.WORSE_THAN_MEAN;

import dev.assay.findings.FindingCode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which findings are causes and which are effects of others. */
final class Causality {
  /** What explains a whole curve: with one of these nothing measured needs another cause. */
  static final Set<FindingCode> STRUCTURAL =
      EnumSet.of(
          UNDEFINED_LOSS,
          DOUBLE_ACTIVATION,
          LAYER_AFTER_OUTPUT,
          CHANNEL_AXIS,
          TARGET_CHANGED,
          LOSS_DOMAIN,
          LOSS_WEIGHT,
          NEGATIVE_PENALTY,
          MODES_DIFFER,
          COLUMNS_UNUSED,
          NORMALIZED_BY_ROW,
          FROZEN_WEIGHTS,
          WARMUP_TOO_LONG,
          LARGE_EPSILON,
          LONG_MOMENTUM,
          INPUT_SCALE,
          INPUT_SHRUNK,
          DENSE_BEFORE_FLATTEN,
          POOLED_AWAY,
          BOTTLENECK,
          STRIDE_ABOVE_KERNEL,
          SIGMOID_STACK,
          HIDDEN_SOFTMAX,
          OUTPUT_SHRUNK,
          NO_BIAS,
          VALUES_CUT,
          STRONG_NOISE,
          NO_GRADIENT,
          CONSTANT_WEIGHTS,
          WIDE_WEIGHTS,
          TIGHT_CONSTRAINT,
          REGULARIZER_DOMINATES,
          HEAVY_DROPOUT,
          LABEL_SMOOTHING,
          CLASS_WEIGHTS_SKEWED,
          AUGMENTED_LABELS,
          LEARNING_RATE_ZERO,
          GRADIENT_CLIPPED,
          BATCH_SIZE,
          RELU_OUTPUT,
          ACTIVATION_AND_LOGITS,
          ACTIVATION_AND_MARGINS,
          NO_PROBABILITIES,
          SOFTMAX_OF_ONE,
          BOUNDED_OUTPUT);

  /** Those that leave gradients in their proportions: a learning rate can be wrong as well. */
  static final Set<FindingCode> EVEN =
      EnumSet.of(
          HEAVY_DROPOUT, CLASS_WEIGHTS_SKEWED, LABEL_SMOOTHING, AUGMENTED_LABELS, TARGET_CHANGED);

  /** What can make a loss, a weight or a prediction NaN or infinite. */
  static final Set<FindingCode> DIVERGENT =
      EnumSet.of(
          UNDEFINED_LOSS,
          LOSS_DOMAIN,
          NEGATIVE_PENALTY,
          LONG_MOMENTUM,
          INPUT_SCALE,
          WIDE_WEIGHTS,
          LAYER_AFTER_OUTPUT,
          REGULARIZER_DOMINATES,
          CLASS_WEIGHTS_SKEWED,
          LEARNING_RATE_HIGH,
          RELU_OUTPUT,
          ACTIVATION_AND_LOGITS,
          ACTIVATION_AND_MARGINS,
          NO_PROBABILITIES,
          SOFTMAX_OF_ONE,
          BOUNDED_OUTPUT);

  /** What is measured inside, and explains what is seen outside. */
  static final List<FindingCode> INTERNAL =
      List.of(MOVING_AVERAGES, DEAD_UNITS, SATURATED_UNITS, VANISHING_GRADIENT, MEMBERS_ALIKE);

  /** What the curve and the predictions show, from the most telling to the least. */
  static final List<FindingCode> SYMPTOMS =
      List.of(
          EXPLODED,
          UNSTABLE,
          NOT_LEARNING,
          INPUT_IGNORED,
          CONSTANT_OUTPUT,
          ONE_CLASS_PREDICTED,
          CLASS_NEVER_PREDICTED,
          WORSE_THAN_MEAN,
          NO_HIDDEN_LAYER,
          OVERFITTING,
          GENERALIZATION_GAP,
          UNDERFITTING,
          UNEXPLAINED);

  /** For each cause the other causes that follow from it. */
  private static final Map<FindingCode, Set<FindingCode>> FOLLOWS = follows();

  private static Map<FindingCode, Set<FindingCode>> follows() {
    Map<FindingCode, Set<FindingCode>> all = new EnumMap<>(FindingCode.class);
    Set<FindingCode> ends = EnumSet.of(STILL_IMPROVING, PATIENCE);
    all.put(LEARNING_RATE_LOW, EnumSet.of(STILL_IMPROVING));
    all.put(GRADIENT_CLIPPED, EnumSet.of(LEARNING_RATE_LOW, STILL_IMPROVING));
    all.put(
        LEARNING_RATE_HIGH,
        EnumSet.of(DEAD_UNITS, SATURATED_UNITS, MOVING_AVERAGES, STILL_IMPROVING));
    all.put(DEAD_UNITS, EnumSet.of(LEARNING_RATE_LOW));
    all.put(SATURATED_UNITS, EnumSet.of(LEARNING_RATE_LOW));
    all.put(VANISHING_GRADIENT, EnumSet.of(LEARNING_RATE_LOW));
    all.put(MOVING_AVERAGES, EnumSet.of(LEARNING_RATE_LOW, STILL_IMPROVING, PATIENCE));
    all.put(STRIDE_ABOVE_KERNEL, EnumSet.of(POOLED_AWAY));
    all.put(HIDDEN_SOFTMAX, EnumSet.of(VANISHING_GRADIENT, LEARNING_RATE_LOW));
    all.put(SIGMOID_STACK, EnumSet.of(VANISHING_GRADIENT, SATURATED_UNITS));
    all.put(
        WIDE_WEIGHTS,
        EnumSet.of(SATURATED_UNITS, DEAD_UNITS, VANISHING_GRADIENT, LEARNING_RATE_LOW));
    all.put(UNDEFINED_LOSS, EnumSet.of(INPUT_IGNORED, DEAD_UNITS, SATURATED_UNITS));
    all.put(NO_HIDDEN_LAYER, EnumSet.of(STILL_IMPROVING));
    all.put(LOSS_OF_CLASSES, EnumSet.of(STILL_IMPROVING));
    all.put(MIN_DELTA, ends);
    all.put(CHECKPOINT_MONITOR, EnumSet.of(TRAINING_MONITOR, STILL_IMPROVING));
    all.put(LEARNING_RATE_ZERO, ends);
    all.put(ENSEMBLE, EnumSet.of(EPOCHS_WASTED));
    all.put(BOTTLENECK, EnumSet.of(POOLED_AWAY));
    all.put(WARMUP_TOO_LONG, EnumSet.of(LEARNING_RATE_LOW, STILL_IMPROVING));
    all.put(LARGE_EPSILON, EnumSet.of(LEARNING_RATE_LOW, STILL_IMPROVING));
    all.put(LONG_MOMENTUM, EnumSet.of(LEARNING_RATE_HIGH));
    all.put(MODES_DIFFER, EnumSet.of(INPUT_SCALE, INPUT_SHRUNK));
    all.put(COLUMNS_UNUSED, EnumSet.of(INPUT_SCALE));
    all.put(NORMALIZED_BY_ROW, EnumSet.of(INPUT_SCALE, INPUT_SHRUNK));
    return all;
  }

  private Causality() {}

  /** Returns whether a finding follows from another one, wherever both are there. */
  static boolean follows(FindingCode cause, FindingCode effect) {
    return FOLLOWS.getOrDefault(cause, Set.of()).contains(effect);
  }
}
