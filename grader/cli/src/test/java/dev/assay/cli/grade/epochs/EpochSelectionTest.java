package dev.assay.cli.grade.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.training.EpochResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochSelectionTest {
  /** A training whose every epoch up to one is the best so far. */
  private static List<Integer> shown(int planned, int trained, int best) {
    EpochSelection selection = new EpochSelection(planned);
    List<EpochResult> shown = new ArrayList<>();
    for (int epoch = 1; epoch <= trained; epoch++) {
      shown.addAll(selection.next(new EpochResult(epoch, 0.1, Map.of(), 0.001, epoch <= best)));
    }
    shown.addAll(selection.rest());
    assertThat(selection.rest()).isEmpty();
    return shown.stream().map(EpochResult::epoch).toList();
  }

  @Test
  void aShortTrainingIsShownWhole() {
    assertThat(shown(15, 15, 3)).isEqualTo(IntStream.rangeClosed(1, 15).boxed().toList());
    assertThat(shown(1, 1, 1)).containsExactly(1);
  }

  @Test
  void ofALongOneTheFirstTheBestTheLastAndEvenStepsAreShownInOrder() {
    assertThat(shown(200, 187, 133))
        .containsExactly(1, 2, 3, 4, 5, 20, 40, 60, 80, 100, 120, 133, 160, 180, 187);
    assertThat(shown(200, 187, 183)).endsWith(160, 180, 183, 187);
    assertThat(shown(200, 140, 133)).endsWith(120, 133, 140);
    assertThat(shown(200, 187, 0)).endsWith(120, 140, 160, 180, 187);
  }

  @Test
  void nothingIsShownTwice() {
    assertThat(shown(200, 200, 200))
        .containsExactly(1, 2, 3, 4, 5, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200);
    assertThat(shown(200, 133, 133)).endsWith(120, 133).doesNotHaveDuplicates();
    assertThat(shown(200, 130, 60)).endsWith(120, 130).doesNotHaveDuplicates();
  }

  @Test
  void anyLengthGivesAboutTwentyLinesAtMost() {
    for (int epochs = 1; epochs <= 500; epochs++) {
      assertThat(shown(epochs, epochs, epochs - 1)).hasSizeLessThanOrEqualTo(20).isSorted();
    }
  }
}
