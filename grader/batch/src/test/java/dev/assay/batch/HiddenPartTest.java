package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.hidden.HiddenSource;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenPartTest {
  private static final HiddenPart FRESH = new HiddenPart(null, true);

  @TempDir private Path folder;

  private Dataset embedded(String problem) throws DataException {
    return new Samples(folder)
        .store()
        .load(Samples.PROBLEMS.catalogue().entry(problem, "embedded"), 42);
  }

  private HiddenSource source(boolean resumes) throws Exception {
    return Objects.requireNonNull(FRESH.source(Samples.PROBLEMS, new BatchFolder(folder), resumes));
  }

  @Test
  void thePublishedPartNeedsNoSource() throws Exception {
    assertThat(HiddenPart.PUBLISHED.source(Samples.PROBLEMS, new BatchFolder(folder), false))
        .isNull();
  }

  @Test
  void aFreshPartIsDrawnByTheProblemAndTheSameAgainWhenTheBatchIsResumed() throws Exception {
    Dataset usual = embedded("fashion-mnist");
    Dataset drawn = source(false).into(usual);
    assertThat(drawn.entry().variant()).isEqualTo("embedded+fresh");
    assertThat(drawn.hidden()).isNotEqualTo(usual.hidden());
    assertThat(source(true).into(usual).hidden()).isEqualTo(drawn.hidden());
  }

  @Test
  void aProblemThatCannotDrawIsNamed() throws Exception {
    HiddenSource source = source(false);
    Dataset iris = embedded("iris");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> source.into(iris))
        .withMessage(
            "The hidden part of iris/embedded cannot be drawn anew. Grade without --fresh-hidden.");
  }
}
