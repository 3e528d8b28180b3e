package dev.assay.datasets.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class NumericArrayTest {
  private final NumericArray ints = NumericArray.ofInts(new int[] {1, 2, 3, 4, 5, -6}, 3, 2);

  @Test
  void knowsItsRows() {
    assertThat(ints.shape()).containsExactly(3, 2);
    assertThat(ints.rows()).isEqualTo(3);
    assertThat(ints.rowSize()).isEqualTo(2);
    assertThat(ints.size()).isEqualTo(6);
    assertThat(ints).hasToString("INT32 [3, 2]");
  }

  @Test
  void takesRowsInTheOrderAskedFor() {
    NumericArray taken = ints.take(new int[] {2, 0, 2});
    assertThat(taken).isEqualTo(NumericArray.ofInts(new int[] {5, -6, 1, 2, 5, -6}, 3, 2));
    assertThat(taken.hashCode())
        .isEqualTo(NumericArray.ofInts(new int[] {5, -6, 1, 2, 5, -6}, 3, 2).hashCode());
  }

  @Test
  void refusesRowsThatAreNotThere() {
    assertThatThrownBy(() -> ints.take(new int[] {3}))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("row must be in [0, 3). Received: 3");
    assertThatThrownBy(() -> ints.take(new int[] {-1}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void readsBytesAsUnsigned() {
    NumericArray bytes = NumericArray.ofBytes(new byte[] {-1, 0}, 2);
    assertThat(bytes.getInt(0)).isEqualTo(255);
    assertThat(bytes.getFloat(0)).isEqualTo(255f);
  }

  @Test
  void keepsFloatsToTheBit() {
    NumericArray floats = NumericArray.ofFloats(new float[] {0.1f, -0f, Float.MIN_VALUE}, 3);
    assertThat(floats.getFloat(0)).isEqualTo(0.1f);
    assertThat(Float.floatToRawIntBits(floats.getFloat(1))).isEqualTo(0x80000000);
    assertThat(floats.getFloat(2)).isEqualTo(Float.MIN_VALUE);
    assertThatThrownBy(() -> floats.getInt(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void cannotBeChangedFromOutside() {
    byte[] source = {1, 2};
    NumericArray array = NumericArray.ofBytes(source, 2);
    source[0] = 9;
    array.shape()[0] = 9;
    assertThat(array).isEqualTo(NumericArray.ofBytes(new byte[] {1, 2}, 2));
    assertThatThrownBy(() -> array.littleEndianBytes().put((byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void givesLittleEndianBytes() {
    assertThat(ints.littleEndianBytes().order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    assertThat(ints.littleEndianBytes().get(0)).isEqualTo((byte) 1);
    assertThat(ints.littleEndianBytes().remaining()).isEqualTo(24);
  }

  @Test
  void digestDependsOnTypeShapeAndValues() {
    String digest = NumericArray.ofBytes(new byte[4], 4).sha256();
    assertThat(digest)
        .isEqualTo(NumericArray.ofBytes(new byte[4], 4).sha256())
        .isNotEqualTo(NumericArray.ofBytes(new byte[4], 2, 2).sha256())
        .isNotEqualTo(NumericArray.ofInts(new int[1], 4 / 4).sha256())
        .isNotEqualTo(NumericArray.ofBytes(new byte[] {0, 0, 0, 1}, 4).sha256())
        // sha256("UINT8[4]\n" and four zero bytes): every platform and version must give it
        .isEqualTo("4b9ddfba2c714e56bf6f44895a6953c7fc2dbd501712ec580a335be2f17cc885");
  }

  @Test
  void namesTheRuleThatAShapeBreaks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.ofInts(new int[5], 3, 2))
        .withMessage("values must have 6 elements for shape [3, 2]. Received: 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.ofInts(new int[1]))
        .withMessage("shape must have 1 to 8 dimensions. Received: []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.ofInts(new int[1], -1))
        .withMessage("shape must not have a negative dimension. Received: [-1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.ofInts(new int[0], 1 << 30, 1 << 30, 1 << 30))
        .withMessageContaining("fewer than 2^31 bytes");
    assertThatIllegalArgumentException()
        .as("rows must be bounded even where there are none")
        .isThrownBy(() -> NumericArray.ofInts(new int[0], 0, 1 << 30, 1 << 30))
        .withMessageContaining("fewer than 2^31 bytes");
  }

  @Test
  void featuresAndLabelsMustHaveTheSameRows() {
    NumericArray labels = NumericArray.ofInts(new int[2], 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Examples(ints, labels))
        .withMessage("features and labels must have the same number of rows. Received: 3 and 2");
    assertThat(new Examples(ints, NumericArray.ofInts(new int[3], 3)).size()).isEqualTo(3);
  }
}
