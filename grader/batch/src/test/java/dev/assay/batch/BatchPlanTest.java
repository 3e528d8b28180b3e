package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.run.grading.GradeOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchPlanTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 2", "16, 1, 4", "16, 8, 2", "8, 3, 2", "2, 5, 1"})
  void jobsShareTheProcessorsUpToFourForEach(int processors, int jobs, int threads) {
    assertThat(BatchPlan.threads(processors, jobs)).isEqualTo(threads);
  }

  @Test
  void onlyTheThreadsDependOnTheMachine() {
    BatchPlan plan = new Samples(folder).plan(true);
    BatchPlan here = plan.onThisMachine();
    assertThat(here.options().threads()).isBetween(1, 4);
    assertThat(here)
        .isEqualTo(
            new BatchPlan(
                plan.selection(),
                plan.hidden(),
                plan.options().threads(here.options().threads()),
                2,
                true));
  }

  @Test
  void aPlanHasAtLeastOneJob() {
    Selection selection = new Samples(folder).selection(false, Samples.IRIS);
    GradeOptions options = GradeOptions.withSeed(1);
    assertThatThrownBy(() -> new BatchPlan(selection, HiddenPart.PUBLISHED, options, 0, false))
        .hasMessage("jobs must be positive. Received: 0");
  }
}
