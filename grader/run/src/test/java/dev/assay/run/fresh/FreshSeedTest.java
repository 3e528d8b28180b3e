package dev.assay.run.fresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshSeedTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve(FreshSeed.FILE);
  }

  @Test
  void aResumedBatchHasTheSeedThatItBeganWith() throws Exception {
    long seed = FreshSeed.of(folder, false);
    assertThat(FreshSeed.of(folder, true)).isEqualTo(seed);
    assertThat(FreshSeed.of(folder, true)).isEqualTo(seed);
  }

  /** Two equal ones have a chance of 1 in 2^64. */
  @Test
  void aNewBatchInTheSameFolderHasAnotherSeed() throws Exception {
    long seed = FreshSeed.of(folder, false);
    assertThat(FreshSeed.of(folder, false)).isNotEqualTo(seed);
  }

  @Test
  void aBatchThatIsResumedWithoutASeedDrawsOneAndKeepsIt() throws Exception {
    long seed = FreshSeed.of(folder, true);
    assertThat(FreshSeed.of(folder, true)).isEqualTo(seed);
  }

  @Test
  void onlyTheUserMayReadIt() throws Exception {
    assumeTrue(file().getFileSystem().supportedFileAttributeViews().contains("posix"));
    FreshSeed.of(folder, false);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00112233445566\n", "0011223344556677889\n", "001122334455667g\n"})
  void aFileThatHoldsNoSeedIsNamedAndKept(String content) throws Exception {
    Files.writeString(file(), content);
    assertThatIOException()
        .isThrownBy(() -> FreshSeed.of(folder, true))
        .withMessageContaining(FreshSeed.FILE)
        .withMessageContaining("Delete it to draw a new part");
    assertThat(file()).hasContent(content);
  }
}
