package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.losses.BinaryCrossentropy;
import dev.assay.keras.losses.BinaryFocalCrossentropy;
import dev.assay.keras.losses.CategoricalCrossentropy;
import dev.assay.keras.losses.CategoricalHinge;
import dev.assay.keras.losses.Hinge;
import dev.assay.keras.losses.KLDivergence;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.SparseCategoricalCrossentropy;
import dev.assay.keras.losses.SquaredHinge;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.problems.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** The last layers, and the loss that looks at them. */
public final class HeadRules {
  /** Where Relu6 ends. */
  private static final double RELU6 = 6;

  private HeadRules() {}

  /** Two activations with nothing trained between them. */
  public static List<Finding> doubleActivation(Observations observed) {
    DataPath path = observed.serving();
    List<Finding> found = new ArrayList<>();
    for (NodeDef second : path.operations()) {
      if (!path.isActivation(second) || path.dataInputs(second).size() != 1) {
        continue;
      }
      for (NodeDef first : path.back(second, path::isActivation, path::isMove)) {
        boolean harmless =
            path.layer(first).equals(path.layer(second))
                || (first.getOp().equals(second.getOp()) && first.getOp().startsWith("Relu"));
        if (!harmless) {
          found.add(pair(path, first, second.getOp(), path.layer(second)));
        }
      }
    }
    if (observed.loss().outputs().areLogits()) {
      path.output()
          .operation()
          .filter(last -> Set.of("Relu", "Relu6").contains(last.getOp()))
          .ifPresent(last -> found.add(pair(path, last, "fromLogits", "")));
    }
    return found;
  }

  private static Finding pair(DataPath path, NodeDef first, String second, String layer) {
    return Finding.of(
        FindingCode.DOUBLE_ACTIVATION,
        "first",
        Names.activation(first.getOp()),
        "firstLayer",
        path.layer(first),
        "second",
        second.equals("fromLogits") ? second : Names.activation(second),
        "secondLayer",
        layer);
  }

  /** Independent probabilities for classes of which one is right. */
  public static List<Finding> sigmoids(Observations observed) {
    boolean categorical =
        observed.loss() instanceof SparseCategoricalCrossentropy
            || observed.loss() instanceof CategoricalCrossentropy
            || observed.loss() instanceof BinaryCrossentropy;
    Optional<NodeDef> last = observed.serving().output().operation();
    return observed.spec().task() == Task.MULTICLASS_CLASSIFICATION
            && categorical
            && last.isPresent()
            && last.get().getOp().equals("Sigmoid")
        ? List.of(
            Finding.of(
                FindingCode.SIGMOID_OF_CLASSES,
                "layer",
                observed.serving().layer(last.get()),
                "classes",
                observed.spec().classes()))
        : List.of();
  }

  /** A loss for numbers, or for labels that do not exclude each other, where there are classes. */
  public static List<Finding> lossOfClasses(Observations observed) {
    if (!observed.isClassification()) {
      return List.of();
    }
    Loss loss = observed.loss();
    boolean several = observed.manifest().output().size() > 1;
    boolean fits =
        several
            ? loss instanceof SparseCategoricalCrossentropy
                || loss instanceof CategoricalCrossentropy
                || loss instanceof CategoricalHinge
                || loss instanceof KLDivergence
            : loss instanceof BinaryCrossentropy
                || loss instanceof BinaryFocalCrossentropy
                || loss instanceof Hinge
                || loss instanceof SquaredHinge;
    // Of sigmoids under a binary loss another finding tells.
    boolean told = several && loss instanceof BinaryCrossentropy && endsInSigmoid(observed);
    boolean margins =
        !fits
            && observed
                .serving()
                .output()
                .operation()
                .filter(last -> last.getOp().equals("Softmax"))
                .isPresent();
    return fits || told
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.LOSS_OF_CLASSES,
                "loss",
                loss.getClass().getSimpleName(),
                "several",
                several,
                "oneHot",
                observed.plan().oneHotLabels(),
                "softmax",
                margins));
  }

  private static boolean endsInSigmoid(Observations observed) {
    return observed
        .serving()
        .output()
        .operation()
        .filter(last -> last.getOp().equals("Sigmoid"))
        .isPresent();
  }

  /** A regression that cannot predict below 0, or gets stuck there. */
  public static List<Finding> relu(Observations observed) {
    Optional<NodeDef> last = observed.serving().output().activation();
    if (observed.spec().task() != Task.REGRESSION
        || last.isEmpty()
        || !Set.of("Relu", "Relu6").contains(last.get().getOp())) {
      return List.of();
    }
    DataFacts data = observed.data();
    if (last.get().getOp().equals("Relu6") && data != null && data.targets().most() > RELU6) {
      return List.of(); // Bounded above: OutputRules.limited tells.
    }
    boolean negative = data != null && data.targets().least() < 0;
    Finding finding =
        Finding.of(
            FindingCode.RELU_OUTPUT,
            "layer",
            observed.serving().layer(last.get()),
            "negative",
            negative);
    boolean harmless = !negative && (observed.outcome() == null || !observed.isBad());
    return List.of(harmless ? finding.as(Severity.INFO) : finding);
  }

  /**
   * A regression whose last activation, with the constants behind it, cannot reach its targets; of
   * an activation that is itself the output the inspection tells.
   */
  public static List<Finding> bounded(Observations observed) {
    DataFacts data = observed.data();
    Optional<NodeDef> activation = observed.serving().output().activation();
    if (observed.spec().task() != Task.REGRESSION
        || data == null
        || activation.isEmpty()
        || observed.serving().output().operation().equals(activation)) {
      return List.of();
    }
    return observed
        .serving()
        .output()
        .range()
        .filter(
            range -> data.targets().most() > range.high() || data.targets().least() < range.low())
        .map(
            range ->
                List.of(
                    Finding.of(
                        FindingCode.BOUNDED_OUTPUT,
                        "output",
                        "MODEL",
                        "name",
                        "",
                        "activation",
                        activation.get().getOp().toLowerCase(Locale.ROOT),
                        "range",
                        "SCALED",
                        "low",
                        range.low(),
                        "high",
                        range.high(),
                        "least",
                        data.targets().least(),
                        "most",
                        data.targets().most())))
        .orElse(List.of());
  }

  /** Layers with weights of their own, or Dropout, behind the last product. */
  public static List<Finding> afterOutput(Observations observed) {
    DataPath path = observed.outline().training();
    List<NodeDef> last = path.lastWeighted();
    if (last.size() != 1) {
      return List.of();
    }
    Set<String> behind = new LinkedHashSet<>();
    List<NodeDef> todo = new ArrayList<>(path.dataUsers(last.get(0)));
    Set<NodeDef> seen = new LinkedHashSet<>();
    while (!todo.isEmpty()) {
      NodeDef node = todo.remove(0);
      if (seen.add(node)) {
        behind.add(path.layer(node));
        todo.addAll(path.dataUsers(node));
      }
    }
    behind.remove(path.layer(last.get(0)));
    behind.remove("");
    List<Finding> found = new ArrayList<>();
    for (String layer : behind) {
      boolean draws = !path.random().draws(layer).isEmpty();
      boolean weights =
          observed.manifest().weights().stream()
              .map(WeightSpec::name)
              .anyMatch(name -> name.startsWith(layer + "/"));
      if (draws || weights) {
        String type = path.summary(layer).map(row -> row.type()).orElse("");
        found.add(
            Finding.of(
                FindingCode.LAYER_AFTER_OUTPUT, "layer", layer, "type", type, "draws", draws));
      }
    }
    return found;
  }
}
