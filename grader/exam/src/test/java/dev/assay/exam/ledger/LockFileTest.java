package dev.assay.exam.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
  @TempDir private Path folder;

  @Test
  void oneAtATimeHasTheLock() throws Exception {
    Path file = folder.resolve("lock");
    try (Closeable first = LockFile.take(file, Duration.ZERO).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(LockFile.take(file, Duration.ofMillis(60))).isEmpty();
    }
    Optional<Closeable> second = LockFile.take(file, Duration.ZERO);
    assertThat(second).isPresent();
    second.orElseThrow().close();
  }
}
