package dev.assay.problems.fashionmnist.garments.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RasterTest {
  private static final int SIZE = Raster.SIZE;

  private final Raster raster = new Raster();

  @Test
  void paintsThePartOfAPixelThatAnOutlineCovers() {
    raster.fill(Outline.box(3, 5, 4.5, 5.25), (x, y, below) -> 1);

    double[] pixels = raster.pixels();
    assertThat(pixels[5 * SIZE + 3]).isEqualTo(0.25);
    assertThat(pixels[5 * SIZE + 4]).isEqualTo(0.125);
    assertThat(pixels[5 * SIZE + 5]).isZero();
    assertThat(pixels[6 * SIZE + 3]).isZero();
  }

  @Test
  void cutsOffWhatLiesOutsideThePicture() {
    raster.fill(Outline.box(-100, -100, 100, 100), (x, y, below) -> 7);

    assertThat(raster.pixels()).containsOnly(1.0);
  }

  @Test
  void tellsThePaintWhatIsBelow() {
    raster.fill(Outline.box(0, 0, SIZE, SIZE), (x, y, below) -> 0.5);
    raster.fill(Outline.box(0, 0, 1, 1), (x, y, below) -> below / 2);

    assertThat(raster.pixels()).startsWith(0.25, 0.5);
  }

  @Test
  void anInverseMapLeadsBack() {
    AffineMap map = new AffineMap(2, 0.5, -1, 3, 14, 12);

    Point back = map.inverse().map(map.map(new Point(0.3, -0.7)));

    assertThat(back.x()).isCloseTo(0.3, within(1e-12));
    assertThat(back.y()).isCloseTo(-0.7, within(1e-12));
  }
}
