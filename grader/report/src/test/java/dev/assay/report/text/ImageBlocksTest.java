package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageBlocksTest {
  private static final ImageBlocks IMAGE =
      new ImageBlocks(new int[] {0, 255, 0, 255, 0, 128, 0, 255, 255}, 3, 3);

  @Test
  void twoRowsOfPixelsAreALine() {
    assertThat(IMAGE.lines(false)).containsExactly("▒▒░", " ██");
    assertThat(IMAGE.lines(true)).containsExactly("++:", " @@");
  }

  @Test
  void imagesStandSideBySideWhereThereIsRoom() {
    List<String> titles = List.of("a very long title", "셋", "c");
    List<String> wide = ImageBlocks.sideBySide(List.of(IMAGE, IMAGE, IMAGE), titles, 80, false);
    assertThat(wide).hasSize(3);
    assertThat(wide.get(1)).isEqualTo("▒▒░  ▒▒░  ▒▒░");
    assertThat(ImageBlocks.sideBySide(List.of(IMAGE, IMAGE, IMAGE), titles, 8, false)).hasSize(6);
    assertThat(ImageBlocks.sideBySide(List.of(IMAGE), titles, 1, false)).hasSize(3);
  }

  @Test
  void aSizeThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new ImageBlocks(new int[3], 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("height * width");
  }
}
