package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.LabelExpression;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.problems.Task;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
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
        .map(
            weight ->
                observed.isClassification()
                    ? skewed(observed, "SAMPLES", label -> weight.at(label))
                    : ofNumbers(observed, weight))
        .orElse(List.of());
  }

  /** Weights of the examples of a regression that are 0 whatever the target is. */
  private static List<Finding> ofNumbers(Observations observed, LabelExpression weight) {
    DataFacts data = observed.data();
    boolean zero =
        data != null
            && DoubleStream.of(data.targets().least(), data.targets().mean(), data.targets().most())
                .mapToObj(weight::at)
                .allMatch(value -> value.filter(each -> each == 0).isPresent());
    return zero ? List.of(skewed("SAMPLES", new Share(0, 0, 0), new Share(0, 0, 0))) : List.of();
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
    List<Share> shares =
        IntStream.range(0, counts.size())
            .mapToObj(
                label -> new Share(label, weights.get(label).orElseThrow(), counts.get(label)))
            .toList();
    Share most = Collections.max(shares, Comparator.comparingDouble(Share::all));
    Share least = Collections.min(shares, Comparator.comparingDouble(Share::all));
    return most.all() > SKEWED * least.all() || most.all() == 0
        ? List.of(skewed(source, most, least))
        : List.of();
  }

  /** How much the examples of a class count. */
  private record Share(int label, double weight, int count) {
    double all() {
      return weight * count;
    }
  }

  private static Finding skewed(String source, Share most, Share least) {
    return Finding.of(
        FindingCode.CLASS_WEIGHTS_SKEWED,
        "source",
        source,
        "all",
        most.all() == 0,
        "heaviest",
        most.label(),
        "weight",
        most.weight(),
        "count",
        most.count(),
        "lightest",
        least.label(),
        "lightestWeight",
        least.weight(),
        "lightestCount",
        least.count(),
        "nothing",
        least.all() <= 0,
        "times",
        least.all() <= 0 ? 0.0 : most.all() / least.all());
  }
}
