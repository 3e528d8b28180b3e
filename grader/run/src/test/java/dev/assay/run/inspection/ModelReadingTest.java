package dev.assay.run.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.Verdict;
import dev.assay.run.Reasons;
import dev.assay.run.grading.Stop;
import dev.assay.run.record.Accepted;
import dev.assay.run.record.Step;
import java.io.IOException;
import java.util.ConcurrentModificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReadingTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        NullPointerException.class,
        ConcurrentModificationException.class,
        StackOverflowError.class,
        OutOfMemoryError.class,
        IOException.class
      })
  void whateverInspectionThrowsIsTheCandidatesContractViolation(Class<? extends Throwable> type)
      throws Exception {
    Throwable thrown = type.getConstructor(String.class).newInstance("x".repeat(10_000));
    assertThat(ModelReading.inspect(() -> raise(thrown)))
        .isInstanceOfSatisfying(
            Step.Ended.class,
            ended -> {
              assertThat(ended.known()).isNull();
              assertThat(ended.stop().verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION);
              assertThat(ended.stop().message())
                  .startsWith("The model cannot be read: ")
                  .contains("let Assay write the files")
                  .hasSizeLessThan(1_300);
            });
  }

  @Test
  void theVerdictOfAnInspectionIsKept() {
    Stop stop =
        new Stop(Verdict.CONTRACT_VIOLATION, Reasons.of("The model has no trainable weights."));
    assertThat(ModelReading.inspect(() -> Step.stop(stop))).isEqualTo(Step.stop(stop));
  }

  private static Step<Accepted> raise(Throwable thrown) throws IOException {
    if (thrown instanceof IOException io) {
      throw io;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
