package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.findings.Catalogue;
import dev.assay.report.model.EpochLine;
import dev.assay.report.model.Training;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingCurvesTest {
  private static Training training(int epochs, Integer best) {
    List<EpochLine> history =
        IntStream.rangeClosed(1, epochs)
            .mapToObj(
                epoch ->
                    new EpochLine(
                        epoch, 0.001, Map.of("loss", 1.0 / epoch, "val_loss", 2.0 / epoch), 0.1))
            .toList();
    return new Training(epochs, best, "planned", 1, history);
  }

  private static List<String> lines(Training training, Catalogue texts, int room) {
    return new TrainingCurves(training, texts, room, true).lines();
  }

  @Test
  void bothLossesStandOnOneScaleWithAMarkAtTheBestEpoch() {
    List<String> lines = lines(training(10, 10), Catalogue.english(), 80);
    assertThat(lines).hasSize(9).allMatch(line -> DisplayWidth.of(line) <= 80);
    assertThat(lines.get(0)).startsWith("  loss ");
    assertThat(lines.get(3)).contains("0.1").endsWith("*");
    assertThat(lines.get(4)).startsWith("  val_loss ");
    assertThat(lines.get(8).strip()).isEqualTo("^ epoch 10, the best");
    assertThat(lines(training(100, 100), Catalogue.korean(), 40))
        .allMatch(line -> DisplayWidth.of(line) <= 40)
        .last()
        .asString()
        .contains("100에포크");
  }

  @Test
  void aFewEpochsNeedNoCurve() {
    assertThat(lines(training(4, 4), Catalogue.english(), 80)).isEmpty();
  }
}
