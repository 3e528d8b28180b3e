package dev.assay.run.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import dev.assay.findings.Severity;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Heads;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.report.Verdict;
import dev.assay.run.Models;
import dev.assay.run.grading.Stop;
import dev.assay.run.inspection.graphs.GraphFacts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inspects models of a problem with four features. */
final class Inspections {
  static final FitPlan PLAN = FitPlan.epochs(10);
  static final GraphFacts SOFTMAX = facts("Softmax");
  static final TensorSpec INPUT = new TensorSpec(ElementType.FLOAT32, List.of(4));
  static final TensorSpec OUTPUT = new TensorSpec(ElementType.FLOAT32, List.of(3));

  private Inspections() {}

  /** A graph whose output is made by an operation of that type. */
  static GraphFacts facts(String last) {
    return facts(Set.of("Placeholder", "MatMul", "Identity"), last);
  }

  static GraphFacts facts(Set<String> operations, String last) {
    return new GraphFacts(operations, operations, 9, List.of(), List.of(last), 0);
  }

  /** A graph of two outputs. */
  static GraphFacts facts(String first, String second) {
    return new GraphFacts(
        Set.of("MatMul"), Set.of("MatMul"), 9, List.of(), List.of(first, second), 0);
  }

  static ProblemSpec spec(Task task) {
    return new ProblemSpec(
        "iris",
        "embedded",
        new TensorSpec(ElementType.FLOAT32, List.of(4)),
        task,
        task == Task.REGRESSION ? 0 : task == Task.BINARY_CLASSIFICATION ? 2 : 3,
        new Limits(100, 20, 1, 10, 10),
        1);
  }

  static ProblemSpec iris() {
    return spec(Task.MULTICLASS_CLASSIFICATION);
  }

  static void refuses(
      ProblemSpec spec, BuiltModel model, GraphFacts graph, String code, String... words) {
    List<Finding> findings = Inspector.inspect(spec, model, graph);
    Stop stop = Stop.ofErrors(findings).orElseThrow();
    assertThat(stop.verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION);
    assertThat(stop.message()).contains(words);
    assertThat(stop.findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(finding -> finding.code().name())
        .containsExactly(code);
  }

  static void warns(ProblemSpec spec, BuiltModel model, GraphFacts graph, String... codes) {
    assertThat(Inspector.inspect(spec, model, graph))
        .allMatch(finding -> finding.severity() == Severity.WARNING)
        .extracting(finding -> finding.code().name())
        .containsExactly(codes);
  }

  /** A model of several outputs. */
  static BuiltModel outputs(
      FitPlan plan, @Nullable TensorSpec labels, List<Head> heads, OutputSpec... outputs) {
    Manifest one = Models.of(Models.SPARSE, plan, 3).manifest();
    return new BuiltModel(
        new Manifest(
            INPUT,
            new Heads(List.of(outputs), labels, false),
            one.serving(),
            one.training(),
            one.weights(),
            one.layers(),
            new Compilation(Adam.defaults(), heads)),
        Parts.NONE,
        27,
        plan);
  }
}
