package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.LabelExpression;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.problems.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tensorflow.proto.NodeDef;

/** What the loss is told instead of the labels, and how much each of them counts. */
public final class LabelRules {
  /** A class that counts so many times as much as another one in the loss decides alone. */
  private static final double SKEWED = 8;

  /** A target that is further from the label, in standard deviations, is another quantity. */
  private static final double OTHER = 0.5;

  private LabelRules() {}

  /** A model that learns something else than the labels, and predicts just that. */
  public static List<Finding> target(Observations observed) {
    return LabelExpression.target(observed.outline())
        .filter(target -> endsAlike(observed))
        .flatMap(target -> changed(observed, target))
        .map(List::of)
        .orElse(List.of());
  }

  /** Returns whether nothing is undone behind the last weights in prediction only. */
  private static boolean endsAlike(Observations observed) {
    return end(observed.serving()).equals(end(observed.outline().training()));
  }

  private static List<String> end(DataPath path) {
    List<NodeDef> last = path.lastWeighted();
    return last.size() != 1
        ? List.of()
        : path.between(last.get(0), Set.of()).stream()
            .map(NodeDef::getOp)
            .filter(op -> !op.equals("Identity"))
            .toList();
  }

  private static Optional<Finding> changed(Observations observed, LabelExpression target) {
    if (observed.isClassification()) {
      return IntStream.range(0, observed.spec().classes())
          .mapToObj(label -> changed(target, label, 0.5))
          .flatMap(Optional::stream)
          .findFirst();
    }
    DataFacts data = observed.data();
    return observed.spec().task() == Task.REGRESSION && data != null
        ? changed(target, data.targets().mean(), OTHER * data.targets().spread())
        : Optional.empty();
  }

  private static Optional<Finding> changed(LabelExpression target, double label, double most) {
    return target
        .at(label)
        .filter(value -> !(Math.abs(value - label) <= most))
        .map(value -> Finding.of(FindingCode.TARGET_CHANGED, "label", label, "target", value));
  }

  /** Class weights under which one class decides alone. */
  public static List<Finding> classWeights(Observations observed) {
    Map<Integer, Float> weights = observed.plan().classWeights().weights();
    return weights.isEmpty()
        ? List.of()
        : skewed(
            observed, "CLASSES", label -> Optional.of((double) weights.getOrDefault(label, 1f)));
  }

  /** The same by the weights of examples, where these are made of the labels alone. */
  public static List<Finding> sampleWeights(Observations observed) {
    return LabelExpression.weight(observed.outline())
        .map(weight -> skewed(observed, "SAMPLES", label -> weight.at(label)))
        .orElse(List.of());
  }

  private static List<Finding> skewed(
      Observations observed, String source, IntFunction<Optional<Double>> weightOf) {
    DataFacts data = observed.data();
    if (data == null || data.classCounts().size() < 2) {
      return List.of();
    }
    List<Integer> counts = data.classCounts();
    List<Optional<Double>> weights = IntStream.range(0, counts.size()).mapToObj(weightOf).toList();
    if (weights.stream().anyMatch(Optional::isEmpty)) {
      return List.of();
    }
    int heaviest = 0;
    int lightest = 0;
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (int label = 0; label < counts.size(); label++) {
      double share = weights.get(label).orElseThrow() * counts.get(label);
      if (share > most) {
        most = share;
        heaviest = label;
      }
      if (share < least) {
        least = share;
        lightest = label;
      }
    }
    return most > SKEWED * least
        ? List.of(
            Finding.of(
                FindingCode.CLASS_WEIGHTS_SKEWED,
                "source",
                source,
                "heaviest",
                heaviest,
                "weight",
                weights.get(heaviest).orElseThrow(),
                "count",
                counts.get(heaviest),
                "lightest",
                lightest,
                "lightestWeight",
                weights.get(lightest).orElseThrow(),
                "lightestCount",
                counts.get(lightest),
                "nothing",
                least <= 0,
                "times",
                least <= 0 ? 0.0 : most / least))
        : List.of();
  }
}
