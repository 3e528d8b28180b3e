package dev.assay.exam.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a full disk does to a ledger: nothing. */
class FullDiskTest {
  @TempDir private Path folder;

  private final TestClock clock = new TestClock();

  private static ObjectNode data(int size) {
    return new ObjectMapper().createObjectNode().put("text", "x".repeat(size));
  }

  private void assertSurvives(Path ledger, Path head, SmallDisk disk) throws IOException {
    LedgerKey key = LedgerKey.create(folder.resolve("key"));
    Ledger.create(ledger, head, key, clock).append(EntryKind.STARTED, data(1));
    byte[] before = Files.readAllBytes(ledger);
    Path filling = disk.fill();
    Ledger full = Ledger.open(ledger, head, key, clock);
    assertThatThrownBy(() -> full.append(EntryKind.ARRIVED, data(9000)))
        .isInstanceOf(IOException.class);
    assertThat(Files.readAllBytes(ledger)).isEqualTo(before);
    assertThat(Ledger.open(ledger, head, key, clock).entries()).hasSize(1);
    Files.delete(filling);
    Ledger.open(ledger, head, key, clock).append(EntryKind.ARRIVED, data(9000));
    assertThat(Ledger.open(ledger, head, key, clock).entries()).hasSize(2);
  }

  @Test
  void anEntryThatHasNoRoomIsNotThereInPart() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
      assertSurvives(folder.resolve("disk/ledger"), folder.resolve("head"), disk);
    }
  }

  @Test
  void anEntryThatCannotBeCountedIsNotThere() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
      assertSurvives(folder.resolve("ledger"), folder.resolve("disk/head"), disk);
    }
  }
}
