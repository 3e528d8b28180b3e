package dev.assay.worker.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.TensorData;
import dev.assay.protocol.ModelMeasurement.Outputs;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputMeterTest {
  private static Manifest model(int units, Activation activation, Loss loss) {
    return ModelGraph.trace(
            Sequential.of(Dense.of(units).activation(activation)).compile(SGD.defaults(), loss),
            new TensorSpec(ElementType.FLOAT32, List.of(2)),
            1)
        .manifest();
  }

  @Test
  void theLargestOutputIsTheClass() {
    Manifest model = model(3, Activation.SOFTMAX, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
    OutputMeter meter = new OutputMeter(model, TensorData.classes(0, 1, 2, 2));
    meter.add(new float[] {.8f, .1f, .1f, .2f, .7f, .1f});
    meter.add(new float[] {.5f, .2f, .3f, .1f, .1f, .8f});
    Outputs outputs = meter.result();
    assertThat(outputs.predicted()).containsExactly(2, 1, 1);
    assertThat(outputs.actual()).containsExactly(1, 1, 2);
    assertThat(outputs.mean()).isEqualTo(4 / 12.0, within(1e-6));
  }

  @Test
  void aSingleProbabilityIsComparedWithOneHalf() {
    Manifest model = model(1, Activation.SIGMOID, Loss.BINARY_CROSSENTROPY);
    OutputMeter meter = new OutputMeter(model, TensorData.classes(0, 1, 1));
    meter.add(new float[] {.4f, .5f, .9f});
    assertThat(meter.result().predicted()).containsExactly(1, 2);
    assertThat(meter.result().actual()).containsExactly(1, 2);
  }

  /** Outputs 1 and 3: mean 2, deviation 1; labels 0 and 4: deviation 2. */
  @Test
  void ofNumbersThereAreNoClasses() {
    Manifest model = model(1, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
    OutputMeter meter = new OutputMeter(model, TensorData.targets(0, 4));
    meter.add(new float[] {1, 3});
    Outputs outputs = meter.result();
    assertThat(outputs.predicted()).isEmpty();
    assertThat(outputs.mean()).isEqualTo(2);
    assertThat(outputs.spread()).isEqualTo(1, within(1e-9));
    assertThat(outputs.labelSpread()).isEqualTo(2, within(1e-9));
  }
}
