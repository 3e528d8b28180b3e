package dev.assay.keras;

import static dev.assay.keras.Fixtures.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @CsvSource({
    "0, 'it has 0 bytes, less than any'",
    "7, 'it has 7 bytes, less than any'",
    "8, 'it names a header of 168 bytes'",
    "100, 'it names a header of 168 bytes'",
    "176, 'it has 0 bytes of values, where its header names 32'",
    "207, 'it has 31 bytes of values, where its header names 32'",
    "209, 'it has 33 bytes of values, where its header names 32'",
    "2000000, 'it has 1999824 bytes of values, where its header names 32'",
  })
  void aFileOfTheWrongLengthIsDamaged(int length, String reason) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

    refuses(SPECS, "is damaged: " + reason);
  }

  @Test
  void whatDiffersFromTheModelIsNamed() {
    WeightSpec reshaped = new WeightSpec("dense/kernel", List.of(2, 8), true, Initializer.ZEROS);
    WeightSpec more = new WeightSpec("dense_1/bias", List.of(3), true, Initializer.ZEROS);

    refuses(
        List.of(reshaped, BIAS),
        "dense/kernel has shape (2, 2), where the model has (2, 8). Build");
    refuses(List.of(KERNEL), "the weights of another model: the model has no dense/bias. Build");
    refuses(List.of(KERNEL, BIAS, more), "dense_1/bias of shape (3,) is missing. Build");
    refuses(
        List.of(more, reshaped),
        "dense_1/bias of shape (3,) is missing; dense/kernel has shape (2, 2), where the model has"
            + " (2, 8); the model has no dense/bias. Build the model with the layers it was saved"
            + " with.");
  }

  @Test
  void ofManyDifferencesTheFirstAreNamed() {
    List<WeightSpec> many =
        IntStream.range(0, 9)
            .mapToObj(i -> new WeightSpec("w" + i, List.of(), true, Initializer.ZEROS))
            .toList();

    refuses(many, "w4 of shape () is missing; and 6 more.");
  }

  @Test
  void anotherTypeIsNamed() throws IOException {
    rewrite(header -> header.replaceFirst("F32", "F16"), 32);

    refuses(SPECS, "dense/kernel has type F16, where the model has F32");
  }

  @Test
  void otherToolsMayOrderTensorsAsTheyLike() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String header =
        """
        { "dense/bias" : {"data_offsets":[0,16], "shape":[4], "dtype":"F32"},
          "dense\\/kern\\u0065l":{"dtype":"F32","shape":[2, 2],"data_offsets":[16,32]} }\
        """;
    ByteBuffer values = ByteBuffer.allocate(32);
    values.put(bytes, bytes.length - 16, 16).put(bytes, bytes.length - 32, 16);
    write(header, values.array());

    assertThat(SafeTensors.read(file, SPECS).get("dense/bias")).containsExactly(5, 6, 7, 8);
    assertThat(SafeTensors.read(file, SPECS).get("dense/kernel")).containsExactly(SPECIAL);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1 << 20, 225})
  void aHeaderLengthThatIsALieIsRefused(long length) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Files.write(file, bytes);

    refuses(SPECS, String.format(Locale.ROOT, "is damaged: it names a header of %d bytes", length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}{}",
        "{\"a",
        "{\"a\":1}",
        "{\"a\":{\"dtype\":\"F32\"}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1e3],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[9999999999999999999],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":[],\"shape\":[],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4],\"more\":1}}",
        "{\"a\\x\":{}}",
        "{\"a\\u12\"}",
        "{\"a\\u00g0\":{}}",
        "{\"a\tb\":{}}",
        "{\"__metadata__\":{\"a\":{}}}",
        "{\"__metadata__\":{\"a\":\"b\",}}",
      })
  void aHeaderThatIsNoneIsRefused(String header) throws IOException {
    write(header, new byte[4]);

    refuses(SPECS, "is damaged: in its header ");
  }

  @Test
  void aTensorThatIsNamedTwiceIsRefused() throws IOException {
    rewrite(header -> header.replace("dense/bias", "dense/kernel"), 32);

    refuses(SPECS, "in its header there is a second dense/kernel");
  }

  @Test
  void aHeaderThatIsNotTextIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[20] = (byte) 0xff;
    Files.write(file, bytes);

    refuses(SPECS, "is damaged: its header is not UTF-8");
  }

  @Test
  void tensorsThatOverlapOrLeaveGapsAreRefused() throws IOException {
    rewrite(header -> header.replace("[16,32]", "[0,16]"), 16);
    refuses(SPECS, "its tensors do not lie one after the other");

    write();
    rewrite(header -> header.replace("[16,32]", "[20,36]"), 36);
    refuses(SPECS, "its tensors do not lie one after the other");

    write();
    rewrite(header -> header.replace("[16,32]", "[16,36]"), 36);
    refuses(SPECS, "its tensors do not lie one after the other");
  }

  private void rewrite(UnaryOperator<String> change, int dataBytes) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String header = new String(bytes, 8, bytes.length - 40, StandardCharsets.UTF_8);
    assertThat(change.apply(header)).isNotEqualTo(header);
    write(change.apply(header), new byte[dataBytes]);
  }

  private void write(String header, byte[] values) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + values.length).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(json.length).put(json).put(values).array());
  }

  @Test
  void aFileThatIsNotTheRecordedOneIsRefused() throws IOException {
    Map<String, float[]> weights = SafeTensors.read(file, SPECS);
    String digest = SafeTensors.write(file, SPECS, weights);
    assertThat(SafeTensors.read(file, SPECS, digest)).containsOnlyKeys(weights.keySet());

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    assertThat(SafeTensors.read(file, SPECS)).containsOnlyKeys(weights.keySet());
    assertThatThrownBy(() -> SafeTensors.read(file, SPECS, digest))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " was changed after it was written: its SHA-256 is ")
        .hasMessageEndingWith("but %s was recorded", digest);
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
