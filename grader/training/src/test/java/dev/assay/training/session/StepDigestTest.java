package dev.assay.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.ClassWeights;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.graphs.StepGraph;
import dev.assay.training.graphs.UnrolledSteps;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.GraphDef;

/**
 * Pins the graphs that training runs, since another graph may give other bits.
 *
 * <p>Where a graph is changed on purpose, or TensorFlow is, take the digests from the failure.
 */
class StepDigestTest {
  private static final TensorData LABELS = TensorData.classes(0, 1, 2, 1);
  private static final Labelled DATA =
      new Labelled(TensorData.floats(List.of(4, 3), new float[12]), LABELS);

  private static ModelGraph graph() {
    return ModelGraph.trace(
        Sequential.of(
                Dense.of(4).activation(Activation.RELU),
                BatchNormalization.layer(),
                Dropout.of(0.5),
                Dense.of(3).activation(Activation.SOFTMAX))
            .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY),
        new TensorSpec(ElementType.FLOAT32, List.of(3)),
        LABELS.example(),
        1);
  }

  private static String digest(GraphDef graph) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    graph.writeTo(out);
    out.flush();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    return HexFormat.of().formatHex(digest, 0, 8);
  }

  @Test
  void theGraphOfAStepAndOfACallStayTheSame() throws Exception {
    try (ModelSession session = new ModelSession(graph(), 1)) {
      session.assign(Map.of());
      StepGraph step =
          new TrainStep(session, Targets.weighted(LABELS, ClassWeights.NONE, 3)).graph();
      GraphDef whole = GraphDef.newBuilder().addAllNode(step.nodes()).build();
      GraphDef call = UnrolledSteps.of(step, new ResidentExamples(session, DATA), List.of(2, 2));
      assertThat(List.of(digest(whole), digest(call)))
          .containsExactly("c55e2a4f82672ee7", "59368d7a5185e8fb");
    }
  }
}
