package dev.assay.cli.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.findings.SentenceException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenImageTest {
  @TempDir private Path folder;

  private Path png(int width, int height, int... argb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    Path file = folder.resolve("그림.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void coloursBecomeGreyAndWhatIsTransparentIsWhite() throws Exception {
    GivenImage image = GivenImage.read(png(4, 1, 0xffff0000, 0xff00ff00, 0xff0000ff, 0x00000000));
    assertThat(image.pixels()).containsExactly(76, 150, 29, 255);
    assertThat(image.inverted().pixels()).containsExactly(179, 105, 226, 0);
  }

  @Test
  void aPixelIsTheMeanOfThoseThatItCovers() {
    GivenImage image = new GivenImage(new int[] {0, 100, 20, 40, 200, 60, 0, 20}, 2, 4);
    assertThat(image.resized(1, 2).pixels()).containsExactly(90, 20);
    assertThat(image.resized(2, 1).pixels()).containsExactly(40, 70);
    assertThat(image.resized(4, 4).pixels())
        .containsExactly(0, 100, 20, 40, 0, 100, 20, 40, 200, 60, 0, 20, 200, 60, 0, 20);
  }

  @Test
  void theBackgroundIsWhatMostOfTheBorderIs() {
    int[] dark = new int[25];
    dark[12] = 255;
    GivenImage image = new GivenImage(dark, 5, 5);
    assertThat(image.isOnLight()).isFalse();
    assertThat(image.inverted().isOnLight()).isTrue();
  }

  @Test
  void oneRowOrOneColumnHasABorderToo() {
    assertThat(new GivenImage(new int[] {255, 255}, 1, 2).isOnLight()).isTrue();
    assertThat(new GivenImage(new int[] {0, 0}, 2, 1).isOnLight()).isFalse();
  }

  @Test
  void whatIsNoImageIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("a.png"), "no image");
    assertThatThrownBy(() -> GivenImage.read(text))
        .isInstanceOf(SentenceException.class)
        .hasMessage(text + " is no image of a known format; use PNG.");
    assertThatThrownBy(() -> GivenImage.read(folder.resolve("none")))
        .hasMessageContaining("none cannot be read");
    int[] noise = new int[64 * 64];
    Arrays.setAll(noise, i -> 0xff000000 | i * 2_654_435);
    Path whole = png(64, 64, noise);
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> GivenImage.read(half)).hasMessageContaining("is a damaged image");
  }

  /** The sizes stand in the header: nothing of the image is read. */
  @Test
  void anImageThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
    byte[] bytes = Files.readAllBytes(png(1, 1, 0));
    bytes[16] = 0x7f;
    CRC32 crc = new CRC32();
    crc.update(bytes, 12, 17);
    for (int i = 0; i < 4; i++) {
      bytes[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
    }
    Path huge = Files.write(folder.resolve("huge.png"), bytes);
    assertThatThrownBy(() -> GivenImage.read(huge))
        .hasMessageContaining("more than 8192 pixels on a side");
  }
}
