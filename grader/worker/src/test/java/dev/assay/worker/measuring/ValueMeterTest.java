package dev.assay.worker.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.protocol.Job.Watched;
import dev.assay.protocol.ModelMeasurement.Values;
import org.junit.jupiter.api.Test;

class ValueMeterTest {
  private static final Watched RELU = new Watched("relu", 0, Double.MAX_VALUE);

  /** Units: always 0; 0 and 3; always 2. Sizes: 0, 3 / sqrt 2, 2. */
  @Test
  void unitsAreToldApart() {
    ValueMeter meter = new ValueMeter(RELU);
    meter.add(new float[] {0, 0, 2}, 3);
    meter.add(new float[] {0, 3, 2}, 3);
    Values values = meter.result();
    assertThat(values.tensor()).isEqualTo("relu");
    assertThat(values.units()).isEqualTo(3);
    assertThat(values.dead()).isEqualTo(1);
    assertThat(values.same()).isEqualTo(2);
    assertThat(values.meanAbs()).isEqualTo(7 / 6.0, within(1e-9));
    assertThat(values.largest()).isEqualTo(3 / Math.sqrt(2), within(1e-9));
    assertThat(values.least()).isEqualTo(3 / Math.sqrt(2), within(1e-9));
  }

  /** At least 19 of 20 values at either end. */
  @Test
  void aUnitIsStuckThatIsAtItsEndsForAlmostAll() {
    Watched tanh = new Watched("tanh", -0.99, 0.99);
    ValueMeter meter = new ValueMeter(tanh);
    for (int i = 0; i < 20; i++) {
      meter.add(new float[] {i == 0 ? 0 : i % 2 == 0 ? 1 : -1, i < 2 ? 0 : 1}, 2);
    }
    assertThat(meter.result().stuck()).isEqualTo(1);
    assertThat(meter.result().dead()).isZero();
  }
}
