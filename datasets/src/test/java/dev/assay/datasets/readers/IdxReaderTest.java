package dev.assay.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.datasets.Bytes;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxReaderTest {
  private static final byte[] GOOD = Bytes.idx(new byte[] {1, 2, 3, 4, 5, (byte) 255}, 3, 2, 1);

  @Test
  void readsPlainAndPackedFiles() throws Exception {
    NumericArray expected = NumericArray.ofBytes(new byte[] {1, 2, 3, 4, 5, (byte) 255}, 3, 2, 1);
    assertThat(new IdxReader(Bytes.file(GOOD)).read(3)).isEqualTo(expected);
    assertThat(new IdxReader(Bytes.file(Bytes.gzip(GOOD))).read(3)).isEqualTo(expected);
  }

  static Stream<Arguments> malformed() {
    int max = Integer.MAX_VALUE;
    byte[] none = new byte[0];
    return Stream.of(
        arguments("empty", none, 0, "an IDX header of 4 bytes, the file ends in it"),
        arguments("cut magic", Arrays.copyOf(GOOD, 3), 3, "an IDX header of 4 bytes"),
        arguments("magic", Bytes.with(GOOD, 0, 'P', 'K'), 0, "starting 00 00, found 50 4b"),
        arguments("type", Bytes.with(GOOD, 2, 0x0d), 2, "type byte 08 (unsigned byte), found 0d"),
        arguments("rank", Bytes.with(GOOD, 3, 1), 3, "3 dimension(s), found 1"),
        arguments("cut dimensions", Arrays.copyOf(GOOD, 13), 13, "3 dimensions of 4 bytes"),
        arguments("zero", Bytes.idx(none, 3, 0, 1), 8, "a dimension from 1 to 2147483647, found 0"),
        arguments("negative", Bytes.idx(none, 3, 2, -1), 12, "found 4294967295"),
        arguments("overflow", Bytes.idx(none, max, max, max), 4, "dimensions that fit into the"),
        arguments("wraps to 0", Bytes.idx(none, 1 << 30, 1 << 30, 16), 4, "dimensions that fit"),
        arguments("truncated", Arrays.copyOf(GOOD, GOOD.length - 1), 4, "(5 bytes at most), found"),
        arguments("trailing", Arrays.copyOf(GOOD, GOOD.length + 1), 22, "found trailing bytes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void namesFileOffsetAndWhatWasExpected(String name, byte[] bytes, int offset, String message) {
    assertThatThrownBy(() -> new IdxReader(Bytes.file(bytes)).read(3))
        .as(name)
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(Bytes.file(bytes).path() + ", byte " + offset + ": expected ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void doesSoForPackedFiles(String name, byte[] bytes) {
    assertThatThrownBy(() -> new IdxReader(Bytes.file(Bytes.gzip(bytes))).read(3))
        .as(name)
        .isInstanceOf(DataException.class)
        .hasMessageContaining(" of the unpacked content: expected ");
  }

  @Test
  void saysHowFarATruncatedPackedFileGoes() {
    byte[] cut = Arrays.copyOf(GOOD, GOOD.length - 2);
    assertThatThrownBy(() -> new IdxReader(Bytes.file(Bytes.gzip(cut))).read(3))
        .hasMessageContaining(
            "byte 20 of the unpacked content: expected 6 bytes of values for dimensions [3, 2, 1],"
                + " the file ends after 4");
  }

  /** A few bytes that claim two gigabytes must be refused before memory for them is taken. */
  @Test
  void takesNoMemoryForAClaim() {
    byte[] claim = Bytes.gzip(Bytes.idx(new byte[10], 2_000_000, 28, 28));
    assertThatThrownBy(() -> new IdxReader(Bytes.file(claim)).read(3))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("dimensions that fit into the file");
  }
}
