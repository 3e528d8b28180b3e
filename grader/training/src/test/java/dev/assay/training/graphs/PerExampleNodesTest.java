package dev.assay.training.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.ClassWeights;
import dev.assay.keras.training.TensorData;
import dev.assay.training.session.ModelSession;
import dev.assay.training.session.Targets;
import dev.assay.training.session.TrainStep;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What one node does for all steps of a call, and what each step must do by itself. */
class PerExampleNodesTest {
  private static final TensorData LABELS = TensorData.classes(0, 1, 2);

  /** Of each class its examples: (3, batch). */
  private static Operand<TFloat32> across(Ops tf, Operand<TFloat32> y) {
    return tf.oneHot(
        tf.dtypes.cast(y, TInt32.class),
        tf.constant(3),
        tf.constant(1f),
        tf.constant(0f),
        OneHot.axis(0L));
  }

  private static Sequential layers() {
    return Sequential.of(Dense.of(3).activation(Activation.SOFTMAX));
  }

  private static StepGraph step(Model model) {
    ModelGraph graph =
        ModelGraph.trace(
            model, new TensorSpec(ElementType.FLOAT32, List.of(3)), LABELS.example(), 1);
    try (ModelSession session = new ModelSession(graph, 1)) {
      session.assign(Map.of());
      return new TrainStep(session, Targets.weighted(LABELS, ClassWeights.NONE, 3)).graph();
    }
  }

  /** The operations of the nodes of those names. */
  private static List<String> operations(StepGraph step, Collection<String> names) {
    Map<String, NodeDef> nodes =
        step.nodes().stream().collect(Collectors.toMap(NodeDef::getName, Function.identity()));
    return names.stream()
        .map(nodes::get)
        .map(NodeDef::getOp)
        .filter(operation -> !operation.equals("Cast"))
        .sorted()
        .toList();
  }

  @Test
  void labelsAndHitsNeedNoStepOfTheirOwn() {
    StepGraph step =
        step(
            layers()
                .compile(SGD.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY));

    PerExampleNodes perExample = PerExampleNodes.of(step);

    assertThat(operations(step, perExample.before())).containsExactly("OneHot", "Placeholder");
    assertThat(operations(step, perExample.after())).containsExactly("ArgMax", "Equal");
    assertThat(operations(step, perExample.totals()))
        .as("loss, hits")
        .containsExactly("Sum", "Sum");
  }

  @Test
  void sumsOfAnotherKindStayInTheStep() {
    StepGraph step =
        step(layers().compile(SGD.defaults(), Loss.CATEGORICAL_CROSSENTROPY, Metric.F1_SCORE));

    assertThat(PerExampleNodes.of(step).after()).isEmpty();
    assertThat(PerExampleNodes.of(step).totals()).as("loss").hasSize(1);
  }

  /** Their value is each step's own. */
  @Test
  void oneHotVectorsOfComputedNumbersStayInTheStep() {
    Model model =
        layers()
            .compile(SGD.defaults(), Loss.CATEGORICAL_CROSSENTROPY)
            .target(
                0,
                (tf, x, y) ->
                    tf.oneHot(
                        tf.dtypes.cast(y, TInt32.class),
                        tf.constant(3),
                        tf.math.sub(tf.constant(1f), tf.constant(0.1f)),
                        tf.constant(0.05f)));
    StepGraph step = step(model);

    assertThat(operations(step, PerExampleNodes.of(step).before())).containsExactly("Placeholder");
  }

  /** One-hot vectors across the batch hang on all of its labels. */
  @Test
  void whatMixesExamplesStaysInTheStep() {
    Model model =
        layers()
            .compile(SGD.defaults(), Loss.MEAN_SQUARED_ERROR)
            .target(0, (tf, x, y) -> tf.math.add(x, tf.sum(across(tf, y), tf.constant(1))));
    StepGraph step = step(model);

    assertThat(operations(step, PerExampleNodes.of(step).before())).containsExactly("Placeholder");
  }
}
