package dev.assay.problems.multilabel.pump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.problems.ProblemData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PumpFileTest {
  @TempDir private Path drawn;

  @Test
  void theShippedFileHoldsWhatTheGeneratorDraws() throws IOException {
    PumpFile.main(new String[] {drawn.toString()});
    assertThat(drawn.resolve("pumps.csv"))
        .hasSameTextualContentAs(ProblemData.embedded().resolve("multi-label/pumps.csv"));
  }

  @Test
  void asksForOneFolder() {
    assertThatThrownBy(() -> PumpFile.main(new String[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("arguments must be one folder. Received: 0 arguments");
  }
}
