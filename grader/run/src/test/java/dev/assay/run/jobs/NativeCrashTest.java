package dev.assay.run.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.run.processes.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeCrashTest {
  private static final String REPORT =
      """
      #
      # A fatal error has been detected by the Java Runtime Environment:
      #
      #  SIGFPE (0x8) at pc=0x00007f%s, pid=%s, tid=3
      #
      # JRE version: OpenJDK Runtime Environment (17.0.15+6) (build 17.0.15+6-Debian)
      # Problematic frame:
      # C  [%s+0xdb8a21]
      """;

  private static Outcome died(String output) {
    return new Outcome.Died(Sentence.of(FaultCode.ENDED_WITHOUT_ANSWER), output);
  }

  private static Outcome signal(String address, String pid, String library) {
    return died(REPORT.formatted(address, pid, library));
  }

  @Test
  void theSamePlaceOfTensorFlowTwiceIsTheModels() {
    String library = "libtensorflow_cc.so.2";
    assertThat(NativeCrash.common(signal("a1", "2", library), signal("b7", "9", library)))
        .hasValue("SIGFPE in libtensorflow_cc.so.2+0xdb8a21");
  }

  @ParameterizedTest
  @ValueSource(strings = {"libc.so.6", "libjvm.so"})
  void anotherLibrarySaysNothingOfTheModel(String library) {
    assertThat(NativeCrash.common(signal("a1", "2", library), signal("a1", "2", library)))
        .isEmpty();
  }

  @Test
  void twoPlacesAreNoModels() {
    Outcome one = signal("a1", "2", "libtensorflow_cc.so.2");
    Outcome other = signal("a1", "2", "libtensorflow_framework.so.2");
    assertThat(NativeCrash.common(one, other)).isEmpty();
    assertThat(NativeCrash.common(one, died("Killed"))).isEmpty();
    assertThat(NativeCrash.common(died(""), died(""))).isEmpty();
    assertThat(NativeCrash.common(one, new Outcome.TimedOut(3))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tensor.h:844] Check failed: 1 == NumElements() (1 vs. 0)Must have a one element tensor",
        "core/a_b/pass.cc:2704] Non-OK-status: GetNodeAttr(orig_node->def(), \"dilations\")",
        "terminate called after throwing an instance of 'std::length_error'",
        "free(): invalid pointer"
      })
  void whatTheLibrariesSayBeforeTheyAbortIsAPlace(String words) {
    assertThat(
            NativeCrash.common(
                died("2026-01-02 03:04:05.6: F %s%nStatus: a".formatted(words)),
                died("2026-01-02 03:04:09.7: F %s%nStatus: b".formatted(words))))
        .hasValue(words);
  }
}
