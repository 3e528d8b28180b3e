package dev.assay.run.isolation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell of this kind")
class TrialTest {
  private static List<String> shell(String script) {
    return List.of("/bin/sh", "-c", script);
  }

  @Test
  void whatFailsSaysWhy() {
    assertThatThrownBy(() -> Trial.run(shell("echo no such wall; exit 3")))
        .isInstanceOf(IOException.class)
        .hasMessage("no such wall");
    assertThatCode(() -> Trial.run(shell("exit 0"))).doesNotThrowAnyException();
  }

  @Test
  void whatHangsIsEnded() {
    assertThatThrownBy(() -> Trial.run(shell("sleep 600 & sleep 600"), 1)).hasMessage("timeout");
  }
}
