package dev.assay.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.Bytes;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImageReaderTest {
  private final ImageReader reader =
      new ImageReader(new ImageLayout(2, 2, Target.ofClasses("letter", "a", "b", "c")));

  private final RawFile images = named("images", Bytes.idx(Bytes.noise(12), 3, 2, 2));

  @Test
  void imagesStayBytesAndLabelsBecomeInts() throws Exception {
    Examples examples = reader.read(images, named("labels", Bytes.idx(new byte[] {2, 0, 1}, 3)));
    assertThat(examples.features()).isEqualTo(NumericArray.ofBytes(Bytes.noise(12), 3, 2, 2));
    assertThat(examples.labels()).isEqualTo(NumericArray.ofInts(new int[] {2, 0, 1}, 3));
  }

  @Test
  void refusesImagesOfAnotherSize() {
    RawFile wide = named("images", Bytes.idx(new byte[18], 3, 2, 3));
    assertThatThrownBy(() -> reader.read(wide, wide))
        .isInstanceOf(DataException.class)
        .hasMessage("images, byte 8: expected images of 2 x 2 pixels, found [3, 2, 3]");
  }

  @Test
  void refusesCountsThatDiffer() {
    RawFile labels = named("labels", Bytes.idx(new byte[2], 2));
    assertThatThrownBy(() -> reader.read(images, labels))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "labels, byte 4: expected as many labels as there are images in images (3), found 2");
  }

  @Test
  void refusesALabelOutOfRange() {
    RawFile labels = named("labels", Bytes.idx(new byte[] {0, 3, 200 - 256}, 3));
    assertThatThrownBy(() -> reader.read(images, labels))
        .isInstanceOf(DataException.class)
        .hasMessage("labels, byte 9: expected a label from 0 to 2, found 3");
  }

  private static RawFile named(String name, byte[] bytes) {
    return new RawFile(Path.of(name), bytes);
  }
}
