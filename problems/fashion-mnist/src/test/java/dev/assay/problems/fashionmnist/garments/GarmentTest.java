package dev.assay.problems.fashionmnist.garments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.fashionmnist.garments.drawing.Raster;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GarmentTest {
  private static final int PICTURE = Raster.SIZE * Raster.SIZE;

  @Test
  void theClassesAreThoseOfFashionMnistInItsOrder() {
    assertThat(Garment.BY_LABEL.stream().map(Garment::label))
        .containsExactly(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot");
  }

  @ParameterizedTest
  @EnumSource
  void aSeedAloneSaysWhatIsDrawn(Garment garment) {
    byte[] first = garment.picture(42);
    byte[] again = garment.picture(42);

    assertThat(again).isEqualTo(first);
    assertThat(garment.picture(43)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void everyPictureShowsAGarmentOnBlack(Garment garment) {
    for (long seed = 0; seed < 300; seed++) {
      assertThat(drawnPixels(garment.picture(seed))).isBetween(PICTURE / 28, PICTURE * 3 / 4);
    }
  }

  private static int drawnPixels(byte[] picture) {
    int drawn = 0;
    for (byte pixel : picture) {
      drawn += pixel == 0 ? 0 : 1;
    }
    return drawn;
  }

  @ParameterizedTest
  @EnumSource
  void allClassesAreEquallyFrequent(GarmentPart part) {
    int[] counts = new int[Garment.BY_LABEL.size()];
    byte[] labels = part.labels();
    for (byte label : labels) {
      counts[label]++;
    }
    assertThat(counts).containsOnly(labels.length / counts.length);
  }

  @Test
  void noPictureOccursTwice() {
    Set<ByteBuffer> seen = new HashSet<>();
    int pictures = 0;
    for (GarmentPart part : GarmentPart.values()) {
      byte[] images = part.images();
      for (int at = 0; at < images.length; at += PICTURE) {
        seen.add(ByteBuffer.wrap(images, at, PICTURE));
        pictures++;
      }
    }
    assertThat(seen).hasSize(pictures);
  }
}
