package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.training.FitPlan;
import dev.assay.report.Verdict;
import dev.assay.worker.protocol.BuiltModel;
import java.io.IOException;
import java.util.ConcurrentModificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateFilesTest {
  private final Evidence evidence = Histories.evidence();

  @Test
  void aModelThatCanBeReadIsReturned() throws Exception {
    BuiltModel model = Models.of(Models.SPARSE, FitPlan.epochs(3), 3);
    assertThat(CandidateFiles.inspect(evidence, () -> model)).isSameAs(model);
  }

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
    assertThatThrownBy(() -> CandidateFiles.inspect(evidence, () -> raise(thrown)))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION);
              assertThat(fault.getMessage())
                  .startsWith("The model cannot be read: ")
                  .contains("leave writing the files to Assay")
                  .hasSizeLessThan(1_300);
              assertThat(evidence.report(fault).run().model()).isNull();
            });
  }

  @Test
  void theVerdictOfAnInspectionIsKept() {
    Fault fault = new Fault(Verdict.CONTRACT_VIOLATION, "The model has no trainable weights.");
    assertThatThrownBy(() -> CandidateFiles.inspect(evidence, () -> raise(fault))).isSameAs(fault);
  }

  private static BuiltModel raise(Throwable thrown) throws Fault, IOException {
    if (thrown instanceof Fault fault) {
      throw fault;
    }
    if (thrown instanceof IOException io) {
      throw io;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
