package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.BatchFolderException.Reason;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFolderTest {
  @TempDir private Path folder;

  private static void assertRefused(ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            BatchFolderException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void batchesThatBeginInTheSameSecondHaveFoldersOfTheirOwn() throws Exception {
    Path reports = folder.resolve("reports");
    BatchFolder first = BatchFolder.in(reports);
    BatchFolder second = BatchFolder.in(reports);
    assertThat(first).isNotEqualTo(second);
    assertThat(first.path().getFileName().toString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d");
  }

  @Test
  void aFolderWithOtherFilesIsRefusedAndLeftAsItIs() throws Exception {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertRefused(() -> BatchFolder.at(folder), Reason.FOREIGN_FILES);
    assertThat(folder.resolve("thesis.txt")).hasContent("mine");
  }

  @Test
  @SuppressWarnings("try") // the claim is held, not used
  void aClaimedFolderMayBeTakenAgainOnlyWhenTheClaimIsGiven() throws Exception {
    BatchFolder first = BatchFolder.at(folder.resolve("out"));
    try (Closeable claim = first.claim()) {
      Files.writeString(first.entries(), "{}");
      BatchFolder second = BatchFolder.at(first.path());
      assertRefused(second::claim, Reason.IN_USE);
    }
    BatchFolder.at(first.path()).claim().close();
    assertThat(first.entries()).exists();
  }

  @Test
  void aFolderThatIsGoneCannotBeClaimed() {
    BatchFolder gone = new BatchFolder(folder.resolve("gone"));
    assertRefused(gone::claim, Reason.NOT_WRITABLE);
  }

  @Test
  void onlyAnEmptyFolderIsRemoved() throws Exception {
    BatchFolder empty = BatchFolder.at(folder.resolve("empty"));
    empty.removeIfEmpty();
    assertThat(empty.path()).doesNotExist();
    BatchFolder full = BatchFolder.at(folder.resolve("full"));
    full.claim().close();
    full.removeIfEmpty();
    assertThat(full.path()).exists();
  }
}
