package dev.assay.problems.fashionmnist.garments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.problems.ProblemData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gzip bytes depend on the zlib of the machine, so what is compared is the content. */
class GarmentFilesTest {
  private static final Path SHIPPED = ProblemData.embedded().resolve("fashion-mnist");

  @TempDir private static Path drawn;

  @BeforeAll
  static void draw() throws IOException {
    GarmentFiles.main(new String[] {drawn.toString()});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train-images-idx3-ubyte.gz",
        "train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz"
      })
  void theShippedFilesHoldWhatTheGeneratorDraws(String name) throws IOException {
    assertThat(unpacked(drawn.resolve(name))).isEqualTo(unpacked(SHIPPED.resolve(name)));
  }

  @Test
  void imagesStartWithTheIdxHeader() throws IOException {
    assertThat(unpacked(drawn.resolve("t10k-images-idx3-ubyte.gz")))
        .startsWith(0, 0, 8, 3, 0, 0, 3, 0xE8, 0, 0, 0, 28, 0, 0, 0, 28)
        .hasSize(16 + 1000 * 28 * 28);
  }

  @Test
  void asksForOneFolder() {
    assertThatThrownBy(() -> GarmentFiles.main(new String[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("arguments must be one folder. Received: 0 arguments");
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
      return bytes.readAllBytes();
    }
  }
}
