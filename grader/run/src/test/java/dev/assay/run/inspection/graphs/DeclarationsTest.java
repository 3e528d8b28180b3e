package dev.assay.run.inspection.graphs;

import static dev.assay.run.inspection.graphs.Inspections.inspect;
import static dev.assay.run.inspection.graphs.Inspections.refuses;
import static dev.assay.run.inspection.graphs.Inspections.refusesNode;
import static dev.assay.run.inspection.graphs.Inspections.with;
import static dev.assay.run.inspection.graphs.Inspections.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import dev.assay.keras.models.manifest.Adaptation;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.protocol.BuiltModel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** What the manifest says of a graph must be so. */
class DeclarationsTest {
  static Stream<NodeDef> otherKernels() {
    WeightSpec kernel = Graphs.KERNEL;
    WeightSpec wider = new WeightSpec(kernel.name(), List.of(4, 4), true, kernel.initializer());
    NodeDef variable = Graphs.variable(kernel);
    return Stream.of(
        Graphs.variable(wider),
        Graphs.with(variable, "dtype", Graphs.type(DataType.DT_DOUBLE)),
        Graphs.with(variable, "shared_name", Graphs.text(Graphs.MEAN.name())),
        Graphs.node(variable.getName(), "Identity", "serving/input"));
  }

  @ParameterizedTest
  @MethodSource("otherKernels")
  void aWeightMustBeAVariableOfItsShapeAndType(NodeDef other) {
    assertThat(inspect(with(other)))
        .extracting(Finding::message)
        .contains(
            "The graph has no variable of the right shape and type for the weight dense/kernel.");
  }

  @Test
  void aVariableThatTheManifestDoesNotTellOfIsRefused() {
    WeightSpec hidden = new WeightSpec("more", List.of(9), true, Graphs.KERNEL.initializer());
    refusesNode(Graphs.variable(hidden), "WEIGHTS", "weights/more, which is not a weight of");
  }

  @Test
  void aWeightMustBeReadFromItsOwnVariable() {
    String name = "training/read/normalization/mean";
    refuses(
        with(Graphs.node(name, "ReadVariableOp", "weights/dense/kernel")),
        "WEIGHTS",
        "does not read the weight normalization/mean");
    refuses(with(Graphs.node(name, "Identity", "training/input")), "WEIGHTS", "does not read");
    assertThat(inspect(without(name)))
        .extracting(finding -> finding.code().name())
        .containsExactly("UNKNOWN_INPUT", "WEIGHTS");
  }

  @Test
  void theInputMustBeAPlaceholderOfTheProblemsTypeAndShape() {
    String name = "serving/input";
    refuses(with(Graphs.placeholder(name, DataType.DT_UINT8, -1, 4)), "INPUT", "FLOAT32 (None, 4)");
    refuses(with(Graphs.placeholder(name, DataType.DT_FLOAT, -1, 5)), "INPUT", name);
    refuses(with(Graphs.placeholder(name, DataType.DT_FLOAT, 32, 4)), "INPUT", name);
    refuses(with(Graphs.constant(name, DataType.DT_FLOAT, 16, 1, 4)), "INPUT", name);
  }

  @Test
  void nothingIsPutIntoOtherPlaceholders() {
    refusesNode(
        Graphs.placeholder("other", DataType.DT_FLOAT, -1, 4), "PLACEHOLDER", "placeholder other");
  }

  @Test
  void outputsThatAreMissingAreNamed() {
    assertThat(inspect(without("training/output")))
        .extracting(finding -> finding.code().name())
        .containsExactly("MISSING_OPERATION", "INPUT_UNUSED", "WEIGHTS_UNUSED");
  }

  static Stream<Trace> tracesOfWhatIsNotThere() {
    return Stream.of(
        new Trace("training", List.of("nowhere"), List.of(), List.of()),
        new Trace(
            "training",
            List.of(),
            List.of(new Adaptation.Quantiles("nowhere", "normalization/mean")),
            List.of()),
        new Trace(
            "training",
            List.of(),
            List.of(),
            List.of(new Trace.Update("normalization/mean", "nowhere"))));
  }

  @ParameterizedTest
  @MethodSource("tracesOfWhatIsNotThere")
  void everythingThatTheManifestNamesMustBeThere(Trace training) {
    BuiltModel model = Graphs.model(Graphs.trace("serving"), training, Graphs.KERNEL, Graphs.MEAN);
    refuses(
        GraphInspection.inspect(Graphs.graph().build(), model),
        "MISSING_OPERATION",
        "the operation nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense/kernel", "nowhere"})
  void onlyWeightsThatAreNotTrainedAreSetInTraining(String weight) {
    Trace training =
        new Trace(
            "training", List.of(), List.of(), List.of(new Trace.Update(weight, "training/dot")));
    BuiltModel model = Graphs.model(Graphs.trace("serving"), training, Graphs.KERNEL, Graphs.MEAN);
    refuses(
        GraphInspection.inspect(Graphs.graph().build(), model), "WEIGHTS", "would set " + weight);
  }

  @Test
  void theOutputMustDependOnTheInputAndNotOnlyOnItsShape() {
    refuses(
        with(Graphs.node("serving/sub", "Identity", "serving/read/normalization/mean")),
        "INPUT_UNUSED",
        "serving/output does not depend on its input");
    refuses(
        with(Graphs.node("serving/sub", "ZerosLike", "serving/input")), "INPUT_UNUSED", "serving");
    refuses(with(Graphs.node("serving/sub", "NoOp", "^serving/input")), "INPUT_UNUSED", "serving");
  }

  @Test
  void theOutputMustDependOnAWeightThatIsTrained() {
    refuses(
        with(Graphs.node("training/dot", "Identity", "training/sub")),
        "WEIGHTS_UNUSED",
        "training/output does not depend on any weight that is trained");
  }

  @Test
  void anOutputThatIsComputedFromTheLabelsIsRefused() {
    for (String scope : List.of("serving", "training")) {
      GraphDef.Builder graph =
          with(Graphs.node(scope + "/dot", "AddV2", scope + "/labels", scope + "/sum"))
              .addNode(Graphs.placeholder(scope + "/labels", DataType.DT_INT32, -1))
              .addNode(
                  Graphs.node(
                      scope + "/sum", "MatMul", scope + "/sub", scope + "/read/dense/kernel"));
      assertThat(inspect(graph))
          .anySatisfy(
              found -> {
                assertThat(found.code().name()).isEqualTo("LABELS_IN_OUTPUT");
                assertThat(found.message()).contains(scope + "/output is computed from the labels");
              });
    }
  }
}
