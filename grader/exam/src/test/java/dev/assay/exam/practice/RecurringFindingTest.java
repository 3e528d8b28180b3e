package dev.assay.exam.practice;

import static dev.assay.exam.practice.PracticeLogTest.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringFindingTest {
  @Test
  void whatTwoFailedAttemptsHadRecurs() {
    List<PracticeAttempt> attempts =
        List.of(
            attempt("iris", "FAILED", "INPUT_SCALE", "OVERFITTING"),
            attempt("mnist", "FAILED", "INPUT_SCALE", "INPUT_SCALE"),
            attempt("mnist", "PASSED", "OVERFITTING"),
            attempt("mnist", "FAILED", "NO_SUCH_CODE"),
            attempt("mnist", "FAILED", "NO_SUCH_CODE"));
    assertThat(RecurringFinding.of(attempts))
        .containsExactly(new RecurringFinding("INPUT_SCALE", 2, List.of("iris", "mnist")));
  }

  @Test
  void whatIsLongAgoDoesNotCount() {
    List<PracticeAttempt> attempts =
        new ArrayList<>(Collections.nCopies(2, attempt("iris", "FAILED", "INPUT_SCALE")));
    attempts.addAll(Collections.nCopies(19, attempt("iris", "PASSED")));
    assertThat(RecurringFinding.of(attempts)).isEmpty();
  }
}
