package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.OutputEnd;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.losses.Poisson;
import dev.assay.keras.models.Head;
import dev.assay.problems.Task;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** The sum that training makes small: which losses, how much of each, and what is added. */
public final class LossRules {
  /** An output that counts less than this part of another one is hardly trained. */
  private static final double HARDLY = 0.01;

  /** Ends of a model from which nothing negative comes. */
  private static final Set<String> POSITIVE =
      Set.of("Relu", "Relu6", "Softplus", "Sigmoid", "Softmax", "Exp", "Square", "Abs", "Maximum");

  private LossRules() {}

  /** A loss that takes the logarithm of outputs which can be negative. */
  public static List<Finding> domain(Observations observed) {
    if (observed.spec().task() != Task.REGRESSION || !(observed.loss() instanceof Poisson)) {
      return List.of();
    }
    OutputEnd end = observed.serving().output();
    boolean positive =
        end.operation().map(NodeDef::getOp).filter(POSITIVE::contains).isPresent()
            || end.activation().map(NodeDef::getOp).filter(POSITIVE::contains).isPresent();
    return positive
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.LOSS_DOMAIN,
                "loss",
                observed.loss().getClass().getSimpleName(),
                "layer",
                end.operation().map(observed.serving()::layer).orElse("")));
  }

  /** An output that is scored, and hardly counts in the loss. */
  public static List<Finding> headWeight(Observations observed) {
    List<Head> heads = observed.manifest().compilation().heads();
    double own = heads.get(0).lossWeight();
    double most = heads.stream().mapToDouble(Head::lossWeight).max().orElse(0);
    return own == 0 || own < HARDLY * most
        ? List.of(
            Finding.of(
                FindingCode.LOSS_WEIGHT,
                "output",
                observed.manifest().heads().outputs().get(0).name(),
                "nothing",
                own == 0,
                "weight",
                own,
                "most",
                most,
                "outputs",
                heads.size()))
        : List.of();
  }

  /** Terms of the loss that training makes ever more negative. */
  public static List<Finding> reward(Observations observed) {
    DataPath path = observed.outline().training();
    return path.rewards().stream()
        .limit(1)
        .map(
            layer ->
                Finding.of(
                    FindingCode.NEGATIVE_PENALTY, "layer", layer, "count", path.rewards().size()))
        .toList();
  }
}
