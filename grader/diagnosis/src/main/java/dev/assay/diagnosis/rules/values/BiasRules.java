package dev.assay.diagnosis.rules.values;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.problems.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** Whether a model can predict another value than 0 for an average example. */
public final class BiasRules {
  /** Functions that give 0 for 0. */
  private static final Set<String> KEEP_ZERO =
      Set.of("Relu", "Relu6", "LeakyRelu", "Elu", "Selu", "Tanh", "Softsign", "Erf", "Neg", "Abs");

  /** Operations that give 0 where one of their inputs is. */
  private static final Set<String> TIMES = Set.of("Mul", "Div", "RealDiv");

  private static final Set<String> SHIFTS = Set.of("Add", "AddV2", "BiasAdd", "Sub");

  private BiasRules() {}

  /** A regression without any bias behind features that are centred, and targets far from 0. */
  public static List<Finding> none(Observations observed) {
    DataFacts data = observed.data();
    DataPath path = observed.serving();
    if (observed.spec().task() != Task.REGRESSION || data == null || path.weighted().isEmpty()) {
      return List.of();
    }
    DataFacts.Targets targets = data.targets();
    boolean far = Math.abs(targets.mean()) > targets.spread();
    boolean linear = path.operations().stream().noneMatch(path::isActivation);
    boolean told = linear || (observed.outcome() != null && observed.isBad());
    boolean zero =
        far
            && told
            && path.output()
                .operation()
                .filter(end -> zeros(path).contains(end.getName()))
                .isPresent();
    return zero
        ? List.of(
            Finding.of(
                FindingCode.NO_BIAS,
                "layer",
                path.layer(path.lastWeighted().get(0)),
                "mean",
                targets.mean()))
        : List.of();
  }

  /** Returns the operations whose value is 0 for an example that has the mean of every feature. */
  private static Set<String> zeros(DataPath path) {
    Set<String> zeros = new HashSet<>();
    for (NodeDef node : path.operations()) {
      boolean centres =
          node.getOp().equals("Sub")
              && path.isOfFeatures(node, path::isMove)
              && path.usesGathered(node);
      if (centres || keepsZero(path, node, zeros)) {
        zeros.add(node.getName());
      }
    }
    return zeros;
  }

  private static boolean keepsZero(DataPath path, NodeDef node, Set<String> zeros) {
    List<NodeDef> inputs = path.dataInputs(node);
    boolean all = !inputs.isEmpty() && inputs.stream().allMatch(in -> zeros.contains(in.getName()));
    boolean some = inputs.stream().anyMatch(in -> zeros.contains(in.getName()));
    boolean passes = path.isWeighted(node) || path.isMove(node) || KEEP_ZERO.contains(node.getOp());
    return (all && passes)
        || (some && TIMES.contains(node.getOp()))
        || (all && inputs.size() == 2 && SHIFTS.contains(node.getOp()));
  }
}
