package dev.assay.training.ensembles;

import static dev.assay.keras.Fixtures.spec;
import static dev.assay.training.ensembles.Ensembles.DATA;
import static dev.assay.training.ensembles.Ensembles.SPARSE;
import static dev.assay.training.ensembles.Ensembles.VALIDATION;
import static dev.assay.training.ensembles.Ensembles.model;
import static dev.assay.training.ensembles.Ensembles.outputs;
import static dev.assay.training.ensembles.Ensembles.softmax;
import static dev.assay.training.ensembles.Ensembles.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.ensembles.Stacking;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.training.Trainings;
import dev.assay.training.ensembles.Ensembles.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks whose members are combined by a trained model. */
class CombinerTest {
  private static final FitPlan PLAN = FitPlan.epochs(20).ensemble(Ensemble.stacking(2));
  private static final Trained STACKED = stacked();

  @TempDir private Path folder;

  private static Model top() {
    return model(SPARSE, Normalization.layer(), Dense.of(3).activation(Activation.SOFTMAX));
  }

  private static Trained stacked() {
    return train(Members.of(softmax(8), softmax(2)).combinedBy(top()), PLAN, DATA, 1);
  }

  private static Manifest combiner(ModelGraph graph) {
    return Objects.requireNonNull(graph.parts().combiner());
  }

  @Test
  void theGraphCountsTheCombiner() {
    ModelGraph graph = STACKED.graph();
    assertThat(combiner(graph).input().shape()).containsExactly(2 * 3);
    assertThat(combiner(graph).parameters()).isEqualTo(6 + 6 + (6 * 3 + 3));
    long members = graph.parts().members().stream().mapToLong(Manifest::parameters).sum();
    assertThat(graph.manifest().parameters()).isEqualTo(members + 6 + 6 + (6 * 3 + 3));
    assertThat(Stacking.isAverage(combiner(graph))).isFalse();
    Members averaged = Members.of(softmax(8), softmax(2));
    ModelGraph average = PLAN.ensemble().trace(averaged, spec(DATA.features()), null, 1);
    assertThat(Stacking.isAverage(combiner(average))).isTrue();
  }

  /** The whole predicts what the combiner makes of the members' outputs, put side by side. */
  @Test
  void theCombinerTakesTheMembersOutputsSideBySide() {
    float[] first = outputs(STACKED, STACKED.graph().parts().members().get(0));
    float[] second = outputs(STACKED, STACKED.graph().parts().members().get(1));
    float[] both = new float[first.length + second.length];
    for (int row = 0; row < VALIDATION.size(); row++) {
      System.arraycopy(first, 3 * row, both, 6 * row, 3);
      System.arraycopy(second, 3 * row, both, 6 * row + 3, 3);
    }
    float[] combined =
        Trainings.predict(
            STACKED.graph().part(combiner(STACKED.graph())),
            STACKED.log().weights,
            TensorData.floats(List.of(VALIDATION.size(), 6), both));
    assertThat(Trainings.predict(STACKED.graph(), STACKED.log().weights, VALIDATION.features()))
        .containsExactly(combined, offset(1e-6f));
  }

  @Test
  void theCombinerIsTrainedAndItsHistoryIsNotTold() {
    assertThat(STACKED.log().epochs).hasSize(2 * 3 * 20);
    assertThat(STACKED.log().parts).hasSize(6);
    float[] mean = STACKED.log().weights.getOrDefault("combiner/normalization/mean", new float[0]);
    double sum = 0;
    for (float value : mean) {
      sum += value;
    }
    assertThat(mean).hasSize(6).doesNotContain(0f);
    // Each member's probabilities add up to 1, so that their means do.
    assertThat(sum).isCloseTo(2, offset(1e-4));
    assertThat(STACKED.result().values().getOrDefault("val_accuracy", 0.0)).isGreaterThan(0.6);
  }

  @Test
  void reloadedWeightsGiveTheRecordedValues() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    List<WeightSpec> specs = STACKED.graph().manifest().weights();
    SafeTensors.write(file, specs, STACKED.log().weights);
    Map<String, Double> reloaded =
        Trainings.evaluate(STACKED.graph(), SafeTensors.read(file, specs), VALIDATION);
    assertThat(STACKED.result().values())
        .containsEntry("val_loss", reloaded.get("loss"))
        .containsEntry("val_accuracy", reloaded.get("accuracy"));
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertThat(stacked().log().weights.values().stream().map(Arrays::hashCode))
        .containsExactlyElementsOf(
            STACKED.log().weights.values().stream().map(Arrays::hashCode).toList());
  }

  /**
   * With the plan's callbacks, a combiner that does not improve ends early; the result is there.
   */
  @Test
  void theCombinerIsTrainedByThePlansCallbacks() {
    FitPlan plan = PLAN.callbacks(EarlyStopping.on("val_loss").patience(2));
    Trained trained = train(Members.of(softmax(4), softmax(2)).combinedBy(top()), plan, DATA, 1);
    assertThat(trained.result().stopReason()).isEqualTo(StopReason.COMPLETED);
    assertThat(trained.result().values()).containsKeys("val_loss", "val_accuracy");
  }

  @Test
  void aCombinerThatDivergesEndsAll() {
    Model diverging =
        model(SPARSE, Layer.lambda((tf, x) -> tf.math.log(tf.math.neg(x))), Dense.of(3));
    Trained trained =
        train(Members.of(softmax(4), softmax(2)).combinedBy(diverging), PLAN, DATA, 1);
    assertThat(trained.result().stopReason()).isEqualTo(StopReason.DIVERGED);
    assertThat(trained.log().weights).isEmpty();
  }
}
