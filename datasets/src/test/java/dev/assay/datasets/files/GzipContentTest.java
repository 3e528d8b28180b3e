package dev.assay.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.datasets.Bytes;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GzipContentTest {
  private static final byte[] DATA = Bytes.noise(500);
  private static final byte[] GOOD = Bytes.gzip(DATA);
  private static final int END = GOOD.length;

  @Test
  void unpacks() throws Exception {
    assertThat(unpack(GOOD)).isEqualTo(DATA);
    assertThat(Bytes.file(GOOD).contentSha256()).isEqualTo(Sha256.of(DATA));
    assertThat(unpack(Bytes.gzip(new byte[0]))).isEmpty();
  }

  @Test
  void readsPastOptionalHeaderFields() throws Exception {
    int extraNameCommentCrc = 4 | 8 | 16 | 2;
    byte[] fields = {3, 0, 'x', 'y', 'z', 'n', 'a', 0, 'c', 0, 1, 2};
    byte[] header = Bytes.with(Arrays.copyOf(GOOD, 10), 3, extraNameCommentCrc);
    byte[] packed = Bytes.join(header, fields, Arrays.copyOfRange(GOOD, 10, END));
    assertThat(unpack(packed)).isEqualTo(DATA);
    for (int length = 2; length < header.length + fields.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> unpack(cut)).hasMessageContaining("the file ends");
    }
  }

  static Stream<Arguments> corrupt() {
    return Stream.of(
        arguments("method", Bytes.with(GOOD, 2, 7), 2, "compression method 8 (deflate), found 7"),
        arguments("flags", Bytes.with(GOOD, 3, 0x80), 3, "flags without reserved bits, found 128"),
        arguments("check sum", Bytes.with(GOOD, END - 8, GOOD[END - 8] + 1), END - 8, "check sum"),
        arguments("length", Bytes.with(GOOD, END - 4, 1), END - 4, "length 500, found 257"),
        arguments("cut", Arrays.copyOf(GOOD, 100), 100, "more packed data, the file ends"),
        arguments("no trailer", Arrays.copyOf(GOOD, END - 3), END - 3, "a check sum and a length"),
        arguments("trailing", Arrays.copyOf(GOOD, END + 2), END, "found 2 trailing bytes"),
        arguments("two members", Bytes.join(GOOD, GOOD), END, "the end of the file"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("corrupt")
  void namesFileOffsetAndWhatWasExpected(String name, byte[] bytes, int offset, String message) {
    assertThatThrownBy(() -> unpack(bytes))
        .as(name)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("file, byte " + offset + ": the gzip file is corrupt: expected ")
        .hasMessageContaining(message);
  }

  /** Some bits of a deflate stream only pad; a flip of any other one must be found. */
  @Test
  void noFlippedBitChangesTheContentUnnoticed() {
    int unnoticed = 0;
    for (int bit = 8 * 10; bit < 8 * END; bit++) {
      byte[] flipped = Bytes.with(GOOD, bit / 8, GOOD[bit / 8] ^ (1 << (bit % 8)));
      try {
        assertThat(unpack(flipped)).as("bit %d", bit).isEqualTo(DATA);
        unnoticed++;
      } catch (DataException expected) {
        assertThat(expected).hasMessageContaining("the gzip file is corrupt");
      }
    }
    assertThat(unnoticed).isLessThan(8);
  }

  private static byte[] unpack(byte[] packed) throws DataException {
    byte[] target = new byte[1000];
    try (Content content = Bytes.file(packed).open()) {
      int n = content.read(target);
      assertThat(content.read(new byte[1])).isZero();
      return Arrays.copyOf(target, n);
    }
  }
}
