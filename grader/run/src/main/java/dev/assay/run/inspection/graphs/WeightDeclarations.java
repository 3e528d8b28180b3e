package dev.assay.run.inspection.graphs;

import dev.assay.findings.FindingCode;
import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.models.manifest.Adaptation;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Whether weights are the graph's variables. */
final class WeightDeclarations {
  private final GraphNodes operations;
  private final Violations violations;

  WeightDeclarations(GraphNodes operations, Violations violations) {
    this.operations = operations;
    this.violations = violations;
  }

  /** All variables and no others, each of its shape. */
  void check(List<WeightSpec> weights) {
    Set<String> handles = new HashSet<>();
    for (WeightSpec weight : weights) {
      if (!handles.add(handle(weight))) {
        refuse("REPEATED", weight.name());
      }
      NodeDef node = operations.get(handle(weight));
      if (node == null || !node.getOp().equals("VarHandleOp") || !isOf(node, weight)) {
        refuse("NO_VARIABLE", weight.name());
      }
    }
    for (NodeDef node : operations.all()) {
      if (node.getOp().equals("VarHandleOp") && !handles.contains(node.getName())) {
        refuse("NO_WEIGHT", node.getName());
      }
    }
  }

  private static boolean isOf(NodeDef node, WeightSpec weight) {
    return node.getAttrOrDefault("dtype", Defaults.NONE).getType() == DataType.DT_FLOAT
        && GraphShapes.isOf(
            node.getAttrOrDefault("shape", Defaults.NONE).getShape(), weight.shape())
        && node.getAttrOrDefault("shared_name", Defaults.NONE)
            .getS()
            .toStringUtf8()
            .equals(weight.name());
  }

  /** Each weight of a model must be read in this of its graphs, from its own variable. */
  void checkReads(Manifest part, Trace trace) {
    for (WeightSpec weight : part.weights()) {
      if (!reads(operations.get(trace.read(weight)), handle(weight))) {
        refuse("NOT_READ", weight.name());
      }
    }
  }

  /** An ensemble's reads only name those of its members. */
  private boolean reads(@Nullable NodeDef node, String handle) {
    NodeDef read = node;
    if (read != null && read.getOp().equals("Identity") && read.getInputCount() > 0) {
      read = operations.get(NodeInputs.node(read.getInput(0)));
    }
    return read != null
        && read.getOp().equals("ReadVariableOp")
        && read.getInputCount() > 0
        && NodeInputs.node(read.getInput(0)).equals(handle);
  }

  /** What training sets beside the optimizer: only weights of the model that are not trained. */
  void checkChanges(Manifest part) {
    for (Trace trace : Set.copyOf(List.of(part.serving(), part.training()))) {
      trace.updates().forEach(update -> checkChanged(part, update.weight()));
      for (Adaptation adaptation : trace.adaptations()) {
        changed(adaptation).forEach(name -> checkChanged(part, name));
      }
    }
  }

  private static Stream<String> changed(Adaptation adaptation) {
    return adaptation instanceof Adaptation.Moments moments
        ? Stream.of(moments.mean(), moments.variance())
        : Stream.of(((Adaptation.Quantiles) adaptation).boundaries());
  }

  private void checkChanged(Manifest part, String name) {
    if (part.weights().stream()
        .noneMatch(weight -> weight.name().equals(name) && !weight.trainable())) {
      refuse("NOT_SETTABLE", name);
    }
  }

  private static String handle(WeightSpec weight) {
    return WeightSpec.HANDLES + weight.name();
  }

  private void refuse(String problem, String weight) {
    violations.add(FindingCode.WEIGHTS, "problem", problem, "weight", Violations.show(weight));
  }
}
