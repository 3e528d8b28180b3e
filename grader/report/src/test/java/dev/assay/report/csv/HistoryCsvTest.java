package dev.assay.report.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.report.model.EpochLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCsvTest {
  private static final HistoryCsv PLAIN = new HistoryCsv(',', false, false);
  private static final EpochLine FIRST =
      new EpochLine(1, 2, Map.of("loss", 0.5, "accuracy", 0.25, "val_loss", 1e-9), 0.01);
  private static final EpochLine SECOND =
      new EpochLine(2, 2, Map.of("loss", Double.NaN, "accuracy", 1.0 / 0), 0.001);

  @TempDir Path folder;

  private String written(HistoryCsv csv, EpochLine... history) throws IOException {
    csv.write(List.of(history), folder.resolve("training.csv"));
    return Files.readString(folder.resolve("training.csv"));
  }

  @Test
  void epochsCountFromZeroAndNamesAreSorted() throws IOException {
    assertThat(written(PLAIN, FIRST, SECOND))
        .isEqualTo("epoch,accuracy,loss,val_loss\r\n0,0.25,0.5,1.0E-9\r\n1,inf,nan,NA\r\n");
  }

  @Test
  void theLearningRateIsAmongThemWhereItChanges() throws IOException {
    assertThat(written(new HistoryCsv('\t', false, true), FIRST))
        .isEqualTo(
            "epoch\taccuracy\tlearning_rate\tloss\tval_loss\r\n0\t0.25\t0.01\t0.5\t1.0E-9\r\n");
  }

  @Test
  void aFileOfAnEarlierRunIsReplacedOrGoesOn() throws IOException {
    String one = written(PLAIN, FIRST);
    assertThat(written(PLAIN, FIRST)).isEqualTo(one);

    HistoryCsv appending = new HistoryCsv(',', true, false);
    assertThat(written(appending, FIRST)).isEqualTo(one + "0,0.25,0.5,1.0E-9\r\n");
    Files.delete(folder.resolve("training.csv"));
    assertThat(written(appending, FIRST)).isEqualTo(one);
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "mine");
    Files.createSymbolicLink(folder.resolve("training.csv"), secret);

    assertThat(written(new HistoryCsv(',', true, false), FIRST)).startsWith("epoch,");
    assertThat(secret).hasContent("mine");
    assertThat(folder.resolve("training.csv")).isRegularFile();
  }

  @Test
  void aFolderInItsPlaceIsAnError() throws IOException {
    Files.createDirectories(folder.resolve("training.csv/full"));

    assertThatThrownBy(() -> written(PLAIN, FIRST))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("training.csv");
  }
}
