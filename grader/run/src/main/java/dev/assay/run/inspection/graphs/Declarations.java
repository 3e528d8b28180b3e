package dev.assay.run.inspection.graphs;

import dev.assay.findings.FindingCode;
import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.protocol.BuiltModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.proto.NodeDef;

/** Whether the graph has what the manifest says of it, and nothing that it keeps secret. */
final class Declarations {
  private final GraphNodes operations;
  private final BuiltModel model;
  private final Violations violations;

  Declarations(GraphNodes operations, BuiltModel model, Violations violations) {
    this.operations = operations;
    this.model = model;
    this.violations = violations;
  }

  void check() {
    Manifest whole = model.manifest();
    WeightDeclarations weights = new WeightDeclarations(operations, violations);
    weights.check(whole.weights());
    weights.checkReads(whole, whole.serving());
    List<Manifest> trained =
        model.parts().members().isEmpty() ? List.of(whole) : model.parts().all();
    for (Manifest part : trained) {
      weights.checkReads(part, part.training());
      weights.checkReads(part, part.serving());
      weights.checkChanges(part);
      new TraceDeclarations(operations, part, violations).check();
    }
    new TraceDeclarations(operations, whole, violations).checkServed();
    checkPlaceholders(
        Stream.concat(Stream.of(whole), trained.stream())
            .flatMap(Declarations::fed)
            .collect(Collectors.toSet()));
  }

  private static Stream<String> fed(Manifest part) {
    return Stream.of(part.serving(), part.training())
        .flatMap(trace -> Stream.of(trace.input(), trace.labels()));
  }

  private void checkPlaceholders(Set<String> fed) {
    for (NodeDef node : operations.all()) {
      if (node.getOp().equals("Placeholder") && !fed.contains(node.getName())) {
        violations.add(FindingCode.PLACEHOLDER, "placeholder", Violations.show(node.getName()));
      }
    }
  }
}
