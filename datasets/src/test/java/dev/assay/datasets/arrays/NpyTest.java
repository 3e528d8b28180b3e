package dev.assay.datasets.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.datasets.Bytes;
import dev.assay.datasets.files.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NpyTest {
  @TempDir Path folder;

  static Stream<NumericArray> arrays() {
    return Stream.of(
        NumericArray.ofBytes(Bytes.noise(24), 2, 3, 4),
        NumericArray.ofInts(new int[] {1, -2, Integer.MAX_VALUE}, 3),
        NumericArray.ofFloats(new float[] {0.5f, Float.NaN, -1e-30f, 3}, 4, 1),
        NumericArray.ofFloats(new float[0], 0, 5),
        NumericArray.ofBytes(new byte[] {7}, 1, 1, 1, 1, 1, 1, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void readsWhatItWrote(NumericArray array) throws Exception {
    Path file = folder.resolve("a.npy");
    Npy.write(file, array);
    assertThat(Npy.read(file)).isEqualTo(array);
    MappedArray mapped = Npy.map(file);
    assertThat(mapped.type()).isEqualTo(array.type());
    assertThat(mapped.shape()).isEqualTo(array.shape());
    assertThat(mapped.values()).isEqualTo(array.littleEndianBytes());
    assertThat(mapped.values().isReadOnly()).isTrue();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no temporary file is left").containsExactly(file);
    }
  }

  /** The bytes that {@code numpy.save} writes for {@code np.array([1, 2], '<i4')}. */
  @Test
  void writesTheBytesThatNumpyWrites() throws Exception {
    Path file = folder.resolve("a.npy");
    Npy.write(file, NumericArray.ofInts(new int[] {1, 2}, 2));
    String header = "{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }";
    assertThat(Files.readAllBytes(file))
        .isEqualTo(npy(header + " ".repeat(117 - header.length()) + "\n", 1, 0, 0, 0, 2, 0, 0, 0));
  }

  @Test
  void replacesAFileInOneStep() throws Exception {
    Path file = folder.resolve("a.npy");
    Npy.write(file, NumericArray.ofInts(new int[] {1}, 1));
    Npy.write(file, NumericArray.ofInts(new int[] {2}, 1));
    assertThat(Npy.read(file).getInt(0)).isEqualTo(2);
  }

  @Test
  void saysWhyItCannotReadOrWrite() {
    Path file = folder.resolve("none").resolve("a.npy");
    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage("Cannot read " + file + ": there is no such file or folder");
    assertThatThrownBy(() -> Npy.write(file, NumericArray.ofInts(new int[1], 1)))
        .isInstanceOf(DataException.class)
        .hasMessage("Cannot write " + file + ": there is no such file or folder");
  }

  static Stream<Arguments> malformed() {
    byte[] good = npy(header("<i4", "False", "(2,)"), 1, 0, 0, 0, 2, 0, 0, 0);
    int end = good.length;
    return Stream.of(
        arguments("empty", new byte[0], "byte 0: expected the start of a NumPy file"),
        arguments("magic", Bytes.with(good, 1, 'X'), "byte 1: expected the start"),
        arguments("version", Bytes.with(good, 6, 2), "byte 6: expected the start"),
        arguments("no length", Arrays.copyOf(good, 9), "byte 9: expected two bytes"),
        arguments("long header", Bytes.with(good, 8, 255, 255), "byte 8: expected a header of"),
        arguments("cut header", Arrays.copyOf(good, 40), "byte 40: expected a header of"),
        arguments("cut", Arrays.copyOf(good, end - 1), "byte " + (end - 1) + ": expected " + end),
        arguments("trailing", Arrays.copyOf(good, end + 1), "byte " + end + ": expected " + end),
        arguments("dictionary", npy("{'descr': 1}\n"), "byte 10: expected a dictionary"),
        arguments("code", npy("__import__('os')\n"), "byte 10: expected a dictionary"),
        arguments("object", npy(header("|O", "False", "(2,)")), "expected descr |u1, <i4 or <f4"),
        arguments("big-endian", npy(header(">i4", "False", "(2,)")), "found >i4"),
        arguments("order", npy(header("<i4", "True", "(2,)")), "expected fortran_order False"),
        arguments("scalar", npy(header("<i4", "False", "()")), "expected a dictionary"),
        arguments("negative", npy(header("<i4", "False", "(-2,)")), "expected a dictionary"),
        arguments("nine", npy(header("<i4", "False", "(1,1,1,1,1,1,1,1,1)")), "a dictionary"),
        arguments("dimension", npy(header("<i4", "False", "(9999999999,)")), "below 2^31"),
        arguments("rows", npy(header("<i4", "False", "(0, 999999, 999999)")), "fewer than 2^31"),
        arguments(
            "overflow",
            npy(header("<i4", "False", "(2147483647, 2147483647, 2147483647)")),
            "expected a shape of fewer than 2^31 bytes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void namesFileOffsetAndWhatWasExpected(String name, byte[] bytes, String message)
      throws IOException {
    Path file = Files.write(folder.resolve("bad.npy"), bytes);
    assertThatThrownBy(() -> Npy.map(file))
        .as(name)
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ", byte ")
        .hasMessageContaining(message);
  }

  private static String header(String type, String order, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }   \n".formatted(type, order, shape);
  }

  private static byte[] npy(String header, int... values) {
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0};
    byte[] data = new byte[values.length];
    return Bytes.join(
        magic, header.getBytes(StandardCharsets.US_ASCII), Bytes.with(data, 0, values));
  }
}
