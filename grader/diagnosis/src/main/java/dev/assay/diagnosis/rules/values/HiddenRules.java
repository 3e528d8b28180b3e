package dev.assay.diagnosis.rules.values;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.rules.Curves;
import dev.assay.diagnosis.rules.InputRules;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.List;
import org.tensorflow.proto.NodeDef;

/** What lies between features and the last weights: nothing, or what passes little on. */
public final class HiddenRules {
  private HiddenRules() {}

  /** A softmax whose values go to the next weights: they add up to 1, so each is tiny. */
  public static List<Finding> softmax(Observations observed) {
    DataPath path = observed.serving();
    List<String> layers =
        path.operations().stream()
            .filter(node -> node.getOp().equals("Softmax"))
            .filter(node -> feedsWeights(path, node))
            .map(path::layer)
            .distinct()
            .toList();
    return layers.isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.HIDDEN_SOFTMAX, "layer", layers.get(0), "layers", layers.size()));
  }

  /** Attention and gates take a softmax for shares of something else; a layer takes it as it is. */
  private static boolean feedsWeights(DataPath path, NodeDef node) {
    return path.dataUsers(node).stream()
        .anyMatch(
            user ->
                (path.isWeighted(user) && user.getOp().equals("MatMul"))
                    || (path.isMove(user) && feedsWeights(path, user)));
  }

  /**
   * A model without a hidden layer, where that was not enough. On a table it often is, so that it
   * is named there only of a training that had levelled off.
   */
  public static List<Finding> none(Observations observed) {
    DataPath path = observed.serving();
    boolean image = InputRules.isImage(observed);
    if (observed.outcome() == null || !observed.isBad() || !isLinear(observed, path)) {
      return List.of();
    }
    boolean levelled = observed.curve().filter(curve -> !Curves.endsImproving(curve)).isPresent();
    return image || levelled
        ? List.of(
            Finding.of(
                FindingCode.NO_HIDDEN_LAYER,
                "layer",
                path.layer(path.weighted().get(0)),
                "image",
                image))
        : List.of();
  }

  private static boolean isLinear(Observations observed, DataPath path) {
    List<NodeDef> weighted = path.weighted();
    long kernels =
        observed.manifest().weights().stream()
            .filter(WeightSpec::trainable)
            .filter(weight -> weight.shape().size() >= 2)
            .count();
    if (weighted.size() != 1 || kernels != 1 || !weighted.get(0).getOp().equals("MatMul")) {
      return false;
    }
    return path.back(
            weighted.get(0),
            node -> !(path.isLinear(node) || path.dataInputs(node).isEmpty()),
            node -> true)
        .isEmpty();
  }
}
