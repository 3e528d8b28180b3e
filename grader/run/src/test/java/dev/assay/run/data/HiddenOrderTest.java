package dev.assay.run.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenOrderTest {
  private static final int ROWS = 1000;
  private static final NumericArray FEATURES =
      NumericArray.ofInts(IntStream.range(0, 2 * ROWS).toArray(), ROWS, 2);

  @TempDir Path folder;

  @Test
  void predictionsComeBackInTheOrderOfTheHiddenSet() throws Exception {
    Path file = folder.resolve("predictions.npy");
    try (HiddenOrder hidden = HiddenOrder.draw(FEATURES)) {
      NumericArray seen = Npy.read(hidden.features());
      assertThat(seen.shape()).containsExactly(ROWS, 2);
      assertThat(seen).isNotEqualTo(FEATURES);
      Npy.write(file, seen);
      hidden.restore(file);
      assertThat(Npy.read(file)).isEqualTo(FEATURES);
    }
  }

  /** The same order of 1000 twice has a chance of 1 in 1000!. */
  @Test
  void theNextOrderIsAnother() throws Exception {
    try (HiddenOrder one = HiddenOrder.draw(FEATURES);
        HiddenOrder other = HiddenOrder.draw(FEATURES)) {
      assertThat(Npy.read(one.features())).isNotEqualTo(Npy.read(other.features()));
    }
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    Path features;
    try (HiddenOrder hidden = HiddenOrder.draw(FEATURES)) {
      features = hidden.features();
      Files.writeString(hidden.untrained(), "x");
      assertThat(features).exists();
    }
    assertThat(features.getParent()).doesNotExist();
  }

  @Test
  void predictionsForOtherThanAllExamplesAreRefused() throws Exception {
    Path file = folder.resolve("predictions.npy");
    Npy.write(file, NumericArray.ofFloats(new float[3], 3, 1));
    try (HiddenOrder hidden = HiddenOrder.draw(FEATURES)) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> hidden.restore(file))
          .withMessage("There are 3 predictions for 1,000 hidden examples.");
    }
  }
}
