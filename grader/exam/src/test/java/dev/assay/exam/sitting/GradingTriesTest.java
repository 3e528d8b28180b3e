package dev.assay.exam.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradingTriesTest {
  @TempDir private Path folder;

  @Test
  void anAttemptIsGivenUpAfterTheLastBeginning() throws Exception {
    GradingTries tries = new GradingTries(folder.resolve("tries/iris-1"));
    for (int i = 0; i < GradingTries.MOST; i++) {
      assertThat(tries.begin()).isTrue();
    }
    assertThat(tries.begin()).isFalse();
    tries.forget();
    assertThat(tries.begin()).isTrue();
  }

  @Test
  void aDamagedCountBeginsAnew() throws Exception {
    Path file = Files.writeString(folder.resolve("iris-1"), "x99");
    assertThat(new GradingTries(file).begin()).isTrue();
    assertThat(Files.readString(file)).isEqualTo("1");
  }
}
