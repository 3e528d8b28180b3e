package dev.assay.run.inspection.graphs;

import dev.assay.findings.FindingCode;
import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Adaptation;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Whether a model's two graphs have the inputs, outputs and tensors that its manifest names. */
final class TraceDeclarations {
  private final GraphNodes operations;
  private final Manifest model;
  private final Violations violations;

  TraceDeclarations(GraphNodes operations, Manifest model, Violations violations) {
    this.operations = operations;
    this.model = model;
    this.violations = violations;
  }

  /** Of a model that is trained. */
  void check() {
    checkPlaceholder(model.training().input(), model.input());
    for (Trace trace : List.of(model.serving(), model.training())) {
      named(trace).forEach(this::requireOperation);
      if (model.heads().labels() != null) {
        checkPlaceholder(trace.labels(), model.heads().labels());
      }
      checkDependence(trace);
    }
  }

  /** Of a model that is only served, as an ensemble is. */
  void checkServed() {
    checkPlaceholder(model.serving().input(), model.input());
    requireOperation(model.serving().output());
    checkDependence(model.serving());
  }

  private List<String> named(Trace trace) {
    List<String> names = new ArrayList<>(trace.penalties());
    names.add(trace.input());
    trace.updates().forEach(update -> names.add(update.tensor()));
    trace.adaptations().stream().map(Adaptation::tensor).forEach(names::add);
    List<OutputSpec> outputs = model.heads().outputs();
    for (int i = 0; i < outputs.size(); i++) {
      names.add(trace.output(i));
      if (outputs.get(i).target() != null) {
        names.add(trace.target(i));
      }
    }
    if (model.heads().sampleWeights() && trace.equals(model.training())) {
      names.add(trace.sampleWeights());
    }
    return names;
  }

  private void requireOperation(String name) {
    if (operations.get(name) == null) {
      violations.add(FindingCode.MISSING_OPERATION, "operation", Violations.show(name));
    }
  }

  private void checkPlaceholder(String name, TensorSpec spec) {
    NodeDef node = operations.get(name);
    if (node == null || !node.getOp().equals("Placeholder") || !takes(node, spec)) {
      violations.add(
          FindingCode.INPUT,
          "placeholder",
          Violations.show(name),
          "type",
          spec.type(),
          "shape",
          spec.show());
    }
  }

  private static boolean takes(NodeDef node, TensorSpec spec) {
    List<Integer> sizes = new ArrayList<>(List.of(-1));
    sizes.addAll(spec.shape());
    return node.getAttrOrDefault("dtype", Defaults.NONE).getType() == type(spec.type())
        && GraphShapes.isOf(node.getAttrOrDefault("shape", Defaults.NONE).getShape(), sizes);
  }

  private static DataType type(ElementType type) {
    return switch (type) {
      case UINT8 -> DataType.DT_UINT8;
      case INT32 -> DataType.DT_INT32;
      case FLOAT32 -> DataType.DT_FLOAT;
    };
  }

  private void checkDependence(Trace trace) {
    Set<String> behind = Reach.behind(operations, trace.output());
    if (behind.contains(trace.labels())) {
      violations.add(FindingCode.LABELS_IN_OUTPUT, "output", Violations.show(trace.output()));
    }
    if (!behind.contains(trace.input())) {
      violations.add(FindingCode.INPUT_UNUSED, "output", Violations.show(trace.output()));
    }
    if (model.trainableParameters() > 0 && !dependsOnTrained(behind)) {
      violations.add(FindingCode.WEIGHTS_UNUSED, "output", Violations.show(trace.output()));
    }
  }

  private boolean dependsOnTrained(Set<String> behind) {
    return model.weights().stream()
        .filter(WeightSpec::trainable)
        .anyMatch(weight -> behind.contains(WeightSpec.HANDLES + weight.name()));
  }
}
