package dev.assay.bench.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.bench.Job;
import dev.assay.bench.Schedule;
import dev.assay.bench.Trained;
import dev.assay.bench.Workload;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.TensorData;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  @TempDir private Path temp;

  /** 1,501,770 = 785 * 1024 + 1025 * 512 + 513 * 256 + 257 * 128 + 129 * 64 + 65 * 10. */
  @ParameterizedTest
  @CsvSource({"A, 93322", "B, 1501770", "C, 79510"})
  void theNetworksHaveTheirKnownNumbersOfWeights(Workload workload, long parameters) {
    Job job = new Job(workload.network(), workload.schedule(1, 1), "", "");
    TensorData image =
        new TensorData(ElementType.UINT8, List.of(1, 28, 28), ByteBuffer.allocate(784));

    assertThat(Main.trace(job, image).manifest().parameters()).isEqualTo(parameters);
  }

  @Test
  void theSmallestNetLearnsToTellThreePointsApart() throws Exception {
    Path features = temp.resolve("x.npy");
    Path labels = temp.resolve("y.npy");
    float[] points = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    Npy.write(features, NumericArray.ofFloats(points, 3, 4));
    Npy.write(labels, NumericArray.ofInts(new int[] {0, 1, 2}, 3));
    Schedule schedule = new Schedule(2, 300, 2, 1);

    Trained trained =
        Main.train(new Job(Workload.D.network(), schedule, features.toString(), labels.toString()));

    assertThat(trained.seconds()).hasSize(2).allMatch(seconds -> seconds > 0);
    assertThat(trained.accuracy()).isEqualTo(1);
    assertThat(trained.loss()).isLessThan(0.1);
    assertThat(trained.version()).startsWith("TensorFlow 2.");
  }

  @Test
  void anEpochIsTheSumOfItsPasses() {
    PassTimes times = new PassTimes();
    times.start();
    for (int pass = 1; pass <= 6; pass++) {
      times.onStep(pass, 1, 1, Map::of);
      times.onEpoch(new EpochResult(pass, 1, Map.of("loss", 1.0 / pass), 0.1, false));
    }

    assertThat(times.sums(3)).hasSize(2);
    assertThat(times.sums(1).stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(times.sums(6).get(0), within(1e-12));
    assertThat(times.last("loss")).isEqualTo(1.0 / 6);
  }
}
