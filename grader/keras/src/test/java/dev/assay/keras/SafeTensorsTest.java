package dev.assay.keras;

import static dev.assay.keras.Fixtures.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.models.SafeTensors;
import dev.assay.keras.models.WeightSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
  private static final WeightSpec KERNEL =
      new WeightSpec("dense/kernel", List.of(2, 2), true, Initializer.ZEROS);
  private static final WeightSpec BIAS =
      new WeightSpec("dense/bias", List.of(4), true, Initializer.ZEROS);
  private static final List<WeightSpec> SPECS = List.of(KERNEL, BIAS);
  private static final float[] SPECIAL = {-0f, Float.MIN_VALUE, Float.MAX_VALUE, (float) Math.PI};

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("weights.safetensors");
    SafeTensors.write(
        file, SPECS, Map.of("dense/bias", weight(5, 6, 7, 8), "dense/kernel", SPECIAL));
  }

  private void refuses(List<WeightSpec> specs, String message) {
    assertThatThrownBy(() -> SafeTensors.read(file, specs))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(file.toString(), message);
  }

  @Test
  void whatIsWrittenIsReadBitForBit() throws IOException {
    Map<String, float[]> weights = SafeTensors.read(file, SPECS);

    assertThat(weights).containsOnlyKeys("dense/kernel", "dense/bias");
    assertThat(Arrays.equals(weights.get("dense/kernel"), SPECIAL)).isTrue(); // -0 is not 0
    assertThat(weights.get("dense/bias")).containsExactly(5, 6, 7, 8);
  }

  @Test
  void theFileIsOfTheFormatThatOtherToolsRead() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) bytes.getLong()];
    bytes.get(header);

    assertThat(header.length % 8).isZero();
    assertThat(new String(header, StandardCharsets.UTF_8).stripTrailing())
        .isEqualTo(
            "{\"__metadata__\":{\"format\":\"assay\"},"
                + "\"dense/kernel\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                + "\"dense/bias\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[16,32]}}");
    assertThat(bytes.remaining()).isEqualTo(32);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 100})
  void aTruncatedFileIsRefused(int length) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

    refuses(SPECS, "has %d bytes; the model's weights take".formatted(length));
  }

  @Test
  void trailingBytesAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));

    refuses(
        SPECS,
        "has %d bytes; the model's weights take %d".formatted(bytes.length + 1, bytes.length));
  }

  @Test
  void weightsOfAnotherModelAreRefused() {
    WeightSpec reshaped = new WeightSpec("dense/kernel", List.of(4, 1), true, Initializer.ZEROS);

    refuses(List.of(BIAS, KERNEL), "the names or shapes in its header");
    refuses(List.of(reshaped, BIAS), "the names or shapes in its header");
    refuses(List.of(KERNEL), "the model's weights take");
  }

  @Test
  void aHeaderLengthThatIsALieIsRefused() throws IOException {
    for (long length : new long[] {-1, 0, Long.MAX_VALUE}) {
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      Files.write(file, bytes);

      refuses(SPECS, "the names or shapes in its header");
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void valuesThatAreNotFiniteAreRefused(float value) throws IOException {
    SafeTensors.write(
        file, SPECS, Map.of("dense/kernel", SPECIAL, "dense/bias", new float[] {1, 2, 3, value}));

    refuses(SPECS, "weight dense/bias holds %s, which is not a finite number".formatted(value));
  }

  @Test
  void onlyARealFileIsRead() throws IOException {
    Path real = Files.move(file, folder.resolve("real"));
    refuses(SPECS, "is not a file");

    Files.createSymbolicLink(file, real);
    refuses(SPECS, "is not a file");

    Files.delete(file);
    Files.createDirectory(file);
    refuses(SPECS, "is not a file");
  }

  @Test
  void aWriteThatCannotBeWholeLeavesTheOldFile() throws IOException {
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> SafeTensors.write(file, SPECS, Map.of("dense/kernel", SPECIAL)))
        .hasMessage("weight dense/bias needs 4 values. Received: none");
    assertThatThrownBy(
            () ->
                SafeTensors.write(
                    file, SPECS, Map.of("dense/kernel", SPECIAL, "dense/bias", weight(1, 2))))
        .hasMessage("weight dense/bias needs 4 values. Received: 2");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
