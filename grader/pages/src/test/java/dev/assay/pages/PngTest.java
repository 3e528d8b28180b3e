package dev.assay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.examples.ExampleImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  private static ExampleImage image(int width, int height, int channels, int... pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    return new ExampleImage(width, height, channels, Base64.getEncoder().encodeToString(bytes));
  }

  private static BufferedImage read(ExampleImage image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));
  }

  @Test
  void aGreyImageIsReadBackByTheJdk() throws IOException {
    BufferedImage read = read(image(3, 2, 1, 0, 128, 255, 7, 8, 9));
    assertThat(read.getWidth()).isEqualTo(3);
    assertThat(read.getHeight()).isEqualTo(2);
    assertThat(read.getRaster().getSample(1, 0, 0)).isEqualTo(128);
    assertThat(read.getRaster().getSample(2, 1, 0)).isEqualTo(9);
  }

  @Test
  void aColouredImageIsReadBackByTheJdk() throws IOException {
    BufferedImage read = read(image(1, 2, 3, 1, 2, 3, 250, 251, 252));
    assertThat(read.getRGB(0, 0)).isEqualTo(0xff010203);
    assertThat(read.getRGB(0, 1)).isEqualTo(0xfffafbfc);
  }

  @Test
  void theSourceNeedsNoFile() {
    assertThat(Png.source(image(1, 1, 1, 0))).startsWith("data:image/png;base64,iVBORw0KGgo");
  }
}
