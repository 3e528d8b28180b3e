package dev.assay.worker.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.protocol.Job.Watched;
import dev.assay.protocol.ModelMeasurement.State;
import dev.assay.protocol.ModelMeasurement.Weight;
import dev.assay.training.ModelProbe;
import dev.assay.training.TrainerOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateMeterTest {
  private static final TensorSpec INPUT = new TensorSpec(ElementType.FLOAT32, List.of(1));

  /** y = 2x: of inputs 1 and 2 the outputs 2 and 4, of which the targets are 3 and 5. */
  private static final Labelled LINE =
      new Labelled(TensorData.rows(new float[] {1}, new float[] {2}), TensorData.targets(3, 5));

  private static Model line() {
    return Sequential.of(
            Dense.of(1).kernelInitializer(new Constant(2)).kernelRegularizer(L2.of(0.5)))
        .compile(SGD.withLearningRate(0.1), Loss.MEAN_SQUARED_ERROR);
  }

  private static ModelProbe probe(ModelGraph graph, Labelled data) {
    return new ModelProbe(graph, FitPlan.epochs(1).batchSize(2), data, TrainerOptions.seed(1));
  }

  /**
   * Both errors are -1: loss 1, penalty 0.5 * 4. The kernel's derivative is the mean of 2 * -1 * x,
   * -3, and 2 * 0.5 * 2 of the penalty; the bias's is -2.
   */
  @Test
  void lossPenaltyAndGradientsAreThoseByHand() {
    ModelGraph graph = ModelGraph.trace(line(), INPUT, 1);
    try (ModelProbe probe = probe(graph, LINE)) {
      Watched output = new Watched("serving/dense/BiasAdd", -9, 9);
      StateMeter meter =
          new StateMeter(probe, graph.manifest(), Samples.of(LINE, LINE), List.of(output));
      State state = meter.measure();
      assertThat(state.trainingLoss()).isEqualTo(1, within(1e-6));
      assertThat(state.penalty()).isEqualTo(2, within(1e-6));
      assertThat(state.validation()).containsKey("loss");
      assertThat(state.values().get(0).meanAbs()).isEqualTo(3, within(1e-6));
      assertThat(state.weights())
          .containsExactly(
              new Weight("dense/kernel", 2, 1.0, 0), new Weight("dense/bias", 0, 2.0, 0));
      probe.assign(Map.of("dense/kernel", new float[] {5}));
      assertThat(meter.measure().weights().get(0).change()).isEqualTo(3, within(1e-6));
    }
  }

  /** A rate that overshoots ends higher than it began, or in NaN; the weights stay as they were. */
  @Test
  void shortTrainingsLeaveTheModelAlone() throws Exception {
    ModelGraph graph = ModelGraph.trace(line(), INPUT, 1);
    try (ModelProbe probe = probe(graph, LINE)) {
      StateMeter meter = new StateMeter(probe, graph.manifest(), Samples.of(LINE, LINE), List.of());
      assertThat(meter.lossAfter(0.01, 2)).isLessThan(1.0);
      assertThat(meter.lossAfter(1000, 2)).isNaN();
      assertThat(probe.weights().get("dense/kernel")).containsExactly(2);
    }
  }

  @Test
  void membersThatPredictTheSameAreNotApart() {
    Model model =
        Sequential.of(
                Dense.of(1)
                    .kernelInitializer(Initializer.GLOROT_UNIFORM)
                    .activation(Activation.SIGMOID))
            .compile(SGD.defaults(), Loss.BINARY_CROSSENTROPY);
    ModelGraph graph =
        Ensemble.bagging(2).trace(model, INPUT, new TensorSpec(ElementType.INT32, List.of()), 1);
    Map<String, float[]> alike = new LinkedHashMap<>();
    Map<String, float[]> apart = new LinkedHashMap<>();
    List<WeightSpec> specs = graph.manifest().weights();
    for (int i = 0; i < specs.size(); i++) {
      int size = Math.toIntExact(specs.get(i).size());
      float[] ones = new float[size];
      Arrays.fill(ones, 1);
      alike.put(specs.get(i).name(), ones);
      float[] others = new float[size];
      Arrays.fill(others, i < specs.size() / 2 ? 1 : -1);
      apart.put(specs.get(i).name(), others);
    }
    TensorData inputs = TensorData.rows(new float[] {-1}, new float[] {2});
    assertThat(MemberSpread.of(graph, alike, inputs, 1)).isZero();
    assertThat(MemberSpread.of(graph, apart, inputs, 1)).isGreaterThan(0.5);
  }

  @Test
  void shuffledExamplesAreTheSameInAnotherOrder() {
    float[][] rows = new float[50][];
    float[] targets = new float[50];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[] {i};
      targets[i] = i;
    }
    Labelled data = new Labelled(TensorData.rows(rows), TensorData.targets(targets));
    Labelled shuffled = Samples.of(data, data).shuffled();
    int moved = 0;
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += shuffled.features().row(i)[0];
      moved += shuffled.features().row(i)[0] == i ? 0 : 1;
      assertThat(shuffled.labels().row(i)[0]).isEqualTo(i);
    }
    assertThat(sum).isEqualTo(49 * 50 / 2.0);
    assertThat(moved).isGreaterThan(40);
  }
}
